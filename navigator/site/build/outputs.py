"""Everything that a site is made of, as files: pages, scripts, the library and the engine."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from navigator.core.codec import encode
from navigator.core.model import Library
from navigator.disk.marker import MARKER
from navigator.runtime.assemble import Runtime
from navigator.runtime.esbuild import unbundled
from navigator.site.build.offline import WORKER as OFFLINE_WORKER
from navigator.site.build.pages import pages
from navigator.site.build.release import with_release
from navigator.site.build.web_manifest import app
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Output
from navigator.site.pages.wizard import ASSETS, RUNTIME, WORKER, Engine
from navigator.site.paper.content import papers
from navigator.site.paper.pdf_renderer import PdfRenderer

PAGES_ONLY: Final = ("gap", "scripts", "site", "practice", "paper", "theme")
"""The groups of words that only whole pages and papers have."""


def outputs(index: LibraryIndex, today: date, runtime: Runtime | None, pdfs: PdfRenderer) -> Iterator[Output]:
    """Yield every file that is not written by hand; papers are there once `pdfs` has been waited for."""
    engine = Engine(runtime.gzipped_bytes, runtime.unpacked_bytes) if runtime else None
    for path, file in pdfs.start(papers(index), index.site_name):
        yield Output(path, copy_of=file)
    for page in pages(index, today, engine):
        yield Output(page.path, page.markdown())
    library = for_browsers(index.library)
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


def assets() -> Iterator[Output]:
    """Yield the styles and scripts as they are written, for a site without what bundles them."""
    for name, text in unbundled():
        yield Output(f"{ASSETS}{name}", text)


def for_browsers(library: Library) -> str:
    """Return the library as the engine in a browser reads it, without practice cases and words of pages."""
    needed = replace(library, scenarios=(), packs=(), words=library.words.without(PAGES_ONLY))
    return json.dumps(encode(needed), ensure_ascii=False, separators=(",", ":"))
