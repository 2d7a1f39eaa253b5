"""Papers as files: tagged, searchable PDFs, and pictures. Each is rendered once for each content."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

import typst

from navigator.check.printable import shown_as
from navigator.disk.files import write_file
from navigator.load.fonts import ODD, PACKAGES, STANDARD, families, fonts, not_shown
from navigator.site.paper import pictures
from navigator.site.paper.content import Paper
from navigator.site.paper.sheet import Sheet

type Printed = Paper | Sheet

TEMPLATES: Final[dict[type[Printed], Path]] = {
    Paper: Path(__file__).with_name("paper.typ"),
    Sheet: Path(__file__).with_name("sheet.typ"),
}
ENDS: Final = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND\xaeB`\x82"}
"""What a whole file ends with, by its kind."""
FORMATS: Final[dict[str, Literal["pdf", "svg", "png"]]] = {".pdf": "pdf", ".svg": "svg", ".png": "png"}
PPI: Final = 144
"""A picture for slides, 960 by 540 points, then has 1920 by 1080 pixels."""
KEPT_SECONDS: Final = 30 * 24 * 3600
"""A paper that no build has asked for as long as this is removed."""


class PaperRenderer:
    """Renders papers while other work goes on, and keeps them in a folder: each is rendered only once."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, which other sites may share."""
        self.folder = folder
        self._pool = ThreadPoolExecutor(os.cpu_count())
        self._started: list[Future[None]] = []

    def start(self, papers: Iterable[Printed], site_name: str) -> Iterator[tuple[str, Path]]:
        """Yield each paper's path on the site, and the file that it is in once `wait` has returned.

        Neighbours that say the same are laid out once.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        asked = ((paper.path, *self._asked(paper, site_name)) for paper in papers)
        for (template, said), alike in groupby(asked, key=lambda each: each[1:3]):
            lacking = []
            for path, _, _, file in alike:
                if _is_whole(file):
                    os.utime(file)
                else:
                    lacking.append(file)
                yield path, file
            if lacking:
                self._started.append(self._pool.submit(_render, template, said, lacking))

    def rendered(self, paper: Printed, site_name: str) -> Path:
        """Return the file that a paper is in. Raises what keeps it from being rendered."""
        template, said, file = self._asked(paper, site_name)
        if not _is_whole(file):
            self.folder.mkdir(parents=True, exist_ok=True)
            _render(template, said, [file])
        return file

    def _asked(self, paper: Printed, site_name: str) -> tuple[Path, str, Path]:
        """Return a paper's template, all that it says, and the file that is named after both."""
        template, held = TEMPLATES[type(paper)], {**asdict(paper), "site": site_name}
        suffix = PurePosixPath(held.pop("path")).suffix
        said = json.dumps(held, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(f"{_tools(template)}\0{said}".encode()).hexdigest()[:32]
        return template, said, self.folder / f"{digest}{suffix}"

    def stop(self) -> None:
        """Render nothing more than what has been begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def wait(self) -> None:
        """Return when every paper is rendered. Raises what kept one from being rendered."""
        self._pool.shutdown()
        for rendering in self._started:
            rendering.result()
        _evict(self.folder)


def _render(template: Path, said: str, files: Iterable[Path]) -> None:
    """Write a paper to files, each of another kind."""
    paper = json.loads(said)
    texts = list(_texts(paper))
    typesetter = _typesetter(template, _with_signs(paper, not_shown(texts)))
    for file in files:
        try:
            content = _typeset(typesetter, file)
        except typst.TypstError:
            # Marks that can be shown by themselves may not be where they meet others.
            signs = {text: ODD.findall(text) for text in texts}
            typesetter = _typesetter(template, _with_signs(paper, signs))
            content = _typeset(typesetter, file)
        write_file(file, content)


def _typesetter(template: Path, paper: dict[str, Any]) -> typst.Compiler:
    """Return what lays a paper out; for its second kind it has done so."""
    asked = {**paper, "fonts": families(paper["language"])}
    said = {"paper": json.dumps(asked, ensure_ascii=False)}
    return typst.Compiler(template, font_paths=fonts(), ignore_system_fonts=True, sys_inputs=said)


def _typeset(typesetter: typst.Compiler, file: Path) -> bytes:
    """Return a paper as a file of a kind. Raises TypstError, for a PDF also where no font has a text."""
    made = typesetter.compile(
        format=FORMATS[file.suffix],
        pdf_standards=[STANDARD] if file.suffix == ".pdf" else None,
        ppi=PPI,
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{file.name} takes more than one page.")
    return {".svg": pictures.lean_svg, ".png": pictures.grey_png}.get(file.suffix, bytes)(made)


def _is_whole(file: Path) -> bool:
    """Say whether a paper is there, to its end: a power cut may leave less of it."""
    return file.is_file() and file.read_bytes().rstrip().endswith(ENDS[file.suffix])


def _texts(held: object) -> Iterator[str]:
    """Yield every text within plain data."""
    if isinstance(held, str):
        yield held
    else:
        for item in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
            yield from _texts(item)


def _with_signs(held: Any, lacking: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401 - plain data
    """Return plain data with a sign in place of each character that no font has, as no PDF could be made."""
    if isinstance(held, dict):
        return {key: _with_signs(item, lacking) for key, item in held.items()}
    if isinstance(held, list):
        return [_with_signs(item, lacking) for item in held]
    if held in lacking:
        return held.translate({ord(each): shown_as(each) for each in lacking[held]})
    return held


@cache
def _tools(template: Path) -> str:
    """Return what the look of a paper depends on, apart from its words."""
    versions = [f"{name} {version(name)}" for name in ("typst", *PACKAGES)]
    made_smaller = Path(pictures.__file__).read_text(encoding="utf-8")
    return "\0".join([*versions, STANDARD, template.read_text(encoding="utf-8"), made_smaller])


def _evict(folder: Path) -> None:
    """Remove papers that no build has asked for in a long time."""
    oldest = time.time() - KEPT_SECONDS
    for path in folder.iterdir():
        if path.suffix in ENDS and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
