"""A library of any size, made from the project's own, as a folder of YAML."""

import shutil
from pathlib import Path
from typing import Final

import yaml

SHARED: Final = ("scenarios", "packs")
"""What a made library does without: cases name policies that would then be one of many."""


def grow(data: Path, folder: Path, policies: int) -> int:
    """Write a library with at least so many policies to a folder; return how many there are.

    Each new service is a copy of one that is there, with copies of its policies under names of their own.
    """
    shutil.copytree(data, folder, ignore=shutil.ignore_patterns(*SHARED))
    count = len(list((folder / "policies").iterdir()))
    services = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((data / "services").iterdir())]
    own = sorted({policy for service in services for policy in service.get("policies", ())})
    model = next(service for service in services if service.get("policies") and not service.get("unsure"))
    copies = {policy: (data / "policies" / f"{policy}.yaml").read_text("utf-8") for policy in own}
    one_a_route = {yaml.safe_load(text)["route"]: policy for policy, text in copies.items()}
    number = 0
    while count < policies:
        number += 1
        names = []
        for policy in sorted(one_a_route.values()):
            name = f"{policy}-{number}"
            text = copies[policy].replace(f"\nid: {policy}\n", f"\nid: {name}\n", 1)
            (folder / "policies" / f"{name}.yaml").write_text(text, encoding="utf-8")
            names.append(name)
        service = {**model, "id": f"service-{number}", "order": 100 + number, "policies": names}
        service |= {"name": f"Service number {number}", "label": f"Service number {number}"}
        text = yaml.safe_dump(service, sort_keys=False, allow_unicode=True)
        (folder / "services" / f"service-{number}.yaml").write_text(text, encoding="utf-8")
        count += len(names)
    return count
