"""An outcome as plain text, for a terminal or for somebody's own notes."""

from collections.abc import Iterator
from textwrap import fill

from navigator.core.citations import Cited
from navigator.core.deadlines import Deadline
from navigator.core.filled_message import FilledMessage
from navigator.core.model import Contact, Role, Words
from navigator.core.outcome import Act, Outcome
from navigator.render.components import FIRMNESS, sentence, status_in_words


def outcome_text(found: Outcome, width: int | None = None) -> str:
    """Show an outcome: what to do, by when, what follows, why, and the sources.

    With a width, lines are broken there; without one, each paragraph is one line.
    """
    return "\n".join(_Writer(found.words, width).lines(found))


def message_text(message: FilledMessage) -> str:
    """Show a draft message: whom it is to, what it is about, and its text."""
    head = [("To", names(message.to)), ("Copy to", names(message.cc)), ("Subject", message.subject)]
    return "\n".join([*(f"{name}: {held}" for name, held in head if held), "", message.body])


def names(roles: tuple[Role, ...]) -> str:
    """Name several roles, separated by commas."""
    return ", ".join(role.name for role in roles)


class _Writer:
    """Writes lines of one width."""

    def __init__(self, words: Words, width: int | None) -> None:
        self.words = words
        self.width = width

    def wrapped(self, text: str, first: str = "", then: str = "") -> str:
        """Break a text, with what its first line and its later lines begin with."""
        if self.width is None:
            return f"{first}{text}"
        return fill(text, self.width, initial_indent=first, subsequent_indent=then)

    def lines(self, found: Outcome) -> Iterator[str]:
        yield f"{found.route.name}: {found.position.title}"
        yield found.policy.title
        for text in (*found.notes, found.policy_basis_says):
            yield self.wrapped(text)
        if found.route.urgent:
            yield from self.contacts("Who to call", found.contacts)
        yield from _heading("Who does what")
        yield from self.steps(found.steps)
        if found.message:
            yield from _heading(f"A message you can use, from the {found.message.who.name}")
            yield message_text(found.message)
        yield from _heading("By when")
        for item in found.all_deadlines:
            yield from self.deadline(item)
        for heading, texts in _lists(found):
            if texts:
                yield from _heading(heading)
                yield from (self.wrapped(text, "- ", "  ") for text in texts)
        if not found.route.urgent:
            yield from self.contacts("Who to contact", found.contacts)
        yield ""
        yield self.wrapped(found.assistance)
        if found.safety:
            yield ""
            yield self.wrapped(found.safety)

    def steps(self, acts: tuple[Act, ...]) -> Iterator[str]:
        for number, act in enumerate(acts, 1):
            yield self.wrapped(f"{number}. {sentence(act.who.name)} {act.does}", then="   ")
            for name, roles in (("To", act.to), ("Copy to", act.cc)):
                if roles:
                    yield f"   {name}: {names(roles)}"
            if act.record:
                yield self.wrapped(f"   Write down: {act.record}", then="   ")

    def contacts(self, heading: str, found: tuple[Contact, ...]) -> Iterator[str]:
        if found:
            yield from _heading(heading)
        for contact in found:
            yield f"{contact.name} (checked {self.words.short_date(contact.checked_on)})"
            for way in (contact.phone, contact.email, contact.web, contact.address):
                if way:
                    yield f"  {way}"
            if contact.note:
                yield self.wrapped(contact.note, "  ", "  ")

    def deadline(self, item: Deadline) -> Iterator[str]:
        yield item.does
        if item.due:
            yield f"  {self.words.long_date(item.due)}"
        if item.status:
            yield f"  {status_in_words(item.status)}"
        firm = FIRMNESS[item.firmness] if item.firmness else ""
        yield self.wrapped(f"{item.rule} {firm}".strip(), "  ")
        for note in (item.assumption, item.projected, item.provisional, item.outside):
            if note:
                yield self.wrapped(note, "  ", "  ")
        for line in item.receipt:
            why = line.why if line.counted else f"not counted: {line.why}"
            yield f"    {self.words.long_date(line.day):<30}{why}"
        for reading in item.readings:
            due = f"{self.words.long_date(reading.due)}: " if reading.due else ""
            yield self.wrapped(f"Another reading: {due}{reading.rule} {reading.why}", "  ", "    ")


def _lists(found: Outcome) -> tuple[tuple[str, list[str]], ...]:
    """Return the parts of an outcome that are plain lists of sentences."""
    following = [text for text in (found.late, found.next.says) if text] if found.next else []
    excluded = [f"{sentence(item.exclusion.what)}: {item.exclusion.says}" for item in found.not_covered]
    answers = [f"{reason.ask} {reason.label}. {reason.because or ''}".strip() for reason in found.why]
    return (
        ("If this does not settle it", following),
        ("Know before you act", [remark.says for remark in found.warnings]),
        ("What can run at the same time", [item.says for item in found.also]),
        ("What this policy does not cover", excluded),
        ("Rules that matter here", [rule.says for rule in found.rules]),
        ("What the policy leaves open", [finding.says for finding in found.findings]),
        ("Why this answer", answers),
        ("Where this comes from", [_source(found.words, source) for source in found.sources]),
    )


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "-" * len(text)


def _source(words: Words, source: Cited) -> str:
    checked = words.short_date(source.checked_on)
    return f"{source.title}, {source.section} ({source.publisher}; checked {checked})"
