"""What a timescale can say: each field goes with some others; each rule has a case that stays allowed."""

# ruff: noqa: E501 - a table is read by its columns

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
COUNTED = """\
        amount: 10
        unit: working_days
        from: sent
        firmness: must
        ends_with: answered
        closes_stage: true
"""
PLANNED = "- {id: meeting, name: the day of the meeting, ask: When is it?, planned: true}\n"
TEN = "amount: 10, unit: working_days, firmness: must"


def told(mini: Mini, timescale: str) -> list[str]:
    """Write the first timescale of the town's policy anew, and return its errors by their keys."""
    mini.add("national/events.yaml", PLANNED)
    mini.edit(TOWN, "      - id: answer\n        does: It is answered.\n" + COUNTED, f"      - {timescale}\n")
    mini.edit(TOWN, "        source: Section 1\n    if_unresolved", "    if_unresolved")
    begin = "stages[0].timescales[0]"
    return [each.partition(" error: ")[2].removeprefix(begin).lstrip(".") for each in mini.errors()]


def errors(mini: Mini, fields: str, does: str = "It is answered.") -> list[str]:
    """Return the errors of a timescale with some fields."""
    return told(mini, f"{{id: answer, does: '{does}', source: Section 1, {fields}}}")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        # the start
        (f"{TEN}, from: sent", None),
        (f"{TEN}, before: meeting", None),
        (f"{TEN}, start_not_stated: true", None),
        (f"{TEN}, from: sent, before: meeting",
         "before: stands beside from. Keep one: from counts on, before counts back, start_not_stated gives no date."),
        (f"{TEN}, from: sent, start_not_stated: true",
         ("start_not_stated: stands beside from. Keep one: from counts on, before counts back, start_not_stated "
         "gives no date.")),
        ("unit: immediately, firmness: must, start_not_stated: true",
         "start_not_stated: does not go with the unit immediately. Take it out."),
        (f"{TEN}, before: sent",
         ("before: sent is not planned, so that its day is asked for only when it is past. Write planned: true at "
         "sent in events.yaml.")),
        (f"{TEN}, before: meeting, counting: next_working_day",
         "counting: does not go with before. Take it out: a day that time is counted back from is not received."),
        (f"{TEN}, before: meeting, counting: beginning_with", None),
        # a range
        (f"{TEN}, from: sent, up_to: 11", None),
        (f"{TEN}, from: sent, up_to: 10",
         "up_to: is not larger than the amount, 10. Write the smaller number as amount, and the larger one as up_to."),
        (f"{TEN}, from: sent, up_to: 1001", "up_to: cannot be 1001. Write a number from 1 to 1000."),
        # words
        ("unit: in_words, firmness: must, in_words: as soon as practicable", None),
        ("unit: in_words, firmness: must",
         ("in_words: is missing. Write how the document puts the time, in your own words, such as: as soon as "
         "practicable.")),
        ("unit: as_agreed, firmness: should",
         ("in_words: is missing. Write how the document puts the time, in your own words, such as: as soon as "
         "practicable.")),
        ("unit: as_agreed, firmness: should, in_words: as the meeting sets, falls_on: meeting", None),
        ("unit: as_agreed, firmness: should, in_words: as the meeting sets, falls_on: sent",
         ("falls_on: sent is not planned, so that its day is asked for only when it is past. Write planned: true at "
         "sent in events.yaml.")),
        (f"{TEN}, from: sent, in_words: in good time",
         ("in_words: does not go with the unit working_days. Take it out, or write unit: in_words in place of the "
         "number.")),
        ("unit: none_stated, in_words: in good time",
         "unit: is none_stated, but in_words says one. Write in_words."),
        (f"{TEN}, from: sent, falls_on: meeting",
         "falls_on: is for a day that is agreed. Take it out, or write unit: as_agreed."),
        ("unit: in_words, firmness: must, in_words: once a term, amount: 1",
         "amount: does not go with the unit in_words. Take it out."),
        ("unit: in_words, firmness: must, in_words: once a term, windows: [{name: spring, first: '01-01', last: '02-29'}]",
         None),
        ("unit: in_words, firmness: must, in_words: once a term, windows: [{name: spring, first: '01-01', last: '02-30'}]",
         "windows[0].last: is no day of any year. Write the month and the day, such as 04-01."),
        (f"{TEN}, from: sent, windows: [{{name: spring, first: '01-01', last: '03-31'}}]",
         "windows: are for a time that is stated in words. Write unit: in_words."),
        # the day and its hour
        (f"{TEN}, from: sent, weekday: friday, at: '12:00', day_off: previous_working_day", None),
        ("amount: 48, unit: hours, firmness: must, from: sent, day_off: next_working_day", None),
        ("amount: 48, unit: hours, firmness: must, from: sent, at: '12:00'",
         "at: does not go with the unit hours. Take it out: so many hours end at a time of day of their own."),
        ("unit: immediately, firmness: must, at: '12:00'", "at: does not go with the unit immediately. Take it out."),
        ("unit: immediately, firmness: must, counting: beginning_with",
         "counting: does not go with the unit immediately. Take it out."),
        (f"{TEN}, from: sent, received_until: '16:00', counting: next_working_day", None),
        (f"{TEN}, from: sent, received_until: '16:00'",
         "received_until: needs the counting next_working_day. Write counting: next_working_day, or take it out."),
        # coming round again
        (("amount: 1, unit: weeks, firmness: must, from: sent, repeats: true, "
         "then_every: [{after: 1, after_unit: months, amount: 6, unit: weeks}]"), None),
        (f"{TEN}, from: sent, then_every: [{{after: 1, after_unit: months, amount: 6, unit: weeks}}]",
         "then_every: needs repeats: true. Add it, or take this out."),
        (("amount: 1, unit: weeks, firmness: must, from: sent, repeats: true, "
         "then_every: [{after: 1, after_unit: as_agreed, amount: 6, unit: weeks}]"),
         ("then_every[0].after_unit: cannot be counted. Write one of: working_days, calendar_days, weeks, months, "
         "years, hours.")),
        (("amount: 1, unit: weeks, firmness: must, from: sent, repeats: true, "
         "then_every: [{after: 0, after_unit: months, amount: 6, unit: weeks}]"),
         "then_every[0].after: cannot be 0. Write a number from 1 to 1000."),
        ("unit: immediately, firmness: must, repeats: true",
         "repeats: does not go with the unit immediately. Take it out, or write how often it comes round."),
        ("unit: as_agreed, firmness: should, in_words: as the meeting agrees, repeats: true", None),
        # what the date means
        (f"{TEN}, from: sent, share: 95", None),
        (f"{TEN}, from: sent, share: 100",
         "share: cannot be 100. Write a number from 1 to 99, or leave it out where it holds in each case."),
        (f"{TEN}, from: sent, share: 95, closes_stage: true",
         "closes_stage: does not go with a share of all cases. Take it out: that promises no date in any one of them."),
        (f"{TEN}, from: sent, share: 95, ends_with: answered",
         "ends_with: does not go with a share of all cases. Take it out: that promises no date in any one of them."),
        ("unit: none_stated, share: 95", "share: does not go with the unit none_stated. Take it out."),
        (f"{TEN}, from: sent, kind: not_before", None),
        (f"{TEN}, from: sent, kind: not_before, closes_stage: true",
         ("closes_stage: does not go with the kind not_before. Take it out: that says when something begins at the "
         "earliest.")),
        (f"{TEN}, from: sent, kind: limit, if_missed: Ask., closes_stage: true, who: carer", None),
        (f"{TEN}, from: sent, firmness: promise".replace("firmness: must, ", ""), None),
        # alternatives
        (f"{TEN}, from: sent, whichever: earlier, alternatives: [{{amount: 3, unit: weeks}}]", None),
        (f"{TEN}, from: sent, whichever: later, alternatives: [{{from: answered}}]", None),
        (f"{TEN}, from: sent, alternatives: [{{amount: 3}}]",
         "whichever: is missing beside alternatives. Write earlier or later: which of the limits applies."),
        (f"{TEN}, from: sent, whichever: later",
         "whichever: has nothing to choose from. Write the other limits under alternatives, or take it out."),
        (f"{TEN}, from: sent, whichever: later, alternatives: [{{amount: 10}}]",
         ("alternatives[0]: does not differ from another limit of this timescale. Write another number, unit or "
         "event, or take it out.")),
        (f"{TEN}, from: sent, whichever: later, alternatives: [{{from: answered, before: meeting}}]",
         "alternatives[0].before: stands beside from. Keep one: from counts on, before counts back."),
        (f"{TEN}, from: sent, whichever: later, alternatives: [{{unit: none_stated}}]",
         ("alternatives[0].unit: cannot be counted. Write one of: working_days, calendar_days, weeks, months, years, "
         "hours.")),
        # readings
        (f"{TEN}, from: sent, readings: [{{why: x, unit: weeks}}]", None),
        (f"{TEN}, from: sent, readings: [{{why: x, amount: 10, unit: working_days}}]",
         ("readings[0]: gives the same date as the timescale. Write the number, unit or counting that differs, or "
         "take it out.")),
        (f"{TEN}, from: sent, readings: [{{why: x, unit: weeks}}, {{why: z, amount: 10, unit: weeks}}]",
         ("readings[1]: gives the same date as another reading. Write the number, unit or counting that differs, or "
         "take it out.")),
        # an extension
        (f"{TEN}, from: sent, extension: {{amount: 10, source: S}}", None),
        (f"{TEN}, from: sent, extension: {{amount: 5, source: S}}", None),
        (f"{TEN}, from: sent, extension: {{amount: 65, in_all: true, source: S}}", None),
        (f"{TEN}, from: sent, extension: {{amount: 3, unit: months, in_all: true, source: S}}", None),
        (f"{TEN}, from: sent, extension: {{amount: 10, in_all: true, source: S}}",
         ("extension.amount: is no longer than the 10 working_days that it extends. Write the whole time, or leave "
         "in_all out where this is what is added.")),
        (f"{TEN}, from: sent, extension: {{amount: 1, unit: weeks, in_all: true, source: S}}",
         ("extension.amount: is no longer than the 10 working_days that it extends. Write the whole time, or leave "
         "in_all out where this is what is added.")),
        ("unit: immediately, firmness: must, extension: {amount: 5, unit: weeks, source: S}",
         "extension: does not go with the unit immediately. Take it out."),
        # a clock that stands still
        (f"{TEN}, from: sent, pauses: [{{says: x, source: S}}]", None),
        (f"{TEN}, from: sent, pauses: [{{says: x, source: S, begins_with: sent, over_with: answered}}]", None),
        (f"{TEN}, from: sent, pauses: [{{says: x, source: S, over_with: answered}}]",
         ("pauses[0].begins_with: is missing beside over_with. Write the event that stops the clock, or leave both "
         "out.")),
        (f"{TEN}, from: sent, pauses: [{{says: x, source: S, begins_with: answered, over_with: answered}}]",
         "pauses[0].over_with: is the event that stops the clock. Write the event with which the clock runs on."),
        ("unit: none_stated, pauses: [{says: x, source: S}]",
         "pauses: does not go with the unit none_stated. Take it out."),
    ],
)  # fmt: skip
def test_each_field_goes_with_what_it_needs(mini: Mini, fields: str, wrong: str | None) -> None:
    """A field that does not fit the others is told once, with what to write; what fits is not told."""
    assert errors(mini, fields) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("does", "stated"),
    [
        ("It is answered within 10 working days.", "within 10 working days"),
        ("The carer asks for stage 2 within twenty days.", "within twenty days"),
        ("It is looked at again every six weeks.", "every six weeks"),
        ("It is read at least 3 days before the panel.", "at least 3 days"),
        ("It is answered at stage 2.", None),
        ("The child is seen on the second day.", None),
        ("The 3 parts of the form are filled in.", None),
        ("You hear what the 2 workers have decided to do.", None),
    ],
)
def test_no_time_is_hidden_where_none_is_said_to_be_stated(mini: Mini, does: str, stated: str | None) -> None:
    """Where the sentence itself states a time, to publish that none is stated would be false."""
    hint = "Write the number under amount and its unit here, or unit: in_words and the words."
    expected = [f"unit: is none_stated, but does says a time: {stated}. {hint}"] if stated else []
    assert errors(mini, "unit: none_stated", does) == expected


