"""Everything that a site is made of, as files: pages, scripts, the library and the engine."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from navigator.disk.marker import MARKER
from navigator.runtime.assemble import Runtime
from navigator.runtime.esbuild import unbundled
from navigator.site.build.library_json import LibraryJson
from navigator.site.build.offline import WORKER as OFFLINE_WORKER
from navigator.site.build.pages import drafts
from navigator.site.build.release import with_release
from navigator.site.build.web_manifest import app
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Output
from navigator.site.pages.wizard import ASSETS, RUNTIME, WORKER, Engine
from navigator.site.paper.content import Paper, papers
from navigator.site.paper.content import drafts as drafts_of_papers
from navigator.site.paper.pdf_renderer import PdfRenderer


def outputs(index: LibraryIndex, today: date, runtime: Runtime | None, pdfs: PdfRenderer) -> Iterator[Output]:
    """Yield every file that is not written by hand; papers are there once `pdfs` has been waited for."""
    for path, file in pdfs.start(papers(index), index.site_name):
        yield Output(path, copy_of=file)
    yield from _others(index, today, runtime, LibraryJson())


def outputs_on_demand(
    index: LibraryIndex, today: date, runtime: Runtime | None, pdfs: PdfRenderer, json: LibraryJson
) -> Iterator[Output]:
    """Yield the same, with papers that are rendered when they are asked for."""
    for path, write in drafts_of_papers(index):
        yield Output(path, make=partial(_paper, pdfs, write, index.site_name))
    yield from _others(index, today, runtime, json)


def _paper(pdfs: PdfRenderer, write: Callable[[], Paper], site_name: str) -> Path:
    return pdfs.rendered(write(), site_name)


def _others(index: LibraryIndex, today: date, runtime: Runtime | None, json: LibraryJson) -> Iterator[Output]:
    """Yield all but the papers."""
    engine = Engine(runtime.gzipped_bytes, runtime.unpacked_bytes) if runtime else None
    for draft in drafts(index, today, engine):
        yield Output(draft.path, make=partial(_markdown, draft), searched=draft.searched)
    library = json.write(index.library)
    yield Output(f"{ASSETS}library.json", library)
    yield from app(index.site_name, index.library.words.language)
    if not runtime:
        yield from assets()
    else:
        for script in sorted(runtime.scripts.iterdir()):
            if script.name == WORKER:
                yield Output(f"{ASSETS}{WORKER}", with_release(script, library, runtime))
            elif script.name not in (OFFLINE_WORKER, MARKER):
                yield Output(f"{ASSETS}{script.name}", copy_of=script)
        for served in runtime.files:
            yield Output(f"{RUNTIME}{served.name}", copy_of=runtime.folder / served.name)


def _markdown(draft: Draft) -> str:
    return draft.write().markdown()


def assets() -> Iterator[Output]:
    """Yield the styles and scripts as they are written, for a site without what bundles them."""
    for name, text in unbundled():
        yield Output(f"{ASSETS}{name}", text)
