"""Characters that nobody sees, or that look like others: what they are called, and what was meant by them."""

import re
import unicodedata
from typing import Final

_NAMES: Final = {
    "\0": "null character",
    "\t": "tab",
    "\n": "line feed",
    "\v": "vertical tab",
    "\f": "form feed",
    "\r": "carriage return",
    "\x1b": "escape character",
    "\x7f": "delete character",
    "\x85": "next line character",
    "\ufeff": "byte order mark",
}
"""Names of those that Unicode has no fitting name for."""
_BYTES: Final = frozenset(map(chr, range(0xDC80, 0xDD00)))
"""What Python reads for each byte of a file's name that is not UTF-8."""
_KINDS: Final = {"Co": "private-use character", "Cc": "control character"}
"""Names of those that have none at all, by Unicode's categories."""
_PLAIN: Final = str.maketrans(
    "\u2212\ua789\u2236\u0131"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u03bf\u03b1\u03b9\u03bd\u03c1",
    "-::iaeopcyxijshdqwoaivp",
)
"""Letters and signs of other scripts, and the plain ones that they look like."""
_ALIKE: Final = str.maketrans("loi", "101")
_BEFORE: Final = re.compile(r"\S{1,20}\s*\Z")


def named(character: str) -> str:
    """Return what a character is called, with its code: `a no-break space, U+00A0`."""
    if character in _BYTES:
        return f"a byte that is not UTF-8, {ord(character) & 0xFF:#04x}"
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    name = name or _KINDS.get(unicodedata.category(character), "character without a name")
    article = "an" if name[0] in "aeio" else "a"
    return f"{article} {name}, U+{ord(character):04X}"


def placed(text: str, at: int) -> str:
    """Return what the character at a place of a line is called, and what it stands after."""
    before = _BEFORE.search(text[:at])
    word = "".join(each for each in before[0].strip() if each.isprintable()) if before else ""
    return f"{named(text[at])}, after {word!r}" if word else f"{named(text[at])}, at the beginning"


def oddity(text: str) -> str | None:
    """Return the first character that no id, key, date or number has, with its place; None for none."""
    if text.isascii() and text.isprintable():
        return None
    at = next((at for at, each in enumerate(text) if not (each.isascii() and each.isprintable())), None)
    return None if at is None else placed(text, at)


def simplified(text: str) -> str:
    """Return a text as somebody would type it on a plain keyboard: nothing unseen, and no look-alikes."""
    if text.isascii() and text.isprintable():
        return text
    normal = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return " ".join("".join(map(plain, normal)).split()).strip("'\"")


def plain(character: str) -> str:  # noqa: PLR0911 - a case for each category
    """Return what a plain keyboard has for a character, nothing for one that is not seen; letters stay."""
    if character.isascii() and character.isprintable():
        return character
    match unicodedata.category(character):
        case "Pd":
            return "-"
        case "Pi" | "Pf":
            return '"'
        case "Zs" | "Zl" | "Zp":
            return " "
        case "Nd":
            return str(unicodedata.digit(character))
        case "Cf" | "Co" | "Mn":
            return ""
        case "Cc":
            return " "
        case _:
            return character


def look_alike(one: str, other: str) -> str | None:
    """Return what a text has in place of what another has, where they are hard to tell apart by eye."""
    if one == other or len(one) != len(other) or skeleton(one) != skeleton(other):
        return None
    mine, its = next((mine, its) for mine, its in zip(one, other, strict=True) if mine != its)
    return f"{named(mine)}, where that has {named(its)}"


def skeleton(text: str) -> str:
    """Return what texts have in common that look the same: `stage-l` is `stage-1` to the eye."""
    return simplified(text).lower().translate(_ALIKE)
