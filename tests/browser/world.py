"""What the browser tests take for granted: the project's own policies, and the day on which they are set."""

from collections.abc import Mapping
from pathlib import Path

from navigator.core import journey
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.load.library import load

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-21"
NOON = f"{TODAY}T12:00:00Z"


def _library() -> Library:
    loaded = load(PROJECT / "policy_data")
    assert loaded.library, "\n".join(map(str, loaded.problems))
    return loaded.library


LIBRARY = _library()
ROUTES = [route.id for route in LIBRARY.routes]
"""Every kind of process."""

LATE_TASK = {"danger": "none", "who": "carer", "carer-topic": "task", "task": "childs-team"}
"""A foster carer whose matter is a task that is late, up to the question about the service."""


def path_to(route: str, **wanted: str) -> dict[str, str]:
    """Return the first path to a route, among those with certain answers."""
    for answers, end in journey.paths(LIBRARY):
        if end.route == route and wanted.items() <= answers.items():
            return answers
    raise LookupError(f"no path leads to {route} with {wanted}")


def end_of(answers: Mapping[str, str]) -> Node:
    """Return the node that answers lead to."""
    return journey.follow(LIBRARY, answers).node


def outcome_slug(answers: Mapping[str, str]) -> str:
    return end_of(answers).slug
