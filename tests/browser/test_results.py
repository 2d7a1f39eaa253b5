"""What a session leaves: answers that the tab keeps, a code without a name, and the tally of a room."""

from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from _chromium import find
from playwright.sync_api import Browser, Page, expect

from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercises import quizzes
from navigator.site.practice.session_link import session_id
from tests.browser.conftest import ARGUMENTS
from tests.browser.leaks import left_behind
from tests.browser.learning import COMPLAINT, LATE, choose, link, results_link
from tests.browser.served import Server
from tests.browser.visit import Visit
from tests.browser.world import LIBRARY
from tests.site.test_result_code import code

SCORE = ".js-score"
REFUSING = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '%s'); }"


def questions(case: Case) -> list[str]:
    """Return what is asked of a case."""
    page = PageBuilder(LibraryIndex(LIBRARY), "practice/x.md", "x", "x")
    return [quiz.id for quiz in quizzes(page, case)]


def room(*marks: tuple[int, ...]) -> list[str]:
    """Return codes of people who answered the late case, one for each tuple of marks."""
    return [code(session_id((LATE,)), each) for each in marks]


def sum_up(page: Page) -> str:
    """Press the button that says how it went, and return the code."""
    page.locator('[data-view="summary"]').first.press("Enter")
    return page.locator(".js-code").inner_text()


@pytest.fixture
def answered(visit: Callable[..., Visit]) -> Visit:
    """Return a learner who has one question right later, one at the first try, and one not right yet."""
    visitor = visit(width=390)
    visitor.page.goto(visitor.root + link(COMPLAINT, LATE))
    late = visitor.page.locator(f'.nav-case[data-case="{LATE.scenario.id}"]')
    expect(late).to_be_visible()
    for quiz, right in (("route", False), ("route", True), ("stage", True), ("tell", False)):
        choose(late, quiz, right=right)
    return visitor


def test_the_tab_keeps_answers_and_forgets_them(answered: Visit) -> None:
    """A reload and Back lose nothing, another tab knows nothing, digits alone are kept, a button clears."""
    page = answered.page
    before = len(questions(COMPLAINT))
    marks = (0,) * before + (2, 1, 3) + (0,) * (len(questions(LATE)) - 3)
    shown = code(session_id((COMPLAINT, LATE)), marks)
    assert sum_up(page) == shown
    expect(page.locator(SCORE)).to_have_text(f"1 of {len(marks)} questions right at the first try.")
    name = f"practice.{session_id((COMPLAINT, LATE))}"
    assert left_behind(answered) == [f"session {name},{''.join(map(str, marks))}"]
    assert page.evaluate("[location.hash, history.state]") == [
        link(COMPLAINT, LATE).partition("session/")[2],
        None,
    ]
    page.reload()
    expect(page.locator(".nav-case")).to_have_count(2)
    late = page.locator(f'.nav-case[data-case="{LATE.scenario.id}"]')
    expect(late.locator('[data-quiz="tell"]')).to_be_visible()
    assert sum_up(page) == shown
    page.goto(f"{answered.root}glossary/")
    page.go_back()
    expect(page.locator(".nav-case")).to_have_count(2)
    assert sum_up(page) == shown
    other = answered.context.new_page()
    other.goto(answered.root + link(COMPLAINT, LATE))
    expect(other.locator(".nav-case")).to_have_count(2)
    assert sum_up(other) == code(session_id((COMPLAINT, LATE)), (0,) * len(marks))
    other.close()
    page.locator(".js-anew").press("Enter")
    assert left_behind(answered) == []
    assert sum_up(page) == code(session_id((COMPLAINT, LATE)), (0,) * len(marks))


def test_where_nothing_may_be_kept_the_page_alone_knows(visit: Callable[..., Visit]) -> None:
    """A browser that forbids all storage still lets a case be answered to its end."""
    forbidden = "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('no'); }})"
    visitor = visit(init=forbidden)
    visitor.page.goto(visitor.root + LATE.address)
    for quiz in questions(LATE):
        choose(visitor.page, quiz, right=True)
    assert sum_up(visitor.page) == room((1,) * len(questions(LATE)))[0]


