"""Holding a scenario against the engine: what differs from the outcome worked out by hand."""

from collections.abc import Iterator
from datetime import date, datetime, time

from navigator.core.engine import advance
from navigator.core.errors import NavigatorError
from navigator.core.journey import Trail, asked_at, follow
from navigator.core.model import Expected, ExpectedDeadline, GivenDate, Library, Scenario, Signpost
from navigator.core.outcome import Outcome
from navigator.core.questions import service


def answers_of(library: Library, scenario: Scenario) -> dict[str, str]:
    """Return a scenario's answers.

    Whether the service is asked hangs on which services have policies, and they come and go. So a scenario
    that names no service is one of a reader who is not sure of it, wherever it is asked, unless an answer on
    the way is one of some service; and one that names its service needs not be asked.
    """
    answers = {answer.question: answer.option for answer in scenario.answers}
    without = {asked: option for asked, option in answers.items() if asked != service.ID}
    try:
        trail = follow(library, without)
    except NavigatorError:
        return answers
    node, named = trail.node, answers.get(service.ID) or _named(library, trail) or _unsure(library)
    asked = next((each for each in asked_at(library, node) if each.id == service.ID), None)
    if named is None or asked is None:
        return without
    is_answer = node.question or any(option.id == named for option in asked.options)
    return {**without, service.ID: named} if is_answer else without


def _named(library: Library, trail: Trail) -> str | None:
    """Return the service of the last answer that is one of some service."""
    given = ((library.question.get(step.question.id), step.choice.id) for step in reversed(trail.answered))
    options = (option for asked, name in given if asked for option in asked.options if option.id == name)
    return next((option.service for option in options if option.service), None)


def _unsure(library: Library) -> str | None:
    """Return the service that somebody is shown who is not sure which it is, or the only one there is."""
    if len(library.services) == 1:
        return library.services[0].id
    return next((each.id for each in library.services if each.unsure), None)


def play(library: Library, scenario: Scenario) -> Outcome | Signpost | str:
    """Give a scenario's answers and dates. Returns what they lead to, or in words why that is nothing."""
    answers = answers_of(library, scenario)
    dates = {given.event: _moment(given) for given in scenario.dates}
    try:
        step = advance(library, answers, dates, scenario.today)
    except NavigatorError as problem:
        return str(problem)
    if step.trail.ignored:
        return f"the answers do not pass {', '.join(step.trail.ignored)}"
    return step.outcome or step.signpost or f"the answers end at the question {step.trail.node.question}"


def _moment(given: GivenDate) -> date:
    return datetime.combine(given.day, time.fromisoformat(given.at)) if given.at else given.day


def expected_of(library: Library, outcome: Outcome) -> Expected:
    """Return an outcome as a scenario would expect it."""
    follows = outcome.next or outcome.then
    position, route = (follows.position, follows.route) if follows else (None, None)
    return Expected(
        route=outcome.route.id,
        policy=outcome.policy.id,
        stage=outcome.position.key,
        service=None if outcome.service == _unsure(library) else outcome.service,
        begun=outcome.begun,
        deadlines=tuple(
            ExpectedDeadline(
                item.timescale.id,
                item.due,
                tuple(reading.due for reading in item.readings if reading.due),
                item.is_provisional,
                f"{item.at:%H:%M}" if item.at else None,
            )
            for item in outcome.all_deadlines
        ),
        next=position.key if position else route.id if route else None,
    )


def differences(
    library: Library, reached: Outcome | Signpost, scenario: Scenario
) -> Iterator[tuple[str, str, str]]:
    """Yield what differs, as the field of `expect`, what it says, and what the engine says.

    No service, the one for somebody who is not sure, and one that nobody was asked for are the same: see
    `answers_of`.
    """
    expect = scenario.expect
    for field, (expected, actual) in _compared(library, expect, reached).items():
        if expected != actual:
            yield field, str(expected), str(actual)


def _compared(
    library: Library, expect: Expected, reached: Outcome | Signpost
) -> dict[str, tuple[object, object]]:
    if isinstance(reached, Signpost):
        return {"signpost" if expect.signpost else "policy": (expect.signpost or expect.policy, reached.id)}
    if expect.signpost:
        return {"signpost": (expect.signpost, reached.policy.id)}
    return _at_stage(library, expect, reached)


def _at_stage(library: Library, expect: Expected, outcome: Outcome) -> dict[str, tuple[object, object]]:
    reached = expected_of(library, outcome)
    unsure = expect.service == _unsure(library) or outcome.service is None
    return {
        "route": (expect.route, reached.route),
        "service": (None if unsure else expect.service, reached.service),
        "policy": (expect.policy, reached.policy),
        "stage": (expect.stage, reached.stage),
        "begun": (expect.begun, reached.begun),
        "deadlines": (_lines(expect), _lines(reached)),
        "next": (expect.next, reached.next),
    }


def _lines(expect: Expected) -> str:
    return "; ".join(map(_expected, expect.deadlines))


def _expected(deadline: ExpectedDeadline) -> str:
    return _line(deadline.id, deadline.due, deadline.at, deadline.readings, deadline.provisional)


def _line(name: str, due: date | None, at: str | None, readings: tuple[date, ...], provisional: bool) -> str:
    other = f" or {', '.join(map(str, readings))}" if readings else ""
    hour = f" {at}" if at else ""
    return f"{name} {due or 'no date'}{hour}{other}{' provisional' if provisional else ''}"
