"""The map as a drawing: a tree that grows downwards, so that no line crosses another.

A question stands where it is first reached, with what its answers lead to below it, moved in. Where it is
reached again, a dashed box gives its number. All lengths are in units of the drawing, which is as wide as a
small phone.
"""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final, Literal

from navigator.core.model import Library
from navigator.render.html import Html, el
from navigator.site.pages.route_graph import Way

type Kind = Literal["question", "again", "route"]

KINDS: Final[tuple[Kind, ...]] = ("question", "again", "route")
"""A question, one that stands elsewhere, and a route: told apart by their edges."""
WIDTH = 300
STEP = 14
"""By how much what an answer leads to is moved in."""
ELBOW = 6
"""How far from the left of a box the line to what it leads to begins."""
LINE = 13.5
"""The height of a line of text."""
PADDING = 5
GAP = 6
"""The room between two boxes."""
LETTER = 6.3
"""The width of a letter, on average; boxes are filled by it."""
ROUNDED = 8
"""The radius of the corners of a route's box."""


@dataclass(frozen=True)
class Box:
    """A question or a route, and where it stands."""

    kind: Kind
    lines: tuple[str, ...]
    x: float
    y: float
    parent: "Box | None" = None
    """The question that leads to it; None for the first, and for a route that no answer leads to."""

    @property
    def height(self) -> float:
        """The height, by the number of lines."""
        return len(self.lines) * LINE + 2 * PADDING

    @property
    def middle(self) -> float:
        """Where the line to it ends."""
        return self.y + self.height / 2


def draw(library: Library, ways: list[Way], label: str) -> Html:
    """Draw the map. What it shows must also be said in words too."""
    boxes = _boxes(library, ways)
    height = boxes[-1].y + boxes[-1].height + GAP
    return el(
        "svg",
        [_line(box, box.parent) for box in boxes if box.parent],
        [_box(box) for box in boxes],
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_label=label,
        class_="nav-map",
        focusable="false",
    )


def key(kind: Kind) -> Html:
    """Draw a small box of a kind, for the key of the map."""
    rect = _rect(kind, 1, 1, 2 * STEP, LINE)
    return el(
        "svg",
        el("g", rect, class_=f"nav-map-{kind}"),
        viewBox=f"0 0 {2 * STEP + 2} {LINE + 2:g}",
        class_="nav-map-key",
        aria_hidden="true",
        focusable="false",
    )


def numbers(ways: list[Way]) -> dict[str, int]:
    """Return the number of each question, in the order in which they are first reached."""
    return {way.question.id: number for number, way in enumerate(ways, 1)}


def _boxes(library: Library, ways: list[Way]) -> list[Box]:
    """Return every box, from the top."""
    by_question, number = {way.question.id: way for way in ways}, numbers(ways)
    boxes: list[Box] = []

    def place(kind: Kind, text: str, depth: int, parent: Box | None) -> Box:
        x, above = 1 + depth * STEP, boxes[-1] if boxes else None
        y = above.y + above.height + GAP if above else GAP
        lines = tuple(wrap(text, int((WIDTH - 1 - x - 2 * PADDING) / LETTER)))
        boxes.append(Box(kind, lines, x, y, parent))
        return boxes[-1]

    def ask(name: str, depth: int, parent: Box | None) -> None:
        way = by_question.pop(name, None)
        said = library.words("site.map.step", number=number[name], question=library.question[name].ask)
        box = place("question" if way else "again", said, depth, parent)
        if way:
            for route in way.routes:
                place("route", library.route[route].name, depth + 1, box)
            for following in way.questions:
                ask(following, depth + 1, box)

    ask(ways[0].question.id, 0, None)
    reached = {route for way in ways for route in way.routes}
    for route in library.routes:
        if route.id not in reached:
            place("route", route.name, 0, None)
    return boxes


def _line(box: Box, parent: Box) -> Html:
    """Draw the line from a question to what it leads to."""
    path = f"M{parent.x + ELBOW:g} {parent.y + parent.height:g}V{box.middle:g}H{box.x:g}"
    return el("path", d=path, class_="nav-lane")


def _box(box: Box) -> Html:
    lines = [
        el("tspan", line, x=f"{box.x + PADDING:g}", y=f"{box.y + PADDING + LINE * (index + 0.78):g}")
        for index, line in enumerate(box.lines)
    ]
    rect = _rect(box.kind, box.x, box.y, WIDTH - 1 - box.x, box.height)
    return el("g", rect, el("text", lines), class_=f"nav-map-{box.kind}")


def _rect(kind: Kind, x: float, y: float, width: float, height: float) -> Html:
    return el(
        "rect",
        x=f"{x:g}",
        y=f"{y:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        rx=ROUNDED if kind == "route" else 0,
    )
