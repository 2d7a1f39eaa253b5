"""The words of a data folder: what it changes in the catalogue, and the languages that it adds."""

import pytest

from navigator.core.model import Unit
from navigator.load.library import Loaded, load
from navigator.load.words import PSEUDO, english, languages
from tests.mini import Mini

WELSH = """\
language: {name: Cymraeg, numbers: {one: 1, two: 2, few: 3 6}}
unit:
  weeks: {name: wythnos, one: "{number} wythnos", two: "{number} wythnos (2)", other: "{number} o wythnosau"}
  years: {other: "{number} o flynyddoedd"}
"""


def opened(mini: Mini, language: str) -> Loaded:
    """Load the folder in a language, and expect no problem."""
    loaded = load(mini.folder, language)
    assert loaded.problems == ()
    return loaded


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "unit: {weeks: {nam: wythnos}}",
            '1:21: error: unit.weeks.nam: is not a key of the catalogue. Did you mean unit.weeks.name?',
            id="unknown key",
        ),
        pytest.param(
            "answer: Atebion",
            "1:9: error: answer: is not a key of the catalogue.",
            id="text in place of a group",
        ),
        pytest.param(
            'unit: {weeks: {few: "{number} wythnos"}}',
            "1:21: error: unit.weeks.few: is not a key of the catalogue.",
            id="form that the language does not name",
        ),
        pytest.param(
            'answer: {not_begun: "{day}"}',
            "1:21: error: answer.not_begun: has a placeholder that is not filled in: {day}. Take it out.",
            id="placeholder where there is none",
        ),
        pytest.param(
            'calendar: {short_date: "{day} {months} {year}"}',
            "1:24: error: calendar.short_date: has a placeholder that is not filled in: {months}. "
            "Write only: {day}, {month}, {year}.",
            id="wrong placeholder",
        ),
        pytest.param(
            'answer: {not_begun: "{"}',
            "1:21: error: answer.not_begun: has a placeholder that is not filled in: {{}. Take it out.",
            id="brace without its partner",
        ),
        pytest.param(
            "answer: {not_begun: true}",
            "1:21: error: answer.not_begun: is not text. Write some words, in quotes.",
            id="no text",
        ),
        pytest.param(
            "language: {numbers: {one: first}}",
            "1:27: error: language.numbers.one: is not a list of numbers. "
            "Write the numbers that take this form, with a space between them: 3 4.",
            id="no numbers",
        ),
        pytest.param(
            "calendar: {months: [a, b, c, d, e, f, g, h, i, j, k, l, m]}",
            "1:57: error: calendar.months[12]: is not a key of the catalogue.",
            id="thirteenth month",
        ),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_used_is_told(mini: Mini, text: str, told: str) -> None:
    """A key, placeholder or value that the catalogue has no use for is told with its place."""
    mini.write("words/cy.yaml", f"{text}\n")
    (error,) = mini.loading()
    assert error.startswith(f"words/cy.yaml:{told}")


def test_a_file_is_named_after_a_language(mini: Mini) -> None:
    """A file with another name would never be chosen, so it is an error."""
    mini.write("words/welsh.yaml", WELSH)
    (error,) = mini.loading()
    assert error == (
        "words/welsh.yaml:1:1: error: the file: is not named after a language. "
        "Name it after a language tag, such as cy.yaml."
    )


def test_broken_yaml_is_told_once(mini: Mini) -> None:
    """What cannot be read is told by the reader, and nothing else of that value."""
    mini.write("words/cy.yaml", "answer: {not_begun: no}\n")
    (error,) = mini.loading()
    assert "is true or false to some readers of YAML" in error


def test_a_folder_changes_english_texts(mini: Mini) -> None:
    """A text of en-GB.yaml takes the place of the package's own, and all others stay."""
    mini.write("words/en-GB.yaml", "answer: {not_begun: Too late.}\n")
    library = opened(mini, "en-GB").library
    assert library
    assert library.words.texts == {**english(), "answer.not_begun": "Too late."}
    assert [each for each in mini.findings() if each.startswith("words/")] == []


def test_a_language_has_forms_of_its_own(mini: Mini) -> None:
    """Numbers take the forms of their language; a form that a text lacks is the one for other numbers."""
    mini.write("words/cy.yaml", WELSH)
    library = opened(mini, "cy").library
    assert library
    said = [library.words.amount(number, Unit.WEEKS) for number in (1, 2, 3, 7)]
    assert said == ["1 wythnos", "2 wythnos (2)", "3 o wythnosau", "7 o wythnosau"]


