"""The box for somebody's own words: it answers on the device as they type, and a wrong guess costs a tap."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from navigator.own_words.matcher import Matcher
from tests.browser.keeping import let_keep
from tests.browser.visit import FIRST, SAVE_DATA, WIDTHS, Visit, name_of_page
from tests.shipped import learned

WANTS = "I want to make a formal complaint about the council"
IN_DANGER = (
    "This is about my mileage. He comes back from visits with bruises on his arms. I also lost a form."
)
PAGES = pytest.mark.parametrize("path", ["", f"find/{FIRST}/"], ids=name_of_page)
MOST_KB = 60


def field(page: Page) -> Locator:
    return page.get_by_label("Say it in your own words")


def status(page: Page) -> Locator:
    return page.locator("#own-words-box [role=status]")


def places(page: Page) -> Locator:
    return page.locator("#own-words-box ol a")


def paste(page: Page, text: str) -> None:
    """Put a text into the box at once, as pasting does."""
    field(page).focus()
    page.keyboard.insert_text(text)


@PAGES
def test_typing_gives_places_with_their_reasons(visit: Callable[..., Visit], path: str) -> None:
    """The places that Python finds come as somebody types, and the first of them leads where it says."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root + path)
    field(page).press_sequentially(WANTS)
    found = Matcher(learned()).match(WANTS).matches
    expect(status(page)).to_contain_text(f"{len(found)} place")
    expect(places(page)).to_have_text([match.place.title for match in found])
    expect(page.locator("#own-words-box ol p").first).to_have_text(f"Because you wrote: {found[0].because}")
    places(page).first.click()
    page.wait_for_url(visitor.root + found[0].place.address)


def test_pasted_words_of_danger_show_the_line_first(visit: Callable[..., Visit]) -> None:
    """One sentence of a story is enough; the number can be pressed, and a place for safety is first."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root)
    paste(page, IN_DANGER)
    line = status(page).locator("p").first
    expect(line).to_contain_text("in danger")
    expect(line.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    found = Matcher(learned()).match(IN_DANGER)
    assert found.matches[0].place.safety
    expect(places(page).first).to_have_text(found.matches[0].place.title)
    field(page).fill("nobody is hurt, it is about mileage")
    expect(status(page)).not_to_contain_text("in danger")


def test_none_of_these_leads_to_the_questions(visit: Callable[..., Visit]) -> None:
    """Where no place is right, and where none is found, one link leads to the first question."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root)
    field(page).fill("xylophone qwertz")
    expect(status(page)).to_contain_text("No place here fits")
    expect(places(page)).to_have_count(0)
    page.get_by_role("link", name="None of these").click()
    page.wait_for_url(f"{visitor.root}find/{FIRST}/")


def test_the_box_goes_with_the_first_question(visit: Callable[..., Visit]) -> None:
    """Once a question is answered the box is out of the way, and going back brings it again."""
    visitor = visit().open().ready()
    expect(field(visitor.page)).to_be_visible()
    visitor.answer(FIRST, "none").at("who")
    expect(field(visitor.page)).to_be_hidden()
    visitor.page.go_back()
    visitor.at(FIRST)
    expect(field(visitor.page)).to_be_visible()


def test_nothing_is_sent_stored_or_kept(visit: Callable[..., Visit]) -> None:
    """No request follows what is typed, nothing of it is stored, and leaving in a hurry empties the box."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root, wait_until="networkidle")
    before = len(visitor.requests)
    field(page).press_sequentially(WANTS)
    expect(places(page).first).to_be_visible()
    assert visitor.requests[before:] == []
    assert page.url == visitor.root
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.evaluate("dispatchEvent(new Event('navigator-exit'))")
    expect(field(page)).to_have_value("")
    expect(places(page)).to_have_count(0)


def test_it_works_without_a_network(visit: Callable[..., Visit]) -> None:
    """After one visit the box answers with the network gone."""
    visitor = let_keep(visit(offline=True).open())
    page = visitor.page
    visitor.context.set_offline(True)
    page.goto(visitor.root)
    field(page).fill(WANTS)
    expect(places(page).first).to_be_visible()


def test_a_model_that_does_not_come_is_told(visit: Callable[..., Visit]) -> None:
    """Where the data is missing, the box says so and leads to the questions."""
    visitor = visit()
    visitor.problems_are_expected = True
    visitor.context.route("**/own-words.json", lambda route: route.abort())
    page = visitor.page
    page.goto(visitor.root)
    field(page).fill(WANTS)
    expect(status(page)).to_contain_text("could not be fetched")
    expect(page.get_by_role("link", name="None of these")).to_be_visible()


def test_metered_data_is_spared(visit: Callable[..., Visit]) -> None:
    """On a metered connection the data comes once somebody turns to the box."""
    visitor = visit(init=SAVE_DATA)
    page = visitor.page
    page.goto(visitor.root, wait_until="networkidle")
    assert not any(each.endswith("own-words.json") for each in visitor.requests)
    field(page).fill(WANTS)
    expect(places(page).first).to_be_visible()


def test_without_scripts_there_is_no_box(visit: Callable[..., Visit]) -> None:
    """Nobody meets a box that answers nothing."""
    visitor = visit(scripts=False)
    visitor.page.goto(visitor.root)
    expect(visitor.page.locator("#own-words-box")).to_be_hidden()


@WIDTHS
def test_places_fit_and_can_be_touched(visit: Callable[..., Visit], width: int) -> None:
    """Places are large enough to touch and nothing is wider than the window, by keyboard as well."""
    visitor = visit(width=width)
    page = visitor.page
    page.goto(visitor.root)
    field(page).fill("thisisonelongwordwithoutanyend" * 8 + " " + WANTS)
    expect(places(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(place.bounding_box()["height"] >= 44 for place in places(page).all())  # type: ignore[index]
    page.keyboard.press("Tab")
    expect(places(page).first).to_be_focused()


def test_it_is_small_and_quick(visit: Callable[..., Visit], site: Path) -> None:
    """Data and script take at most 60 kB, and a text is answered well within 300 ms of its last letter."""
    files = [*site.glob("assets/navigator/*/own-words.js"), *site.glob("assets/navigator/*/own-words.json")]
    kilobytes = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1000
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root, wait_until="networkidle")
    took = page.evaluate(
        """text => new Promise((resolve) => {
            const field = document.querySelector("#own-words");
            const began = performance.now();
            new MutationObserver(() => resolve(performance.now() - began))
                .observe(document.querySelector(".js-own-places"), {childList: true});
            field.value = text;
            field.dispatchEvent(new InputEvent("input", {inputType: "insertFromPaste"}));
        })""",
        f"{IN_DANGER} {WANTS} " * 10,
    )
    print(
        f"{kilobytes:.1f} kB; a text of {len(IN_DANGER + WANTS) * 10} characters is answered in {took:.0f} ms"
    )
    assert len(files) == 2
    assert kilobytes <= MOST_KB
