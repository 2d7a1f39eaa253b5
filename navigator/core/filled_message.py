"""A policy's draft message, with the dates that are known filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from navigator.core.journey import Destination
from navigator.core.model import Letter, Library, Message, Role
from navigator.core.time.deadlines import Deadline

PLACEHOLDER: Final = re.compile(r"\{(date|due):([^{}]*)\}")
"""A place for a date: what sort of date it is, and of which event or timescale."""
OF_A_LETTER: Final = re.compile(r"\{(policy|stage|begun|due)\}")
"""A place in a letter that is filled in."""


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


@dataclass(frozen=True)
class Filler:
    """Fills in messages with what is known: days that the reader gave, and last days counted from them."""

    library: Library
    dates: Mapping[str, date]

    def message(self, message: Message, deadlines: Iterable[Deadline]) -> FilledMessage:
        """Fill in a message that an author wrote."""
        words, role = self.library.words, self.library.role
        known = {("date", event): words.long_date(day) for event, day in self.dates.items()}
        known |= {("due", each.timescale.id): due for each in deadlines if (due := self._due(each))}

        def written(placeholder: re.Match[str]) -> str:
            return known.get((placeholder[1], placeholder[2])) or words["answer.unknown_date"]

        return FilledMessage(
            role[message.who],
            tuple(role[name] for name in message.to),
            tuple(role[name] for name in message.cc),
            PLACEHOLDER.sub(written, message.subject),
            PLACEHOLDER.sub(written, message.body),
        )

    def letter(
        self,
        letter: Letter,
        who: Role,
        to: Role,
        end: Destination,
        begun: date | None,
        awaited: Deadline | None,
    ) -> FilledMessage:
        """Fill in a letter of a phase, from the reader to whoever was to act."""
        words = self.library.words
        known = {
            "policy": end.policy.title,
            "stage": end.position.title,
            "begun": words.long_date(begun) if begun else words["answer.unknown_date"],
            "due": (self._due(awaited) if awaited else None) or words["answer.unknown_date"],
        }

        def written(placeholder: re.Match[str]) -> str:
            return known.get(placeholder[1], placeholder[0])

        subject, body = (OF_A_LETTER.sub(written, text) for text in (letter.subject, letter.body))
        return FilledMessage(who, (to,), (), subject, body)

    def _due(self, item: Deadline) -> str | None:
        """Say the last day of something; None unless it is counted from a known day and on no condition."""
        if item.due is None or item.projected or item.condition:
            return None
        words, day = self.library.words, self.library.words.long_date(item.due)
        return words("deadline.alone.hour", time=words.time_of_day(item.at), date=day) if item.at else day
