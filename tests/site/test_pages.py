"""Pages as pure text, before any generator has seen them."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from navigator.core.model import Library, Role, Term
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.core.nodes import Node
from navigator.core.questions import who
from navigator.render.html import join
from navigator.site.build.pages import drafts, pages
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page, anchor_of, root_from
from navigator.site.kit.page_builder import PageBuilder, plain
from navigator.site.kit.terms import Explained, Explainer
from navigator.site.pages.home import home
from navigator.site.pages.ladder import bars, drawings, ladder
from navigator.site.pages.people_and_documents import documents
from navigator.site.pages.policies import policy_page
from tests import builders
from tests.shipped import PROJECT

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library, frozenset({"contact"}))


@pytest.fixture(scope="module")
def made(index: LibraryIndex) -> list[Page]:
    """Return every page of the site, made once for the tests that look at all of them."""
    return list(pages(index, TODAY, None))


@pytest.mark.parametrize(
    ("path", "address", "root"),
    [
        ("index.md", "", "./"),
        ("roles.md", "roles/", "../"),
        ("policies/index.md", "policies/", "../"),
        ("policies/irm.md", "policies/irm/", "../../"),
    ],
)
def test_a_page_knows_its_address_and_the_way_to_the_root(path: str, address: str, root: str) -> None:
    """Links are relative, so that the site works below any path."""
    assert Page(path, "", "", "").address == address
    assert root_from(path) == root


def test_each_page_names_the_part_its_words_come_from(index: LibraryIndex, made: list[Page]) -> None:
    """A policy owner can find what to change."""
    for page in made:
        part, _, name = page.source.partition("/")
        assert hasattr(index.library, part), page.path
        assert not name or name in {each.id for each in getattr(index.library, part)}, page.path


def test_pages_are_made_in_one_order_with_each_path_once(index: LibraryIndex, made: list[Page]) -> None:
    """Two builds of the same data make the same files: every fifth page is made once more."""
    again = list(drafts(LibraryIndex(index.written, index.unexplained), TODAY, None))
    paths = [page.path for page in made]
    assert [draft.path for draft in again] == paths
    assert len({*paths}) == len(paths)
    for page, draft in list(zip(made, again, strict=True))[::5]:
        assert draft.write().markdown() == page.markdown(), page.path


def test_a_draft_knows_where_its_page_will_be_and_whether_search_takes_it(
    index: LibraryIndex, made: list[Page]
) -> None:
    """What is asked for by its address is found without writing any other page."""
    for draft, page in zip(drafts(index, TODAY, None), made, strict=True):
        assert page.path == draft.path
        assert draft.searched or page.wizard or not page.searched


def test_no_page_leaves_a_role_to_be_chosen(index: LibraryIndex, made: list[Page]) -> None:
    """Whoever reads a page reads whole sentences, the wizard's and those of practice cases included."""
    texts = {page.path: page.text + page.description + page.title for page in made}
    left = {
        path: [found[0] for found in ROLE_MENTIONED.finditer(text) if found[1] in index.library.role]
        for path, text in texts.items()
    }
    assert {path: found for path, found in left.items() if found} == {}


def test_a_policy_page_carries_every_statement_of_its_policy(index: LibraryIndex) -> None:
    """Every finding with its question, every warning and every exclusion stands on the policy's page."""
    for policy in index.library.policies:
        text = policy_page(index, policy).text
        for finding in policy.findings:
            assert finding.ask_owner.replace("&", "&amp;") in text
        assert text.count('class="nav-ask"') == len(policy.findings)
        assert all(f"{{ #at-{position.key.replace('/', '-')} }}" in text for position in policy.leaf_stages())


def test_a_policy_that_may_be_out_of_date_says_so_before_anything_else(index: LibraryIndex) -> None:
    """The warning stands above the first section."""
    for policy in index.library.policies:
        text = policy_page(index, policy).text
        if policy.superseded:
            assert text.index("nav-superseded") < text.index("nav-ladder")
        else:
            assert "nav-superseded" not in text


def test_a_document_says_where_it_stands_on_the_web() -> None:
    """The address is there to read, as that of a contact is; a document without one says nothing of it."""
    held = builders.document("paper", "The paper", "North Council", web="example.org/paper")
    other = builders.document("gazette", "The gazette", "The government")
    world = builders.library(documents=(held, other))
    text = documents(LibraryIndex(world)).text
    assert text.count("example.org/paper") == 1
    assert text.count("<dt>Website</dt>") == 1


def test_a_ladder_has_a_rung_for_each_stage_that_says_what_it_draws(index: LibraryIndex) -> None:
    """Each stage stands in it with a time or that there is none, and a bar holds nothing to read."""
    for policy in index.library.policies:
        drawn = join(ladder(PageBuilder(index, "policies/x.md", "x", "x"), policy))
        stages = list(policy.leaf_stages())
        assert all(f'href="#{anchor_of(position.key)}"' in drawn for position in stages)
        assert drawn.count("nav-rung-when") == len(stages)
        assert drawn.count("<svg") == drawn.count('aria-hidden="true"') <= len(stages)


