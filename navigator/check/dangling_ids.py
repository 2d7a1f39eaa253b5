"""Whatever names something declared elsewhere must name something that is there."""

from collections.abc import Collection, Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.codec import IdReference
from navigator.core.faults import MOST_HINTS, nearest, one_of, quote
from navigator.load.known import Known
from navigator.load.library import File
from navigator.load.problem import Problem

_WHERE: Final = {
    "services": "Add a file to services/",
    "policies": "Add a file to policies/",
    "questions": "Add it to triage.yaml",
    "scenarios": "Add a file to scenarios/",
}


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each name that leads nowhere, with the nearest one that would."""
    known = Known(parts.loaded)
    told = 0
    for file in parts.loaded.files.values():
        for reference in file.notes.references:
            for what, ids, add in _missing(known, file, reference):
                near = nearest(reference.name, ids) if told < MOST_HINTS else None
                told += 1
                yield file.problem(reference.path, what, f"Did you mean {near}?" if near else add)


def _missing(known: Known, file: File, reference: IdReference) -> Iterator[tuple[str, Collection[str], str]]:
    """Yield what a name is not among: in words, as names, and what to do where none of them is like it."""
    if reference.to == "positions":
        for policy in _policies(known, file, reference):
            positions = known.positions(policy)
            if positions is not None and reference.name not in positions:
                yield f"{policy} has no stage {quote(reference.name)}", positions, one_of(sorted(positions))
        return
    ids = known.ids(reference.to)
    if ids is not None and reference.name not in ids:
        add = _WHERE.get(reference.to, f"Add it to {reference.to}.yaml")
        what = f"{quote(reference.name)} is not among the {reference.to}"
        yield what, ids, f"{add}, or write an id that is there."


def _policies(known: Known, file: File, reference: IdReference) -> Iterator[str]:
    """Yield the policies that must have the stage named: those that what stands beside it leads to."""
    if file.place.name == "policies":
        yield file.name.removeprefix("policies/").removesuffix(".yaml")
        return
    beside: object = file.tree
    for part in reference.path[:-1]:
        beside = beside[part]  # type: ignore[index] # the reference was read along this very path
    named = (
        {key: text for key, text in beside.items() if isinstance(text, str)}
        if isinstance(beside, dict)
        else {}
    )
    if "policy" in named:
        yield named["policy"]
    elif "route" in named:
        yield from known.policies_for(named["route"], named.get("service"))
