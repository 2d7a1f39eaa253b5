"""Whole journeys by clicking, one for each route, and cases whose answer is known."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from navigator.core.engine import advance
from navigator.core.journey import PolicyBasis
from navigator.core.model import DocumentKind
from navigator.render.session import Session
from tests.browser.visit import FIRST, LEADING_DAY, Visit
from tests.browser.world import LATE_TASK, LIBRARY, ROUTES, end_of, path_to
from tests.shipped import TODAY

SIXTH = ("6", "10", "2026")
TODAY_DATE = date.fromisoformat(TODAY)


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_is_reached(fresh: Visit, route: str) -> None:
    """Answering leads to an outcome that says whose policy it is, and is what the engine gives."""
    answers = path_to(route)
    fresh.take(answers)
    outcome = advance(LIBRARY, answers, {}, TODAY_DATE).outcome
    assert outcome
    held = outcome.document.kind is not DocumentKind.POLICY and outcome.policy_basis is PolicyBasis.OWN
    whose = outcome.document.title if held else LIBRARY.words[f"eyebrow.{outcome.policy_basis}"]
    expect(fresh.page.locator(".nav-eyebrow")).to_contain_text(whose)
    message = {"origin": FIRST, "answers": answers, "show": None, "typed": {}, "today": TODAY}
    assert fresh.shows(json.loads(Session(LIBRARY).answer(json.dumps(message)))["html"])
    assert "h1" in fresh.focused().lower()


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_takes_a_date(fresh: Visit, route: str) -> None:
    """Where an outcome asks for a date, giving it shows what the engine works out; else none is asked."""
    answers = path_to(route)
    step = advance(LIBRARY, answers, {}, TODAY_DATE)
    assert step.outcome
    fresh.take(answers)
    asked = [item.event for item in step.outcome.asks if item.main]
    assert bool(fresh.page.locator(".nav-dates-form").count()) == bool(step.outcome.asks)
    if not asked:
        return
    fresh.give_date(asked[0], *SIXTH)
    expect(fresh.field(asked[0], "day")).to_have_attribute("value", "6")
    day, month, year = SIXTH
    typed = {asked[0]: {"day": day, "month": month, "year": year}}
    if step.outcome.lead.deadline and asked[0] not in step.outcome.lead.deadline.timescale.events:
        nothing = {"day": "", "month": "", "year": ""}
        typed = {item.event: nothing for item in step.outcome.asks if item.event} | typed
    message = {"origin": FIRST, "answers": answers, "show": None, "typed": typed, "today": TODAY}
    found = json.loads(Session(LIBRARY).answer(json.dumps(message)))
    assert found["errors"] == 0
    assert fresh.shows(found["html"])


def test_late_task(fresh: Visit) -> None:
    """A late task raised on 6 October 2026 is at stage 1 until Friday 9 October, each day accounted for."""
    fresh.take({**LATE_TASK, "service": "four-stage", "progress": "stage-1"})
    fresh.give_date("raised_with_ssw", *SIXTH)
    expect(fresh.page.locator("h1")).to_contain_text("Stage 1")
    expect(fresh.page.locator(".nav-phase-now")).to_contain_text("Friday 9 October 2026")
    assert "upervising social worker" in fresh.page.locator(".nav-phase-now").inner_text()
    card = fresh.page.locator(".nav-deadline").first
    expect(card.locator(".nav-date-big")).to_have_text("Friday 9 October 2026")
    card.locator("summary").first.click()
    card.locator(".nav-receipt").first.locator("xpath=..").locator("summary").click()
    rows = card.locator(".nav-receipt").first.locator("tbody tr td:first-child").all_inner_texts()
    assert rows[-3:] == ["Wednesday 7 October 2026", "Thursday 8 October 2026", "Friday 9 October 2026"]


def test_norfolk_stage_2(fresh: Visit) -> None:
    """Norfolk's 25 days end on 7 December 2026, and on 27 November where every day counts: both are said."""
    fresh.take(path_to("complaint", service="norfolk", progress="stage-2"))
    fresh.give_date("stage_2_started", "2", "November", "2026")
    card = fresh.page.locator(".nav-deadline", has=fresh.page.locator(".nav-readings"))
    expect(card.locator(".nav-date-big")).to_have_text("Monday 7 December 2026")
    card.locator("summary").first.click()
    expect(card.locator(".nav-readings")).to_contain_text("Friday 27 November 2026")
    findings = [
        finding.says
        for finding in LIBRARY.policy["norfolk-complaint"].findings
        if "stage-2" in finding.stages and "25" in finding.says
    ]
    assert findings
    expect(fresh.section("open")).to_contain_text(findings[0])


def test_somerset_level_4(fresh: Visit) -> None:
    """Somerset states no time for level 4: the page says so, gives no date, and names the briefing note."""
    fresh.take(path_to("qa-dispute", service="somerset", progress="stage-3/level-4"))
    stage = fresh.page.locator(".nav-phase-now, .nav-deadline")
    expect(stage.first).to_contain_text(LIBRARY.words["timescale.none_stated"])
    assert not stage.locator("time").all_inner_texts()
    expect(fresh.section("steps")).to_contain_text("briefing note")


def test_kent_specialist(fresh: Visit) -> None:
    """A Kent carer of a disabled child learns that no change of social worker has a set date."""
    fresh.take(path_to("allocation", service="kent", progress="specialist"))
    assert "no set date for a change" in fresh.text


def test_going_to_the_next_stage(fresh: Visit) -> None:
    """A link to the next stage goes there; the answers are left behind, and the date is kept."""
    fresh.take({**LATE_TASK, "service": "four-stage", "progress": "stage-1"})
    fresh.give_date("raised_with_ssw", *SIXTH)
    expect(fresh.page.locator(LEADING_DAY)).to_have_count(1)
    following = end_of({**LATE_TASK, "service": "four-stage", "progress": "stage-2"})
    fresh.page.locator(f'.nav-phase-now a[href$="{following.address}"]').press("Enter")
    fresh.at(following.slug)
    expect(fresh.page.locator(".nav-answers")).to_have_count(0)
    overall = [event for event in ("raised_with_ssw",) if fresh.field(event, "day").count()]
    for event in overall:
        expect(fresh.field(event, "day")).to_have_value("6")


def test_today_is_london_s(visit: Callable[..., Visit]) -> None:
    """The day to reckon from is the one in London, wherever the reader's device believes to be."""
    visitor = visit(timezone="Pacific/Auckland")
    visitor.open().ready().take({**LATE_TASK, "service": "four-stage", "progress": "stage-1"})
    visitor.give_date("raised_with_ssw", "26", "11", "2026")
    expect(visitor.page.locator(".nav-date-big").first).to_have_text("Tuesday 1 December 2026")
    expect(visitor.section("when")).to_contain_text("Today is Thursday 26 November 2026.")
    visitor.give_date("raised_with_ssw", "27", "11", "2026")
    expect(visitor.page.locator(".nav-phase-now")).to_contain_text("which is still to come")
