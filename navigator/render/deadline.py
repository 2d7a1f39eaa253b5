"""How an outcome shows its deadlines: as a card, in the lead, among the stages to come, and in one line."""

from collections.abc import Iterator
from datetime import date

from navigator.core.lead import Act
from navigator.core.model import Words
from navigator.core.model.units import DateKind
from navigator.core.phrases import firmness_in_words, status_in_words
from navigator.core.time.deadlines import Deadline, ExtensionDate, ReadingDate
from navigator.core.time.timeline import Leg
from navigator.render import blocks


def card(words: Words, item: Deadline) -> blocks.Group:
    """Show one deadline: the date, what it means, how firm it is, and how else it can be read."""
    notes = (*item.notes, item.assumption)
    who = (
        blocks.Facts(((words["deadline.who"], blocks.RoleName(item.who)),))
        if item.who and item.timescale.does
        else None
    )
    firmness = item.timescale.firmness
    rule = blocks.some(
        blocks.Paragraph(item.rule),
        blocks.Paragraph(firmness_in_words(words, firmness)) if firmness else None,
    )
    wording = blocks.some(
        *(rule if item.due else ()),
        who,
        _counted_from(words, item),
        *(blocks.Paragraph(note, "note") for note in notes if note),
        blocks.Receipt(item.receipt) if item.receipt else None,
        *_extension(words, item.extension),
        *_readings(words, item.readings),
        *_table(words, item),
        item.source,
    )
    return blocks.group(
        "deadline",
        blocks.Heading(item.does),
        blocks.Paragraph(item.condition, "case") if item.condition else None,
        *((blocks.Paragraph(in_full(words, item), "date-big"),) if item.due else rule),
        blocks.Paragraph(status_in_words(words, item.status)) if item.status else None,
        *map(blocks.Paragraph, meaning(words, item.kind)),
        *(
            blocks.Paragraph(note, "note")
            for note in (item.projected, item.provisional, item.outside)
            if note
        ),
        blocks.Fold(words["deadline.wording"], wording),
    )


def _table(words: Words, item: Deadline) -> Iterator[blocks.Block]:
    """Yield a link to the table that gives this date for any day."""
    if item.table:
        link = blocks.Link(words["deadline.look_up"], f"dates/{item.table}/")
        yield blocks.page_only(blocks.Paragraph(link))


def meaning(words: Words, kind: DateKind) -> tuple[str, ...]:
    """Say what missing a date, or coming before it, means; nothing of a time by which others act."""
    return () if kind is DateKind.DUTY else (words[f"date_kind.{kind}"],)


def _when(words: Words, item: Deadline, form: str) -> blocks.Filled:
    """Say when, as `alone` for a line of its own or as `by` within others: a day, an hour, or a range."""
    at = words.time_of_day(item.at) if item.at else ""
    first = blocks.Day(item.earliest) if item.earliest else ""
    shape = (
        "not_before" if item.kind is DateKind.NOT_BEFORE else "range" if first else "hour" if at else "day"
    )
    return blocks.say(
        words, f"deadline.{form}.{shape}", date=blocks.Day(item.due or date.max), time=at, first=first
    )


def _extension(words: Words, item: ExtensionDate | None) -> Iterator[blocks.Block]:
    """Yield by how much a limit may be extended, until when, by whom, and who is told.

    Where the reader has said that it is extended, the date above is the one with the extension.
    """
    if item is None:
        return
    due, at = None, words.time_of_day(item.at) if item.at else ""
    if item.due and not item.applies:
        form = "deadline.by.hour" if at else "deadline.by.day"
        due = blocks.say(words, form, date=blocks.Day(item.due), time=at)
    pairs = {
        "extension.who": blocks.RoleName(item.who) if item.who else None,
        "extension.told": blocks.Row(tuple(map(blocks.RoleName, item.told))) if item.told else None,
    }
    facts = tuple((words[key], value) for key, value in pairs.items() if value)
    yield blocks.group(
        "extension",
        blocks.Heading(words["extension.applies" if item.applies else "extension.heading"], level=4),
        blocks.Paragraph(item.condition, "case") if item.condition else None,
        blocks.Paragraph(blocks.Strong(due), "date-other") if due else None,
        blocks.Paragraph(item.rule),
        blocks.Facts(facts) if facts else None,
        blocks.Paragraph(item.says) if item.says else None,
        blocks.Receipt(item.receipt) if item.receipt and due else None,
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


def in_full(words: Words, item: Deadline) -> blocks.Span:
    """Say when, on a line of its own: a day, an hour, a range, or not before a day."""
    return blocks.Strong(_when(words, item, "alone"))


def receipt(words: Words, item: Deadline) -> blocks.Fold:
    """Fold away the rule, how the date was counted from it, how else it can be read, and where it stands."""
    said = blocks.some(
        blocks.Paragraph(item.rule),
        _counted_from(words, item),
        blocks.Receipt(item.receipt) if item.receipt else None,
        *_readings(words, item.readings),
        item.source,
    )
    return blocks.Fold(words["deadline.wording"], said)


def _by(words: Words, item: Deadline) -> blocks.Span:
    return blocks.Strong(_when(words, item, "by"))


def of_step(words: Words, act: Act, item: Deadline) -> blocks.Span:
    """Say by when a step is done: the date, or the rule where there is none.

    In which case that holds is said where the step itself does not say it.
    """
    said = _by(words, item) if item.due else item.rule
    case = item.condition if item.condition != act.condition else None
    return blocks.say(words, "deadline.in_case", by=said, case=case) if case else said


def step_facts(words: Words, act: Act) -> tuple[blocks.Facts, ...]:
    """Return to whom a step is addressed, what is written down and by when it is done, where any is said."""
    facts = blocks.addressed(words, act)
    if act.deadline is None:
        return facts
    when = (words["step.when"], of_step(words, act, act.deadline))
    return (blocks.Facts((*(pair for each in facts for pair in each.pairs), when)),)


def in_one_line(words: Words, item: Deadline) -> blocks.Filled:
    """Say by when in one line: the date, or the rule where there is none; and in which case."""
    if item.due:
        said = blocks.say(words, "deadline.line_with_date", does=item.does, by=_when(words, item, "by"))
    elif item.timescale.amount is None:
        said = blocks.say(words, "deadline.line", does=item.does, rule=item.rule)
    else:
        said = blocks.say(words, "deadline.line_to_fill_in", does=item.does)
    return blocks.say(words, "deadline.in_case", by=said, case=item.condition) if item.condition else said


def alongside(words: Words, item: Deadline) -> blocks.Filled:
    """Say a deadline of something that runs alongside."""
    does = " ".join(filter(None, (item.condition, item.does)))
    if item.due is None:
        return blocks.say(words, "deadline.line", does=does, rule=item.rule)
    by = _by(words, item)
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
