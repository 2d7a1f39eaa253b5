"""The built site: every page is there, every link leads somewhere, and nothing is asked of anybody else."""

import json
from dataclasses import dataclass

import pytest

from navigator.core.addressing import speaking_to
from navigator.core.journey import nodes
from navigator.core.model import Library
from navigator.site.build.search_index import words_of
from tests.site.built import Site, leaves_the_web


def test_every_route_policy_and_service_has_a_page(site: Site, library: Library) -> None:
    """A page exists for every route, policy and service, and it begins with the name of what it is about."""
    named = {f"routes/{each.id}/": each.name for each in library.routes}
    named |= {f"policies/{each.id}/": each.title for each in library.policies}
    named |= {f"services/{each.id}/": each.name for each in library.services}
    assert {address: name for address, name in named.items() if name not in site.pages[address].text} == {}


def test_every_entry_of_the_reference_has_an_anchor(site: Site, library: Library) -> None:
    """The renderer may link to any role, word, contact or document by its id."""
    assert {each.id for each in library.roles} <= site.pages["roles/"].anchors
    assert {each.id for each in library.glossary} <= site.pages["glossary/"].anchors
    assert {each.id for each in library.contacts} <= site.pages["contacts/"].anchors
    assert {each.id for each in library.documents} <= site.pages["sources/"].anchors


def test_every_node_has_a_page_that_works_alone(site: Site, library: Library) -> None:
    """Each question's page has a link for every answer, without any script."""
    pages = {node.address for node in nodes(library)}
    assert pages == {address for address in site.pages if address.startswith("find/")}


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(site: Site) -> None:
    """No link of the site is broken, whether it was written in Markdown or as HTML."""
    broken = []
    for address, page in site.pages.items():
        for link in page.links:
            target = site.resolve(address, link)
            if target is None or address == "404.html":
                continue
            where, anchor = target
            if not site.is_there(where) or (anchor and anchor not in site.pages[where].anchors):
                broken.append(f"{address}: {link}")
    assert broken == []


def test_every_page_can_be_reached_by_plain_links_from_home(site: Site) -> None:
    """Nothing has to be searched for or guessed, and no question is out of reach."""
    reached = {""}
    waiting = [""]
    while waiting:
        here = waiting.pop()
        for link in site.pages[here].links:
            target = site.resolve(here, link)
            if target and target[0] in site.pages and target[0] not in reached:
                reached.add(target[0])
                waiting.append(target[0])
    assert set(site.pages) - reached == {"404.html"}


def test_nothing_is_fetched_from_another_site(site: Site) -> None:
    """Every script, style, image and data file comes from the site itself."""
    foreign = {
        f"{address}: {fetched}"
        for address, page in site.pages.items()
        for fetched in page.fetched
        if site.resolve(address, fetched) is None
    }
    assert foreign == set()


def test_no_page_leads_to_another_site(site: Site, library: Library) -> None:
    """A link leads to this site, or starts a call or a mail; only the way to leave fast leads elsewhere."""
    foreign = {
        f"{address}: {link}"
        for address, page in site.pages.items()
        for link in page.links
        if site.resolve(address, link) is None and not leaves_the_web(link)
    }
    assert {line.partition(": ")[2] for line in foreign} == {library.triage.exit_to}


def test_every_page_names_its_language(site: Site) -> None:
    """A screen reader is told that the words are British English."""
    pages = site.folder.rglob("*.html")
    wrong = [path for path in pages if '<html lang="en-GB"' not in path.read_text(encoding="utf-8")]
    assert wrong == []


def test_every_page_leads_to_help(site: Site) -> None:
    """Feedback, the accessibility statement and the privacy page are one link away, wherever somebody is."""
    help_pages = {"about/", "accessibility/", "privacy/", "contacts/"}
    lacking = {}
    for address, page in site.pages.items():
        targets = {found[0] for link in page.links if (found := site.resolve(address, link))}
        if address != "404.html" and not help_pages <= targets:
            lacking[address] = help_pages - targets
    assert lacking == {}
    assert "feedback" in site.pages["about/"].anchors


def test_the_site_works_below_any_path(site: Site) -> None:
    """No address begins at the root of the host."""
    rooted = {
        f"{address}: {link}"
        for address, page in site.pages.items()
        for link in (*page.links, *page.fetched)
        if link.startswith("/")
    }
    assert rooted == set()


