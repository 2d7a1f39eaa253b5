"""Search, as a person uses it: what helps comes first, a result says what it is, and other names count."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.glossary import entries
from tests.browser.keeping import let_keep
from tests.browser.visit import NO_ENGINE, Visit
from tests.browser.world import LIBRARY

ENTRIES = list(entries(PageBuilder(LibraryIndex(LIBRARY), "glossary.md", "Words", "national/glossary.yaml")))
NAMES = [(name, f"glossary/#{entry.anchor}") for entry in ENTRIES for name in (entry.name, *entry.also)]
SHOWN = """([typed, most, wanted]) => {
    const field = document.querySelector(".js-search-field");
    field.value = typed;
    field.dispatchEvent(new InputEvent("input"));
    return new Promise((resolve) => requestAnimationFrame(() => {
        const more = document.querySelector(".js-search-more");
        const links = () => [...document.querySelectorAll(".nav-search-result")];
        const there = () => wanted && links().some((link) => link.getAttribute("href").endsWith(wanted));
        while (!more.hidden && links().length < most && !there()) more.click();
        resolve(links().slice(0, most).map((link) => [
            link.querySelector(".nav-search-kind").textContent, link.getAttribute("href"),
        ]));
    }));
}"""
FIRST, AMONG_THREE, AMONG_FIVE, SOMEWHERE = 1, 3, 5, 1_000
WAY_IN, TO_DO, POLICY, WORD = "Way in", "What to do", "Policy", "Word explained"
EXPECTED = [
    ("complaint", FIRST, TO_DO, "routes/complaint/"),
    ("complaints", FIRST, TO_DO, "routes/complaint/"),
    ("complaint", AMONG_THREE, TO_DO, "routes/child-complaint/"),
    ("allegation", AMONG_THREE, TO_DO, "routes/allegation/"),
    ("excluded from school", AMONG_THREE, TO_DO, "routes/school/"),
    ("everyday decisions", FIRST, TO_DO, "routes/everyday-decisions/"),
    ("ombudsman", FIRST, TO_DO, "routes/ombudsman/"),
    ("fostering review", FIRST, TO_DO, "routes/fostering-review/"),
    ("records", FIRST, TO_DO, "routes/records/"),
    ("contact with family", FIRST, WAY_IN, "find/"),
    ("resign", FIRST, TO_DO, "help/resigning/"),
    ("supervising social worker", FIRST, WAY_IN, "find/"),
    ("whistleblowing", AMONG_THREE, TO_DO, "routes/raising-a-concern/"),
    ("sleepover", FIRST, TO_DO, "routes/everyday-decisions/"),
    ("sleepover", AMONG_FIVE, POLICY, "policies/everyday-decisions/"),
    # Everyday words and abbreviations.
    ("mileage", FIRST, TO_DO, "help/money/"),
    ("overpaid", FIRST, TO_DO, "help/money/"),
    ("not replying", FIRST, TO_DO, "routes/escalation/"),
    ("social worker never rings back", FIRST, TO_DO, "routes/line-manager/"),
    ("family time", AMONG_THREE, TO_DO, "routes/care-plan/"),
    ("overdue", FIRST, TO_DO, "routes/escalation/"),
    ("struck off", FIRST, TO_DO, "routes/irm/"),
    ("my file", FIRST, TO_DO, "routes/records/"),
    ("ssw", FIRST, WAY_IN, "find/"),
    ("child missing", FIRST, TO_DO, "help/missing-exploited/"),
    ("late", AMONG_THREE, TO_DO, "routes/escalation/"),
    # A word and an abbreviation that nobody knows without being told.
    ("qualifying determination", FIRST, WAY_IN, "find/"),
    ("qualifying determination", AMONG_THREE, WORD, "glossary/#determination"),
    ("LADO", AMONG_THREE, WORD, "glossary/#designated-officer"),
    ("IRO", AMONG_FIVE, WORD, "glossary/#iro"),
    ("Norfolk", FIRST, "Service", "services/norfolk/"),
    ("Childline", FIRST, "Contact", "contacts/#childline"),
    # Policies by their names, behind what to do.
    ("Foster Carers' Escalation Policy", FIRST, POLICY, "policies/escalation-four-stage/"),
    ("stage 2 of a complaint", AMONG_THREE, POLICY, "policies/"),
    # For those who write policies, and for nobody else.
    ("mkdocs", FIRST, "For authors", "hosting/"),
    # One slip in a word of five letters or more.
    ("complant", FIRST, TO_DO, "routes/complaint/"),
    ("ombudsmen", FIRST, TO_DO, "routes/ombudsman/"),
    ("alegation", AMONG_THREE, TO_DO, "routes/allegation/"),
    ("shcool", AMONG_THREE, TO_DO, "routes/school/"),
    ("recordds", FIRST, TO_DO, "routes/records/"),
]
"""What is typed, how far up a result must be, what it must be called, and how its address must begin."""
PASTED = """\
Hello, I have been a foster carer for six years. On Monday the school rang again and sent him home at ten,
"to calm down", without any letter. It is the third time this month. Is he excluded? Who decides at school?"""


def found(page: Page, typed: str, most: int = SOMEWHERE, wanted: str = "") -> list[tuple[str, str]]:
    """Type a text, and return what each result is called, and its address below the site's root.

    More of them are asked for until there are the most, or one is wanted and there.
    """
    root = page.url.partition("contacts/")[0]
    shown = page.evaluate(SHOWN, [typed, most, wanted])
    return [(kind, address.removeprefix(root)) for kind, address in shown]


@pytest.fixture
def opened(visit: Callable[..., Visit]) -> Visit:
    """Return a visit with the search open, and all of it there."""
    visitor = visit()
    with visitor.page.expect_response("**/search/texts.json*"):
        visitor.page.goto(f"{visitor.root}contacts/")
        visitor.page.get_by_role("button", name="Search").click()
    expect(visitor.page.locator(".js-search-told")).to_have_text("Type to search")
    visitor.settle()
    return visitor


def test_what_helps_comes_first(opened: Visit) -> None:
    """Ways in come before policies, policies before words, whole words before parts; a slip is forgiven."""
    wrong = []
    for typed, most, kind, address in EXPECTED:
        came = found(opened.page, typed, most)
        if not any(label == kind and to.startswith(address) for label, to in came):
            wrong.append((typed, kind, address, came))
    assert wrong == [], "\n".join(map(str, wrong))


def test_a_whole_word_is_no_part_of_another(opened: Visit) -> None:
    """Somebody who looks for "not" is shown no note, and a short word is not taken for another one."""
    page = opened.page
    found(page, "not")
    assert page.locator(".nav-search-result mark").all_inner_texts()
    assert {text.lower() for text in page.locator(".nav-search-result mark").all_inner_texts()} == {"not"}
    assert found(page, "plun") == []
    assert found(page, "zzzzqq") == []
    expect(page.locator(".js-search-told")).to_have_text("No page found")


def test_pages_for_authors_come_last(opened: Visit) -> None:
    """Of what has a word, the pages for those who write policies come after all others."""
    kinds = [kind for kind, _ in found(opened.page, "stage")]
    assert "For authors" in kinds
    assert set(kinds[kinds.index("For authors") :]) == {"For authors"}


def test_pasted_text_is_searched_at_once(opened: Visit) -> None:
    """A story from the clipboard finds something without another key."""
    page = opened.page
    page.locator(".js-search-field").focus()
    page.evaluate("text => document.execCommand('insertText', false, text)", PASTED)
    expect(page.locator(".nav-search-result").first).to_be_visible()
    assert any(address.endswith("/school/") for _, address in found(page, PASTED, AMONG_THREE))


def test_each_name_finds_its_entry(opened: Visit) -> None:
    """Whichever name of a role, form, process or word is known, its explanation comes."""
    missing = [
        name
        for name, address in NAMES
        if address not in [to for _, to in found(opened.page, name, wanted=address)]
    ]
    assert missing == []
    print(f"{len(NAMES)} names of {len(ENTRIES)} roles, forms, processes and words, each found by search")


def test_signs_are_passed_over(opened: Visit) -> None:
    """Words are found as phones and sentences write them: with curly quotes, in brackets, before a sign."""
    child = (
        "The child's own complaint",
        "the child\u2019s own complaint",
        "child\u2019s",
        "\u2018child\u2019",
    )
    signs = ("(child)", "complaint by a child?", "child, complaint.", "\u201cchild\u201d", "child/complaint")
    wanted = "policies/child-complaint/"
    assert [
        typed
        for typed in (*child, *signs)
        if not any(to.startswith(wanted) for _, to in found(opened.page, typed))
    ] == []


def test_a_result_leads_to_the_part_that_was_meant(opened: Visit) -> None:
    """What stands under a heading of a page is found there, and the search is gone."""
    page = opened.page
    found(page, "who starts it ombudsman")
    page.locator('.nav-search-result[href*="routes/ombudsman/"]').first.click()
    page.wait_for_url("**/routes/ombudsman/*")
    expect(page.locator(".js-search")).to_be_hidden()


def test_search_works_offline_after_one_visit(visit: Callable[..., Visit]) -> None:
    """Without a network, search finds what it finds with one, and what to do is there."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.context.set_offline(True)
    visitor.open()
    visitor.page.get_by_role("button", name="Search").click()
    visitor.page.keyboard.type("ombudsman")
    expect(visitor.page.locator(".nav-search-kind").first).to_have_text(TO_DO)
    visitor.page.locator(".js-search-field").fill("operational")
    expect(visitor.page.locator('.nav-search-result[href*="policies/"]').first).to_be_visible()
    visitor.page.locator(".js-search-field").fill("ombudsman")
    visitor.page.locator('.nav-search-result[href*="routes/ombudsman/"]').click()
    expect(visitor.page.locator("h1")).to_have_text(LIBRARY.route["ombudsman"].name)
