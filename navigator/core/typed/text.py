"""Text as its typist saw it: digits of any script, plain signs, and nothing that cannot be seen."""

import unicodedata
from typing import Final

from navigator.core.characters import plain

_PLAIN_SIGNS: Final = str.maketrans("‘’ʼ`´′−⁄∕。۔،", "''''''-//..,")  # noqa: RUF001 - look-alikes are the point


def as_seen(text: str) -> str:
    """Return a text with plain digits and signs, one space between words, and no invisible characters.

    Raised digits stay as they are: they belong to a footnote and not to the number before them.
    """
    return " ".join("".join(map(_as_seen, text)).split())


def _as_seen(character: str) -> str:
    if unicodedata.category(character) == "No":
        return character
    sign = character.translate(_PLAIN_SIGNS)
    return sign if sign != character else "".join(map(plain, unicodedata.normalize("NFKC", character)))


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals, accents, and a full stop at its end."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("\u0131", "i"))  # Turkish
    return "".join(each for each in letters if unicodedata.category(each) != "Mn").rstrip(".")
