"""The site's menu: a few main places first, then everything else in groups."""

from collections.abc import Iterable
from typing import Any, Final

from navigator.core.journey import first
from navigator.core.model import Library

type Menu = list[dict[str, Any]]

MAIN: Final = (
    ("Routes", "routes/index.md"),
    ("Policies", "policies/index.md"),
    ("Services", "services/index.md"),
    ("Words explained", "glossary.md"),
    ("Contacts", "contacts.md"),
)
GROUPS: Final = (
    ("Look something up", ("dates/index.md", "roles.md", "sources.md", "open.md")),
    (
        "Learn and teach",
        (
            "new-staff.md",
            "induction/index.md",
            "map.md",
            "compare.md",
            "who-does-what.md",
            "practice/index.md",
            "packs/index.md",
            "trainers.md",
        ),
    ),
    (
        "For policy owners",
        ("authors/index.md", "authors/from-pdf.md", "authors/words.md", "authors/reference.md"),
    ),
    (
        "About this site",
        (
            "about.md",
            "accessibility.md",
            "privacy.md",
            "offline/index.md",
        ),
    ),
)
OWNERS: Final = "For policy owners"
"""The group that takes every hand-written page nobody has put anywhere else."""


def menu(library: Library, paths: Iterable[str]) -> Menu:
    """Return the menu, with every hand-written page of the site in it once."""
    there = [path for path in paths if path.endswith(".md")]
    main: Menu = [{"Home": "index.md"}, {"Find the right route": f"find/{first(library).slug}.md"}]
    main += [{name: path} for name, path in MAIN]
    placed = {path for _, group in GROUPS for path in group} | {
        path for entry in main for path in entry.values()
    }
    folders = ("find/", "routes/", "policies/", "services/", "practice/", "packs/", "dates/")
    rest = [path for path in sorted(there) if path not in placed and not path.startswith(folders)]
    # A folder's own first page leads to the others in it.
    rest = [path for path in rest if "/" not in path or path.endswith("/index.md")]
    for name, group in GROUPS:
        listed = [path for path in group if path in there] + (rest if name == OWNERS else [])
        if listed:
            main.append({name: listed})
    return main
