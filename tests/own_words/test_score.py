"""The figures of a list of texts are counted right, and its names lead to topics that are there."""

import json
from pathlib import Path

from navigator.core.model import Library
from navigator.own_words.matcher import Match, Matched, Matcher
from navigator.own_words.places import NOWHERE, Place
from tests import shipped
from tests.own_words.score import ours, scored, told, topics

TOPICS = topics(shipped.HELD)
LISTS = sorted((Path(__file__).parent / "lists").glob("*.json"))
TEXTS = [text for path in LISTS for text in json.loads(path.read_text(encoding="utf-8"))]
"""Texts by authors who saw neither the phrases and stories nor each other's texts. They must stay so: what
learns from them is no longer measured by them."""


def found(*names: str, danger: str = "") -> Matched:
    places = [Place(name, name, "", name, safety=False, reader=None, stage=None) for name in names]
    return Matched(danger, tuple(Match(place, "") for place in places))


def test_names_lead_to_topics_that_are_there(library: Library) -> None:
    """Every other name of a topic stands for routes and signposts of this library."""
    there = library.route.keys() | {each.id for each in library.signposts}
    assert ours(TOPICS, TOPICS) <= there
    assert ours(["complaint", NOWHERE], TOPICS) == {"complaint", NOWHERE}


def test_a_text_is_scored() -> None:
    """The first place, the first three, the line on danger and a place for safety each count."""
    text = {"sort": "a", "best": ["danger-now"], "safety": True}
    assert scored(text, found("complaint", "safeguarding"), TOPICS) == ("a", False, True, True, False, True)
    calm = {"sort": "b", "best": [NOWHERE], "safety": False}
    assert scored(calm, found(), TOPICS) == ("b", True, True, False, False, False)
    results = [scored(text, found("safeguarding", danger="x"), TOPICS), scored(calm, found("irm"), TOPICS)]
    assert list(told(results))[-4:] == [
        "all  first 1/2 (50%)   first three 1/2 (50%)",
        "line on danger where it must be 1/1 (100%)",
        "line on danger elsewhere 0/1 (0%)",
        "a place for safety where it must be 1/1 (100%)",
    ]


def test_lists_name_topics_that_are_there(library: Library) -> None:
    """Each text of the lists has its own id and topics that are there, and is taught by nobody."""
    assert len({text["id"] for text in TEXTS}) == len(TEXTS) == 240
    there = library.route.keys() | {each.id for each in library.signposts} | {NOWHERE}
    assert all(text["best"] and ours(text["best"], TOPICS) <= there for text in TEXTS)
    taught = {said for words in library.own_words for said in (*words.phrases, *words.stories)}
    # A search of a few words can be the same by chance.
    assert taught.isdisjoint(text["text"] for text in TEXTS if len(text["text"].split()) > 3)


def test_what_nobody_taught_is_found_as_often_as_was_measured() -> None:
    """Of the lists no fewer than seven in ten have the right place first, and 17 in 20 among three.

    Of those about safety 88 in a hundred show the line on danger, and of the others no more than one in ten.
    The figures measured are 74%, 89%, 92% and 5%; the order of examples alone moves some texts.
    """
    matcher = Matcher(shipped.learned())
    results = [scored(text, matcher.match(text["text"]), TOPICS) for text in TEXTS]
    print(*told(results), sep="\n")
    safe, others = ([each for each in results if each.safety is which] for which in (True, False))
    assert sum(each.first for each in results) >= 0.7 * len(results)
    assert sum(each.in_three for each in results) >= 0.85 * len(results)
    assert sum(each.line for each in safe) >= 0.88 * len(safe)
    assert sum(each.line for each in others) <= 0.1 * len(others)
