"""Every kind of page the site has, and every state a page can be in, to be looked at one after the other."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect

from navigator.site.practice.session_link import WRITE
from tests.browser.drafting import drafting
from tests.browser.learning import LATE, PACK, choice, choose, old_link, presented, results_link
from tests.browser.visit import Visit
from tests.browser.world import LATE_TASK, RAISED, STAGE_1, outcome_slug, path_to
from tests.browser.writing import explain, make, write

ANSWERED_TWICE = dict(list(LATE_TASK.items())[:2])
TWO_READINGS = path_to("complaint", service="norfolk", progress="stage-2", who="carer")
MISSING = "404.html"
OWN_KINDS = (
    *("practice/c*/", "packs/*/handout/", "packs/*/answers/", "packs/*/trainer/"),
    *("embed/routes/*/", "embed/policies/*/"),
)
"""Pages of a kind of their own, beside others in their folder or below them."""
UNFOLD = "document.querySelectorAll('main details').forEach(each => { each.open = true; })"


def templates(site: Path) -> list[str]:
    """Return the address of each top page, and of the longest page of each kind below one."""
    top = [f"{index.parent.name}/" for index in sorted(site.glob("*/index.html"))]
    below = [longest(site, kind) for kind in (*(f"{folder}*/" for folder in top), *OWN_KINDS)]
    found = dict.fromkeys(["", *top, *(address for address in below if address)])
    return [address for address in found if not address.startswith("find/")]


def longest(site: Path, kind: str) -> str | None:
    """Return the address of the longest page that a pattern fits, or none."""
    pages = sorted(site.glob(f"{kind}index.html"), key=lambda page: (-page.stat().st_size, page))
    return f"{pages[0].parent.relative_to(site).as_posix()}/" if pages else None


def still(visitor: Visit, site: Path) -> Iterator[str]:
    """Go to each kind of page, unfold all of it, and name it."""
    for address in templates(site):
        visitor.page.goto(visitor.root + address)
        visitor.page.evaluate(UNFOLD)
        yield address or "home"
    visitor.page.goto(visitor.root + MISSING)
    yield "a missing page"


def learning(visitor: Visit) -> Iterator[str]:
    """Answer a case wrongly and rightly, and see each view of a session and of a trainer's choice."""
    page = visitor.page
    page.goto(visitor.root + LATE.address)
    expect(page.locator(choice("route", right=True))).to_be_visible()
    yield "a case, as it is opened"
    choose(page, "route", right=False)
    yield "a case with a wrong choice"
    for quiz in page.locator(".nav-quiz").evaluate_all("all => all.map(each => each.dataset.quiz)"):
        choose(page, quiz, right=True)
    page.evaluate(UNFOLD)
    yield "a case answered to its end"
    page.locator('[data-view="summary"]').first.press("Enter")
    expect(page.locator(".js-code-qr svg")).to_be_visible()
    yield "the end of a case, with its code"
    code = page.locator(".js-code").inner_text()
    page.locator(".js-to-certificate").press("Enter")
    expect(page.locator(".js-filled")).to_be_visible()
    yield "a record of practice"
    page.goto(visitor.root + results_link())
    page.locator("#codes").fill(f"{code} {code} {code[:-1]}")
    page.locator(".js-take").press("Enter")
    expect(page.locator(".js-people li")).to_have_count(2)
    yield "the results of a room"
    page.goto(visitor.root + old_link())
    expect(page.locator(".nav-case")).to_have_count(2)
    yield "a session from an older link"
    page.goto(f"{visitor.root}practice/handout/{old_link().partition('/session/')[2]}")
    expect(page.locator(".nav-paper")).to_have_count(2)
    yield "a handout from an older link"
    page.goto(f"{visitor.root}practice/session/")
    expect(page.locator("[data-message=none]")).to_be_visible()
    yield "a session that names no case"
    page.goto(f"{visitor.root}practice/make/")
    page.locator(f"#take-{LATE.slug}").check()
    expect(page.locator("#made-link")).not_to_have_value("")
    yield "a session being made"
    yield from writing(visitor)
    yield from presenting(visitor)
    page.goto(f"{visitor.root}packs/{PACK.id}/")
    page.locator(".nav-large").check()
    page.evaluate(UNFOLD)
    yield "a pack in large type"


def writing(visitor: Visit) -> Iterator[str]:
    """Write a case: a question of the wizard, what is lacking, and the case with its file and its link."""
    page = visitor.page
    page.goto(visitor.root + WRITE)
    expect(page.locator("[data-question]").first).to_be_visible()
    yield "a case to be written"
    page.locator(".js-make-case").press("Enter")
    expect(page.locator(".js-problems")).to_be_focused()
    yield "a case that lacks something"
    write(page, "A promise", "You asked on Monday. Nobody has answered.")
    explain(page)
    make(page)
    page.evaluate(UNFOLD)
    yield "a case that is written"
    link = page.locator("#case-link").input_value()
    page.locator(".js-save-file").press("Enter")  # an unsaved case would ask before the page is left
    page.goto(link)
    expect(page.locator(".js-own")).to_be_visible()
    yield "a session with a written case"


