"""Taking things away: copies, a calendar file, links that carry dates, and paper."""

import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from navigator.core.nodes import Node
from tests.browser.served import HELD, MISSING, Server
from tests.browser.visit import LEADING_DAY, Visit
from tests.browser.world import LATE_TASK, LIBRARY, outcome_slug

STAGE_2 = {**LATE_TASK, "service": "four-stage", "progress": "stage-2"}
SLUG = outcome_slug(STAGE_2)
WORKERS = Node(None, "escalation", "four-stage", "stage-2", reader="supervising-social-worker").slug
"""The same for a worker, who writes the messages."""
RAISED = "raised_with_line_manager"
DATES = f"#policy=escalation-four-stage.000000.000000&dates={RAISED}.2026-11-25"
DUE = "Monday 30 November 2026"
"""Three working days after Wednesday 25 November."""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
WATCH = """
    const {replaceState, pushState} = history;
    window.entries = [];
    const noting = (change) => (...given) => {
        entries.push(String(given[2]));
        change.apply(history, given);
    };
    history.replaceState = noting(replaceState);
    history.pushState = noting(pushState);
"""


@pytest.fixture
def dated(visit: Callable[..., Visit]) -> Visit:
    """Return somebody at stage 2, with the day on which it began, whose browser may use the clipboard."""
    visitor = visit()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visitor.root.rstrip("/"))
    visitor.open(SLUG).ready().give_date(RAISED, "25", "11", "2026")
    return visitor


def take(visitor: Visit, what: str) -> str:
    """Press a button, wait until it says that it has copied, and return what the clipboard holds."""
    page = visitor.page
    visitor.unfold_all()
    button = page.locator(f'button[data-take="{what}"]')
    button.press("Enter")
    line = page.locator("#navigator-share .nav-taken" if what == "address" else "#navigator .nav-taken")
    expect(line).to_have_text("Copied.")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    return copied


@pytest.mark.returning
def test_the_plain_link_has_no_date(dated: Visit) -> None:
    """The link that is offered first is the page's address and nothing else, on questions as well."""
    assert take(dated, "address") == f"{dated.root}find/{SLUG}/"
    dated.page.locator("[data-restart]").press("Enter")
    dated.at("danger")
    assert take(dated, "address") == f"{dated.root}find/danger/"


@pytest.mark.returning
def test_the_page_and_the_message_are_copied_as_text(dated: Visit) -> None:
    """The text says by when; the message has its head and the date that was given."""
    assert DUE in take(dated, "text")
    dated.choice("phase", "answered").press("Enter")
    expect(dated.page.locator(".nav-phase-now")).to_have_attribute("id", "p3")
    expect(dated.page.locator(".nav-phase-now .js-lead")).to_be_focused()
    message = take(dated, "message")
    assert message.startswith("To: ")
    assert "Wednesday 25 November 2026" in message


@pytest.mark.returning
def test_the_calendar_file_parses_and_is_neutral(dated: Visit) -> None:
    """The file has the date, and the day after it, under neutral names; it comes without any request."""
    dated.unfold_all()
    before = len(dated.requests)
    with dated.page.expect_download() as download:
        dated.page.locator('button[data-take="calendar"]').click()
    file = Path(download.value.path())
    told = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert {(str(event["summary"]), str(event.decoded("dtstart"))) for event in told} >= {
        (LIBRARY.words["take_away.titles.duty"], "2026-11-30"),
        (LIBRARY.words["take_away.titles.after"], "2026-12-01"),
    }
    assert download.value.suggested_filename == "reminder.ics"
    asked = [each for each in dated.requests[before:] if not each.startswith("blob:")]
    assert [each for each in asked if not each.endswith("favicon.png")] == []


@pytest.mark.returning
def test_a_link_with_dates_is_made_on_purpose_and_opens_with_them(
    dated: Visit, visit: Callable[..., Visit]
) -> None:
    """It stands behind words that say what it shows; whoever opens it sees the date, and of no change."""
    button = dated.page.locator('button[data-take="link"]')
    dated.page.locator(".nav-take > details > summary").click()
    expect(button).to_be_hidden()
    dated.page.locator(".nav-live summary").click()
    expect(dated.page.locator(".nav-live details")).to_contain_text("can read the dates in it")
    link = take(dated, "link")
    assert "2026-11-25" in link
    other = visit()
    other.page.goto(link)
    other.ready()
    expect(other.page.locator(LEADING_DAY)).to_have_text(DUE)
    expect(other.page.locator(".nav-notice")).to_have_text(
        "The dates below came with the link. They have been taken out of the address."
    )
    expect(other.field(RAISED, "day")).to_have_value("25")


def opened(visitor: Visit, fragment: str) -> Page:
    visitor.page.goto(f"{visitor.root}find/{SLUG}/{fragment}")
    return visitor.page


def test_the_dates_leave_the_address_at_once(visit: Callable[..., Visit], server: Server) -> None:
    """Before the engine is there the address is plain, no entry keeps dates, and the page says they wait."""
    server.let_go.clear()
    server.faults["python_stdlib.zip"] = HELD
    visitor = visit(init=WATCH)
    page = opened(visitor, DATES)
    assert page.url == f"{visitor.root}find/{SLUG}/"
    expect(page.locator("#navigator-link")).to_contain_text("as soon as dates can be worked out")
    expect(page.locator("h1")).to_have_text("Stage 2: the line manager")
    assert page.locator("#navigator button").count() == 0
    server.let_go.set()
    visitor.ready()
    expect(page.locator(LEADING_DAY)).to_have_text(DUE)
    assert page.locator("#navigator-link").count() == 0
    kept = page.evaluate("[...entries, location.href, JSON.stringify(history.state)].join()")
    assert "2026" not in kept
    page.reload()
    visitor.ready()
    expect(page.locator(LEADING_DAY)).to_have_count(0)


