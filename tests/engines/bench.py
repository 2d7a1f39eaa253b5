"""One way across the workbench, from the list of policies to a zip and back, as a policy's owner goes it."""

import base64
import io
import json
from typing import Final
from zipfile import ZipFile

from tests.engines.tab import Tab
from tests.shipped import DATA

POLICY: Final = "services/norfolk/policies/norfolk-complaint.yaml"
TITLE: Final = "Complaints by foster carers"
COMMENT: Final = " # as on its first page"
STAGE: Final = '.js-form [data-at="stages[0]"]'
TIME: Final = '.js-form [data-at="stages[0].timescales[0]"]'
AMOUNT: Final = '.js-form [data-at="stages[0].timescales[0].amount"]'
UNFOLD: Final = "(at => at && (at.open = true))(document.querySelector('{}'))"
STATE: Final = "document.querySelector('.js-bench')?.dataset.state"
SAVED: Final = """(() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        window.saved = blob;
        return made.call(URL, blob);
    };
    return true;
})()"""
"""Has what the page gives as a file told: engines differ in where they put it."""
AS_BASE64: Final = """saved.arrayBuffer().then((held) =>
    btoa(Array.from(new Uint8Array(held), (each) => String.fromCharCode(each)).join("")))"""
# A browser's own dialog for files can be opened by nobody but a person.
GIVE: Final = """(() => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(CONTENT), (each) => each.charCodeAt(0))], NAME));
    const input = document.querySelector(".js-input-files");
    input.files = held.files;
    return input.dispatchEvent(new Event("change", {bubbles: true}));
})()"""


def whole(tab: Tab, root: str) -> None:
    """Open a policy of the site, edit it, mend a mistake, see its page, and take it away and back."""
    begin(tab, root)
    tab.fill("#bench-find", "norfolk-complaint")
    tab.choose(f'.js-found [data-file="{POLICY}"] button')
    tab.fill('.js-form [data-at="title"] input', TITLE)
    mistake(tab)
    tab.choose(".js-as-text")
    tab.add(COMMENT)
    see(tab)
    held = take_away(tab)
    begin(tab, root)
    give(tab, "norfolk.zip", held)
    tab.wait(f"document.querySelector('.js-bench-path').innerText === {json.dumps(POLICY)}", "it is opened")
    see(tab)


def begin(tab: Tab, root: str) -> None:
    """Open the page, and wait until the desk has read the policies."""
    tab.open(f"{root}workbench/")
    tab.wait(f"['ready', 'failed'].includes({STATE})", "the desk has started or failed")
    assert tab.evaluate(STATE) == "ready", tab.text("#navigator-status")


def mistake(tab: Tab) -> None:
    """Give words for a number: it is told beside the field, and no more once it is mended."""
    for part in (STAGE, TIME):
        tab.wait(UNFOLD.format(part), "the form is there")
    amount = tab.wait(f"document.querySelector('{AMOUNT} input')?.value", "the form is there")
    tab.fill(f"{AMOUNT} input", "soon")
    wrong = f"document.querySelector('{AMOUNT} .js-wrong')?.innerText"
    tab.wait(f"{wrong}?.includes('Write a whole number')", "the mistake is told")
    tab.fill(f"{AMOUNT} input", amount)
    tab.wait(f"{wrong} === ''", "it is told no more")


def see(tab: Tab) -> None:
    """See the page of the policy as readers will."""
    tab.choose("#tab-seen")
    shown = "document.querySelector('.js-seen-shown h1')?.innerText"
    tab.wait(f"{shown} === {json.dumps(TITLE)}", "the policy's page is shown")


def take_away(tab: Tab) -> bytes:
    """Save the folder of the service: it holds the file as it was, but for the edits."""
    tab.evaluate(SAVED)
    tab.choose("#tab-away")
    tab.choose(".js-save-folder")
    held = base64.b64decode(tab.evaluate(AS_BASE64))
    with ZipFile(io.BytesIO(held)) as archive:
        assert "services/norfolk/service.yaml" in archive.namelist()
        before = (DATA / POLICY).read_text(encoding="utf-8")
        assert archive.read(POLICY).decode() == edited(before)
    return held


def edited(text: str) -> str:
    """Return the text of the policy with both edits, made by hand."""
    title, amount = "\ntitle: Foster carers complaints procedure\n", "\n        amount: 5\n"
    before, _, after = text.partition(amount)
    return before.replace(title, f"\ntitle: {TITLE}\n") + f"{amount.rstrip()}{COMMENT}\n" + after


def give(tab: Tab, name: str, content: bytes) -> None:
    """Choose a file of the device."""
    packed = json.dumps(base64.b64encode(content).decode())
    tab.evaluate(GIVE.replace("CONTENT", packed).replace("NAME", json.dumps(name)))
