"""A small data folder on a desk, with somebody who reads, for tests of what an owner is shown of a draft."""

from typing import Any

from navigator.workbench.desk import Answer, Desk
from navigator.workbench.kinds import answer
from tests.mini import TODAY, Mini

POLICY = "services/town/policies/town-complaint.yaml"
READERS = """\
readers:
  - {id: carer, name: a foster carer}
questions:"""
UNSURE = "unsure: {stage: stage-1, says: Ask the team.}"


def desk_of(mini: Mini) -> Desk:
    """Return the folder on a desk. A foster carer can say who they are, and is `you` in every text."""
    mini.edit("national/triage.yaml", "questions:", READERS)
    mini.edit(
        "national/triage.yaml",
        "label: Nobody is, next: topic",
        "label: Nobody is, next: topic, reader: carer",
    )
    mini.edit("national/roles.yaml", "foster carer, explains", "foster carer, reader: carer, explains")
    mini.edit("national/policies/national.yaml", "does: complains,", "does: complains, act: complain,")
    desk = Desk(mini.folder, TODAY)
    assert desk.is_sound, desk.loaded.problems
    return desk


def edited(desk: Desk, *edits: tuple[str, str], path: str = POLICY) -> dict[str, Any]:
    """Replace texts in a file of the draft, and return what a message says of the saved state."""
    saved = text = desk.text(path) or ""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        text = text.replace(old, new)
    desk.put({path: text})
    return {"saved": {path: saved}}


def ask(desk: Desk, kind: str, **asked: Any) -> Answer:  # noqa: ANN401 - plain data
    """Return the answer to a message."""
    return answer(desk, kind, asked)
