"""A policy is begun in the browser from a document, and handed on: the sheet for a meeting, and the patch."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import PATIENCE, Visit

PASTED = """
<h1>Lending at the lake</h1>
<p><b>1. Asking</b></p>
<p>The desk must answer within three working days. Our colours are blue.</p>
<table><tr><td><p>cot</p></td><td>before the child leaves</td></tr></table>
"""
TEXT = """\
# Lending at the lake

# 1. Asking

The desk must answer within three working days. Our colours are blue.

| cot | before the child leaves |"""
NEXT, BACK = "Next", "Back"
ANSWERS = (
    ("What is the policy called?", "Lending at the lake"),
    ("Who published it?", "Lakeside Council"),
    ("Which route is it for?", "Escalating a task that is late or poorly done"),
    ("Which document does it restate?", None),
    ("How well do you know it?", None),
    ("Is there more to this document?", None),
    ("Whose policy is it?", "Lakeside Council"),
    ("Lakeside Council is new. Is that its full name?", "Yes"),
    ("Whom is it for?", "Foster carers at the lake."),
    ("What does it do?", "Says how to borrow a cot."),
    ("Is any of these so?", None),
    ("Stage 1: its heading?", "1. Asking"),
    ("Stage 2: its heading?", "No more"),
    ("Where does it belong?", "A time"),
    ("Where does it belong?", "Nowhere, because: it is a form"),
    ("In which section does it stand?", None),
    ("What happens on the day it begins?", "Leave it out"),
    ("Who acts?", "foster carer"),
    ("What do they do?", "asks the desk"),
    ("And what follows `you should`?", None),
    ("To whom?", "Leave it out"),
    ("Is there more to this step?", None),
    ("Who acts?", "No more"),
    ("By when?", "A number and a unit: 3 working days"),
    ("What should have happened by then?", "The desk answers."),
    ("Counted from which day?", "The document does not say"),
    ("How firm is it?", "must"),
    ("Is there more to this time?", "The stage should then be over"),
    ("By when?", "No more"),
    ("What does the document say of what comes next?", None),
    ("The document says nothing of it", "No next step is named."),
    ("Is there more at this stage?", None),
    ("Does the document say any of these?", None),
    ("Does the document say any of these?", None),
    ("Is any of these to be in your service's own words?", None),
)
"""What is asked, and the answer: a choice, a button, words, or what is proposed."""


def give(form: Locator, answer: str | None) -> None:
    """Answer the question of a form by its own fields, and wait until it has gone."""
    shown = form.element_handle()
    _answer(form, answer)
    shown.wait_for_element_state("hidden")


def _answer(form: Locator, answer: str | None) -> None:
    choice, _, own = (answer or "").partition(": ")
    button = form.get_by_role("button", name=choice, exact=True)
    label = form.get_by_label(choice, exact=True).first
    if answer is not None and button.count():
        button.press("Enter")
        return
    if answer is not None and form.locator("input[type=radio], input[type=checkbox]").count():
        label.press(" ")  # what stands above may still come, and move what is clicked
        if own:
            form.locator(f"#{label.get_attribute('id')}-own").fill(own)
    elif answer is not None:
        form.locator("#begun-answer").fill(answer)
    form.get_by_role("button", name=NEXT, exact=True).press("Enter")


def paste(field: Locator, html: str) -> None:
    """Paste what a word processor puts on the clipboard."""
    field.evaluate(
        """(field, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", html);
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
        }""",
        html,
    )


def answer_all(page: Page) -> None:
    """Answer one question after another; each comes with the focus in its field."""
    form = page.locator(".nav-begun-question")
    for number, (says, answer) in enumerate(ANSWERS):
        expect(form.locator("legend")).to_have_text(re.compile(re.escape(says)), timeout=PATIENCE)
        expect(form.locator(":focus")).to_have_count(1)
        if says == "Who acts?" and answer == "foster carer":
            expect(page.locator(".nav-begun [aria-current=step]")).to_have_text("Stage 1: 1. Asking")
        if says == "By when?" and answer != "No more":
            expect(page.locator(".nav-begun-lines")).to_contain_text("The desk must answer within three")
            give(form, "A number and a unit: soon")
            expect(form.locator(".nav-begun-refused")).to_contain_text("Write a number and a unit")
            expect(form.locator("input[type=text]")).to_have_value("soon")
        if number == 1:
            form.get_by_role("button", name=BACK, exact=True).press("Enter")
            expect(form.locator("legend")).to_have_text("What is the policy called?")
            give(form, "Lending at the lake")
            expect(form.locator("legend")).to_have_text(says)
        if says == "Counted from which day?":
            with page.expect_download() as coming:
                page.get_by_role("button", name="Save the answers").press("Enter")
            assert coming.value.suggested_filename == "new-policy.answers.yaml"
        give(form, answer)


def test_a_policy_is_begun_from_a_document_and_handed_on(visit: Callable[..., Visit], tmp_path: Path) -> None:
    """From what is pasted to the files of a draft; then the sheet that says what is new, and the patch."""
    owner = visit()
    page = owner.page
    page.goto(f"{owner.root}workbench/")
    expect(page.locator(".js-bench[data-state=ready]")).to_be_visible(timeout=PATIENCE)
    page.locator(".nav-begun > summary").press("Enter")
    page.get_by_role("button", name="Begin", exact=True).press("Enter")
    expect(page.locator("#begun-text")).to_be_focused()
    paste(page.locator("#begun-text"), PASTED)
    expect(page.locator("#begun-text")).to_have_value(TEXT)
    page.get_by_role("button", name="Begin", exact=True).press("Enter")
    answer_all(page)
    expect(page.get_by_role("heading", name="The draft is in the editor")).to_be_focused(timeout=PATIENCE)
    folder = "services/lakeside-council"
    expect(page.locator(".nav-begun-file")).to_have_text(
        [f"{folder}/service.yaml", f"{folder}/documents.yaml", f"{folder}/policies/lending-at-the-lake.yaml"]
    )
    expect(page.locator(".nav-begun-left li")).to_have_text(
        [re.compile("before the child leaves.*it is a form")]
    )
    page.locator("#tab-away").press("Enter")
    page.locator(".js-make-sheet").press("Enter")
    sheet = page.locator(".nav-approval")
    expect(sheet).to_contain_text("Lending at the lake", timeout=PATIENCE)
    expect(sheet).to_contain_text("The desk answers.")
    expect(page.locator(".js-write-mail")).to_have_attribute(
        "href", re.compile("^mailto:.subject=For%20approval")
    )
    with page.expect_download() as coming:
        page.locator(".js-save-patch").press("Enter")
    made = tmp_path / "changes.patch"
    coming.value.save_as(made)
    subprocess.run(["git", "apply", made], cwd=tmp_path, check=True)
    held = tmp_path / "policy_data" / folder / "policies" / "lending-at-the-lake.yaml"
    assert "title: Lending at the lake" in held.read_text("utf-8")
