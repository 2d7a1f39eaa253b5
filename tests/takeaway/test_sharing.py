"""Links with dates: what they carry, what changed since, and what is said of a broken one."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.model import Library, Policy
from navigator.load.words import english_words
from navigator.render.session import Session
from navigator.render.sharing import (
    BadLink,
    Version,
    fragment,
    open_link,
    read_fragment,
    version_of,
    what_changed,
)
from tests.takeaway.persons import TODAY, node_of, outcome_of

POLICY, STAGE = "escalation-four-stage", "stage-2"
DATES = {"raised_with_line_manager": date(2026, 11, 18), "raised_with_ssw": date(2026, 11, 10)}
ANEW = "The dates were worked out anew."


@pytest.fixture(scope="module")
def link(library: Library) -> str:
    found = fragment(library, outcome_of(library, POLICY, STAGE, DATES))
    assert found
    return found


def opened(library: Library, text: str | None, **more: object) -> dict[str, Any]:
    asked = {
        "origin": node_of(library, POLICY, STAGE).slug,
        "answers": {},
        "typed": {},
        "today": TODAY.isoformat(),
    }
    found: dict[str, Any] = json.loads(Session(library).answer(json.dumps({**asked, "link": text, **more})))
    return found


def changed(library: Library, policy: Policy) -> Library:
    others = [each for each in library.policies if each.id != policy.id]
    return replace(library, policies=(policy, *others))


def test_a_link_carries_the_dates_and_the_policy(library: Library, link: str) -> None:
    """What was put in comes out, with the policy's name and state."""
    read = read_fragment(english_words(), link)
    assert read.dates == DATES
    assert read.version == version_of(library, outcome_of(library, POLICY, STAGE).policy, "four-stage")


PASSED_ON = {
    "as it is": lambda link: link,
    "with its signs encoded": lambda link: link.replace("=", "%3D").replace("&", "%26").replace(",", "%2C"),
    "copied from the source of a mail": lambda link: link.replace("&", "&amp;"),
    "at the end of a sentence": lambda link: f"{link}.",
    "in brackets": lambda link: f"{link}>)",
    "in quotes": lambda link: f"{link}%E2%80%9D",
    "over two lines of a mail": lambda link: f"{link[:30]}%0D%0A{link[30:]} ",
    "with a text to look for": lambda link: f"{link}:~:text=By%20when",
}


@pytest.mark.parametrize("passed_on", PASSED_ON.values(), ids=PASSED_ON)
def test_a_link_is_read_as_mails_and_chats_pass_it_on(link: str, passed_on: Callable[[str], str]) -> None:
    """What was added round a link or encoded in it on the way changes nothing of what it carries."""
    assert read_fragment(english_words(), passed_on(link)) == read_fragment(english_words(), link)


@pytest.mark.parametrize("end", ["…", ",", "&utm_source=mail"])
def test_a_link_that_may_have_been_shortened_is_refused(link: str, end: str) -> None:
    """It would bring fewer dates than were meant, so it brings none."""
    with pytest.raises(BadLink):
        read_fragment(english_words(), link + end)


def test_an_opened_link_shows_its_dates_and_says_where_they_came_from(library: Library, link: str) -> None:
    """The page is the one with these dates typed in, and a notice says so; nothing has changed."""
    found = opened(library, link)
    assert found["errors"] == 0
    assert found["typed"]["raised_with_line_manager"] == {"day": "18", "month": "11", "year": "2026"}
    assert "Monday 23 November 2026" in found["html"]
    assert "The dates below came with the link." in found["html"]
    assert ANEW not in found["html"]
    again = opened(library, None, typed=found["typed"])
    notice = found["html"].index('<p class="nav-note nav-notice">')
    end = found["html"].index("</p>", notice) + len("</p>")
    assert found["html"][:notice] + found["html"][end:] == again["html"]


def test_a_link_that_is_older_than_a_time_limit_says_so(library: Library, link: str) -> None:
    """A stage that now has more days gives the new date, and the page says that the limits have changed."""
    policy = library.policy[POLICY]
    stage = policy.stages[1]
    limit = replace(stage.timescales[0], amount=4)
    stages = (policy.stages[0], replace(stage, timescales=(limit,)), *policy.stages[2:])
    found = opened(changed(library, replace(policy, stages=stages)), link)
    assert "time limits, or the days off, have changed since the link was made." in found["html"]
    assert ANEW in found["html"]
    assert "Tuesday 24 November 2026" in found["html"]


def test_a_link_that_is_older_than_some_words_says_so(library: Library, link: str) -> None:
    """Where only words have changed, the page says that the time limits have not."""
    policy = replace(library.policy[POLICY], title="Other words.")
    html = opened(changed(library, policy), link)["html"]
    assert "words have changed since the link was made. Its time limits have not." in html


