"""Blocks as plain text, for a terminal or for somebody's own notes."""

from collections.abc import Iterator
from textwrap import fill
from typing import Final

from navigator.core.addressing import in_sentence
from navigator.core.citations import Cited
from navigator.core.filled_message import FilledMessage
from navigator.core.lead import Act
from navigator.core.model import Contact, Words
from navigator.core.outcome import Outcome, PlainReplyShown
from navigator.core.phrases import place_in_words, ways_to_reach
from navigator.core.role_names import actor, role_names
from navigator.core.time.counting import ReceiptLine
from navigator.render import blocks, deadline
from navigator.render.describe import describe_outcome
from navigator.render.describe_phase import describe_phase

ORDER: Final = (
    "short-answers", "warnings", "detours", "steps", "when", "next", "own-steps", "rights", "also",
    "not-covered", "rules", "open", "examples", "why", "sources", "contacts",
)  # fmt: skip
"""The sections of an outcome as a text has them, after what leads. An urgent one begins with the contacts."""
STEP: Final = "  "
"""By how much what belongs to a line above it is moved in."""


class TextWriter:
    """Sets blocks as lines of text, without links and without the source below each fact."""

    def __init__(self, words: Words, width: int | None = None) -> None:
        """Keep the words, and after how many characters a line is broken."""
        self.words = words
        self.width = width

    def wrapped(self, text: str, first: str = "", then: str = "") -> str:
        """Break a text, with what its first line and its later lines begin with."""
        if self.width is None:
            return f"{first}{text}"
        return fill(text, self.width, initial_indent=first, subsequent_indent=then)

    def lines(  # noqa: C901, PLR0912 - a case for each block
        self, block: blocks.Block, indent: str = ""
    ) -> Iterator[str]:
        """Yield the lines of a block, each moved in by the indent."""
        words = self.words
        match block:
            case blocks.Section():
                lines = [line for part in block.blocks for line in self.lines(part)]
                yield from (*heading(block.heading), *lines) if lines else ()
            case blocks.Paragraph():
                yield self.wrapped(self.span(block.text), indent, indent)
            case blocks.Statement():
                yield self.point(block)
            case blocks.Points():
                yield from map(self.point, block.items)
            case blocks.Facts():
                for name, value in block.pairs:
                    yield self.wrapped(words("text.fact", name=name, value=self.span(value)), indent, indent)
            case blocks.Group():
                for part in block.blocks:
                    heads = isinstance(part, blocks.Heading)
                    yield from self.lines(part, indent if heads else indent + STEP)
            case blocks.Heading():
                yield f"{indent}{block.text}"
            case blocks.Fold():
                for part in block.blocks:
                    yield from self.lines(part, indent)
            case blocks.PlainAnswers():
                given, left_open = blocks.by_what_is_said(block)
                yield from map(self.point, map(self.reply, given))
                if left_open:
                    yield from map(self.point, self.left_open(left_open))
            case blocks.Steps():
                for number, act in enumerate(block.acts, 1):
                    yield from self.step(number, act)
            case blocks.Receipt():
                for line in block.lines:
                    why = line.why if line.counted else words("receipt.not_counted", why=line.why)
                    yield f"{indent}{STEP}{self.moment(line):<28}  {why}"
            case blocks.Table():
                for number, row in enumerate(block.rows, 1):
                    yield from self.row(number, row)
            case blocks.Answers():
                for reason in block.reasons:
                    key = "text.answer_because" if reason.because else "text.answer"
                    yield self.point(words(key, ask=reason.ask, answer=reason.label, because=reason.because))
            case blocks.SourceList():
                yield from (self.point(self.source(source)) for source in block.sources)
            case blocks.TextOnly():
                yield self.wrapped(self.span(block.line), indent, indent + STEP)
            case Contact():
                yield from self.contact(block)
            case FilledMessage():
                yield from heading(words("message.heading_in_text", role=in_sentence(words, block.who)))
                yield message_text(words, block)
            case blocks.PageOnly() | Cited():
                pass

    def span(self, span: blocks.Span) -> str:
        """Return a piece of a line."""
        match span:
            case str():
                return span
            case blocks.Day():
                return self.words.long_date(span.on) if span.weekday else self.words.short_date(span.on)
            case blocks.RoleName():
                return actor(self.words, span.role) if span.begins else span.role.name
            case blocks.Row():
                return self.words.listed(map(self.span, span.items))
            case blocks.Filled():
                return span.text.format(**{name: self.span(part) for name, part in span.parts.items()})
            case blocks.Strong() | blocks.Marked() | blocks.Link():
                return self.span(span.text)

    def moment(self, line: ReceiptLine) -> str:
        """Return the day of a line of a receipt, with its hour where one is counted."""
        day = self.words.long_date(line.day)
        if line.at is None:
            return day
        return self.words("receipt.day_and_time", date=day, time=self.words.time_of_day(line.at))

    def point(self, item: blocks.Span | blocks.Statement) -> str:
        """Return an item of a list."""
        if not isinstance(item, blocks.Statement):
            return self.wrapped(self.span(item), "- ", STEP)
        says = " ".join(filter(None, (item.case, self.span(item.says))))
        return self.point(
            self.words("text.fact", name=self.span(item.term), value=says) if item.term else says
        )

    def reply(self, reply: PlainReplyShown) -> str:
        """Return a plain question with its answer."""
        words = self.words
        answer = words("plain_reply.alone", reply=reply.reply)
        if reply.says:
            answer = words("plain_reply.whole", reply=reply.reply, says=reply.says)
        return words("plain_reply.asked", ask=reply.ask, answer=answer)

    def left_open(self, replies: tuple[PlainReplyShown, ...]) -> Iterator[str]:
        """Say once that the policy does not say, and then of what.

        What is added to one of the answers has a line of its own.
        """
        words = self.words
        silent = (reply.ask for reply in replies if not reply.says)
        yield " ".join((words("plain_reply.open", reply=replies[0].reply), *silent))
        for reply in replies:
            if reply.says:
                yield words("plain_reply.asked", ask=reply.ask, answer=reply.says)

    def step(self, number: int, act: Act) -> Iterator[str]:
        """Yield the lines of one act, with its recipients and what is written down."""
        text = self.words("text.step", number=number, says=act.says)
        yield self.wrapped(text, then="   ")
        if act.condition:
            yield self.wrapped(act.condition, "   ", "   ")
        for facts in deadline.step_facts(self.words, act):
            yield from self.lines(facts, "   ")

    def row(self, number: int, row: tuple[tuple[blocks.Block, ...], ...]) -> Iterator[str]:
        """Yield the lines of a row of a table, its first cell with a number before it."""
        heads, *cells = (list(self._cell(cell)) for cell in row)
        yield self.wrapped(self.words("text.row", number=number, head=" ".join(heads)), then="   ")
        yield from (self.wrapped(line, "   ", "   ") for cell in cells for line in cell)

    def _cell(self, cell: tuple[blocks.Block, ...]) -> Iterator[str]:
        return (line for block in cell for line in self.lines(block))

    def contact(self, contact: Contact) -> Iterator[str]:
        """Yield every way to reach somebody, and the day it was checked."""
        checked = self.words.short_date(contact.checked_on)
        yield self.words("text.contact", name=contact.name, date=checked)
        yield from (f"{STEP}{way}" for way in ways_to_reach(contact).values())
        if contact.note:
            yield self.wrapped(contact.note, STEP, STEP)

    def source(self, source: Cited) -> str:
        """Return a source with the day it was checked."""
        checked = self.words.short_date(source.document.checked_on)
        place = place_in_words(self.words, source)
        return self.words("text.source", place=place, publisher=source.document.publisher, date=checked)


