"""The site where less works: no scripts, a sub-path, small screens, slow connections, broken files."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from navigator.core.journey import follow
from tests.browser.leaks import sent_elsewhere
from tests.browser.served import CUT_SHORT, MISSING, Server
from tests.browser.visit import LEADING_DAY, SAVE_DATA, WIDTHS, Visit
from tests.browser.world import LATE_TASK, LIBRARY, RAISED, ROUTES, STAGE_1, outcome_slug, path_to

SLOW = "Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '3g'}})"


def test_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts, plain links lead from home to an outcome of a route, with no dead control."""
    visitor = visit(scripts=False)
    for route in ROUTES[::4]:
        visitor.page.goto(visitor.root)
        visitor.page.locator('main a[href*="find/danger/"]').first.click()
        answers = path_to(route)
        for step in follow(LIBRARY, answers).answered:
            visitor.at(step.node.slug)
            visitor.answer(step.question.id, step.choice.id)
        visitor.at(outcome_slug(answers))
        expect(visitor.page.locator(".nav-route-name")).to_have_text(LIBRARY.route[route].name)
        for part in ("steps", "when", "sources"):
            expect(visitor.page.locator(f"#navigator #{part}")).to_have_count(1)
        expect(visitor.page.locator("main :is(form, button, input, select)")).to_have_count(0)


@pytest.mark.returning
@WIDTHS
def test_danger_is_first(visit: Callable[..., Visit], width: int) -> None:
    """On the first screen a heading with 999 and a link to call it are in view, and nothing is too wide."""
    visitor = visit(width=width, height=640, scripts=False)
    for address in (visitor.root, f"{visitor.root}find/danger/"):
        visitor.page.goto(address)
        heading = visitor.page.locator("h1, h2, h3", has_text="999").first.bounding_box()
        call = visitor.page.locator('main a[href="tel:999"]').first.bounding_box()
        assert heading
        assert call
        assert max(heading["y"] + heading["height"], call["y"] + call["height"]) <= 640
        assert call["height"] >= 44


@pytest.mark.returning
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_is_wider_than_a_small_screen(visit: Callable[..., Visit], dark: bool) -> None:
    """At 320 px no page of a journey has to be moved sideways, errors and an explanation included."""
    visitor = visit(width=320, height=640, dark=dark).open().ready()

    def fits() -> bool:
        return bool(visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))

    assert fits()
    visitor.take(STAGE_1)
    assert fits()
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors")).to_be_focused()
    assert fits()
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_be_visible()
    visitor.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert fits()
    for link in visitor.page.locator(".nav-term a").all()[:4]:
        link.focus()
        assert fits()


def test_below_a_path(visit: Callable[..., Visit]) -> None:
    """Hosted below a path, the wizard works with its engine there, and asks for nothing outside it."""
    visitor = visit(below=True).open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    assert sent_elsewhere(visitor) == []


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("pyodide.js", MISSING),
        ("pyodide.asm.wasm", MISSING),
        ("pyodide.asm.wasm", CUT_SHORT),
        ("worker.js", MISSING),
        ("library.json", MISSING),
        ("library.json", CUT_SHORT),
    ],
)
def test_engine_cannot_start(visit: Callable[..., Visit], server: Server, file: str, fault: str) -> None:
    """Where the engine cannot start, the page says so, and outcomes with rules in words are reached."""
    server.faults[file] = fault
    visitor = visit().open()
    visitor.until("failed")
    assert visitor.status() in visitor.page.evaluate(
        "[...document.getElementById('navigator-words').content.querySelectorAll('[data-word^=failed]')]"
        ".map(word => word.textContent)"
    )
    visitor.take(STAGE_1)
    expect(visitor.page.locator(".nav-phase-now")).to_contain_text("3 working days")
    expect(visitor.page.locator(".nav-dates-form")).to_have_count(0)
    expect(visitor.page.locator("#navigator-status + progress")).to_have_count(0)
    visitor.problems_are_expected = True


