"""Services, the routes they use, and the calendars they count by."""

from dataclasses import dataclass
from datetime import date

from navigator.core.model.kinds import (
    CalendarId,
    ContactId,
    Id,
    PolicyId,
    QuestionId,
    RouteId,
    SignpostId,
    Text,
)
from navigator.core.model.lists import Source
from navigator.core.model.phase import InPhase
from navigator.core.model.triage import Option


@dataclass(frozen=True)
class Closure:
    """A day that is no working day, and its name."""

    date: date
    """The day, as YYYY-MM-DD."""
    name: Text
    """Its name, such as `Good Friday`."""


@dataclass(frozen=True)
class Calendar:
    """A nation's bank holidays, filled in from the holidays package when the data is built."""

    id: Id
    """The short name that services use."""
    name: Text
    """The name shown to readers."""
    country: Text
    """The country code of the holidays package."""
    subdivision: Text
    """The subdivision code of the holidays package."""
    first: date
    """The first day it covers."""
    known_until: date
    """The last day for which the government has published the dates; later ones are a forecast."""
    last: date
    """The last day it covers, forecast included."""
    source: Source
    """Where the official dates were read."""
    closures: tuple[Closure, ...] = ()
    """The bank holidays; left out in YAML, and filled in from the holidays package."""


@dataclass(frozen=True)
class RouteLimit:
    """What a route is not for, and where that leads."""

    says: Text
    """What it is not for, in plain words."""
    route: RouteId | None = None
    """The route to take instead."""
    signpost: SignpostId | None = None
    """Or the signpost that helps."""


@dataclass(frozen=True)
class Offer:
    """An answer that a route or a signpost puts into a question of the triage: it leads there."""

    question: QuestionId
    """The question that gets the answer. The answer stands before the one of somebody who is not sure."""
    label: Text
    """The answer in the reader's words."""
    because: Text
    """Why this answer leads there."""
    hint: Text | None = None
    """A line of help below the answer."""
    source: Source | None = None
    """Where that rule stands; the document must be named."""


@dataclass(frozen=True)
class Route:
    """A kind of process."""

    id: Id
    """The short name."""
    name: Text
    """The name shown to readers."""
    purpose: Text
    """What it is for, in one or two plain sentences."""
    who_starts: Text
    """Who can begin it."""
    fallback: PolicyId | None = None
    """The national policy that is shown where a service has none of its own. Left out, that of the first
    service which has one is shown, as an example; where none has, the route is left out of the site."""
    not_for: tuple[RouteLimit, ...] = ()
    """What it is not for."""
    offered: tuple[Offer, ...] = ()
    """The answers that lead to it, where the questions themselves have none: for a service's own route."""
    phases: tuple[InPhase, ...] = ()
    """What to do in a phase of any policy for this route, where the policy does not say."""
    urgent: bool = False
    """True where a child's safety may be at stake, so that nothing else comes first."""
    quick_exit: bool = False
    """True where a reader may need to leave the page fast."""


@dataclass(frozen=True)
class WayIn:
    """An answer that a service adds to a question that is there: for readers of a new kind."""

    question: QuestionId
    """The question, by its short name."""
    option: Option
    """The answer. It stands before the one for somebody who is not sure."""


@dataclass(frozen=True)
class Service:
    """Whom a carer fosters for, or where somebody works."""

    id: Id
    """The short name; also the name of its folder."""
    name: Text
    """The name shown to readers."""
    label: Text
    """The answer to the question which service it is."""
    calendar: CalendarId
    """The bank holidays it counts by."""
    order: int = 100
    """Its place in the list of answers: lower numbers come first; equal ones, by the short name."""
    policies: tuple[PolicyId, ...] = ()
    """Its own policies that are not in its folder, such as a national one that it has taken over. For a route
    that it has no policy for, the fallback is shown, and the reader is told."""
    closures: tuple[Closure, ...] = ()
    """Days on which the service is closed beside weekends and bank holidays."""
    closures_until: date | None = None
    """The last day for which the closure days are known."""
    contacts: tuple[ContactId, ...] = ()
    """How to reach it."""
    ways_in: tuple[WayIn, ...] = ()
    """Answers that it adds to the questions, for readers of a new kind; they lead to questions of its own."""
    note: Text | None = None
    """Anything a reader should know about it."""
    own_routes_only: bool = False
    """True for one that nobody fosters for, so that it is offered only where it has a policy of its own."""
    publish_findings: bool = False
    """True where the site shows what its policies leave open; else only `navigator findings` does."""
    unsure: bool = False
    """True for the service shown to somebody whose own is not listed or who is not sure."""
