"""`navigator transcript`: what an owner signs off."""

from navigator.cli.transcript import transcript
from navigator.core.model import Library


def test_a_deadline_is_written_as_on_its_page(library: Library) -> None:
    """Each has its rule, how firm it is, what was assumed, other readings, and its source."""
    lines = list(transcript(library, library.policy["escalation-four-stage"]))
    assert lines[0] == "# Transcript: Foster Carers' Escalation Policy"
    line = next(line for line in lines if line.startswith("- The issue is resolved, in most cases."))
    parts = (
        "Within 1 week from",
        "This is usual.",
        "Assumed start: The policy does not say when the week starts.",
        "Another reading: Within 5 working days from",
        "*Foster Carers' Escalation Policy, Opening text, paragraph 4*",
    )
    places = [line.index(part) for part in parts]
    assert places == sorted(places)


def test_every_way_to_a_stage_is_listed(library: Library) -> None:
    """As many tables of answers follow as the opening lines count ways."""
    lines = list(transcript(library, library.policy["irm"]))
    ways = int(lines[3].partition(" ")[0])
    assert lines.count("| question | answer | rule | source |") == ways > 1
