"""Check and build agree: what the check takes is built, strictly, and no page is harmed by it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path

import pytest

from navigator.load.library import load
from navigator.load.problem import Problem
from tests.site.breaking import (
    HOSTILE,
    NAMES,
    WAYS,
    Place,
    Tried,
    broken,
    harmless,
    holder,
    leaves,
    parts,
    put,
    renamed,
)
from tests.site.built import Site, leaves_the_web
from tests.site.conftest import build_in, small_project
from tests.site.rich import Tree, rich

DRAWN = "map/index.html"
"""Holds a drawing, in which wider words take more lines."""
IDS = (
    "complaint", "talk", "carer", "law", "guide", "desk", "england", "town", "national", "town-complaint",
    "stage-1", "level-1", "topic", "calm", "answer", "whole", "e1", "b1", "x1", "a1", "w1", "g1", "late",
    "first",
)  # fmt: skip
"""One id of each kind, and several of those that name pages."""


@dataclass
class Skeleton(HTMLParser):
    """The tags of a page in their order, with the names of their attributes, and the text between them."""

    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *sorted(name for name, _ in attrs)]))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"!{data}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


class Workshop(Tried):
    """A small project in which one library after another is checked and built, by MkDocs and strictly."""

    def __init__(self, folder: Path) -> None:
        self.project = small_project(folder)
        super().__init__(folder / "policy_data", rich())

    def site(self, tree: Tree) -> dict[str, Skeleton]:
        """Build a library that the check takes, and return its pages."""
        assert list(map(str, self.errors(tree))) == []
        assert build_in(self.project) == 0
        built = self.project / "built"
        found = {}
        for path in sorted(built.rglob("*.html")):
            page = found[path.relative_to(built).as_posix()] = Skeleton()
            page.feed(path.read_text(encoding="utf-8"))
        return found

    def leads_nowhere(self) -> list[str]:
        """Return the links of the built pages to pages and places that are not there, and ids used twice."""
        site = Site(self.project / "built")
        return [f"{page}: {told}" for page in site.pages for told in _wrong_on(site, page)]


def _wrong_on(site: Site, page: str) -> Iterator[str]:
    document = site.pages[page]
    yield from (f"the id {name} twice" for name in document.repeated)
    for link in document.links:
        target = site.resolve(page, link)
        if target is None or leaves_the_web(link):
            continue
        address, anchor = target
        anchors = site.pages[address].anchors if address in site.pages else {anchor}
        if not site.is_there(address) or (anchor and anchor not in anchors):
            yield link


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop") / "project")


@pytest.fixture(scope="module")
def texts(workshop: Workshop) -> list[Place]:
    """Return the places of running text: those in which any words will do."""
    words = {
        place: f"Plain words {at}" for at, (place, held) in enumerate(leaves(rich())) if isinstance(held, str)
    }
    return list(workshop.fitting(rich(), words))


def test_there_is_text_enough(texts: list[Place]) -> None:
    """Texts of every file are tried."""
    assert len(texts) > 150
    assert {name for name, _ in texts} == set(rich())


def _word(number: int) -> str:
    """Return a word of letters that nothing else in the library has."""
    return "q" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


@pytest.mark.parametrize("turn", range(2))
def test_no_text_becomes_part_of_a_page(workshop: Workshop, texts: list[Place], turn: int) -> None:
    """Whatever means something to HTML, Jinja or Markdown is shown as it is written, in every text there is.

    The pages have the very tags that they have with harmless words in the same places; lists in the order of
    the alphabet have them elsewhere.
    """
    hostile = {
        place: f"{HOSTILE[(at * 3 + turn * 11) % len(HOSTILE)]} {_word(at)}" for at, place in enumerate(texts)
    }
    taken = workshop.fitting(rich(), hostile)
    assert len(taken) > 0.9 * len(texts)
    tree, plain = rich(), rich()
    for place, text in taken.items():
        put(tree, place, text)
        put(plain, place, f"{harmless(text.rpartition(' ')[0])} {text.rpartition(' ')[2]}")
    expected = workshop.site(plain)
    pages = workshop.site(tree)
    assert pages.keys() == expected.keys()
    for name, page in pages.items():
        if name == DRAWN:
            assert set(page.tags) == set(expected[name].tags)
        else:
            assert Counter(page.tags) == Counter(expected[name].tags), name
    shown, known = (" ".join(page.text for page in each.values()) for each in (pages, expected))
    lost = [
        (place, text)
        for place, text in taken.items()
        if _first(text) not in shown and _first(_value(plain, place)) in known
    ]
    assert lost == []
    assert workshop.leads_nowhere() == []


def _first(text: str) -> str:
    """Return the first paragraph of a text, its lines joined."""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


def _value(tree: Tree, place: Place) -> str:
    return str(holder(tree, place)[place[1][-1]])


def _is_placed(problem: Problem, folder: Path) -> bool:
    return bool(re.match(rf"{re.escape(folder.as_posix())}/\S+:\d+:\d+: error: ", str(problem)))


def _chosen(tree: Tree) -> Iterator[tuple[Place, str]]:
    """Yield for each file and each way a place to break, another one for each."""
    found = list(parts(tree))
    for shift, name in enumerate(tree):
        places = [place for place, _ in found if place[0] == name]
        for number, way in enumerate(WAYS):
            yield places[(number * 7 + shift) % len(places)], way


def test_each_file_broken_in_twenty_ways(workshop: Workshop) -> None:
    """It is refused with a place, or it can be built; all that is taken goes into as few builds as it can."""
    assert len(WAYS) >= 20
    taken = []
    refused = 0
    for place, way in _chosen(rich()):
        problems = workshop.errors(broken(rich(), place, way))
        assert all(_is_placed(each, workshop.folder) for each in problems), (place, way)
        refused += bool(problems)
        if not problems:
            taken.append((place, way))
    assert min(refused, len(taken)) > 50
    while taken:
        tree, left = rich(), []
        for place, way in taken:
            other = _broken_too(tree, place, way)
            if other is None or workshop.errors(other):
                left.append((place, way))
            else:
                tree = other
        assert len(left) < len(taken)
        workshop.site(tree)
        assert workshop.leads_nowhere() == []
        taken = left


def _broken_too(tree: Tree, place: Place, way: str) -> Tree | None:
    """Return a library with one thing more broken in it; None where that is no longer there."""
    try:
        return broken(tree, place, way)
    except (IndexError, KeyError, TypeError):
        return None


@pytest.mark.parametrize("turn", range(2))
def test_whatever_ids_are_called(workshop: Workshop, turn: int) -> None:
    """An id that is like a page, a folder or a word of YAML is refused, or has a page that is found."""
    tree = rich()
    names = cycle(NAMES[turn * len(NAMES) // 2 :])
    taken = []
    for old in IDS:
        new = f"{next(names)}"
        other = renamed(tree, old, new)
        problems = workshop.errors(other)
        assert all(_is_placed(each, workshop.folder) for each in problems), (old, new)
        if not problems:
            tree = other
            taken.append((old, new))
    assert len(taken) > len(IDS) // 3
    pages = workshop.site(tree)
    assert workshop.leads_nowhere() == []
    library = load(workshop.folder).library
    assert library is not None
    for folder in ("policies", "services", "packs"):
        own = {each.id for each in getattr(library, folder)}
        assert any(name.endswith(new) for _, new in taken for name in own)
        assert {f"{folder}/{name}/index.html" for name in own} <= pages.keys()
