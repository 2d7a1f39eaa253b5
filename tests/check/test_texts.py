"""Upkeep: short sentences, words explained, and everything checked within a year."""

import pytest

from navigator.check.readable import sentences
from tests.mini import Mini

ROLES = "national/roles.yaml"
LONG = " ".join(["word"] * 21)


def place_and_words(found: str) -> tuple[str, str]:
    """Return `file:line:column` and what is told there."""
    place, _, told = found.partition(": finding: ")
    return place, told


def test_data_in_order_needs_no_upkeep(mini: Mini) -> None:
    """Nothing is told of texts that are short, explained and checked lately."""
    assert mini.leftovers() == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LONG}.", "has a sentence of 21 words: word word word word word ... Keep to 20."),
        (f"Short. {LONG.capitalize()}. Short.",
         "has a sentence of 21 words: Word word word word word ... Keep to 20."),
        (f"St. Ives is at No. 5, {LONG}.",
         "has a sentence of 27 words: St Ives is at No ... Keep to 20."),
        ("One. Two? Three! Four.", "has a paragraph of 4 sentences. Keep to 3."),
        ('"One." "Two." (Three.) {Four}.', "has a paragraph of 4 sentences. Keep to 3."),
        ("Mr. A, Mrs. B, Ms. C and Dr. D live in No. 5.", None),
        ("One. Two. Three.", None),
        (" ".join(["word"] * 20) + ".", None),
        ("It costs 1.50 in St. Ives, e.g. on a Monday. No. 5 is there. (Yes.)", None),
    ],
)  # fmt: skip
def test_long_texts_are_told(mini: Mini, text: str, told: str | None) -> None:
    """A sentence of over 20 words and a paragraph of over 3 sentences are findings at their place."""
    mini.edit(ROLES, "explains: Cares for a child.", f"explains: '{text}'")
    expected = [f"{ROLES}:1:45: finding: [0].explains: {told}"] if told else []
    assert mini.leftovers() == expected


@pytest.mark.parametrize(
    ("words", "bare", "told"),
    [(18, False, False), (19, False, True), (19, True, False), (20, True, True)],
)
def test_a_step_is_as_long_as_it_is_read(mini: Mini, words: int, bare: bool, told: bool) -> None:
    """The role stands before a step, with `The` unless its name takes none, and both are one sentence."""
    mini.edit(ROLES, "name: complaints team,", f"name: team, bare: {str(bare).lower()},")
    mini.edit(
        "services/town/policies/town-complaint.yaml",
        "does: answers again",
        f"does: {' '.join(['w'] * words)}",
    )
    beginning = "team w w w w" if bare else "The team w w w"
    what = f"has a sentence of 21 words: {beginning} ... Keep to 20."
    step = "services/town/policies/town-complaint.yaml:38:31: finding: stages[1].levels[0].steps[0].does: "
    assert mini.leftovers() == ([step + what] if told else [])


def test_a_step_of_somebody_unknown_is_read_alone(mini: Mini) -> None:
    """Where the role is not there, the length of its step is told all the same."""
    mini.edit(
        "services/town/policies/town-complaint.yaml",
        "{who: team, does: answers again}",
        f"{{who: zzz, does: {LONG}}}",
    )
    (found,) = mini.leftovers()
    assert found.endswith("does: has a sentence of 21 words: word word word word word ... Keep to 20.")


def test_a_text_may_have_several_paragraphs(mini: Mini) -> None:
    """Four sentences in two paragraphs are short."""
    mini.edit(ROLES, "explains: Cares for a child.", 'explains: "One. Two.\\n\\nThree. Four."')
    assert mini.leftovers() == []


