"""A draft on the workbench: every state of its page, from the first edit to the sheet for a meeting."""

from collections.abc import Iterator

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import PATIENCE, Visit

POLICY = "services/norfolk/policies/norfolk-complaint.yaml"
DRAFT = "the workbench with "
"""How the name of each state begins."""
LONG_FORM = f"{DRAFT}a mistake in a form"
"""The state with the most to stop at: some 250 fields and buttons."""
STAGE = "stages[0]"
TIME = f"{STAGE}.timescales[0]"
SENT = {"day": "2", "month": "11", "year": "2026"}
DOCUMENT = "# 1. Asking\n\nThe desk must answer within three working days.\n"
FOLD = "open => { document.querySelector('.js-bench-open').open = open; }"
WORKED_OUT = 2 * PATIENCE
"""Milliseconds: all policies are read, or two states of them are compared, in Python in the browser."""


def at(page: Page, path: str) -> Locator:
    """Return a part of the form by its place in the file."""
    return page.locator(f'.js-form [data-at="{path}"]')


def opened(visitor: Visit) -> Page:
    """Open the page and a policy of the site in it."""
    page = visitor.page
    page.goto(f"{visitor.root}workbench/")
    page.locator("#bench-find").fill("norfolk-complaint")
    page.locator(f'.js-found [data-file="{POLICY}"] button').press("Enter", timeout=WORKED_OUT)
    return page


def drafting(visitor: Visit) -> Iterator[str]:
    """Make a mistake, mend it, and see what comes of the draft; then begin another one."""
    page = opened(visitor)
    yield from mistaken(page)
    yield from seen(page)
    page.locator("#tab-away").press("Enter")
    page.locator(".js-make-sheet").press("Enter")
    expect(page.locator(".nav-approval")).to_be_visible(timeout=WORKED_OUT)
    yield f"{DRAFT}the sheet for a meeting"
    yield from begun(page)
    page.locator(".js-save-all").press("Enter")  # an unsaved draft would ask before the page is left


def mistaken(page: Page) -> Iterator[str]:
    """Give words for a number, in the form and then in YAML, and mend it."""
    for place in (STAGE, TIME):
        at(page, place).locator("summary").first.press("Enter")
    amount = at(page, f"{TIME}.amount")
    amount.locator("input").fill("soon")
    expect(amount.locator(".js-wrong")).to_contain_text("Write a whole number")
    page.evaluate(FOLD, True)
    yield LONG_FORM
    page.evaluate(FOLD, False)
    page.locator(".js-as-text").press("Enter")
    page.locator("#tab-away").press("Enter")
    yield f"{DRAFT}a mistake in YAML, and what saves it"
    page.locator(".js-as-form").press("Enter")
    amount.locator("input").fill("6")
    expect(page.locator(".js-verdict")).to_have_attribute("data-found", "none", timeout=PATIENCE)
    page.locator(".js-as-text").press("Enter")  # a form has very much to be looked at again and again


def seen(page: Page) -> Iterator[str]:
    """See an answer with a date, have cases tried, and make a new one that lacks something."""
    shown = page.locator(".js-seen-shown")
    page.locator("#tab-seen").press("Enter")
    page.locator('[data-view="answers"]').press("Enter")
    page.locator("#seen-reader").select_option("carer")
    page.locator("#seen-place").select_option("stage-1")
    expect(page.locator("#seen-phase")).to_be_enabled()
    for part, text in SENT.items():
        shown.locator(f'input[name="complaint_sent.{part}"]').fill(text)
    form = shown.locator("form", has=page.locator('[name="complaint_sent.day"]'))
    form.locator("button").first.press("Enter")
    expect(shown.locator(".nav-phases")).to_contain_text("November 2026")
    yield f"{DRAFT}an answer that counts from a date"
    page.locator(".js-seen-make").press("Enter")
    expect(page.locator(".js-made h3").first).to_be_focused()
    page.locator(".js-made-put").press("Enter")
    expect(page.locator(".js-made-errors")).to_be_visible()
    page.locator(".js-tried-cases summary").first.press("Enter", timeout=WORKED_OUT)
    yield f"{DRAFT}cases that are tried, and a new one that lacks something"


def begun(page: Page) -> Iterator[str]:
    """Begin another policy from a document, up to a question with choices."""
    page.evaluate(FOLD, True)
    page.locator(".nav-begun > summary").press("Enter")
    page.locator("#begun-text").fill(DOCUMENT)
    page.get_by_role("button", name="Begin", exact=True).press("Enter")
    for answer in ("Lending at the lake", "Lakeside Council"):
        field = page.locator("#begun-answer")
        expect(field).to_be_visible(timeout=PATIENCE)
        question = field.element_handle()
        field.fill(answer)
        page.locator(".nav-begun-question button").first.press("Enter")
        question.wait_for_element_state("hidden")
    expect(page.locator(".nav-begun-question input[type=radio]").first).to_be_visible()
    page.locator(".nav-begun aside summary").press("Enter")
    yield f"{DRAFT}a question of a policy that is begun"
    page.locator(".js-begun-asked > .nav-begun-ways button").last.press("Enter")
