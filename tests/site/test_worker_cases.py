"""A case that a worker tells is answered as the worker: her own act is asked for and graded."""

import re

import pytest

from navigator.core.addressing import chain
from navigator.core.model import Library
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Quiz
from navigator.site.practice.exercises import quizzes
from navigator.site.practice.next_act import Moment, next_act
from navigator.site.practice.quiz import article

TO_A_CARER = re.compile(
    r"\byour (?:supervising |fostering )?social worker|\bin your care\b|\byour foster child|\byour approval"
    r"|\byour allegation|\bchild you look after|\bthe child's, if you have none|\babout you or your home",
    re.IGNORECASE,
)
"""What is said to a foster carer, and to no worker."""


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


@pytest.fixture(scope="module")
def told(index: LibraryIndex) -> list[Case]:
    """Return the cases that somebody tells whose work it is."""
    return [case for case in index.cases if "worker" in chain(index.library, case.trail.node.reader)]


def asked(index: LibraryIndex, case: Case) -> dict[str, Quiz]:
    page = PageBuilder(index, "practice/x.md", "x", "x")
    return {quiz.id: quiz for quiz in quizzes(page, case)}


def test_no_text_of_a_workers_case_speaks_to_a_carer(index: LibraryIndex, told: list[Case]) -> None:
    """Story, questions, choices, feedback and answer: all of it is said to whoever tells the case."""
    assert len(told) > 70
    page = PageBuilder(index, "practice/x.md", "x", "x")
    wrong = {case.scenario.id: TO_A_CARER.findall(article(page, case)) for case in told}
    assert {case: found for case, found in wrong.items() if found} == {}


def test_the_act_that_is_graded_is_the_workers_own(told: list[Case]) -> None:
    """Who acts is whoever tells the case: no carer, child or manager in their place."""
    acts = {case.scenario.id: next_act(case) for case in told}
    assert [case for case, act in acts.items() if act is None or not act.by_teller] == []


def test_a_manager_who_hears_of_it_on_a_saturday_acts_today(index: LibraryIndex, told: list[Case]) -> None:
    """The LADO and the emergency duty team come first, at once; Monday only tempts."""
    case = next(case for case in told if case.scenario.id == "foster-carer-named-on-a-saturday")
    quiz = asked(index, case)
    right = {name: [choice.label for choice in each.choices if choice.right] for name, each in quiz.items()}
    assert right["tell"] == ["Designated officer", "Emergency duty team"]
    assert right["when"] == ["Straight away."]
    assert "Monday 16 November 2026" in {choice.label for choice in quiz["when"].choices}
    assert case.scenario.worked_out.startswith("You act today.")
    assert case.outcome.lead.says.startswith("Tell the LADO of the area where the person works today.")


@pytest.mark.parametrize(
    ("scenario", "moment", "to"),
    [
        ("expenses-stuck-in-fostering", Moment.NOW, ["foster-carer"]),
        ("carer-lost-track-of-a-complaint", Moment.NOW, ["complaints-team"]),
        ("every-sleepover-needs-a-form", Moment.NOW, ["childs-social-worker"]),
        ("eighty-miles-to-school", Moment.NOW, ["childs-social-worker"]),
        ("easter-at-stage-four", Moment.LATE, ["operational-lead"]),
        ("manager-who-does-not-answer", Moment.NOW, ["head-of-service"]),
        ("visits-that-never-took-place", Moment.NOW, ["ofsted"]),
        ("college-will-not-engage", Moment.NOW, ["placing-authority", "relevant-person"]),
        ("approval-letter-on-a-saturday", Moment.NOW, ["foster-carer"]),
    ],
)
def test_whom_the_worker_tells(told: list[Case], scenario: str, moment: Moment, to: list[str]) -> None:
    """Worked out by hand for the cases that once graded somebody else's act, or an act for another case."""
    act = next_act(next(case for case in told if case.scenario.id == scenario))
    assert act is not None
    assert (act.moment, list(act.step.to)) == (moment, to)


def test_an_act_with_nobody_to_tell_is_asked_for_by_what_is_done(
    index: LibraryIndex, told: list[Case]
) -> None:
    """The question is what the worker does; every other choice is somebody else's, and says whose."""
    case = next(case for case in told if case.scenario.id == "officer-and-a-boys-complaint")
    quiz = asked(index, case)["tell"]
    assert quiz.ask == "What do you do?"
    right, *others = sorted(quiz.choices, key=lambda choice: not choice.right)
    assert right.label == "Help the child to find an advocate and to complain, without taking it over."
    assert others
    assert all("This is for somebody else." in str(choice.why) for choice in others)
