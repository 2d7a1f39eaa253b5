"""The texts that readers meet, each with its place."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Calendar, Contact, Document, Source
from navigator.core.shape import text_fields

_CITED: Final = {
    Source: ("section",),
    Document: ("title", "publisher", "dated"),
    Calendar: ("country", "subdivision"),
    Contact: ("phone", "email", "web", "address"),
}
"""Names, addresses and codes that others chose."""


def texts(parts: LocatedParts) -> Iterator[tuple[Located[object], str, str]]:
    """Yield every text that is running words of this project: the part it belongs to, its key, itself."""
    for cls in parts.classes:
        cited = _CITED.get(cls, ())
        names = [(field.name, field.key) for field in text_fields(cls) if field.name not in cited]
        located: Located[object]
        for located in parts.of(cls) if names else ():
            for name, key in names:
                text = getattr(located.value, name)
                if text is not None:
                    yield located, key, text
