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
    for located in parts.all():
        cited = _CITED.get(type(located.value), ())
        for field in text_fields(type(located.value)):
            text = getattr(located.value, field.name)
            if text is not None and field.name not in cited:
                yield located, field.key, text
