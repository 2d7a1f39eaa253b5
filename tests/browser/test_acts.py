"""One act, one answer: hands that shake, keys that are held, and pages that race."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from navigator.core import journey
from tests.browser.served import HELD, STALLED, Server
from tests.browser.visit import FIRST, LEADING_DAY, SAVE_DATA, Visit, wait_until
from tests.browser.world import LIBRARY, RAISED, STAGE_1, end_of, outcome_slug
from tests.shipped import nodes

type Visitor = Callable[..., Visit]

TASK = {"danger": "none", "who": "carer", "carer-topic": "task"}
WHO = end_of({"danger": "none"}).slug
ASKED = list({node.question: node for node in nodes() if node.route is None}.values())
"""A page of each question: for other readers only its words differ."""
# What the page hears of clicks and forms, and every worker that it starts.
HEAR = """
    window.heard = [];
    window.workers = [];
    const Plain = Worker;
    window.Worker = class extends Plain { constructor(...given) { super(...given); workers.push(this); } };
    for (const kind of ["click", "submit"]) document.addEventListener(kind, () => heard.push(kind));"""
GO = """slug => {
    const link = document.createElement("a");
    link.href = `../${slug}/`;
    document.querySelector("#navigator .nav-page").dataset.slug = "";
    document.querySelector("#navigator").append(link);
    link.click();
    heard.length = 0;
}"""


@pytest.fixture(scope="module", params=["", SAVE_DATA], ids=["with the engine", "without it"])
def reader(chromium: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return somebody who stays on the site from test to test, so that the engine starts once, or never."""
    visitor = Visit(chromium, server, init=HEAR + request.param).open()
    if not request.param:
        visitor.ready()
    yield visitor
    visitor.close()


def heard(visitor: Visit) -> list[str]:
    found: list[str] = visitor.page.evaluate("heard.splice(0)")
    return found


def again(visitor: Visit, place: Locator, count: int) -> bool:
    """Press something twice, the second time once the next page is there, as the `count`th of quick presses.

    Return whether an answer of the next page came under the pointer by that.
    """
    before = visitor.page.locator("#navigator .nav-page").get_attribute("data-slug")
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    x, y = box["x"] + visitor.elsewhere(), box["y"] + box["height"] / 2
    visitor.page.mouse.click(x, y)
    visitor.page.wait_for_selector(f'#navigator .nav-page:not([data-slug="{before}"])')
    assert heard(visitor) == ["click"]
    visitor.page.mouse.down(click_count=count)
    visitor.page.mouse.up(click_count=count)
    under: bool = visitor.page.evaluate(
        "([x, y]) => !!document.elementFromPoint(x, y)?.closest('a[data-question]')", [x, y]
    )
    return under


def test_two_presses_are_one_answer(reader: Visit) -> None:
    """Whichever answer is pressed twice, the page that it leads to hears of one press (a third is tried)."""
    count = 2 if reader.page.evaluate("workers.length") else 1
    acted, under = [], 0
    for node in ASKED:
        reader.page.evaluate(GO, node.slug)
        # An answer that leads out of the wizard, to a signpost, is a page of its own.
        links = reader.at(node.slug).page.locator("#navigator a[data-option]:not([href*='/help/'])")
        for option in links.evaluate_all("all => all.map(({dataset}) => dataset.option)")[::3]:
            under += again(reader, reader.page.locator(f'#navigator a[data-option="{option}"]'), count)
            if heard(reader):
                acted.append((node.slug, option))
            reader.page.evaluate(GO, node.slug)
            reader.at(node.slug)
    print(f"{under} answers lead to another at the same place; {len(acted)} of those are given")
    assert acted == []
    assert under > 5


def test_the_same_place_can_be_pressed_again(reader: Visit) -> None:
    """Whoever has had time to read may press at the same place."""
    for step in journey.follow(LIBRARY, STAGE_1).answered:
        reader.page.evaluate(GO, step.node.slug)
        reader.at(step.node.slug)
        if again(reader, reader.choice(step.question.id, step.choice.id), 1):
            break
    assert heard(reader) == []

    def acts() -> bool:
        reader.page.mouse.down()
        reader.page.mouse.up()
        return bool(heard(reader))

    wait_until(acts, "a press at the same place is an act")


