"""Every character can be printed: some font of the PDFs has it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.characters import named
from navigator.core.shape import shape_of
from navigator.load.fonts import ODD, not_shown
from navigator.load.problem import Problem, Severity

WORDS_OWN: Final = {
    "\uf06f": "☐", "\uf076": "❖", "\uf0a7": "▪", "\uf0a8": "☐", "\uf0b7": "•", "\uf0d8": "➢", "\uf0e0": "→",
    "\uf0fb": "✗", "\uf0fc": "✓", "\uf0fd": "☒", "\uf0fe": "☑",
}  # fmt: skip
"""Bullets and boxes that Word takes from fonts of its own, and the sign that everybody has."""
_MOST: Final = 20
"""No more characters of one text than this are reported."""


def shown_as(character: str) -> str:
    """Return what is printed in place of a character that no font has: `[U+F0B7]`."""
    return f"[U+{ord(character):04X}]"


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each character of a text that the PDFs cannot show."""
    written = list(_written(parts))
    lacking = not_shown([text for text, _ in written])
    for text, problem in written:
        for character in lacking.get(text, ())[:_MOST]:
            what = f"has {named(character)}, which no font can show"
            hint = f"It is printed as {shown_as(character)}. {_instead(character)}"
            yield _placed(replace(problem, what=what, hint=hint), character)


def _instead(character: str) -> str:
    own = WORDS_OWN.get(character)
    return f"It may be a sign of Word's own: write {own}." if own else "Write something else, or take it out."


def _written(parts: LocatedParts) -> Iterator[tuple[str, Problem]]:
    """Yield every text with an unusual character, and a finding at its place that is still to be worded."""
    for file in parts.loaded.files.values():
        for path, part in file.notes.objects if file.is_unusual else ():
            for field in shape_of(type(part)).fields:
                value = getattr(part, field.name)
                if isinstance(value, str) and ODD.search(value):
                    yield value, file.problem((*path, field.key), "", "", Severity.FINDING)
                for index, item in enumerate(value if isinstance(value, tuple) else ()):
                    if isinstance(item, str) and ODD.search(item):
                        yield item, file.problem((*path, field.key, index), "", "", Severity.FINDING)
    for words in parts.loaded.words:
        for key, text in words.texts.items():
            if ODD.search(text):
                path = tuple(int(step) - 1 if step.isdigit() else step for step in key.split("."))
                yield text, words.problem(path, "", "", Severity.FINDING)


def _placed(problem: Problem, character: str) -> Problem:
    """Move a problem from the beginning of its text to the character, where the file has it as itself."""
    with suppress(OSError):
        lines = Path(problem.file).read_text(encoding="utf-8").split("\n")[problem.line - 1 :]
        for number, line in enumerate(lines):
            column = line.find(character, 0 if number else problem.column - 1)
            if column >= 0:
                return replace(problem, line=problem.line + number, column=column + 1)
    return problem
