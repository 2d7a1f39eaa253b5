"""Nothing can be lost unnoticed: take any one part out of the policies and the check says so and where."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from navigator import check
from navigator.check import coverage, gaps, jargon, printable, readable, stale, words
from navigator.load.problem import Severity
from tests.fuzz.libraries import Bench
from tests.shipped import DATA

POLICIES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("policies/*.yaml"))
LISTS = {"options", "stages", "levels", "timescales"}
KEYS = {"next", "route", "if_unresolved"}


@dataclass(frozen=True)
class Part:
    """A run of lines that holds one part: an item of a list, or a key with its value."""

    name: str
    first: int
    end: int


def parts(node: yaml.Node | None, within: str = "") -> Iterator[Part]:
    """Yield every option, stage, level, timescale and next step below a node."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in KEYS and within in {"options", *LISTS}:
                yield Part(f"{within}.{key.value}", key.start_mark.line, _end(value))
            if key.value in LISTS and isinstance(value, yaml.SequenceNode):
                for item in (item for item in value.value if isinstance(item, yaml.MappingNode)):
                    yield Part(_identity(item), item.start_mark.line, _end(item))
            yield from parts(value, key.value if key.value in LISTS else within)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from parts(item, within)


def _end(node: yaml.Node) -> int:
    """Return the line after a node."""
    return node.end_mark.line if node.end_mark.line > node.start_mark.line else node.end_mark.line + 1


def _identity(item: yaml.MappingNode) -> str:
    return next(str(value.value) for key, value in item.value if key.value == "id")


FINDINGS_ONLY = {
    *(module.check for module in (coverage, jargon, printable, readable, stale, words)),
    *(gaps.written, gaps.found),
}
"""Checks that yield no error, so that they have nothing to say here and need not be run."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("deletions") / "policy_data", every_scenario=True)
    with ExitStack() as stack:
        for name in ("_CHECKS", "_CHECKS_OF_WHAT_IS_SOUND"):
            needed = tuple(each for each in getattr(check, name) if each not in FINDINGS_ONLY)
            stack.enter_context(patch.object(check, name, needed))
        yield bench


@pytest.mark.parametrize("name", ["national/triage.yaml", *POLICIES])
def test_each_part_is_missed(name: str, bench: Bench) -> None:
    """Taking out any one option, stage, level, timescale or next step is an error that names the place."""
    text = (DATA / name).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    found = list(parts(yaml.compose(text)))
    assert found
    unnoticed = []
    for part in found:
        without = "".join(lines[: part.first] + lines[part.end :])
        problems = bench.problems(name, bench.load(name, without.encode()))
        errors = [str(problem) for problem in problems if problem.severity is Severity.ERROR]
        if not any(Path(name).name in error or part.name in error for error in errors):
            unnoticed.append(f"{name}:{part.first + 1} {part.name}: {errors[:2]}")
    assert not unnoticed, "\n".join(unnoticed)
