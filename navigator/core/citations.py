"""Resolving a source: from a section to the document, its publisher and the day it was checked."""

from dataclasses import dataclass

from navigator.core.model import Confidence, Document, Library, Source


@dataclass(frozen=True)
class Cited:
    """A source as a reader sees it."""

    document: Document
    """The document, with its publisher and the day it was last read."""
    section: str
    """The section in it."""
    confidence: Confidence
    """How well the fact is grounded."""


def cite(library: Library, source: Source, default_document: str | None = None) -> Cited:
    """Resolve a source. Raises KeyError when no document is named or known."""
    document = library.document[source.document or default_document or ""]
    return Cited(document, source.section, source.confidence or document.confidence)
