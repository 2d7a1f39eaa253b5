"""The day that the page takes for today: London's, wherever the device is or says that it is."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.shipped import PROJECT

SCRIPT = (PROJECT / "navigator" / "web" / "shared" / "london.mjs").read_bytes()
IMPORT = f"import('data:text/javascript;base64,{b64encode(SCRIPT).decode()}').then(held => held.today())"
WITHOUT_ZONES = """() => {
    Intl.DateTimeFormat = function (locale, options) {
        throw new RangeError("Invalid time zone specified: " + options.timeZone);
    };
}"""
"""A browser that was built with no zones but its own."""


@pytest.fixture(scope="module", params=["UTC", "Pacific/Kiritimati", "America/Adak", "Atlantic/Reykjavik"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """Return an empty page on a device in some zone; those that resist fingerprints say UTC or Reykjavik."""
    context = chromium.new_context(timezone_id=request.param, locale="ar-EG")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-25T23:59:59Z", "2026-11-25"),
        ("2026-11-26T00:00:00Z", "2026-11-26"),
        ("2026-07-01T22:59:59Z", "2026-07-01"),
        ("2026-07-01T23:00:00Z", "2026-07-02"),
        ("2026-03-29T00:59:59Z", "2026-03-29"),
        ("2026-10-25T23:30:00Z", "2026-10-25"),
        ("2026-12-31T23:59:59Z", "2026-12-31"),
    ],
)
def test_today_is_londons(page: Page, moment: str, day: str) -> None:
    """In winter the day changes at midnight in UTC, in summer an hour before, whatever the device's zone."""
    page.clock.set_fixed_time(moment)
    assert page.evaluate(IMPORT) == day


@pytest.mark.parametrize(
    ("moment", "day"), [("2026-11-25T23:59:59Z", "2026-11-25"), ("2026-07-02T00:00:00Z", "2026-07-02")]
)
def test_a_browser_without_zones_takes_the_day_in_utc(chromium: Browser, moment: str, day: str) -> None:
    """It is never without a day, and never takes that of the device's own zone."""
    context = chromium.new_context(timezone_id="Pacific/Kiritimati")
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.evaluate(WITHOUT_ZONES)
    assert page.evaluate(IMPORT) == day
    context.close()
