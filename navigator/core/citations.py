"""Resolving a source: from a section to the document, its publisher and the day it was checked."""

from dataclasses import dataclass
from datetime import date

from navigator.core.model import Confidence, Library, Source


@dataclass(frozen=True)
class Cited:
    """A source as a reader sees it."""

    document: str
    """The document's id."""
    title: str
    """The document's title."""
    publisher: str
    """Who published it."""
    section: str
    """The section in it."""
    confidence: Confidence
    """How well the fact is grounded."""
    checked_on: date
    """The day the document was last read."""


def cite(library: Library, source: Source, default_document: str | None = None) -> Cited:
    """Resolve a source. Raises KeyError when no document is named or known."""
    document = library.document[source.document or default_document or ""]
    return Cited(
        document.id,
        document.title,
        document.publisher,
        source.section,
        source.confidence or document.confidence,
        document.checked_on,
    )
