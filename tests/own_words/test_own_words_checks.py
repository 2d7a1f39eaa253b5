"""What `navigator check` tells of phrases."""

import pytest

from tests.mini import Mini

OTHER = "id: other\ntopic: complaint\nphrases: "
COMPLAINT = """\
id: complaint
topic: complaint
phrases:
  - I want to complain
"""


def test_phrases_in_order_tell_nothing(mini: Mini) -> None:
    """A file of phrases for a route is fine as it is."""
    mini.write("national/own_words/complaint.yaml", COMPLAINT)
    assert mini.errors() == []
    assert not any("own_words" in finding for finding in mini.findings())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("own_words/other.yaml", OTHER + "[i WANT to complain]\n", "stands already"),
        ("own_words/other.yaml", OTHER + "[]\n", "is empty"),
        ("own_words/other.yaml", OTHER + "['two  spaces']\n", "25 words"),
        ("everyday_words.yaml", "- {means: a, words: [ssw]}\n- {means: b, words: [SSW]}\n", "already"),
        ("everyday_words.yaml", "- {means: link worker, words: []}\n", "is empty"),
        ("danger_words.yaml", "- {about: Harm, danger: [he hits], safe: [he hits]}\n", "stands already"),
        ("danger_words.yaml", "- {about: Harm}\n", "is empty"),
        ("words_alike.yaml", "- {about: Body, words: [arm]}\n- {about: Arms, words: [Arm]}\n", "already"),
        ("words_alike.yaml", "- {about: Body, words: []}\n", "is empty"),
    ],
)  # fmt: skip
def test_what_points_two_ways_or_nowhere_is_an_error(mini: Mini, name: str, text: str, told: str) -> None:
    """A phrase stands once, and each list has one."""
    mini.write("national/own_words/complaint.yaml", COMPLAINT)
    mini.write(f"national/{name}", text)
    found = [error for error in mini.errors() if name in error]
    assert len(found) == 1
    assert told in found[0]


def test_a_topic_that_is_not_there_is_a_finding(mini: Mini) -> None:
    """A service may leave a route out; what leads there then has no effect, and that is said."""
    mini.write("national/own_words/other.yaml", COMPLAINT.replace("complaint", "other"))
    assert mini.errors() == []
    assert any("is no route and no signpost" in finding for finding in mini.findings())


def test_phrases_about_nothing_here_need_no_topic(mini: Mini) -> None:
    """The topic `none` says that no place fits."""
    mini.write("national/own_words/other.yaml", "id: other\ntopic: none\nphrases: [my dog is ill]\n")
    assert not any("own_words" in problem for problem in (*mini.errors(), *mini.findings()))


def test_a_stage_that_is_not_there_is_a_finding(mini: Mini) -> None:
    """What names a stage that the route has not leads to its beginning, and that is said."""
    mini.write("national/own_words/complaint.yaml", COMPLAINT + "stage: no-such-stage\n")
    assert any("leads to the beginning" in finding for finding in mini.findings())
