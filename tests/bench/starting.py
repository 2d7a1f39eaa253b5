"""How long the engine takes to its first answer, against a plain start of the same Pyodide."""

import json
import re
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

from navigator.runtime.npm import pinned_files
from tests.bench.link import BARE, Link
from tests.bench.measure import Measure

PLAIN: Final = "plain.mjs"
REPEATED_AT: Final = 20
"""The link at which a repeat visit is measured too, in megabits a second."""
PATIENCE: Final = 60
PLAIN_WORKER: Final = """\
const { loadPyodide } = await import("./pyodide.mjs");
const python = await loadPyodide({ indexURL: new URL("./", self.location).href });
postMessage({ answer: python.runPython("1 + 1") });
"""
START_PLAIN: Final = """address => new Promise((resolve, reject) => {
    const begun = performance.now();
    const worker = new Worker(address, {type: "module"});
    worker.onmessage = () => resolve(performance.now() - begun);
    worker.onerror = error => reject(new Error(error.message));
})"""
START_OURS: Final = """([address, runtime, library, message]) => new Promise((resolve, reject) => {
    const begun = performance.now();
    const worker = new Worker(address, {type: "module"});
    let ready;
    worker.onmessage = ({data}) => {
        if (data.stage === "failed") reject(new Error(data.code));
        if (data.stage === "ready") {
            ready = {...data.times, way: data.way};
            worker.postMessage({id: 1, message});
        }
        if (data.id) resolve({...ready, answered: performance.now() - begun});
    };
    worker.onerror = error => reject(new Error(error.message));
    worker.postMessage({runtime, library});
})"""
KEPT: Final = """async () => {
    for (const name of await caches.keys()) {
        const held = await (await caches.open(name)).keys();
        if (held.some(({url}) => url.endsWith("/memory"))) return true;
    }
    return false;
}"""


@dataclass
class Site:
    """A built site as the benchmark needs it."""

    folder: Path
    slug: str
    """The page whose engine is asked."""
    message: dict[str, Any]
    """What it is asked first."""
    package: Path
    """Pyodide's own package."""
    addresses: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Find the files that the page names, and put a plain start beside them."""
        text = (self.folder / "find" / self.slug / "index.html").read_text(encoding="utf-8")
        found = {name: re.search(f'data-{name}="../../([^"]+)"', text) for name in ("runtime", "library")}
        wizard = re.search(r'src="../../([^"]+/)wizard\.js"', text)
        self.addresses = {name: match[1] for name, match in found.items() if match}
        self.addresses["worker"] = f"{wizard[1] if wizard else ''}worker.js"
        (self.plain / PLAIN).write_text(PLAIN_WORKER, encoding="utf-8")

    @property
    def plain(self) -> Path:
        """A folder with Pyodide alone, as it comes."""
        folder = self.folder / "assets" / "plain"
        if not folder.is_dir():
            folder.mkdir()
            for file in pinned_files():
                shutil.copyfile(self.package / file.name, folder / file.name)
        return folder


@dataclass
class Starts:
    """What many starts gave: the ratios, and the steps of ours by link."""

    measures: list[Measure]
    steps: dict[str, list[dict[str, Any]]]
    plain: dict[str, list[float]]


def starts(browser: Browser, site: Site, links: Iterable[tuple[float, int, float | None]]) -> Starts:
    """Start both in turn, over each link (its speed, its rounds, its budget), and again on a repeat visit."""
    found = Starts([], {}, {})
    size = Measure("Bytes until the engine answers, first visit", "plain Pyodide", 0.8, "kB")
    for megabits, rounds, budget in links:
        first = Measure(
            f"Engine ready, first visit at {megabits:g} Mbps", "plain loadPyodide()", budget, "ms"
        )
        again = Measure("Engine ready, repeat visit", "plain loadPyodide(), repeated", 0.3, "ms")
        key = f"first visit at {megabits:g} Mbps"
        for _ in range(rounds):
            with Link(site.folder, megabits) as link:
                ours, theirs = browser.new_context(), browser.new_context()
                plain = start_plain(theirs, link)
                plain_size = link.sent
                quick = start_ours(ours, link, site)
                first.add(quick["answered"], plain)
                size.add((link.sent - plain_size) / 1000, plain_size / 1000)
                found.steps.setdefault(key, []).append(quick)
                found.plain.setdefault(key, []).append(plain)
                if megabits >= REPEATED_AT:
                    start_ours(ours, link, site, keep=True)
                    repeated = start_plain(theirs, link)
                    kept = start_ours(ours, link, site)
                    again.add(kept["answered"], repeated)
                    found.steps.setdefault("repeat visit", []).append(kept)
                    found.plain.setdefault("repeat visit", []).append(repeated)
                ours.close()
                theirs.close()
        found.measures += [first, again] if again.ours else [first]
    found.measures.append(size)
    return found


def start_plain(context: BrowserContext, link: Link) -> float:
    """Return how long a plain start takes, in milliseconds."""
    page = context.new_page()
    page.goto(f"{link.address}{BARE}")
    took: float = page.evaluate(START_PLAIN, f"{link.address}assets/plain/{PLAIN}")
    page.close()
    return took


def start_ours(context: BrowserContext, link: Link, site: Site, *, keep: bool = False) -> dict[str, Any]:
    """Return when each step of our start was done; with `keep`, wait until it is kept for the next visit."""
    page = context.new_page()
    page.goto(f"{link.address}{BARE}")
    addresses = [link.address + site.addresses[name] for name in ("worker", "runtime", "library")]
    took: dict[str, Any] = page.evaluate(START_OURS, [*addresses, json.dumps(site.message)])
    if keep:
        wait_until_kept(page, KEPT)
    page.close()
    return took


def wait_until_kept(page: Page, kept: str) -> None:
    """Wait until a script says that a page is kept. Raises TimeoutError where it never is."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(kept):
        if time.monotonic() > end:
            raise TimeoutError("nothing is kept for the next visit")
        time.sleep(0.2)
