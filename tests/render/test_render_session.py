"""The wizard's conversation in the browser: a message in, a page out, and nothing kept."""

import json
from datetime import date
from typing import Any

import pytest

from navigator.core.journey import nodes
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.rows import as_rows, with_form
from navigator.render.dateform import read_typed
from navigator.render.session import Session, open_session
from navigator.site.build.library_json import LibraryJson
from tests.core.sample import LIBRARY
from tests.mini import Mini
from tests.render.page import take_apart
from tests.signposted import library_of, signposted

ISSUE = {"danger": "no", "topic": "north", "progress": "stage-1"}
STAGE_1 = Node(None, "issue", "north", "stage-1")


@pytest.fixture(scope="module")
def session() -> Session:
    return open_session(with_form(Library, json.dumps(as_rows(LIBRARY))))


def say(session: Session, **changed: object) -> dict[str, Any]:
    message: dict[str, object] = {
        "origin": "danger",
        "answers": {},
        "show": None,
        "typed": {},
        "today": "2026-11-21",
    }
    found: dict[str, Any] = json.loads(session.answer(json.dumps(message | changed)))
    return found


def typed(**events: str) -> dict[str, dict[str, str]]:
    return {
        event: dict(zip(("day", "month", "year"), text.split("/"), strict=True))
        for event, text in events.items()
    }


def test_the_library_survives_its_journey(session: Session) -> None:
    """The library that the browser reads is the one that was built."""
    assert session.library == LIBRARY
    assert set(session.nodes) == {node.slug for node in nodes(LIBRARY)}


def test_the_first_message_gets_the_first_question(session: Session) -> None:
    """Without answers, the question at the origin is shown."""
    found = say(session)
    assert (found["slug"], found["kind"], found["title"], found["errors"]) == (
        "danger",
        "question",
        "Find your way: a question",
        0,
    )
    assert "Is anybody in danger?" in found["html"]


def test_answers_lead_to_an_outcome(session: Session) -> None:
    """With all answers, the outcome is shown at its own address."""
    found = say(session, answers=ISSUE)
    assert (found["slug"], found["kind"], found["answers"]) == (STAGE_1.slug, "outcome", ISSUE)


def test_typed_dates_are_used(session: Session) -> None:
    """Dates typed with a month in letters or in numbers give the same deadline."""
    for text in ("2/nov/2026", "02/11/2026", " 2 / November / 2026 "):
        found = say(session, answers=ISSUE, typed=typed(sent=text))
        assert found["errors"] == 0
        assert "Monday 9 November 2026" in found["html"]


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        ("31/2/2026", "day", "February 2026 has no day 31"),
        ("2/11/", "year", "must include a year"),
        ("2/11/99", "year", "four digits"),
        ("22/11/2028", "year", "more than two years ahead"),
        ("1/1/1999", "year", "1 January 2012 or later"),
        ("2/movember/2026", "month", "Did you mean November?"),
    ],
)
def test_mistakes_are_told_where_they_are(session: Session, text: str, field: str, says: str) -> None:
    """A mistake is shown in a linked summary and at its field, and nothing typed is lost."""
    found = say(session, answers=ISSUE, typed=typed(sent=text))
    assert found["errors"] == 1
    root, faults = take_apart(found["html"])
    assert faults == []
    (summary,) = (item for item in root.all("div") if item.attributes.get("role") == "alert")
    (link,) = summary.all("a")
    assert (link.attributes["href"], says in link.text) == (f"#date-sent-{field}", True)
    (wrong,) = (item for item in root.all("input") if item.attributes.get("aria-invalid"))
    assert wrong.attributes["id"] == f"date-sent-{field}"
    (group,) = (item for item in root.all("fieldset") if "nav-wrong" in (item.attributes["class"] or ""))
    (error,) = (item for item in group.all("p") if "nav-error" in (item.attributes.get("class") or ""))
    assert says in error.text
    assert error.attributes["id"] in (group.attributes["aria-describedby"] or "").split()
    values = [item.attributes["value"] for item in group.all("input")]
    assert values == text.split("/")


@pytest.mark.parametrize("text", ["2/11/26", "2 Nov 2026//", "/2.11.2026/", "2nd of/Nov./’26"])  # noqa: RUF001
def test_what_was_understood_is_shown_in_words(session: Session, text: str) -> None:
    """The page says as which day it took a date, and against which day it counts."""
    found = say(session, answers=ISSUE, typed=typed(sent=text))
    root, _ = take_apart(found["html"])
    said = [item for item in root.all("p") if item.attributes.get("id") == "date-sent-read"]
    assert [item.text for item in said] == ["Read as Monday 2 November 2026."]
    described = [item.attributes.get("aria-describedby") or "" for item in root.all("fieldset")]
    assert any("date-sent-read" in ids.split() for ids in described)
    assert "Today is Saturday 21 November 2026." in found["html"]


