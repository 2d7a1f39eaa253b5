"""Conditions: what a step, a time or what follows can depend on, as the document puts it."""

from dataclasses import dataclass

from navigator.core.model.kinds import Id, Text
from navigator.core.model.lists import Source


@dataclass(frozen=True)
class Condition:
    """Something that is so in some cases only: `the complaint is complex`."""

    id: Id
    """The short name that `only_if` and `unless` use, unique in its policy."""
    asks: Text
    """The question in the reader's words, to be answered by yes or no: `Is the complaint complex?`"""
    holds: Text
    """The case in words, to stand after `if`: `the complaint is complex`."""
    source: Source
    """The section that names it."""
    hint: Text | None = None
    """A line of help below the question: how a reader can know."""
    yes: Text | None = None
    """The answer that it is so; left out, `Yes`."""
    no: Text | None = None
    """The answer that it is not; left out, `No`."""
