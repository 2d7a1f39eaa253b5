"""The outcome: the route, what to do, by when, why, and what else a reader must know."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.calendar import calendar_for, working_calendar
from navigator.core.citations import Cited, cite
from navigator.core.deadlines import Deadline, DeadlineCalculator, EventDate
from navigator.core.filled_message import FilledMessage, fill_message
from navigator.core.journey import Answered, Destination, Node, enter, policy_for
from navigator.core.model import (
    Alongside,
    Contact,
    Exclusion,
    Finding,
    Library,
    Policy,
    Role,
    Route,
    Said,
    Source,
    Words,
)
from navigator.core.model.policy import Position
from navigator.core.timeline import Leg, legs
from navigator.core.versions import deciding_day, holds


@dataclass(frozen=True)
class Act:
    """One step, with its roles and its source resolved."""

    who: Role
    does: str
    to: tuple[Role, ...]
    cc: tuple[Role, ...]
    record: str | None
    done: bool
    """True for an act that has brought about what it should."""
    source: Cited


@dataclass(frozen=True)
class Remark:
    """A sentence with its source."""

    kind: str
    """What sort of remark: `footing`, `superseded`, `not_in_force`, `future_date`, `policy`, and so on."""
    says: str
    source: Cited | None = None


@dataclass(frozen=True)
class Following:
    """What follows when the stage does not settle it."""

    says: str
    position: Position | None
    """The stage that follows, where it is one."""
    route: Route | None
    """The route that follows, where it is one."""
    node: Node | None
    """The page that tells of it."""
    source: Cited


@dataclass(frozen=True)
class Parallel:
    """Something that may run at the same time, with its own clock."""

    says: str
    route: Route | None
    node: Node | None
    deadlines: tuple[Deadline, ...]
    source: Cited


@dataclass(frozen=True)
class NotCovered:
    """What the policy leaves out, and the page that covers it."""

    exclusion: Exclusion
    route: Route | None
    node: Node | None
    source: Cited


@dataclass(frozen=True)
class AskedDate:
    """A date that the reader may give."""

    event: str
    ask: str
    hint: str | None
    planned: bool
    """True where the event lies ahead, so that a future date is right."""
    main: bool
    """True for a date that a deadline of this stage is counted from."""
    given: date | None


@dataclass(frozen=True)
class Reason:
    """One answer and the rule it met."""

    question: str
    ask: str
    answer: str
    label: str
    because: str | None
    source: Cited | None


@dataclass(frozen=True)
class Outcome:
    """Everything that a page about an end says."""

    node: Node
    route: Route
    service: str | None
    service_name: str | None
    policy: Policy
    position: Position
    begun: bool
    policy_basis: str
    """Whose policy it is: `own`, `national`, `national_fallback` or `example`."""
    policy_basis_says: str
    steps: tuple[Act, ...]
    deadlines: tuple[Deadline, ...]
    """Those of the stage."""
    overall: tuple[Deadline, ...]
    """Those of the whole policy."""
    message: FilledMessage | None
    """What the one who acts here could write; None where nobody who reads this writes to anyone."""
    next: Following | None
    late: str | None
    """Said, before what follows, where the stage's last day has passed."""
    notes: tuple[str, ...]
    """What to know about the stage shown: not begun, or the reader was not sure."""
    warnings: tuple[Remark, ...]
    also: tuple[Parallel, ...]
    not_covered: tuple[NotCovered, ...]
    rules: tuple[Remark, ...]
    """Entry and bypass rules, what comes before, and what holds at every stage."""
    findings: tuple[Finding, ...]
    """Gaps in the policy that matter at this stage."""
    contacts: tuple[Contact, ...]
    timeline: tuple[Leg, ...]
    asks: tuple[AskedDate, ...]
    why: tuple[Reason, ...]
    sources: tuple[Cited, ...]
    words: Words
    """The words to say all this in."""
    safety: str | None
    """What to do at any time if a child is at risk; None where the route is about that itself."""
    assistance: str
    today: date

    @property
    def all_deadlines(self) -> tuple[Deadline, ...]:
        """Those of the stage, then those of the whole policy."""
        return self.deadlines + self.overall

    @property
    def alongside_deadlines(self) -> tuple[Deadline, ...]:
        """Those of what may run at the same time."""
        return tuple(deadline for parallel in self.also for deadline in parallel.deadlines)


