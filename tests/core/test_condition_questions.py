"""Questions about conditions: which are asked, in which order, and what their answers tell."""

from dataclasses import replace

import pytest

from navigator.core.journey import at, destination, follow, question
from navigator.core.model import Library, Next, Option, Question
from navigator.core.model.rules import Alongside, Caution
from navigator.core.model.steps import Detour
from navigator.core.model.units import Unit
from navigator.core.model.variation import Extension, Pause
from navigator.core.nodes import Node
from navigator.core.questions import every_question, kind_of
from tests.builders import condition, leading_on, library, policy, route, source, stage, step, timescale

NAMES = ("complex", "agreed", "urgent")
CONDITIONS = tuple(map(condition, NAMES))


def world(*parts: object, urgent: bool = False, **fields: object) -> Library:
    """Build a library whose only policy has three conditions, and one stage with some timescales."""
    written = policy(stage("stage-1", *parts), conditions=CONDITIONS, national=True, **fields)  # type: ignore[arg-type]
    return library(written, routes=(route("issue", "paper", urgent=urgent),))


def asked(there: Library, answers: dict[str, str] | None = None) -> list[str]:
    """Return the questions from the first stage on, answered by `unsure` unless another answer is given."""
    node, found = at(there, "issue", None, "stage-1"), []
    while node.question:
        found.append(node.question)
        given = (answers or {}).get(node.question, "unsure")
        node = next(choice.to for choice in question(there, node).options if choice.id == given)
    return found


@pytest.mark.parametrize(
    "there",
    [
        world(timescale(only_if="complex")),
        world(timescale(unless="complex")),
        world(timescale(extension=Extension(10, source(), only_if="complex"))),
        world(timescale(pauses=(Pause("It waits.", source(), only_if="complex"),))),
        world(overall=(timescale("whole", only_if="complex"),)),
        world(warnings=(Caution("mind", "Mind it.", source(), only_if="complex"),)),
        world(alongside=(Alongside("also", "This too.", source(), only_if="complex"),)),
        library(policy(stage(steps=(step(only_if="complex"),)), conditions=CONDITIONS, national=True)),
        library(policy(stage(steps=(step(unless="complex"),)), conditions=CONDITIONS, national=True)),
        library(
            policy(
                stage(detours=(Detour("adr", "It is tried.", source(), only_if="complex"),)),
                conditions=CONDITIONS,
                national=True,
            )
        ),
        *(
            library(policy(stage(**ways), conditions=CONDITIONS, national=True))
            for ways in (
                {"if_unresolved": Next("On.", ends=True, only_if="complex")},
                {"if_settled": Next("On.", ends=True, unless="complex")},
                {"then": Next("On.", ends=True, only_if="complex")},
                {"other_ways": (Next("On.", ends=True, only_if="complex"),)},
            )
        ),
    ],
)
def test_each_part_that_rests_on_a_condition_has_it_asked(there: Library) -> None:
    """A step, a time or a part of it, a way on, a detour, a caution: each has its condition asked."""
    assert asked(there) == ["if-complex"]


def test_conditions_are_asked_in_the_policys_order() -> None:
    """Several conditions are asked as the policy lists them, each once."""
    there = world(
        timescale("one", only_if="urgent"),
        timescale("two", only_if="complex"),
        timescale("three", unless="urgent"),
    )
    assert asked(there) == ["if-complex", "if-urgent"]


def test_nothing_is_asked_that_changes_nothing() -> None:
    """A condition is not asked where nothing rests on it, or only a part that another answer hides."""
    first, second = leading_on(stage("stage-1"), stage("stage-2", timescale(only_if="complex")))
    assert asked(library(policy(first, second, conditions=CONDITIONS, national=True))) == []
    extended = Extension(10, source(), only_if="complex")
    there = world(timescale(only_if="agreed", extension=extended))
    assert asked(there, {"if-agreed": "no"}) == ["if-agreed"]
    assert asked(there, {"if-agreed": "yes"}) == ["if-agreed", "if-complex"]
    assert asked(there) == ["if-agreed", "if-complex"]


