"""What search knows: words cut as scripts cut them, entries of pages, and words that people use."""

import json
import subprocess

import pytest

from navigator.core.model import Library, OwnWords
from navigator.runtime.esbuild import WEB
from navigator.runtime.subprocesses import tool
from navigator.site.build.said_words import shares
from navigator.site.build.search_index import gathered, words_of
from navigator.site.build.ways_in import ways_in
from navigator.site.kit.search_kinds import KINDS, kind_of

TEXTS = [
    "The child\u2019s plan, 2nd stage",
    "Na\u00efve caf\u00e9_menu",
    "\ufb01le & folder",
    "Stra\u00dfe \u0130",
    "",
    "\u2026",
]
DOCS = [
    {"location": "policies/irm/", "title": "The IRM", "text": ""},
    {
        "location": "policies/irm/#the-irm",
        "title": "The IRM",
        "text": "<p>Policy</p><p>For foster carers &amp; others.</p>",
    },
    {
        "location": "policies/irm/#limit",
        "title": "The <em>time</em> limit",
        "text": "<p>It is 28 days in all.</p>",
    },
    {"location": "glossary/", "title": "Words", "text": "<p>All the words that are explained here.</p>"},
    {"location": "glossary/#ssw", "title": "SSW", "text": "<p>Role</p><p>A worker who supports a carer.</p>"},
]
"""Parts of two pages, as they are collected."""


def test_words_are_cut_as_scripts_cut_them() -> None:
    """An index and a search agree on what a word is, whatever the letters."""
    script = (
        f"import {{ wordsOf }} from {json.dumps((WEB / 'search' / 'words.mjs').as_uri())};"
        f"console.log(JSON.stringify({json.dumps(TEXTS)}.map(wordsOf)));"
    )
    command = [tool("node"), "--input-type=module", "--eval", script]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert json.loads(told) == [words_of(text) for text in TEXTS]
    assert words_of(TEXTS[0]) == ["the", "child", "s", "plan", "2nd", "stage"]


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("alegation", "allegation", True),
        ("complaintt", "complaint", True),
        ("ombudsmen", "ombudsman", True),
        ("shcool", "school", True),
        ("school", "school", True),
        ("chool", "school", True),
        ("shool", "schools", False),
        ("slohoc", "school", False),
        ("note", "not", False),
        ("cars", "care", False),
    ],
)
def test_one_slip_is_forgiven_in_words_of_five_letters(typed: str, meant: str, slip: bool) -> None:
    """A letter too many, too few, wrong or changed places with the next; two slips are too many."""
    script = (
        f"import {{ isSlip }} from {json.dumps((WEB / 'search' / 'words.mjs').as_uri())};"
        f"console.log(isSlip({json.dumps(typed)}, {json.dumps(meant)}));"
    )
    command = [tool("node"), "--input-type=module", "--eval", script]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert told.strip() == json.dumps(slip)


def test_pages_and_entries_of_lists_are_found() -> None:
    """A page is one entry with its headings, and what a page of words explains is an entry each."""
    page, words, word = gathered(DOCS)
    assert (page.address, page.title) == ("policies/irm/", "The IRM")
    assert page.summary == "For foster carers & others."
    assert page.parts == [("limit", "The time limit")]
    assert "It is 28 days in all." in page.texts
    assert (words.address, words.parts) == ("glossary/", [])
    assert (word.address, word.title) == ("glossary/#ssw", "SSW")
    assert word.summary == "A worker who supports a carer."


def test_words_point_to_the_topic_that_they_are_used_for() -> None:
    """A word in two of two phrases has two of 22 there, one of 22 elsewhere: two thirds of it are here."""
    said = [
        OwnWords("one", "money", ("my mileage is late", "mileage")),
        OwnWords("two", "escalation", ("nobody pays my mileage", "the form is late")),
    ]
    found = shares(said, words_of)
    assert found["money"]["mileage"] == pytest.approx(2 / 3)
    assert found["escalation"]["mileage"] == pytest.approx(1 / 3)
    assert found["money"]["late"] == pytest.approx(1 / 2)
    assert found["escalation"]["form"] == pytest.approx(1)


def test_a_way_in_is_an_answer_with_what_was_answered_before(library: Library) -> None:
    """It does not say that there is no danger, is none of somebody unsure, and comes once."""
    ways = list(ways_in(library))
    opening = library.question[library.triage.start]
    assert {option.label for option in opening.options if option.route} <= {
        *(way.label for way in ways),
        *(option.label for option in opening.options if option.unsure),
    }
    before = {answer for way in ways for answer in way.answered}
    assert not before & {option.label for option in opening.options}
    assert before <= {way.label for way in ways}
    places = [(way.label, way.answered) for way in ways]
    assert len(places) == len(set(places))


def test_kinds_come_in_the_order_of_what_helps() -> None:
    """What to do counts more than policies, those more than words, and pages for authors least of all."""
    addresses = ("routes/irm/", "help/money/", "policies/irm/", "glossary/#ssw", "about/", "authors/files/")
    names = [kind_of(address).name for address in addresses]
    assert names == ["what_to_do", "what_to_do", "policy", "word", "about", "making"]
    weights = [kind_of(address).weight for address in addresses]
    assert weights == sorted(weights, reverse=True)
    assert min(kind.weight for kind in KINDS) == weights[-1]
    assert kind_of("routes/").name == "list"
