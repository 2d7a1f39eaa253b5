"""The routes that an answer's page may lead to: each of them needs a page for the same reader."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from navigator.core.floor import floor_of
from navigator.core.model import Library, Policy

_FIELDS: Final = ("route", "leads_to")


def routes_named(library: Library, policy: Policy) -> tuple[str, ...]:
    """Return every route that a policy, what stays beside it, and what is said of its phases lead to."""
    raw = library.spoken.get("", library)
    kept: dict[str, tuple[str, ...]] = raw.__dict__.setdefault("_routes_named", {})
    if policy.id not in kept:
        beside = floor_of(library, policy).holder
        parts = (policy, beside, library.route[policy.route].phases, library.triage.phases)
        kept[policy.id] = tuple(sorted({name for part in parts for name in _named(part)} & raw.route.keys()))
    return kept[policy.id]


def _named(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the model
    if isinstance(value, tuple):
        for part in value:
            yield from _named(part)
        return
    if not is_dataclass(value):
        return
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in _FIELDS and isinstance(held, str) and not isinstance(value, Policy):
            yield held
        elif held:
            yield from _named(held)
