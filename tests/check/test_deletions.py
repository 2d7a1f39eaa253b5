"""Nothing can be lost unnoticed where cases try all there is: take one part out, and the check says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.check.test_coverage import AT_FIRST, IN_TOWN, case
from tests.mini import Mini

TRIAGE = "national/triage.yaml"
NATIONAL = "national/policies/national.yaml"
TOWN = "services/town/policies/town-complaint.yaml"
LISTS = {"options", "stages", "levels", "timescales", "steps"}
KEYS = {"next", "route", "if_unresolved"}
AT_LEVEL_1 = "stage: stage-2/level-1, service: town, deadlines: [{id: again}]"
CASES = (
    ({"danger": "yes-now"}, IN_TOWN, AT_FIRST),
    ({"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}, IN_TOWN, AT_FIRST),
    (
        {"danger": "unsure", "topic": "unsure", "service": "town", "progress": "stage-2/level-1"},
        IN_TOWN,
        AT_LEVEL_1,
    ),
    (
        {"danger": "calm", "topic": "complaint", "service": "town", "progress": "unsure"},
        IN_TOWN,
        f"begun: false, {AT_FIRST}",
    ),
    (
        {"danger": "calm", "topic": "complaint", "service": "other"},
        "national",
        "stage: stage-1, service: other, deadlines: [{id: none}]",
    ),
)
"""Cases that give every answer and reach every place."""


@dataclass(frozen=True)
class Part:
    """A run of lines that holds one part: an item of a list, or a key with its value."""

    name: str
    first: int
    end: int


def parts(node: yaml.Node | None, within: str = "") -> Iterator[Part]:
    """Yield every option, stage, level, timescale, step and next step that has lines of its own."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            whole = not node.flow_style
            if whole and key.value in KEYS and within in {"options", *LISTS}:
                yield Part(f"{within}.{key.value}", key.start_mark.line, _end(value))
            if key.value in LISTS and isinstance(value, yaml.SequenceNode):
                for item in value.value:
                    yield Part(f"{key.value}, {item.start_mark.line + 1}", item.start_mark.line, _end(item))
            yield from parts(value, key.value if key.value in LISTS else within)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from parts(item, within)


def _end(node: yaml.Node) -> int:
    """Return the line after a node."""
    return node.end_mark.line if node.end_mark.line > node.start_mark.line else node.end_mark.line + 1


@pytest.mark.parametrize(("name", "number"), [(TRIAGE, 6), (NATIONAL, 4), (TOWN, 9)])
def test_each_part_is_missed(mini: Mini, name: str, number: int) -> None:
    """Taking out any one option, stage, level, timescale, step or next step is told where it is missed."""
    for index, (answers, policy, expect) in enumerate(CASES):
        case(mini, f"case-{index}", answers, policy, expect)
    assert mini.errors() == []
    text = mini.read(name)
    lines = text.splitlines(keepends=True)
    found = list(parts(yaml.compose(text, Loader=yaml.CSafeLoader)))
    assert len(found) == number
    unnoticed = []
    for part in found:
        mini.write(name, "".join(lines[: part.first] + lines[part.end :]))
        errors = mini.errors()
        if not any(Path(name).stem in error or "case-" in error for error in errors):
            unnoticed.append(f"{name}:{part.first + 1} {part.name}: {errors[:2]}")
    assert not unnoticed, "\n".join(unnoticed)
