"""Cards for a worker's first hour: what to do when something comes up, in order, on one side of paper."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.core.model.kinds import DocumentId, Id, PolicyId, ReaderId, RoleId, SignpostId, Text
from navigator.core.model.lists import Source
from navigator.core.model.rules import Said


class CardTime(StrEnum):
    """When a thing on a card is done."""

    MINUTES = "minutes"
    """In the first minutes, before anything else."""
    HOUR = "hour"
    """In the first hour."""
    DAY = "day"
    """On the same day."""


@dataclass(frozen=True)
class CardStep:
    """One thing to do."""

    when: CardTime
    """When it is done."""
    act: Text
    """What to do, as an instruction with no full stop: `ring the LADO`."""
    source: Source
    """Where it stands; the document, where it is not the card's."""


@dataclass(frozen=True)
class FirstHourCard:
    """A card for the first minutes, the first hour and the first day. It prints on one side of A4."""

    id: Id
    """The short name; also the file's name and the page's address, `first-hour/ID/`."""
    order: int
    """Its place among the cards: the smallest number comes first."""
    title: Text
    """What has come up, as whoever reads would say it: `You hear of an allegation`."""
    says: Text
    """What counts as that, in a sentence or two."""
    reader: ReaderId
    """Whom the card speaks to."""
    document: DocumentId
    """The document that most of it rests on."""
    checked_on: date
    """The day somebody last held it against its sources, as YYYY-MM-DD."""
    review_by: date
    """The day by which somebody reads it again: a year on, or earlier where a change is announced."""
    steps: tuple[CardStep, ...]
    """What to do, in order."""
    write_down: tuple[Said, ...]
    """What to write down."""
    do_not: tuple[Said, ...]
    """What not to do."""
    ring: tuple[RoleId, ...]
    """Whom to ring. Each gets a number from the contacts that reach this role, or a line to write it on."""
    policy: PolicyId | None = None
    """The policy that says it in full, and whose times the card shows."""
    times: tuple[Id, ...] = ()
    """The timescales of that policy that bind the reader on the first day."""
    signpost: SignpostId | None = None
    """In place of a policy, the signpost that says it in full."""
    review_why: Text | None = None
    """What may have changed by the day of the review."""
