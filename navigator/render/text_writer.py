"""Blocks as plain text, for a terminal or for somebody's own notes."""

from collections.abc import Iterator
from dataclasses import replace
from textwrap import fill
from typing import Final

from navigator.core.citations import Cited
from navigator.core.deadlines import ReadingDate
from navigator.core.filled_message import FilledMessage
from navigator.core.model import Contact, Words
from navigator.core.outcome import Act, Outcome
from navigator.core.phrases import actor, place_in_words, role_names, sentence, ways_to_reach
from navigator.render.blocks import (
    Answers,
    Block,
    Card,
    Day,
    Facts,
    Filled,
    Heading,
    Link,
    Marked,
    PageOnly,
    Paragraph,
    Points,
    Readings,
    Receipt,
    RoleName,
    Row,
    Section,
    SourceList,
    Span,
    Statement,
    Steps,
    Strong,
    step_facts,
)
from navigator.render.describe import describe_outcome

ORDER: Final = (
    "urgent", "steps", "when", "next", "warnings", "also", "not-covered", "rules", "open", "why", "sources",
    "contacts",
)  # fmt: skip
"""The sections of an outcome as a text has them: what to do and by when before all else."""
STEP: Final = "  "
"""By how much what belongs to a line above it is moved in."""


class TextWriter:
    """Sets blocks as lines of text, without links, sources below each fact, and headings within sections."""

    def __init__(self, words: Words, width: int | None = None) -> None:
        """Keep the words, and after how many characters a line is broken."""
        self.words = words
        self.width = width

    def wrapped(self, text: str, first: str = "", then: str = "") -> str:
        """Break a text, with what its first line and its later lines begin with."""
        if self.width is None:
            return f"{first}{text}"
        return fill(text, self.width, initial_indent=first, subsequent_indent=then)

    def lines(  # noqa: C901, PLR0912 - a case for each kind of block
        self, block: Block, indent: str = ""
    ) -> Iterator[str]:
        """Yield the lines of a block, each moved in by the indent."""
        match block:
            case Section():
                lines = [line for part in block.blocks for line in self.lines(part)]
                yield from (*_heading(block.heading), *lines) if lines else ()
            case Paragraph():
                yield self.wrapped(self.span(block.text), indent, indent)
            case Statement():
                yield self.point(block)
            case Points():
                yield from map(self.point, block.items)
            case Facts():
                for name, value in block.pairs:
                    text = self.words("text.fact", name=name, value=self.span(value))
                    yield self.wrapped(text, indent, indent)
            case Card():
                yield block.title
                for part in block.blocks:
                    yield from self.lines(part, indent + STEP)
            case Steps():
                for number, act in enumerate(block.acts, 1):
                    yield from self.step(number, act)
            case Receipt():
                for line in block.lines:
                    why = line.why if line.counted else self.words("receipt.not_counted", why=line.why)
                    yield f"{indent}{STEP}{self.words.long_date(line.day):<30}{why}"
            case Readings():
                for reading in block.readings:
                    yield self.wrapped(self.reading(reading), indent, indent + STEP)
            case Answers():
                for reason in block.reasons:
                    key = "text.answer_because" if reason.because else "text.answer"
                    said = self.words(key, ask=reason.ask, answer=reason.label, because=reason.because)
                    yield self.point(said)
            case SourceList():
                yield from (self.point(self.source(source)) for source in block.sources)
            case Contact():
                yield from self.contact(block)
            case FilledMessage():
                yield from _heading(self.words("message.heading_in_text", role=block.who.name))
                yield message_text(self.words, block)
            case PageOnly() | Heading() | Cited():
                pass

    def span(self, span: Span) -> str:
        """Return a piece of a line."""
        match span:
            case str():
                return span
            case Day():
                return self.words.long_date(span.on) if span.weekday else self.words.short_date(span.on)
            case RoleName():
                return actor(self.words, span.role) if span.begins else span.role.name
            case Row():
                return self.words.listed(map(self.span, span.items))
            case Filled():
                return span.text.format(**{name: self.span(part) for name, part in span.parts.items()})
            case Strong() | Marked() | Link():
                return self.span(span.text)

    def point(self, item: Span | Statement) -> str:
        """Return an item of a list."""
        if not isinstance(item, Statement):
            return self.wrapped(self.span(item), "- ", STEP)
        says = self.span(item.says)
        return self.point(self.words("text.fact", name=item.term, value=says) if item.term else says)

    def step(self, number: int, act: Act) -> Iterator[str]:
        """Yield one act: who, what, to whom, with copies to whom, and what is written down."""
        text = self.words("text.step", number=number, who=sentence(act.who.name), does=act.does)
        yield self.wrapped(text, then="   ")
        yield from self.lines(step_facts(self.words, act), "   ")

    def reading(self, reading: ReadingDate) -> str:
        """Return another reading of a rule, with its date where there is one."""
        key = "text.reading_with_date" if reading.due else "text.reading"
        day = self.words.long_date(reading.due) if reading.due else None
        return self.words(key, date=day, rule=reading.rule, why=reading.why)

    def contact(self, contact: Contact) -> Iterator[str]:
        """Yield every way to reach somebody, and the day it was checked."""
        checked = self.words.short_date(contact.checked_on)
        yield self.words("text.contact", name=contact.name, date=checked)
        yield from (f"{STEP}{way}" for way in ways_to_reach(contact).values())
        if contact.note:
            yield self.wrapped(contact.note, STEP, STEP)

    def source(self, source: Cited) -> str:
        """Return a source with the day it was checked."""
        checked = self.words.short_date(source.checked_on)
        place = place_in_words(self.words, source)
        return self.words("text.source", place=place, publisher=source.publisher, date=checked)


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "-" * len(text)


def outcome_text(found: Outcome, width: int | None = None) -> str:
    """Return an outcome as text: what to do, by when, what follows, why, and the sources.

    With a width, lines are broken there; without one, each paragraph is one line.
    """
    return "\n".join(_outcome(found, TextWriter(found.words, width)))


def _outcome(found: Outcome, writer: TextWriter) -> Iterator[str]:
    sections = {section.id: section for section in describe_outcome(found)}
    if found.late:
        following = sections["next"]
        sections["next"] = replace(following, blocks=(Statement(found.late), *following.blocks))
    yield found.words("outcome.route_and_stage", route=found.route.name, stage=found.position.title)
    yield found.policy.title
    for text in (*found.notes, found.policy_basis_says):
        yield writer.wrapped(text)
    for identity in ORDER:
        yield from writer.lines(sections[identity])
    for text in filter(None, (found.assistance, found.safety)):
        yield ""
        yield writer.wrapped(text)


def message_text(words: Words, message: FilledMessage) -> str:
    """Return a draft message as text: whom it is to, what it is about, and what it says."""
    head = {"step.to": role_names(words, message.to), "step.copy_to": role_names(words, message.cc)}
    lines = [
        words("text.fact", name=words[key], value=held)
        for key, held in (head | {"message.subject": message.subject}).items()
        if held
    ]
    return "\n".join([*lines, "", message.body])
