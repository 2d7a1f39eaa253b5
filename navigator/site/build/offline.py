"""What a browser keeps of a release, so that the wizard works without a network."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from navigator.runtime.esbuild import SERVED
from navigator.runtime.subprocesses import checksum
from navigator.site.build.search_index import NAMES, TEXTS
from navigator.site.kit.page import ASSETS

WORKER: Final = "sw.js"
"""Among the scripts without a release; at the root of the site, as it serves all below its own folder."""
RELEASE: Final = "release.txt"
"""The name of the release, which every page asks for to see whether it is still the newest."""
FOLDERS: Final = ("find", "help", "first-hour", "routes", "dates", "offline")
"""Questions, outcomes, signposts, routes, tables of dates for use without the engine, and a page on what
works without a network."""
LEARNING: Final = ("practice", "packs", "my-matters")
"""Pages to learn, teach and keep count with. They are kept once somebody has been at one of them: then all
are, so that what is kept does not tell at which."""
PAGES: Final = "assets/offline/"
LARGEST_KEPT: Final = 3_000_000
"""In bytes: of a site with more pages than that, only what is smaller can be searched without a network."""
PART: Final = re.compile(r"(?<=>)(?=<)|(?<=\n)")
REFERENCE: Final = re.compile(
    r'(?:(?:src|data-worker|data-model)=|<link [^>]*?href=|@import )"([^"#?:]+\.(?:css|js|json|png|svg))"'
)
"""What a page shows or runs, and not what can be opened from it, such as a picture for slides."""


def write_offline(site: Path, release: str, script: str) -> None:
    """Write the service worker that keeps a release, once all else of the site is written.

    `script` is the service worker without a release. Every page of the wizard is kept, so that what is kept
    is the same for everybody. They travel in one file, and are kept in it.
    """
    first = [site / "index.html", site / "404.html", *_below(site, FOLDERS)]
    needs = [*needed(site, first), *searched(site)]
    learning = _below(site, LEARNING)
    held = {
        "name": release,
        "away": "offline/",
        **_part(site, FOLDERS, first, needs),
        "learning": _part(site, LEARNING, learning, sorted({*needed(site, learning)} - {*needs})),
    }
    held["digest"] = hashlib.sha256(json.dumps(held).encode()).hexdigest()[:12]
    (site / WORKER).write_text(f"const RELEASE = {json.dumps(held)};\n{script}", encoding="utf-8")


def _below(site: Path, folders: Iterable[str]) -> list[Path]:
    return [page for folder in folders for page in sorted((site / folder).rglob("index.html"))]


def _part(
    site: Path, folders: Iterable[str], pages: Iterable[Path], files: Iterable[Path]
) -> dict[str, object]:
    """Write pages into one file, and return what is kept together: that file, and what its pages need."""
    texts = {
        page.relative_to(site).as_posix().removesuffix("index.html"): page.read_text(encoding="utf-8")
        for page in pages
    }
    packed = gzip.compress(json.dumps(_folded(texts), ensure_ascii=False).encode(), mtime=0)
    bundle = site / PAGES / f"{hashlib.sha256(packed).hexdigest()[:12]}.bin"
    bundle.parent.mkdir(parents=True, exist_ok=True)
    bundle.write_bytes(packed)
    pages_file, *others = (
        {"path": path.relative_to(site).as_posix(), "checksum": checksum(path)} for path in (bundle, *files)
    )
    return {"folders": folders, "pages": pages_file, "files": others}


def searched(site: Path) -> list[Path]:
    """Return the files of search that are small enough to be kept by everybody: the names come first."""
    files = [path for name in (NAMES, TEXTS) if (path := site / name).is_file()]
    return [path for path in files if path.stat().st_size <= LARGEST_KEPT]


def _folded(texts: dict[str, str]) -> dict[str, object]:
    """Return texts as numbers of parts, each part written once: pages have most of theirs in common."""
    parts: dict[str, int] = {}
    pages = {
        path: [parts.setdefault(part, len(parts)) for part in PART.split(text)]
        for path, text in texts.items()
    }
    return {"parts": list(parts), "pages": pages}


def needed(site: Path, pages: Iterable[Path]) -> list[Path]:
    """Return the files that pages refer to.

    A bundled script needs no other. One that is served as it is written imports from folders in its own.
    """
    referred = {
        (page.parent / reference).resolve()
        for page in pages
        for reference in REFERENCE.findall(page.read_text(encoding="utf-8"))
    }
    found = {path for path in referred if path.is_file()}
    ours = site.resolve() / ASSETS
    folders = {path.parent for path in found if path.suffix == ".js" and path.is_relative_to(ours)}
    found |= {path for folder in folders for kind in SERVED for path in folder.glob(f"*/**/*{kind}")}
    return sorted(path for path in found if path.is_relative_to(site.resolve()))
