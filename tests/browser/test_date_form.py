"""The date question: what is accepted, and what is said of what is not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import Server
from tests.browser.visit import Visit
from tests.browser.world import RAISED, STAGE_1, outcome_slug


@pytest.fixture(scope="module")
def reader(chromium: Browser, server: Server) -> Iterator[Visit]:
    """Return somebody at an outcome that asks for a date, who stays there from test to test."""
    visitor = Visit(chromium, server).open(outcome_slug(STAGE_1)).ready()
    yield visitor
    assert visitor.problems == []
    visitor.close()


@pytest.mark.parametrize(
    ("typed", "says", "field"),
    [
        (("31", "February", "2026"), "February 2026 has no day 31", "day"),
        (("6", "10", ""), "must include a year", "year"),
        (("27", "11", "2028"), "more than two years ahead", "year"),
        (("6", "10", "99"), "four digits", "year"),
        (("6", "smarch", "2026"), "Did you mean March?", "month"),
        (("6", "10", "1999"), "or later", "year"),
    ],
    ids=["no such day", "no year", "too far ahead", "short year", "no such month", "too early"],
)
def test_wrong_dates(reader: Visit, typed: tuple[str, str, str], says: str, field: str) -> None:
    """A date that cannot be used is told in a summary that takes the focus and leads to the field."""
    reader.give_date(RAISED, *typed)
    summary = reader.page.locator(".nav-errors")
    expect(summary).to_contain_text(says)
    expect(summary).to_be_focused()
    expect(reader.page.locator(".nav-error")).to_contain_text(says)
    assert [reader.field(RAISED, part).input_value() for part in ("day", "month", "year")] == list(typed)
    address = reader.page.url
    summary.locator("a").press("Enter")
    expect(reader.field(RAISED, field)).to_be_focused()
    assert reader.page.url == address
    assert reader.page.evaluate("document.activeElement.closest('fieldset').getBoundingClientRect().top") >= 0


@pytest.mark.parametrize("month", ["dec", "December", "12", " DECEMBER "], ids=str.strip)
def test_months_in_words(reader: Visit, month: str) -> None:
    """A month may be a number, a name or the first letters of one."""
    reader.give_date(RAISED, "1", month, "2025")
    expect(reader.page.locator(".nav-date-big").first).to_have_text("Thursday 4 December 2025")
    expect(reader.page.locator(".nav-errors")).to_have_count(0)


def test_no_date_is_no_error(reader: Visit) -> None:
    """With all fields empty there is no error and no date."""
    reader.give_date(RAISED, "", "", "")
    expect(reader.page.locator(".nav-date-big")).to_have_count(0)
    expect(reader.page.locator(".nav-errors")).to_have_count(0)


def test_fields_are_plain(reader: Visit) -> None:
    """The fields take text, move on by themselves never, and have labels and room for a finger."""
    reader.field(RAISED, "day").fill("")
    reader.field(RAISED, "day").press_sequentially("06")
    expect(reader.field(RAISED, "day")).to_be_focused()
    for part, label in (("day", "Day"), ("month", "Month"), ("year", "Year")):
        field = reader.field(RAISED, part)
        expect(field).to_have_attribute("type", "text")
        assert field.evaluate("input => input.labels[0].innerText.trim()") == label
        box = field.bounding_box()
        assert box
        assert box["height"] >= 44
