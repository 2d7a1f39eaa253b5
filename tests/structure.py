"""The rooms of the code and their imports, read from the source: `python -m tests.structure` redraws them.

A room is a folder, or a module that stands beside folders. An arrow leads from a room to one that it imports.
"""

import ast
from collections import Counter
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[1]
PAGE: Final = PROJECT / "docs" / "development" / "architecture.md"
BEGIN: Final = "<!-- Drawn from the imports by `python -m tests.structure`. -->"
END: Final = "<!-- End of the drawing. -->"
DRAWN: Final = ("navigator", "navigator.site")
"""The packages whose rooms are drawn, each in a picture of its own."""

type Arrows = Counter[tuple[str, str]]
"""How many modules of one room import from another."""


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return each module of the package with the modules of it that it imports."""
    paths = sorted((PROJECT / "navigator").rglob("*.py"))
    modules = {_name(path): path for path in paths}
    return {name: frozenset(_imported(path, modules.keys())) - {name} for name, path in modules.items()}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, known: Container[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield from (
                    name for name in ((whole,) if whole in known else (node.module,)) if name in known
                )
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def packages() -> list[str]:
    """Return every package, the whole first."""
    return sorted(map(_name, (PROJECT / "navigator").rglob("__init__.py")))


def room(module: str, package: str) -> str | None:
    """Return the room of a package that a module is in; None for the package's own face and for others."""
    if not module.startswith(f"{package}."):
        return None
    return module.removeprefix(f"{package}.").partition(".")[0]


def arrows(package: str) -> Arrows:
    """Return the arrows between the rooms of a package."""
    found: Arrows = Counter()
    for module, imported in imports().items():
        here = room(module, package)
        for there in {room(name, package) for name in imported} - {here, None}:
            if here and there:
                found[here, there] += 1
    return found


def circles(package: str) -> list[list[str]]:
    """Return the rooms of a package that import one another in a circle, however long."""
    found = arrows(package)
    reached: dict[str, set[str]] = {one: {one} for pair in found for one in pair}
    for _ in reached:
        for here, there in found:
            reached[here] |= reached[there]
    return sorted(
        sorted(other for other in reached[one] if one in reached[other])
        for one in reached
        if any(other != one and one in reached[other] for other in reached[one])
    )


def floors(package: str) -> dict[str, int]:
    """Return the floor of each room: above all that it imports, the ground being 0."""
    found = arrows(package)
    floor = dict.fromkeys((one for pair in found for one in pair), 0)
    for _ in floor:
        for here, there in found:
            floor[here] = max(floor[here], floor[there] + 1)
    return floor


def picture(package: str) -> str:
    """Draw the rooms of a package as a Mermaid flow chart, the highest floor first."""
    floor = floors(package)
    found = arrows(package)
    # An arrow that a chain of others already tells is left out, or nobody could read the picture.
    told = {
        (here, there)
        for here, there in found
        if not any(
            (here, between) in found and _leads(between, there, found)
            for between in floor
            if between != there
        )
    }
    lines = ["```mermaid", "flowchart TD"]
    lines += [f"  {name}[{name}]" for name in sorted(floor, key=lambda name: (-floor[name], name))]
    lines += [f"  {here} --> {there}" for here, there in sorted(told)]
    return "\n".join([*lines, "```"])


def _leads(here: str, there: str, found: Arrows) -> bool:
    onward = {after for before, after in found if before == here}
    return there in onward or any(_leads(each, there, found) for each in onward)


def drawing() -> str:
    """Return all pictures as they stand in the page."""
    return "\n\n".join(f"`{package}`\n\n{picture(package)}" for package in DRAWN)


def main() -> None:
    """Put the pictures into the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{drawing()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
