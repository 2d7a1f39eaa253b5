"""Somebody's own list of matters, for supervision: what is due when in all of them, the soonest first.

Nothing is kept: the whole list comes with each message, as a page holds it in its memory.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from navigator.core.codec import decode
from navigator.core.engine import dates_to_ask, progress
from navigator.core.journey import Trail
from navigator.core.model import Library, Words
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.core.phrases import status_in_words
from navigator.core.policies import policy_for
from navigator.core.time.deadlines import Deadline
from navigator.core.typed.dates import BadDate, check_plausible, read_parts
from navigator.render.blocks import Paragraph
from navigator.render.components import table
from navigator.render.deadline import in_full, meaning, receipt
from navigator.render.html import Child, Html, el
from navigator.render.html_writer import HtmlWriter
from navigator.render.matters import dates_that_matter
from navigator.render.reminders import Entry, calendar_of, entries, first_moment
from navigator.render.request import BadRequest, taken_at

ROOT: Final = "../"
"""From the page of the list to the site's root."""


@dataclass(frozen=True)
class Matter:
    """One matter, as the page holds it."""

    key: str
    """What tells it from the others, also in a calendar."""
    nickname: str
    policy: str
    stage: str
    dates: dict[str, str]
    """The text of each date by its event, as somebody typed it or a file has it."""


@dataclass(frozen=True)
class ListAsked:
    """What the page asks: the whole list, and what to take away of it, if anything."""

    matters: tuple[Matter, ...]
    today: date
    take: str | None = None
    """`calendar`, or nothing for the page."""
    moment: int | None = None
    """When it is taken away, in seconds since 1970 in UTC."""


@dataclass(frozen=True)
class Counted:
    """A matter with what the engine made of it."""

    matter: Matter
    outcome: Outcome
    dates: dict[str, date]
    """The dates that were understood, by their events."""
    mistakes: dict[str, str]
    """What is wrong with the others, in words."""


def answer_list(library: Library, message: dict[str, Any]) -> dict[str, Any]:
    """Answer a message about a list of matters. Raises DecodeError and BadRequest.

    Out: `html` (what is due when) and `read` (for each matter its key, the dates as YYYY-MM-DD, those dates
    in words, and what is wrong with others). For `take` it is `taken` (the calendar file) and `days` (the
    number of its entries). A matter whose policy or stage is not here is left out: the page tells it.
    """
    asked = decode(ListAsked, {key: value for key, value in message.items() if value is not None})
    counted = [found for matter in asked.matters if (found := count(library, matter, asked.today))]
    if asked.take:
        held = _entries(asked, counted)
        return {"taken": calendar_of(library.words, held, _moment(asked)), "days": len(held)}
    read = [
        {
            "key": each.matter.key,
            "dates": {event: day.isoformat() for event, day in each.dates.items()},
            "says": {event: library.words.long_date(day) for event, day in each.dates.items()},
            "mistakes": each.mistakes,
        }
        for each in counted
    ]
    return {"html": due_list(library, counted), "read": read}


def _entries(asked: ListAsked, counted: list[Counted]) -> list[Entry]:
    """Return the entries of a calendar with all matters. Raises BadRequest for anything else to take."""
    if asked.take != "calendar":
        raise BadRequest(f"there is no {asked.take!r} to take away")
    return [
        entry for each in counted for entry in entries(each.outcome, each.matter.key, each.matter.nickname)
    ]


def _moment(asked: ListAsked) -> datetime:
    """Return when a calendar is made. Raises BadRequest for a moment beyond all calendars."""
    return taken_at(asked.moment) or first_moment(asked.today)


def count(library: Library, matter: Matter, today: date) -> Counted | None:
    """Work a matter out; None where its policy or its stage is not here."""
    node = place_in(library, matter.policy, matter.stage)
    if node is None:
        return None
    trail = Trail((), node, ())
    dates: dict[str, date] = {}
    mistakes: dict[str, str] = {}
    words, earliest = library.words, library.earliest_day
    for asked in dates_to_ask(library, trail, today):
        text = matter.dates.get(asked.event, "")
        try:
            day = read_parts(words, text, "", "", earliest, today)
            if day:
                check_plausible(words, day, earliest, today)
                dates[asked.event] = day
        except BadDate as problem:
            mistakes[asked.event] = str(problem)
    outcome = progress(library, trail, dates, today).outcome
    return Counted(matter, outcome, dates, mistakes) if outcome else None


def place_in(library: Library, policy: str, stage: str) -> Node | None:
    """Return the node at a stage of a policy, whoever it is shown to; None where there is none."""
    held = library.policy.get(policy)
    if held is None or stage not in {position.key for position in held.leaf_stages()}:
        return None
    owners = [service.id for service in library.owners.get(held.id, ())]
    for service in (*owners, None):
        for reader in (None, *held.speaks_to):
            if policy_for(library, held.route, service, reader) is held:
                return Node(None, held.route, service, stage, reader=reader)
    return None


def due_dates(outcome: Outcome) -> list[Deadline]:
    """Return what has a date in a matter: all of the stage, and what may still be lost beside it."""
    every = (*outcome.deadlines, *dates_that_matter(outcome))
    return [item for item in dict.fromkeys(every) if item.due]


def due_list(library: Library, counted: list[Counted]) -> Html:
    """Build the table of all that has a date, the soonest first; nothing where no date is known."""
    words = library.words
    found = [(item.due or date.max, each, item) for each in counted for item in due_dates(each.outcome)]
    lines = [_line(words, each, item) for _, each, item in sorted(found, key=lambda row: row[0])]
    return table(words["my_matters.caption"], words.sequence("my_matters.headings"), lines)


def _line(words: Words, each: Counted, item: Deadline) -> list[Child]:
    writer = HtmlWriter(words, ROOT)
    return [
        [
            writer.write(Paragraph(in_full(words, item))),
            el("p", status_in_words(words, item.status)) if item.status else None,
            [el("p", said) for said in (item.provisional, item.projected) if said],
        ],
        [
            el("p", el("strong", each.matter.nickname)),
            el(
                "p",
                words(
                    "my_matters.place", policy=each.outcome.policy.title, stage=each.outcome.position.title
                ),
            ),
        ],
        [
            el("p", item.does),
            el("p", item.condition, class_="nav-case") if item.condition else None,
            [el("p", said) for said in meaning(words, item.kind)],
            writer.write(receipt(words, item)),
        ],
    ]