def test_everything_fetched_is_there(site: Site) -> None:
    """No style, script or data file is missing from the site."""
    missing = {
        f"{address}: {fetched}"
        for address, page in site.pages.items()
        for fetched in page.fetched
        if (target := site.resolve(address, fetched)) and not site.is_there(target[0])
        if not target[0].startswith("assets/runtime")
    }
    assert missing == set()


def test_no_id_is_used_twice_on_a_page(site: Site) -> None:
    """A link to an anchor has one place to lead to."""
    assert {address: page.repeated for address, page in site.pages.items() if page.repeated} == {}


def test_danger_comes_first_on_the_home_page(site: Site, library: Library) -> None:
    """The number to call is a link that dials it, and it is the first link of the page's own content."""
    content = [link for link in site.pages[""].links if leaves_the_web(link)]
    phone = library.contact[library.triage.danger.contact].phone
    assert content[0] == f"tel:{phone}"
    text = site.pages[""].text
    assert text.index(library.triage.danger.heading) < text.index(library.routes[0].name)


def test_a_page_that_is_missing_still_says_whom_to_call(site: Site, library: Library) -> None:
    """The page for unknown addresses stands alone: no style, script or link of it depends on where it is."""
    page = site.pages["404.html"]
    assert page.fetched == []
    assert library.triage.danger.heading in page.text
    assert [link for link in page.links if not leaves_the_web(link)] == []


@dataclass
class Found:
    """What search knows: its entries, and the words of each."""

    entries: list[tuple[str, str, int, str]]
    """The address, the title, the kind and the summary of each."""
    labels: list[str]
    words: list[set[str]]

    def said(self, address: str) -> set[str]:
        """Return the words of the entry at an address."""
        return self.words[[at for at, *_ in self.entries].index(address)]


@pytest.fixture(scope="session")
def search(site: Site) -> Found:
    """Read the files of search as the browser does: each number is a step of so many entries, times four."""
    names, texts = (
        json.loads((site.folder / "search" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("names", "texts")
    )
    words: list[set[str]] = [set() for _ in names["entries"]]
    for postings in (names["words"], texts["words"]):
        for word, steps in postings.items():
            at = 0
            for step in steps:
                at += step // 4
                words[at].add(word)
    return Found(names["entries"], [kind["label"] for kind in names["kinds"]], words)


def test_every_result_leads_to_what_is_there(site: Site, search: Found) -> None:
    """Each entry of search has a page, and a part of it where it names one; no two are at the same place."""
    broken = []
    for address, *_ in search.entries:
        page, _, anchor = address.partition("#")
        if page not in site.pages or (anchor and anchor not in site.pages[page].anchors):
            broken.append(address)
    assert broken == []
    pages = [address for address, *_ in search.entries if not address.startswith("find/")]
    assert len(pages) == len(set(pages))


def test_search_finds_other_names_of_roles_and_words(search: Found, library: Library) -> None:
    """Somebody who knows only another name for a job or a word still finds it."""
    named = {f"roles/#{role.id}": role.also_called for role in library.roles}
    named |= {f"glossary/#{term.id}": term.also_called for term in library.glossary}
    missing = [
        name
        for address, names in named.items()
        for name in names
        if not set(words_of(name)) <= search.said(address)
    ]
    assert missing == []


def test_search_finds_what_policies_say(search: Found, library: Library) -> None:
    """The summary, the findings and every time limit of a policy can be found by their words."""
    for policy in speaking_to(library, None).policies:
        wanted = [policy.summary, *(place.timescale.does for place in policy.timescales())]
        wanted += [finding.ask_owner for finding in policy.findings]
        said = search.said(f"policies/{policy.id}/")
        assert [text for text in wanted if not set(words_of(text)) <= said] == []


def test_search_finds_an_answer_only_with_its_question(search: Found, library: Library) -> None:
    """Of the wizard it has answers of authors, each called a way in; never that there is no danger."""
    found = [(title, search.labels[kind]) for at, title, kind, _ in search.entries if at.startswith("find/")]
    options = {
        option.label
        for reader in (None, *(reader.id for reader in library.triage.readers))
        for question in speaking_to(library, reader).triage.questions
        for option in question.options
    }
    assert {title for title, _ in found} <= options
    assert {label for _, label in found} == {library.words["theme.search.kinds.way_in"]}
    opening = library.question[library.triage.start]
    onward = {option.label for option in opening.options if option.next or option.unsure}
    assert onward
    assert not onward & {title for title, _ in found}
