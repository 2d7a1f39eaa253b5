"""What a browser keeps of the site, and a release that follows another."""

import os
import re
import shutil
from pathlib import Path

from navigator.site.build.offline import RELEASE as RELEASE_FILE
from navigator.site.build.offline import WORKER, write_offline
from tests.browser.visit import Visit, wait_until

RELEASE = "document.querySelector('meta[name=\"navigator-release\"]').content"
KEEPS = {"pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "start.zip", "library.json", "memory"}
"""The files that an engine is started from."""
HELD = """async part => {
    const held = [];
    for (const name of await caches.keys()) {
        if (!name.includes(part)) continue;
        held.push(...(await (await caches.open(name)).keys()).map(({url}) => url));
    }
    return held;
}"""
PAGES_HELD = """async part => {
    const held = [];
    for (const name of await caches.keys()) {
        if (!name.includes(part)) continue;
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            held.push(request.url);
            if (!/offline\\/[0-9a-f]+\\.bin$/.test(request.url)) continue;
            const packed = (await cache.match(request)).body;
            const {pages} = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).json();
            held.push(...Object.keys(pages));
        }
    }
    return held;
}"""
ACTIVE = "navigator.serviceWorker.controller?.state === 'activated'"


def held(visitor: Visit) -> set[str]:
    """Return the names of the engine's files that are kept."""
    return {address.rpartition("/")[2] for address in visitor.page.evaluate(HELD, " engine")}


def pages_held(visitor: Visit) -> list[str]:
    """Return the addresses of everything else that is kept, below the site's root; pages are in one file."""
    found = visitor.page.evaluate(PAGES_HELD, " pages ")
    return sorted(address.removeprefix(visitor.root) for address in found)


def let_keep(visitor: Visit) -> Visit:
    """Wait until the site works without a network."""
    wait_until(lambda: bool(visitor.page.evaluate(ACTIVE)), "the site is kept")
    return visitor


def next_release(site: Path, folder: Path) -> Path:
    """Return a copy of a site as another release: in its own folder of scripts, with a mark in each page."""
    copy = folder / "newer"
    shutil.copytree(site, copy, copy_function=os.link)
    text = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'name="navigator-release" content="([0-9a-f]+)"', text)
    assert found
    old, new = found[1], "0" * len(found[1])
    (copy / "assets/navigator" / old).rename(copy / "assets/navigator" / new)
    for page in copy.rglob("*.html"):
        changed = page.read_text(encoding="utf-8").replace(old, new).replace("</h1>", " (newer)</h1>", 1)
        page.unlink()
        page.write_text(changed, encoding="utf-8")
    for each in (copy / "assets/offline").iterdir():
        each.unlink()
    _, _, script = (site / WORKER).read_text(encoding="utf-8").partition("\n")
    for name in (WORKER, RELEASE_FILE):
        (copy / name).unlink()
    write_offline(copy, new, script)
    (copy / RELEASE_FILE).write_text(f"{new}\n", encoding="utf-8")
    return copy
