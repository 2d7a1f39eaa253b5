"""Papers as PDF: tagged, searchable, and rendered once for each content."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import typst

from navigator.check.printable import shown_as
from navigator.disk.files import write_file
from navigator.load.fonts import ODD, PACKAGES, STANDARD, families, fonts, not_shown
from navigator.site.paper.content import Paper

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
END: Final = b"%%EOF"
KEPT_SECONDS: Final = 30 * 24 * 3600
"""A paper that no build has asked for as long as this is removed."""


class PdfRenderer:
    """Renders papers while other work goes on, and keeps them in a folder: each is rendered only once."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, which other sites may share."""
        self.folder = folder
        self._pool = ThreadPoolExecutor(os.cpu_count())
        self._started: list[Future[None]] = []

    def start(self, papers: Iterable[Paper], site_name: str) -> Iterator[tuple[str, Path]]:
        """Yield each paper's path on the site, and the file that it is in once `wait` has returned."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for paper in papers:
            said, file = self._asked(paper, site_name)
            if _is_whole(file):
                os.utime(file)
            else:
                self._started.append(self._pool.submit(_render, said, file))
            yield paper.path, file

    def rendered(self, paper: Paper, site_name: str) -> Path:
        """Return the file that a paper is in. Raises what keeps it from being rendered."""
        said, file = self._asked(paper, site_name)
        if not _is_whole(file):
            self.folder.mkdir(parents=True, exist_ok=True)
            _render(said, file)
        return file

    def _asked(self, paper: Paper, site_name: str) -> tuple[str, Path]:
        """Return all that a paper says, and the file that is named after it."""
        said = json.dumps({**asdict(paper), "site": site_name}, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(f"{_tools()}\0{said}".encode()).hexdigest()[:32]
        return said, self.folder / f"{digest}.pdf"

    def stop(self) -> None:
        """Render nothing more than what has been begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def wait(self) -> None:
        """Return when every paper is rendered. Raises what kept one from being rendered."""
        self._pool.shutdown()
        for rendering in self._started:
            rendering.result()
        _evict(self.folder)


def _render(said: str, file: Path) -> None:
    paper = json.loads(said)
    texts = list(_texts(paper))
    try:
        content = _typeset(_with_signs(paper, not_shown(texts)))
    except typst.TypstError:
        # Marks that can be shown by themselves may not be where they meet others.
        content = _typeset(_with_signs(paper, {text: ODD.findall(text) for text in texts}))
    write_file(file, content)


def _typeset(paper: dict[str, Any]) -> bytes:
    """Return a paper as PDF. Raises TypstError, also for text that no font has."""
    asked = {**paper, "fonts": families(paper["language"])}
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(asked, ensure_ascii=False)},
        pdf_standards=[STANDARD],
    )


def _is_whole(file: Path) -> bool:
    """Say whether a paper is there, to its last line: a power cut may leave less of it."""
    return file.is_file() and file.read_bytes().rstrip().endswith(END)


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
def _tools() -> str:
    """Return what the look of a paper depends on, apart from its words."""
    versions = [f"{name} {version(name)}" for name in ("typst", *PACKAGES)]
    return "\0".join([*versions, STANDARD, TEMPLATE.read_text(encoding="utf-8")])


def _evict(folder: Path) -> None:
    """Remove papers that no build has asked for in a long time."""
    oldest = time.time() - KEPT_SECONDS
    for path in folder.glob("*.pdf"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
