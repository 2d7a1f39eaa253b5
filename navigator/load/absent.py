"""What is left out of a library where no service has a policy for a route, as it leads nowhere then.

A route needs a policy. Where the one service that had it is taken out, the route goes with it: the answers
that lead there, the cases about it, and the links to it. So taking a service's folder away leaves nothing to
mend.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any, Final

from navigator.core.model import Library, Need, Option, Pack, Policy, Scenario, Signpost, Triage
from navigator.core.model.kinds import Ref
from navigator.core.policies import policy_for
from navigator.core.questions import service
from navigator.core.shape import shape_of, unwrap

_WHERE_TO: Final = ("next", "route", "signpost", "service", "stage", "because", "source")
"""What says of an answer where it leads, and why."""


def without_absent(library: Library) -> Library:
    """Return a library without the routes that have no policy, and whatever only they give a meaning to."""
    absent = {route.id for route in library.routes if route.fallback is None}
    if absent:
        routes = tuple(_unlinked(route, absent) for route in library.routes if route.id not in absent)
        policies = (policy for policy in library.policies if policy.route not in absent)
        library = replace(
            library,
            triage=_triage(library.triage, absent),
            routes=routes,
            policies=tuple(_unlinked(policy, absent) for policy in policies),
            signposts=tuple(_signpost(signpost, absent) for signpost in library.signposts),
        )
    unused = {policy.id for policy in library.policies if _is_unused(library, policy)}
    told = (_case(library, case, absent) for case in library.scenarios if case.expect.policy not in unused)
    cases = tuple(case for case in told if _can_be(library, case, absent))
    packs = tuple(_packs(library.packs, {case.id for case in library.scenarios}, {case.id for case in cases}))
    used = tuple(policy for policy in library.policies if policy.id not in unused)
    held = {None, *(policy.id for policy in used)}
    cards = tuple(card for card in library.first_hour if card.policy in held)
    return replace(library, policies=used, scenarios=cases, packs=packs, first_hour=cards)


def _is_unused(library: Library, policy: Policy) -> bool:
    """Say whether a policy is one for services to take over, and none has."""
    is_fallback = (
        library.route[policy.route].fallback == policy.id if policy.route in library.route else False
    )
    return policy.shared and policy.id not in library.owners and not is_fallback


def _can_be(library: Library, case: Scenario, absent: Collection[str]) -> bool:
    """Say whether a reader can be shown what a case expects: a service's own policy hides the fallback."""
    expect = case.expect
    if expect.route in absent:
        return False
    if len(library.services) > 1 or expect.route is None or expect.route not in library.route:
        return True
    readers = (None, *library.spoken_to.get(expect.route, {}))
    shown = {
        policy_for(library, expect.route, own.id, each).id for own in library.services for each in readers
    }
    return expect.policy in shown or expect.policy not in library.policy


def _case(library: Library, case: Scenario, absent: Collection[str]) -> Scenario:
    """Return a case without what is not there: of a service that is not, nobody says that theirs is it."""
    services = library.service.keys()
    answers = tuple(each for each in case.answers if each.question != service.ID or each.option in services)
    expect = case.expect if case.expect.service in services else replace(case.expect, service=None)
    expect = replace(expect, next=None) if expect.next in absent else expect
    turns = tuple(turn for turn in case.wrong_turns if turn.route not in absent)
    return replace(case, answers=answers, expect=expect, wrong_turns=turns)


def _packs(packs: Iterable[Pack], before: Collection[str], after: Collection[str]) -> Iterator[Pack]:
    """Yield the packs that have a case left, each without the cases that were left out."""
    for pack in packs:
        left = tuple(case for case in pack.scenarios if case in after or case not in before)
        if left:
            yield replace(pack, scenarios=left)


def _triage(triage: Triage, absent: Collection[str]) -> Triage:
    """Return the triage without the answers that lead to a route that is not there.

    Somebody who is not sure goes on where those go who were not sure one question before.
    """
    kept = {
        question.id: [option for option in question.options if option.route not in absent]
        for question in triage.questions
    }
    for question in triage.questions:
        unsure = next((option for option in question.options if option.unsure), None)
        before = (
            _unsure_before(triage, question.id, kept) if unsure and unsure not in kept[question.id] else None
        )
        if unsure and before:
            kept[question.id].append(_leading_as(unsure, before))
    while empty := next((name for name, options in kept.items() if not _is_sure(options)), None):
        unsure = next(iter(kept.pop(empty)), None)
        for name, options in kept.items():
            led = (_past(option, empty, unsure) for option in options)
            kept[name] = [option for option in led if option]
    left = (question for question in triage.questions if question.id in kept)
    questions = tuple(replace(each, options=tuple(kept[each.id])) for each in left)
    return replace(triage, questions=questions, needs=tuple(_needs(triage, absent)))


def _signpost(signpost: Signpost, absent: Collection[str]) -> Signpost:
    """Return a signpost without the ways on to routes that are not there."""
    left = tuple(way for way in signpost.leads_to if way.route not in absent)
    return replace(signpost, leads_to=left, is_not=_unlinked(signpost.is_not, absent))


def _needs(triage: Triage, absent: Collection[str]) -> Iterator[Need]:
    """Yield what people come with, as far as there are routes or signposts for it."""
    for need in triage.needs:
        routes = tuple(route for route in need.routes if route not in absent)
        if routes or need.signposts:
            yield replace(need, routes=routes)


def _is_sure(options: Iterable[Option]) -> bool:
    return any(not option.unsure for option in options)


def _past(option: Option, empty: str, unsure: Option | None) -> Option | None:
    """Return an answer past a question that has no other answers left than that of somebody not sure."""
    if option.next != empty:
        return option
    return _leading_as(option, unsure) if unsure else None


def _leading_as(option: Option, other: Option) -> Option:
    """Return an answer in its own words that leads where another does."""
    return replace(option, **{name: getattr(other, name) for name in _WHERE_TO})


def _unsure_before(triage: Triage, question: str, kept: dict[str, list[Option]]) -> Option | None:
    """Return the answer of somebody who was not sure at a question that leads to this one."""
    for before in triage.questions:
        if any(option.next == question for option in before.options):
            found = next((option for option in kept[before.id] if option.unsure), None)
            if found and found.next != question:
                return found
            return _unsure_before(triage, before.id, kept) if before.id != question else None
    return None


def _unlinked(value: Any, absent: Collection[str]) -> Any:  # noqa: ANN401 - any part of the model
    """Return a part of the library without links to routes that are not there."""
    if isinstance(value, tuple):
        return tuple(_unlinked(item, absent) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in shape_of(type(value)).fields:
        held = getattr(value, field.name)
        other = _unlinked(held, absent)
        if isinstance(held, str) and held in absent and Ref("routes") in unwrap(field.hint)[1]:
            other = None
        if other is not held:
            changed[field.name] = other
    return replace(value, **changed) if changed else value
