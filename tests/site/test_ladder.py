"""The ladder of a policy's stages: times that follow one another are all said, and what is tried before."""

import re
from typing import Any

import pytest

from navigator.core.model import Detour, Firmness, Library, Timescale, Unit
from navigator.render.html import join
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.rungs import leading_to
from navigator.site.pages.ladder import bars, ladder
from navigator.site.pages.timescales import timescales
from tests import builders
from tests.builders import condition, policy, source, stage, timescale


def when(text: str) -> list[str]:
    """Return what each rung says of its time."""
    found = re.findall(r'<p class="nav-rung-when">(.*?)</p>', text)
    return [re.sub(r"<[^>]+>", "", each.replace("<br>", " / ")) for each in found]


def page_in(library: Library) -> PageBuilder:
    return PageBuilder(LibraryIndex(library), "policies/paper.md", "The paper", "policies/paper")


def drawn(*times: Timescale, **fields: Any) -> str:  # noqa: ANN401
    """Draw the ladder of a policy with one stage, which begins on the day that it was sent."""
    held = policy(
        stage("stage-1", *times, begins_with="sent", **fields),
        conditions=(condition("complex", asks="Is it?"),),
    )
    world = builders.library(held)
    return join(ladder(page_in(world), world.policies[0]))


PANEL = timescale("panel", 30, Unit.CALENDAR_DAYS, "sent", ends_with="panel_held")
RECOMMENDS = timescale("recommends", 5, counted_from="panel_held", ends_with="recommended")
ANSWERS = timescale("answers", 15, counted_from="recommended", closes_stage=True)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((PANEL, RECOMMENDS, ANSWERS), "30 calendar days, then 5 working days, then 15 working days"),
        ((ANSWERS, PANEL, RECOMMENDS), "30 calendar days, then 5 working days, then 15 working days"),
        (
            (RECOMMENDS, ANSWERS),
            "5 working days, counted from the day of panel held, then 15 working days",
        ),
        (
            (timescale("panel", 30, Unit.CALENDAR_DAYS, "sent"), RECOMMENDS, ANSWERS),
            (
                "First time limit: 30 calendar days / "
                "5 working days, counted from the day of panel held, then 15 working days"
            ),
        ),
        ((timescale("answers", 10, counted_from="sent", closes_stage=True),), "10 working days"),
        (
            (timescale("papers", 5, counted_from=None, counted_before="panel_held"),),
            "First time limit: 5 working days before the day of panel held",
        ),
    ],
    ids=["in their order", "in any order", "from another day", "with a gap", "alone", "counted back"],
)
def test_a_rung_says_all_times_that_follow_one_another(times: tuple[Timescale, ...], expected: str) -> None:
    """The last of a line is never said as if it ran from the day that the stage begins."""
    assert when(drawn(*times)) == [expected]


def test_a_time_that_holds_in_some_cases_only_is_no_link_of_a_line() -> None:
    """What does not always come before is not said to; the day that is counted from is named in its place."""
    sometimes = timescale("panel", 30, Unit.CALENDAR_DAYS, "sent", ends_with="recommended", only_if="complex")
    assert when(drawn(sometimes, ANSWERS)) == ["15 working days, counted from the day of recommended"]


def test_times_that_lead_to_each_other_in_a_circle_are_said_once() -> None:
    """A line of times ends where it would come back to one of its own."""
    first = timescale("one", 1, counted_from="second", ends_with="first")
    second = timescale("two", 2, counted_from="first", ends_with="second", closes_stage=True)
    assert [each.id for each in leading_to(stage("s", first, second, begins_with="sent"))] == ["one", "two"]


def test_a_bar_is_as_long_as_all_times_together() -> None:
    """Thirty calendar days, and four weeks of five working days."""
    (bar,) = bars(policy(stage("stage-1", PANEL, RECOMMENDS, ANSWERS, begins_with="sent")))
    assert bar.ends == pytest.approx(30 + 28)


def test_a_rung_says_what_is_tried_before_its_stage() -> None:
    """It says in which case, who offers it, and that it may be declined."""
    tried = Detour(
        "adr", "Mediation is tried.", source(), who="worker", may_be_declined=True, only_if="complex"
    )
    text = re.sub(r"<[^>]+>", "", drawn(PANEL, detours=(tried,)).partition("nav-rung-before")[2])
    assert "Before this stage: Only if it is complex. Mediation is tried." in text
    assert "The worker offers this, or decides on it. It may be declined." in text
    assert "nav-rung-before" not in drawn(PANEL)


def test_the_table_of_times_names_the_day_where_it_is_not_the_stage_s_own() -> None:
    """A time of the whole names its day too, as it has no stage."""
    world = builders.library(
        policy(
            stage("stage-1", PANEL, ANSWERS, begins_with="sent"),
            overall=(timescale("all", 6, Unit.MONTHS, "sent", firmness=Firmness.AIM),),
        )
    )
    found = re.findall(r'<p class="nav-hint">(From: [^<]*)', timescales(page_in(world), world.policies[0]))
    assert found == ["From: the day of recommended.", "From: the day of sent."]


def test_norfolk_answers_after_it_has_acknowledged(library: Library) -> None:
    """Norfolk's procedure counts its 15 working days from the acknowledgement, which may take 5."""
    held = library.policy["norfolk-complaint"]
    assert when(join(ladder(page_in(library), held)))[0].endswith("5 working days, then 15 working days")
