"""A built site as a reader's browser meets it: pages with their links, anchors and words."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

HOST = "https://site.example/some/path/"
"""Where the site is taken to be: below a path, as on many hosts."""
SESSION = "s="
"""How what stands after the `#` begins where it names the cases of a session, which scripts read."""
FETCHING = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "form": "action"}
ADDRESSES = (
    "data-root",
    "data-runtime",
    "data-library",
)


@dataclass
class Document(HTMLParser):
    """One page of HTML."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    repeated: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if identity := found.get("id"):
            if identity in self.anchors:
                self.repeated.add(identity)
            self.anchors.add(identity)
        if tag == "a" and found.get("href") is not None:
            self.links.append(found["href"] or "")
        if address := found.get(FETCHING.get(tag, "")):
            self.fetched.append(address)
        self.fetched += [found[name] or "" for name in ADDRESSES if name in found]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@dataclass(frozen=True)
class Site:
    """All pages of a built site, by their addresses below its root."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Document]:
        names = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return {
            address: self.page(address) for address in (name.removesuffix("index.html") for name in names)
        }

    def page(self, address: str) -> Document:
        """Return one page by its address below the root."""
        path = self.folder / address
        document = Document()
        document.feed((path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8"))
        return document

    def resolve(self, page: str, link: str) -> tuple[str, str] | None:
        """Return the address below the root and the anchor that a link leads to; None for another site."""
        whole, anchor = urldefrag(urljoin(HOST + page, link))
        anchor = "" if anchor.startswith(SESSION) else anchor
        return (unquote(whole.removeprefix(HOST)), unquote(anchor)) if whole.startswith(HOST) else None

    def is_there(self, address: str) -> bool:
        path = self.folder / address
        return (path / "index.html").is_file() if address.endswith("/") or not address else path.is_file()


def leaves_the_web(link: str) -> bool:
    """Say whether a link starts a call or a mail, which opens no page."""
    return urlsplit(link).scheme in ("tel", "mailto")
