"""Characters that no font of the PDFs has are findings at their place; the data is sound all the same."""

import pytest

from tests.mini import Mini

POLICY = "services/town/policies/town-complaint.yaml"
PRIVATE = "a private-use character"


def told(mini: Mini) -> list[str]:
    assert mini.errors() == []
    return [each for each in mini.findings() if "no font can show" in each]


@pytest.mark.parametrize(
    "text", ["☎ 999", "😀", "non\u2011breaking", "العربية", "עברית", "中文", "বাংলা", "ਪੰਜਾਬੀ", "• ☐ ☑ ✓ ➢"]
)
def test_scripts_and_signs_are_no_finding(mini: Mini, text: str) -> None:
    """What the fonts have is nobody's business."""
    mini.edit(POLICY, "summary: Says how to complain in Town.", f"summary: {text} and more.")
    assert told(mini) == []


@pytest.mark.parametrize(
    ("character", "name", "instead"),
    [
        ("\uf0b7", PRIVATE, "It may be a sign of Word's own: write •."),
        ("\uf0fc", PRIVATE, "It may be a sign of Word's own: write ✓."),
        ("\uf123", PRIVATE, "Write something else, or take it out."),
        ("\u0378", "a character without a name", "Write something else, or take it out."),
        ("\U00013000", "an egyptian hieroglyph a001", "Write something else, or take it out."),
    ],
)
def test_what_no_font_has_is_told_with_its_line_and_column(
    mini: Mini, character: str, name: str, instead: str
) -> None:
    """The finding names the character and its own place, and says what is printed and what to write."""
    mini.edit(POLICY, "summary: Says how to complain in Town.", f"summary: Says {character} this.")
    number = f"{ord(character):04X}"
    what = f"has {name}, U+{number}, which no font can show. It is printed as [U+{number}]."
    assert told(mini) == [f"{POLICY}:7:15: finding: summary: {what} {instead}"]


def test_the_place_in_a_text_of_several_lines_is_the_characters_own(mini: Mini) -> None:
    """In a folded text it is the line on which the character stands, and so it is in an item of a list."""
    mini.edit(POLICY, "summary: Says how to complain in Town.", "summary: >-\n  One line.\n  And \uf0b7 two.")
    mini.edit(
        "national/glossary.yaml", "term: foster carer,", 'term: foster carer, also_called: ["a", "b\uf0a7"],'
    )
    places = [line.partition(": finding: ")[0] for line in told(mini)]
    assert places == ["national/glossary.yaml:1:56", f"{POLICY}:9:7"]


def test_a_character_that_is_written_by_its_number_is_told_at_its_text(mini: Mini) -> None:
    """Where the file has an escape, the finding is at the beginning of the text."""
    mini.edit(POLICY, "summary: Says how to complain in Town.", 'summary: "One \\uF0B7 and \\u0378 two."')
    assert [line.partition(": has")[0] for line in told(mini)] == [f"{POLICY}:7:10: finding: summary"] * 2


def test_the_catalogue_of_a_data_folder_is_looked_at_too(mini: Mini) -> None:
    """A word that the folder changes stands in the PDFs as well."""
    mini.write("words/en-GB.yaml", "list:\n  separator: '\uf0b7 '\n")
    (only,) = told(mini)
    assert only.startswith(
        "words/en-GB.yaml:2:15: finding: list.separator: has a private-use character, U+F0B7,"
    )
