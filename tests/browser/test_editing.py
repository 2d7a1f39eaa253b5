"""A policy is edited as a form and as YAML: both are one text, and what is wrong is told where it belongs."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visit import Visit

FILE = "services/norfolk/policies/norfolk-complaint.yaml"
TIME = "stages[0].timescales[0]"
ITS_LINE = "document.querySelector('.js-code').shadowRoot.querySelector('.cm-activeLine').textContent"


def _at(page: Page, path: str) -> str:
    return f'.js-form [data-at="{path}"]'


def test_a_form_and_yaml_are_one_text(visit: Callable[..., Visit]) -> None:
    """An edit in the form is in the YAML, an error is told in its field, and both views keep the place.

    What is missing stands there too, and its error leads there. Days of which it is not said are a unit.
    """
    somebody = visit()
    page = somebody.page
    page.goto(f"{somebody.root}workbench/")
    expect(page.locator(".js-bench")).to_have_attribute("data-state", "ready", timeout=60_000)
    page.locator("#bench-find").fill("norfolk-complaint")
    page.locator(f'.js-found [data-file="{FILE}"] button').press("Enter")
    page.locator(_at(page, "stages[0]")).locator("summary").first.press("Enter")
    page.locator(_at(page, TIME)).locator("summary").first.press("Enter")
    amount = page.locator(f"{_at(page, f'{TIME}.amount')} input")
    amount.fill("soon")
    expect(page.locator(f"{_at(page, f'{TIME}.amount')} .js-wrong")).to_contain_text("Write a whole number")
    expect(amount).to_have_attribute("aria-invalid", "true")
    page.locator(_at(page, "stages[0]")).locator("summary").first.press("Enter")
    page.locator(".js-next").press("Enter")
    expect(amount).to_be_focused()
    amount.fill("6")
    expect(page.locator(".js-next")).to_be_hidden()
    unit, taken = (
        page.locator(f"{_at(page, f'{TIME}.unit')} select"),
        page.locator(_at(page, f"{TIME}.assumed_unit")),
    )
    unit.select_option("unsaid:calendar_days")
    expect(taken.locator("textarea")).to_have_value(re.compile("does not say which.*calendar days"))
    expect(unit).to_be_focused()
    unit.select_option("working_days")
    expect(taken).to_have_count(0)
    amount.focus()
    page.locator(".js-as-text").press("Enter")
    assert page.evaluate(ITS_LINE).strip() == "amount: 6"
    page.keyboard.press("End")
    page.keyboard.type("0")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.js-code')") is None
    page.locator(".js-as-form").press("Enter")
    expect(amount).to_be_focused()
    expect(amount).to_have_value("60")
    while page.locator(".js-undo").is_enabled():
        page.locator(".js-undo").press("Enter")
    expect(amount).to_have_value("5")
    unsure = page.locator(_at(page, "unsure"))
    unsure.locator("> .nav-field-head .nav-edit-tools").press("Enter")
    expect(page.locator(".js-problems button")).to_have_count(1)
    expect(unsure.locator("> .js-wrong")).to_have_text("Not filled in yet.")
    page.locator(".js-problems button").press("Enter")
    expect(unsure.locator("select")).to_be_focused()
    assert somebody.problems == []
