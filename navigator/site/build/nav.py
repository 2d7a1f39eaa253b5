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
GROUPS: Final = {
    "look_up": ("dates/index.md", "roles.md", "sources.md", "open.md"),
    "learn": (
        "new-staff.md",
        "induction/index.md",
        "map.md",
        "compare.md",
        "who-does-what.md",
        "practice/index.md",
        "packs/index.md",
        "trainers.md",
    ),
    "owners": (
        "authors/index.md",
        "authors/from-pdf.md",
        "authors/words.md",
        "authors/reference.md",
        "hosting.md",
    ),
    "about": ("about.md", "accessibility.md", "privacy.md", "offline/index.md"),
}
"""The groups of all other pages, each by the name of its words."""
OWNERS: Final = "owners"
"""The group that takes every hand-written page nobody has put anywhere else."""


def menu(library: Library, paths: Iterable[str]) -> Menu:
    """Return the menu, with every hand-written page of the site in it once."""
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
    folders = ("find/", "routes/", "policies/", "services/", "practice/", "packs/", "dates/")
    rest = [path for path in sorted(there) if path not in placed and not path.startswith(folders)]
    # A folder's own first page leads to the others in it.
    rest = [path for path in rest if "/" not in path or path.endswith("/index.md")]
    for name, group in GROUPS.items():
        listed = [path for path in group if path in there] + (rest if name == OWNERS else [])
        if listed:
            main.append({words[f"site.menu.{name}"]: listed})
    return main
