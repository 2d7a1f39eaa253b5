"""The files of a new policy as texts: lines are put into those that are there; the rest stays as it is."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from navigator.author.reading import NewPolicy
from navigator.author.yaml_text import lines
from navigator.core.model import Contact, Document, Event, Library, Role, Route

LINE: Final = "# yaml-language-server: $schema={}/schema/{}.schema.json"
POLICY: Final = f"""\
{LINE.format("../../..", "policy")}
# Everything this site says of the policy stands in this file. An editor that knows YAML schemas explains
# each key as you type. After a change run: navigator check
{{}}
"""
SERVICE: Final = f"{LINE.format('../..', 'service')}\n{{}}\n"
LISTS: Final = {
    Document: "documents",
    Role: "roles",
    Event: "events",
    Contact: "contacts",
    Route: "routes",
}


def changed_files(folder: Path, library: Library, new: NewPolicy) -> dict[Path, str]:
    """Return every file to write and what it should hold, all of them in the folder of the service.

    What is referred to comes before what refers to it.
    """
    policy, service = new.policy, new.service
    home = folder / "services" / service.id
    made: dict[Path, str] = {}
    if service.id not in library.service:
        made[home / "service.yaml"] = SERVICE.format("\n".join(lines(replace(service, policies=()))))
    for kind, name in LISTS.items():
        added = [line for each in new.added if isinstance(each, kind) for line in lines(each, "  ", "- ")]
        if added:
            path = home / f"{name}.yaml"
            held = _held(path).rstrip("\n") if path.is_file() else LINE.format("../..", name)
            made[path] = "\n".join([held, *added, ""])
    made[home / "policies" / f"{policy.id}.yaml"] = POLICY.format("\n".join(lines(policy)))
    return made


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8")
