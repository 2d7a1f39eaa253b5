"""Files of the device on the workbench, where a browser gives more than a field: saved into, and dropped."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visit import NO_ENGINE, Visit
from tests.shipped import DATA

HOME = "services/norfolk/"
POLICY = f"{HOME}policies/norfolk-complaint.yaml"
ROLES = f"{HOME}roles.yaml"
SERVICE = f"{HOME}service.yaml"
# Nobody but a person can use the browser's own dialog. What comes of it is a file of the browser's own disk.
PICKED = """async (text) => {
    const disk = await navigator.storage.getDirectory();
    const handle = await disk.getFileHandle("norfolk-complaint.yaml", { create: true });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    globalThis.showOpenFilePicker = async () => [handle];
    globalThis.picked = handle;
}"""
HELD = "picked.getFile().then((file) => file.text())"
DROPPED_FILE = """([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
    return !document.querySelector("h1").dispatchEvent(event);
}"""
# No script can put a folder into a transfer of data: this one is as a browser's.
DROPPED_FOLDER = """(files) => {
    const named = (path) => ({ name: path.split("/").pop(), fullPath: `/${path}` });
    const within = Object.entries(files).map(([path, text]) => ({
        ...named(`norfolk/${path}`), isFile: true, file: (take) => take(new File([text], named(path).name)),
    }));
    const createReader = () => ({ readEntries: (take) => take(within.splice(0, 2)) });
    const folder = { ...named("norfolk"), isFile: false, createReader };
    const item = { kind: "file", getAsFile: () => null, webkitGetAsEntry: () => folder };
    const event = new Event("drop", { bubbles: true, cancelable: true });
    event.dataTransfer = { items: [{ kind: "string" }, item] };
    return !document.querySelector("h1").dispatchEvent(event);
}"""


def opened(visit: Callable[..., Visit]) -> Page:
    """Open the page where Python cannot run: files come and go all the same."""
    visitor = visit(init=NO_ENGINE)
    visitor.problems_are_expected = True
    visitor.page.goto(f"{visitor.root}workbench/")
    expect(visitor.page.locator(".js-bench")).to_have_attribute("data-state", "failed")
    return visitor.page


def test_a_file_is_saved_where_it_was_opened(visit: Callable[..., Visit]) -> None:
    """Where the browser lets a page write into a file, saving does so, with the ends of lines that it had."""
    page = opened(visit)
    text = (DATA / POLICY).read_text(encoding="utf-8").replace("\n", "\r\n")
    page.evaluate(PICKED, text)
    page.locator(".js-open-files").press("Enter")
    page.locator(".js-unplaced button").first.press("Enter")
    expect(page.locator(".js-bench-path")).to_contain_text("norfolk-complaint.yaml")
    page.locator(".js-as-text").press("Enter")
    page.locator(".cm-content").press("ControlOrMeta+End")
    page.keyboard.type("# The end")
    page.locator("#tab-away").press("Enter")
    page.locator(".js-save-this").press("Enter")
    expect(page.locator("[data-pane=saved] .js-told")).to_have_text("Saved: norfolk-complaint.yaml")
    assert page.evaluate(HELD) == f"{text}# The end"
    expect(page.locator("[data-pane=saved] .js-changed")).to_have_text(
        "Nothing is changed since you opened or saved it."
    )


def test_files_are_dropped(visit: Callable[..., Visit]) -> None:
    """What is dropped anywhere on the page is opened, a folder too; what is no policy is left out."""
    page = opened(visit)
    files = {path: (DATA / path).read_text(encoding="utf-8") for path in (POLICY, ROLES, SERVICE)}
    within = {path.removeprefix(HOME): text for path, text in files.items()}
    assert page.evaluate(DROPPED_FOLDER, {**within, "letter.docx": "PK"})
    expect(page.locator(".js-bench-path")).to_have_text(POLICY)
    expect(page.locator(".js-bench-told")).to_contain_text("Files opened: 3")
    rows = page.locator(".js-list > li")
    assert sorted(each.get_attribute("data-file") or "" for each in rows.all()) == sorted(files)
    assert page.evaluate(DROPPED_FILE, ["norfolk-complaint.yaml", "title: Another\n"])
    expect(page.locator(".js-bench-told")).to_contain_text("Files opened: 1")
    page.locator(".js-as-text").press("Enter")
    expect(page.locator(".cm-content")).to_have_text("title: Another")
