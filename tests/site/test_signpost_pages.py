"""A signpost's page: what to do first and whom to ring is seen at once, all else after it."""

import re

import pytest

from navigator.site.build.nav import menu
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.signpost_text import signpost_text
from navigator.site.pages.home import home
from navigator.site.pages.routes import route_pages as drafts_of_routes
from navigator.site.pages.signposts import overview, signpost_page, signpost_pages
from navigator.site.paper.content import limit_in_words
from tests.mini import Mini
from tests.signposted import NAME, library_of, signposted


@pytest.fixture
def post(mini: Mini) -> Mini:
    return signposted(mini)


def index_of(post: Mini) -> LibraryIndex:
    return LibraryIndex(library_of(post))


def page_of(post: Mini) -> str:
    index = index_of(post)
    return signpost_page(index, index.library.signpost["money"]).text


def words_of(html: str) -> str:
    without_tips = re.sub(r'<span class="nav-tip".*?</span>', "", html)
    return " ".join(re.sub(r"<[^>]*>", " ", without_tips).split()).replace(" .", ".").replace(" ,", ",")


def test_what_is_said_stands_in_the_order_in_which_it_is_needed(post: Mini) -> None:
    """The lead speaks to its reader, and by when; then come the number, the steps, the ways on, and folds."""
    text = page_of(post)
    said = words_of(text)
    places = [
        "Money that has not come",
        "You should ask your complaints team which payment is missing, today.",
        "Call 999 Emergency services",
        "The service pays what its own policy says.",
        "What comes next",
        "Your complaints team says when the money comes, within ten working days.",
        "You should keep a list of what is missing.",
        "Where to go on",
        "A complaint : Use it if nobody answers.",
        "A message you can use",
        "Subject: A payment that has not come",
        "Whom to turn to",
        "What this is not",
        "It is not for what the amount should be.",
        "What is unlikely to work",
        "Nobody pays in advance.",
        "More that is worth knowing",
        "A payment is made each week.",
        "Where this comes from",
        "Checked on 10 November 2026. To be checked again by 10 November 2027.",
    ]
    found = [said.index(each) for each in places]
    assert found == sorted(found)
    assert text.index("nav-first") < text.index("<details")
    assert 'href="tel:999" class="nav-ring"' in text


def test_a_message_can_be_copied_once_a_script_answers(post: Mini) -> None:
    """The button is hidden until then, and what a script says is in the page."""
    text = page_of(post)
    message = re.search(r'<pre class="nav-message">(.*?)</pre><div class="js-copy" hidden><button', text)
    assert message
    assert message[1] == (
        "To: your complaints team&#10;Subject: A payment that has not come&#10;&#10;Hello,&#10;&#10;"
        "This has not come: [which payment]"
    )
    assert 'data-copied="Copied." data-by-hand="Copy this text by hand."' in text


def test_each_thing_names_its_place(post: Mini) -> None:
    """A section of the signpost's own document stands alone, and what is not confirmed says so."""
    said = words_of(page_of(post))
    assert "Source: Part 3." in said
    assert "Nobody pays in advance. Source: Part 5." in said
    assert "Source: The guide, Page 1 (not confirmed: please check this)." in said


def test_without_readers_it_speaks_of_roles_in_the_third_person(post: Mini) -> None:
    """Nobody is taken for somebody: only what anybody is told to do first says you."""
    post.edit(NAME, "readers: [carer]\n", "")
    post.edit(NAME, "{who: carer, act: keep", "{who: carer, does: keeps a list, act: keep")
    said = words_of(page_of(post))
    assert "You should ask the complaints team which payment is missing, today." in said
    assert "The foster carer keeps a list." in said


def test_a_signpost_without_a_number_or_anything_optional_has_a_page(post: Mini) -> None:
    """What is not there leaves no heading behind."""
    text = post.read(NAME)
    least = text[: text.index("steps:")] + text[text.index("offered:") :]
    post.write(NAME, least.replace("  by: today\n  to: [team]\n", ""))
    said = words_of(page_of(post))
    assert "You should ask your complaints team which payment is missing." in said
    for heading in ("Call", "What comes next", "Where to go on", "A message", "What this is not", "To:"):
        assert heading not in said
    assert "<details" in page_of(post)


def test_somebody_can_leave_its_page_fast_where_that_may_be_needed(post: Mini) -> None:
    """The way out stands above everything, and only where the signpost says so."""
    assert "data-exit" not in page_of(post)
    post.edit(NAME, "document: law\n", "document: law\nquick_exit: true\n")
    text = page_of(post)
    assert text.index("data-exit") < text.index("# Money")


def test_a_signpost_about_another_nation_says_so_and_the_home_page_leads_there(post: Mini) -> None:
    """It is in no group of needs: the first page says whose law it tells, and links the others."""
    assert "This is the law of England" not in home(index_of(post)).text
    post.edit(NAME, "document: law\n", "document: law\nnation: Wales\n")
    assert "This page is about Wales. The rest of this site is about England." in words_of(page_of(post))
    first = home(index_of(post)).text
    assert 'Is it about another nation? <a href="./help/money/">Wales</a>.' in first
    assert first.count("help/money/") == 1


def test_it_is_listed_under_what_people_come_with(post: Mini) -> None:
    """One that no need names stands with the other routes, and one that a need names stands there."""
    assert (
        '<h3>Something else</h3></summary><ul><li><a href="./routes/complaint/">' in home(index_of(post)).text
    )
    post.add("national/triage.yaml", "needs: [{name: Money, signposts: [money]}]\n")
    text = home(index_of(post)).text
    link = '<a href="./help/money/">Money that has not come</a>'
    assert f"<h3>Money</h3></summary><ul><li>{link}</li></ul>" in text
    assert text.count("help/money/") == 1


def test_a_list_of_them_is_among_all_pages_only_where_there_are_any(mini: Mini) -> None:
    """A library without signposts has neither the list nor an entry for it."""
    without = index_of(mini)
    assert list(signpost_pages(without)) == []
    assert "help/index.md" not in str(menu(without.library, ["index.md"]))
    index = index_of(signposted(mini))
    paths = [draft.path for draft in signpost_pages(index)]
    assert paths == ["help/index.md", "help/money.md"]
    listed = str(menu(index.library, paths))
    assert "help/index.md" in listed
    assert "help/money.md" not in listed
    assert '<a href="../help/money/">Money that has not come</a>' in overview(index).text


def test_what_a_route_is_not_for_may_lead_to_a_signpost(post: Mini) -> None:
    """The route's page links it as it does another route."""
    post.add("national/routes.yaml", "  not_for: [{says: It is not for pay., signpost: money}]\n")
    assert post.errors() == []
    index = index_of(post)
    pages = {draft.path: draft for draft in drafts_of_routes(index)}
    text = pages["routes/complaint.md"].write().text
    assert 'Go to: <a href="../../help/money/">Money that has not come</a>.' in text
    assert "Go to: Money that has not come." in limit_in_words(
        index.library, index.library.route["complaint"].not_for[0]
    )


def test_as_text_it_says_the_same(post: Mini) -> None:
    """A terminal gets every part, with the message as it would be sent."""
    text = signpost_text(library_of(post), "money")
    assert text.splitlines()[0] == "You should ask your complaints team which payment is missing, today."
    assert "\nTo: your complaints team\nSubject: A payment that has not come\n\nHello,\n" in text
    assert "- A complaint: Use it if nobody answers." in text
    assert "- It is not for what the amount should be." in text
    assert "The guide, Page 1 (Town; checked 10 November 2026)" in text
