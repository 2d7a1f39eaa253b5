"""Draft messages, as the check sees them: whom they go to, and which dates can stand in them."""

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
STEPS = "      - {who: team, does: answers, to: [carer]}\n"
AT = "    if_unresolved: {says: It goes on.,"
LEVEL = "        if_unresolved: {says: Nothing is stated.,"
OTHERS = """\
- {id: manager, name: manager, explains: Manages.}
- {id: director, name: director, explains: Directs.}
"""
NO_DATE = "has a placeholder for a date that nobody can know here: "
BRACE = (
    "has a brace that begins or ends no placeholder. Write a placeholder as {date:event} or {due:timescale}."
)
NO_COPY = ": has no copy for {}, whom the step names. Add it to cc."
NOT_NAMED = "is not among those whom the steps of team name here. "


@pytest.fixture
def acted(mini: Mini) -> Mini:
    """Let the team answer the carer with copies to two others, and the director tell the manager."""
    mini.add("national/roles.yaml", OTHERS)
    steps = (
        "      - {who: team, does: answers, to: [carer], cc: [manager, director]}\n"
        "      - {who: director, does: tells, to: [manager]}\n"
    )
    mini.edit(TOWN, STEPS, steps)
    return mini


def written(mini: Mini, **parts: str) -> list[str]:
    """Put a message in order into the first stage, with some parts as given; return the errors."""
    message = {
        "who": "team",
        "to": "[carer]",
        "cc": "[manager, director]",
        "subject": "An answer",
        "body": "Hello.",
        **parts,
    }
    text = ", ".join(f"{key}: {value}" for key, value in message.items())
    mini.edit(TOWN, AT, f"    message: {{{text}}}\n{AT}")
    return [error.partition(" error: ")[2] for error in mini.errors()]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({}, []),
        ({"who": "carer"}, [".who: carer does not act at this stage. Write one of: director, team."]),
        ({"who": "director", "to": "[manager]", "cc": "[]"}, []),
        ({"to": "[]"}, [".to: is empty. Write whom it is addressed to."]),
        ({"to": "[carer, manager]"}, [f".to[1]: manager {NOT_NAMED}Write one of: carer."]),
        ({"cc": "[manager, director, carer]"},
         [f".cc[2]: carer {NOT_NAMED}Write one of: director, manager."]),
        ({"who": "director", "to": "[manager]", "cc": "[team]"},
         [f".cc[0]: team {NOT_NAMED}Take it out.".replace("of team", "of director")]),
        ({"cc": "[]"}, [NO_COPY.format("director"), NO_COPY.format("manager")]),
        ({"cc": "[director]"}, [NO_COPY.format("manager")]),
    ],
)  # fmt: skip
def test_a_message_goes_where_the_steps_go(acted: Mini, parts: dict[str, str], told: list[str]) -> None:
    """Writer, addressees and copies are those of the steps; whoever is wrong or left out is told."""
    assert written(acted, **parts) == [f"stages[0].message{each}" for each in told]


def test_only_the_step_that_is_written_about_brings_copies(acted: Mini) -> None:
    """Another step of the same person, to somebody else, asks for no copy here."""
    acted.edit(TOWN, "{who: director, does: tells, to: [manager]}",
               "{who: team, does: tells, to: [manager], cc: [carer]}")  # fmt: skip
    assert written(acted) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sent {date:sent}, due {due:answer}.", None),
        ("By {due:whole} at the latest.", None),
        ("On {date:begun}.", None),
        ("By {due:anser}.", f"{NO_DATE}{{due:anser}}. Did you mean {{due:answer}}?"),
        ("On {date: sent}.", f"{NO_DATE}{{date: sent}}. Did you mean {{date:sent}}?"),
        ("On {date:answered}.", f"{NO_DATE}{{date:answered}}. Take it out, or write [date]."),
        ("By {due:open}.", f"{NO_DATE}{{due:open}}. Take it out, or write [date]."),
        ("By {due:sent}.", f"{NO_DATE}{{due:sent}}. Take it out, or write [date]."),
        ("On {sent}.", BRACE),
        ("On {date:sent.", BRACE),
        ("On date:sent}.", BRACE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["subject", "body"])
def test_a_message_holds_only_dates_that_can_be_known(
    acted: Mini, key: str, text: str, told: str | None
) -> None:
    """Days that a reader is asked for and last days of this stage or the whole can stand in a message."""
    acted.add("national/events.yaml", "- {id: begun, name: the day it began, ask: When did it begin?}\n")
    acted.edit(TOWN, "unsure:",
               "overall:\n  - {id: whole, does: It is over., amount: 9, unit: months, from: begun,\n"
               "     firmness: aim, source: Top}\nunsure:")  # fmt: skip
    acted.edit(TOWN, "    timescales:\n      - id: answer\n",
               "    timescales:\n      - {id: open, does: It is read., unit: none_stated, source: Top}\n"
               "      - id: answer\n")  # fmt: skip
    errors = written(acted, **{key: f"'{text}'"})
    assert errors == ([f"stages[0].message.{key}: {told}"] if told else [])


def test_messages_of_levels_are_checked_in_their_place(mini: Mini) -> None:
    """A level has a message of its own; one beside the levels belongs into them."""
    draft = "message: {who: carer, to: [carer], subject: x, body: x}\n"
    mini.edit(TOWN, LEVEL, f"        {draft}{LEVEL}")
    mini.edit(TOWN, "    levels:", f"    {draft}    levels:")
    assert mini.errors() == [
        f"{TOWN}:32:5: error: stages[1].message: stands beside levels. Move it into the levels.",
        (
            f"{TOWN}:42:24: error: stages[1].levels[0].message.who: carer does not act at this stage. "
            "Write one of: team."
        ),
    ]
