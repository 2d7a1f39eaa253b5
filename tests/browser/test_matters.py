"""My matters: a list that lives in the page, is kept as a file, and is worked out by the engine."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import Visit

type Visitor = Callable[..., Visit]

# As in tests/render/test_my_matters.py, where they are worked out by hand.
DUE = [("2026-11-23", "Blue house"), ("2026-11-29", "Red door"), ("2026-12-14", "Blue house")]
ROWS = """rows => rows.map(row => [row.querySelector("time").dateTime,
    row.querySelector("td strong").textContent])"""


def opened(visitor: Visit) -> Page:
    visitor.page.goto(f"{visitor.root}my-matters/")
    expect(visitor.page.locator(".js-form")).to_be_visible()
    return visitor.page


def fill(page: Page, nickname: str, policy: str, stage: str, **dates: str) -> None:
    """Fill in the form for one matter, and take it."""
    page.locator("#matter-nickname").fill(nickname)
    page.locator("#matter-policy").select_option(policy)
    page.locator("#matter-stage").select_option(stage)
    for event, text in dates.items():
        page.locator(f"#matter-date-{event}").fill(text)
    page.locator(".js-add").press("Enter")


def due(page: Page, rows: int) -> list[tuple[str, str]]:
    """Return the last day and the nickname of each row, once there are so many."""
    found = page.locator(".js-due > table > tbody > tr")
    expect(found).to_have_count(rows)
    return [(day, nickname) for day, nickname in found.evaluate_all(ROWS)]


def download(page: Page, button: str) -> Path:
    with page.expect_download() as coming:
        page.locator(button).press("Enter")
    return Path(coming.value.path())


@pytest.mark.returning
def test_a_list_is_kept_as_a_file(visit: Visitor) -> None:
    """Two matters are added, saved, lost with the page, opened again, and taken to a calendar."""
    visitor = visit()
    page = opened(visitor)
    fill(page, "Red door", "irm", "apply")
    expect(page.locator(".js-list > li")).to_have_count(1)
    assert page.locator("#navigator-status").get_attribute("data-state") == "idle"
    assert not any("runtime" in each for each in visitor.requests)
    page.locator('[data-act="change"]').press("Enter")
    expect(page.locator(".js-form-heading")).to_be_focused()
    fill(page, "Red door", "irm", "apply", determination_letter="2.11.2026")
    fill(page, "Blue house", "norfolk-complaint", "stage-1", complaint_sent="16 November 2026")
    assert due(page, 3) == DUE
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    kept = download(page, ".js-save")
    held = json.loads(kept.read_text(encoding="utf-8"))
    assert (held["format"], held["version"]) == ("fostering-navigator-matters", 1)
    assert [each["dates"] for each in held["matters"]] == [
        {"determination_letter": "2026-11-02"},
        {"complaint_sent": "2026-11-16"},
    ]
    page.reload()
    expect(page.locator(".js-empty")).to_be_visible()
    page.locator(".js-file").set_input_files(kept)
    assert due(page, 3) == DUE
    text = download(page, ".js-calendar").read_bytes().decode()
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    events = [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]
    days = {
        (each.decoded("dtstart").isoformat(), str(each["summary"]).rpartition(": ")[2]) for each in events
    }
    # What is overdue needs no reminder; the day after the last one is to look whether it has come.
    assert days == {*DUE[1:], ("2026-12-15", "Blue house")}
    page.locator('[data-act="remove"]').first.press("Enter")
    assert due(page, 2) == [DUE[0], DUE[2]]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


GOOD = {"nickname": "Blue house", "policy": "norfolk-complaint", "stage": "stage-1", "dates": {}}
FORMAT = {"format": "fostering-navigator-matters", "version": 1}


def test_broken_files_are_told_in_words(visit: Visitor) -> None:
    """Each says what is wrong; nothing of the list is lost, and what can be read of a file is."""
    page = opened(visit())
    fill(page, "Mine", "irm", "apply")

    def give(held: object) -> None:
        text = held if isinstance(held, str) else json.dumps(held)
        page.locator(".js-file").set_input_files(
            {"name": "list.json", "mimeType": "application/json", "buffer": text.encode()}
        )

    for held, told in (
        ("{", "cannot be read"),
        ("", "cannot be read"),
        ([1], "not a list of matters that this page has saved"),
        ({"format": "other", "matters": []}, "not a list of matters that this page has saved"),
        ({**FORMAT, "matters": 5}, "not a list of matters that this page has saved"),
        ({**FORMAT, "version": 2, "matters": []}, "newer version"),
        ({**FORMAT, "matters": [GOOD] * 60}, "at most 60"),
    ):
        give(held)
        expect(page.locator(".js-errors")).to_contain_text(told)
        expect(page.locator(".js-errors")).to_be_focused()
        expect(page.locator(".js-list > li")).to_have_count(1)
    gone = GOOD | {"policy": "gone", "policyName": "An old policy", "note": "Kept."}
    elsewhere = GOOD | {"stage": "stage-9", "nickname": "<b>Far</b>"}
    give({**FORMAT, "matters": [GOOD, 7, gone, elsewhere, {"nickname": ""}]})
    expect(page.locator(".js-errors li")).to_have_text(
        [re.compile("Matter 2 of the file"), re.compile("Matter 5 of the file")]
    )
    expect(page.locator(".js-list > li")).to_have_count(4)
    expect(page.locator(".js-list")).to_contain_text("no policy “An old policy”")
    expect(page.locator(".js-list")).to_contain_text("no stage “stage-9”")
    expect(page.locator(".js-list h3").last).to_have_text("<b>Far</b>")
    saved = json.loads(download(page, ".js-save").read_text(encoding="utf-8"))
    assert [each["policy"] for each in saved["matters"]] == [
        "irm",
        "norfolk-complaint",
        "gone",
        "norfolk-complaint",
    ]
    assert saved["matters"][2]["note"] == "Kept."


def test_what_is_lacking_is_told_at_its_field(visit: Visitor) -> None:
    """An empty form names each field, and a link leads to it."""
    page = opened(visit(width=320))
    page.locator(".js-add").press("Enter")
    expect(page.locator(".js-errors")).to_be_focused()
    expect(page.locator(".js-errors a")).to_have_text(
        ["Write a nickname.", "Choose a policy.", "Choose a stage."]
    )
    page.locator(".js-errors a").first.press("Enter")
    expect(page.locator("#matter-nickname")).to_be_focused()


def test_a_file_can_be_dropped(visit: Visitor) -> None:
    """A file that is let go over the page is opened as a chosen one is."""
    page = opened(visit())
    page.evaluate(
        """text => {
            const held = new DataTransfer();
            held.items.add(new File([text], "list.json"));
            const dropped = { dataTransfer: held, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new DragEvent("drop", dropped));
        }""",
        json.dumps({**FORMAT, "matters": [GOOD]}),
    )
    expect(page.locator(".js-list h3")).to_have_text("Blue house")
