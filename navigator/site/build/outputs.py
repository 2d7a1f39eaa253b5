"""Everything that a site is made of, as files: pages, papers, scripts, the library and the engine."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from navigator.core.model import Library
from navigator.disk.marker import MARKER
from navigator.runtime.assemble import Runtime
from navigator.runtime.esbuild import unbundled
from navigator.site.build.library_json import LibraryJson
from navigator.site.build.offline import WORKER as OFFLINE_WORKER
from navigator.site.build.pages import drafts_by_folder
from navigator.site.build.release import with_release
from navigator.site.build.web_manifest import app
from navigator.site.build.workbench_files import WORKER as WORKBENCH_WORKER
from navigator.site.build.workbench_files import WorkbenchFiles
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Draft, Output
from navigator.site.pages.changes_feed import FEED, feed
from navigator.site.pages.embed import SCRIPT
from navigator.site.pages.own_words import MODEL
from navigator.site.pages.wizard import RUNTIME, WORKER, Engine
from navigator.site.paper import content, sheet
from navigator.site.paper.renderer import PaperRenderer, Printed

EMBED: Final = "embed.js"
"""Among the scripts, the one for pages of other sites, which ask for it by one address in every release."""


def rendered_papers(index: LibraryIndex, renderer: PaperRenderer) -> Iterator[Output]:
    """Yield every PDF and picture; all are there once `renderer` has been waited for."""
    papers = (write() for _, write in _papers(index))
    for path, file in renderer.start(papers, index.site_name):
        yield Output(path, copy_of=file)


def papers_on_demand(index: LibraryIndex, renderer: PaperRenderer) -> Iterator[Output]:
    """Yield every PDF and picture, rendered when it is asked for."""
    for path, write in _papers(index):
        yield Output(path, make=partial(_rendered, renderer, write, index.site_name))


def _papers(index: LibraryIndex) -> Iterator[tuple[str, Callable[[], Printed]]]:
    yield from content.drafts(index)
    yield from sheet.drafts(index)


def _rendered(renderer: PaperRenderer, write: Callable[[], Printed], site_name: str) -> Path:
    return renderer.rendered(write(), site_name)


def pages_by_folder(
    index: LibraryIndex, today: date, runtime: Runtime | None
) -> dict[str, Callable[[], Iterator[Output]]]:
    """Return what yields the pages of each folder of the site, each written when it is asked for."""
    engine = Engine(runtime.gzipped_bytes, runtime.unpacked_bytes) if runtime else None
    folders = drafts_by_folder(index, today, engine)
    return {folder: partial(_pages, within) for folder, within in folders.items()}


def _pages(within: Callable[[], Iterator[Draft]]) -> Iterator[Output]:
    for draft in within():
        yield Output(draft.path, make=partial(_markdown, draft), searched=draft.searched)


def assets(
    index: LibraryIndex,
    runtime: Runtime | None,
    json: LibraryJson,
    own_words: Callable[[Library], str],
    workbench: WorkbenchFiles | None,
) -> Iterator[Output]:
    """Yield the library for browsers, and what shows and runs it."""
    library = json.write(index.written)
    yield Output(f"{ASSETS}library.json", library)
    if index.library.own_words:
        yield Output(f"{ASSETS}{MODEL}", own_words(index.written))
    yield Output(FEED, feed(index))
    yield from app(index.site_name, index.library.words.language)
    if not runtime or not workbench:
        yield from as_written()
        yield Output(SCRIPT, dict(unbundled())[EMBED])
    else:
        for script in sorted(runtime.scripts.iterdir()):
            if script.name == WORKER:
                yield Output(f"{ASSETS}{WORKER}", with_release(script, library, runtime))
            elif script.name == WORKBENCH_WORKER:
                text = workbench.worker(script.read_text(encoding="utf-8"))
                yield Output(f"{ASSETS}{WORKBENCH_WORKER}", text)
            elif script.name == EMBED:
                yield Output(SCRIPT, copy_of=script)
            elif script.name not in (OFFLINE_WORKER, MARKER):
                yield Output(f"{ASSETS}{script.name}", copy_of=script)
        for served in runtime.files:
            yield Output(f"{RUNTIME}{served.name}", copy_of=runtime.folder / served.name)
        yield from workbench.outputs()


def _markdown(draft: Draft) -> str:
    return draft.write().markdown()


def as_written() -> Iterator[Output]:
    """Yield the styles and scripts as they are written, for a site without what bundles them."""
    for name, text in unbundled():
        yield Output(f"{ASSETS}{name}", text)
