"""What a new policy adds to files that are there: lines are put in, and nothing else is touched."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from navigator.author.asking import Stopped
from navigator.author.policy_answers import (
    NewDocument,
    NewEvent,
    NewRole,
    NewRoute,
    NewService,
    PolicyAnswers,
)
from navigator.author.policy_file import policy_text
from navigator.author.yaml_text import entry, flow
from navigator.core.model import Library
from navigator.load.strict_yaml import read
from navigator.load.tree import Mapping, Sequence, spot


def changed_files(folder: Path, library: Library, draft: PolicyAnswers, today: date) -> dict[Path, str]:
    """Return every file to write and what it should hold. Raises Stopped where one cannot be added to."""
    made = {folder / "policies" / f"{draft.id}.yaml": policy_text(draft, today)}
    lists = {
        "documents.yaml": [_document(draft.new_document, today)] if draft.new_document else [],
        "roles.yaml": [_role(role) for role in draft.new_roles],
        "events.yaml": [_event(event) for event in draft.new_events],
        "routes.yaml": [_route(draft.new_route, draft.id)] if draft.new_route else [],
    }
    for name, items in lists.items():
        if items:
            made[folder / name] = appended(_held(folder / name), [line for item in items for line in item])
    if draft.new_route:
        path = folder / "triage.yaml"
        made[path] = with_answer(_held(path), draft.new_route, draft)
    service = folder / "services" / f"{draft.service}.yaml"
    if draft.new_service:
        made[service] = "\n".join([*_service(draft.new_service, library, draft.id), ""])
    else:
        made[service] = with_policy(_held(service), draft.id)
    return made


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def appended(text: str, lines: list[str]) -> str:
    """Put an item at the end of a file that holds a list."""
    return "\n".join([text.rstrip("\n"), *lines, ""])


def with_policy(text: str, policy: str) -> str:
    """Name one more policy in a service's file, in the way its list is written."""
    tree, _ = read("", text.encode())
    lines = text.rstrip("\n").split("\n")
    held = tree.get("policies") if isinstance(tree, Mapping) else None
    if not isinstance(held, Sequence):
        return "\n".join([*lines, f"policies: {flow([policy])}", ""])
    if lines[held.mark.line][held.mark.column :].startswith("["):
        return _with_flow_item(lines, held, policy)
    last = spot(tree, ("policies", len(held) - 1))
    indent = " " * (last.column - 3)
    lines.insert(last.line, f"{indent}- {policy}")
    return "\n".join([*lines, ""])


def _with_flow_item(lines: list[str], held: Sequence, policy: str) -> str:
    """Put a name before the bracket that closes a list."""
    number = held.mark.line
    while "]" not in lines[number]:
        number += 1
    before, bracket, after = (
        lines[number].rpartition("]") if number != held.mark.line else _split(lines, held)
    )
    comma = ", " if held else ""
    lines[number] = f"{before.rstrip()}{comma}{policy}{bracket}{after}"
    return "\n".join([*lines, ""])


def _split(lines: list[str], held: Sequence) -> tuple[str, str, str]:
    line, begins = lines[held.mark.line], held.mark.column
    before, bracket, after = line[begins:].partition("]")
    return line[:begins] + before, bracket, after


def with_answer(text: str, route: NewRoute, draft: PolicyAnswers) -> str:
    """Give a question one more answer, before `I'm not sure`. Raises Stopped where it has no such answer."""
    tree, _ = read("", text.encode())
    questions = tree.get("questions") if isinstance(tree, Mapping) else None
    for at, question in enumerate(questions if isinstance(questions, Sequence) else ()):
        if not isinstance(question, Mapping) or question.get("id") != route.question:
            continue
        options = question.get("options")
        for index, option in enumerate(options if isinstance(options, Sequence) else ()):
            if isinstance(option, Mapping) and option.get("unsure") is True:
                place = spot(tree, ("questions", at, "options", index))
                lines = text.rstrip("\n").split("\n")
                lines[place.line - 1 : place.line - 1] = _answer(route, draft, " " * (place.column - 3))
                return "\n".join([*lines, ""])
    raise Stopped(f"The question {route.question} has no answer for somebody who is not sure.")


def _answer(route: NewRoute, draft: PolicyAnswers, indent: str) -> Iterator[str]:
    yield f"{indent}- id: {route.id}"
    yield from entry("label", route.label, f"{indent}  ")
    yield f"{indent}  route: {route.id}"
    yield from entry("because", route.because, f"{indent}  ")
    yield f"{indent}  source:"
    yield from entry("section", draft.stages[0].section, f"{indent}    ")
    yield f"{indent}    document: {draft.document}"


def _document(document: NewDocument, today: date) -> list[str]:
    dated = list(entry("dated", document.dated, "  ")) if document.dated else []
    return [
        f"- id: {document.id}",
        *entry("title", document.title, "  "),
        *entry("publisher", document.publisher, "  "),
        f"  kind: {document.kind}",
        *dated,
        f"  checked_on: {today.isoformat()}",
        f"  confidence: {document.confidence}",
    ]


def _role(role: NewRole) -> list[str]:
    return [f"- id: {role.id}", *entry("name", role.name, "  "), *entry("explains", role.explains, "  ")]


def _event(event: NewEvent) -> list[str]:
    return [f"- id: {event.id}", *entry("name", event.name, "  "), *entry("ask", event.ask, "  ")]


def _route(route: NewRoute, policy: str) -> list[str]:
    return [
        f"- id: {route.id}",
        *entry("name", route.name, "  "),
        *entry("purpose", route.purpose, "  "),
        *entry("who_starts", route.who_starts, "  "),
        f"  fallback: {policy}",
    ]


def _service(service: NewService, library: Library, policy: str) -> Iterator[str]:
    """Write a service's file; it comes before the one for `not sure`, and counts by the same calendar."""
    known = [each for each in library.services if not each.unsure]
    last = max((each.order for each in known), default=0)
    yield "# yaml-language-server: $schema=../schema/service.schema.json"
    yield f"id: {service.id}"
    yield from entry("name", service.name)
    yield "# The answer to the question which service it is."
    yield from entry("label", service.name)
    yield f"order: {last}"
    yield f"calendar: {library.services[0].calendar}"
    yield f"policies: {flow([policy])}"
