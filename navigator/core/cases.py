"""Holding a scenario against the engine: what differs from the outcome worked out by hand."""

from collections.abc import Iterator

from navigator.core.engine import advance
from navigator.core.errors import NavigatorError
from navigator.core.model import Library, Scenario
from navigator.core.outcome import Outcome


def play(library: Library, scenario: Scenario) -> Outcome | str:
    """Give a scenario's answers and dates. Returns the outcome, or in words why there is none."""
    answers = {answer.question: answer.option for answer in scenario.answers}
    dates = {given.event: given.day for given in scenario.dates}
    try:
        step = advance(library, answers, dates, scenario.today)
    except NavigatorError as problem:
        return str(problem)
    if step.trail.ignored:
        return f"the answers do not pass {', '.join(step.trail.ignored)}"
    if step.outcome is None:
        return f"the answers end at the question {step.question.id if step.question else ''}"
    return step.outcome


def differences(found: Outcome, scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """Yield what differs, as the field of `expect`, what it says, and what the engine says."""
    expect = scenario.expect
    compared = {
        "route": (expect.route, found.route.id),
        "service": (expect.service, found.service),
        "policy": (expect.policy, found.policy.id),
        "stage": (expect.stage, found.position.key),
        "begun": (expect.begun, found.begun),
        "deadlines": (_expected_deadlines(scenario), _found_deadlines(found)),
        "next": (expect.next, _next(found)),
    }
    for field, (expected, actual) in compared.items():
        if expected != actual:
            yield field, str(expected), str(actual)


def _next(found: Outcome) -> str | None:
    if found.next is None:
        return None
    if found.next.position:
        return found.next.position.key
    return found.next.route.id if found.next.route else None


def _expected_deadlines(scenario: Scenario) -> str:
    return "; ".join(
        _line(item.id, item.due, item.readings, item.provisional) for item in scenario.expect.deadlines
    )


def _found_deadlines(found: Outcome) -> str:
    return "; ".join(
        _line(
            item.id,
            item.due,
            tuple(reading.due for reading in item.readings if reading.due),
            item.is_provisional,
        )
        for item in found.all_deadlines
    )


def _line(identity: str, due: object, readings: tuple[object, ...], provisional: bool) -> str:
    words = [f"{identity} {due or 'no date'}"]
    if readings:
        words.append(f"or {', '.join(str(reading) for reading in readings)}")
    if provisional:
        words.append("provisional")
    return " ".join(words)
