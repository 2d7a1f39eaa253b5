"""Who has to hear of it next, among the roles that act in the policy; or what the teller does next.

An act with nobody to tell is asked for by what is done, among what others do in the policy.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from navigator.core.model import Action
from navigator.core.role_names import actor, role_names, sentence, to_do
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import Task
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict, cited
from navigator.site.practice.next_act import Moment, NextAct, is_teller, next_act

OTHERS = 4
"""So many other roles or acts are offered."""


def form_of(case: Case) -> str | None:
    """Return `do` where the question is what the teller does, and not who is told."""
    act = next_act(case)
    return "do" if act and not act.step.to else None


def ask_recipient(page: PageBuilder, case: Case) -> Asked:
    """Ask who is told or what is done; nothing where the policy names nobody, or nobody else."""
    act = next_act(case)
    if act is None:
        return None, []
    if act.step.to:
        right = [_role(page, case, role, act) for role in act.step.to]
        others = [_other_role(page, case, role, task) for role, task in islice(_others(case, act), OTHERS)]
    else:
        right = [_deed(page, case, act)]
        others = [_other_deed(page, case, task) for task in islice(_acts(case, act), OTHERS)]
    if not others:
        return None, []
    choices = [*right, *others]
    return el("p", _about(case, act)), sorted(choices, key=lambda choice: choice.label.lower())


def answer_recipient(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Say who tells whom next, or what the teller does."""
    act = next_act(case)
    if act is None:
        return
    words = page.words.group("practice.exercise.tell")
    if act.by_teller:
        yield words["you.answer" if act.moment is Moment.NOW else "you.answer_late"], _said(case, act.step)
    if act.step.to and not act.by_teller:
        told = page.words(
            "practice.exercise.tell.told",
            who=actor(page.words, case.library.role[act.step.who]),
            names=_names(case, act.step.to),
        )
        yield words["answer"], told
    elif act.step.to:
        yield words["answer"], sentence(_names(case, act.step.to))


def _about(case: Case, act: NextAct) -> str:
    """Say who acts, and when: whoever tells the case is `you`."""
    words = case.library.words
    if act.moment is Moment.LATE:
        return words("practice.exercise.tell.you.late", lead=case.outcome.lead.says)
    if act.by_teller:
        return words["practice.exercise.tell.you.about"]
    return words("practice.exercise.tell.about", who=actor(words, case.library.role[act.step.who]))


def _others(case: Case, act: NextAct) -> Iterator[tuple[str, Task]]:
    """Yield roles not told at this stage, with what they do: of this policy, then of tempting ones.

    Whoever tells the case may hold several roles here, and is `you` in each: one name is offered once.
    """
    roles = case.library.role
    told = {roles[role].name for role in (act.step.who, *act.step.to, *act.step.cc)}
    told |= {roles[role].name for step in case.position.innermost.steps for role in (*step.to, *step.cc)}
    for task in _tasks(case):
        told |= {roles[task.step.who].name} if is_teller(case, task.step) else set()
    for policy in case.policies:
        tasks = [Task(policy, position, step) for position, step in policy.steps()]
        acting = [(task.step.who, task) for task in tasks]
        addressed = [(role, task) for task in tasks for role in (*task.step.to, *task.step.cc)]
        for role, task in (*acting, *addressed):
            if roles[role].name not in told:
                told.add(roles[role].name)
                yield role, task


def _acts(case: Case, act: NextAct) -> Iterator[Task]:
    """Yield what others do in this policy and in tempting ones: at this stage first, each act once."""
    said = {act.step.act}
    here = sorted(_tasks(case), key=lambda task: task.position.key != case.position.key)
    for task in here:
        step = task.step
        if step.act and step.act not in said and not is_teller(case, step):
            said.add(step.act)
            yield task


def _tasks(case: Case) -> Iterable[Task]:
    return [Task(policy, position, step) for policy in case.policies for position, step in policy.steps()]


def _role(page: PageBuilder, case: Case, role: str, act: NextAct) -> QuizChoice:
    """Explain whom the act tells."""
    step = act.step
    to, copy_to = _names(case, step.to), _names(case, step.cc)
    why = [el("p", _said(case, step)), page.addressed(to, copy_to, step.record)]
    source = cited(page, act.source, case.policy.document)
    return QuizChoice(sentence(case.library.role[role].name), Verdict.RIGHT, why, source)


def _other_role(page: PageBuilder, case: Case, role: str, task: Task) -> QuizChoice:
    """Explain a role by what it is told, or by what it does instead and at which stage."""
    step, roles = task.step, case.library.role
    where = el("strong", case.place(task.policy, task.position))
    why = [el("p", page.fill("practice.exercise.tell.comes_in", where=where)), el("p", _said(case, step))]
    if step.who != role:
        why.append(page.addressed(_names(case, step.to), _names(case, step.cc), None))
    return QuizChoice(sentence(roles[role].name), Verdict.WRONG, why, _place(page, task))


def _deed(page: PageBuilder, case: Case, act: NextAct) -> QuizChoice:
    """Explain the act by what is written down."""
    said = _said(case, act.step)
    why = [
        el("p", page.words["practice.exercise.tell.you.yours"]),
        page.addressed(None, None, act.step.record),
    ]
    return QuizChoice(said, Verdict.RIGHT, why, cited(page, act.source, case.policy.document))


def _other_deed(page: PageBuilder, case: Case, task: Task) -> QuizChoice:
    """Explain an act by whose it is, and at which stage."""
    words, step = page.words, task.step
    who = el("strong", actor(words, case.library.role[step.who]))
    where = el("strong", case.place(task.policy, task.position))
    why = [
        el("p", page.fill("practice.exercise.tell.theirs", who=who, where=where)),
        el("p", to_do(words, case.library.role[step.who], step.does)),
    ]
    label = words("lead.alone", said=sentence((step.act or step.does).removesuffix(".")))
    return QuizChoice(label, Verdict.WRONG, why, _place(page, task))


def _place(page: PageBuilder, task: Task) -> Html:
    source = task.step.source or task.position.innermost.source
    return cited(page, source, task.policy.document)


def _said(case: Case, step: Action) -> str:
    """Say an act as a sentence: as an instruction where it is the teller's own."""
    words = case.library.words
    if step.act and is_teller(case, step):
        return words("lead.alone", said=sentence(step.act.removesuffix(".")))
    return to_do(words, case.library.role[step.who], step.does)


def _names(case: Case, roles: tuple[str, ...]) -> str:
    return role_names(case.library.words, (case.library.role[role] for role in roles))
