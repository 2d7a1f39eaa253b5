"""A session on the screen of a room, and the trainer's notes beside it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from navigator.site.practice.packs import hash_of
from navigator.site.practice.session_link import PRESENT, SESSION, session_hash
from tests.browser.learning import COMPLAINT, INDEX, LATE, PACK, presented
from tests.browser.scan import scanned
from tests.browser.visit import Visit
from tests.browser.walk import stops, wrong
from tests.browser.world import LIBRARY
from tests.shipped import NOON

SCENE = ".js-scene"
LOOK = """() => {
    const scene = document.querySelector(".js-scene");
    return {
        kind: scene.dataset.step,
        type: parseFloat(getComputedStyle(scene).fontSize),
        cut: scene.scrollHeight > scene.clientHeight || scene.scrollWidth > scene.clientWidth,
        told: document.querySelector(".js-told").textContent,
    };
}"""
SHORT = min(LIBRARY.packs, key=lambda pack: len(pack.scenarios))
LEAST = {1280: 18, 1920: 24}
"""In pixels: the smallest type that is read from the back of a room, by the width of the screen."""


def begin(visitor: Visit, link: str) -> Page:
    """Open a session for a room and wait for its first screen."""
    visitor.page.goto(visitor.root + link)
    expect(visitor.page.locator(f"{SCENE}[data-step=join]")).to_be_visible()
    return visitor.page


def at(page: Page, said: str) -> None:
    """Wait until a window is at a step, by what is read aloud of it."""
    expect(page.locator(".js-told")).to_have_text(said)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)], ids=["1280 px", "1920 px"])
def test_a_pack_is_played_through_by_a_clicker(visit: Callable[..., Visit], width: int, height: int) -> None:
    """Each step of a pack is in view as a whole, in type that is read from afar."""
    page = begin(visit(width=width, height=height), f"{PRESENT}{hash_of(INDEX, SHORT)}")
    page.locator(".js-full").click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.locator(".js-stage").focus()
    kinds: list[str] = []
    while not kinds or kinds[-1] != "end":
        seen = page.evaluate(LOOK)
        kinds.append(seen["kind"])
        assert not seen["cut"], seen
        assert seen["type"] >= LEAST[width], seen
        page.keyboard.press("PageDown")
    asked = kinds.count("question")
    assert kinds[:4] == ["join", "story", "question", "reveal"]
    assert kinds.count("story") == kinds.count("answer") == len(SHORT.scenarios)
    assert kinds.count("reveal") == asked > len(SHORT.scenarios)
    assert scanned(page.locator("[data-kind=end] svg")).startswith(
        f"{page.url.partition('practice/')[0]}practice/results/#s="
    )
    page.keyboard.press("PageUp")
    assert page.evaluate(LOOK)["kind"] == "answer"


def test_phones_join_by_the_code(visit: Callable[..., Visit]) -> None:
    """The code is large, leads to the learners' page, and says where no phone can reach it."""
    visitor = visit(width=1280, height=720)
    page = begin(visitor, f"{PRESENT}{hash_of(INDEX, PACK)}")
    code = page.locator("[data-kind=join] svg")
    assert scanned(code) == f"{visitor.root}{SESSION}{hash_of(INDEX, PACK)}"
    box = code.bounding_box()
    assert box
    assert box["height"] >= 0.6 * 720
    expect(page.locator(".js-short")).to_contain_text(f"{visitor.root}packs/{PACK.id}/")
    expect(page.locator(".js-of-this-device")).to_be_visible()
    expect(page.locator("[data-kind=join]")).to_contain_text(PACK.title)


