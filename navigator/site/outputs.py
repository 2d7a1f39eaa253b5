"""Everything that a site is made of, as files: pages, scripts, the library and the engine."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from navigator.browser.runtime import Runtime
from navigator.core.codec import encode
from navigator.core.model import Library
from navigator.site.catalogue import Catalogue
from navigator.site.pages import pages
from navigator.site.wizard import ASSETS, RUNTIME, Engine

ASSET_FOLDER: Final = Path(__file__).parent.parent / "browser" / "assets"


@dataclass(frozen=True)
class Output:
    """One file of the site: either its content, or the file it is a copy of."""

    path: str
    content: str | None = None
    copy_of: Path | None = None


def outputs(catalogue: Catalogue, today: date, runtime: Runtime | None) -> Iterator[Output]:
    """Yield every file that is not written by hand."""
    engine = Engine(runtime.gzipped_bytes, sum(file.size for file in runtime.files)) if runtime else None
    for page in pages(catalogue, today, engine):
        yield Output(page.path, page.markdown())
    yield Output(f"{ASSETS}library.json", for_browsers(catalogue.library))
    for path in sorted(ASSET_FOLDER.iterdir()):
        yield Output(f"{ASSETS}{path.name}", copy_of=path)
    if runtime:
        for served in runtime.files:
            yield Output(f"{RUNTIME}{served.name}", copy_of=runtime.folder / served.name)


def for_browsers(library: Library) -> str:
    """Return the library as the engine in a browser reads it; it needs no practice cases."""
    return json.dumps(
        encode(replace(library, scenarios=(), packs=())), ensure_ascii=False, separators=(",", ":")
    )