def outcome(
    library: Library,
    node: Node,
    end: Destination,
    answered: tuple[Answered, ...],
    dates: Mapping[str, date],
    today: date,
) -> Outcome:
    """Put together everything about an end, as it stands today, with the dates that are known."""
    service = library.service[end.service] if end.service else None
    calendar = calendar_for(library, end.policy, service)
    reckoner = DeadlineCalculator(library, working_calendar(library.words, calendar, service), today)
    events = {event: EventDate(day) for event, day in dates.items()}
    part = end.position.innermost
    policy = end.policy
    stage, known = reckoner.deadlines(policy, part.timescales, events)
    overall, _ = reckoner.deadlines(policy, policy.overall, known)
    steps = tuple(_acts(library, end, events, today))
    also = tuple(_parallel(library, end, reckoner, events))
    following = _following(library, end)
    route = library.route[end.route]
    rules = tuple(_rules(library, end))
    not_covered = tuple(_not_covered(library, end))
    why = tuple(_reasons(library, answered))
    warnings = tuple(_warnings(library, end, events, today))
    return Outcome(
        node=node,
        route=route,
        service=end.service,
        service_name=service.name if service else None,
        policy=policy,
        position=end.position,
        begun=end.begun,
        policy_basis=end.policy_basis,
        policy_basis_says=_policy_basis_says(library, end),
        steps=steps,
        deadlines=stage,
        overall=overall,
        message=fill_message(library, part.message, dates, stage + overall),
        next=following,
        late=_late(library, stage, following),
        notes=tuple(_notes(library, end)),
        warnings=warnings,
        also=also,
        not_covered=not_covered,
        rules=rules,
        findings=tuple(f for f in policy.findings if end.position.key in f.stages),
        contacts=tuple(library.contact[contact] for contact in _contacts(library, policy, end.service)),
        timeline=tuple(legs(reckoner, end, events)),
        asks=tuple(_asks(library, end, stage + overall, also, dates)),
        why=why,
        sources=_distinct(
            [cite(library, part.source, policy.document)]
            + [act.source for act in steps]
            + [deadline.source for deadline in stage + overall]
            + ([following.source] if following else [])
            + [remark.source for remark in warnings + rules if remark.source]
            + [item.source for item in also]
            + [item.source for item in not_covered]
            + [reason.source for reason in why if reason.source]
        ),
        words=library.words,
        safety=None if route.urgent else library.words["answer.safety_alongside"],
        assistance=library.words["answer.assistance"],
        today=today,
    )


def _distinct(sources: Iterable[Cited]) -> tuple[Cited, ...]:
    return tuple(dict.fromkeys(sources))


def _holds_at(position: Position, stages: tuple[str, ...]) -> bool:
    return not stages or position.key in stages


def _acts(library: Library, end: Destination, events: Mapping[str, EventDate], today: date) -> Iterator[Act]:
    part = end.position.innermost
    happened = {event for event, day in events.items() if day.on <= today}
    if end.begun:
        happened.add(part.begins_with or "")
    for step in part.steps:
        yield Act(
            library.role[step.who],
            step.does,
            tuple(library.role[role] for role in step.to),
            tuple(library.role[role] for role in step.cc),
            step.record,
            step.brings is not None and step.brings in happened,
            cite(library, step.source or part.source, end.policy.document),
        )


def _policy_basis_says(library: Library, end: Destination) -> str:
    return library.words(
        f"policy_basis.{end.policy_basis}",
        service=library.service[end.service].name if end.service else "",
        publisher=end.policy.publisher,
        policy=end.policy.title,
    )


def _following(library: Library, end: Destination) -> Following | None:
    follows = end.position.innermost.if_unresolved
    if follows is None:
        return None
    position = end.policy.position(follows.stage) if follows.stage else None
    route = library.route[follows.route] if follows.route else None
    node = Node(None, end.route, end.service, position.key) if position else None
    if route:
        node = enter(library, route.id, end.service)
    source = cite(library, follows.source or end.position.innermost.source, end.policy.document)
    return Following(follows.says, position, route, node, source)


def _late(library: Library, stage: tuple[Deadline, ...], following: Following | None) -> str | None:
    closing = [
        item for item in stage if item.closes_stage and item.standing and item.standing.state == "past"
    ]
    if not closing or following is None:
        return None
    return library.words["answer.overdue"]


def _notes(library: Library, end: Destination) -> Iterator[str]:
    if end.unsure and end.policy.unsure:
        yield end.policy.unsure.says
    elif not end.begun:
        yield library.words["answer.not_begun"]


