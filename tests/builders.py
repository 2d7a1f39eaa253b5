"""Builders of tiny worlds: each takes what a test is about, and fills in the rest with something plain."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from navigator.core.engine import advance
from navigator.core.model import (
    Action,
    Calendar,
    Closure,
    Condition,
    Confidence,
    Contact,
    Danger,
    Document,
    DocumentKind,
    Event,
    Firmness,
    GeneratedQuestion,
    Library,
    Next,
    Option,
    Policy,
    Question,
    Role,
    Route,
    Service,
    Source,
    Stage,
    Timescale,
    Triage,
    Unit,
    Words,
)
from navigator.core.model.kinds import Ref
from navigator.core.model.words import ENGLISH
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.core.shape import parts_of, shape_of, unwrap
from navigator.core.time.calendar import working_calendar
from navigator.core.time.deadlines import DeadlineCalculator
from navigator.load.words import english
from tests.core.official import BANK_HOLIDAYS

TODAY = date(2026, 11, 21)
CHECKED = date(2026, 11, 10)
WORDS = Words(
    ENGLISH,
    english()
    | {
        "policy_basis.own": "Own: {policy} by {publisher} for {service}.",
        "policy_basis.national": "National: {policy}.",
        "policy_basis.national_fallback": "Nothing from {service}, so national: {policy}.",
        "policy_basis.example": "Only an example: {policy} by {publisher}, not from {service}.",
        "timescale.none_stated": "No time is stated.",
        "timescale.immediately": "At once.",
        "timescale.within": "Within {amount} from {event}.",
        "timescale.beginning_with": "Within {amount}, beginning with {event}.",
        "timescale.every": "Every {amount} from {event}.",
        "timescale.next_working_day_reading": "It may count as received on {day}.",
        "timescale.assumed": "Assumed: {assumption}",
        "timescale.projected": "Projected from {event}.",
        "timescale.limit_waits": "It hangs on a day not known yet.",
        "timescale.provisional": "Holidays are known until {known_until}.",
        "timescale.outside_calendar": "Only {first} to {last} can be counted.",
        "answer.not_in_force": "Not in force on {date}.",
        "answer.review_past": "Due for review on {date}.",
        "answer.unsure_because": "You were not sure of the service.",
        "answer.service_because": "You chose {service}.",
        "answer.not_begun": "It has not begun.",
        "answer.safety_alongside": "Call 999 in danger.",
        "answer.unknown_date": "[date]",
        "answer.assistance": "Ask the helpline.",
    },
)
_HOLIDAY_NAMES = {
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
    date(2027, 1, 1): "New Year's Day",
    date(2027, 3, 26): "Good Friday",
    date(2027, 3, 29): "Easter Monday",
}


def source(section: str = "Page 1", document: str | None = None) -> Source:
    """Build a place in a document."""
    return Source(section, document)


def step(who: str = "worker", does: str = "acts", **fields: Any) -> Action:  # noqa: ANN401
    """Build a step."""
    return Action(who, does, **fields)


def timescale(
    name: str = "limit",
    amount: int | None = 3,
    unit: Unit = Unit.WORKING_DAYS,
    counted_from: str | None = "sent",
    **fields: Any,  # noqa: ANN401
) -> Timescale:
    """Build a timescale of three working days from the sending."""
    plain: dict[str, Any] = {"does": "It is done.", "source": source(), "firmness": Firmness.SHOULD}
    return Timescale(name, unit=unit, amount=amount, counted_from=counted_from, **plain | fields)


def uncounted(name: str = "open", unit: Unit = Unit.NONE_STATED, **fields: Any) -> Timescale:  # noqa: ANN401
    """Build a timescale without a number, for which the document gives no time."""
    return timescale(name, None, unit, **{"counted_from": None, "firmness": None} | fields)


def condition(name: str = "complex", **fields: Any) -> Condition:  # noqa: ANN401
    """Build a condition: `Is it complex?`."""
    plain: dict[str, Any] = {"asks": f"Is it {name}?", "holds": f"it is {name}", "source": source()}
    return Condition(name, **plain | fields)


def stage(name: str = "stage-1", *timescales: Timescale, **fields: Any) -> Stage:  # noqa: ANN401
    """Build a stage with one step, after which nothing is stated."""
    plain: dict[str, Any] = {
        "title": name.replace("-", " ").capitalize(),
        "source": source(),
        "steps": (step(),),
        "if_unresolved": Next("Nothing is stated.", none_stated=True),
    }
    return Stage(name, timescales=timescales, **plain | fields)


def levels(name: str, *inner: Stage, **fields: Any) -> Stage:  # noqa: ANN401
    """Build a stage that consists of levels."""
    return stage(name, levels=inner, **{"steps": (), "if_unresolved": None} | fields)


def leading_on(*stages: Stage) -> tuple[Stage, ...]:
    """Let each stage lead to the one after it."""
    following = [Next("It goes on.", stage=after.id) for after in stages[1:]]
    return (*map(lambda one, then: replace(one, if_unresolved=then), stages, following), stages[-1])


def policy(*stages: Stage, **fields: Any) -> Policy:  # noqa: ANN401
    """Build a policy of North Council's for the route `issue`, with one stage unless others are given."""
    plain: dict[str, Any] = {
        "id": "paper",
        "title": "The paper",
        "route": "issue",
        "publisher": "North Council",
        "document": "paper",
        "applies_to": "Everybody.",
        "summary": "What to do.",
        "checked_on": CHECKED,
    }
    return Policy(stages=stages or (stage("stage-1", timescale()),), **plain | fields)


