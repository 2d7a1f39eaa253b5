"""Pages and addresses that other programs have changed: translators, extensions, mails, chats and hosts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.keeping import let_keep
from tests.browser.visit import LEADING_DAY, Visit
from tests.browser.world import RAISED, STAGE_1, outcome_slug

pytestmark = pytest.mark.returning

OUTCOME = outcome_slug(STAGE_1)
WITH_DATES = "#policy=escalation-four-stage.000000.000000&dates=raised_with_ssw.2026-10-06"
DUE = "Friday 9 October 2026"
# What a browser's translator does: each text is taken out, and stands again within two elements of its own.
TRANSLATE = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest("script")) continue;
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    }
}"""
# What password managers and writing aids do, again whenever the page changes.
EXTENSION = """addEventListener("DOMContentLoaded", () => {
    const put = () => {
        const page = document.querySelector("#navigator");
        if (!page.querySelector("writing-aid")) page.prepend(document.createElement("writing-aid"));
        for (const input of page.querySelectorAll("input:not([data-seen])")) {
            input.dataset.seen = "";
            input.after(document.createElement("manager-button"));
        }
        const form = page.querySelector("form:not(:has([name=token]))");
        for (const name of form ? ["token", "a.b.c"] : []) {
            form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value: "1"}));
        }
    };
    put();
    new MutationObserver(put).observe(document.body, {childList: true, subtree: true});
});"""
NO_MORE_ENTRIES = """for (const name of ["pushState", "replaceState"]) {
    history[name] = () => { throw new DOMException("more than 100 times per 30 seconds", "SecurityError"); };
}"""


def due(visitor: Visit) -> Locator:
    return visitor.page.locator(LEADING_DAY).first


def test_a_translated_page(visit: Callable[..., Visit]) -> None:
    """A page that is translated before the engine comes, after each answer and after a mistake works on."""
    visitor = visit().open()
    visitor.page.evaluate(TRANSLATE)
    visitor.ready()
    for question, option in STAGE_1.items():
        visitor.page.evaluate(TRANSLATE)
        visitor.answer(question, option)
    visitor.at(OUTCOME)
    visitor.page.evaluate(TRANSLATE)
    visitor.give_date(RAISED, "31", "2", "2026")
    visitor.page.evaluate(TRANSLATE)
    visitor.page.locator(".nav-errors a").click()
    expect(visitor.field(RAISED, "day")).to_be_focused()
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(due(visitor)).to_have_text(DUE)


def test_a_page_that_an_extension_writes_into(visit: Callable[..., Visit]) -> None:
    """Elements and fields that an extension puts into the page and its form change no answer."""
    visitor = visit(init=EXTENSION).open(OUTCOME).ready()
    expect(visitor.page.locator("#navigator [name=token]")).to_have_count(1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(due(visitor)).to_have_text(DUE)
    assert visitor.page.locator("#navigator .nav-errors").count() == 0


def test_what_others_write_after_the_address(visit: Callable[..., Visit]) -> None:
    """What a tracker, a search or a router put there is left alone, and is not taken for dates."""
    visitor = visit()
    page = visitor.page
    page.goto(f"{visitor.root}find/{OUTCOME}/?fbclid=x#Echobox=1606")
    visitor.ready()
    for tail in ("#xtor=RSS-1", "#utm_source=mail", "#/a=b"):
        page.evaluate("tail => { location.hash = tail; }", tail)
        visitor.settle()
        assert page.url == f"{visitor.root}find/{OUTCOME}/?fbclid=x{tail}"
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(due(visitor)).to_have_text(DUE)
    expect(page.locator("#navigator .nav-notice")).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    [
        f"find/{OUTCOME}/?utm_source=mail{WITH_DATES.replace('=', '%3D')}.",
        f"/find/{OUTCOME}/{WITH_DATES}",
    ],
    ids=["encoded, at the end of a sentence and with a tracker", "with a doubled slash"],
)
def test_a_link_with_dates_that_was_changed_on_its_way(visit: Callable[..., Visit], address: str) -> None:
    """Its dates are read, and none of them stays in the address."""
    visitor = visit()
    visitor.page.goto(visitor.root + address)
    visitor.ready()
    expect(due(visitor)).to_have_text(DUE)
    assert "2026" not in visitor.page.url


def test_a_browser_that_takes_no_more_entries(visit: Callable[..., Visit]) -> None:
    """Where the history is full, dates are still worked out, and an answer opens its own page."""
    visitor = visit(init=NO_MORE_ENTRIES).open(OUTCOME).ready()
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(due(visitor)).to_have_text(DUE)
    visitor.open().ready().answer(*next(iter(STAGE_1.items())))
    visitor.page.wait_for_url(lambda url: not url.endswith("/danger/"))
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Who are you?")


def test_addresses_that_a_host_would_correct(visit: Callable[..., Visit]) -> None:
    """Without a network a page is found as well when its last slash is left out, or one is doubled."""
    visitor = let_keep(visit(offline=True).open().ready())
    visitor.context.set_offline(True)
    for address in (f"find/{OUTCOME}", f"find//{OUTCOME}/", f"find/{OUTCOME}?fbclid=x"):
        visitor.page.goto(visitor.root + address)
        assert visitor.page.url == f"{visitor.root}find/{OUTCOME}/"
    visitor.page.goto(f"{visitor.root}find/nowhere")
    assert visitor.page.url == f"{visitor.root}offline/"
