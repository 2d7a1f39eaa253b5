"""How long it takes from a tap on an answer until the next screen is painted, the engine in its worker."""

import random
from typing import Final

from playwright.sync_api import Browser

from navigator.core import journey
from navigator.core.model import Library
from tests.bench.link import Link
from tests.bench.measure import FRAME, Measure, share
from tests.bench.starting import Site

READING: Final = (300, 900)
"""How long somebody looks at a page before the next tap, in milliseconds: quick readers."""
MIND: Final = """() => {
    window.taps = [];
    const page = document.getElementById("navigator");
    addEventListener("click", ({timeStamp, target}) => {
        if (!target.closest("a[data-question]")) return;
        const changed = new MutationObserver(() => {
            changed.disconnect();
            requestAnimationFrame(() => {
                const after = new MessageChannel(); // its message comes once the frame is painted
                after.port1.onmessage = () => taps.push(performance.now() - timeStamp);
                after.port2.postMessage(null);
            });
        });
        changed.observe(page, {childList: true});
    }, true);
}"""


def answers(browser: Browser, site: Site, library: Library, taps: int, seed: int = 1) -> list[Measure]:
    """Tap through journeys chosen by chance, and return the median and the slow ones against a frame."""
    choose = random.Random(seed)  # noqa: S311 - a journey is no secret
    paths = [answers for answers, end in journey.paths(library) if not end.signpost]
    took: list[float] = []
    with Link(site.folder) as link:
        context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
        page = context.new_page()
        page.goto(f"{link.address}find/{journey.first(library).slug}/")
        page.wait_for_selector('#navigator-status[data-state="ready"]', timeout=120_000)
        page.evaluate(MIND)
        while len(took) < taps:
            for question, option in choose.choice(paths).items():
                page.wait_for_timeout(choose.randint(*READING))
                page.locator(f'a[data-question="{question}"][data-option="{option}"]').click()
            page.wait_for_timeout(READING[1])
            took = page.evaluate("taps")
            page.locator("a[data-restart]").click()
        context.close()
    typical = Measure("Answer to next screen, median", "one frame of 16.7 ms", 1, "ms")
    slow = Measure("Answer to next screen, 95 in 100", "one frame of 16.7 ms", 3, "ms")
    typical.add(share(took, 0.5), FRAME)
    slow.add(share(took, 0.95), FRAME)
    return [typical, slow]