def test_wizard_script_is_missing(visit: Callable[..., Visit], server: Server) -> None:
    """Without the wizard's own script the links are plain links."""
    server.faults["wizard.js"] = MISSING
    visitor = visit().open().take(STAGE_1)
    expect(visitor.page.locator(".nav-phase-now")).to_be_visible()
    visitor.problems_are_expected = True


@pytest.mark.parametrize("init", [SAVE_DATA, SLOW], ids=["saving data", "slow"])
def test_metered_connection(visit: Callable[..., Visit], init: str) -> None:
    """Saving data or on a slow connection, nothing large is fetched until the reader asks for a date."""
    visitor = visit(init=init).open().take(LATE_TASK)
    offer = visitor.page.locator("#navigator-offer")
    expect(offer).to_have_count(0)
    visitor.take_on({"service": "four-stage", "progress": "stage-1"}, outcome_slug(STAGE_1))
    expect(offer).to_contain_text(" MB")
    assert not [address for address in visitor.requests if "/runtime/" in address]
    offer.click()
    visitor.ready()
    expect(offer).to_have_count(0)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_outcome_without_dates_offers_nothing(visit: Callable[..., Visit]) -> None:
    """Saving data, an outcome that needs no date offers no download."""
    visitor = visit(init=SAVE_DATA).open().take({"danger": "now"})
    expect(visitor.page.locator("#navigator-offer")).to_have_count(0)


def test_engine_dies_later(visit: Callable[..., Visit]) -> None:
    """Where the engine fails over a date, the page says so, and the outcome with its rules stands."""
    spoil = """
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (data) {
            post.call(this, window.spoilt && data.id ? {...data, message: '{'} : data);
        };"""
    visitor = visit(init=spoil).open().ready().take(STAGE_1)
    visitor.page.evaluate("window.spoilt = true")
    visitor.give_date(RAISED, "6", "10", "2026")
    visitor.until("failed")
    expect(visitor.page.locator(".nav-dates-form")).to_have_count(0)
    expect(visitor.page.locator(".nav-phase-now")).to_contain_text("3 working days")
    visitor.at(outcome_slug(STAGE_1))


def test_page_that_is_gone(visit: Callable[..., Visit], server: Server) -> None:
    """Where the next page cannot be fetched, the browser follows the link itself."""
    visitor = visit(init=SAVE_DATA).open()
    visitor.choice("danger", "none").evaluate("link => { link.href = '../no-such-page/'; }")
    with visitor.page.expect_navigation():
        visitor.answer("danger", "none")
    assert visitor.page.url == f"{visitor.root}find/no-such-page/"
    visitor.problems_are_expected = True


def test_states_are_told_once(visit: Callable[..., Visit]) -> None:
    """The status region tells loading and ready, once each, in words that stand in the page."""
    note = """
        document.addEventListener('readystatechange', () => {
            if (document.readyState !== 'interactive') return;
            window.told = [];
            const status = document.getElementById('navigator-status');
            new MutationObserver(() => told.push(status.textContent)).observe(status, {childList: true});
        });"""
    visitor = visit(init=note).open().ready()
    visitor.take({"danger": "none", "who": "carer"})
    words = visitor.page.evaluate(
        "['loading', 'ready'].map(name => document.getElementById('navigator-words').content"
        ".querySelector(`[data-word=${name}]`).textContent)"
    )
    assert visitor.page.evaluate("told") == words
    assert visitor.page.locator("#navigator-status").get_attribute("role") == "status"


@pytest.mark.returning
def test_print_shows_everything(visit: Callable[..., Visit]) -> None:
    """On paper the receipts are open, and what only serves a screen is left out."""
    visitor = visit().open(outcome_slug(STAGE_1)).ready()
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(".nav-receipt").first).not_to_be_visible()
    visitor.page.emulate_media(media="print")
    expect(visitor.page.locator(".nav-receipt").first).to_be_visible()
    for hidden in (".nav-dates-form", "#navigator-status", ".nav-restart", ".md-header"):
        expect(visitor.page.locator(hidden).first).not_to_be_visible()
