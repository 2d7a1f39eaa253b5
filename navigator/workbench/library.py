"""What there is in the folder, to choose from: policies, services, and what policies can refer to."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from navigator.load.files import File
from navigator.load.layout import LISTS, TRIAGE, own_id
from navigator.load.tree import texts
from navigator.workbench.desk import Answer, Desk

_SAYS: Final = ("name", "title", "term", "label", "ask", "means", "heading")
"""The keys that may hold what something is called, the likeliest first."""
_CHOSEN: Final = ("roles", "events", "documents", "contacts", "calendars", "routes", "glossary", "jobs")
"""The lists that files refer to by ids."""


def library(desk: Desk, _asked: Answer) -> Answer:
    """Return what stands in the folder, as far as it can be read: nothing here needs a sound library."""
    loaded = desk.loaded
    found: Answer = {
        "files": desk.paths,
        "fixed": [path for path in desk.paths if not desk.may_change(path)],
        "services": [_item(file) for file in loaded.of("services")],
        "policies": [_item(file) for file in loaded.of("policies")],
        "signposts": [_item(file) for file in loaded.of("signposts")],
        "scenarios": [_item(file) for file in loaded.of("scenarios")],
        "sound": loaded.library is not None,
    }
    for name in _CHOSEN:
        found[name] = [each for file in loaded.of(name) for each in _listed(file, file.tree)]
    triage = loaded.of(TRIAGE.name)
    for name in ("readers", "phases", "questions"):
        found[name] = [each for file in triage for each in _listed(file, _get(file.tree, name))]
    found["places"] = {place.name: place.file for place in LISTS}
    return found


def files(desk: Desk, _asked: Answer) -> Answer:
    """Return the text of every file that somebody may read here, by its path."""
    held = ((path, desk.text(path)) for path in desk.paths)
    return {"files": {path: text for path, text in held if text is not None}}


def _item(file: File) -> dict[str, Any]:
    """Return what a file with one item is about."""
    tree = file.tree
    made = {"id": own_id(file.name), "name": _called(tree), "file": file.name, "service": file.service}
    return {**made, "route": _get(tree, "route")}


def _listed(file: File, tree: object) -> Iterator[dict[str, Any]]:
    """Yield each item of a list that has an id, with what it is called."""
    for index, name in texts(tree, "id"):
        item = tree[index] if isinstance(tree, list) else None
        yield {"id": name, "name": _called(item), "file": file.name, "service": file.service}


def _called(tree: object) -> str:
    return next(_texts(_get(tree, key) for key in _SAYS), "")


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        first = next(iter(value.values()), "") if isinstance(value, dict) else value
        if isinstance(first, str):
            yield first


def _get(tree: object, key: str) -> Any:  # noqa: ANN401 - plain data
    return tree.get(key) if isinstance(tree, dict) else None
