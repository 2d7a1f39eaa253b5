"""Who has to hear of it next, among the roles that act in the policy."""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.core.citations import Cited, cite
from navigator.core.journey import policy_for
from navigator.core.model import Action, Policy, Role
from navigator.core.model.policy import Position
from navigator.render.components import actor_words, sentence
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, facts
from navigator.site.practice.choice import RIGHT, WRONG, Quiz, QuizChoice
from navigator.site.practice.citations import cited, placed

OTHERS = 4
"""So many other roles are offered."""


@dataclass(frozen=True)
class Telling:
    """The next act in which somebody is told."""

    who: Role
    does: str
    to: tuple[Role, ...]
    cc: tuple[Role, ...]
    record: str | None
    source: Cited


@dataclass(frozen=True)
class FirstMention:
    """The first place in a policy where a role acts, or is told."""

    policy: Policy
    position: Position
    step: Action


def whom_to_tell(sheet: PageBuilder, case: Case) -> Quiz | None:
    """Ask who is told; nothing where the policy names nobody, or nobody else."""
    telling = next_telling(case)
    if telling is None:
        return None
    others = list(_others(case, telling))[:OTHERS]
    if not others:
        return None
    right = [_right(sheet, telling, role) for role in telling.to]
    wrong = [_wrong(sheet, case, role, part) for role, part in others]
    choices = sorted((*right, *wrong), key=lambda choice: choice.label.lower())
    about = el("p", actor_words(telling.who), " acts next.")
    return Quiz("tell", "Who is told?", about, tuple(choices))


def next_telling(case: Case) -> Telling | None:
    """Return the next act with somebody to tell: the first not done, then any, then at the stage after."""
    acts = [act for act in case.outcome.steps if act.to]
    for act in (*(act for act in acts if not act.done), *acts):
        return Telling(act.who, act.does, act.to, act.cc, act.record, act.source)
    following = case.outcome.next.position if case.outcome.next else None
    return _first_telling(case, following) if following else None


def _first_telling(case: Case, position: Position) -> Telling | None:
    roles = case.library.role
    for step in position.innermost.steps:
        if step.to:
            to, cc = (tuple(roles[each] for each in ids) for ids in (step.to, step.cc))
            source = cite(case.library, step.source or position.innermost.source, case.policy.document)
            return Telling(roles[step.who], step.does, to, cc, step.record, source)
    return None


def _others(case: Case, telling: Telling) -> Iterator[tuple[Role, FirstMention]]:
    """Yield roles not told at this stage, with what they do: of this policy, then of tempting ones."""
    told = {telling.who.id, *(role.id for role in (*telling.to, *telling.cc))}
    told.update(role for step in case.position.innermost.steps for role in (*step.to, *step.cc))
    policies = [
        policy_for(case.library, turn.route, case.outcome.service) for turn in case.scenario.wrong_turns
    ]
    for policy in (case.policy, *policies):
        for role, part in _parts(policy):
            if role not in told:
                told.add(role)
                yield case.library.role[role], part


def _parts(policy: Policy) -> Iterator[tuple[str, FirstMention]]:
    """Yield each role with a place where it acts, then those that are only told."""
    steps = list(policy.steps())
    yield from ((step.who, FirstMention(policy, position, step)) for position, step in steps)
    yield from (
        (role, FirstMention(policy, position, step))
        for position, step in steps
        for role in (*step.to, *step.cc)
    )


def _right(sheet: PageBuilder, telling: Telling, role: Role) -> QuizChoice:
    why = [
        el("p", actor_words(telling.who), " ", _ended(telling.does)),
        facts([("To", _names(telling.to)), ("Copy to", _names(telling.cc)), ("Write down", telling.record)]),
    ]
    return QuizChoice(sentence(role.name), RIGHT, why, placed(sheet, telling.source))


def _wrong(sheet: PageBuilder, case: Case, role: Role, part: FirstMention) -> QuizChoice:
    """Explain what a role does instead, and at which stage."""
    where = part.position.title
    if part.policy is not case.policy:
        where = f"{part.policy.title}, {where}"
    who = case.library.role[part.step.who]
    why: list[Child] = [
        el("p", "Here is where this role comes in: ", el("strong", where), "."),
        el("p", actor_words(who), " ", _ended(part.step.does)),
    ]
    if who is not role:
        to, cc = ([case.library.role[each] for each in ids] for ids in (part.step.to, part.step.cc))
        why.append(facts([("To", _names(tuple(to))), ("Copy to", _names(tuple(cc)))]))
    source = part.step.source or part.position.innermost.source
    return QuizChoice(sentence(role.name), WRONG, why, cited(sheet, source, part.policy.document))


def _names(roles: tuple[Role, ...]) -> str:
    return ", ".join(role.name for role in roles)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
