"""How an answer shows conditions, ways on, hours, ranges, extensions and tables of tasks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from navigator.core.engine import advance, dates_to_ask
from navigator.core.journey import follow
from navigator.core.model import Library, Next, Phase, Timescale
from navigator.core.model.policy import Form
from navigator.core.model.rules import Right
from navigator.core.model.steps import Detour
from navigator.core.model.units import DateKind, Unit
from navigator.core.model.variation import Extension
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.core.time.deadlines import Deadline
from navigator.load.words import english_words
from navigator.render import deadline
from navigator.render.dateform import Mistake, further_form, read_typed
from navigator.render.describe import describe_outcome
from navigator.render.describe_phase import describe_phase
from navigator.render.html_writer import HtmlWriter
from navigator.render.sharing import BadLink, fragment, open_link, read_fragment
from navigator.render.text_writer import TextWriter, outcome_text
from tests.builders import condition, event, library, policy, source, stage, step, timescale

WORDS = english_words()
TODAY = date(2026, 12, 1)
AT_FOUR = datetime(2026, 11, 24, 16)  # noqa: DTZ001 - the hour on the spot
DECLINED = "It may be declined. The stage can then begin without it."


def outcome_of(there: Library, dates: Mapping[str, date] | None = None, today: date = TODAY) -> Outcome:
    """Return the outcome at the only stage of a library, with the words of the site."""
    found = advance(there, {}, dates or {}, today, Node(None, "issue", None, "stage-1")).outcome
    assert found is not None
    return found


def world(*limits: Timescale, **fields: Any) -> Library:  # noqa: ANN401
    """Build a library whose only policy has one stage, in the words of the site."""
    form = fields.pop("form", Form.STAGES)
    rights, national = fields.pop("rights", ()), fields.pop("national", False)
    only = stage("stage-1", *limits, **fields)
    written = policy(only, conditions=(condition(),), form=form, rights=rights, national=national)
    planned = {"meeting": event("meeting")}
    events = tuple(planned.get(name, event(name)) for name in ("meeting", "request", "sent"))
    return library(written, words=WORDS, events=events)


def shown(there: Library, section: str, dates: Mapping[str, date] | None = None) -> tuple[str, list[str]]:
    """Return a section of the outcome as HTML and as lines of text."""
    outcome = outcome_of(there, dates)
    found = next(each for each in describe_outcome(outcome) if each.id == section)
    return HtmlWriter(WORDS).write(found), list(TextWriter(WORDS).lines(found))


def only(there: Library, dates: Mapping[str, date] | None = None) -> Deadline:
    """Return the only deadline of an outcome."""
    (found,) = outcome_of(there, dates).deadlines
    return found


def in_text(there: Library, dates: Mapping[str, date] | None = None) -> list[str]:
    """Return the card of the only deadline as text."""
    return [line.strip() for line in TextWriter(WORDS).lines(deadline.card(WORDS, only(there, dates)))]


@pytest.mark.parametrize(
    ("ways", "heading", "said"),
    [
        ({"if_unresolved": Next("Go up.", ends=True)}, "If this does not settle it", ["- Go up."]),
        ({"if_settled": Next("Ok.", ends=True), "if_unresolved": None}, "If this settles it", ["- Ok."]),
        ({"then": Next("It ends.", ends=True), "if_unresolved": None}, "What follows", ["- It ends."]),
        (
            {"if_settled": Next("Write.", ends=True), "if_unresolved": Next("Go up.", ends=True)},
            "What follows",
            ["If this settles it", "- Write.", "If this does not settle it", "- Go up."],
        ),
        (
            {
                "then": Next("It ends.", ends=True),
                "if_unresolved": None,
                "other_ways": (
                    Next("Sent back.", stage="stage-1", back=True, only_if="complex"),
                    Next("Paid.", ends=True, unless="complex"),
                ),
            },
            "What follows",
            [
                "When this has ended", "- It ends.", "Back to an earlier stage",
                "- Only if it is complex. Sent back.", "Another way on", "- Unless it is complex. Paid.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_heading_promises_no_more_than_follows(ways: dict[str, Any], heading: str, said: list[str]) -> None:
    """What follows a stage that ends stands under no heading about what does not settle it."""
    html, lines = shown(world(**ways), "next")
    assert lines == ["", heading, "-" * len(heading), *said]
    assert f'<h2 id="next">{heading}</h2>' in html


def test_a_step_back_says_so_in_its_link() -> None:
    """The link to a stage that is gone through again says that it leads back."""
    html, _ = shown(world(other_ways=(Next("Again.", stage="stage-1", back=True),)), "next")
    assert "Go back to: Stage 1</a>" in html


def test_a_step_says_in_which_case_it_is_done_and_by_when() -> None:
    """Below a step stand its condition and the time that it names."""
    limit = timescale("limit", 2, who="worker")
    there = world(limit, steps=(step(does="sends it", by="limit", only_if="complex"),))
    html, lines = shown(there, "steps", {"sent": date(2026, 12, 1)})
    assert '<p class="nav-in-case">Only if it is complex.</p>' in html
    # Tuesday 1 December, then two working days: Wednesday and Thursday.
    assert lines[3:] == [
        "1. The worker sends it.",
        "   Only if it is complex.",
        "   When: By Thursday 3 December 2026",
    ]


def test_a_table_of_tasks_is_a_table() -> None:
    """Each task is a row: who, what with its case, and by when, or that no time is stated."""
    limit = timescale("limit", 10, Unit.CALENDAR_DAYS, counted_from=None, counted_before="meeting")
    tasks = (step(does="sends the papers", by="limit", to=("chair",)), step(does="comes", only_if="complex"))
    there = world(limit, steps=tasks, form=Form.TASKS)
    html, lines = shown(there, "steps", {"meeting": date(2026, 12, 18)})
    assert html.count("<tr") == 3
    assert 'data-label="When"' in html
    assert lines[3:] == [
        "1. The worker",
        "   Sends the papers",
        "   To: chair",
        "   By Tuesday 8 December 2026",
        "2. The worker",
        "   Comes",
        "   Only if it is complex.",
        "   No time is stated.",
    ]


def test_an_hour_is_shown_with_its_day() -> None:
    """48 hours from 4 in the afternoon of 24 December end at 4 on the 26th, also in the receipt."""
    there = world(timescale("limit", 48, Unit.HOURS, counted_from="sent"))
    dates = {"sent": datetime(2026, 12, 24, 16)}  # noqa: DTZ001 - the hour on the spot
    item = only(there, dates)
    (line,) = TextWriter(WORDS).lines(deadline.card(WORDS, item).blocks[1])
    assert line == "16:00 on Saturday 26 December 2026"
    assert TextWriter(WORDS).span(deadline.in_one_line(WORDS, item)) == (
        "It is done. By 16:00 on Saturday 26 December 2026."
    )
    html = HtmlWriter(WORDS).write(deadline.card(WORDS, item))
    assert "Thursday 24 December 2026</time>, 16:00" in html


def test_a_time_of_day_is_asked_for_where_hours_are_counted() -> None:
    """Only the event that hours are counted from has a fourth field, and what was read stands below."""
    there = world(timescale("hours", 48, Unit.HOURS), timescale("days", 2, counted_from="request"))
    asks = dates_to_ask(there, follow(there, {"topic": "issue"}), TODAY)
    assert [(item.event, item.wants_time) for item in asks] == [("sent", True), ("request", False)]
    typed = {
        "sent": {"day": "24", "month": "11", "year": "2026", "time": "4pm"},
        "request": {"day": "24", "month": "11", "year": "2026", "time": "4pm"},
    }
    dates, mistakes = read_typed(there, typed, asks, TODAY)
    assert (dates, mistakes) == ({"sent": AT_FOUR, "request": date(2026, 11, 24)}, [])
    form = further_form(WORDS, list(outcome_of(there, dates).asks), typed, [], TODAY)
    assert form.count('type="text"') == 7
    assert 'name="sent.time" value="4pm"' in form
    assert "Read as Tuesday 24 November 2026, 16:00" in form
    assert "Time, if you know it" in form


@pytest.mark.parametrize(
    ("day", "at", "field", "says"),
    [
        ("24", "4.30", "time", "4.30 can be in the morning or in the afternoon. Write 04:30 or 16:30."),
        ("", "4pm", "day", "Write the day as well as the time."),
    ],
)
def test_a_time_that_cannot_be_used_says_what_to_write(day: str, at: str, field: str, says: str) -> None:
    """A time that can be meant in two ways, or has no day, is told at its field."""
    there = world(timescale("hours", 48, Unit.HOURS))
    asks = dates_to_ask(there, follow(there, {"topic": "issue"}), TODAY)
    rest = {"month": "11", "year": "2026"} if day else {}
    dates, mistakes = read_typed(there, {"sent": {"day": day, "time": at} | rest}, asks, TODAY)
    assert (dates, mistakes) == ({}, [Mistake("sent", field, says)])
    form = further_form(WORDS, list(asks), {}, mistakes, TODAY)
    assert form.count('aria-invalid="true"') == 1


def test_a_link_brings_the_time_of_day_back() -> None:
    """A day with its hour comes out of a link as it went in; links without hours still read."""
    there = world(timescale("hours", 48, Unit.HOURS))
    made = fragment(there, outcome_of(there, {"sent": AT_FOUR}))
    assert made is not None
    assert made.endswith("&dates=sent.2026-11-24T16:00")
    assert read_fragment(WORDS, made).dates == {"sent": AT_FOUR}
    asks = dates_to_ask(there, follow(there, {"topic": "issue"}), TODAY)
    opened = open_link(WORDS, asks, made)
    assert opened.typed == {"sent": {"day": "24", "month": "11", "year": "2026", "time": "16:00"}}
    assert read_fragment(WORDS, made.removesuffix("T16:00")).dates == {"sent": date(2026, 11, 24)}
    with pytest.raises(BadLink):
        read_fragment(WORDS, made.replace("T16:00", "T16"))


def test_a_range_has_a_first_and_a_last_day() -> None:
    """5 to 10 days before a meeting on the 18th are the 8th to the 13th."""
    scale = timescale("limit", 5, Unit.CALENDAR_DAYS, counted_from=None, counted_before="meeting", up_to=10)
    assert "Tuesday 8 December 2026 to Sunday 13 December 2026" in in_text(
        world(scale), {"meeting": date(2026, 12, 18)}
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (DateKind.DUTY, []),
        (DateKind.LIMIT, ["This is a last day: after it, you may lose the right."]),
        (DateKind.NOT_BEFORE, ["This is the earliest day, and no limit. It is never overdue."]),
    ],
)
def test_kinds_of_date_are_told_apart(kind: DateKind, said: list[str]) -> None:
    """A limit and a first day say what they mean; a time for others to act says nothing of a loss."""
    lines = in_text(world(timescale(kind=kind)), {"sent": date(2026, 12, 1)})
    assert [line for line in lines if line.startswith("This is") and "should" not in line] == said
    assert ("Not before Friday 4 December 2026" in lines) is (kind is DateKind.NOT_BEFORE)


def test_who_must_meet_a_time_is_named() -> None:
    """The role that a timescale falls to stands on its card."""
    assert "By whom: worker" in in_text(world(timescale(who="worker")))


def test_an_extension_says_by_how_much_by_whom_and_who_is_told() -> None:
    """Below the limit stands the longer one, on its condition."""
    told = {"only_if": "complex", "who": "worker", "told": ("worker",), "says": "In writing."}
    longer = Extension(20, source("Page 2"), Unit.WORKING_DAYS, in_all=True, **told)  # type: ignore[arg-type]
    lines = in_text(world(timescale("limit", 10, extension=longer)), {"sent": date(2026, 12, 1)})
    begins = lines.index("This may be extended")
    # 20 working days from 1 December, past Christmas Day and the substitute day of Boxing Day.
    assert lines[begins : begins + 7] == [
        "This may be extended",
        "Only if it is complex.",
        "By Thursday 31 December 2026",
        "It may be extended to 20 working days in all.",
        "Who may extend it: worker",
        "Who is told: worker",
        "In writing.",
    ]


def test_an_extension_that_applies_is_not_dated_twice() -> None:
    """Where the reader has said that it is complex, the one date is the longer one."""
    longer = Extension(10, source("Page 2"), only_if="complex")
    there = world(timescale("limit", 10, extension=longer), national=True)
    answers = {"topic": "issue", "if-complex": "yes"}
    found = advance(there, answers, {"sent": date(2026, 12, 1)}, TODAY).outcome
    assert found is not None
    (item,) = found.deadlines
    lines = [line.strip() for line in TextWriter(WORDS).lines(deadline.card(WORDS, item))]
    assert "The date is the one with the extension" in lines
    assert [line for line in lines if line.endswith("31 December 2026")] == ["Thursday 31 December 2026"]


@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.LATE])
@pytest.mark.parametrize(("today", "times"), [(date(2026, 12, 10), 1), (date(2026, 12, 11), 0)])
def test_a_time_that_is_over_may_have_been_extended(phase: Phase, today: date, times: int) -> None:
    """Who waits in vain is told once until when the longer time runs, unless that is over too."""
    longer = Extension(10, source("Page 2"))
    limit = timescale("limit", 2, who="worker", act="send it", closes_stage=True, extension=longer)
    outcome = outcome_of(world(limit, phase=Phase.WAITING), {"sent": date(2026, 11, 24)}, today)
    (shown,) = (each for each in outcome.phases if each.phase is phase)
    lines = [line for block in describe_phase(outcome, shown) for line in TextWriter(WORDS).lines(block)]
    # 2 working days from Tuesday 24 November, and another 10.
    said = "If it was extended, the time ends on Thursday 10 December 2026. Ask whether it was."
    assert [line.strip() for line in lines].count(said) == times


def test_the_receipt_of_a_limit_stands_before_its_extension() -> None:
    """In a text the days counted stand below the date that they lead to, and the extension has its own."""
    there = world(timescale("limit", 2, extension=Extension(1, source("Page 2"))))
    lines = in_text(there, {"sent": date(2026, 12, 1)})
    begins = lines.index("This may be extended")
    counted = [at for at, line in enumerate(lines) if line.endswith(("working day 2", "working day 3"))]
    assert [at > begins for at in counted] == [False, True, True]


def test_what_is_tried_before_a_stage_stands_before_its_steps() -> None:
    """A detour says who offers it, and that it may be declined."""
    tried = Detour("adr", "Mediation is tried.", source(), who="worker", may_be_declined=True)
    there = world(detours=(tried,))
    _, lines = shown(there, "detours")
    assert lines[1:] == [
        "Before this stage",
        "-----------------",
        f"- Mediation is tried. The worker offers this, or decides on it. {DECLINED}",
    ]
    text = outcome_text(outcome_of(there))
    assert text.index("Before this stage") < text.index("Who does what")


def test_rights_have_a_section_of_their_own() -> None:
    """What a person is entitled to stands under `Your rights`."""
    _, lines = shown(world(rights=(Right("advocate", "You can have an advocate.", source()),)), "rights")
    assert lines == ["", "Your rights", "-----------", "- You can have an advocate."]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (DateKind.DUTY, "They have 2 days (2 working days) left."),
        (DateKind.LIMIT, "After that day you may lose the right. Due in 2 days (2 working days)."),
        (
            DateKind.NOT_BEFORE,
            "A first day, not a limit. Not before then, which is in 2 days (2 working days).",
        ),
    ],
)
def test_the_lead_says_what_its_date_means(kind: DateKind, said: str) -> None:
    """Below the sentence that leads stands what its date means, and how it stands today."""
    limit = timescale("limit", 2, who="worker", act="send it", kind=kind)
    outcome = outcome_of(world(limit), {"sent": date(2026, 12, 1)})
    leads = replace(outcome.lead, deadline=outcome.deadlines[0], you=False)
    blocks = describe_phase(outcome, replace(outcome.now, lead=leads))
    lines = [line.strip() for block in blocks for line in TextWriter(WORDS).lines(block)]
    assert said in lines


def test_a_day_to_come_is_planned_with() -> None:
    """A day ahead is counted from like any other, and the page says what would come, and by when."""
    limit = timescale("limit", 2, who="worker", act="send it")
    outcome = outcome_of(world(limit, phase=Phase.TO_START), {"sent": date(2026, 12, 8)})
    assert "- Then: It is done. By Thursday 10 December 2026." in outcome_text(outcome)
    waiting = outcome_of(world(limit, phase=Phase.WAITING), {"sent": date(2026, 12, 8)})
    assert "This counts from Tuesday 8 December 2026, which is still to come." in outcome_text(waiting)
