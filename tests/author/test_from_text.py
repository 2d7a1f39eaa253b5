"""`--from`: a document's sentences are put before the author, and what is not carried is told."""

from pathlib import Path

import pytest

from navigator.author.person import Stopped
from navigator.author.source_text import SourceText
from navigator.cli import main
from tests.author.typing_in import typed
from tests.mini import Mini

DOCUMENT = """\
# Lending of equipment to foster carers

Lakeside Council, made up for a test, February 2026. This page is about cots and car seats.
You can find our shop on the high street.

## 1. Asking for equipment

A foster carer asks the equipment desk by telephone or by e-mail. The desk must answer within
three working days of the request. Somebody who needs a cot tonight rings the night line,
and the line answers at once.

- The desk writes down what is lent and to whom.
- A deposit may be asked for where the equipment costs more than 200 pounds.
- Our colours are blue and green.

## 2. Where the carer is not content

The carer writes to the team. The team looks at it again and should reply
by Friday of the next week.
If the team agrees, the desk lends the equipment on the same day.

2.1 Appeals

The head of service decides as soon as practicable. The decision is final.

| task | by whom | when |
| return the cot | carer | before the child leaves |

Thank you for fostering with us.
"""

LINES = [
    # 2026 is a number; the page's own name for it is no heading of a stage
    ("Lakeside Council, made up for a test, February 2026.", "Lending of equipment to foster carers"),
    ("You can find our shop on the high street.", "Lending of equipment to foster carers"),
    ("A foster carer asks the equipment desk by telephone or by e-mail.", "1. Asking for equipment"),
    ("The desk must answer within three working days of the request.", "1. Asking for equipment"),
    (
        "Somebody who needs a cot tonight rings the night line, and the line answers at once.",
        "1. Asking for equipment",
    ),
    (
        "A deposit may be asked for where the equipment costs more than 200 pounds.",
        "1. Asking for equipment",
    ),
    ("The carer writes to the team.", "2. Where the carer is not content"),
    (
        "The team looks at it again and should reply by Friday of the next week.",
        "2. Where the carer is not content",
    ),
    (
        "If the team agrees, the desk lends the equipment on the same day.",
        "2. Where the carer is not content",
    ),
    ("The head of service decides as soon as practicable.", "2.1 Appeals"),
    ("| return the cot | carer | before the child leaves |", "2.1 Appeals"),
]
"""What holds a number, a day, a role known here (carer, team) or must, should, may, will or can."""


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mini:
    monkeypatch.chdir(tmp_path)
    Path("lending.md").write_text(DOCUMENT, encoding="utf-8")
    return Mini(tmp_path / "data")


def test_every_telling_sentence_is_found_with_its_heading() -> None:
    """Sentences run over lines and stop at items and headings; what tells of nothing is passed over."""
    found = [
        (each.says, each.section) for each in SourceText(DOCUMENT).telling(["foster carer", "carer", "team"])
    ]
    assert found == LINES


def test_the_headings_of_a_document_are_found() -> None:
    """Those marked with # and those numbered; a numbered sentence is none."""
    assert SourceText(DOCUMENT).headings == [
        "Lending of equipment to foster carers", "1. Asking for equipment",
        "2. Where the carer is not content", "2.1 Appeals",
    ]  # fmt: skip
    assert SourceText("1. The desk answers within 3 days.\n").headings == []
    assert SourceText("3.1 The carer asks the desk for\nrespite in writing.\n").headings == []
    assert SourceText("Intro\n").headings == []


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("The desk must answer within three working days of the request.",
         "the desk must answer within three working days of"),
        ("Then THE LINE answers at once, a deposit may", None),
        ("Somebody who needs a cot, tonight rings the night.",
         "somebody who needs a cot tonight rings the night"),
        ("An answer comes within three working days.", None),
    ],
)  # fmt: skip
def test_nine_words_in_a_row_are_a_copy(text: str, copied: str | None) -> None:
    """Capitals and stops make no difference; eight words are none."""
    assert SourceText(DOCUMENT).copied(text) == copied


ANSWERS = [
    "Lending of equipment", "Lakeside Council", "new", "Lending", "For things to borrow.", "Carers.",
    "topic", "I need equipment", "It is about lending.", "", "", "", "", "",
    "Foster carers at the lake.", "Says how to borrow a cot.", "",
    # a heading by its number, then one in words
    "2", "If you are not content", "",
    # the eleven lines
    "x it only names the page", "x the shop is no part of it", "1w", "1t", "1t", "1", "2w", "2t", "2n", "2t",
    "",
]  # fmt: skip
STAGES = [
    "", "I have asked", "", "carer", "asks the desk", "", "", "",
    "3 working days", "The desk must answer within three working days of the request.", "-", "must", "", "",
    "a", "2", "The carer can write to the team.", "", "",
    "", "I am not content", "", "team", "looks again", "", "", "",
    "in words: by Friday of the week after", "The team replies.", "should", "", "",
    "", "No next step is named.", "", "", "", "Ask the desk.", "", "",
]  # fmt: skip


