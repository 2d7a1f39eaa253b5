"""What a phase of a stage says, as blocks for every kind of output."""

from collections.abc import Iterator

from navigator.core.model import Words
from navigator.core.outcome import Following, Outcome, PhaseShown
from navigator.render import blocks


def describe_phase(outcome: Outcome, shown: PhaseShown) -> Iterator[blocks.Block]:
    """Yield what a phase says: who must do what by when, what else to do, and what if nothing comes of it."""
    words = outcome.words
    yield blocks.Paragraph(blocks.Strong(shown.lead.says), "lead-says")
    yield from (blocks.Paragraph(text, "note") for text in _notes(words, shown))
    yield from (blocks.Paragraph(act.says) for act in shown.more)
    if shown.says and shown.says != shown.lead.says:
        yield blocks.Paragraph(shown.says)
    if shown.late:
        yield blocks.Paragraph(_if_not(words, shown))
    if shown.next and shown.next.says != shown.lead.says:
        name = shown.next.position.title if shown.next.position else ""
        name = name or (shown.next.route.name if shown.next.route else "")
        link = (
            blocks.Link(words("outcome.go_to", page=name), shown.next.node.address)
            if shown.next.node
            else None
        )
        yield blocks.Statement(shown.next.says, shown.next.source, link=link)


def _notes(words: Words, shown: PhaseShown) -> Iterator[str]:
    if shown.lead.planned:
        yield shown.lead.planned
    deadline = shown.lead.deadline
    if deadline and deadline.due is None:
        yield deadline.rule
    if shown.not_stated:
        yield words["phase_not_stated"]


def _if_not(words: Words, shown: PhaseShown) -> str:
    says = shown.late.says if shown.late else ""
    if shown.late_on is None:
        return words("lead.if_not", says=says)
    return words("lead.if_not_on", says=says, date=words.long_date(shown.late_on))


def _link(words: Words, follows: Following) -> blocks.Link | None:
    name = follows.position.title if follows.position else follows.route.name if follows.route else ""
    return blocks.Link(words("outcome.go_to", page=name), follows.node.address) if follows.node else None