def test_a_time_in_words_may_hold_a_number(mini: Mini) -> None:
    """What cannot be counted may name a number all the same, as its words are shown as they are."""
    assert errors(mini, "unit: in_words, firmness: should, in_words: weekly for the first 4 weeks") == []


@pytest.mark.parametrize(
    ("usual", "longest", "wrong"),
    [
        ("amount: 10, unit: working_days, firmness: usual", "amount: 20, unit: working_days", False),
        ("amount: 20, unit: working_days, firmness: usual", "amount: 20, unit: working_days", False),
        ("amount: 21, unit: working_days, firmness: usual", "amount: 20, unit: working_days", True),
        ("amount: 21, unit: working_days, firmness: aim", "amount: 20, unit: working_days", True),
        # 4 weeks are 28 days; 20 working days are 26 at least.
        ("amount: 20, unit: working_days, firmness: usual", "amount: 25, unit: calendar_days", True),
        ("amount: 20, unit: working_days, firmness: usual", "amount: 26, unit: calendar_days", False),
        ("amount: 21, unit: working_days, firmness: must", "amount: 20, unit: working_days", False),
    ],
)
def test_a_usual_time_is_not_longer_than_the_longest(
    mini: Mini, usual: str, longest: str, wrong: bool
) -> None:
    """Of two times for the same thing, the usual one is not longer than the maximum."""
    other = "{id: longest, does: 'It is answered, even where it is complex.', source: S, firmness: maximum, from: sent, "
    found = told(
        mini,
        f"{{id: answer, does: It is answered., source: S, from: sent, {usual}}}\n      - {other}{longest}}}",
    )
    what = "amount: is longer than the longest time for the same thing, longest. "
    assert found == ([f"{what}Write the two numbers the other way round."] if wrong else [])


