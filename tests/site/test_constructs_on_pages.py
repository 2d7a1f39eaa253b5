"""A policy's page, its PDF and the lists of the site: conditions, tasks, ranges, ways on, who must act."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest

from navigator.core.model import Library, Next, Policy
from navigator.core.model.policy import Form
from navigator.core.model.rules import FloorPart, Replacement, Right
from navigator.core.model.scenario import Expected, ExpectedDeadline, GivenAnswer, GivenDate, Scenario
from navigator.core.model.steps import Detour
from navigator.core.model.units import DateKind, Unit
from navigator.core.model.variation import Extension, Pause
from navigator.load.words import english_words
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.compare import compare
from navigator.site.pages.date_tables import date_table_pages
from navigator.site.pages.policies import policy_page
from navigator.site.pages.who_does_what import who_does_what
from navigator.site.paper.content import policy_paper
from navigator.site.practice.ask_deadline import ask_deadline
from navigator.site.practice.exercise import Verdict
from navigator.site.practice.next_act import next_act
from navigator.site.practice.quiz import story
from tests.builders import condition, library, policy, source, stage, step, timescale, uncounted

WORDS = english_words()
TODAY = date(2026, 11, 21)
PAPERS = timescale(
    "papers", 10, Unit.CALENDAR_DAYS, does="", counted_from=None, counted_before="meeting", firmness=None
)
LONGER = Extension(
    20, source("Page 2"), in_all=True, only_if="agreed", who="manager", told=("carer",), says="By post."
)
DECLINED = "It may be declined. The stage can then begin without it."
LIMIT = timescale(
    "limit", 10, who="manager", only_if="complex", kind=DateKind.LIMIT, assumed_unit="Taken as working days.",
    extension=LONGER,
    pauses=(Pause("It waits for mediation.", source(), only_if="agreed"),),
)  # fmt: skip
FULL = policy(
    stage(
        "stage-1",
        PAPERS,
        LIMIT,
        steps=(step(does="sends the papers", by="papers", only_if="complex", to=("carer",)),),
        detours=(Detour("adr", "Mediation is tried.", source(), who="manager", may_be_declined=True),),
        if_unresolved=None,
        then=Next("It ends.", ends=True),
        other_ways=(Next("It is sent back.", stage="stage-1", back=True, only_if="complex"),),
    ),
    conditions=(condition(), condition("agreed")),
    rights=(Right("advocate", "You can have an advocate.", source()),),
    replaces=(Replacement(FloorPart.WARNINGS, "mind", "Its own warning stands here.", source()),),
    readers=("carer",),
    closing="Ring the desk.",
)
TASKS = policy(
    stage("all", PAPERS, uncounted(), steps=(*FULL.stages[0].steps, step("manager", "comes"))),
    form=Form.TASKS,
    conditions=FULL.conditions,
)


def index_of(*policies: Policy) -> LibraryIndex:
    """Return the index of a library in the words of the site."""
    return LibraryIndex(library(*policies, words=WORDS))


def text_of(page: str) -> str:
    """Return the words of a page with single spaces, without what explains a word on hover."""
    page = re.sub(r'<span class="nav-tip".*?</span>', "", page)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split()).replace(" .", ".")


def paper_of(index: LibraryIndex) -> dict[str, list[str]]:
    """Return the parts of the PDF of the only policy: for each heading, what stands below."""
    found: dict[str, list[str]] = {}
    for part in policy_paper(index, index.library.policies[0]).sections:
        said: list[Any] = [*part["text"], *part["points"]]  # type: ignore[misc]
        texts = [one if isinstance(one, str) else " ".join(one.values()) for one in said]
        found[str(part["heading"])] = texts
    return found


def test_a_policys_page_says_what_holds_in_which_case() -> None:
    """Steps, ways on and times stand with their conditions, extensions and pauses."""
    text = text_of(policy_page(index_of(FULL), FULL).text)
    for said in (
        "Before this stage: Mediation is tried. The manager offers this, or decides on it.",
        "Worker sends the papers. Only if it is complex.",
        "When At least 10 calendar days before the day of meeting.",
        "When this has ended: It ends.",
        "Back to an earlier stage: Only if it is complex. It is sent back.",
        "It is done. Only if it is complex. The rule and its source By whom: manager. This is a last day:",
        "10 working days (kind of day not stated), or 20 working days if extended",
        "10 calendar days before",
        "Only if it is agreed. It may be extended to 20 working days in all. Who may extend it: manager.",
        "Who may extend it: manager. Who is told: carer. By post.",
        "Only if it is agreed. It waits for mediation.",
        "Taken as working days.",
        "You can have an advocate.",
        "Its own warning stands here.",
        "Who uses it carer",
        "Ring the desk.",
    ):
        assert said in text, said
    assert "If this does not settle it" not in text


def test_the_pdf_says_the_same() -> None:
    """What the page says of conditions, ways on, rights and times stands in the PDF too."""
    parts = paper_of(index_of(FULL))
    assert parts["Before this stage"] == [
        f"Mediation is tried. The manager offers this, or decides on it. {DECLINED}"
    ]
    (said,) = parts["Who does what"]
    assert said == (
        "The worker sends the papers. Only if it is complex. To: carer."
        " When: At least 10 calendar days before the day of meeting."
    )
    assert parts["What follows"] == [
        "When this has ended: It ends.",
        "Back to an earlier stage: Only if it is complex. It is sent back.",
    ]
    assert "Only if it is complex." in parts[WORDS["heading.when"]]
    assert "By whom: manager." in parts[WORDS["heading.when"]]
    assert parts[WORDS["heading.contacts"]] == ["Ring the desk."]
    assert parts["Your rights"] == ["You can have an advocate."]


def test_tasks_are_a_table_on_the_page_and_in_the_pdf() -> None:
    """A row has who, what and when, on a narrow screen each with its heading."""
    index = index_of(TASKS)
    page = policy_page(index, TASKS).text
    assert 'data-label="Task"' in page
    assert "nav-steps" not in page
    said = text_of(page)
    assert (
        "The worker Sends the papers Only if it is complex. To carer"
        " At least 10 calendar days before the day of meeting."
    ) in said
    assert "The manager Comes No time is stated." in said
    (table,) = [part["table"] for part in policy_paper(index, TASKS).sections if "table" in part]
    headings = [part["heading"] for part in policy_paper(index, TASKS).sections]
    assert "All" in headings
    assert "Next step: All" not in headings
    times = paper_of(index)[WORDS["heading.when"]]
    assert not any("calendar days" in said for said in times)  # the table has said it
    assert table == {
        "headings": ("Who", "Task", "When"),
        "rows": [
            [
                ["The worker"],
                ["Sends the papers", "Only if it is complex.", "To: carer"],
                ["At least 10 calendar days before the day of meeting."],
            ],
            [["The manager"], ["Comes"], ["No time is stated."]],
        ],
    }


def test_a_time_that_a_step_names_stands_with_the_step() -> None:
    """On the page of who does what it is not listed again among the times of the stage."""
    text = text_of(who_does_what(index_of(FULL)).text)
    when = "At least 10 calendar days before the day of meeting."
    assert f"sends the papers (to: carer). Only if it is complex. {when}" in text
    assert text.count("10 calendar days before") == 1
    assert "Only if it is complex. It is done. Within 10 working days after the day of sent." in text


def test_the_longest_time_counts_its_extension_and_no_time_before_an_event() -> None:
    """20 working days are longer than 10, and 10 days before a meeting are no time that it takes."""
    text = text_of(compare(index_of(FULL)).text)
    assert "20 working days It is done. This is with its extension." in text


def test_a_table_counted_back_says_so() -> None:
    """Its caption, its first column and its note tell that it gives the day before an event."""
    pages = {page.path: text_of(page.write().text) for page in date_table_pages(index_of(FULL), TODAY)}
    text = pages["dates/10-calendar-days-before.md"]
    assert "For each day of an event, the day that lies 10 calendar days before it." in text
    assert "Counted back from the day of meeting." in text
    assert "Events in December 2026 The event is on 10 calendar days before" in text
    assert "Fri 18 Tue 8 Dec 2026" in text
    assert "The day it begins is not counted" not in text
    assert "The worker sends the papers." in text


@pytest.mark.parametrize(("up_to", "said"), [(10, True), (None, False)])
def test_a_range_is_not_taken_for_two_readings(up_to: int | None, said: bool) -> None:
    """Two columns of a range are its first and last day; only then is that said."""
    scale = timescale("range", 5, Unit.CALENDAR_DAYS, up_to=up_to)
    _, page = date_table_pages(index_of(policy(stage("stage-1", scale))), TODAY)
    text = page.write().text
    assert ("the first and the last day of a range" in text) is said
    assert "can be read in several ways" not in text


def case_of(there: Library) -> Case:
    """Return a case in which the meeting is on 18 December."""
    scenario = Scenario(
        "papers", "Papers", "A meeting comes.", (GivenAnswer("topic", "issue"),), TODAY,
        Expected("issue", "paper", "all", deadlines=(ExpectedDeadline("papers", date(2026, 12, 8)),)),
        "Ten days back.", source("Page 1", "paper"), (), (GivenDate("meeting", date(2026, 12, 18)),),
    )  # fmt: skip
    return Case(there, scenario)


def test_a_story_tells_the_hour_that_is_known() -> None:
    """A case that gives the time of day of an event says it with the day."""
    case = case_of(index_of(policy(stage("all", PAPERS))).library)
    given = (GivenDate("meeting", date(2026, 12, 18), "16:00"),)
    told = text_of(story(Case(case.library, replace(case.scenario, dates=given))))
    assert "The day of meeting: Friday 18 December 2026 , 16:00." in told


def test_who_is_told_hangs_on_the_case() -> None:
    """A step that does not hold in the case is no answer, and the one after it is."""
    steps = (
        step(does="tells them", to=("carer",), only_if="complex"),
        step(does="tells others", to=("manager",), by="papers"),
    )
    written = policy(stage("all", PAPERS, steps=steps), conditions=(condition(),), national=True)
    there = library(written, words=WORDS)
    case = case_of(there)
    answers = (*case.scenario.answers, GivenAnswer("if-complex", "no"))
    told = next_act(Case(there, replace(case.scenario, answers=answers)))
    assert told is not None
    assert told.step.to == ("manager",)


def test_counting_on_from_a_meeting_is_a_slip_to_learn_from() -> None:
    """Papers are due on the 8th; the 28th is offered as wrong, as it was counted on from the meeting."""
    index = index_of(policy(stage("all", PAPERS, steps=(step(does="sends the papers", by="papers"),))))
    page = PageBuilder(index, "practice/x.md", "x", "x")
    about, choices = ask_deadline(page, case_of(index.library))
    assert "The worker sends the papers." in str(about)
    offered = {choice.label: choice for choice in choices}
    assert offered["Tuesday 8 December 2026"].verdict is Verdict.RIGHT
    slip = offered["Monday 28 December 2026"]
    assert slip.verdict is Verdict.WRONG
    assert "This was counted on from that day, and not back from it." in str(slip.why)
