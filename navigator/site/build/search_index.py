"""What search knows of the site, as two files: names and summaries first, then what the texts say."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final

from navigator.core.model import Library
from navigator.site.build.said_words import TELLS, shares
from navigator.site.build.ways_in import WayIn, ways_in
from navigator.site.kit.search_kinds import KINDS, kind_of

COLLECTED: Final = "search/search_index.json"
"""What MkDocs' plugin collects from the pages as they are built."""
NAMES: Final = "search/names.json"
"""Titles and summaries, with their words: enough for the first results."""
TEXTS: Final = "search/texts.json"
"""The words of texts, and the headings within pages. It follows by itself."""
TEXT, SUMMARY, HEADING, TITLE = range(4)
"""Where a word stands, the best place last."""
PLACES: Final = 4
LONGEST_SUMMARY: Final = 160
SHORTEST_SUMMARY: Final = 4
"""In words: a shorter paragraph only says what kind of entry it is."""
_WORD: Final = re.compile(r"[^\W_]+")
_PARAGRAPH: Final = re.compile(r"<(?:p|li)>(.*?)(?=</?(?:p|li|ul|ol)>|$)", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")


@dataclass
class Entry:
    """Something that search finds: a page, or a part of one that lists many things."""

    address: str
    title: str
    summary: str = ""
    names: list[str] = field(default_factory=list)
    """Other titles, not shown."""
    said: Mapping[str, float] = field(default_factory=dict)
    """The words that people use for it, each with the share of it that is meant so."""
    texts: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    """The anchor and the heading of each part."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents and signs, as scripts cut them too."""
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in letters if not unicodedata.combining(char))
    return _WORD.findall(text.lower())


def write_search(site: Path, library: Library) -> None:
    """Write the files of search in the place of what was collected; none where nothing was."""
    collected = site / COLLECTED
    if collected.is_file():
        for path, content in search_files(collected.read_text(encoding="utf-8"), library).items():
            (site / path).write_text(content, encoding="utf-8")
        collected.unlink()


def search_files(collected: str, library: Library) -> dict[str, str]:
    """Return the files of search, by their paths, from what was collected from the pages."""
    entries = everything(json.loads(collected)["docs"], library)
    others = other_names(library)
    names: dict[str, dict[int, int]] = {}
    texts: dict[str, dict[int, int]] = {}
    for number, entry in enumerate(entries):
        for name in (entry.title, *entry.names, *others.get(entry.title.lower(), ())):
            _count(names, number, TITLE, name)
        _count(names, number, SUMMARY, entry.summary)
        for word, share in entry.said.items():
            _count(names, number, SUMMARY if share >= TELLS else TEXT, word)
        for text in entry.texts:
            _count(texts, number, TEXT, text)
        for _, heading in entry.parts:
            _count(texts, number, HEADING, heading)
    words = library.words
    kinds = {kind.name: number for number, kind in enumerate(KINDS)}
    known = {
        "kinds": [
            {"label": words[f"theme.search.kinds.{kind.name}"], "weight": kind.weight} for kind in KINDS
        ],
        "entries": [
            [entry.address, entry.title, kinds[kind_of(entry.address).name], entry.summary]
            for entry in entries
        ],
        "words": _postings(names),
        "alike": sorted([words_of(said), words_of(means)] for said, means in alike(library)),
        "ignored": words_of(words["theme.search.ignored"]),
        "plural": words["theme.search.plural"],
        "endings": sorted(words_of(words["theme.search.endings"]), key=len, reverse=True),
    }
    more = {"parts": [entry.parts for entry in entries], "words": _postings(texts, names)}
    return {path: _compact(held) for path, held in ((NAMES, known), (TEXTS, more))}


def everything(docs: Iterable[Mapping[str, Any]], library: Library) -> list[Entry]:
    """Return all that is found. An answer that leads to a page found by itself is another name for that."""
    pages = {entry.address: entry for entry in gathered(docs)}
    for topic, words in shares(library.own_words, words_of).items():
        for address in (f"routes/{topic}/", f"help/{topic}/"):
            if address in pages:
                pages[address].said = words
    ways = []
    for way in ways_in(library):
        if way.address in pages:
            pages[way.address].names.append(way.label)
        else:
            ways.append(_as_entry(way))
    return [*ways, *pages.values()]


def gathered(docs: Iterable[Mapping[str, Any]]) -> Iterator[Entry]:
    """Yield an entry for each page, and for each part of a page that lists many things.

    `docs` are the parts of pages in the order of the page, its beginning first.
    """
    pages: dict[str, Entry] = {}
    for part in docs:
        address, _, anchor = part["location"].partition("#")
        title, text = _plain(part["title"]), part["text"]
        page = pages.get(address)
        if page is None or (anchor and title != page.title and kind_of(address).listed):
            entry = pages[part["location"]] = Entry(part["location"], title, _summary(text))
        else:
            entry = page
            entry.summary = entry.summary or _summary(text)
            if anchor and title != entry.title:
                entry.parts.append((anchor, title))
        entry.texts.append(_plain(text))
    yield from pages.values()


def _as_entry(way: WayIn) -> Entry:
    told = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(way.answered)
    return Entry(way.address, way.label, " ".join(part for part in (told and f"{told}.", way.hint) if part))


def other_names(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the other names of each role and each word explained, by its name in small letters."""
    named = [(term.term, term.also_called) for term in library.glossary]
    named += [(role.name, role.also_called) for role in library.roles]
    return {name.lower(): also for name, also in named if also}


def alike(library: Library) -> Iterator[tuple[str, str]]:
    """Yield what people say for something, each with the words that the policies use.

    Other names of roles count where no list of words has them: a publisher may use one more narrowly.
    """
    listed = [(said, everyday.means) for everyday in library.everyday_words for said in everyday.words]
    listed += [(other, term.term) for term in library.glossary for other in term.also_called]
    yield from listed
    known = {said.lower() for said, _ in listed}
    for role in library.roles:
        yield from ((other, role.name) for other in role.also_called if other.lower() not in known)


def _summary(text: str) -> str:
    """Return the first paragraph that says something, cut where a word ends."""
    paragraphs = map(_plain, _PARAGRAPH.findall(text))
    said = next((each for each in paragraphs if len(each.split()) >= SHORTEST_SUMMARY), "")
    if len(said) <= LONGEST_SUMMARY:
        return said
    return said[:LONGEST_SUMMARY].rpartition(" ")[0].rstrip(",.;:") + "\N{HORIZONTAL ELLIPSIS}"


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _count(words: dict[str, dict[int, int]], number: int, place: int, text: str) -> None:
    """Note for each word of a text the best place where an entry has it."""
    for word in words_of(text):
        held = words.setdefault(word, {})
        held[number] = max(place, held.get(number, 0))


def _postings(
    words: Mapping[str, Mapping[int, int]], known: Mapping[str, Mapping[int, int]] | None = None
) -> dict[str, list[int]]:
    """Return for each word the steps from entry to entry that has it, times four, each with its place.

    What is known already of a place as good is left out.
    """
    postings = {}
    for word in sorted(words):
        before = 0
        steps = []
        for number, place in sorted(words[word].items()):
            if known and known.get(word, {}).get(number, -1) >= place:
                continue
            steps.append((number - before) * PLACES + place)
            before = number
        if steps:
            postings[word] = steps
    return postings


def _compact(held: object) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))