def test_the_first_screen_fits_a_small_phone(visit: Callable[..., Visit]) -> None:
    """At 320 px the code, the short address and the long one stay within the page."""
    longest = max(LIBRARY.packs, key=lambda pack: len(pack.id))
    page = begin(visit(width=320, height=640), f"{PRESENT}{hash_of(INDEX, longest)}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_answer_is_told_by_sign_word_and_colour(visit: Callable[..., Visit]) -> None:
    """Nothing gives it away before. Then each choice has its sign and word, and says why with its source."""
    page = begin(visit(), presented(LATE))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(f"{SCENE} .nav-sign")).to_have_count(0)
    expect(page.locator(f"{SCENE} .nav-story")).to_be_visible()
    page.get_by_role("button", name="Show the answer").press("Space")
    right, wrongly = (page.locator(f'.nav-offered[data-right="{each}"]').first for each in ("true", "false"))
    expect(right.locator(".nav-verdict")).to_have_text("Right.")
    expect(right.locator("circle")).to_be_visible()
    expect(wrongly.locator("rect")).to_be_visible()
    assert right.evaluate("each => getComputedStyle(each).borderTopColor") != wrongly.evaluate(
        "each => getComputedStyle(each).borderTopColor"
    )
    expect(page.locator(".nav-why .nav-verdict")).to_have_text("Right.")
    turn = LATE.scenario.wrong_turns[0]
    page.get_by_role("button", name=LATE.library.route[turn.route].name).press("Enter")
    expect(page.locator(".nav-why")).to_contain_text(turn.why)
    expect(page.locator(".nav-why .nav-source")).to_contain_text(turn.source.section)
    expect(page.get_by_role("button", name=LATE.library.route[turn.route].name)).to_be_focused()


def test_keys_act_within_the_session_alone(visit: Callable[..., Visit]) -> None:
    """No letter does anything, what is typed in keeps its keys, and outside of the session none moves it."""
    page = begin(visit(), presented(LATE, COMPLAINT))
    for key in ("n", "b", "f", ".", "Enter", "Shift+Space", "Control+ArrowRight"):
        page.keyboard.press(key)
    at(page, "How to join")
    page.locator(".js-minutes").press("ArrowUp")
    at(page, "How to join")
    page.locator("header a").last.focus()
    page.keyboard.press("PageDown")
    at(page, "How to join")
    page.locator(".js-jump-open").press("Enter")
    page.keyboard.press("PageDown")
    at(page, "How to join")
    page.get_by_role("button", name=COMPLAINT.scenario.title).press("Enter")
    at(page, f"Case 2 of 2: {COMPLAINT.scenario.title}")


def test_the_notes_keep_in_step(visit: Callable[..., Visit]) -> None:
    """Either window leads; hands and timer are the same in both; closing one breaks nothing."""
    visitor = visit()
    screen = begin(visitor, f"{PRESENT}{hash_of(INDEX, PACK)}")
    with visitor.context.expect_page() as opened:
        screen.locator(".js-open-notes").click()
    notes = opened.value
    expect(notes.locator(".js-now")).to_have_text("How to join")
    expect(notes.locator(".js-notes")).to_contain_text((PACK.notes or "").splitlines()[0])
    expect(screen.locator(".js-notes")).to_be_hidden()
    screen.locator(".js-on").press("Enter")
    expect(notes.locator(".js-now")).to_contain_text(f"Case 1 of {len(PACK.scenarios)}")
    notes.locator(".js-on").press("Enter")
    expect(screen.locator(f"{SCENE}[data-step=question]")).to_be_visible()
    expect(notes.locator(".js-answers .nav-verdict")).to_contain_text("Right")
    expect(notes.locator(".js-after")).to_contain_text("The answer")
    notes.locator(".js-hands").first.fill("7")
    notes.locator(".js-toggle").click()
    expect(screen.locator(".js-toggle")).to_have_text("Pause")
    notes.locator(".js-on").press("Enter")
    expect(screen.locator(".js-count").first).to_have_text("7")
    screen.close()
    notes.locator(".js-on").press("Enter")
    again = visitor.context.new_page()
    again.goto(f"{visitor.root}{PRESENT}{hash_of(INDEX, PACK)}")
    expect(again.locator(f"{SCENE}[data-step=question]")).to_be_visible()
    notes.close()
    again.locator(".js-on").press("Enter")
    expect(again.locator(f"{SCENE}[data-step=reveal]")).to_be_visible()