def test_no_english_form_stands_beside_a_text_of_another_language(mini: Mini) -> None:
    """A text with one form only has that form for every number, also for those English tells apart."""
    mini.write("words/cy.yaml", WELSH)
    library = opened(mini, "cy").library
    assert library
    assert library.words.amount(1, Unit.YEARS) == "1 o flynyddoedd"
    assert library.words.amount(1, Unit.MONTHS) == "1 month"
    assert library.words.amount(3, Unit.MONTHS) == "3 months"


def test_what_a_language_lacks_is_a_finding(mini: Mini) -> None:
    """For each group of texts, the check names some that are there in English only, and counts the others."""
    mini.write("words/cy.yaml", WELSH)
    found = {line.split(": ")[2]: line for line in mini.findings() if line.startswith("words/cy.yaml")}
    assert found.keys() == {key.partition(".")[0] for key in english()} - {"language"}
    assert found["unit"] == (
        "words/cy.yaml:2:1: finding: unit: lacks unit.calendar_days.name, unit.calendar_days.one, "
        "unit.calendar_days.other and 11 more. Until they are there, readers see them in English."
    )
    first = min(key for key in english() if key.startswith("receipt."))
    assert found["receipt"].startswith(f"words/cy.yaml:1:1: finding: receipt: lacks {first}, ")


def test_a_form_that_a_language_does_not_have_is_not_lacking(mini: Mini) -> None:
    """A language that tells no number apart needs one form of each text."""
    texts = 'language: {numbers: {none: 0}}\nunit: {weeks: {name: wythnos, other: "{number} wythnos"}}\n'
    mini.write("words/cy.yaml", texts)
    (file,) = load(mini.folder).words
    assert not [key for key in file.lacking if key.startswith(("unit.weeks", "language.numbers"))]


def test_the_languages_there_are(mini: Mini) -> None:
    """English and the pseudo-language are always there, and those of the folder."""
    mini.write("words/cy.yaml", WELSH)
    assert languages(load(mini.folder).words) == ["cy", "en-GB", PSEUDO]


def test_the_pseudo_language_leaves_placeholders_alone(mini: Mini) -> None:
    """Every letter of the catalogue has an accent, and what is filled in stays as it is."""
    library = opened(mini, PSEUDO).library
    assert library
    assert library.words["calendar.brief_date"] == "{day_of_month} {month:.3} {year}"
    assert library.words.amount(3, Unit.WEEKS) == "3 ŵéé\u0137ś"
    assert library.roles[0].name == "foster carer"


TITLE = "title: {en-GB: National complaints, cy: Cwynion}"


@pytest.mark.parametrize(
    ("language", "title"),
    [("en-GB", "National complaints"), ("cy", "Cwynion"), ("pl", "National complaints")],
    ids=["English", "one that is there", "one that is not"],
)
def test_a_text_is_taken_in_the_language_asked_for(mini: Mini, language: str, title: str) -> None:
    """A running text may stand under language tags; failing the one asked for it is taken in English."""
    in_languages(mini, TITLE)
    library = opened(mini, language).library
    assert library
    assert library.policy["national"].title == title
    assert ("policies/national" in library.untranslated) is (language != "en-GB")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        pytest.param(
            "{cy: Cwynion}",
            "title.en-GB: is missing. Write it too: it is shown where another language lacks the text.",
            id="no English",
        ),
        pytest.param(
            "{en-GB: Complaints, welsh: Cwynion}",
            "title.welsh: is not a language tag. "
            "Write text, or a text under each language tag, such as en-GB.",
            id="no tag",
        ),
        pytest.param("{en-GB: Complaints, cy: 3}", 'title.cy: is a number, not text. Put it in quotes: "3".',
                     id="a language that is not asked for"),
        pytest.param("{english: Complaints}", "title: is keys with values, not text. Write some words. "
                     "Put a text that holds a colon in quotes.",
                     id="no tag at all"),
    ],
)  # fmt: skip
def test_a_text_under_wrong_tags_is_told(mini: Mini, title: str, told: str) -> None:
    """What is wrong with the text of any language is told, whichever one is asked for."""
    in_languages(mini, f"title: {title}")
    (error,) = mini.loading()
    assert error.endswith(f"error: {told}")


def in_languages(mini: Mini, title: str) -> None:
    """Write the title of the national policy in several languages."""
    (line,) = (
        line
        for line in mini.read("national/policies/national.yaml").splitlines()
        if line.startswith("title:")
    )
    mini.edit("national/policies/national.yaml", line, title)
