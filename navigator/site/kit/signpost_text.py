"""A signpost as plain text, for a terminal."""

from collections.abc import Iterator

from navigator.core.model import Library
from navigator.render.blocks import Section, SourceList
from navigator.render.text_writer import TextWriter, heading
from navigator.site.kit.signpost_description import SignpostDescription


def signpost_text(library: Library, signpost: str, width: int | None = None) -> str:
    """Return what a signpost says: what to do first, what comes next, whom to turn to, and the sources.

    With a width, lines are broken there. Raises KeyError where there is no such signpost.
    """
    said = SignpostDescription(library, signpost)
    return "\n".join(_lines(said, TextWriter(said.words, width)))


def _lines(said: SignpostDescription, writer: TextWriter) -> Iterator[str]:
    yield writer.wrapped(said.lead)
    for block in said.about_lead:
        yield from writer.lines(block)
    yield ""
    yield said.signpost.title
    yield writer.wrapped(said.signpost.summary)
    for section in said.onward:
        yield from writer.lines(section)
    if said.letter:
        yield from heading(said.words["message.heading"])
        yield said.letter
    for section in said.further:
        yield from writer.lines(section)
    yield from writer.lines(Section("sources", said.words["heading.sources"], (SourceList(said.sources),)))
