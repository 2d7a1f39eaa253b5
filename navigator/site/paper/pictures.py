"""Pictures made smaller than the typesetter leaves them, with nothing in them that can be seen to differ."""

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate, count
from typing import Final

BEGIN: Final = b"\x89PNG\r\n\x1a\n"
GREYS: Final = 16
"""So many are enough for black letters with smooth edges, and two pixels then share a byte."""
_NAME: Final = re.compile(r'(?<=["#])g[0-9A-F]{20,}(?=")')
_NEEDLESS: Final = (' y="0"', ' fill="#000000"', ' fill-rule="nonzero"')
"""What an SVG says without being told; `y` of a use alone."""
_FINE: Final = re.compile(r"\d+\.\d{3,}")
"""A length finer than a hundredth of a point."""
_CHANNELS: Final = 4
_GREEN: Final = 1
"""The channel that says most about how light a colour is."""


def lean_svg(svg: bytes) -> bytes:
    """Return an SVG of the typesetter's with short names for letters, and without what holds anyway."""
    text = svg.decode()
    numbers = count()
    names: dict[str, str] = {}
    text = _NAME.sub(lambda name: names.setdefault(name[0], f"g{next(numbers)}"), text)
    for each in _NEEDLESS:
        text = text.replace(each, "")
    return _FINE.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), text).encode()


def grey_png(png: bytes) -> bytes:
    """Return a picture in 16 greys. It must have 8 bits each of red, green, blue and how opaque it is."""
    chunks = list(_chunks(png))
    width, height, *_ = struct.unpack(">IIBBBBB", dict(chunks)[b"IHDR"])
    packed = b"".join(held for name, held in chunks if name == b"IDAT")
    rows = (_halved(row) for row in _rows(zlib.decompress(packed), width))
    made = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0),
        b"IDAT": zlib.compress(b"".join(rows)),
        b"IEND": b"",
    }
    return BEGIN + b"".join(_chunk(name, held) for name, held in made.items())


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(BEGIN)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))


def _rows(raw: bytes, width: int) -> Iterator[bytes]:
    """Yield the green of each row: channels are filtered apart from one another, and this one is enough."""
    above = bytes(width)
    step = width * _CHANNELS + 1
    for at in range(0, len(raw), step):
        above = _unfiltered(raw[at], raw[at + 1 + _GREEN : at + step : _CHANNELS], above)
        yield above


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """Undo a filter on one channel: it keeps what differs from a neighbour, or from two or three of them."""
    match kind:
        case 0:
            return row
        case 1:
            return bytes(value & 255 for value in accumulate(row))
        case 2:
            return bytes((value + up) & 255 for value, up in zip(row, above, strict=True))
        case 3:
            return bytes(_by_mean(row, above))
        case _:
            return bytes(_by_nearest(row, above))


def _by_mean(row: bytes, above: bytes) -> Iterator[int]:
    left = 0
    for value, up in zip(row, above, strict=True):
        left = (value + (left + up >> 1)) & 255
        yield left


def _by_nearest(row: bytes, above: bytes) -> Iterator[int]:
    """Undo the filter that PNG names after Paeth."""
    left = corner = 0
    for value, up in zip(row, above, strict=True):
        if left == up == corner:
            nearest = left
        else:
            by_left, by_up, by_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
            nearest = corner
            if by_left <= by_up and by_left <= by_corner:
                nearest = left
            elif by_up <= by_corner:
                nearest = up
        left, corner = (value + nearest) & 255, up
        yield left


_DARKEST: Final = 255 // (GREYS - 1)
_FIRST: Final = bytes(round(value / _DARKEST) << 4 for value in range(256))
_SECOND: Final = bytes(round(value / _DARKEST) for value in range(256))


def _halved(row: bytes) -> bytes:
    """Return a row, with no filter, as half a byte for each pixel; its width is even."""
    first, second = row[0::2].translate(_FIRST), row[1::2].translate(_SECOND)
    both = int.from_bytes(first) | int.from_bytes(second)
    return b"\0" + both.to_bytes(len(first))
