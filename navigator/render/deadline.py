"""How an outcome shows its deadlines: as a card, in the lead, among the stages to come, and in one line."""

from datetime import date

from navigator.core.deadlines import Deadline
from navigator.core.model import Words
from navigator.core.phrases import rule_and_firmness, status_in_words
from navigator.core.timeline import Leg
from navigator.render.blocks import (
    Block,
    Card,
    Day,
    Filled,
    Link,
    Marked,
    PageOnly,
    Paragraph,
    Readings,
    Receipt,
    Span,
    Statement,
    Strong,
    filled,
    some,
)


def card(words: Words, item: Deadline) -> Card:
    """Show one deadline: the date, how firm it is, what it is counted from, and other readings."""
    notes = (item.assumption, item.projected, item.provisional, item.outside)
    table = Link(words["deadline.look_up"], f"dates/{item.table}/")
    return Card(
        item.does,
        some(
            Paragraph(Strong(Day(item.due)), "date-big") if item.due else None,
            Paragraph(status_in_words(words, item.status)) if item.status else None,
            Paragraph(rule_and_firmness(words, item.rule, item.firmness)),
            _counted_from(words, item),
            *(Paragraph(note, "note") for note in notes if note),
            Receipt(item.receipt) if item.receipt else None,
            Readings(item.readings) if item.readings else None,
            PageOnly((Paragraph(table),)) if item.table else None,
            item.source,
        ),
        "deadline",
    )


def _counted_from(words: Words, item: Deadline) -> Block | None:
    """Say which day was counted from, once it is known; in a text the receipt begins with it."""
    if item.start_date is None or item.start_name is None:
        return None
    said = filled(words["deadline.counted_from"], event=item.start_name, date=Day(item.start_date))
    return PageOnly((Paragraph(said),))


def nearest(deadlines: tuple[Deadline, ...]) -> Deadline | None:
    """Return the next date to come; failing that the one that closes the stage, failing that the first."""
    coming = [
        item
        for item in deadlines
        if item.due and item.status and item.status.state in {"ahead", "today"} and not item.projected
    ]
    if coming:
        return min(coming, key=lambda item: item.due or date.max)
    closing = (item for item in deadlines if item.closes_stage)
    return next(closing, None) or next(iter(deadlines), None)


def in_the_lead(words: Words, item: Deadline) -> tuple[Block, ...]:
    """Say what should have happened by a date, and by which other date under another reading."""
    if item.due is None or item.status is None:
        return (Paragraph(filled(words["deadline.line"], does=item.does, rule=Strong(item.rule))),)
    others = dict.fromkeys(
        reading.due for reading in item.readings if reading.due and reading.due != item.due
    )
    status = status_in_words(words, item.status)
    other = words["deadline.read_another_way"]
    return (
        Paragraph(item.does, "lead-what"),
        Paragraph(filled(words["deadline.by_and_status"], by=_by(words, item.due), status=status)),
        *(Paragraph(filled(other, date=Strong(Day(day)))) for day in others),
    )


def _by(words: Words, due: date) -> Span:
    return Strong(filled(words["deadline.by"], date=Day(due)))


def in_one_line(words: Words, item: Deadline) -> str:
    """Say by when in one line: the date, or the rule where there is none."""
    if item.due is None:
        return words("deadline.line", does=item.does, rule=item.rule)
    return words("deadline.line_with_date", does=item.does, date=words.long_date(item.due))


def alongside(words: Words, item: Deadline) -> Filled:
    """Say a deadline of something that runs alongside."""
    if item.due is None:
        return filled(words["deadline.line"], does=item.does, rule=item.rule)
    by = _by(words, item.due)
    return filled(words["deadline.line_with_rule_and_date"], does=item.does, rule=item.rule, by=by)


def stage_to_come(words: Words, leg: Leg) -> Statement:
    """Say a stage of the timeline and when it would end."""
    if leg.closing is None:
        ends: Span = words["timeline.no_limit"]
    elif leg.closing.due is None:
        ends = leg.closing.rule
    else:
        text = words["timeline.ends" if leg.current else "timeline.would_end"]
        ends = filled(text, date=Day(leg.closing.due))
    line = words["timeline.you_are_here" if leg.current else "timeline.stage"]
    stage = filled(line, stage=Strong(leg.position.title), ends=Marked(ends, "leg-date"))
    return Statement(stage, kind="current" if leg.current else None)