def test_the_timer_says_when_time_is_up(visit: Callable[..., Visit]) -> None:
    """It counts from the length that was chosen, waits when asked, and is heard at its end."""
    page = begin(visit(), presented(LATE))
    clock, noon = page.locator(".js-clock"), datetime.fromisoformat(NOON)
    expect(clock).to_have_text("2:00")
    page.locator(".js-minutes").select_option("1")
    page.locator(".js-toggle").press("Enter")
    page.clock.set_fixed_time(noon + timedelta(seconds=20))
    expect(clock).to_have_text("0:40")
    page.locator(".js-toggle").press("Enter")
    page.clock.set_fixed_time(noon + timedelta(seconds=200))
    expect(page.locator(".js-toggle")).to_have_text("Start")
    expect(clock).to_have_text("0:40")
    page.locator(".js-toggle").press("Enter")
    expect(page.locator(".js-told")).not_to_have_text("Time is up")
    page.clock.set_fixed_time(noon + timedelta(seconds=240))
    expect(clock).to_have_text("Time is up")
    at(page, "Time is up")
    page.locator(".js-reset").click()
    expect(clock).to_have_text("1:00")


def test_a_reload_loses_nothing(visit: Callable[..., Visit]) -> None:
    """The step and the hands are there after a reload and after Back, until the hands are cleared."""
    visitor = visit()
    page = begin(visitor, presented(LATE))
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.locator(".js-counting").click()
    more = page.locator(".js-option").nth(1).get_by_role("button", name="One hand more")
    for _ in range(3):
        more.click()
    page.locator(".js-hands").nth(0).fill("1")
    wide = page.locator(".nav-share").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().width)"
    )
    assert wide[0] == pytest.approx(wide[1] / 3, abs=1)
    page.reload()
    at(page, "Case 1 of 1. 1. Which route fits?")
    page.goto(f"{visitor.root}privacy/")
    page.go_back()
    at(page, "Case 1 of 1. 1. Which route fits?")
    page.locator(".js-counting").click()
    expect(page.locator(".js-hands").nth(1)).to_have_value("3")
    page.locator(".js-clear").click()
    expect(page.locator(".js-hands").nth(1)).to_have_value("0")
    expect(page.locator(".js-clear")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0


def test_the_skip_link_keeps_the_session(visit: Callable[..., Visit]) -> None:
    """A link within the page takes nothing away; another session's link opens that one."""
    visitor = visit()
    page = begin(visitor, presented(LATE))
    page.locator('.nav-skip[href="#content"]').evaluate("each => each.click()")
    visitor.settle()
    assert page.url == visitor.root + presented(LATE)
    page.evaluate("hash => { location.hash = hash; }", session_hash([COMPLAINT]))
    page.locator(".js-on").click()
    at(page, f"Case 1 of 1: {COMPLAINT.scenario.title}")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_a_question(visit: Callable[..., Visit], width: int) -> None:
    """By Tab alone each button and field is reached, in view and outlined, while hands are counted."""
    page = begin(visit(width=width, height=640), presented(LATE))
    page.locator(".js-on").press("Enter")
    page.locator(".js-on").press("Enter")
    page.locator(".js-counting").press("Enter")
    assert wrong(stops(page)) == []


def test_without_scripts_there_are_packs_to_read(visit: Callable[..., Visit]) -> None:
    """The page says what it needs, and leads to each pack; no control is dead."""
    page = visit(scripts=False).page
    page.goto(f"{visit().root}{PRESENT}")
    expect(page.locator(".js-without")).to_be_visible()
    expect(page.locator("main :is(button, input, select):visible")).to_have_count(0)
    page.locator("main .js-without a", has_text=PACK.title).click()
    expect(page.locator(".nav-case")).to_have_count(len(PACK.scenarios))


def test_a_link_without_cases_leads_to_packs(visit: Callable[..., Visit]) -> None:
    """It is never a blank page: it says so, and each pack can be chosen."""
    visitor = visit()
    visitor.page.goto(f"{visitor.root}{PRESENT}")
    expect(visitor.page.locator("[data-message=none]")).to_be_visible()
    expect(visitor.page.locator(".js-present")).to_be_hidden()
    visitor.page.locator(".js-choose a", has_text=PACK.title).click()
    expect(visitor.page.locator(f"{SCENE}[data-step=join]")).to_be_visible()
