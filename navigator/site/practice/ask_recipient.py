"""Who has to hear of it next, among the roles that act in the policy."""

from collections.abc import Iterator
from itertools import islice

from navigator.core.addressing import is_the_reader
from navigator.core.model import Action
from navigator.core.role_names import actor, role_names, sentence, to_do
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import Task
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict, cited

OTHERS = 4
"""So many other roles are offered."""


def ask_recipient(page: PageBuilder, case: Case) -> Asked:
    """Ask who is told; nothing where the policy names nobody, or nobody else."""
    telling = next_telling(case)
    others = list(islice(_others(case, telling), OTHERS)) if telling else []
    if telling is None or not others:
        return None, []
    about = el("p", _acting(case, telling.step, "about"))
    choices = [_choice(page, case, role, telling, Verdict.RIGHT) for role in telling.step.to]
    choices += [_choice(page, case, role, task, Verdict.WRONG) for role, task in others]
    return about, sorted(choices, key=lambda choice: choice.label.lower())


def answer_recipient(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Say who tells whom next."""
    telling = next_telling(case)
    if telling:
        told = _acting(case, telling.step, "told", names=_names(case, telling.step.to))
        yield page.words["practice.exercise.tell.answer"], told


def next_telling(case: Case) -> Task | None:
    """Return the next act with somebody to tell: the first not done, then any, then at the stage after."""
    steps = case.steps
    pending = [step for act, step in zip(case.outcome.steps, steps, strict=True) if not act.done]
    follows = case.outcome.next or case.outcome.then
    following = follows.position if follows else None
    acts = [(case.position, step) for step in (*pending, *steps)]
    acts += [(following, step) for step in following.innermost.steps] if following else []
    return next((Task(case.policy, position, step) for position, step in acts if step.to), None)


def _others(case: Case, telling: Task) -> Iterator[tuple[str, Task]]:
    """Yield roles not told at this stage, with what they do: of this policy, then of tempting ones.

    Whoever tells the case may hold several roles here, and is `you` in each: one name is offered once.
    """
    roles = case.library.role
    told = {roles[role].name for role in (telling.step.who, *telling.step.to, *telling.step.cc)}
    told |= {roles[role].name for step in case.position.innermost.steps for role in (*step.to, *step.cc)}
    for policy in case.policies:
        tasks = [Task(policy, position, step) for position, step in policy.steps()]
        acting = [(task.step.who, task) for task in tasks]
        addressed = [(role, task) for task in tasks for role in (*task.step.to, *task.step.cc)]
        for role, task in (*acting, *addressed):
            if roles[role].name not in told:
                told.add(roles[role].name)
                yield role, task


def _choice(page: PageBuilder, case: Case, role: str, task: Task, verdict: Verdict) -> QuizChoice:
    """Explain a role by what it is told, or by what it does instead and at which stage."""
    step, roles, right = task.step, case.library.role, verdict is Verdict.RIGHT
    where = el("strong", case.place(task.policy, task.position))
    why = [
        None if right else el("p", page.fill("practice.exercise.tell.comes_in", where=where)),
        el("p", _said(case, step)),
    ]
    if right or step.who != role:
        record = step.record if right else None
        why.append(page.addressed(_names(case, step.to), _names(case, step.cc), record))
    source = step.source or task.position.innermost.source
    return QuizChoice(sentence(roles[role].name), verdict, why, cited(page, source, task.policy.document))


def _is_teller(case: Case, step: Action) -> bool:
    reader = case.outcome.reader
    return reader is not None and is_the_reader(case.library, case.library.role[step.who], reader.id)


def _acting(case: Case, step: Action, key: str, **parts: str) -> str:
    """Say something of whoever acts: whoever tells the case is `you`, with a verb of its own."""
    words, role = case.library.words, case.library.role[step.who]
    if _is_teller(case, step):
        return words(f"practice.exercise.tell.you.{key}", **parts)
    return words(f"practice.exercise.tell.{key}", who=actor(words, role), **parts)


def _said(case: Case, step: Action) -> str:
    """Say an act as a sentence: as an instruction where it is the teller's own."""
    words = case.library.words
    if step.act and _is_teller(case, step):
        return words("lead.alone", said=sentence(step.act.removesuffix(".")))
    return to_do(words, case.library.role[step.who], step.does)


def _names(case: Case, roles: tuple[str, ...]) -> str:
    return role_names(case.library.words, (case.library.role[role] for role in roles))
