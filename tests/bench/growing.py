"""A library of any size, made from the project's own, as a folder of YAML."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml

LISTS: Final = ("roles", "events", "documents", "contacts")
SHARED: Final = ("scenarios", "packs")
"""What a made library does without: cases name policies that would then be one of many."""


def grow(data: Path, folder: Path, policies: int) -> int:
    """Write a library with at least so many policies to a folder; return how many there are.

    Each new service is a copy of one that is there. It has copies of all services' policies under names
    of their own, and of the roles, events, documents and contacts that those name.
    """
    shutil.copytree(data, folder, ignore=shutil.ignore_patterns(*SHARED))
    count = len(list(folder.rglob("policies/*.yaml")))
    services = [
        yaml.safe_load(path.read_text("utf-8")) for path in sorted(data.glob("services/*/service.yaml"))
    ]
    listed = {policy for service in services for policy in service.get("policies", ())}
    own = sorted(data.glob("services/*/policies/*.yaml"))
    own += [data / "national" / "policies" / f"{policy}.yaml" for policy in sorted(listed)]
    model = next(service for service in services if not (service.get("unsure") or "ways_in" in service))
    lists = {name: _merged(data.glob(f"services/*/{name}.yaml")) for name in LISTS}
    copies = {path.stem: path.read_text("utf-8") for path in own}
    one_a_route = {yaml.safe_load(text)["route"]: policy for policy, text in copies.items()}
    number = 0
    while count < policies:
        number += 1
        home = folder / "services" / f"service-{number}"
        (home / "policies").mkdir(parents=True)
        for policy in sorted(one_a_route.values()):
            name = f"service-{number}-{policy}"
            text = copies[policy].replace(f"\nid: {policy}\n", f"\nid: {name}\n", 1)
            (home / "policies" / f"{name}.yaml").write_text(text, encoding="utf-8")
        service = {**model, "id": f"service-{number}", "order": 100 + number, "policies": []}
        service |= {"name": f"Service number {number}", "label": f"Service number {number}"}
        text = yaml.safe_dump(service, sort_keys=False, allow_unicode=True)
        (home / "service.yaml").write_text(text, encoding="utf-8")
        for name, text in lists.items():
            (home / f"{name}.yaml").write_text(text, encoding="utf-8")
        count += len(one_a_route)
    return count


def _merged(paths: Iterable[Path]) -> str:
    """Return the lists of some files as one, with each id once."""
    items = {item["id"]: item for path in sorted(paths) for item in yaml.safe_load(path.read_text("utf-8"))}
    return yaml.safe_dump(list(items.values()), sort_keys=False, allow_unicode=True, default_style=None)