def test_a_new_day_of_checking_changes_nothing(library: Library, link: str) -> None:
    """That somebody held a policy against its document again is no change."""
    policy = replace(library.policy[POLICY], checked_on=date(2027, 1, 1))
    assert ANEW not in opened(changed(library, policy), link)["html"]


def test_another_policy_for_the_page_is_told() -> None:
    """A service that has taken on another policy since is named as the change."""
    then, now = Version("old", "1", "2"), Version("new", "1", "2")
    assert (
        what_changed(english_words(), then, now)
        == f"This page followed another policy when the link was made. {ANEW}"
    )


BROKEN = [
    ("#", "A part of it is missing"),
    ("#x=1", "A part of it is missing"),
    ("#policy=a.000000.000000&dates=", "A part of it is missing"),
    ("#policy=a.000000.000000&dates=raised_with_ssw.2026-11-10&x=<b>", "something was added"),
    ("#policy=a.000000.000000&dates=raised_with_ssw.2026-02-30", "A date in it is no day of the calendar."),
    ("#policy=a.000000.000000&dates=raised_with_ssw.2026-1-1", "A date in it is no day of the calendar."),
    ("#policy=a.000000.000000&dates=a.2026-11-10,a.2026-11-11", "It gives the same date twice."),
    ("#policy=a.000000.000000&dates=first_noticed.2026-11-10", "This page does not ask for the dates in it."),
    ("#policy=a.000000.000000&dates=" + ",".join(["a.2026-11-10"] * 60), "It is longer than any link"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_broken_link_says_what_is_wrong_and_shows_the_plain_page(
    library: Library, text: str, told: str
) -> None:
    """There is no date, no error and nothing of the link on the page; the page itself is there."""
    found = opened(library, text)
    assert f"The dates in this link cannot be used. {told}" in found["html"] or told in found["html"]
    assert "This is the page without them." in found["html"]
    assert found["typed"] == {}
    assert "<b>" not in found["html"]
    assert found["html"].endswith(opened(library, None)["html"][-300:])


def test_a_date_that_cannot_be_meant_is_asked_about(library: Library) -> None:
    """A date far ahead is in the fields, with the error that typing it would give."""
    found = opened(library, "#policy=a.000000.000000&dates=raised_with_ssw.2029-11-10")
    assert found["errors"] == 1
    assert "The date is more than two years ahead." in found["html"]


def test_a_link_to_a_question_brings_no_dates(library: Library) -> None:
    """A question asks for no dates, so the page says so and asks on."""
    found = opened(library, "#policy=a.000000.000000&dates=raised_with_ssw.2026-11-10", origin="danger")
    assert found["kind"] == "question"
    assert "This page does not ask for the dates in it." in found["html"]


@given(
    st.text(max_size=80) | st.from_regex(r"#policy=[a-z.0-9-]{0,30}&dates=[a-z_.0-9,-]{0,40}", fullmatch=True)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever the fragment of an address, it is read or refused with a sentence."""
    with suppress(BadLink):
        read_fragment(english_words(), text)
    wrong = open_link(english_words(), (), text).wrong
    assert wrong
    assert wrong.endswith(".")


def test_what_is_not_there_cannot_be_taken(library: Library) -> None:
    """A question, an unknown wish and a link without dates are refused, and nothing is raised."""
    assert opened(library, None, origin="danger", take="text")["unknown"]
    assert opened(library, None, take="everything")["unknown"]
    assert opened(library, None, take="link")["unknown"]
    for moment in (-1, 253_402_300_800, 10**30, "now", True, 1.5):
        assert opened(library, None, take="calendar", moment=moment)["unknown"], moment


def test_a_calendar_file_is_stamped_with_the_moment_of_the_page(library: Library, link: str) -> None:
    """The page says when it is taken, in seconds, as nothing here reads a clock."""
    taken = opened(library, link, take="calendar", moment=1_795_253_415)["taken"]
    assert "DTSTAMP:20261121T093015Z" in taken
    assert "SEQUENCE:467130" in taken  # 324 days, 9 hours and 30 minutes


def test_the_page_can_be_taken_as_text(library: Library) -> None:
    """The text says what to do, by when, which message fits, and where it comes from."""
    typed = {"raised_with_line_manager": {"day": "18", "month": "11", "year": "2026"}}
    worker = node_of(library, POLICY, STAGE, reader="supervising-social-worker").slug
    told = {"answers": {"phase": "answered"}, "origin": worker, "typed": typed}
    text = opened(library, None, take="text", **told)["taken"]
    for said in (
        "Who does what",
        "Monday 23 November 2026",
        "Subject: Escalation, stage 3",
        "Stage 2 (Not stated",
    ):
        assert said in text
    assert "<" not in text
