"""What the national part says, as it was when somebody of a service last looked at it.

A site for one service takes the national part from the package, so a later version of that changes what its
readers see. The snapshot is kept beside the service's own files, so that they can be told what has changed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from navigator import __version__
from navigator.core.codec import encode
from navigator.core.errors import NavigatorError
from navigator.core.faults import show
from navigator.core.model.kinds import Path as Way
from navigator.load.layout import SHARED_LISTS
from navigator.load.library import Loaded

FILE: Final = "national.json"
"""The snapshot's name within the data folder."""
_PARTS: Final = ("policies", "triage", *(place.name for place in SHARED_LISTS))


class Kind(StrEnum):
    """What sort of thing has changed, in the order in which a policy's owner wants to hear of it."""

    TIMES = "Time limits"
    CONTACTS = "Whom to reach"
    DAYS = "Days and versions"
    THERE = "What there is"
    TEXTS = "Words"


@dataclass(frozen=True)
class Change:
    """One thing that differs."""

    kind: Kind
    part: str
    """What it is of: `policies/irm`, or `contacts`."""
    what: str
    """The place within that, with the old and the new value."""


@dataclass(frozen=True)
class Snapshot:
    """The national part at one time."""

    version: str
    """The version of the package."""
    parts: dict[str, dict[str, Any]]
    """Its items as plain data, by their part and id."""


def taken(loaded: Loaded) -> Snapshot:
    """Return the national part as it is now."""
    parts: dict[str, dict[str, Any]] = {name: {} for name in _PARTS}
    for file in loaded.files.values():
        if not file.service and file.place.name in parts:
            held = parts[file.place.name]
            held.update((getattr(item, "id", "questions"), encode(item)) for item in file.items)
    return Snapshot(__version__, parts)


def read_snapshot(folder: Path) -> Snapshot:
    """Return the snapshot of a data folder. Raises NavigatorError where there is none that can be read."""
    path = folder / FILE
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return Snapshot(held["version"], held["national"])
    except FileNotFoundError:
        raise NavigatorError(
            f"{path} is not there, so nothing can be compared. Write it: navigator diff --accept"
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise NavigatorError(f"{path} cannot be read. Write it anew: navigator diff --accept") from None


def as_file(snapshot: Snapshot) -> str:
    """Return what stands in the file of a snapshot."""
    held = {"version": snapshot.version, "national": snapshot.parts}
    return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield what has changed between two snapshots."""
    for name in _PARTS:
        old, new = before.parts.get(name, {}), after.parts.get(name, {})
        for item in dict.fromkeys((*old, *new)):
            part = f"{name}/{item}"
            if item not in old:
                yield Change(Kind.THERE, part, "is new")
            elif item not in new:
                yield Change(Kind.THERE, part, "is gone")
            else:
                for path, what in differences(old[item], new[item]):
                    yield Change(_kind(name, path), part, what)


_DAYS: Final = (
    "checked_on", "effective_from", "effective_until", "review_by", "review_why", "version", "dated", "date",
)  # fmt: skip
_KINDS: Final = (("timescales", Kind.TIMES), ("overall", Kind.TIMES), ("contacts", Kind.CONTACTS))


def _kind(name: str, path: Way) -> Kind:
    if path and path[-1] in _DAYS:
        return Kind.DAYS
    within = (name, *path)
    wording = path and path[-1] in ("does", "why", "assumed_start")
    return next((kind for key, kind in _KINDS if key in within and not wording), Kind.TEXTS)


def differences(old: object, new: object, path: Way = ()) -> Iterator[tuple[Way, str]]:
    """Yield what was taken out, put in or changed, each with its path; list items are matched by id."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            here = (*path, key)
            if key not in new:
                yield here, f"- {show(here)}: {old[key]}"
            elif key not in old:
                yield here, f"+ {show(here)}: {new[key]}"
            else:
                yield from differences(old[key], new[key], here)
    elif isinstance(old, list) and isinstance(new, list):
        yield from differences(_by_id(old), _by_id(new), path)
    elif old != new:
        yield path, f"~ {show(path)}: {old} -> {new}"


def _by_id(items: list[object]) -> dict[object, object]:
    return {
        item["id"] if isinstance(item, dict) and "id" in item else n: item for n, item in enumerate(items)
    }
