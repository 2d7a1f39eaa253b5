"""Papers as PDF: tagged, searchable, and rendered once for each content."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import typst

from navigator.disk.files import write_file
from navigator.site.paper.content import Paper

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
FONT: Final = "font_source_sans_pro"
STANDARD: Final = "ua-1"
"""PDF/UA-1: the standard for PDFs that assistive technology can read."""
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
        for paper in papers:
            said = json.dumps({**asdict(paper), "site": site_name}, ensure_ascii=False, sort_keys=True)
            digest = hashlib.sha256(f"{_tools()}\0{said}".encode()).hexdigest()[:32]
            file = self.folder / f"{digest}.pdf"
            if _is_whole(file):
                os.utime(file)
            else:
                self._started.append(self._pool.submit(_render, said, file))
            yield paper.path, file

    def wait(self) -> None:
        """Return when every paper is rendered. Raises what kept one from being rendered."""
        self._pool.shutdown()
        for rendering in self._started:
            rendering.result()
        _evict(self.folder)


def _render(said: str, file: Path) -> None:
    content = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": said},
        pdf_standards=[STANDARD],
    )
    write_file(file, content)


def _is_whole(file: Path) -> bool:
    """Say whether a paper is there, to its last line: a power cut may leave less of it."""
    return file.is_file() and file.read_bytes().rstrip().endswith(END)


@cache
def _fonts() -> typst.Fonts:
    package = find_spec(FONT)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(FONT)
    folder = Path(package.origin).parent / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@cache
def _tools() -> str:
    """Return what the look of a paper depends on, apart from its words."""
    versions = [version(name) for name in ("typst", "font-source-sans-pro")]
    return "\0".join([*versions, STANDARD, TEMPLATE.read_text(encoding="utf-8")])


def _evict(folder: Path) -> None:
    """Remove papers that no build has asked for in a long time."""
    oldest = time.time() - KEPT_SECONDS
    for path in folder.glob("*.pdf"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
