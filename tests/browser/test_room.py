"""A room: a screen, eight phones, a network that goes away, and results that are collected all the same."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from navigator.site.practice.session_link import session_id
from tests.browser.learning import CASES, COMPLAINT, LATE, presented
from tests.browser.scan import scanned
from tests.browser.visit import Visit
from tests.site.test_result_code import code

PHONES = 8
SESSION = (LATE, COMPLAINT, CASES["not-sure-it-is-serious"])
# Presses one choice of each question, the right one unless the first question is to be missed at first.
ANSWER = """missed => {
    const press = (quiz, right) =>
        quiz.querySelector(`.nav-choice[data-right="${right}"] .nav-option`).click();
    const quizzes = [...document.querySelectorAll(".nav-case .nav-quiz")];
    if (missed) press(quizzes[0], false);
    for (const quiz of quizzes) press(quiz, true);
    return quizzes.length;
}"""


def join(phone: Visit, address: str) -> None:
    """Open what the code said, and wait for its cases."""
    phone.page.goto(address)
    expect(phone.page.locator(".nav-case")).to_have_count(len(SESSION))


def result(phone: Page) -> str:
    """Ask how it went, and return the code that the phone shows."""
    phone.locator('[data-view="summary"]').first.press("Enter")
    return phone.locator(".js-code").inner_text()


def test_a_room_learns_without_a_network(visit: Callable[..., Visit]) -> None:
    """Phones join by the code on the screen; once they have, nothing needs a network, to the last result."""
    screen = visit(width=1280, height=720, offline=True)
    stage = screen.page
    stage.goto(screen.root + presented(*SESSION))
    address = scanned(stage.locator("[data-kind=join] svg"))
    phones = [visit(width=390, height=844, offline=True) for _ in range(PHONES)]
    for phone in phones:
        join(phone, address)
    tally = screen.context.new_page()
    tally.goto(address.replace("/session/", "/results/"))
    room = [screen, *phones]
    for each in room:
        each.context.set_offline(True)
        each.problems_are_expected = (
            True  # A page that looks for a newer release is told that there is no network.
        )
    stage.locator(".js-stage").focus()
    stage.keyboard.press("PageDown")
    stage.keyboard.press("PageDown")
    expect(stage.locator(".js-scene .nav-sign")).to_have_count(0)
    asked = {phone.page.evaluate(ANSWER, phone is phones[3]) for phone in phones}
    assert len(asked) == 1
    questions = asked.pop()
    stage.keyboard.press("PageDown")
    expect(stage.locator(".nav-why .nav-verdict")).to_have_text("Right.")
    for _ in range(2 * questions + 2 * len(SESSION) - 2):
        stage.keyboard.press("PageDown")
    expect(stage.locator('.js-scene[data-step="end"]')).to_be_visible()
    assert scanned(stage.locator("[data-kind=end] svg")) == tally.url
    codes = [result(phone.page) for phone in phones]
    right = code(session_id(SESSION), (1,) * questions)
    assert codes == [right] * 3 + [code(session_id(SESSION), (2, *(1,) * (questions - 1)))] + [right] * 4
    tally.locator("#codes").fill("\n".join(codes))
    tally.locator(".js-take").press("Enter")
    expect(tally.locator(".js-people li")).to_have_count(PHONES)
    first, *others = (
        row.locator("td").all_inner_texts() for row in tally.locator(".js-tally tbody tr:has(th)").all()
    )
    assert first == ["7", "1", "0", "0"]
    assert others == [["8", "0", "0", "0"]] * (questions - 1)
    sent = [
        address for each in room for address in each.requests if not address.startswith(("data:", "blob:"))
    ]
    assert [address for address in sent if not address.startswith(screen.root)] == []