def test_each_line_is_placed_and_stands_beside_the_questions_there(mini: Mini) -> None:
    """A line is shown with its heading when it is placed, and once more before the questions there."""
    person = typed(mini.folder, [*ANSWERS, *STAGES], document=Path("lending.md"))
    shown = person.shown
    line = "1. Asking for equipment: The desk must answer within three working days of the request."
    placed = next(at for at, each in enumerate(shown) if each.startswith(f"4 of 11. {line}"))
    beside = shown.index(f"  The document: {line}")
    when = next(at for at, each in enumerate(shown) if each.startswith("By when?"))
    assert placed < beside < when
    assert shown.count(f"  The document: {line}") == 1
    second = shown.index("  The document: 2. Where the carer is not content: The carer writes to the team.")
    assert "== Stage 2: If you are not content ==" in "\n".join(shown[:second])


def test_a_heading_is_taken_by_its_number_as_the_section_too(mini: Mini) -> None:
    """The heading is the document's own; it is offered as the section of its stage."""
    typed(mini.folder, [*ANSWERS, *STAGES], document=Path("lending.md"))
    text = mini.read("services/town/policies/lending-of-equipment.yaml")
    assert 'title: "1. Asking for equipment"' in text
    assert 'source: "1. Asking for equipment"' in text


def test_copied_words_are_told_when_they_are_typed(mini: Mini) -> None:
    """The author is warned, and may go back; the policy has what the author leaves there."""
    person = typed(mini.folder, [*ANSWERS, *STAGES], document=Path("lending.md"))
    told = [each for each in person.shown if "Nine words in a row" in each]
    assert len(told) == 1
    assert "the desk must answer within three working days of. Say it in words of your own" in told[0]


def test_what_was_not_carried_is_listed_beside_the_answers(mini: Mini) -> None:
    """Lines left out have their reason; others were not placed, or nothing was written at their place."""
    person = typed(mini.folder, [*ANSWERS, *STAGES], document=Path("lending.md"))
    assert "4 lines are not carried. They are listed in new-policy.not-carried.md." in person.text
    report = Path("new-policy.not-carried.md").read_text("utf-8")
    assert (
        report
        == """\
# What was not carried

- Lakeside Council, made up for a test, February 2026.
  Reason: it only names the page.
- You can find our shop on the high street.
  Reason: the shop is no part of it.
- If the team agrees, the desk lends the equipment on the same day.
  Reason: placed at stage-2-next, where nothing was written.
- | return the cot | carer | before the child leaves |
  Reason: not placed yet.
"""
    )


def test_nothing_of_the_document_gets_into_the_files_by_itself(mini: Mini) -> None:
    """Only headings chosen and words typed are in what is written."""
    own = [*STAGES]
    own[own.index("The desk must answer within three working days of the request.")] = "The desk answers."
    typed(mini.folder, [*ANSWERS, *own], document=Path("lending.md"))
    for path in (mini.folder / "services" / "town").rglob("*.yaml"):
        assert SourceText(DOCUMENT).copied(path.read_text("utf-8")) is None, path


def test_placing_is_taken_up_again_too(mini: Mini) -> None:
    """Stopped among the lines, it goes on with the next one, without the document's file."""
    with pytest.raises(Stopped):
        typed(mini.folder, [*ANSWERS[:24], "^C"], document=Path("lending.md"))
    Path("lending.md").unlink()
    person = typed(mini.folder, [*ANSWERS[24:], *STAGES], resume=Path("new-policy.answers.yaml"))
    assert any(each.startswith("5 of 11. ") for each in person.shown)
    assert not any(each.startswith("4 of 11. ") for each in person.shown)


@pytest.mark.parametrize("wrong", ["9t", "x", "somewhere", "1z"])
def test_a_place_that_is_none_is_told(mini: Mini, wrong: str) -> None:
    """A stage that is not there, a line left out without a reason, and words are asked again."""
    person = typed(mini.folder, [*ANSWERS[:20], wrong, *ANSWERS[20:], *STAGES], document=Path("lending.md"))
    assert any(
        each.startswith(("  Where does it belong?", "  Write a reason after x")) for each in person.shown
    )


def test_a_document_that_is_no_text_is_refused(
    mini: Mini, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A PDF is told apart from its text, and a file that is not there is named."""
    (tmp_path / "policy.pdf").write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")
    data = ["new", "policy", "--data", str(mini.folder)]
    assert main([*data, "--from", "policy.pdf"]) == 2
    assert "policy.pdf: is no plain text. Save the document as plain text in UTF-8" in capsys.readouterr().err
    assert main([*data, "--from", "gone.md"]) == 2
    assert "gone.md: No such file" in capsys.readouterr().err
    assert main([*data, "--answers", "a.yaml", "--from", "lending.md"]) == 2
    assert "--answers asks nothing, so it goes with neither" in capsys.readouterr().err
