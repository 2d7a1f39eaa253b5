"""How an urgent page offers a service's own steps."""

from datetime import date

from navigator.core.engine import advance
from navigator.core.outcome import Outcome
from navigator.render.blocks import Link, Points
from navigator.render.describe import describe_outcome
from navigator.render.text_writer import outcome_text
from tests.core.sample import LIBRARY
from tests.core.test_own_steps import world


def urgent(offered: bool) -> Outcome:
    found = advance(world() if offered else LIBRARY, {"danger": "now"}, {}, date(2026, 11, 21)).outcome
    assert found
    return found


def test_each_service_is_a_link_below_what_to_do_first() -> None:
    """The section is not folded away; its links lead to the question of the service's own policy."""
    sections = {section.id: section for section in describe_outcome(urgent(offered=True))}
    assert not sections["own-steps"].fold
    (points,) = sections["own-steps"].blocks
    assert isinstance(points, Points)
    (link,) = points.items
    assert isinstance(link, Link)
    # sha256 of "progress|safety|north|", as sha256sum gives it
    assert (link.text, link.address) == ("North", "find/ne28a3a2c/")


def test_a_text_names_them_and_a_page_without_any_has_no_such_heading() -> None:
    """The words of the heading are told only where there is something below."""
    heading = "The steps of your own service"
    assert heading in outcome_text(urgent(offered=True), 96)
    assert heading not in outcome_text(urgent(offered=False), 96)