def heading(text: str) -> tuple[str, ...]:
    """Return the lines of a heading."""
    return "", text, "-" * len(text)


def outcome_text(outcome: Outcome, width: int | None = None) -> str:
    """Return an outcome as text: what to do, by when, what follows, why, and the sources.

    With a width, lines are broken there; without one, each paragraph is one line.
    """
    return "\n".join(_outcome(outcome, TextWriter(outcome.words, width)))


def _outcome(outcome: Outcome, writer: TextWriter) -> Iterator[str]:
    words = outcome.words
    sections = {section.id: section for section in describe_outcome(outcome)}
    for block in describe_phase(outcome, outcome.now):
        yield from writer.lines(block)
    if outcome.turning_points:
        yield from heading(words["heading.turning_points"])
        yield from (writer.point(point.label) for point in outcome.turning_points)
    if outcome.message:
        yield from writer.lines(outcome.message)
    yield ""
    yield writer.wrapped(
        words("outcome.route_and_stage", route=outcome.route.name, stage=outcome.position.title)
    )
    yield writer.wrapped(outcome.policy.title)
    for text in (*outcome.notes, outcome.policy_basis_says):
        if text != outcome.lead.says:
            yield writer.wrapped(text)
    for identity in ("contacts", *ORDER[:-1]) if outcome.route.urgent else ORDER:
        yield from writer.lines(sections[identity])
    for text in filter(None, (outcome.assistance, outcome.safety)):
        yield ""
        yield writer.wrapped(text)


def message_text(words: Words, message: FilledMessage) -> str:
    """Return a draft message as text: recipients, copies, subject and body."""
    head = {"step.to": role_names(words, message.to), "step.copy_to": role_names(words, message.cc)}
    lines = [
        words("text.fact", name=words[key], value=held)
        for key, held in (head | {"message.subject": message.subject}).items()
        if held
    ]
    return "\n".join([*lines, "", message.body])