@pytest.mark.returning
def test_an_older_link_says_what_changed(visit: Callable[..., Visit]) -> None:
    """A link from another state of the policy opens with a new count, and says so."""
    visitor = visit()
    page = opened(visitor, DATES)
    visitor.ready()
    notice = page.locator(".nav-notice")
    expect(notice).to_contain_text("have changed since the link was made. The dates were worked out anew.")
    expect(page.locator(LEADING_DAY)).to_have_text(DUE)


@pytest.mark.returning
def test_a_broken_link_opens_the_plain_page(visit: Callable[..., Visit]) -> None:
    """It says what is wrong, shows no date, and goes on working."""
    visitor = visit()
    page = opened(visitor, "#policy=a&dates=<img src=x onerror=alert(1)>")
    visitor.ready()
    expect(page.locator(".nav-notice")).to_contain_text("The dates in this link cannot be used.")
    assert page.url == f"{visitor.root}find/{SLUG}/"
    assert page.locator("#navigator img").count() == 0
    visitor.give_date(RAISED, "25", "11", "2026")
    expect(page.locator(LEADING_DAY)).to_have_text(DUE)
    expect(page.locator(".nav-notice")).to_have_count(0)


@pytest.mark.returning
def test_a_link_opened_on_its_own_page_works_too(dated: Visit) -> None:
    """Pasted into the address of the page that is open, its dates take the place of those before."""
    dated.page.evaluate("fragment => { location.hash = fragment; }", DATES.replace("11-25", "11-24"))
    expect(dated.page.locator(LEADING_DAY)).to_have_text("Friday 27 November 2026")
    assert dated.page.url == f"{dated.root}find/{SLUG}/"


def test_without_an_engine_the_page_stands_and_says_so(visit: Callable[..., Visit], server: Server) -> None:
    """Where the engine cannot come, the rule stays in words and nobody waits for the dates."""
    server.faults["pyodide.js"] = MISSING
    visitor = visit()
    visitor.problems_are_expected = True
    page = opened(visitor, DATES)
    visitor.until("failed")
    expect(page.locator("#navigator-link")).to_have_text(
        "There are dates in this link. They cannot be shown on this device."
    )
    assert page.url == f"{visitor.root}find/{SLUG}/"
    expect(page.locator(".nav-phase-now")).to_be_visible()
    assert page.locator("#navigator button").count() == 0


def test_without_a_clipboard_the_text_can_be_copied_by_hand(visit: Callable[..., Visit]) -> None:
    """Where a browser allows no copying, the text stands selected in a field with a name."""
    visitor = visit(init=NO_CLIPBOARD).open(SLUG)
    visitor.page.locator('button[data-take="address"]').click()
    field = visitor.page.get_by_label("Copy this text by hand.")
    expect(field).to_have_value(f"{visitor.root}find/{SLUG}/")
    expect(visitor.page.locator("#navigator-share .nav-taken")).to_have_text("Copy this text by hand.")


PAGES_OF_A_POLICY = 7
"""As many at most as the longest one of a service takes, printed from the browser."""


@pytest.mark.returning
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_paper_everything_is_there(visit: Callable[..., Visit], tmp_path: Path, scripts: bool) -> None:
    """What is folded away is printed, with address and version, and dates with their day; buttons are not."""
    visitor = visit(scripts=scripts).open(WORKERS)
    if scripts:
        visitor.ready().give_date(RAISED, "25", "11", "2026")
    visitor.page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages).split())
    printed = ["Subject: Escalation, stage 3", "What was said and done"]
    printed += [
        "Checked on",
        f"find/{WORKERS}/",
        "Sources last checked on",
        "What holds throughout",
    ]
    if scripts:
        printed += [DUE, f"Address: {visitor.root}", "As of Thursday 26 November 2026. Policy:"]
    flat = text.replace("ﬁ", "fi").replace(" ", "")
    assert [each for each in printed if each.replace(" ", "") not in flat] == []
    for dropped in ("Main pages", "Copy a link", "Work out the dates", "Start again"):
        assert dropped not in text
    assert LIBRARY.role["line-manager"].explains not in text
    assert not re.search(r"Go back|Back to", text)


def test_tables_and_policies_print_without_scripts(visit: Callable[..., Visit], tmp_path: Path) -> None:
    """A table of dates is complete on paper, its months named, and a long policy takes few pages."""
    visitor = visit(scripts=False)
    visitor.page.goto(f"{visitor.root}dates/3-working-days/")
    visitor.page.pdf(path=tmp_path / "table.pdf", format="A4")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "table.pdf").pages).split())
    assert "November 2026" in text
    assert "Tue 22 Tue 29 Dec 2026" in text
    visitor.page.goto(f"{visitor.root}policies/somerset-qa-dispute/")
    visitor.page.pdf(path=tmp_path / "policy.pdf", format="A4")
    assert len(PdfReader(tmp_path / "policy.pdf").pages) <= PAGES_OF_A_POLICY
