"""The text of a document that is restated: its headings, the sentences that matter, and what is copied."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

RUN: Final = 9
"""So many words in a row are a copy."""

_MARKED: Final = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*")
_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*[.)]?\s+\S.{0,78}[^.;:,?!\s]")
_SENTENCE: Final = re.compile(r"(?<=[.!?;:])\s+(?=[A-Z0-9\"(\u201c\u2018])")
_BULLET: Final = re.compile(r"^\s*(?:[-*+\u2022\u00b7]|\(?[a-z0-9]{1,3}[.)])\s+")
_WORD: Final = re.compile(r"[A-Za-z0-9'\u2019]+")
_TELLING: Final = re.compile(
    r"""\d | \b(?: must | should | may | will | can | shall
        | one | two | three | four | five | six | seven | eight | nine | ten | twelve | fifteen | twenty
        | (?:mon|tues|wednes|thurs|fri|satur|sun)day | (?:hour | day | week | month | year | term)s?
        | immediately | straight\ away | at\ once | without\ delay | as\ soon\ as )\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document."""

    says: str
    """Its words."""
    section: str | None
    """The heading above it."""


@dataclass(frozen=True)
class SourceText:
    """The text of a document; an empty one where there is none."""

    text: str = ""

    @cached_property
    def headings(self) -> list[str]:
        """The headings in order."""
        return [words for kind, words in self._parts() if kind == "heading"]

    def telling(self, roles: Iterable[str] = ()) -> Iterator[Sentence]:
        """Yield each sentence with a number, a day, one of some roles, or must, should, may, will or can."""
        named = [role for role in roles if len(role) > 1]
        known = re.compile(rf"\b(?:{'|'.join(map(re.escape, named))})\b", re.IGNORECASE) if named else None
        section = None
        for kind, words in self._parts():
            if kind == "heading":
                section = words
                continue
            for sentence in _SENTENCE.split(words):
                if _TELLING.search(sentence) or (known and known.search(sentence)):
                    yield Sentence(sentence, section)

    def _parts(self) -> Iterator[tuple[str, str]]:
        """Yield headings, and paragraphs or items of a list, each on one line."""
        held: list[str] = []
        there = [*self.text.replace("\r\n", "\n").split("\n"), ""]
        for line, after in zip(there, [*there[1:], ""], strict=True):
            heading = _heading(line, after)
            if heading or not line.strip() or _BULLET.match(line) or line.lstrip().startswith("|"):
                if held:
                    yield "text", " ".join(held)
                held = []
            if heading:
                yield "heading", heading
            elif line.strip():
                held.append(_BULLET.sub("", line).strip())

    def copied(self, text: str) -> str | None:
        """Return the first nine words in a row that the document has too; None where there are none."""
        words = _words(text)
        runs = (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        return next((" ".join(run) for run in runs if run in self._runs), None)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        words = _words(self.text)
        return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _heading(line: str, after: str) -> str | None:
    """Return a heading: a marked one, or a numbered line that no sentence goes on from."""
    if found := _MARKED.fullmatch(line):
        return found[1]
    goes_on = after[:1].islower()
    return line.strip() if _NUMBERED.fullmatch(line.rstrip()) and not goes_on else None


def _words(text: str) -> list[str]:
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(text)]


def not_carried(tree: dict[str, Any], empty: Iterable[str]) -> list[tuple[str, str]]:
    """Return each line that the policy does not carry, with the reason.

    `empty` are the places at which nothing was written.
    """
    nothing = set(empty)
    found = []
    for line in tree.get("lines", []):
        place = line.get("place")
        if place is None:
            found.append((line["says"], "not placed yet"))
        elif place == "out":
            found.append((line["says"], line.get("why", "left out")))
        elif place in nothing:
            found.append((line["says"], f"placed at {place}, where nothing was written"))
    return found