@pytest.mark.parametrize(
    "name",
    [
        "national/triage.yaml",
        "national/routes.yaml",
        "services/town/service.yaml",
        "national/policies/national.yaml",
        "national/events.yaml",
        "national/contacts.yaml",
        "national/glossary.yaml",
    ],
)
def test_texts_of_every_file_are_looked_at(mini: Mini, name: str) -> None:
    """Policies, questions, sentences for answers, contacts and the glossary are all read by people."""
    text = {
        "national/triage.yaml": "It is a complaint.",
        "national/routes.yaml": "For complaints.",
        "services/town/service.yaml": "name: Town",
        "national/policies/national.yaml": "Says how to complain.",
        "national/events.yaml": "When did you send it?",
        "national/contacts.yaml": "Emergency services",
        "national/glossary.yaml": "Somebody who fosters.",
    }[name]
    key = text.partition(": ")[0] + ": " if ": " in text else ""
    mini.edit(name, text, f"{key}{LONG}")
    (found,) = mini.leftovers()
    assert found.startswith(f"{name}:")


def test_what_others_wrote_is_left_alone(mini: Mini) -> None:
    """The title of a document and the name of its section are quoted as they are."""
    mini.edit("national/documents.yaml", "title: The law", f"title: {LONG} XYZ")
    mini.edit("national/contacts.yaml", "section: Page", f"section: {LONG} XYZ")
    assert mini.leftovers() == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Writes to the ABC.", "ABC"),
        ("Two ABCs.", "ABC"),
        ("Looks at ABC.DE.", "ABC.DE"),
        ("Fills in the Care Matters Portfolio.", "Care Matters Portfolio"),
        ("The Care Matters form is sent.", "Care Matters form"),
        ("Sends the Home form.", None),
        ("You plan. I am A person.", None),
        ("Drives to CV4 0EH.", None),
    ],
)
def test_words_without_an_explanation_are_told(mini: Mini, text: str, word: str | None) -> None:
    """Abbreviations and long names of forms are findings until something explains them."""
    mini.edit(ROLES, "Cares for a child.", text)
    told = [f"[0].explains: {word} is explained nowhere. Add it to glossary.yaml."] if word else []
    assert [place_and_words(each)[1] for each in mini.leftovers()] == told


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("national/glossary.yaml", "term: foster carer", "term: ABC"),
        ("national/glossary.yaml", "fosters., role", "fosters., also_called: [ABC], role"),
        (ROLES, "name: complaints team", "name: ABC team"),
        (ROLES, "name: complaints team", "name: complaints team, also_called: [ABC]"),
        ("national/routes.yaml", "name: A complaint", "name: A complaint (ABC)"),
    ],
)
def test_the_glossary_roles_and_routes_explain(mini: Mini, name: str, old: str, new: str) -> None:
    """A word is explained where it is a term, a role or a route, or another name of one."""
    mini.edit(ROLES, "Cares for a child.", "Writes to the ABC.")
    mini.edit(name, old, new)
    assert mini.leftovers() == []


DESK = """\
- id: desk
  name: The desk
  checked_on: 2026-11-10
  source: {section: Page, document: law}
  address: 1 High Street
"""
PAPER = """\
- {id: paper, title: Paper, publisher: Town, kind: policy, confidence: A, checked_on: 2026-11-10}
"""


@pytest.mark.parametrize(
    ("name", "text", "id_", "place"),
    [
        ("services/town/contacts.yaml", DESK, "desk", "3:15"),
        ("services/town/documents.yaml", PAPER, "paper", "1:87"),
        ("services/town/policies/town-complaint.yaml", "", "town-complaint", "8:13"),
    ],
)
@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2025-11-20", "20 November 2025"),
        ("2025-11-21", None),
    ],
)
def test_what_is_unchecked_for_a_year_is_told(
    mini: Mini, name: str, text: str, id_: str, place: str, day: str, told: str | None
) -> None:
    """On 21 November 2026, what was checked on that day of 2025 is good, and before it is not."""
    before, _, after = (text or mini.read(name)).rpartition("checked_on: 2026-11-10")
    mini.write(name, f"{before}checked_on: {day}{after}")
    found = [place_and_words(each) for each in mini.leftovers() if "checked_on" in each]
    assert [where for where, _ in found] == ([f"{name}:{place}"] if told else [])
    what = f"checked_on: {id_} was last checked on {told}, over a year ago. Check it, and write the day."
    assert all(words.endswith(what) for _, words in found)


