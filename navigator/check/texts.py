"""The texts that readers meet, each with its place."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Calendar, Contact, Document, Source
from navigator.core.shape import text_fields

_CITED: Final = {
    Source: ("section",),
    Document: ("title", "publisher", "web", "dated"),
    Calendar: ("country", "subdivision"),
    Contact: ("phone", "email", "web", "address"),
}
"""Names, addresses and codes that others chose."""


type LocatedText = tuple[Located[object], str, str]
"""The part that a text belongs to, its key, and the text itself."""


def texts(parts: LocatedParts) -> list[LocatedText]:
    """Return every text that is running words of this project. Many rules look at them, so they are kept."""
    return parts.keep("texts", lambda: list(_texts(parts)))


def _texts(parts: LocatedParts) -> Iterator[LocatedText]:
    for cls in parts.classes:
        cited = _CITED.get(cls, ())
        names = [(field.name, field.key) for field in text_fields(cls) if field.name not in cited]
        located: Located[object]
        for located in parts.of(cls) if names else ():
            for name, key in names:
                text = getattr(located.value, name)
                if text is not None:
                    yield located, key, text
