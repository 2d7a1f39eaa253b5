"""Scenarios: the engine reaches the outcome that was worked out by hand, and the rules named are there."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.cases import differences
from navigator.core.faults import MOST_HINTS, did_you_mean, quote
from navigator.core.model import Library, Policy, Scenario, Signpost
from navigator.core.short_codes import case_code
from navigator.load.problem import Problem


def whole(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each scenario that does not end at either a stage of a policy or a signpost."""
    for located in parts.of(Scenario):
        expect = located.value.expect
        for key in ("route", "policy", "stage"):
            written = getattr(expect, key) is not None
            if expect.signpost and written:
                yield located.error("stands beside signpost", "Take it out.", "expect", key, on_key=True)
            elif not expect.signpost and not written:
                hint = "Write it, or the signpost that the case leads to."
                yield located.error("is missing", hint, "expect", key)


def codes(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each scenario that links could not tell from another one."""
    first: dict[str, str] = {}
    for located in parts.of(Scenario):
        name = located.value.id
        other = first.setdefault(case_code(name), name)
        if other != name:
            what = f"{name} has the same code in links as {other}, which is {case_code(name)}"
            yield located.error(what, "Write another id.", "id")


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each scenario that ends otherwise than it says, once nothing else is wrong."""
    library = parts.loaded.library
    if library is None:
        return
    written = {located.value.id: located.value for located in parts.of(Policy)}  # also what is left out
    rules = [f"{policy.id}/{rule.id}" for policy in written.values() for _, rule in policy.rules()]
    as_told = {case.id: case for case in library.scenarios}
    for located in parts.of(Scenario):
        if case := as_told.get(located.value.id):  # others are left out with what they are about
            yield from _outcome(parts, located, case, library)
        if not located.value.wrong_turns:
            yield located.error(
                "is empty", "Write a route that looks right and is not, and why.", "wrong_turns"
            )
        for index, rule in enumerate(located.value.shows):
            if rule not in rules:
                what = f"there is no rule {quote(rule)}"
                hint = did_you_mean(rule, rules) if index < MOST_HINTS else ""
                yield located.error(what, hint, "shows", index)


def _outcome(
    parts: LocatedParts, located: Located[Scenario], case: Scenario, library: Library
) -> Iterator[Problem]:
    outcome = parts.played[case.id]
    if isinstance(outcome, str):
        yield located.error(f"give no outcome: {outcome}", "Mend the answers or the dates.", "answers")
        return
    differing = list(differences(library, outcome, case))
    if isinstance(outcome, Signpost):
        yield from (_differs(located, *each) for each in differing)
        return
    cause = parts.loaded.of_part(f"policies/{outcome.policy.id}")
    if cause.service != located.file.service and any(key == "policy" for key, _, _ in differing):
        what = f"is what the case {case.id} leads to now, which expects {case.expect.policy}"
        yield cause.problem(("id",), what, f"Mend it, or work out {located.file.shown} again.")
        return
    yield from (_differs(located, *each) for each in differing)


def _differs(located: Located[Scenario], key: str, expected: str, actual: str) -> Problem:
    said, given = _SAID.get(expected, expected), _SAID.get(actual, actual)
    hint = "Work it out again from the source: mend whichever is wrong."
    return located.error(f"is {said}, but the policies give {given}", hint, "expect", key)


_SAID: Final = {"None": "left out", "": "left out", "True": "true", "False": "false"}
"""What differs as an author would write it."""
