"""Building HTML that cannot be broken by its contents."""

from collections.abc import Iterable
from html import escape
from string import Formatter

VOID = frozenset({"br", "hr", "img", "input"})


class Html(str):
    """Text that is already HTML; any other text is escaped where it is put."""

    __slots__ = ()

    def __add__(self, other: str) -> "Html":
        """Append a text, which is escaped unless it is HTML."""
        return Html(super().__add__(join(other)))


type Child = str | Iterable["Child"] | None
type Attribute = str | bool | int | None


def el(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """Build an element.

    A child that is None is left out. In attribute names a trailing underscore is dropped and others
    become hyphens; True writes the bare name, and None or False leaves the attribute out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def join(child: Child) -> Html:
    """Put children together, escaping what is not HTML yet."""
    if child is None:
        return Html("")
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return Html(escape(child, quote=False))
    return Html("".join(join(part) for part in child))


def fill(text: str, /, **parts: Child) -> Html:
    """Fill in the placeholders of a text of the catalogue, also with elements.

    Raises KeyError for a placeholder that gets nothing.
    """
    return join(
        (literal, parts[name]) if name is not None else literal
        for literal, name, _, _ in Formatter().parse(text)
    )
