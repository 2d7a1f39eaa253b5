"""What one line can be: a time as a document puts it, a name, a short name made from words."""

from typing import Any

import pytest

from navigator.author.draft import Draft, slug
from navigator.author.names import Known, exact, near
from navigator.author.times import read
from navigator.author.yaml_text import data_lines
from navigator.load.strict_yaml import read as read_yaml


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("7 working days", {"amount": 7, "unit": "working_days"}),
        ("1 working day", {"amount": 1, "unit": "working_days"}),
        ("within seven business days", {"amount": 7, "unit": "working_days"}),
        ("48 hours", {"amount": 48, "unit": "hours"}),
        ("48 HOURS", {"amount": 48, "unit": "hours"}),
        ("28 calendar days", {"amount": 28, "unit": "calendar_days"}),
        ("5 to 10 days", {"amount": 5, "up_to": 10}),
        ("5-10 weeks", {"amount": 5, "up_to": 10, "unit": "weeks"}),
        ("a day", None),
        ("10 days", {"amount": 10}),
        ("every 6 weeks", {"amount": 6, "unit": "weeks", "repeats": True}),
        ("at least once every 12 months", {"amount": 12, "unit": "months", "repeats": True}),
        ("at once", {"unit": "immediately"}),
        ("Straight away", {"unit": "immediately"}),
        ("as agreed", {"unit": "as_agreed"}),
        ("in words", {"unit": "in_words"}),
        ("In words: As soon as the team can", {"unit": "in_words", "in_words": "As soon as the team can"}),
        ("-", {"unit": "none_stated"}),
        ("not stated", {"unit": "none_stated"}),
        ("10 to 5 days", None),
        ("0 days", None),
        ("1001 days", None),
        ("7", None),
        ("days", None),
        ("7 moons", None),
    ],
)
def test_a_time_is_read_as_a_document_puts_it(typed: str, keys: dict[str, Any] | None) -> None:
    """Where a document says days and not which, the unit stays open; nothing is guessed."""
    found = read(typed)
    assert (found.keys if found else None) == keys


@pytest.mark.parametrize("typed", ["10 days before", "10 working days before"])
def test_before_is_counted_back(typed: str) -> None:
    """The event that follows is asked for apart."""
    found = read(typed)
    assert found
    assert found.back
    assert found.keys["amount"] == 10


ROLES = (
    Known("lado", "designated officer (LADO)", ("LADO", "local authority designated officer")),
    Known("team-manager", "team manager", ("TM",)),
    Known("team-members-manager", "team member's manager", ()),
    Known("iro", "independent reviewing officer", ("IRO",)),
    Known("ssw", "supervising social worker", ("SSW", "link worker")),
    Known("fsw", "fostering social worker", ("SSW",)),
    Known("carer", "foster carer", ("carer",)),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("LADO", "lado"),
        ("the Team Manager", "team-manager"),
        ("team-manager", "team-manager"),
        ("tm", "team-manager"),
        ("SSW", None),  # two go by it
        ("ssw", "ssw"),  # a short name comes before what others are called
        ("team mgr", None),
    ],
)
def test_a_name_is_plain_where_one_goes_by_it(typed: str, found: str | None) -> None:
    """Capitals, hyphens and `the` make no difference."""
    known = exact(typed, ROLES)
    assert (known.id if known else None) == found


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("team mgr", ["team-manager"]),
        ("independent officer", ["iro"]),
        ("reviewing officer", ["iro"]),
        ("desgnated officer", ["lado"]),
        ("SSW", ["ssw", "fsw"]),
        ("foster career", ["carer"]),
        ("police", []),
        ("health visitor", []),
        ("team", []),
    ],
)
def test_what_is_nearly_a_name_is_proposed(typed: str, likely: list[str]) -> None:
    """The likeliest comes first, and what is not like at all is not proposed."""
    assert [known.id for known in near(typed, ROLES)] == likely


def test_short_names_are_made_from_words() -> None:
    """They have eight words at most, no accents or apostrophes, and none that is taken."""
    assert slug("The Carer's: first (2nd) step!") == "the-carers-first-2nd-step"
    assert slug("one two three four five six seven eight nine") == "one-two-three-four-five-six-seven-eight"
    assert slug("a b", {"a-b", "a-b-2"}) == "a-b-3"
    assert slug("the letter came", joint="_") == "the_letter_came"
    assert slug("???") == "new"


def test_a_draft_makes_and_takes_away_what_lies_on_the_way() -> None:
    """A value within lists is put and taken again without a trace."""
    draft = Draft()
    draft.put(("policy", "stages", 0, "steps", 0, "who"), "carer")
    assert draft.tree == {"policy": {"stages": [{"steps": [{"who": "carer"}]}]}}
    assert draft.get(("policy", "stages", 1)) is None
    draft.take(("policy", "stages", 0, "steps", 0, "who"))
    assert draft.tree == {}


@pytest.mark.parametrize(
    "text",
    [
        "plain words", "12", "2026-01-01", "yes", "y", "null", "- a dash", "a: b", "# none", "it's", 'a "b"',
        "16:00", "x" * 200,
        "a line\nand another", "a line \nwith a space", "\n\ntwo empty", "\u00e9t\u00e9 \u2192",
        "a: " * 60, "two  spaces " * 20,
    ],
)  # fmt: skip
def test_every_answer_comes_back_as_it_was_typed(text: str) -> None:
    """Whatever YAML would take it for, the file of answers holds the text."""
    data = {"policy": {"title": text, "also": [text, "b c"], "steps": [{"who": "a-b", "does": text}]}}
    written = "\n".join([*data_lines(data), ""])
    tree, problems = read_yaml("answers.yaml", written.encode())
    assert problems == []
    assert tree == data
