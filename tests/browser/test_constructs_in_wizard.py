"""Conditions, hours, a meeting that lies ahead and a table of tasks: somebody's way through a small site.

Its policies are made up for this, so that no shipped document has to have all of these.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from navigator.site.build.run_mkdocs import PACKAGED, build
from tests.browser.served import Server
from tests.browser.test_states import SPACE_OUT, SPACING, TOO_WIDE, axe
from tests.browser.visit import Visit
from tests.mini import Mini
from tests.shipped import PROJECT

COMPLAINT = """\
id: town-complaint
title: Town's complaints
route: complaint
publisher: Town
document: guide
applies_to: Everybody in Town.
summary: Says how to complain in Town.
checked_on: 2026-11-10
review_by: 2027-11-10
unsure: {stage: stage-1, says: Ask the team.}
conditions:
  - {id: hard, asks: Is the complaint complex?, holds: the complaint is complex, source: Section 1}
rights: [{id: help, says: You can have somebody with you., source: Section 1}]
stages:
  - id: stage-1
    title: First stage
    asks: I have sent it
    source: Section 1
    begins_with: sent
    detours:
      - id: talk
        says: The team offers a talk.
        source: Section 1
        may_be_declined: true
    steps:
      - {who: team, does: says that it has come, to: [carer], by: heard}
    timescales:
      - {id: heard, amount: 48, unit: hours, from: sent, firmness: must, source: Section 1}
      - id: answer
        does: The complaint is answered.
        amount: 10
        unit: working_days
        from: sent
        firmness: must
        closes_stage: true
        extension: {amount: 10, only_if: hard, who: team, told: [carer], source: Section 1}
        source: Section 1
    if_settled: {says: A letter confirms it., ends: true}
    if_unresolved: {says: A panel meets., stage: stage-2}
  - id: stage-2
    title: Panel
    asks: A panel meets
    source: Section 2
    steps:
      - {who: team, does: sends the papers, to: [carer], by: papers}
    timescales:
      - {id: papers, amount: 10, unit: calendar_days, before: meeting, firmness: must, source: Section 2}
    then: {says: The panel's word is the last., ends: true}
"""
TASKS = """\
id: review
title: The timetable of a review
route: review
publisher: Parliament
document: law
applies_to: Everybody.
summary: Says who does what before a review.
checked_on: 2026-11-10
review_by: 2027-11-10
national: true
form: tasks
conditions:
  - {id: kin, asks: Are the carers family?, holds: the carers are family, source: Section 3}
stages:
  - id: timetable
    title: Timetable
    source: Section 3
    steps:
      - {who: team, does: tells the family team, to: [carer], only_if: kin, by: told}
      - {who: team, does: sends the invitations, by: invitations}
    timescales:
      - {id: told, unit: none_stated, source: Section 3}
      - id: invitations
        amount: 5
        up_to: 10
        unit: calendar_days
        before: meeting
        firmness: must
        source: Section 3
    then: {says: The review is held., ends: true}
"""
MEETING = "- {id: meeting, name: the day of the meeting, ask: When is the meeting?, planned: true}\n"
REVIEW = "- {id: review, name: A review, purpose: For reviews., who_starts: Anybody., fallback: review}\n"
TO_REVIEW = "      - {id: review, label: A review, route: review, because: It is one.}\n"
TO_COMPLAINT = {"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small site, without pages written by hand."""
    folder = tmp_path_factory.mktemp("constructs")
    mini = Mini(folder / "data")
    mini.write("services/town/policies/town-complaint.yaml", COMPLAINT)
    mini.write("national/policies/review.yaml", TASKS)
    mini.add("national/events.yaml", MEETING)
    mini.add("national/routes.yaml", REVIEW)
    mini.edit(
        "national/triage.yaml",
        "options:\n      - {id: complaint",
        f"options:\n{TO_REVIEW}      - {{id: complaint",
    )
    (folder / "docs").mkdir()
    options = {"folder": "data", "cache": str(PROJECT / ".cache" / "navigator")}
    settings = {"INHERIT": str(PACKAGED), "docs_dir": "docs", "plugins": {"navigator": options}}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    build(folder / "site", config=folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture(scope="module")
def reader(chromium: Browser, server: Server) -> Iterator[Visit]:
    """Return somebody on a narrow phone, who goes on from test to test."""
    visitor = Visit(chromium, server, width=320, height=800).open("danger").ready()
    yield visitor
    assert visitor.problems == []
    visitor.close()


def is_sound(page: Page) -> None:
    """Hold a page against all of axe's rules, and its width against the screen's, with wider spacing too."""
    assert axe(page)["wrong"] == []
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(SPACE_OUT, SPACING)
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate("document.adoptedStyleSheets = []")


def show(reader: Visit, text: str) -> None:
    """Wait until a page with some words is shown."""
    expect(reader.page.locator("#navigator")).to_contain_text(text)


def test_a_condition_is_asked_last(reader: Visit) -> None:
    """After the stage somebody is asked about the condition, and may say that they are not sure."""
    for question, option in TO_COMPLAINT.items():
        reader.answer(question, option)
    show(reader, "Is the complaint complex?")
    is_sound(reader.page)
    reader.answer("if-hard", "unsure")
    expect(reader.page.locator(".nav-outcome")).to_be_visible()
    extension = reader.page.locator(".nav-extension")
    expect(extension).to_contain_text("Only if the complaint is complex.")
    expect(reader.page.locator(".nav-detours")).to_contain_text("It may be declined.")
    expect(reader.page.locator(".nav-rights")).to_contain_text("You can have somebody with you.")
    expect(reader.page.locator("#next")).to_have_text("What follows")
    is_sound(reader.page)


def test_an_answer_about_a_condition_can_be_changed(reader: Visit) -> None:
    """The answer stands among the reasons, and another one takes the label away."""
    reader.unfold_all().page.locator(".nav-why a[data-show='if-hard']").press("Enter")
    show(reader, "Your answer before")
    reader.answer("if-hard", "yes")
    expect(reader.page.locator(".nav-outcome")).to_be_visible()
    expect(reader.page.locator(".nav-extension")).to_have_count(1)
    expect(reader.page.locator(".nav-extension")).not_to_contain_text("Only if")
    show(reader, "This shows what the policy says if the complaint is complex.")


def test_a_time_of_day_that_can_be_meant_twice_is_asked_again(reader: Visit) -> None:
    """The mistake is told at the field for the time, whatever the day."""
    reader.field("sent", "time").fill("4.30")
    reader.give_date("sent", "24", "11", "2026")
    summary = reader.page.locator(".nav-errors")
    expect(summary).to_contain_text("Write 04:30 or 16:30.")
    summary.locator("a").press("Enter")
    expect(reader.field("sent", "time")).to_be_focused()
    is_sound(reader.page)


def test_hours_are_counted_from_the_time_of_day(reader: Visit) -> None:
    """48 hours from four in the afternoon of the 24th end at four on the 26th."""
    reader.field("sent", "time").fill("4 pm")
    reader.give_date("sent", "24", "11", "2026")
    dates = reader.page.locator(".nav-date-big")
    # Twenty working days from Tuesday 24 November, as the complaint is complex.
    expect(dates).to_have_text(["16:00 on Thursday 26 November 2026", "Tuesday 22 December 2026"])
    show(reader, "The day you sent it: Tuesday 24 November 2026, 16:00.")
    is_sound(reader.page)


def test_a_meeting_may_lie_ahead_at_any_stage(reader: Visit) -> None:
    """Papers are due ten days before a meeting that is still to come, and nobody is warned of that."""
    reader.unfold_all().page.locator(".nav-why a[data-show='progress']").press("Enter")
    show(reader, "Where has it got to?")
    reader.answer("progress", "stage-2")
    show(reader, "Panel")
    reader.give_date("meeting", "18", "12", "2026")
    expect(reader.page.locator(".nav-date-big")).to_have_text("Tuesday 8 December 2026")
    expect(reader.page.locator(".nav-errors")).to_have_count(0)
    expect(reader.page.locator(".nav-warning")).to_have_count(0)


def test_tasks_are_cards_on_a_phone(reader: Visit) -> None:
    """Each row of the table is a card with its headings, and says between which days."""
    reader.page.locator("a[data-restart]").press("Enter")
    for question, option in {"danger": "calm", "topic": "review", "if-kin": "unsure"}.items():
        reader.answer(question, option)
    expect(reader.page.locator(".nav-outcome")).to_be_visible()
    reader.give_date("meeting", "18", "12", "2026")
    rows = reader.page.locator(".nav-steps [role='row']:has(td)")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Only if the carers are family.")
    expect(rows.last).to_contain_text("From Tuesday 8 December 2026 to Sunday 13 December 2026")
    assert rows.last.evaluate("row => getComputedStyle(row).display") == "block"
    is_sound(reader.page)


def test_without_scripts_every_answer_is_a_page(visit: Callable[..., Visit]) -> None:
    """The question about a condition is made of plain links, and each leads to a whole answer."""
    visitor = visit(scripts=False).open("danger")
    for question, option in TO_COMPLAINT.items():
        visitor.answer(question, option)
    visitor.answer("if-hard", "no")
    expect(visitor.page.locator("h1")).to_have_text("First stage")
    expect(visitor.page.locator(".nav-extension")).to_have_count(0)
