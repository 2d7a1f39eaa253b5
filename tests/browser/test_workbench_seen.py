"""A policy's owner sees what readers will see, has cases run, makes one, and is told what an edit changes."""

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.test_states import axe
from tests.browser.visit import NARROW, Visit
from tests.shipped import DATA

POLICY = "services/norfolk/policies/norfolk-complaint.yaml"
NORFOLK = "Foster carers complaints procedure"
SENT = {"day": "2", "month": "11", "year": "2026"}
FIFTEENTH_DAY = "Monday 30 November 2026"
"""What is sent on 2 November is acknowledged by the 9th: five working days. Fifteen more end on this day."""
TENTH_DAY = "Monday 23 November 2026"
"""Ten working days after Monday 9 November, to which an edit shortens the fifteen."""


def test_a_draft_is_seen_tried_and_compared(visit: Callable[..., Visit]) -> None:
    """The page, an answer with dates, a case made of it, what a shorter limit changes; axe looks at that."""
    owner = visit(width=NARROW)
    page = owner.page
    page.goto(f"{owner.root}workbench/")
    page.locator("#bench-find").fill("norfolk-complaint")
    page.locator(".js-found button").first.press("Enter")
    page.locator("#tab-seen").press("Enter")
    shown = page.locator(".js-seen-shown")
    expect(shown.locator("h1")).to_have_text(NORFOLK)
    sees_an_answer(page)
    makes_a_case(page)
    compares(page)
    assert not owner.problems


def sees_an_answer(page: Page) -> None:
    """Follow links within the page, jump to a stage as a carer, give a date, and turn to another phase."""
    shown = page.locator(".js-seen-shown")
    page.locator('[data-view="answers"]').press("Enter")
    expect(shown.locator("h1")).to_have_text("Where has it got to?")
    page.locator("#seen-reader").select_option("carer")
    page.locator("#seen-place").select_option("stage-1")
    expect(page.locator("#seen-phase")).to_be_enabled()
    for part, text in SENT.items():
        shown.locator(f'input[name="complaint_sent.{part}"]').fill(text)
    shown.locator("form", has=page.locator('[name="complaint_sent.day"]')).locator("button").first.press(
        "Enter"
    )
    expect(shown.locator(".nav-phases")).to_contain_text(FIFTEENTH_DAY)
    shown.locator('a[data-option="late"]').press("Enter")
    expect(page.locator("#seen-phase")).to_have_value("late")
    expect(shown.locator(".js-phases .js-lead:visible")).to_be_focused()
    shown.locator('.nav-phase-now a[href*="sources/"]').first.press("Enter")
    told = "On the site, this link leads to: sources/#norfolk-complaints"
    expect(page.locator(".js-seen-told")).to_have_text(told)


def makes_a_case(page: Page) -> None:
    """Make a case of what is shown: it waits for every tick and text, becomes a file, and passes."""
    page.locator(".js-seen-make").press("Enter")
    made = page.locator(".js-made")
    expect(made.locator("h3").first).to_be_focused()
    made.locator(".js-made-put").press("Enter")
    expect(made.locator(".js-made-errors li")).to_have_count(5)
    for tick in made.locator("input[type=checkbox]").all():
        tick.check()
    made.locator("#made-title").fill("Ten days after it was sent")
    made.locator("#made-story").fill("You sent it on Monday 2 November.")
    made.locator("#made-worked").fill("Counted by hand.")
    made.locator("#made-route").select_option("escalation")
    made.locator("#made-why").fill("No task of others is late.")
    made.locator(".js-made-put").press("Enter")
    expect(made).to_be_hidden()
    own = page.locator('[data-case="ten-days-after-it-was-sent"]')
    expect(own).to_have_attribute("data-passed", "true")
    own.locator("summary").press("Enter")
    own.locator("[data-look]").press("Enter")
    expect(page.locator(".js-seen-shown .nav-phases")).to_contain_text(FIFTEENTH_DAY)


def compares(page: Page) -> None:
    """Open a file with a shorter limit: the date is told before and now, and cases that rest on it fail."""
    text = (DATA / POLICY).read_text(encoding="utf-8")
    assert text.count("amount: 15") == 1
    shorter = text.replace("amount: 15", "amount: 10").encode()
    file = FilePayload(name="norfolk-complaint.yaml", mimeType="application/yaml", buffer=shorter)
    page.locator(".js-input-files").set_input_files(file)
    page.locator("#tab-changed").press("Enter")
    page.locator("#changed-since").select_option("shipped")
    changed = page.locator(".js-changed-shown")
    # Every answer that the change can bear on is worked out twice, in Python in the browser.
    expect(changed.locator(".nav-changed-counts")).to_contain_text("1 date differs.", timeout=120_000)
    expect(changed).to_contain_text("Within 15 working days")
    expect(changed).to_contain_text("Within 10 working days")
    assert axe(page)["wrong"] == []
    page.locator("#tab-seen").press("Enter")
    expect(page.locator(".js-seen-shown .nav-phases")).to_contain_text(TENTH_DAY)
    page.locator("#tab-tried").press("Enter")
    expect(page.locator("#tab-tried .js-count")).not_to_be_empty()
    expect(page.locator('[data-case="ten-days-after-it-was-sent"]')).to_have_attribute("data-passed", "false")