def test_two_things_side_by_side_are_pressed_at_once(reader: Visit) -> None:
    """Where nothing took another's place, two presses near each other are two acts."""
    page = reader.page
    page.wait_for_timeout(600)  # half a second is left for reading what the test before has brought
    page.evaluate(
        "document.querySelector('#navigator').insertAdjacentHTML('afterbegin',"
        " '<label><input type=checkbox>One</label> <label><input type=checkbox>Two</label>')"
    )
    boxes = page.locator("#navigator input[type=checkbox]")
    for box in boxes.all():
        box.check()
    assert boxes.evaluate_all("all => all.map(({checked}) => checked)") == [True, True]
    heard(reader)
    boxes.last.click()
    assert heard(reader) == [], "the same box, pressed again before anybody can have looked"


def test_what_is_held_acts_once(reader: Visit) -> None:
    """Enter held down gives one answer, sends a form once, and takes one thing away."""
    reader.page.evaluate(GO, FIRST)
    reader.at(FIRST).choice("danger", "none").focus()
    held_down(reader)
    reader.at("who")
    assert heard(reader) == ["click"]
    if not reader.page.evaluate("workers.length"):
        return
    reader.page.evaluate(GO, outcome_slug(STAGE_1))
    reader.at(outcome_slug(STAGE_1)).give_date(RAISED, "6", "10", "2026", press=False)
    heard(reader)
    held_down(reader)
    expect(reader.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    assert heard(reader).count("submit") == 1
    reader.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    reader.page.locator('[data-take="text"]').focus()
    held_down(reader)
    assert heard(reader) == ["click"]


def held_down(visitor: Visit) -> None:
    for _ in range(6):
        visitor.page.keyboard.down("Enter")
    visitor.page.keyboard.up("Enter")


def test_a_form_sent_twice(visit: Visitor) -> None:
    """A date form sent by a double click, or by two quick keys, is answered as if it had been sent once."""
    visitor = visit(init=HEAR).open(outcome_slug(STAGE_1)).ready()
    entries = visitor.page.evaluate("history.length")
    visitor.give_date(RAISED, "6", "10", "2026", press=False)
    heard(visitor)
    visitor.page.locator(".nav-date-wanted button").dblclick()
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    assert heard(visitor).count("submit") == 1
    visitor.unfold(RAISED)
    visitor.field(RAISED, "day").fill("7")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Monday 12 October 2026")
    assert visitor.page.evaluate("history.length") == entries


@pytest.mark.returning
def test_a_file_taken_twice(visit: Visitor) -> None:
    """A double click and two quick presses on the button for a calendar save one file each."""
    visitor = visit().open(outcome_slug(STAGE_1)).ready().give_date(RAISED, "25", "11", "2026")
    saved = []
    visitor.page.on("download", lambda file: saved.append(file.suggested_filename))
    button = visitor.page.locator('[data-take="calendar"]')
    visitor.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    done = visitor.page.locator(".js-taken:not(:empty)")
    button.dblclick()
    expect(done).to_have_count(1)
    button.evaluate("button => { button.click(); button.click(); }")
    expect(done).to_have_count(1)
    wait_until(lambda: len(saved) == 2, "both are saved")


def test_answers_while_a_page_is_on_its_way(visit: Visitor, server: Server) -> None:
    """A key held down asks for a page once; another answer given meanwhile wins, and leaves one entry."""
    server.let_go.clear()
    server.faults[f"find/{WHO}/"] = STALLED
    visitor = visit(init=SAVE_DATA + HEAR).open()
    server.asked.clear()
    entries = visitor.page.evaluate("history.length")
    visitor.choice("danger", "none").focus()
    held_down(visitor)
    visitor.answer("danger", "worried")
    worried = outcome_slug({"danger": "worried"})
    visitor.at(worried)
    server.let_go.set()
    assert server.asked.count(f"/find/{WHO}/") == 1
    visitor.page.go_back()
    visitor.at(FIRST).page.go_forward()
    visitor.at(worried)
    assert visitor.page.evaluate("history.length") == entries + 1


def test_back_while_the_engine_starts(visit: Visitor, server: Server) -> None:
    """Back while the engine is still on its way shows the page before; no answer moves as it comes."""
    server.let_go.clear()
    server.faults["pyodide.asm.wasm"] = HELD
    visitor = visit().open().take({"danger": "none", "who": "carer"})
    visitor.page.evaluate("history.back()")
    visitor.at("who")
    before = visitor.choice("who", "carer").bounding_box()
    server.let_go.set()
    visitor.ready().at("who")
    expect(visitor.page.locator(".nav-answers dt")).to_have_count(1)
    assert visitor.choice("who", "carer").bounding_box() == before
    visitor.answer("who", "carer").at("carer-topic")
    expect(visitor.page.locator(".nav-answers dt")).to_have_count(2)


@pytest.mark.parametrize(
    ("quick", "slug"),
    [
        ("history.back(); history.back()", WHO),
        ("history.back(); history.forward()", None),
        ("history.back(); document.querySelector('#navigator a[data-option]').click()", None),
        ("document.querySelector('#navigator a[data-option]').click(); history.back()", None),
    ],
    ids=["back twice", "back and forward", "back and an answer", "an answer and back"],
)
def test_back_in_a_hurry(reader: Visit, quick: str, slug: str | None) -> None:
    """However Back and an answer overtake each other, the page in view is the one of the address."""
    reader.page.evaluate(GO, FIRST)
    reader.at(FIRST).take(TASK)
    reader.page.evaluate(quick)
    if slug:
        reader.at(slug)
    consistent = """() => {
        const {slug} = document.querySelector("#navigator .nav-page").dataset;
        return location.pathname.endsWith(`/find/${slug}/`);
    }"""
    reader.page.wait_for_function(consistent)
    reader.page.go_back()
    reader.page.wait_for_function(consistent)


def test_a_page_that_comes_back_from_memory(visit: Visitor) -> None:
    """A page that the browser had put away begins its engine anew where that is gone, and only there."""
    visitor = visit(init=HEAR).open(outcome_slug(STAGE_1)).ready()
    visitor.give_date(RAISED, "6", "10", "2026")
    come_back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    visitor.page.evaluate(f"document.querySelector('.nav-page').dataset.old = ''; {come_back}")
    visitor.page.wait_for_selector("#navigator .nav-page:not([data-old])")
    assert visitor.page.evaluate("workers.length") == 1
    visitor.page.evaluate(f"workers[0].terminate(); {come_back}")
    visitor.until("loading")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    visitor.ready()
    assert visitor.page.evaluate("workers.length") == 2
    visitor.give_date(RAISED, "7", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Monday 12 October 2026")


def test_a_link_while_its_page_loads(visit: Visitor, server: Server) -> None:
    """Before the scripts have come, and where they stop on the way, an answer is a plain link."""
    server.let_go.clear()
    server.faults["wizard.js"] = server.faults["site.js"] = STALLED
    visitor = visit()
    visitor.page.goto(f"{visitor.root}find/{FIRST}/", wait_until="commit")
    visitor.choice("danger", "none").dblclick(no_wait_after=True)
    visitor.page.wait_for_url(f"**/find/{WHO}/", wait_until="commit")
    expect(visitor.page.locator("h1")).to_have_text(LIBRARY.question["who"].ask)
    server.let_go.set()


def test_two_tabs(visit: Visitor) -> None:
    """Two tabs hold two journeys: neither knows of the other's answers."""
    visitor = visit(init=SAVE_DATA).open().take(STAGE_1)
    with visitor.context.expect_page() as opened:
        visitor.page.evaluate("open(location.href)")
    other = opened.value
    expect(other.locator("h1")).to_be_visible()
    other.evaluate("history.pushState(1, '', '#content')")
    expect(other.locator(".nav-answers")).to_have_count(0)
    visitor.page.go_back()
    visitor.at(end_of(dict(list(STAGE_1.items())[:-1])).slug)
    assert other.url.endswith("#content")