def closures(*days: str, name: str = "Closed") -> tuple[Closure, ...]:
    """Build days off."""
    return tuple(Closure(date.fromisoformat(day), name) for day in days)


def calendar(name: str = "england", **fields: Any) -> Calendar:  # noqa: ANN401
    """Build the calendar of England, from 2012 to 2030, with bank holidays until 2028."""
    holidays = tuple(Closure(day, _HOLIDAY_NAMES.get(day, "Bank holiday")) for day in BANK_HOLIDAYS)
    plain: dict[str, Any] = {
        "name": name.capitalize(),
        "country": "GB",
        "subdivision": "ENG",
        "first": date(2012, 1, 1),
        "known_until": date(2028, 12, 31),
        "last": date(2030, 12, 31),
        "source": source("The list", "gazette"),
        "closures": holidays,
    }
    return Calendar(name, **plain | fields)


def service(identity: str, /, *policies: str, **fields: Any) -> Service:  # noqa: ANN401
    """Build a service with policies of its own."""
    plain: dict[str, Any] = {
        "name": f"{identity.capitalize()} Council",
        "label": identity.capitalize(),
        "order": 1,
    }
    return Service(identity, policies=policies, **{"calendar": "england"} | plain | fields)


def route(identity: str, fallback: str, /, **fields: Any) -> Route:  # noqa: ANN401
    """Build a route."""
    plain: dict[str, Any] = {
        "name": identity.capitalize(),
        "purpose": f"For {identity}s.",
        "who_starts": "Anybody.",
    }
    return Route(identity, fallback=fallback, **plain | fields)


def event(key: str, name: str | None = None, *, planned: bool = True) -> Event:
    """Build an event, by default called after its key."""
    name = name or key.replace("_", " ")
    ahead = f"When will {name} be?" if planned else None
    return Event(key, f"the day of {name}", f"When was {name}?", ahead)


def document(name: str, title: str, publisher: str, **fields: Any) -> Document:  # noqa: ANN401
    """Build a document, checked when all others were."""
    plain: dict[str, Any] = {"kind": DocumentKind.POLICY, "checked_on": CHECKED, "confidence": Confidence.A}
    return Document(name, title, publisher, **plain | fields)


def _named(parts: Iterable[object], collection: str) -> Iterator[str]:
    """Yield every id of a collection that some parts name in a field made for it."""
    for part in parts:
        for field in shape_of(type(part)).fields:
            if any(isinstance(mark, Ref) and mark.to == collection for mark in _marks(field.hint)):
                held = getattr(part, field.name)
                yield from held if isinstance(held, tuple) else filter(None, [held])


def _marks(hint: object) -> tuple[object, ...]:
    """Return the marks of a field, or of the items of its list."""
    bare, marks = unwrap(hint)
    return (*marks, *(mark for item in get_args(bare) if item is not ... for mark in unwrap(item)[1]))


def library(*policies: Policy, **fields: Any) -> Library:  # noqa: ANN401
    """Build a library of some policies, with the routes, roles and events that they name.

    Its questions ask for the route first. No service has a policy of its own, unless services are given.
    """
    policies = policies or (policy(),)
    parts = [part for each in policies for part in parts_of(each)]
    roles = set(_named(parts, "roles"))
    events = set(_named(parts, "events"))
    fallbacks = {each.route: each.id for each in reversed(policies)}
    topic = tuple(Option(name, name, route=name, because="It is one.") for name in fallbacks)
    plain: dict[str, Any] = {
        "triage": Triage(
            start="topic",
            danger=Danger("In danger? Call 999", "Call now.", "emergency"),
            exit_to="https://www.example.org/weather",
            service=GeneratedQuestion("Which service is it?", "Choose one.", "I'm not sure which"),
            progress=GeneratedQuestion("Where has it got to?", "Choose the nearest.", "I'm not sure"),
            questions=(Question("topic", "What is it about?", topic),),
        ),
        "routes": tuple(route(name, fallback) for name, fallback in fallbacks.items()),
        "services": (),
        "roles": tuple(Role(name, name, f"Is the {name}.") for name in sorted(roles)),
        "events": tuple(event(name) for name in sorted(events)),
        "contacts": (Contact("emergency", "999", CHECKED, source("Number", "gazette"), phone="999"),),
        "documents": (
            document("paper", "The paper", "North Council"),
            document("gazette", "The gazette", "The government"),
        ),
        "glossary": (),
        "calendars": (calendar(),),
        "words": WORDS,
    }
    return Library(policies=policies, **plain | fields)


def calculator(
    world: Library | None = None, service: Service | None = None, today: date = TODAY
) -> DeadlineCalculator:
    """Build a calculator by the first calendar of a library and the closure days of a service."""
    world = world or library()
    return DeadlineCalculator(world, working_calendar(WORDS, world.calendars[0], service), today)


def outcome_of(
    world: Library,
    choice: str = "stage-1",
    dates: Mapping[str, str] | None = None,
    *,
    route: str = "issue",
    service: str | None = None,
    today: date = TODAY,
) -> Outcome:
    """Return the outcome at an end of a library: a stage, or another answer to where it has got to."""
    given = {name: date.fromisoformat(day) for name, day in (dates or {}).items()}
    found = advance(world, {}, given, today, origin=Node(None, route, service, choice)).outcome
    assert found is not None
    return found