def test_a_drawing_places_each_stage_after_the_one_before(index: LibraryIndex) -> None:
    """No bar begins before the one above it ends."""
    for policy in index.library.policies:
        placed = bars(policy)
        for earlier, later in pairwise(placed):
            assert later.begins == (earlier.ends if earlier.ends is not None else earlier.begins)


def test_the_home_page_leads_to_each_route_once_under_what_people_come_with(index: LibraryIndex) -> None:
    """Danger and one helpline come first; a route that no group names stands in a list of its own."""
    library = index.library
    needs = library.triage.needs
    fewer = replace(library, triage=replace(library.triage, needs=needs[:1]))
    for each, more in ((index, 0), (LibraryIndex(fewer), 1)):
        text, words = home(each).text, library.words
        assert all(text.count(f'href="./routes/{route.id}/"') == 1 for route in library.routes)
        assert text.index("nav-danger") < text.index("nav-helpline") < text.index("nav-start")
        assert text.count(f"<h3>{words['site.home.others']}</h3>") == more
        assert text.partition("#choose")[2].count("<h3>") == len(each.library.triage.needs) + more


def test_the_home_page_leads_everybody_to_what_they_are_asked_next(index: LibraryIndex) -> None:
    """Each reader has one link, who works by their work; those who learn stand beside them."""
    people = home(index).text.partition("#who")[2].partition("#choose")[0]
    for reader, option in who.labels_by_reader(index.library).items():
        shown = f'<a href="./{Node(option.next, reader=reader).address}">{option.label}</a>'
        assert people.count(shown) == (reader != "worker"), reader
    assert people.index("find/") < people.index("new-staff/") < people.index("trainers/")


def test_words_of_a_policy_are_never_taken_for_markup() -> None:
    """A heading with signs that mean something in Markdown or HTML is shown as it is written."""
    assert plain("A <b> *c* _d_ [e] `f` {g} #h & i") == (
        r"A &lt;b&gt; \*c\* \_d\_ \[e\] \`f\` \{g\} \#h &amp; i"
    )


def test_a_page_that_is_not_translated_says_so_at_its_top(library: Library) -> None:
    """A file that lacks texts in the language marks its own pages, and those of its folder's list."""
    lacking = replace(library, untranslated=("roles", f"policies/{library.policies[0].id}"))
    marked = {"roles.md", "policies/index.md", f"policies/{library.policies[0].id}.md"}
    others = {"glossary.md", "contacts.md", f"policies/{library.policies[1].id}.md"}
    there = [draft for draft in drafts(LibraryIndex(lacking), TODAY, None) if draft.path in marked | others]
    assert len(there) == len(marked | others)
    for draft in there:
        above = draft.write().text.partition("\n# ")[0]
        assert (library.words["answer.untranslated"] in above) == (draft.path in marked), draft.path


TERMS = (
    Term("work", "working day", "A day of work."),
    Term("day", "day", "A day."),
    Term("iro", "IRO", "An officer.", role="iro"),
)


def test_a_word_is_explained_where_it_stands_first_and_only_there() -> None:
    """The second use of a word is plain text."""
    explained = Explained(Explainer(TERMS), "../")
    assert explained.text("One day, another day.").count("nav-tip") == 1
    assert "nav-tip" not in explained.text("A third day.")


def test_the_longer_word_is_explained_and_not_a_part_of_it() -> None:
    """`Working day` is one word, also at the beginning of a sentence; `today` and `days` are other words."""
    explained = Explained(Explainer(TERMS), "../")
    assert "glossary/#work" in explained.text("Working day by today, and days after.")
    assert 'href="../glossary/#day"' in explained.text("The day.")


def test_a_word_for_a_role_is_not_explained_twice() -> None:
    """A role that has been explained by its name is not explained again by its short form."""
    explained = Explained(Explainer(TERMS), "")
    assert "nav-tip" in explained.role(Role("iro", "reviewing officer", "Reviews."))
    assert "nav-tip" not in explained.text("The IRO.")


def test_a_word_with_an_everyday_meaning_can_be_left_alone() -> None:
    """The site's configuration names words that running text must not explain."""
    explained = Explained(Explainer(TERMS, frozenset({"day"})), "")
    assert explained.text("One day <soon>.") == "One day &lt;soon&gt;."


def test_a_policy_without_a_sequence_of_stages_has_no_bars(index: LibraryIndex) -> None:
    """A drawing needs two stages that follow one another, and a time limit."""
    for policy in index.library.policies:
        drawn = dict(drawings(policy))
        wanted = len(bars(policy)) > 1 and any(bar.ends for bar in bars(policy))
        assert bool(drawn) == wanted


def test_the_theme_holds_no_words_of_a_policy() -> None:
    """Templates hold no numbers to call and no names of services."""
    templates = sorted((PROJECT / "navigator" / "web" / "theme").rglob("*.html"))
    assert templates
    for path in templates:
        assert "999" not in path.read_text(encoding="utf-8")
