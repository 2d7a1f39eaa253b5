"""The feed of what has changed (Atom, RFC 4287): the newest entries, with whole addresses if known."""

from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from navigator.core.citations import cite
from navigator.core.phrases import cited_in_words
from navigator.render.html import el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.told_changes import Entry, told_changes

FEED: Final = "changes.xml"
"""Its address below the site's root."""
PAGE: Final = "changes/"
"""The page that tells the same."""
MOST: Final = 50
"""So many of the newest entries are in the feed."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_OF_THIS_PROGRAM: Final = uuid5(NAMESPACE_URL, "urn:fostering-policy-navigator:changes")
"""What the names of feeds and entries are made within: an address may move, and a name may not."""


def feed(index: LibraryIndex) -> str:
    """Write the feed. It names its own address only where somebody has told the site's."""
    words, entries = index.library.words, told_changes(index)[:MOST]
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": words.language})
    SubElement(root, "id").text = _urn("feed", index.site_url or index.site_name)
    name = index.site_name or words["site.home.name"]
    SubElement(root, "title").text = words("site.changes.feed_title", site=name)
    SubElement(root, "updated").text = _instant(
        max((entry.day for entry in entries), default=index.last_checked or date.min)
    )
    SubElement(SubElement(root, "author"), "name").text = name
    SubElement(root, "link", rel="alternate", type="text/html", href=_address(index, PAGE))
    if index.site_url:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=_address(index, FEED))
    for entry in entries:
        root.append(_entry(index, entry))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(index: LibraryIndex, entry: Entry) -> Element:
    library, words = index.library, index.library.words
    place = cited_in_words(words, cite(library, entry.source, entry.document))
    root = Element("entry")
    SubElement(root, "id").text = _urn("entry", entry.id)
    SubElement(root, "title").text = entry.title
    SubElement(root, "updated").text = _instant(entry.day)
    SubElement(root, "link", rel="alternate", type="text/html", href=_address(index, f"{PAGE}#{entry.id}"))
    SubElement(root, "content", type="html").text = el("p", entry.says) + el(
        "p", words("source.cited", place=place)
    )
    return root


def _address(index: LibraryIndex, path: str) -> str:
    """Return an address: a whole one where the site's is known, or else as seen from the feed."""
    return f"{index.site_url.rstrip('/')}/{path}" if index.site_url else path


def _urn(kind: str, name: str) -> str:
    return uuid5(_OF_THIS_PROGRAM, f"{kind} {name}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
