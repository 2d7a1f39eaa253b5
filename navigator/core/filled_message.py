"""A policy's draft message, with the dates that are known filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from navigator.core.model import Library, Message, Role
from navigator.core.time.deadlines import Deadline

PLACEHOLDER: Final = re.compile(r"\{(date|due):([^{}]*)\}")
"""A place for a date: what sort of date it is, and of which event or timescale."""


@dataclass(frozen=True)
class FilledMessage:
    """A message as somebody could send it, once they have put in what only they know."""

    who: Role
    """Who writes it."""
    to: tuple[Role, ...]
    cc: tuple[Role, ...]
    subject: str
    body: str
    """Paragraphs with an empty line between them."""


def fill_message(
    library: Library, message: Message | None, dates: Mapping[str, date], deadlines: Iterable[Deadline]
) -> FilledMessage | None:
    """Fill in a message; None where there is none.

    Only what is known is filled in: a day the reader gave, or a last day that is counted from such a day and
    holds on no condition that is open.
    """
    if message is None:
        return None
    words = library.words
    known = {("date", event): words.long_date(day) for event, day in dates.items()}
    for each in deadlines:
        if each.due and not each.projected and not each.condition:
            day = words.long_date(each.due)
            at = words("deadline.alone.hour", time=words.time_of_day(each.at), date=day) if each.at else day
            known["due", each.timescale.id] = at

    def written(placeholder: re.Match[str]) -> str:
        return known.get((placeholder[1], placeholder[2])) or words["answer.unknown_date"]

    return FilledMessage(
        library.role[message.who],
        tuple(library.role[role] for role in message.to),
        tuple(library.role[role] for role in message.cc),
        PLACEHOLDER.sub(written, message.subject),
        PLACEHOLDER.sub(written, message.body),
    )
