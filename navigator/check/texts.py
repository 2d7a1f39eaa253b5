"""The texts that readers meet, each with its place."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Found, Material
from navigator.core.model import Calendar, Contact, Document, Source
from navigator.core.model.kinds import Text
from navigator.core.shape import once_per_type, shape_of, unwrap

_CITED: Final = {
    Source: ("section",),
    Document: ("title", "publisher", "dated"),
    Calendar: ("country", "subdivision"),
    Contact: ("phone", "email", "web", "address"),
}
"""Names, addresses and codes that others chose."""
_TEXT: Final = unwrap(Text)


def texts(material: Material) -> Iterator[tuple[Found[object], str, str]]:
    """Yield every text that is running words of this project: the part it stands in, its key, itself."""
    for found in material.all():
        for name, key in _fields(type(found.value)):
            text = getattr(found.value, name)
            if text is not None:
                yield found, key, text


@once_per_type
def _fields(cls: type) -> tuple[tuple[str, str], ...]:
    cited = _CITED.get(cls, ())
    parts = shape_of(cls).parts
    return tuple(
        (part.name, part.key) for part in parts if unwrap(part.hint) == _TEXT and part.name not in cited
    )