def test_times_for_different_things_are_not_compared(mini: Mini) -> None:
    """A usual time for the answer may be longer than the longest time for saying that it has come."""
    other = "{id: told, does: The carer is told that it has come., source: S, firmness: maximum, from: sent, "
    usual = "amount: 30, unit: working_days, firmness: usual"
    mine = f"{{id: answer, does: It is answered., source: S, from: sent, {usual}}}"
    assert told(mini, f"{mine}\n      - {other}amount: 5, unit: working_days}}") == []


def test_what_should_have_happened_may_stand_in_the_step(mini: Mini) -> None:
    """The words of a time may be left out only where a step of the stage names it."""
    (wrong,) = told(mini, f"{{id: answer, source: Section 1, {TEN}, from: sent}}")
    assert wrong == (
        "does: is missing. Write what should have happened by then, or name this time in the by of a step."
    )
    mini.edit(TOWN, "does: answers, to", "does: answers, by: answer, to")
    assert mini.errors() == []


def test_the_time_of_a_step_is_one_of_its_own_stage(mini: Mini) -> None:
    """A step names a timescale of the stage that it stands in."""
    mini.edit(TOWN, "does: answers, to", "does: answers, by: again, to")
    (error,) = mini.errors()
    assert error.endswith("stages[0].steps[0].by: again is no timescale of this stage. Write one of: answer.")
    mini.edit(TOWN, "by: again", "by: answer")
    assert mini.errors() == []
