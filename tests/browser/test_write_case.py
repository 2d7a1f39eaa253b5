"""A trainer writes a case: from the story to the link that learners open, and to the file for the owner."""

import re
from collections.abc import Callable
from pathlib import Path

import yaml
from playwright.sync_api import expect

from navigator.site.practice.session_link import RESULTS, SESSION, WRITE, session_hash
from tests.browser.learning import LATE
from tests.browser.visit import Visit
from tests.browser.writing import TENTH_DAY, explain, make, write

MARKUP = "<img src=x onerror=alert(1)>"
STORY = f"You asked on Monday. {MARKUP}\nNobody has answered."


def test_a_case_is_written_shared_and_answered(visit: Callable[..., Visit]) -> None:
    """A trainer is told what lacks, confirms the answer, and takes file and link; a learner answers it."""
    trainer = visit()
    page = trainer.page
    page.goto(trainer.root + WRITE)
    page.locator(".js-make-case").press("Enter")
    expect(page.locator(".js-problems")).to_be_focused()
    expect(page.locator(".js-problems li")).to_have_count(3)
    page.locator(".js-problems a").first.press("Enter")
    expect(page.locator("#case-title")).to_be_focused()
    write(page, f"A promise {MARKUP}", STORY)
    make(page)
    expect(page.locator(".js-file")).to_be_hidden()
    explain(page)
    expect(page.locator(".js-made-case")).to_be_hidden()
    make(page)
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    asked.value.dismiss()
    with page.expect_download() as coming:
        page.locator(".js-save-file").press("Enter")
    held = yaml.safe_load(Path(coming.value.path()).read_text(encoding="utf-8"))
    assert (held["story"], held["expect"]["stage"]) == (STORY, "stage-1")
    page.locator("#case-session").fill(f"{trainer.root}{SESSION}{session_hash([LATE], 'Tomorrow')}")
    beginning = f"{trainer.root}{SESSION}{session_hash([LATE], 'Tomorrow')}&c="
    expect(page.locator("#case-link")).to_have_value(re.compile(f"^{re.escape(beginning)}"))
    expect(page.locator(".js-dense")).to_be_visible()
    learns(visit(width=320), page.locator("#case-link").input_value())


def learns(learner: Visit, link: str) -> None:
    """Open the link: the case comes after the site's own, says what it is, and is answered as they are."""
    page = learner.page
    page.goto(f"{link}&c=damaged")
    own = page.locator(".js-own")
    expect(own).to_have_count(1)
    expect(page.locator(".nav-case")).to_have_count(2)
    expect(page.locator("[data-bad=damaged]")).to_be_visible()
    assert page.locator(".nav-case h2").all_inner_texts() == [LATE.scenario.title, f"A promise {MARKUP}"]
    expect(own.locator(".nav-warning")).to_contain_text(
        "Written by a trainer. Not checked by the policy's owner."
    )
    expect(own.locator(".nav-story")).to_contain_text(MARKUP)
    assert own.locator("img").count() == 0
    own.get_by_role("button", name="Moving to another fostering service").press("Enter")
    expect(own.locator(".nav-feedback:visible")).to_contain_text("You do not want to leave.")
    for quiz in own.locator(".js-quiz").all():
        quiz.locator('[data-right="true"] button').first.press("Enter")
    own.locator(".js-answer summary").press("Enter")
    expect(own.locator(".js-dates")).to_contain_text(TENTH_DAY)
    page.locator('[data-view="summary"]').first.press("Enter")
    expect(own.locator('[data-result="route"] [data-state]:visible')).to_have_text("Right after another try")
    page.goto(link.replace(SESSION, RESULTS))
    expect(page.locator("[data-message=written]")).to_be_visible()