NATIONAL = "national/policies/national.yaml"
CONTACTS = "national/contacts.yaml"
DOCUMENTS = "national/documents.yaml"
REVIEW = "review_by: 2027-11-10"


@pytest.mark.parametrize(
    ("name", "id_", "place"),
    [(CONTACTS, "emergency", "6:14"), (DOCUMENTS, "guide", "14:14"), (NATIONAL, "national", "19:12")],
)
@pytest.mark.parametrize(
    ("day", "told"), [("2026-11-20", "20 November 2026"), ("2026-11-21", None)], ids=["past", "today"]
)
def test_a_day_to_be_looked_at_again_that_is_past_is_told(
    mini: Mini, name: str, id_: str, place: str, day: str, told: str | None
) -> None:
    """On 21 November 2026, what is to be looked at again that very day is good; a day before, it is not."""
    before, _, after = mini.read(name).rpartition(REVIEW)
    indent = "" if name == NATIONAL else "  "
    mini.write(name, f"{before}review_by: {day}\n{indent}review_why: An Act comes into force.{after}")
    what = f"was to be looked at again by {told}. An Act comes into force. Check it, and write both days."
    found = [place_and_words(each) for each in mini.leftovers()]
    assert [where for where, _ in found] == ([f"{name}:{place}"] if told else [])
    assert all(words.endswith(f"review_by: {id_} {what}") for _, words in found)


@pytest.mark.parametrize(("name", "place"), [(CONTACTS, "1:3"), (DOCUMENTS, "8:3"), (NATIONAL, "1:1")])
def test_what_is_national_has_a_day_to_be_looked_at_again(mini: Mini, name: str, place: str) -> None:
    """A national policy, document or contact without such a day is an error."""
    before, _, after = mini.read(name).rpartition(REVIEW)
    mini.write(name, f"{before.rstrip()}\n{after.lstrip()}")
    (found,) = mini.errors()
    assert found.startswith(f"{name}:{place}: error: ")
    assert found.endswith(
        "review_by: is missing. Write the day by which it is checked again, such as a year after checked_on."
    )


@pytest.mark.parametrize(("day", "wrong"), [("2026-11-10", True), ("2026-11-11", False)])
def test_nothing_is_looked_at_again_before_it_was_checked(mini: Mini, day: str, wrong: bool) -> None:
    """A day that is not after that of the last check is an error."""
    mini.edit(CONTACTS, REVIEW, f"review_by: {day}")
    hint = "Write a later day: a year on, or earlier where a change is announced."
    what = f"{CONTACTS}:6:14: error: [0].review_by: is not after checked_on. {hint}"
    assert mini.errors() == ([what] if wrong else [])


def test_a_reason_to_look_again_has_its_day(mini: Mini) -> None:
    """What a service has need not say when it is looked at again, unless it says why."""
    mini.write("services/town/contacts.yaml", DESK)
    assert mini.errors() == []
    mini.add("services/town/contacts.yaml", "  review_why: It moves house.\n")
    (found,) = mini.errors()
    assert "review_by: is missing" in found


@pytest.mark.parametrize(("day", "told"), [("2026-11-21", False), ("2026-11-22", True), ("2062-11-10", True)])
def test_a_day_of_checking_that_is_still_to_come_is_told(mini: Mini, day: str, told: bool) -> None:
    """Nobody can have checked anything tomorrow: the year may be mistyped."""
    mini.edit("national/policies/national.yaml", "checked_on: 2026-11-10", f"checked_on: {day}")
    mini.edit("national/policies/national.yaml", REVIEW, "review_by: 2063-11-10")
    what = "checked_on: national is said to have been checked on a day that is still to come."
    hint = "Write the day on which it was checked."
    assert mini.errors() == [f"national/policies/national.yaml:8:13: error: {what} {hint}"][: int(told)]


def test_sentences_end_before_a_new_beginning() -> None:
    """A full stop within a number or an abbreviation ends no sentence; one within quotation marks does."""
    assert len(sentences('He said "Yes." It was 1.5 km, i.e. far. St. Ives, that is.')) == 3
