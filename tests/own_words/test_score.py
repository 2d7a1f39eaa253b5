"""The figures of a list of texts are counted right, and its names lead to topics that are there."""

from navigator.core.model import Library
from navigator.own_words.matcher import Match, Matched
from navigator.own_words.places import NOWHERE, Place
from tests import shipped
from tests.own_words.score import ours, scored, told, topics

TOPICS = topics(shipped.HELD)


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