def test_the_answer_waits_until_a_case_is_answered_or_given_up(answered: Visit) -> None:
    """Giving up is offered after one try, shows everything, and counts what is open as not right yet."""
    page = answered.page
    untouched = page.locator(f'.nav-case[data-case="{COMPLAINT.scenario.id}"]')
    expect(untouched.locator(".js-answer, .js-give-up").filter(visible=True)).to_have_count(0)
    late = page.locator(f'.nav-case[data-case="{LATE.scenario.id}"]')
    expect(late.locator(".js-answer")).to_be_hidden()
    late.locator(".js-give-up button").press("Enter")
    expect(late.locator(".js-answer summary")).to_be_focused()
    expect(late.locator(".js-answer")).to_contain_text(LATE.scenario.worked_out.splitlines()[0])
    expect(late.locator(".js-give-up")).to_be_hidden()
    expect(late.locator(".nav-quiz:visible")).to_have_count(len(questions(LATE)))
    sum_up(page)
    states = late.locator(".js-results [data-result]")
    assert [each.inner_text() for each in states.all()][:4] == [
        "Right after another try", "Right at the first try", "Not right yet", "Not right yet",
    ]  # fmt: skip
    late.locator('.js-again[data-question="tell"]').press("Enter")
    expect(late.locator('[data-quiz="tell"] h3')).to_be_focused()
    for quiz in questions(COMPLAINT):
        choose(untouched, quiz, right=True)
    expect(untouched.locator(".js-answer")).to_be_visible()


def test_a_page_to_print_is_filled_from_the_tab(answered: Visit) -> None:
    """It has the title and the score, blanks that nothing keeps, and says what it is not."""
    page = answered.page
    page.evaluate("location.hash += '&t=Our%20session'")
    expect(page.locator(".nav-case")).to_have_count(2)
    sum_up(page)
    page.locator(".js-to-certificate").press("Enter")
    expect(page.locator(".js-title")).to_have_text("Our session")
    expect(page.locator(SCORE)).to_contain_text("questions right at the first try")
    expect(page.locator(".js-certificate")).to_contain_text("It is no qualification")
    kept = left_behind(answered)
    page.locator("#certificate-name").fill("Ada")
    assert left_behind(answered) == kept
    page.reload()
    expect(page.locator("#certificate-name")).to_have_value("")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator(".js-none")).to_be_visible()
    expect(page.locator(SCORE)).to_be_hidden()


def test_a_pass_is_told_in_words(visit: Callable[..., Visit]) -> None:
    """A pack that names a pass says so, and whether this is one; others say nothing of it."""
    visitor = visit()
    page = visitor.page
    for pack in LIBRARY.packs[:2]:
        page.goto(f"{visitor.root}packs/{pack.id}/")
        sum_up(page)
        line = page.locator('[data-line="pass"]')
        if pack.passing:
            expect(line).to_have_text(f"A pass is {pack.passing} such cases of {len(pack.scenarios)}.")
        else:
            expect(line).to_be_hidden()
        expect(page.locator('[data-line="passed"], [data-line="failed"]').filter(visible=True)).to_have_count(
            0
        )
    assert LIBRARY.packs[0].passing
    assert LIBRARY.packs[1].passing is None


def test_a_room_is_counted(visit: Callable[..., Visit]) -> None:
    """Codes typed and pasted are counted, each slip is told, one can be taken away, and all be deleted."""
    visitor = visit(width=390)
    page = visitor.page
    page.goto(visitor.root + results_link())
    one, two = room((1, 2, 1, 1), (1, 3, 1, 0))
    strange = code(session_id((COMPLAINT,)), (1, 1, 1))
    older = code(session_id((LATE,))[:2] + "00", (1, 1, 1, 1))
    slip = one[:-1] + ("8" if one[-1] != "8" else "9")
    page.locator("#codes").fill(f"Anna: {one.lower()}\nBo {two}, {one} thanks\n{strange}\n{older} {slip}")
    page.locator(".js-take").press("Enter")
    people = page.locator(".js-people li")
    expect(people).to_have_count(3)
    expect(people.nth(1)).to_contain_text("Code 2: 2 of 4 right at the first try. Again: 1. Which stage?")
    told = page.locator(".js-told")
    expect(told).to_contain_text("Code 3 is the same as code 1")
    expect(told).to_contain_text(f"{strange} is from another session")
    expect(told).to_contain_text(f"{older} is from another version")
    expect(told).to_contain_text(f"{slip} has a typing error")
    # What could not be counted is left to be mended, and is not counted twice.
    expect(page.locator("#codes")).to_have_value(f"{strange}\n{older}\n{slip}")
    expect(page.locator(".js-hardest")).to_contain_text(f"{LATE.scenario.title}: Which stage?")
    expect(page.locator(".js-hardest")).to_contain_text("0 of 3")
    rows = page.locator(".js-tally tbody tr:has(th)")
    assert [row.locator("td").all_inner_texts() for row in rows.all()] == [
        ["3", "0", "0", "0"], ["0", "2", "1", "0"], ["3", "0", "0", "0"], ["2", "0", "0", "1"],
    ]  # fmt: skip
    page.reload()
    expect(people).to_have_count(3)
    people.nth(0).locator(".js-remove").press("Enter")
    expect(people).to_have_count(2)
    expect(people.nth(0)).to_contain_text("Code 2:")
    assert left_behind(visitor) == [f"session results.{session_id((LATE,))},,1310,1211"]
    assert visitor.requests == [each for each in visitor.requests if each.startswith(visitor.root)]
    page.locator(".js-delete").press("Enter")
    expect(people).to_have_count(0)
    assert left_behind(visitor) == []


