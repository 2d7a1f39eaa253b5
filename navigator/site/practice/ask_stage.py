"""Where it has got to: the stage of the case, among those of its policy."""

from navigator.core.model.policy import Position
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.choice import RIGHT, WRONG, Quiz, QuizChoice
from navigator.site.practice.citations import cited


def which_stage(sheet: PageBuilder, case: Case) -> Quiz | None:
    """Ask for the stage; nothing where the policy has only one."""
    positions = list(case.policy.leaf_stages())
    if len(positions) < 2:
        return None
    about = el("p", "The policy is: ", sheet.link(f"policies/{case.policy.id}/", case.policy.title), ".")
    return Quiz("stage", "Which stage?", about, tuple(_choice(sheet, case, each) for each in positions))


def _choice(sheet: PageBuilder, case: Case, position: Position) -> QuizChoice:
    right = position.key == case.position.key
    why: list[Child] = [el("p", says) for says in (_known_by(position), position.innermost.summary) if says]
    if right:
        why += _rules(case)
    source = cited(sheet, position.innermost.source, case.policy.document)
    if right and case.entry:
        source = cited(sheet, case.entry.source, case.policy.document)
    return QuizChoice(position.title, RIGHT if right else WRONG, why, source)


def _known_by(position: Position) -> str | None:
    asks = position.innermost.asks
    return f"You know it by this: \u201c{asks}.\u201d" if asks else None


def _rules(case: Case) -> list[Child]:
    """Say why the case begins at this stage, where a rule or a doubt decided that."""
    if case.entry:
        return [el("p", case.entry.says)]
    return [el("p", note) for note in case.outcome.notes]
