"""Where it has got to: the stage of the case, among those of its policy."""

from collections.abc import Iterator

from navigator.core.model.policy import Position
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.citations import cited
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict


def ask_stage(page: PageBuilder, case: Case) -> Asked:
    """Ask for the stage."""
    about = el("p", page.fill("practice.exercise.stage.about", policy=page.to_policy(case.policy)))
    return about, [_choice(page, case, position) for position in case.policy.leaf_stages()]


def answer_stage(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Name the stage, with a link to its page of the wizard."""
    address = case.trail.node.address
    yield page.words["practice.exercise.stage.answer"], page.link(address, case.position.title)


def _choice(page: PageBuilder, case: Case, position: Position) -> QuizChoice:
    right = position.key == case.position.key
    stage = position.innermost
    known_by = page.words("practice.exercise.stage.known_by", asks=stage.asks) if stage.asks else None
    why = [known_by, stage.summary, *(_rules(case) if right else ())]
    source = case.entry.source if right and case.entry else stage.source
    return QuizChoice(
        position.title,
        Verdict.RIGHT if right else Verdict.WRONG,
        [el("p", says) for says in why if says],
        cited(page, source, case.policy.document),
    )


def _rules(case: Case) -> tuple[str, ...]:
    """Say why the case begins at this stage, where a rule or a doubt decided that."""
    return (case.entry.says,) if case.entry else case.outcome.notes
