"""Every kind of page the site has, and every state a page can be in, to be looked at one after the other."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visit import Visit
from tests.browser.world import LATE_TASK, outcome_slug, path_to

STAGE_1 = {**LATE_TASK, "service": "four-stage", "progress": "stage-1"}
ANSWERED_TWICE = dict(list(LATE_TASK.items())[:2])
RAISED = "raised_with_ssw"
TWO_READINGS = path_to("complaint", service="norfolk", progress="stage-2", who="carer")
MISSING = "404.html"
SETTLE = "Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})))"


def templates(site: Path) -> list[str]:
    """Return the address of each top page, and of the longest page of each folder below one."""
    found = [""]
    for index in sorted(site.glob("*/index.html")):
        folder = index.parent
        below = sorted(folder.glob("*/index.html"), key=lambda page: (-page.stat().st_size, page))
        found += [f"{folder.name}/", *(f"{folder.name}/{page.parent.name}/" for page in below[:1])]
    return [address for address in found if not address.startswith("find/")]


def still(visitor: Visit, site: Path) -> Iterator[str]:
    """Go to each kind of page, and name it."""
    for address in templates(site):
        visitor.page.goto(visitor.root + address)
        yield address or "home"
    visitor.page.goto(visitor.root + MISSING)
    yield "a missing page"


def search(visitor: Visit) -> Iterator[str]:
    """Open the search, find something, and find nothing."""
    visitor.page.goto(f"{visitor.root}glossary/")
    visitor.page.get_by_role("button", name="Search").click()
    expect(visitor.page.locator(".md-search-result__meta")).to_have_text("Type to search")
    expect(visitor.page.locator("#__search")).to_be_checked()
    yield "search open"
    visitor.page.keyboard.type("complaint")
    expect(visitor.page.locator(".md-search-result__item").first).to_be_visible()
    yield "search with results"
    visitor.page.keyboard.type("zzzzqq")
    expect(visitor.page.locator(".md-search-result__item")).to_have_count(0)
    yield "search without results"


def wizard(visitor: Visit) -> Iterator[str]:
    """Walk through the wizard, and stop at each state that looks different."""
    visitor.open(outcome_slug({"danger": "now"}))
    yield "a safeguarding outcome, as it is opened"
    visitor.open().ready()
    yield "the first question"
    visitor.take(ANSWERED_TWICE)
    yield "a question with answers so far"
    visitor.page.locator(".nav-back").click()
    expect(visitor.page.locator(".nav-choice-before")).to_be_visible()
    yield "a question shown again"
    visitor.open().ready().take(STAGE_1)
    yield "an outcome that asks for dates"
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors")).to_be_focused()
    yield "an outcome with an error"
    visitor.give_date(RAISED, "6", "10", "2026")
    visitor.page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    yield "an outcome with dates, everything unfolded"
    visitor.page.locator("#navigator .nav-term-link").first.focus()
    yield "an explanation of a role"
    visitor.open().ready().take(TWO_READINGS)
    visitor.give_date("stage_2_started", "2", "November", "2026")
    expect(visitor.page.locator(".nav-readings").first).to_be_visible()
    yield "an outcome with two readings"
    visitor.open().ready().take({"danger": "worried"})
    visitor.page.keyboard.press("Shift")
    yield "a safeguarding outcome, with Shift pressed once"
    visitor.page.locator(".nav-exit-first").focus()
    yield "the way out at the top of the page"


def without_engine(visitor: Visit) -> Iterator[str]:
    """Open an outcome while the engine cannot start."""
    visitor.context.route("**/worker.mjs", lambda route: route.abort())
    visitor.open(outcome_slug(STAGE_1)).until("failed")
    yield "an outcome without an engine"
    visitor.context.unroute("**/worker.mjs")


def everything(visitor: Visit, site: Path) -> Iterator[str]:
    """Go through all of it; each state is still when it is named."""
    for walk in (still(visitor, site), search(visitor), wizard(visitor), without_engine(visitor)):
        for name in walk:
            visitor.page.evaluate(SETTLE)
            yield name
