"""The lines of a document, put one by one where they belong, and shown beside the questions there."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from navigator.author.asking import Asking, Question, Take
from navigator.author.draft import slug
from navigator.author.person import Choice, Prompt, Refused
from navigator.author.source_text import SourceText
from navigator.author.terminal import split

HEADING: Final = "The lines of the document"
OUT: Final = "out"
WHOLE: Final = "policy"
_TOPICS: Final = {"w": "who", "t": "time", "n": "next", "": ""}
_ABOUT: Final = {"w": "Who does what", "t": "A time", "n": "What comes next", "": "Anything else"}
_ELSE: Final = "Elsewhere"
_PLACE: Final = re.compile(r"(?P<stage>\d{1,2})(?P<topic>[wtn]?)")
_WHERE: Final = "Where does it belong?"
_HELP: Final = (
    f"{_WHERE} A stage's number with w for who does what, t for a time, n for what comes next, "
    "or alone, as in 1t; p for the policy as a whole; x and a reason to leave it out; Enter for later."
)


def heading(source: SourceText) -> Take:
    """Return what reads the heading of a stage, with the headings of its levels after bars."""
    there = source.headings

    def take(typed: str) -> dict[str, Any]:
        title, *levels = split(typed.replace(",", "\u0000").replace("|", ","))
        title, *levels = (each.replace("\u0000", ",") for each in (title, *levels))
        if there and title.isdecimal():
            if not 1 <= int(title) <= len(there):
                raise Refused(f"The document has {len(there)} headings. Write a number up to that, or words.")
            title = there[int(title) - 1]
        return {"title": title} | ({"levels": [{"title": level} for level in levels]} if levels else {})

    return take


def headings(source: SourceText) -> tuple[Choice, ...]:
    """Return the headings of a document as choices, and words of one's own; nothing where there are none."""
    there = (Choice(str(number), each) for number, each in enumerate(source.headings, 1))
    return (*there, Choice("", "In other words", own=True)) if source.headings else ()


def _places(stages: Iterable[str]) -> Iterator[Choice]:
    """Yield the places for a sentence."""
    for number, title in enumerate(stages, 1):
        for letter, says in _ABOUT.items():
            yield Choice(f"{number}{letter}", says, group=f"Stage {number}: {title}")
    yield Choice("p", "The policy as a whole", group=_ELSE)
    yield Choice("x ", "Nowhere, because", own=True, group=_ELSE)


def place_lines(asking: Asking, roles: Iterable[str]) -> None:
    """Put each telling sentence of the document before the author, to be placed or left out."""
    draft = asking.draft
    if asking.source.text and draft.get(("lines",)) is None:
        lines = [
            {"says": each.says} | ({"section": each.section} if each.section else {})
            for each in asking.source.telling(roles)
        ]
        if lines:
            draft.put(("lines",), lines)
    lines = draft.get(("lines",)) or []
    stages = draft.get(("policy", "stages")) or []
    choices = tuple(_places(each["title"] for each in stages))
    asking.heading = HEADING
    for index, line in enumerate(lines):
        section = f"{line['section']}: " if "section" in line else ""
        shown = f"{index + 1} of {len(lines)}. {section}{line['says']}"
        prompt = Prompt(
            _WHERE, f"{shown}\n  {_HELP if index == 0 else 'Where?'}", shown, choices, without="later",
            help_at_terminal=_HELP,
        )  # fmt: skip
        asking.ask(Question(("lines", index), ("place", "why"), prompt, _placed(len(stages))))


def _placed(stages: int) -> Take:
    def take(typed: str) -> dict[str, Any]:
        letter, _, why = typed.partition(" ")
        if letter.lower() == "x":
            if not why.strip():
                raise Refused("Write a reason after x, as in: x it is about the website")
            return {"place": OUT, "why": why.strip()}
        if typed.lower() == "p":
            return {"place": WHOLE}
        found = _PLACE.fullmatch(typed.lower())
        if not found or not 1 <= int(found["stage"]) <= stages:
            raise Refused(_HELP)
        topic = _TOPICS[found["topic"]]
        return {"place": slug(f"stage {found['stage']} {topic}")}

    return take


def within(asking: Asking, topic: str, ask: Callable[[], None]) -> None:
    """Ask some questions at which the lines of one topic of a stage are shown."""
    stage = asking.place
    asking.place = f"{stage}-{topic}"
    ask()
    asking.place = stage
