"""What readers will read otherwise: the lines of an answer that are gone, and those in their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from navigator.core.engine import progress
from navigator.core.journey import Trail
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.render.describe_phase import describe_phase
from navigator.render.text_writer import TextWriter, message_text, outcome_text


@dataclass(frozen=True)
class Rewritten:
    """Lines of one place that read otherwise."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def lines_at(library: Library, node: Node, day: date) -> list[str]:
    """Return all that an end tells its reader, in every phase, line by line; no date is given."""
    outcome = progress(library, Trail((), node, ()), {}, day).outcome
    return list(_lines(outcome)) if outcome else []


def _lines(outcome: Outcome) -> Iterator[str]:
    yield from outcome_text(outcome).splitlines()
    writer = TextWriter(outcome.words)
    for phase in outcome.phases:
        yield phase.label
        for block in describe_phase(outcome, phase):
            yield from writer.lines(block)
        if phase.message:
            yield from message_text(outcome.words, phase.message).splitlines()


def rewritten(before: list[str], after: list[str]) -> Iterator[Rewritten]:
    """Yield what differs between two texts, each change once."""
    seen: set[Rewritten] = set()
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        change = Rewritten(_said(before[i:j]), _said(after[k:m]))
        if change.before != change.after and change not in seen:
            seen.add(change)
            yield change


def _said(lines: list[str]) -> tuple[str, ...]:
    """Return lines without what only sets them apart, such as rules below headings."""
    return tuple(line.strip() for line in lines if line.strip(" -="))