def test_nothing_is_asked_where_a_child_may_be_at_risk() -> None:
    """On an urgent route nothing stands before the answer: no condition is asked."""
    assert asked(world(timescale(only_if="complex"), urgent=True)) == []


def test_at_most_four_are_asked() -> None:
    """The fifth condition of a stage is not asked, as every answer is a page of its own."""
    names = ("a", "b", "c", "d", "e")
    scales = [timescale(name, only_if=name) for name in names]
    there = library(policy(stage("stage-1", *scales), conditions=tuple(map(condition, names)), national=True))
    assert asked(there) == ["if-a", "if-b", "if-c", "if-d"]


def test_a_condition_is_asked_after_all_else() -> None:
    """From the first question on, the stage is asked first and the condition of that stage last."""
    stages = leading_on(stage("stage-1"), stage("stage-2", timescale(only_if="complex")))
    there = library(policy(*stages, conditions=CONDITIONS, national=True))
    trail = follow(there, {"topic": "issue", "progress": "stage-2", "if-complex": "yes"})
    assert [step.question.id for step in trail.answered] == ["topic", "progress", "if-complex"]
    assert destination(there, trail.node).position.key == "stage-2"


@pytest.mark.parametrize(
    ("answer", "facts"), [("yes", {"complex": True}), ("no", {"complex": False}), ("unsure", {})]
)
def test_the_end_knows_what_was_said(answer: str, facts: dict[str, bool]) -> None:
    """Yes and no are told to the outcome; who is not sure has said nothing, and is not asked again."""
    trail = follow(world(timescale(only_if="complex")), {"topic": "issue", "if-complex": answer})
    assert trail.node.question is None
    assert destination(world(timescale(only_if="complex")), trail.node).facts == facts


def test_the_question_is_the_conditions_own() -> None:
    """The question, its hint and its answers are as the policy words them; else the answers are plain."""
    own = condition(hint="Ask your manager.", yes="It is complex")
    there = library(policy(stage("stage-1", timescale(only_if="complex")), conditions=(own,), national=True))
    open_question = question(there, at(there, "issue", None, "stage-1"))
    assert (open_question.ask, open_question.hint) == ("Is it complex?", "Ask your manager.")
    labels = [(option.id, option.label, option.unsure) for option in open_question.options]
    assert labels == [("yes", "It is complex", False), ("no", "No", False), ("unsure", "I'm not sure", True)]
    assert [option.because for option in open_question.options] == [
        "This shows what the policy says if it is complex.",
        "This leaves out what the policy says only if it is complex.",
        "You were not sure whether it is complex. So both cases are shown, and each says which it is for.",
    ]


def test_every_answer_has_a_page_of_its_own() -> None:
    """Yes, no and not sure lead to three addresses, and none of them is that of the question."""
    there = world(timescale(only_if="complex"))
    node = at(there, "issue", None, "stage-1")
    assert len({node.slug, *(option.to.slug for option in question(there, node).options)}) == 4


def test_an_answer_that_names_its_stage_leads_on_to_the_condition() -> None:
    """Where the triage knows the stage already, its condition is still asked."""
    there = world(timescale(only_if="complex"))
    option = Option("late", "Late", route="issue", stage="stage-1", because="It is late.")
    triage = replace(there.triage, questions=(Question("topic", "What is it?", (option,)),))
    opened = question(replace(there, triage=triage), Node("topic", opens=True)).options[0].to
    assert (opened.question, opened.choice) == ("if-complex", "stage-1")


def test_questions_about_conditions_are_told_from_an_authors() -> None:
    """What begins with `if-` is a built-in question, and each condition has one."""
    there = world(timescale("t", 1, Unit.WEEKS))
    assert kind_of("if-complex") is not None
    assert kind_of("iffy") is None
    assert set(every_question(there)) == {
        "topic", "service", "progress", "if-complex", "if-agreed", "if-urgent",
    }  # fmt: skip


def test_an_example_of_another_service_asks_nothing() -> None:
    """Where the policy shown is another service's, nobody is asked about cases that need not be theirs."""
    there = library(policy(stage("stage-1", timescale(only_if="complex")), conditions=CONDITIONS))
    assert asked(there) == []
