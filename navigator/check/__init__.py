"""Whether a data folder can be trusted: every rule that one file alone cannot break."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Final

from navigator.check import (
    acts,
    addressing,
    changes,
    conditions,
    coverage,
    dead_ends,
    events,
    first_hour,
    floor,
    following,
    forms,
    gaps,
    graph,
    ids,
    jargon,
    messages,
    names,
    own_words,
    packs,
    people,
    phases,
    plain_answers,
    printable,
    questions,
    readable,
    readers,
    scenarios,
    services,
    signposts,
    stages,
    stale,
    third_person,
    timescales,
    variations,
    versions,
    words,
)
from navigator.check.located import LocatedParts
from navigator.check.steps import Steps, at_once
from navigator.load import gc_pause
from navigator.load.library import Loaded
from navigator.load.national import is_own
from navigator.load.problem import Problem, Severity

type _Check = Callable[[LocatedParts], Iterable[Problem | None]]
"""A rule: what it finds, and None now and then where it takes long."""

type _Found = Steps[tuple[Problem, ...]]
"""What some rules find, a rule at a time."""

RULES_OF_ONE_FILE: Final = (
    ids.duplicates,
    ids.dangling,
    ids.documents,
    timescales.check,
    variations.check,
    conditions.check,
    stages.check,
    messages.check,
    addressing.check,
    acts.check,
)
"""These look at one file after the other, and beyond it only at what there is to refer to."""

RULES_OF_ALL: Final = (
    ids.across,
    names.check,
    following.check,
    forms.check,
    events.check,
    people.check,
    floor.check,
    questions.check,
    services.check,
    signposts.check,
    first_hour.check,
    scenarios.whole,
    scenarios.codes,
    stale.review_days,
    packs.check,
    own_words.check,
    phases.check,
    plain_answers.check,
    readers.check,
    versions.check,
    graph.check,
    words.check,
)

_CHECKS: Final = (*RULES_OF_ONE_FILE, *RULES_OF_ALL)

_CHECKS_OF_WHAT_IS_SOUND = (dead_ends.check, scenarios.check)
"""These run the engine, which relies on what the others have shown."""

_BY_THE_CLOCK = (stale.check, changes.check)
"""These hang on what day it is, and a machine whose clock is wrong must not keep anybody from an answer."""

_FINDINGS = (
    ids.look_alikes,
    ids.unused,
    printable.check,
    readable.check,
    jargon.check,
    acts.leading,
    plain_answers.unanswered,
    signposts.lengths,
    first_hour.lengths,
    gaps.written,
)
"""These refuse nothing."""

_PLACE: Final = attrgetter(*(field.name for field in fields(Problem)))
"""The order of problems: by place, as they compare themselves, but many times quicker."""

_FINDINGS_IN_WHAT_IS_SOUND = (coverage.check, phases.ends, own_words.places, third_person.check, gaps.found)


def check(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """Return all that is wrong or open in a data folder, in order of place, with what loading it told.

    What could be read is checked even where something else could not. Findings about the national part that
    comes with this package are for those who keep it.
    """
    return _all_of(check_in_steps(LocatedParts(loaded, today)))


def check_in_steps(parts: LocatedParts) -> _Found:
    """Do what `check` does, and stop for a moment after each rule: whoever asked may have changed a file."""
    found = yield from _found(
        parts,
        (*_CHECKS, *_BY_THE_CLOCK, *_FINDINGS),
        (*_CHECKS_OF_WHAT_IS_SOUND, *_FINDINGS_IN_WHAT_IS_SOUND),
    )
    loaded = parts.loaded
    if is_own(loaded.folder):
        return found
    theirs = {file.shown for file in loaded.files.values() if not file.service}
    return tuple(each for each in found if each.severity is Severity.ERROR or each.file not in theirs)


def errors(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """Return what keeps a data folder from being used, whatever day it is, and look for nothing else."""
    found = _all_of(_found(LocatedParts(loaded, today), _CHECKS, _CHECKS_OF_WHAT_IS_SOUND))
    return tuple(problem for problem in found if problem.severity is Severity.ERROR)


@gc_pause.paused()
def _all_of(steps: _Found) -> tuple[Problem, ...]:
    return at_once(steps)


def _found(parts: LocatedParts, first: Iterable[_Check], then: Iterable[_Check]) -> _Found:
    problems = set(parts.loaded.problems)
    yield from _put_into(problems, first, parts)
    if all(problem.severity is Severity.FINDING for problem in problems):
        yield from parts.walking()
        yield from parts.playing()
        yield from _put_into(problems, then, parts)
    return tuple(sorted(problems, key=_PLACE))


def _put_into(problems: set[Problem], rules: Iterable[_Check], parts: LocatedParts) -> Steps[None]:
    for find in rules:
        for found in find(parts):
            if found is None:
                yield
            else:
                problems.add(found)
        yield