def test_a_date_from_one_box_is_shown_in_three(session: Session) -> None:
    """A date pasted into one box then stands in three, so that sending it again is no mistake."""
    found = say(session, answers=ISSUE, typed=typed(sent="2 Nov 2026//"))
    root, _ = take_apart(found["html"])
    values = [
        item.attributes["value"]
        for item in root.all("input")
        if (item.attributes["name"] or "").startswith("sent.")
    ]
    assert values == ["2", "11", "2026"]
    again = say(
        session, answers=ISSUE, typed={"sent": dict(zip(("day", "month", "year"), values, strict=True))}
    )
    assert (again["errors"], again["html"]) == (0, found["html"])


def test_one_mistake_leaves_the_other_dates(session: Session) -> None:
    """A date that can be read is used even where another cannot."""
    found = say(session, answers=ISSUE, typed=typed(sent="2/11/2026", acknowledged="31/9/2026"))
    assert found["errors"] == 1
    assert "Monday 9 November 2026" in found["html"]


def test_a_plan_may_lie_ahead(session: Session) -> None:
    """A day ahead is no mistake, whether it has begun or not."""
    ahead = say(session, answers=ISSUE, typed=typed(sent="1/12/2026"))
    assert (ahead["errors"], "Tuesday 8 December 2026" in ahead["html"]) == (0, True)
    found = say(session, answers={**ISSUE, "progress": "not-begun"}, typed=typed(sent="1/12/2026"))
    assert found["errors"] == 0
    assert "Tuesday 8 December 2026" in found["html"]


def test_dates_nobody_asks_for_are_left_alone(session: Session) -> None:
    """Fields of an event that this outcome does not count from are neither used nor found fault with."""
    found = say(session, answers={"danger": "now"}, typed=typed(sent="99/99/1"))
    assert (found["kind"], found["errors"]) == ("outcome", 0)


def test_empty_fields_are_no_mistake() -> None:
    """Fields left empty give no date and no mistake."""
    assert read_typed(LIBRARY, typed(sent="//"), (), date(2026, 11, 21)) == ({}, [])


def test_a_question_is_shown_again(session: Session) -> None:
    """An answered question is shown again, with a mark at the answer given before and the others kept."""
    found = say(session, answers=ISSUE, show="topic")
    assert (found["slug"], found["kind"], found["answers"]) == (Node("topic").slug, "question", ISSUE)
    root, _ = take_apart(found["html"])
    marked = [link.attributes["data-option"] for link in root.all("a") if "Your answer before" in link.text]
    assert marked == ["north"]


def test_one_more_answer(session: Session) -> None:
    """One more answer is added to the others."""
    found = say(session, answers={"danger": "no"}, answer={"question": "topic", "option": "appeal"})
    assert (found["kind"], found["answers"]) == ("outcome", {"danger": "no", "topic": "appeal"})


def test_a_changed_answer_keeps_what_still_holds(session: Session) -> None:
    """Another service with the same policy keeps the stage; another policy asks for the stage again."""
    answers = {"danger": "no", "topic": "issue", "service": "north", "progress": "stage-1"}
    same = say(session, answers=answers, answer={"question": "service", "option": "south"})
    assert (same["kind"], same["answers"]) == ("outcome", {**answers, "service": "south"})
    other = say(session, answers=answers, answer={"question": "topic", "option": "complaint"})
    assert other["kind"] == "question"
    assert "progress" not in other["answers"]


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "n00000000"},
        {"origin": "../../etc/passwd"},
        {"answers": {"danger": "perhaps"}},
        {"answers": {"danger": "no"}, "answer": {"question": "topic", "option": "<script>"}},
    ],
)
def test_what_this_library_does_not_know_is_said(session: Session, changed: dict[str, object]) -> None:
    """An address or an answer of another version gets a plain no, and no page that might be wrong."""
    found = say(session, **changed)
    assert found["unknown"] is True
    assert "html" not in found


def test_nothing_is_kept_between_messages(session: Session) -> None:
    """The same message gets the same reply, whatever was said before."""
    before = say(session)
    say(session, answers=ISSUE, typed=typed(sent="2/11/2026"))
    assert say(session) == before


def test_answers_that_lead_to_a_signpost_leave_the_page_as_it_is(mini: Mini) -> None:
    """It is a page of its own, to which the browser follows the link: the engine does not even hold it."""
    library = library_of(signposted(mini))
    session = open_session(LibraryJson().write(library))
    assert session.library.signposts == ()
    (option,) = (each for each in session.library.question["topic"].options if each.signpost)
    assert (option.id, option.because, option.source) == ("money", None, None)
    asked = say(session, answers={"danger": "calm"})
    assert '<a href="../../help/money/" class="nav-choice"' in asked["html"]
    found = say(session, answers={"danger": "calm"}, answer={"question": "topic", "option": "money"})
    assert found["unknown"] is True
    assert "help/money/" in found["says"]
    assert say(session, answers={"danger": "calm", "topic": "money"}, show="topic")["kind"] == "question"
