"""Search, as a person uses it: every role and word is found under each of its names."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.glossary import entries
from tests.browser.visit import Visit
from tests.browser.world import LIBRARY

ENTRIES = list(entries(PageBuilder(LibraryIndex(LIBRARY), "glossary.md", "Words", "national/glossary.yaml")))
NAMES = [(name, f"glossary/#{entry.anchor}") for entry in ENTRIES for name in (entry.name, *entry.also)]
# What stands there from an earlier search goes first. More results come as somebody moves down, so a look at
# all goes down to the last. Nothing more comes where nothing has for five seconds' worth of frames.
FOUND = """async ([name, wanted]) => {
    const field = document.querySelector("[data-md-component=search-query]");
    const list = document.querySelector(".md-search__scrollwrap");
    const links = () => [...document.querySelectorAll(".md-search-result__link")];
    const frame = () => new Promise(requestAnimationFrame);
    const type = (text) => {
        field.value = text;
        field.dispatchEvent(new KeyboardEvent("keyup"));
    };
    type("");
    while (links().length) await frame();
    type(name);
    for (let quiet = 0, before = 0; quiet < 300; quiet += 1) {
        if (links().some(({href}) => href.replace(/[?][^#]*/, "") === wanted)) return true;
        // The next ones come when the end comes near again.
        list.scrollTop = quiet % 2 ? list.scrollHeight : list.scrollTop - 300;
        await frame();
        if (links().length > before) quiet = 0;
        before = links().length;
    }
    return false;
}"""


def finds(page: Page, name: str, address: str) -> bool:
    """Type a name into the empty search, and say whether an address is among what comes."""
    found: bool = page.evaluate(FOUND, [name, address])
    return found


def test_each_name_finds_its_entry(visit: Callable[..., Visit]) -> None:
    """Whichever name of a role, form, process or word is known, its explanation comes."""
    visitor = visit()
    visitor.page.goto(f"{visitor.root}contacts/")
    visitor.page.get_by_role("button", name="Search").click()
    expect(visitor.page.locator(".md-search-result__meta")).to_have_text("Type to search")
    missing = [name for name, address in NAMES if not finds(visitor.page, name, visitor.root + address)]
    assert missing == []
    assert not finds(visitor.page, "zzzzqq", visitor.root + NAMES[0][1])
    print(f"{len(NAMES)} names of {len(ENTRIES)} roles, forms, processes and words, each found by search")


def test_signs_are_passed_over(visit: Callable[..., Visit]) -> None:
    """Words are found as phones and sentences write them: with curly quotes, in brackets, before a sign."""
    visitor = visit()
    page = visitor.page
    page.goto(f"{visitor.root}contacts/")
    page.get_by_role("button", name="Search").click()
    address = f"{visitor.root}policies/child-complaint/"
    child = (
        "The child's own complaint",
        "the child\u2019s own complaint",
        "child\u2019s",
        "\u2018child\u2019",
    )
    signs = ("(child)", "complaint by a child?", "child, complaint.", "\u201cchild\u201d", "child/complaint")
    assert [typed for typed in (*child, *signs) if not finds(page, typed, address)] == []
