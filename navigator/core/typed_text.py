"""Text as its typist saw it: digits of any script, plain signs, and nothing that cannot be seen."""

import unicodedata
from typing import Final

_PLAIN_SIGNS: Final = str.maketrans("‘’ʼ`´′−⁄∕。۔،", "''''''-//..,")  # noqa: RUF001 - look-alikes are the point


def as_seen(text: str) -> str:
    """Return a text with plain digits and signs, one space between words, and no invisible characters.

    Raised digits stay as they are: they belong to a footnote and not to the number before them.
    """
    return " ".join("".join(map(_as_seen, text)).split())


def _as_seen(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind.startswith("Z") or character.isspace():
        return " "
    if kind == "Cf" or "\ufe00" <= character <= "\ufe0f":  # format characters and variation selectors
        return ""
    if kind == "Pd":
        return "-"
    plain = character.translate(_PLAIN_SIGNS)
    return plain if kind == "No" or plain != character else unicodedata.normalize("NFKC", character)


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals, accents, and a full stop at its end."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("\u0131", "i"))  # Turkish
    return "".join(each for each in letters if unicodedata.category(each) != "Mn").rstrip(".")
