"""A page taken apart with the standard library's parser, strictly: every fault of its form is listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {
    "body", "div", "section", "ul", "ol", "li", "dl", "dt", "dd", "p", "h1", "h2", "h3", "h4", "table",
    "thead", "tbody", "tr", "td", "th", "details", "summary", "form", "fieldset", "legend", "label",
}  # fmt: skip
NOT_IN_P = BLOCKS - {"body"}


@dataclass
class Element:
    """One element, with its text and elements in order."""

    name: str
    attributes: dict[str, str | None]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the elements within, in order; with names, only those."""
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.all(*names)

    @property
    def text(self) -> str:
        """The text within, spaces made even."""
        return " ".join("".join(self._texts()).split())

    @property
    def own_text(self) -> str:
        """The text within, but for the text of nested blocks."""
        texts = (
            child
            if isinstance(child, str)
            else ""
            if child.name in BLOCKS or child.attributes.get("role") == "tooltip"
            else child.own_text
            for child in self.children
        )
        return " ".join("".join(texts).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body", {})
        self.open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        if tag in NOT_IN_P and any(element.name == "p" for element in self.open):
            self.faults.append(f"<{tag}> within <p>, which a browser closes there")
        if tag in ("a", "button") and any(element.name in ("a", "button") for element in self.open):
            self.faults.append(f"<{tag}> within another control")
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].name != tag or len(self.open) == 1:
            self.faults.append(f"</{tag}> where <{self.open[-1].name}> is open")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
        if "<" in data or "\x00" in data:
            self.faults.append(f"a stray sign in {data!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data}")


def take_apart(html: str) -> tuple[Element, list[str]]:
    """Return the page as a tree, and everything wrong with its form."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    still_open = [element.name for element in reader.open[1:]]
    return reader.root, reader.faults + [f"<{name}> is never closed" for name in still_open]
