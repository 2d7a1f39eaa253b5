"""A practice case as a trainer writes it in the browser."""

from playwright.sync_api import Page, expect

from tests.browser.world import RAISED, STAGE_1

TENTH_DAY = "Monday 30 November 2026"
"""Ten working days after Monday 16 November 2026, by hand: Tuesday 17 to Monday 30, without two weekends."""


def answer(page: Page) -> None:
    """Answer the wizard's questions, and give the day of the case."""
    for question, option in STAGE_1.items():
        page.locator(f'[data-question="{question}"][data-option="{option}"]').press("Enter")
    for part, typed in {"day": "16", "month": "11", "year": "2026"}.items():
        page.locator(f'[name="{RAISED}.{part}"]').fill(typed)
    page.locator(".nav-dates-form button").press("Enter")
    expect(page.locator(".js-wizard")).to_contain_text(TENTH_DAY)


def write(page: Page, title: str, story: str) -> None:
    """Tell the story, answer, and confirm what the wizard says."""
    page.locator("#case-title").fill(title)
    page.locator("#case-story").fill(story)
    page.locator("#case-day").fill("2026-11-26")
    answer(page)
    page.locator("#case-confirmed").check()


def explain(page: Page) -> None:
    """Add what the file needs: how it is worked out, and a wrong turn."""
    page.locator("#case-worked").fill("Ten working days.")
    page.locator("#turn-1").select_option("transfer")
    page.locator("#turn-1-why").fill("You do not want to leave.")


def make(page: Page) -> None:
    """Make the link and the file."""
    page.locator(".js-make-case").press("Enter")
    expect(page.locator("#made-case")).to_be_focused()