def test_a_link_without_cases_counts_nothing(visit: Callable[..., Visit]) -> None:
    """The page says so, and shows no field that would take a code."""
    visitor = visit()
    visitor.page.goto(f"{visitor.root}practice/results/")
    expect(visitor.page.locator("[data-message=none]")).to_be_visible()
    expect(visitor.page.locator("#codes")).to_be_hidden()


@pytest.mark.parametrize(
    ("init", "told"),
    [
        ("Object.defineProperty(window, 'isSecureContext', {value: false})", "insecure"),
        ("delete Navigator.prototype.mediaDevices", "none"),
        (REFUSING % "NotAllowedError", "refused"),
        (REFUSING % "NotReadableError", "busy"),
    ],
    ids=["over http", "no camera", "refused", "in use"],
)  # fmt: skip
def test_without_a_camera_the_page_says_why(visit: Callable[..., Visit], init: str, told: str) -> None:
    """In plain words, with what to do instead; typing goes on."""
    visitor = visit(init=init)
    visitor.page.goto(visitor.root + results_link())
    visitor.page.locator(".js-scan").press("Enter")
    shown = visitor.page.locator("[data-camera]:visible")
    expect(shown).to_have_attribute("data-camera", told)
    expect(shown).to_contain_text("ype the codes")


def test_a_camera_reads_a_code_once(chromium: Browser, server: Server, tmp_path: Path) -> None:
    """A code held in front of the camera is counted one time, however long it is there."""
    (shown,) = room((1, 2, 1, 1))
    film = tmp_path / "code.y4m"
    film.write_bytes(filmed(shown))
    camera = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
    arguments = [*ARGUMENTS, *camera, f"--use-file-for-fake-video-capture={film}"]
    browser = chromium.browser_type.launch(executable_path=find(), args=arguments)
    visitor = Visit(browser, server)
    visitor.page.goto(visitor.root + results_link())
    visitor.page.locator(".js-scan").press("Enter")
    people = visitor.page.locator(".js-people li")
    expect(people).to_have_count(1)
    expect(people).to_contain_text("Code 1: 3 of 4 right at the first try.")
    visitor.page.wait_for_timeout(1000)
    expect(people).to_have_count(1)
    visitor.page.locator(".js-stop").press("Enter")
    expect(visitor.page.locator(".js-camera")).to_be_hidden()
    assert visitor.problems == []
    browser.close()


def filmed(text: str, side: int = 480, module: int = 8) -> bytes:
    """Return a film of one picture, a QR code in the middle of white, as YUV4MPEG2."""
    rows = [list(row) for row in segno.make_qr(text).matrix]
    white, edge = b"\xeb", (side - len(rows) * module) // 2
    picture = bytearray(white * side * side)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                for line in range(module):
                    at = (edge + y * module + line) * side + edge + x * module
                    picture[at : at + module] = b"\x10" * module
    colours = b"\x80" * (side * side // 2)
    return f"YUV4MPEG2 W{side} H{side} F10:1 Ip A1:1 C420jpeg\nFRAME\n".encode() + bytes(picture) + colours
