"""YAML of the navigator's own making: PyYAML reads the same values again."""

from datetime import date

import pytest
import yaml

from navigator.core.model import (
    Expected,
    ExpectedDeadline,
    GivenAnswer,
    GivenDate,
    Scenario,
    Source,
    WrongTurn,
)
from navigator.core.yaml_writer import WIDTH, as_yaml

AWKWARD = (
    "plain words",
    "no",
    "null",
    "2026-11-26",
    "12:30",
    "0x1f",
    "- a dash",
    "key: value # and a comment",
    "quotes \" and ' and \\ backslashes",
    "{braces} [brackets] & *anchors !tags %lines @at `ticks`",
    "first line\nsecond line\n\n  and an indented one",
    "two  spaces   and three",
    "caf\u00e9 \u201cquoted\u201d \U0001f600 \u2028 \x85 \x7f \ufeff",
    "word " * 80 + "end",
    "x" * 300,
    "? : , > | ~",
    " both ends ",
)


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_is_read_as_it_was(text: str) -> None:
    """Whatever signs a text has, and however long it is, it comes back whole from a key and from a list."""
    source = Source(text, text)
    case = Scenario(
        "a-case", text, text, (GivenAnswer(text, text),), date(2026, 11, 26), Expected(), text, source,
        (WrongTurn("transfer", text, source),),
    )  # fmt: skip
    place = {"section": text, "document": text}
    assert yaml.safe_load(as_yaml(case)) == {
        "id": "a-case",
        "title": text,
        "story": text,
        "answers": [{"question": text, "option": text}],
        "today": date(2026, 11, 26),
        "expect": None,
        "worked_out": text,
        "source": place,
        "wrong_turns": [{"route": "transfer", "why": text, "source": place}],
    }


def test_lists_days_and_flags() -> None:
    """Days stand without quotes, a time of day in quotes, a flag as a word; defaults are left out."""
    readings = (date(2027, 1, 14),)
    deadline = ExpectedDeadline("answer", date(2027, 1, 15), readings, provisional=True, at="16:00")
    assert as_yaml(Expected(route="complaint", begun=False, deadlines=(deadline,))) == (
        "route: complaint\nbegun: false\ndeadlines:\n  - id: answer\n    due: 2027-01-15\n"
        '    readings:\n      - 2027-01-14\n    provisional: true\n    at: "16:00"\n'
    )
    assert as_yaml(GivenDate("letter_sent", date(2026, 1, 2))) == "event: letter_sent\nday: 2026-01-02\n"


def test_long_texts_are_broken_at_spaces() -> None:
    """No line of a text of short words is longer than a line should be, with its key."""
    lines = as_yaml(Source("word " * 80 + "end")).splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= WIDTH + len("section: ")
