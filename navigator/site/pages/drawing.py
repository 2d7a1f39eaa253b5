"""The map as a drawing: questions on the left, routes on the right, a lane for each question between them.

All lengths are in units of the drawing, which is as wide as a small phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from navigator.core.model import Library
from navigator.render.html import Html, el
from navigator.site.pages.route_graph import Way

WIDTH = 300
MARGIN = 24
"""The room on the left, for lines from question to question."""
LEFT = 96
"""The width of a question's box."""
RIGHT = 118
"""The width of a route's box."""
LINE = 13.5
"""The height of a line of text."""
PADDING = 5
GAP = 10
"""The room between two boxes."""
LETTER = 6.3
"""The width of a letter, on average; boxes are filled by it."""
DOT = 2.2
TONES = 4
"""So many colours and kinds of dash take turns."""


@dataclass(frozen=True)
class Box:
    """A question or a route, and where it stands."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    kind: str

    @property
    def height(self) -> float:
        """The height, by the number of lines."""
        return len(self.lines) * LINE + 2 * PADDING

    @property
    def middle(self) -> float:
        """Where lines meet it."""
        return self.y + self.height / 2


def column(texts: list[tuple[str, str]], x: float, width: float, kind: str) -> dict[str, Box]:
    """Put boxes below each other, each as high as its words need."""
    boxes: dict[str, Box] = {}
    y = float(GAP)
    for identity, text in texts:
        lines = tuple(wrap(text, int((width - 2 * PADDING) / LETTER)))
        boxes[identity] = box = Box(lines, x, y, width, kind)
        y += box.height + GAP
    return boxes


def draw(library: Library, ways: list[Way], label: str) -> Html:
    """Draw the map. What it shows must also be said in words too."""
    asked = column([(way.question.id, way.question.ask) for way in ways], MARGIN, LEFT, "question")
    # Routes stand in the order in which the questions reach them, so that fewer lines cross.
    reached = [route for way in ways for route in way.routes]
    order = dict.fromkeys((*reached, *(route.id for route in library.routes)))
    routes = column(
        [(route, library.route[route].name) for route in order], WIDTH - RIGHT - 1, RIGHT, "route"
    )
    boxes = (*asked.values(), *routes.values())
    height = max(box.y + box.height for box in boxes) + GAP
    return el(
        "svg",
        list(_lanes(ways, asked, routes)),
        [_box(box) for box in boxes],
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_label=label,
        class_="nav-map",
        focusable="false",
    )


def _lanes(ways: list[Way], asked: dict[str, Box], routes: dict[str, Box]) -> Iterator[Html]:
    """Draw the lines: on the left from question to question, in the middle from question to route."""
    outer = [way for way in ways if way.questions]
    for number, way in enumerate(outer):
        ends = [(float(MARGIN), asked[name].y + PADDING + 2) for name in way.questions]
        yield from _lane(number, MARGIN - 4 - 4.5 * number, (MARGIN, asked[way.question.id].middle), ends)
    inner = [way for way in ways if way.routes]
    step = (WIDTH - MARGIN - LEFT - RIGHT) / (len(inner) + 1)
    entries = _entries(inner, routes)
    for number, way in enumerate(inner):
        # The first question gets the lane that is farthest from it, so that fewer lines cross.
        x = MARGIN + LEFT + step * (len(inner) - number)
        ends = [(routes[route].x, entries[way.question.id, route]) for route in way.routes]
        yield from _lane(number, x, (MARGIN + LEFT, asked[way.question.id].middle), ends)


def _entries(ways: list[Way], routes: dict[str, Box]) -> dict[tuple[str, str], float]:
    """Return where each line meets a route's box: each at a place of its own, so that none hides another."""
    entries = {}
    for name, box in routes.items():
        arriving = [way.question.id for way in ways if name in way.routes]
        for number, question in enumerate(arriving, 1):
            entries[question, name] = box.y + box.height * number / (len(arriving) + 1)
    return entries


def _lane(
    number: int, x: float, start: tuple[float, float], ends: Sequence[tuple[float, float]]
) -> Iterator[Html]:
    """Draw one upright line with its beginning and its branches, each of which ends in a dot."""
    levels = [start[1], *(y for _, y in ends)]
    path = [f"M{start[0]:g} {start[1]:g}H{x:g}", f"M{x:g} {min(levels):g}V{max(levels):g}"]
    path += [f"M{x:g} {y:g}H{end:g}" for end, y in ends]
    tone = f"nav-lane-{number % TONES}"
    yield el("path", d="".join(path), class_=f"nav-lane {tone}")
    for end, y in ends:
        yield el("circle", cx=f"{end:g}", cy=f"{y:g}", r=f"{DOT}", class_=f"nav-dot {tone}")


def _box(box: Box) -> Html:
    lines = [
        el("tspan", line, x=f"{box.x + PADDING:g}", y=f"{box.y + PADDING + LINE * (index + 0.78):g}")
        for index, line in enumerate(box.lines)
    ]
    rect = el(
        "rect",
        x=f"{box.x:g}",
        y=f"{box.y:g}",
        width=f"{box.width:g}",
        height=f"{box.height:g}",
        rx=8 if box.kind == "route" else 0,
    )
    return el("g", rect, el("text", lines), class_=f"nav-map-{box.kind}")
