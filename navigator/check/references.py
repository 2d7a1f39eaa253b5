"""Whatever names something declared elsewhere must name something that is there."""

from collections.abc import Iterator

from navigator.check.material import Material
from navigator.core.codec import Reference
from navigator.core.faults import nearest, quote
from navigator.load.known import Known
from navigator.load.library import File
from navigator.load.problem import Problem

_WHERE = {
    "services": "Add a file to services/",
    "policies": "Add a file to policies/",
    "questions": "Add it to triage.yaml",
}


def check(material: Material) -> Iterator[Problem]:
    """Yield an error for each name that leads nowhere, with the nearest one that would."""
    known = Known(material.loaded)
    for file in material.loaded.files.values():
        for reference in file.notes.references:
            if reference.to == "positions":
                yield from _position(known, file, reference)
                continue
            ids = known.ids(reference.to)
            if ids is not None and reference.name not in ids:
                add = _WHERE.get(reference.to, f"Add it to {reference.to}.yaml")
                near = nearest(reference.name, ids)
                hint = f"Did you mean {near}?" if near else f"{add}, or write an id that is there."
                yield file.problem(
                    reference.path, f"{quote(reference.name)} is not among the {reference.to}", hint
                )


def _position(known: Known, file: File, reference: Reference) -> Iterator[Problem]:
    for policy in _policies(known, file, reference):
        positions = known.positions(policy)
        if positions is not None and reference.name not in positions:
            near = nearest(reference.name, positions)
            hint = f"Did you mean {near}?" if near else f"Write one of: {', '.join(sorted(positions))}."
            yield file.problem(reference.path, f"{policy} has no stage {quote(reference.name)}", hint)


def _policies(known: Known, file: File, reference: Reference) -> Iterator[str]:
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