def presenting(visitor: Visit) -> Iterator[str]:
    """Show a session to a room: each kind of screen, the list of cases, and the trainer's window."""
    page = visitor.page
    page.goto(visitor.root + presented(LATE))
    expect(page.locator(".js-scene[data-step=join]")).to_be_visible()
    yield "how to join a session"
    page.locator(".js-on").press("Enter")
    page.locator(".js-on").press("Enter")
    page.locator(".js-counting").press("Enter")
    yield "a question on the screen of a room, with hands to count"
    page.locator(".js-on").press("Enter")
    yield "its answer on the screen of a room"
    page.locator(".js-jump-open").press("Enter")
    yield "the list of cases on the screen of a room"
    page.goto("about:blank")
    page.goto(f"{visitor.root}{presented(LATE)}&notes")
    expect(page.locator(".js-notes")).to_be_visible()
    page.locator(".js-on").press("Enter")
    page.locator(".js-on").press("Enter")
    yield "the trainer's window"


def search(visitor: Visit) -> Iterator[str]:
    """Open the search, find something, and find nothing."""
    visitor.page.goto(f"{visitor.root}glossary/")
    visitor.page.get_by_role("button", name="Search").click()
    expect(visitor.page.locator(".js-search-told")).to_have_text("Type to search")
    yield "search open"
    visitor.page.keyboard.type("complaint")
    expect(visitor.page.locator(".nav-search-result").first).to_be_visible()
    yield "search with results"
    visitor.page.keyboard.type("zzzzqq")
    expect(visitor.page.locator(".nav-search-result")).to_have_count(0)
    yield "search without results"


def wizard(visitor: Visit) -> Iterator[str]:
    """Walk through the wizard, and stop at each state that looks different."""
    # An engine that arrives while a page is looked at would change it under the looker's eyes.
    visitor.open(outcome_slug({"danger": "now"})).ready()
    yield "a safeguarding outcome, as it is opened"
    visitor.open().ready()
    yield "the first question"
    visitor.take(ANSWERED_TWICE)
    yield "a question with answers so far"
    visitor.page.locator(".nav-back").press("Enter")
    expect(visitor.page.locator(".nav-choice-before")).to_be_visible()
    yield "a question shown again"
    visitor.open().ready().take(STAGE_1)
    yield "an outcome that asks for dates"
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors")).to_be_focused()
    yield "an outcome with an error"
    visitor.give_date(RAISED, "6", "10", "2026")
    yield "an outcome with dates"
    visitor.choice("phase", "answered").press("Enter")
    expect(visitor.page.locator(".nav-phase-now .js-lead")).to_be_focused()
    yield "another phase of an outcome"
    visitor.page.go_back()
    expect(visitor.field(RAISED, "day")).to_be_attached()
    visitor.page.evaluate(UNFOLD)
    yield "an outcome with dates, everything unfolded"
    visitor.page.locator("#navigator .nav-term-link").first.focus()
    yield "an explanation of a role"
    visitor.open().ready().take(TWO_READINGS)
    visitor.give_date("stage_2_started", "2", "November", "2026")
    visitor.page.evaluate(UNFOLD)
    expect(visitor.page.locator(".nav-readings").first).to_be_visible()
    yield "an outcome with two readings"
    visitor.open().ready().take({"danger": "worried"})
    visitor.page.keyboard.press("Shift")
    yield "a safeguarding outcome, with Shift pressed once"
    visitor.page.locator(".nav-exit-first").focus()
    yield "the way out at the top of the page"


def matters(visitor: Visit) -> Iterator[str]:
    """Fill in a list of matters: with what is lacking, and with what is due."""
    page = visitor.page
    page.goto(f"{visitor.root}my-matters/")
    page.locator(".js-add").press("Enter")
    expect(page.locator(".js-errors")).to_be_focused()
    yield "a list of matters with an error"
    page.locator("#matter-nickname").fill("The blue house")
    page.locator("#matter-policy").select_option("norfolk-complaint")
    page.locator("#matter-date-complaint_sent").fill("16 November 2026")
    page.locator(".js-add").press("Enter")
    expect(page.locator(".js-due > table")).to_be_visible()
    page.evaluate(UNFOLD)
    yield "a list of matters with what is due"
    page.locator('[data-act="remove"]').press("Enter")  # an unsaved list would ask before the page is left


def without_engine(visitor: Visit) -> Iterator[str]:
    """Open an outcome while the engine cannot start."""
    visitor.context.route("**/worker.js", lambda route: route.abort())
    visitor.open(outcome_slug(STAGE_1)).until("failed")
    yield "an outcome without an engine"
    visitor.context.unroute("**/worker.js")


def everything(visitor: Visit, site: Path) -> Iterator[str]:
    """Go through all of it; each state is still when it is named."""
    for walk in (
        still(visitor, site),
        learning(visitor),
        search(visitor),
        wizard(visitor),
        matters(visitor),
        drafting(visitor),
        without_engine(visitor),
    ):
        for name in walk:
            visitor.settle()
            yield name
