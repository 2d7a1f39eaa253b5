"""Where it has got to: the stage of the case, among those of its policy."""

from collections.abc import Iterator

from navigator.core.model.policy import Position
from navigator.core.time.timeline import follow_one_another
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict, cited


def ask_stage(page: PageBuilder, case: Case) -> Asked:
    """Ask for the stage."""
    about = el("p", page.fill("practice.exercise.stage.about", policy=page.to_policy(case.policy)))
    return about, [_choice(page, case, position) for position in case.policy.leaf_stages()]


def part_or_stage(case: Case) -> str | None:
    """Say which texts fit: where no stage leads to another, somebody tells their own part."""
    return None if follow_one_another(case.policy) else "part"


def answer_stage(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Name the stage, with a link to its page of the wizard."""
    address = case.trail.node.address
    form = part_or_stage(case)
    name = page.words[f"practice.exercise.stage.{form}.answer" if form else "practice.exercise.stage.answer"]
    yield name, page.link(address, case.position.title)


def _choice(page: PageBuilder, case: Case, position: Position) -> QuizChoice:
    right = position.key == case.position.key
    stage = position.innermost
    known_by = page.words("practice.exercise.stage.known_by", asks=stage.asks) if stage.asks else None
    why, source = [known_by, stage.summary], stage.source
    if right and case.entry:
        why.append(case.entry.says)
        source = case.entry.source
    elif right:
        why += case.outcome.notes
    return QuizChoice(
        position.title,
        Verdict.RIGHT if right else Verdict.WRONG,
        [el("p", says) for says in why if says],
        cited(page, source, case.policy.document),
    )
