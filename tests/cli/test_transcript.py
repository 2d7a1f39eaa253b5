"""`navigator transcript`: what an owner signs off."""

from navigator.cli.transcript import transcript
from navigator.core.model import Library, Next
from navigator.load.words import english_words
from tests.builders import condition, policy, stage
from tests.builders import library as library_of


def test_a_deadline_is_written_as_on_its_page(library: Library) -> None:
    """Each has its rule, how firm it is, what was assumed, other readings, and its source."""
    lines = list(transcript(library, library.policy["escalation-four-stage"]))
    assert lines[0] == "# Transcript: Foster Carers' Escalation Policy"
    line = next(line for line in lines if line.startswith("- The issue is resolved, in most cases."))
    parts = (
        "Within 1 week after",
        "This is the usual time. It can take longer.",
        "Assumed start: The policy does not say when the week starts.",
        "Another reading: Within 5 working days after",
        "*Foster Carers' Escalation Policy, Opening text, paragraph 4*",
    )
    places = [line.index(part) for part in parts]
    assert places == sorted(places)


def test_every_way_to_a_stage_is_listed(library: Library) -> None:
    """As many tables of answers follow as the opening lines count ways."""
    lines = list(transcript(library, library.policy["irm"]))
    ways = int(lines[3].partition(" ")[0])
    assert lines.count("| question | answer | rule | source |") == ways > 1


def test_what_was_said_of_a_condition_stands_with_its_place() -> None:
    """Each answer about a condition is a place of its own, and each way on says when it is taken."""
    ways = {
        "if_settled": Next("A letter follows.", ends=True),
        "if_unresolved": Next("A panel meets.", ends=True, only_if="complex"),
    }
    written = policy(stage("stage-1", **ways), conditions=(condition(),), national=True)
    lines = list(transcript(library_of(written, words=english_words()), written))
    for answer in ("yes", "no", "unsure"):
        assert f"## Stage 1 (stage-1, any service, if-complex={answer})" in lines
    assert lines.count("- If this settles it: A letter follows. *The paper, Page 1*") == 3
    assert "- If this does not settle it: Only if it is complex. A panel meets. *The paper, Page 1*" in lines
    assert "- If this does not settle it: A panel meets. *The paper, Page 1*" in lines
