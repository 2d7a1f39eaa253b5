"""How an outcome shows its deadlines: as a card, in the lead, among the stages to come, and in one line."""

from collections.abc import Iterator
from datetime import date

from navigator.core.deadlines import Deadline, ReadingDate
from navigator.core.model import Words
from navigator.core.phrases import rule_and_firmness, status_in_words
from navigator.core.timeline import Leg
from navigator.render import blocks


def card(words: Words, item: Deadline) -> blocks.Group:
    """Show one deadline: the date, how firm it is, what it is counted from, and other readings."""
    notes = (item.assumption, item.projected, item.provisional, item.outside)
    table = blocks.Link(words["deadline.look_up"], f"dates/{item.table}/")
    return blocks.group(
        "deadline",
        blocks.Heading(item.timescale.does),
        blocks.Paragraph(blocks.Strong(blocks.Day(item.due)), "date-big") if item.due else None,
        blocks.Paragraph(status_in_words(words, item.status)) if item.status else None,
        blocks.Paragraph(rule_and_firmness(words, item.rule, item.timescale.firmness)),
        _counted_from(words, item),
        *(blocks.Paragraph(note, "note") for note in notes if note),
        blocks.Receipt(item.receipt) if item.receipt else None,
        *_readings(words, item.readings),
        blocks.page_only(blocks.Paragraph(table)) if item.table else None,
        item.source,
    )


def _counted_from(words: Words, item: Deadline) -> blocks.Block | None:
    """Say which day was counted from, once it is known; in a text the receipt begins with it."""
    if item.start_date is None or item.start_name is None:
        return None
    day = blocks.Day(item.start_date)
    said = blocks.say(words, "deadline.counted_from", event=item.start_name, date=day)
    return blocks.page_only(blocks.Paragraph(said))


def _readings(words: Words, readings: tuple[ReadingDate, ...]) -> Iterator[blocks.Block]:
    """Yield the other readings of a rule, each with its date where there is one."""
    groups = []
    for reading in readings:
        due = blocks.Day(reading.due) if reading.due else None
        key = "text.reading_with_date" if due else "text.reading"
        said = blocks.say(words, key, date=due or "", rule=reading.rule, why=reading.why)
        yield blocks.TextOnly(said)
        groups.append(
            blocks.group(
                "reading",
                blocks.Paragraph(blocks.Strong(due), "date-other") if due else None,
                blocks.Paragraph(reading.rule),
                blocks.Paragraph(reading.why),
                blocks.Receipt(reading.receipt) if reading.receipt else None,
            )
        )
    if groups:
        heading = blocks.Heading(words["deadline.readings"], level=4)
        yield blocks.page_only(blocks.group("readings", heading, *groups))


def nearest(deadlines: tuple[Deadline, ...]) -> Deadline | None:
    """Return the next date to come; failing that the one that closes the stage, failing that the first."""
    coming = [
        item
        for item in deadlines
        if item.due and item.status and item.status.state in {"ahead", "today"} and not item.projected
    ]
    if coming:
        return min(coming, key=lambda item: item.due or date.max)
    closing = (item for item in deadlines if item.timescale.closes_stage)
    return next(closing, None) or next(iter(deadlines), None)


def in_the_lead(words: Words, item: Deadline) -> tuple[blocks.Block, ...]:
    """Say what should have happened by a date, and by which other date under another reading."""
    if item.due is None or item.status is None:
        rule = blocks.say(words, "deadline.line", does=item.timescale.does, rule=blocks.Strong(item.rule))
        return (blocks.Paragraph(rule),)
    status = status_in_words(words, item.status)
    others = dict.fromkeys(reading.due for reading in item.readings if reading.due not in {None, item.due})
    said = [blocks.say(words, "deadline.by_and_status", by=_by(words, item.due), status=status)]
    for other in filter(None, others):
        day = blocks.Strong(blocks.Day(other))
        said.append(blocks.say(words, "deadline.read_another_way", date=day))
    return (blocks.Paragraph(item.timescale.does, "lead-what"), *map(blocks.Paragraph, said))


def _by(words: Words, due: date) -> blocks.Span:
    return blocks.Strong(blocks.say(words, "deadline.by", date=blocks.Day(due)))


def in_one_line(words: Words, item: Deadline) -> str:
    """Say by when in one line: the date, or the rule where there is none."""
    if item.due is None:
        return words("deadline.line", does=item.timescale.does, rule=item.rule)
    return words("deadline.line_with_date", does=item.timescale.does, date=words.long_date(item.due))


def alongside(words: Words, item: Deadline) -> blocks.Filled:
    """Say a deadline of something that runs alongside."""
    does = item.timescale.does
    if item.due is None:
        return blocks.say(words, "deadline.line", does=does, rule=item.rule)
    by = _by(words, item.due)
    return blocks.say(words, "deadline.line_with_rule_and_date", does=does, rule=item.rule, by=by)


def stage_to_come(words: Words, leg: Leg) -> blocks.Statement:
    """Say a stage of the timeline and when it would end."""
    if leg.closing is None:
        ends: blocks.Span = words["timeline.no_limit"]
    elif leg.closing.due is None:
        ends = leg.closing.rule
    else:
        key = "timeline.ends" if leg.current else "timeline.would_end"
        ends = blocks.say(words, key, date=blocks.Day(leg.closing.due))
    key = "timeline.you_are_here" if leg.current else "timeline.stage"
    title, ends = blocks.Strong(leg.position.title), blocks.Marked(ends, "leg-date")
    said = blocks.say(words, key, stage=title, ends=ends)
    return blocks.Statement(said, kind="current" if leg.current else None)
