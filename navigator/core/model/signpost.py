"""Signposts: a short answer to a need that has no process of its own, and whom to turn to with it."""

from dataclasses import dataclass
from datetime import date

from navigator.core.model.kinds import ContactId, DocumentId, Id, ReaderId, RoleId, RouteId, SignpostId, Text
from navigator.core.model.lists import Source
from navigator.core.model.rules import Said
from navigator.core.model.service import Offer


@dataclass(frozen=True)
class FirstThing:
    """The one thing to do first: it leads the page."""

    act: Text
    """What to do, as what follows `You should`: `ask the service for its policy on payment`. No full stop."""
    source: Source
    """Where it stands; the document, where it is not the signpost's."""
    by: Text | None = None
    """By when, in words that follow the act: `today`, or `within 20 working days of the answer`."""
    to: tuple[RoleId, ...] = ()
    """Whom it is addressed to."""


@dataclass(frozen=True)
class HelpStep:
    """What follows the first thing: who does what, by when."""

    who: RoleId
    """The role that acts."""
    does: Text | None = None
    """What they do, as the rest of a sentence that begins with the role: `answers in writing`. Left out only
    where it is the reader who acts."""
    act: Text | None = None
    """The same as what follows `you should`: `answer in writing`. Needed where it is the reader who acts."""
    by: Text | None = None
    """By when, in words that follow the act: `within 10 working days`."""
    source: Source | None = None
    """Where it stands; left out for advice that no document gives."""


@dataclass(frozen=True)
class WayOn:
    """Where somebody can go from a signpost: to a route, to another signpost, or nowhere in particular."""

    says: Text
    """What it is for, in a sentence or two."""
    route: RouteId | None = None
    """The route."""
    signpost: SignpostId | None = None
    """Or the other signpost."""


@dataclass(frozen=True)
class HelpLetter:
    """A message to copy: nothing here sends it."""

    to: tuple[RoleId, ...]
    """Whom it is addressed to."""
    subject: Text
    """The subject line."""
    body: Text
    """The text, with an empty line between paragraphs. What somebody fills in stands in `[brackets]`."""


@dataclass(frozen=True)
class Signpost:
    """A short answer to a need that has no process of its own. It has a page, and no stages or dates."""

    id: Id
    """The short name; also the file's name and the page's address, `help/ID/`."""
    title: Text
    """What somebody needs, as they would say it: `Money that is late, stopped or claimed back`."""
    summary: Text
    """What holds, in one or two sentences."""
    document: DocumentId
    """The document that most of it rests on."""
    checked_on: date
    """The day somebody last held it against its sources, as YYYY-MM-DD."""
    review_by: date
    """The day by which somebody reads it again: a year on, or earlier where a change is announced."""
    first: FirstThing
    """The one thing to do first."""
    steps: tuple[HelpStep, ...] = ()
    """What follows, in order."""
    contacts: tuple[ContactId, ...] = ()
    """Whom to ring or to write to, the likeliest first."""
    leads_to: tuple[WayOn, ...] = ()
    """The ways on from here, the likeliest first."""
    is_not: tuple[WayOn, ...] = ()
    """What it is not, and where that goes."""
    unlikely: tuple[Said, ...] = ()
    """What is unlikely to work, and why, said kindly."""
    facts: tuple[Said, ...] = ()
    """What else is worth knowing."""
    letter: HelpLetter | None = None
    """A message to copy."""
    offered: tuple[Offer, ...] = ()
    """The answers that lead here, each put into a question of the triage. Its id there is the signpost's."""
    readers: tuple[ReaderId, ...] = ()
    """Whom the page speaks to: it calls people as the first of them does. Left out, it speaks to anybody."""
    nation: Text | None = None
    """The nation whose law it tells of, where that is not England: `Wales`."""
    review_why: Text | None = None
    """What may have changed by the day of the review."""
    quick_exit: bool = False
    """True where a reader may need to leave the page fast."""
