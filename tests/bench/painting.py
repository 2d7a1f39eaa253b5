"""How soon the first screen is painted, against the same text as a stock page of Material."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from tests.bench.link import Link
from tests.bench.measure import Measure

BUDGET: Final = 1.2
PAINTED: Final = """() => new Promise(resolve => {
    const look = list => {
        const found = list.getEntries().find(each => each.name === "first-contentful-paint");
        if (found) resolve(found.startTime);
    };
    new PerformanceObserver(look).observe({type: "paint", buffered: true});
})"""


def first_paint(
    browser: Browser, ours: Path, stock: Path, path: str, megabits: float, rounds: int
) -> Measure:
    """Open the page in both sites in turn, each time for the first time."""
    measure = Measure(
        f"First screen painted at {megabits:g} Mbps", "the same text in stock Material", BUDGET, "ms"
    )
    for _ in range(rounds):
        measure.add(*(painted(browser, folder, path, megabits) for folder in (ours, stock)))
    return measure


def painted(browser: Browser, folder: Path, path: str, megabits: float) -> float:
    """Return when a page is first painted, in milliseconds after it was asked for."""
    with Link(folder, megabits) as link:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(f"{link.address}{path}", wait_until="commit")
        took: float = page.evaluate(PAINTED)
        context.close()
    return took


def page_weight(browser: Browser, folder: Path, path: str) -> float:
    """Return what a page takes before anything of the engine is asked for, in kB as sent."""
    with Link(folder) as link:
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
        page.goto(f"{link.address}{path}", wait_until="networkidle")
        context.close()
        return link.sent / 1000
