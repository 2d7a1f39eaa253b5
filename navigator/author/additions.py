"""What a new policy adds to files that are there: lines are put in, and nothing else is touched."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from navigator.author.asking import Stopped
from navigator.author.policy_answers import NewDocument, NewRoute, NewService, PolicyAnswers
from navigator.author.policy_file import policy_text
from navigator.author.yaml_text import entry, flow, item
from navigator.core.model import Library
from navigator.load.strict_yaml import read
from navigator.load.tree import Mapping, Sequence, spot


def changed_files(folder: Path, library: Library, answers: PolicyAnswers, today: date) -> dict[Path, str]:
    """Return every file to write and what it should hold. Raises Stopped where one cannot be added to."""
    made = {folder / "policies" / f"{answers.id}.yaml": policy_text(answers, today)}
    document, route = answers.new_document, answers.new_route
    lists: dict[str, list[dict[str, Any]]] = {
        "documents.yaml": [_document(document, today)] if document else [],
        "roles.yaml": [asdict(role) for role in answers.new_roles],
        "events.yaml": [asdict(event) for event in answers.new_events],
        "routes.yaml": [_route(route, answers.id)] if route else [],
    }
    for name, items in lists.items():
        if items:
            lines = (line for values in items for line in item(values))
            made[folder / name] = "\n".join([_held(folder / name).rstrip("\n"), *lines, ""])
    if route:
        path = folder / "triage.yaml"
        made[path] = with_answer(_held(path), route, answers)
    service = folder / "services" / f"{answers.service}.yaml"
    if answers.new_service:
        made[service] = "\n".join([*_service(answers.new_service, library, answers.id), ""])
    else:
        made[service] = with_policy(_held(service), answers.id)
    return made


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def with_policy(text: str, policy: str) -> str:
    """Name one more policy in a service's file, in the way its list is written."""
    tree, _ = read("", text.encode())
    lines = f"{text.rstrip('\n')}\n".splitlines(keepends=True)
    held = tree.get("policies") if isinstance(tree, Mapping) else None
    if not isinstance(held, Sequence):
        lines.append(f"policies: {flow([policy])}\n")
    elif lines[held.mark.line][held.mark.column] == "[":
        begins = sum(map(len, lines[: held.mark.line])) + held.mark.column
        before, bracket, after = "".join(lines)[begins:].partition("]")
        comma = ", " if held else ""
        return f"{text[:begins]}{before.rstrip()}{comma}{policy}{bracket}{after}"
    else:
        last = spot(tree, ("policies", len(held) - 1))
        lines.insert(last.line, f"{' ' * (last.column - 3)}- {policy}\n")
    return "".join(lines)


def with_answer(text: str, route: NewRoute, answers: PolicyAnswers) -> str:
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
                lines[place.line - 1 : place.line - 1] = _answer(route, answers, " " * (place.column - 3))
                return "\n".join([*lines, ""])
    raise Stopped(f"The question {route.question} has no answer for somebody who is not sure.")


def _answer(route: NewRoute, answers: PolicyAnswers, indent: str) -> Iterator[str]:
    option = {"id": route.id, "label": route.label, "route": route.id, "because": route.because}
    yield from item(option, indent)
    yield f"{indent}  source:"
    yield from entry("section", answers.stages[0].section, f"{indent}    ")
    yield f"{indent}    document: {answers.document}"


def _document(document: NewDocument, today: date) -> dict[str, str | date | None]:
    """Return a document's keys, its confidence last."""
    values = asdict(document)
    confidence = values.pop("confidence")
    return {**values, "checked_on": today, "confidence": confidence}


def _route(route: NewRoute, policy: str) -> dict[str, str]:
    shown = {key: getattr(route, key) for key in ("id", "name", "purpose", "who_starts")}
    return shown | {"fallback": policy}


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
