"""What has changed: the page and its feed tell the same, each entry with its source."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from navigator.check.next_look import Checked, next_look
from navigator.core.model import Change, Library, Source
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.told_changes import told_changes
from navigator.site.pages.changes import changes
from navigator.site.pages.changes_feed import feed
from tests.mini import Mini

TODAY = date(2026, 11, 26)
ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
ENTRY = """\
- id: longer
  day: {day}
  title: Stage 1
  says: The answer has more time.
  source: {{section: Stage 1{document}}}
"""


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library, site_name="Our site")


@pytest.fixture(scope="module")
def placed(library: Library) -> LibraryIndex:
    return LibraryIndex(library, site_name="Our site", site_url="https://example.org/guide/")


def read(index: LibraryIndex) -> ET.Element:
    return ET.fromstring(feed(index))  # noqa: S314 - it was written just now


def texts(parent: ET.Element, name: str) -> list[str]:
    return [each.text or "" for each in parent.findall(f"{ATOM}{name}")]


@pytest.mark.parametrize("kind", ["index", "placed"])
def test_the_feed_has_what_atom_asks_for(request: pytest.FixtureRequest, kind: str) -> None:
    """RFC 4287, 4.1: one id, title and updated each, an author, and a link where an entry has its page."""
    written: LibraryIndex = request.getfixturevalue(kind)
    root = read(written)
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert entries
    for each in (root, *entries):
        assert [len(texts(each, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert texts(each, "id")[0].startswith("urn:uuid:")
        assert INSTANT.fullmatch(texts(each, "updated")[0])
        assert next(link.get("rel") for link in each.findall(f"{ATOM}link")) == "alternate"
    assert [name.text for name in root.findall(f"{ATOM}author/{ATOM}name")] == ["Our site"]
    ids = [texts(each, "id")[0] for each in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert texts(root, "updated")[0] == max(texts(each, "updated")[0] for each in entries)


def test_the_feed_names_its_own_address_only_where_it_is_known(
    index: LibraryIndex, placed: LibraryIndex
) -> None:
    """Without the site's address, links are as seen from the feed, and none is to the feed itself."""

    def links(written: LibraryIndex, rel: str) -> list[str | None]:
        found = read(written).iter(f"{ATOM}link")
        return [each.get("href") for each in found if each.get("rel") == rel]

    assert links(index, "self") == []
    assert links(placed, "self") == ["https://example.org/guide/changes.xml"]
    assert links(index, "alternate")[0] == "changes/"
    assert links(placed, "alternate")[0] == "https://example.org/guide/changes/"
    assert len(links(index, "alternate")) == 1 + len(told_changes(index))


def test_an_entry_keeps_its_name_when_the_site_moves(index: LibraryIndex, placed: LibraryIndex) -> None:
    """A feed reader that knows an entry is not told of it again."""
    ids = [
        [texts(each, "id")[0] for each in read(written).iter(f"{ATOM}entry")] for written in (index, placed)
    ]
    assert ids[0] == ids[1]


def test_the_page_says_what_the_feed_says(index: LibraryIndex) -> None:
    """Every entry of the feed leads to its anchor on the page, below the day, and links are of this site."""
    page = changes(index, TODAY)
    anchors = set(re.findall(r"\{ #(\S+) \}", page.text))
    hrefs = [each.get("href", "") for each in read(index).iter(f"{ATOM}link")]
    assert {href.partition("#")[2] for href in hrefs} - {""} <= anchors
    assert page.text.count('class="nav-source"') == len(told_changes(index))
    assert page.feed


def test_a_version_of_a_policy_is_a_change_by_itself(library: Library) -> None:
    """A version whose document says from when it is in force has an entry on that day, once it has come."""
    policy = library.policy["norfolk-complaint"]
    later = replace(
        policy,
        id="later",
        version_of=policy.id,
        version="2",
        effective_from=date(2026, 11, 1),
        national=False,
    )
    to_come = replace(later, id="to-come", version="3", effective_from=date(2027, 4, 1))
    index = LibraryIndex(replace(library, changes=(), policies=(*library.policies, later, to_come)))
    (entry,) = told_changes(index)
    assert (entry.id, entry.day) == ("version-later", date(2026, 11, 1))
    assert entry.says == "The version 2 is in force from 1 November 2026."


def test_what_a_site_does_not_have_is_not_linked(library: Library) -> None:
    """A change that names a policy which no service here has is told without a link to it."""
    named = Change("one", TODAY, "A title", "It says so.", Source("1", "irm-govuk"), policies=("gone", "irm"))
    (entry,) = told_changes(LibraryIndex(replace(library, changes=(named,))))
    assert [part.id for part in entry.parts] == ["irm"]


def test_a_site_without_changes_says_so(library: Library) -> None:
    """The page has its list of what is read again, and the feed is whole without an entry."""
    index = LibraryIndex(replace(library, changes=()))
    assert "No change has been written down yet." in changes(index, TODAY).text
    root = read(index)
    assert texts(root, "updated") == ["2026-11-26T00:00:00Z"]


def test_what_is_read_again_stands_in_the_order_of_its_days(index: LibraryIndex) -> None:
    """The soonest day comes first, and everything that is checked is in the table once."""
    text = changes(index, TODAY).text
    table = text[text.index("nav-table") :]
    days = re.findall(r'datetime="(\S+?)"', table)
    assert days == sorted(days)
    library = index.library
    held: tuple[Checked, ...]
    held = (*library.policies, *library.signposts, *library.documents, *library.contacts)
    assert len(re.findall(r"<li><a", table)) == len(held)
    assert days[0] == min(next_look(each).day for each in held).isoformat()


@pytest.mark.parametrize(
    ("day", "document", "wrong"),
    [
        ("2026-11-01", ", document: law", ""),
        ("2026-11-01", "", "document: is missing"),
        ("2027-11-01", ", document: law", "longer is said to have changed on a day that is still to come"),
        ("yesterday", ", document: law", "day"),
    ],
)
def test_an_entry_has_a_source_and_a_day_that_has_come(
    mini: Mini, day: str, document: str, wrong: str
) -> None:
    """What is wrong with an entry is told with its place."""
    mini.write("national/changes.yaml", ENTRY.format(day=day, document=document))
    errors = mini.errors()
    assert bool(errors) == bool(wrong)
    assert all(wrong in each and each.startswith("national/changes.yaml:") for each in errors)
