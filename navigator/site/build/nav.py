"""The site's menu: a few main places first, then everything else in groups."""

from collections.abc import Iterable
from typing import Any, Final

from navigator.core.journey import first
from navigator.core.model import Library

type Menu = list[dict[str, Any]]

MAIN: Final = {
    "routes/index.md": "routes",
    "policies/index.md": "policies",
    "services/index.md": "services",
    "glossary.md": "glossary",
    "contacts.md": "contacts",
}
"""Pages of the first level, each with the name of its words."""
BY_HAND: Final = ""
NOT_EVERYWHERE: Final = ("help/index.md", "first-hour/index.md")
"""Lists of what no library need have: signposts, and cards for the first hour."""
GROUPS: Final = {
    "look_up": {
        "first-hour/index.md": "site.first_hour",
        "help/index.md": "site.help",
        "dates/index.md": "site.dates",
        "roles.md": "site.roles",
        "sources.md": "site.sources",
        "open.md": "site.open",
        "changes.md": "site.changes",
    },
    "learn": {
        "new-staff.md": BY_HAND,
        "induction/index.md": BY_HAND,
        "map.md": "site.map",
        "compare.md": "site.compare",
        "who-does-what/index.md": "site.who_does_what",
        "my-matters.md": "site.my_matters",
        "practice/index.md": "practice.cases",
        "packs/index.md": "practice.packs",
        "sheets/index.md": "site.sheets",
        "trainers.md": BY_HAND,
    },
    "owners": {
        "workbench.md": "workbench.shell",
        "authors/index.md": BY_HAND,
        "authors/from-draft.md": BY_HAND,
        "authors/own-site.md": BY_HAND,
        "authors/from-pdf.md": BY_HAND,
        "authors/constructs.md": BY_HAND,
        "authors/reference.md": BY_HAND,
        "hosting.md": BY_HAND,
        "embed/index.md": "site.embed",
    },
    "about": {
        "about.md": BY_HAND,
        "accessibility.md": BY_HAND,
        "privacy.md": BY_HAND,
        "offline/index.md": "site.offline",
    },
}
"""The groups of all other pages, each by the name of its words: so none need be written to know its title.
A page that is written by hand says its own."""
OWNERS: Final = "owners"
"""The group that takes every hand-written page nobody has put anywhere else."""


def menu(library: Library, paths: Iterable[str]) -> Menu:
    """Return the menu, with each page of these paths that is written by hand in it once."""
    there = [path for path in paths if path.endswith(".md")]
    words = library.words
    main: Menu = [
        {words["site.home.name"]: "index.md"},
        {words["site.find"]: f"find/{first(library).slug}.md"},
        *({words[f"site.{name}.title"]: path} for path, name in MAIN.items()),
    ]
    placed = {path for group in GROUPS.values() for path in group} | {
        path for entry in main for path in entry.values()
    }
    folders = (
        "find/", "routes/", "policies/", "services/", "compare/", "practice/", "packs/", "dates/", "help/",
        "first-hour/", "who-does-what/", "embed/", "sheets/",
    )  # fmt: skip
    rest = [path for path in sorted(there) if path not in placed and not path.startswith(folders)]
    # A folder's own first page leads to the others in it.
    rest = [path for path in rest if "/" not in path or path.endswith("/index.md")]
    for name, group in GROUPS.items():
        listed: list[Any] = [
            {words[f"{said}.title"]: path} if said else path
            for path, said in group.items()
            if path in there or (said and path not in NOT_EVERYWHERE)
        ]
        listed += rest if name == OWNERS else []
        if listed:
            main.append({words[f"site.menu.{name}"]: listed})
    return main
