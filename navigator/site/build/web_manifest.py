"""What lets a device put the site among its own programs: a manifest, and a sign drawn here."""

import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from navigator.site.build.output import Output

MANIFEST: Final = "app.webmanifest"
FOLDER: Final = "assets/app/"
SIZES: Final = (192, 512)
INK: Final = "#0b4a6f"
PAPER: Final = "#ffffff"
SAMPLES: Final = 3
"""Points looked at across each dot, so that edges are smooth."""

type Point = tuple[float, float]

# A way that forks: where somebody stands, and two places it may lead to. Between 0 and 1, from the top left.
LINES: Final[tuple[tuple[Point, Point], ...]] = (
    ((0.5, 0.8), (0.5, 0.55)),
    ((0.5, 0.55), (0.3, 0.33)),
    ((0.5, 0.55), (0.7, 0.33)),
)
DOTS: Final[tuple[Point, ...]] = ((0.5, 0.8), (0.3, 0.3), (0.7, 0.3))
LINE: Final = 0.035
DOT: Final = 0.085


def app(name: str, kept: Path) -> Iterator[Output]:
    """Yield the manifest and the signs of a site with this name; `kept` is where drawn ones stay."""
    icons = [{"src": f"{FOLDER}sign.svg", "sizes": "any", "type": "image/svg+xml"}]
    yield Output(f"{FOLDER}sign.svg", svg())
    for size in SIZES:
        path = f"{FOLDER}sign-{size}.png"
        icons.append({"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"})
        yield Output(path, copy_of=_drawn(kept, size))
    told = {
        "name": name,
        "short_name": name.split(maxsplit=1)[0],
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "lang": "en-GB",
        "background_color": PAPER,
        "theme_color": INK,
        "icons": icons,
    }
    yield Output(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))


def svg() -> str:
    """Return the sign as a drawing of any size."""
    lines = "".join(f"M{a[0] * 100:g} {a[1] * 100:g}L{b[0] * 100:g} {b[1] * 100:g}" for a, b in LINES)
    dots = "".join(
        f'<circle cx="{x * 100:g}" cy="{y * 100:g}" r="{DOT * 100:g}" fill="{PAPER}"/>' for x, y in DOTS
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" fill="{INK}"/>'
        f'<path d="{lines}" stroke="{PAPER}" stroke-width="{LINE * 200:g}" fill="none"/>{dots}</svg>\n'
    )


def png(size: int) -> bytes:
    """Return the sign as a picture of `size` by `size` dots."""
    ink, paper = (bytes.fromhex(colour[1:]) for colour in (INK, PAPER))
    blends = [
        bytes(
            round(dark + (light - dark) * part / SAMPLES**2) for dark, light in zip(ink, paper, strict=True)
        )
        for part in range(SAMPLES**2 + 1)
    ]
    rows = bytearray()
    for y in range(size):
        rows.append(0)  # each row is written as it is
        for x in range(size):
            rows += blends[_covered(x, y, size)]
    header = struct.pack(">2I5B", size, size, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _covered(x: int, y: int, size: int) -> int:
    """Return how many points of a dot lie within the sign."""
    middle = ((x + 0.5) / size, (y + 0.5) / size)
    if _distance(middle) > 1 / size:
        return 0
    steps = [(index + 0.5) / SAMPLES for index in range(SAMPLES)]
    return sum(_distance(((x + dx) / size, (y + dy) / size)) <= 0 for dx in steps for dy in steps)


def _distance(point: Point) -> float:
    """Return how far a point is from the sign; less than nothing within it."""
    to_dots = min(_length(point, dot) - DOT for dot in DOTS)
    return min(to_dots, *(_to_line(point, *line) - LINE for line in LINES))


def _to_line(point: Point, begin: Point, end: Point) -> float:
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    along = ((point[0] - begin[0]) * dx + (point[1] - begin[1]) * dy) / (dx * dx + dy * dy)
    along = min(1.0, max(0.0, along))
    return _length(point, (begin[0] + along * dx, begin[1] + along * dy))


def _length(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _drawn(kept: Path, size: int) -> Path:
    """Return the picture's file, drawn at the first build."""
    drawing = f"{LINES}{DOTS}{LINE}{DOT}{INK}{PAPER}{SAMPLES}"
    path = kept / f"sign-{zlib.crc32(drawing.encode()):08x}-{size}.png"
    if not path.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(size))
    return path