def _warnings(
    library: Library, end: Destination, events: Mapping[str, EventDate], today: date
) -> Iterator[Remark]:
    words, policy = library.words, end.policy
    if end.policy_basis in ("example", "national_fallback"):
        yield Remark("footing", _policy_basis_says(library, end))
    if policy.superseded:
        yield Remark(
            "superseded", policy.superseded.says, cite(library, policy.superseded.source, policy.document)
        )
    days = [happened.on for happened in events.values()]
    if policy.review_by and policy.review_by < today:
        yield Remark("review_past", words("answer.review_past", date=words.short_date(policy.review_by)))
    day = deciding_day(end, {event: happened.on for event, happened in events.items()}, today)
    if not holds(policy, day):
        yield Remark("not_in_force", words("answer.not_in_force", date=words.short_date(day)))
    if end.begun:
        for day in days:
            if day > today:
                yield Remark("future_date", words("answer.future_event", date=words.short_date(day)))
    for caution in policy.warnings:
        if _holds_at(end.position, caution.stages):
            yield Remark("policy", caution.says, cite(library, caution.source, policy.document))


def _rules(library: Library, end: Destination) -> Iterator[Remark]:
    policy = end.policy

    def remarks(kind: str, items: Iterable[Said]) -> Iterator[Remark]:
        return (Remark(kind, item.says, cite(library, item.source, policy.document)) for item in items)

    if end.entry:
        yield Remark("entry", end.entry.says, cite(library, end.entry.source, policy.document))
    if end.position.key == policy.first_stage.key:
        yield from remarks("before", policy.before)
    for bypass in policy.bypass:
        yield Remark("bypass", bypass.says, cite(library, bypass.source, policy.document))
    yield from remarks("principle", policy.principles)


def _parallel(
    library: Library, end: Destination, reckoner: DeadlineCalculator, events: Mapping[str, EventDate]
) -> Iterator[Parallel]:
    """Yield what may run alongside, the earliest clock first, then what has no date."""
    found = [
        _one_parallel(library, end, item, reckoner, events)
        for item in end.policy.alongside
        if _holds_at(end.position, item.stages)
    ]
    yield from sorted(found, key=lambda item: min((d.due for d in item.deadlines if d.due), default=date.max))


def _one_parallel(
    library: Library,
    end: Destination,
    item: Alongside,
    reckoner: DeadlineCalculator,
    events: Mapping[str, EventDate],
) -> Parallel:
    source = cite(library, item.source, end.policy.document)
    if item.route is None:
        return Parallel(item.says, None, None, (), source)
    policy = policy_for(library, item.route, end.service)
    timescales = [scale for scale in policy.first_stage.innermost.timescales if scale.counted_from]
    clocks, _ = reckoner.deadlines(policy, timescales, events)
    return Parallel(
        item.says, library.route[item.route], enter(library, item.route, end.service), clocks, source
    )


def _not_covered(library: Library, end: Destination) -> Iterator[NotCovered]:
    for exclusion in end.policy.does_not_cover:
        route = library.route[exclusion.leads_to] if exclusion.leads_to else None
        node = enter(library, route.id, end.service) if route else None
        yield NotCovered(exclusion, route, node, cite(library, exclusion.source, end.policy.document))


def _contacts(library: Library, policy: Policy, service: str | None) -> tuple[str, ...]:
    own = library.service[service].contacts if service else ()
    return tuple(dict.fromkeys((*policy.contacts, *own)))


def _asks(
    library: Library,
    end: Destination,
    main: tuple[Deadline, ...],
    also: tuple[Parallel, ...],
    dates: Mapping[str, date],
) -> Iterator[AskedDate]:
    asked: dict[str, bool] = {}
    for deadline in main:
        if deadline.counted_from:
            asked.setdefault(deadline.counted_from, True)
    for item in also:
        for deadline in item.deadlines:
            if deadline.counted_from:
                asked.setdefault(deadline.counted_from, False)
    for key, is_main in asked.items():
        event = library.event[key]
        planned = is_main and not end.begun and not end.unsure and event.ask_planned is not None
        ask = event.ask_planned if planned and event.ask_planned else event.ask
        yield AskedDate(key, ask, event.hint, planned, is_main, dates.get(key))


def _reasons(library: Library, answered: tuple[Answered, ...]) -> Iterator[Reason]:
    for step in answered:
        choice = step.choice
        source: Source | None = choice.source
        cited = cite(library, source, choice.document) if source else None
        yield Reason(step.question.id, step.question.ask, choice.id, choice.label, choice.because, cited)
