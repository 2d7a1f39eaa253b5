"""Packs: cases put together for one session of training."""

from dataclasses import dataclass

from navigator.core.model.kinds import Id, ScenarioId, Text


@dataclass(frozen=True)
class Pack:
    """Cases for one session, with what its trainer should know."""

    id: Id
    """The short name; also the file's name and its address."""
    title: Text
    """The name shown to readers."""
    audience: Text
    """Whom it is for, in plain words."""
    purpose: Text
    """What people can do after it, in a sentence or two."""
    minutes: int
    """How long it takes with a group, in minutes."""
    scenarios: tuple[ScenarioId, ...]
    """The cases, in the order they are worked through."""
    notes: Text | None = None
    """Notes for the trainer. An empty line begins a new paragraph."""
    order: int = 100
    """Its place in the list of packs: lower numbers come first."""
