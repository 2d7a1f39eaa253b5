"""What the browser tests take for granted: the project's own policies, and where their answers lead."""

from collections.abc import Mapping

from navigator.core import journey
from navigator.core.nodes import Node
from tests.shipped import library, nodes, paths

LIBRARY = library()
ROUTES = [route.id for route in LIBRARY.routes]
"""Every kind of process."""

LATE_TASK = {"danger": "none", "who": "carer", "carer-topic": "task", "task": "childs-team"}
"""A foster carer whose matter is a task that is late, up to the question about the service."""
STAGE_1 = {**LATE_TASK, "service": "four-stage", "progress": "stage-1"}
"""The same carer at an outcome, which is without dates until one is given."""
ASKED_OF_CARERS = {
    node.question: node.slug
    for node in sorted(nodes(), key=lambda node: node.reader or "")
    if node.question in LIBRARY.question and node.reader in {None, "carer"}
}
"""The page of each question, as a foster carer is asked it."""
RAISED = "raised_with_ssw"
"""What happened on the date that this outcome asks for."""


def path_to(route: str, **wanted: str) -> dict[str, str]:
    """Return the first path to a route, among those with certain answers."""
    for answers, end in paths():
        if end.route == route and wanted.items() <= answers.items():
            return answers
    raise LookupError(f"no path leads to {route} with {wanted}")


def end_of(answers: Mapping[str, str]) -> Node:
    """Return the node that answers lead to."""
    return journey.follow(LIBRARY, answers).node


def outcome_slug(answers: Mapping[str, str]) -> str:
    return end_of(answers).slug


ALLEGATION = path_to("allegation", who="carer")
"""A foster carer at an outcome that somebody may have to leave in a hurry."""
