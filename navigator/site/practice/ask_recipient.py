"""Who has to hear of it next, among the roles that act in the policy."""

from collections.abc import Iterator
from itertools import islice

from navigator.core.model import Role
from navigator.render.components import actor_words, sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import Task
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.citations import cited
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict

OTHERS = 4
"""So many other roles are offered."""


def ask_recipient(page: PageBuilder, case: Case) -> Asked:
    """Ask who is told; nothing where the policy names nobody, or nobody else."""
    telling = next_telling(case)
    others = list(islice(_others(case, telling), OTHERS)) if telling else []
    if telling is None or not others:
        return None, []
    roles = page.library.role
    choices = [_right(page, telling, roles[role]) for role in telling.step.to]
    choices += [_wrong(page, case, roles[role], task) for role, task in others]
    who = actor_words(roles[telling.step.who])
    about = el("p", page.words("practice.exercise.tell.about", who=who))
    return about, sorted(choices, key=lambda choice: choice.label.lower())


def answer_recipient(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Say who tells whom next."""
    telling = next_telling(case)
    if telling:
        words, who = page.words, actor_words(page.library.role[telling.step.who])
        told = words("practice.exercise.tell.told", who=who, names=_names(page, telling.step.to))
        yield words["practice.exercise.tell.answer"], told


def next_telling(case: Case) -> Task | None:
    """Return the next act with somebody to tell: the first not done, then any, then at the stage after."""
    steps = case.position.innermost.steps
    pending = [step for act, step in zip(case.outcome.steps, steps, strict=True) if not act.done]
    following = case.outcome.next.position if case.outcome.next else None
    acts = [(case.position, step) for step in (*pending, *steps)]
    acts += [(following, step) for step in following.innermost.steps] if following else []
    return next((Task(case.policy, position, step) for position, step in acts if step.to), None)


def _others(case: Case, telling: Task) -> Iterator[tuple[str, Task]]:
    """Yield roles not told at this stage, with what they do: of this policy, then of tempting ones."""
    told = {telling.step.who, *telling.step.to, *telling.step.cc}
    told.update(role for step in case.position.innermost.steps for role in (*step.to, *step.cc))
    for policy in case.policies:
        tasks = [Task(policy, position, step) for position, step in policy.steps()]
        acting = [(task.step.who, task) for task in tasks]
        addressed = [(role, task) for task in tasks for role in (*task.step.to, *task.step.cc)]
        for role, task in (*acting, *addressed):
            if role not in told:
                told.add(role)
                yield role, task


def _right(page: PageBuilder, telling: Task, role: Role) -> QuizChoice:
    addressed = _addressed(page, telling, write_down=telling.step.record)
    return QuizChoice(
        sentence(role.name), Verdict.RIGHT, [_act(page, telling), addressed], _source(page, telling)
    )


def _wrong(page: PageBuilder, case: Case, role: Role, task: Task) -> QuizChoice:
    """Explain what a role does instead, and at which stage."""
    where = el("strong", case.place(task.policy, task.position))
    why = [
        el("p", page.fill("practice.exercise.tell.comes_in", where=where)),
        _act(page, task),
        _addressed(page, task) if task.step.who != role.id else None,
    ]
    return QuizChoice(sentence(role.name), Verdict.WRONG, why, _source(page, task))


def _act(page: PageBuilder, task: Task) -> Html:
    who, does = actor_words(page.library.role[task.step.who]), task.step.does.removesuffix(".")
    return el("p", page.words("site.policy.act", who=who, does=does))


def _addressed(page: PageBuilder, task: Task, **more: str | None) -> Html:
    return page.facts(to=_names(page, task.step.to), copy_to=_names(page, task.step.cc), **more)


def _source(page: PageBuilder, task: Task) -> Html:
    return cited(page, task.step.source or task.position.innermost.source, task.policy.document)


def _names(page: PageBuilder, roles: tuple[str, ...]) -> str:
    return page.words.listed(page.library.role[role].name for role in roles)
