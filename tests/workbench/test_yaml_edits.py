"""Edits of a file's text by the form: comments, order and quotes stay where nothing is changed."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from tests.shipped import DATA
from tests.workbench.node import Run, bundled

FILE = """\
# The file's own comment.

# About the name.
title: 'It is quoted'  # as printed
summary: >-
  A text that is
  folded.
readers: [police, school] # both

stages:
  # The first one.
  - id: stage-1
    source: Part 1
    steps:
      - who: team # always
        does: answers
      - {who: carer, does: "asks: again"}
  # The second one.
  - id: stage-2
    source: {section: Part 2, document: other}
    steps: []
contacts:
  - office
"""
type Edit = tuple[str, list[Any], Callable[[str], str]]


def _instead(old: str, new: str) -> Callable[[str], str]:
    assert FILE.count(old) == 1, old
    return lambda text: text.replace(old, new)


def _moved(text: str) -> str:
    first = text[text.index("  # The first one.") : text.index("  # The second one.")]
    second = text[text.index("  # The second one.") : text.index("contacts:")]
    return text.replace(first + second, second + first)


LONG = "a text that is so long that it goes beyond the end of a line, and has to be folded as all are here"
EDITS: list[Edit] = [
    ("set", [["title"], "It's another"], _instead("'It is quoted'", "'It''s another'")),
    ("set", [["summary"], "Short now."], _instead("  A text that is\n  folded.", "  Short now.")),
    ("set", [["stages", 0, "steps", 0, "who"], "yes"], _instead("who: team #", 'who: "yes" #')),
    ("set", [["stages", 0, "source"], "Part 1: a"], _instead("Part 1", '"Part 1: a"')),
    (
        "set",
        [["stages", 0, "steps", 1, "does"], "asks"],
        _instead('{who: carer, does: "asks: again"}', "{who: carer, does: asks}"),
    ),
    ("set", [["stages", 1, "source", "section"], "Part 3"], _instead("section: Part 2", "section: Part 3")),
    (
        "set",
        [["stages", 0, "title"], "First", ["id", "title", "source"]],
        _instead("- id: stage-1\n", "- id: stage-1\n    title: First\n"),
    ),
    (
        "set",
        [["stages", 0, "at"], "16:00", ["at", "id"]],
        _instead("- id: stage-1\n", '- at: "16:00"\n    id: stage-1\n'),
    ),
    (
        "set",
        [["stages", 0, "only", "says"], "So."],
        _instead('"asks: again"}\n', '"asks: again"}\n    only:\n      says: So.\n'),
    ),
    ("set", [["id"], "x", ["id", "title"]], _instead("title: 'It", "id: x\ntitle: 'It")),
    (
        "set",
        [["stages", 0, "steps", 0, "does"], f"{LONG}."],
        _instead("does: answers", f"does: >-\n          {LONG}."),
    ),
    (
        "set",
        [["stages", 0, "steps", 0, "who"], "a\nb"],
        _instead("who: team # always", "who: |- # always\n          a\n          b"),
    ),
    ("insert", [["readers"], 1, "health"], _instead("[police, school]", "[police, health, school]")),
    ("insert", [["contacts"], 1, "desk"], _instead("  - office\n", "  - office\n  - desk\n")),
    (
        "insert",
        [["stages", 1, "steps"], 0, {"who": "team"}],
        _instead("steps: []", "steps:\n      - who: team"),
    ),
    ("insert", [["stages"], 1, {"id": "new"}], _instead("  # The second", "  - id: new\n  # The second")),
    ("remove", [["title"]], _instead("# About the name.\ntitle: 'It is quoted'  # as printed\n", "")),
    ("remove", [["stages", 0, "id"]], _instead("- id: stage-1\n    source: Part 1", "- source: Part 1")),
    (
        "remove",
        [["stages", 0, "steps", 0]],
        _instead("      - who: team # always\n        does: answers\n", ""),
    ),
    ("remove", [["readers", 0]], _instead("[police, school]", "[school]")),
    ("remove", [["contacts", 0]], _instead("contacts:\n  - office", "contacts: []")),
    ("move", [["stages"], 0, 1], _moved),
    ("move", [["stages"], 1, 0], _moved),
    ("move", [["readers"], 0, 1], _instead("[police, school]", "[school, police]")),
]
"""What is done, with what, and what comes of the file: worked out by hand."""


@pytest.fixture(scope="module")
def edit(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what makes many edits in one run of Node."""
    return bundled("edit_yaml.mjs", tmp_path_factory.mktemp("edits"))


def test_an_edit_changes_only_the_lines_concerned(edit: Run) -> None:
    """Each edit gives the file that somebody would write by hand, comments and quotes included."""
    made = edit([[FILE, act, *given] for act, given, _ in EDITS])
    for (act, given, expected), text in zip(EDITS, made, strict=True):
        assert text == expected(FILE), (act, given)


@pytest.mark.parametrize(
    ("act", "given", "wanted"),
    [
        ("remove", [["ways", 0, 0]], [["b"], ["c"]]),
        ("insert", [["ways", 0], 0, "new"], [["new", "a", "b"], ["c"]]),
        ("move", [["ways", 0], 0, 1], [["b", "a"], ["c"]]),
        ("move", [["ways", 0], 1, 0], [["b", "a"], ["c"]]),
        ("remove", [["ways", 0]], [["c"]]),
    ],
)
def test_a_list_in_a_list_can_be_edited(
    edit: Run, act: str, given: list[Any], wanted: list[list[str]]
) -> None:
    """Where two dashes stand on a line, an edit comes to the wanted list and comments stay."""
    [made] = edit([["# Of these.\nways:\n  - - a\n    - b\n  - - c\n", act, *given]])
    assert yaml.safe_load(made) == {"ways": wanted}
    assert made.startswith("# Of these.\n")


def test_a_place_in_the_text_is_a_path(edit: Run) -> None:
    """A cursor in a line, at a dash or in a comment is at a value, or at the one before it."""
    spots: dict[str, list[Any]] = {
        "quoted": ["title"],
        "document: other": ["stages", 1, "source", "document"],
        "- who": ["stages", 0, "steps", 0],
    }
    found = edit([[FILE, "pathAt", FILE.index(spot)] for spot in spots])
    for path, wanted in zip(found, spots.values(), strict=True):
        assert path[: len(wanted)] == wanted


def test_a_broken_text_is_told_with_its_line(edit: Run) -> None:
    """A file that cannot be read gives the line at which that is so; one that can gives none."""
    fault, none = edit([["a: 1\nb: [x\nc: 2\n", "fault"], [FILE, "fault"]])
    assert (fault["line"], none) == (3, None)


def test_shipped_files_take_edits_and_keep_their_comments(edit: Run) -> None:
    """In every file of the services a new text or item comes to the wanted data, and no comment goes."""
    edits: list[Any] = []
    wanted: list[Any] = []
    for path in sorted((DATA / "services").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        held: Any = yaml.safe_load(text)
        if isinstance(held, dict):
            edits.append([text, "set", ["zzz"], "Words: new"])
            wanted.append((text, {**held, "zzz": "Words: new"}))
        else:
            edits.append([text, "insert", [], len(held), {"id": "new"}])
            wanted.append((text, [*held, {"id": "new"}]))
    for (text, expected), made in zip(wanted, edit(edits), strict=True):
        assert yaml.safe_load(made) == expected
        assert made.startswith(text.rstrip("\n"))
        assert re.findall(r"(?m)^\s*#.*$", made) == re.findall(r"(?m)^\s*#.*$", text)
