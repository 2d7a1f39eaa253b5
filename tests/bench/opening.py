"""How long the page of the workbench takes to open in Chromium, on a first visit and on a repeated one.

    python -m tests.bench.opening SITE [ROUNDS]

SITE is a built site. Told are the milliseconds from going there until the policies are listed, and until the
first verdict on all of them; and what came over the network. Leave the machine alone meanwhile.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.bench.building import PROJECT
from tests.bench.link import Link
from tests.bench.run import ARGUMENTS
from tests.bench.starting import PATIENCE, wait_until_kept

sys.path.append(str(PROJECT / "scripts"))
import _chromium

ROUNDS: Final = 5
WATCH: Final = """
    globalThis.seen = {};
    const marks = {listed: ".js-found li", judged: ".js-verdict[data-found]"};
    new MutationObserver(() => {
        for (const [name, mark] of Object.entries(marks))
            if (document.querySelector(mark)) seen[name] ??= performance.now();
    }).observe(document, {subtree: true, childList: true, attributes: true});"""
KEPT: Final = """async () => {
    const held = [];
    for (const name of await caches.keys()) held.push(...await (await caches.open(name)).keys());
    const names = held.map(({url}) => url.split("/").pop());
    return names.some((name) => name.startsWith("workbench-data"));
}"""


@dataclass(frozen=True)
class Opened:
    """One opening of the page, in milliseconds from going there, and in kB as sent."""

    listed: float
    judged: float
    sent: float


def opened(context: BrowserContext, link: Link, *, keep: bool) -> Opened:
    """Open the page once; with `keep`, wait until it is kept for the next visit."""
    before = link.sent
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{link.address}workbench/", wait_until="commit")
    page.wait_for_selector(".js-verdict[data-found]", timeout=PATIENCE * 1000)
    seen = page.evaluate("seen")
    found = Opened(seen["listed"], seen["judged"], (link.sent - before) / 1000)
    if keep:
        wait_until_kept(page, KEPT)
    page.close()
    return found


def openings(browser: Browser, site: Path, rounds: int = ROUNDS) -> dict[str, list[Opened]]:
    """Open the page in fresh browsers, twice in each."""
    found: dict[str, list[Opened]] = {"first visit": [], "repeated visit": []}
    for _ in range(rounds):
        with Link(site) as link:
            context = browser.new_context()
            for each in found.values():
                each.append(opened(context, link, keep=each is found["first visit"]))
            context.close()
    return found


def told(found: dict[str, list[Opened]]) -> Iterator[str]:
    """Yield what was found, line by line."""
    for visit, times in found.items():
        listed, judged = [each.listed for each in times], [each.judged for each in times]
        sent = median(each.sent for each in times)
        yield (
            f"{visit}: policies listed {median(listed):.0f} ms ({min(listed):.0f} to {max(listed):.0f}), "
            f"first verdict {median(judged):.0f} ms ({min(judged):.0f} to {max(judged):.0f}), "
            f"{sent:,.0f} kB"
        )


def main() -> int:
    """Measure, print, and return 0."""
    site, *rounds = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium.find(), args=ARGUMENTS)
        print("\n".join(told(openings(browser, Path(site), *map(int, rounds)))))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
