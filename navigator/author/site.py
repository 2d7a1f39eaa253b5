"""A new site for one service: a folder that holds only what its owner writes."""

import json
import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, get_args

from navigator.author.snapshot import FILE, Snapshot, as_file, taken
from navigator.author.yaml_text import lines
from navigator.core.errors import NavigatorError
from navigator.core.model import Service
from navigator.core.model.kinds import Id, Pattern
from navigator.load.file_names import shown
from navigator.load.library import load

DATA: Final = "policy_data"
FORM: Final = next(mark for mark in get_args(Id) if isinstance(mark, Pattern))
"""The form of a short name."""
SETTINGS: Final = """\
# The name of your site. How it looks and works comes with the program.
site_name: {name}
# Once you know the address, write it here: what is printed then carries it, with a code to scan.
# site_url: https://policies.example.org/
"""
README: Final = """\
# {name}

This folder makes a site and a wizard of {service}'s own policies on fostering. What holds in all of England
comes with the program, and is not kept here.

## What is here

    mkdocs.yml                            the name of the site
    policy_data/services/{id}/  all that is your own
        service.yaml                      who you are
    policy_data/national.json             what the program said nationally when you last looked

As you need them, add to your service's folder:

    policies/        your policies, a file each
    documents.yaml   the documents that they restate
    roles.yaml       who acts, where the program does not know them
    events.yaml      the days that time is counted from
    contacts.yaml    how to reach people
    scenarios/       cases with their outcome, a file each

## What to do

    navigator new policy    asks what a policy needs, and writes its files
    navigator check         tells what is wrong, with file, line and what to write
    navigator serve         shows the site on your own machine, and again after each change
    navigator build         writes the site into the folder site, for any web server
    navigator schema        lets an editor explain each key as you type

After a new version of the program:

    navigator diff             what has changed nationally since you last looked
    navigator diff --accept    once you have read it
"""


def new_site(folder: Path, name: str, identity: str) -> dict[Path, str]:
    """Return the files of a site for a service. Raises NavigatorError for a folder that holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NavigatorError(f"{shown(folder)} is not empty. Name a folder that is empty or not there yet.")
    service = Service(identity, name, name, "england")
    held = "\n".join(lines(service))
    title = json.dumps(f"{name}: fostering policies", ensure_ascii=False)
    return {
        folder / "README.md": README.format(name=f"Fostering policies: {name}", service=name, id=identity),
        folder / "mkdocs.yml": SETTINGS.format(name=title),
        folder / DATA / "services" / identity / "service.yaml": f"{held}\n",
        folder / DATA / FILE: as_file(_national()),
    }


def _national() -> Snapshot:
    """Return what holds nationally, as it comes with this package."""
    with TemporaryDirectory() as alone:
        return taken(load(Path(alone)))


def short_name(name: str) -> str:
    """Return a short name made of a service's name: `St Helens Council` gives `st-helens-council`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))
