"""The workbench: a policy's owner edits it in the browser, and it stays and goes where they want it."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.keeping import HELD, let_keep
from tests.browser.visit import NO_ENGINE, PATIENCE, Visit, wait_until
from tests.shipped import DATA as POLICIES

type Visitor = Callable[..., Visit]

POLICY = "services/norfolk/policies/norfolk-complaint.yaml"
COMMENT = " # as on its first page"
STORES = "indexedDB.databases().then(all => all.map(({ name }) => name))"
NEW = "services/fresh/policies/fresh-complaint.yaml"


def opened(visitor: Visit, state: str) -> Page:
    visitor.page.goto(f"{visitor.root}workbench/")
    expect(visitor.page.locator(".js-bench")).to_have_attribute("data-state", state, timeout=PATIENCE)
    return visitor.page


def give(page: Page, name: str, content: bytes) -> None:
    """Choose a file of the device, as the page's own field takes it in every browser."""
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator(".js-input-files").set_input_files(file)


def stores(page: Page) -> list[str]:
    found: list[str] = page.evaluate(STORES)
    return found


def test_the_whole_way(visit: Visitor) -> None:
    """A policy is opened, edited as a form and as YAML, mended, seen, tried, saved, and opened again offline.

    Line ends and comments are kept, and all that was asked of the server is this site's own files.
    """
    visitor = visit(offline=True)
    page = opened(visitor, "ready")
    text = (POLICIES / POLICY).read_text(encoding="utf-8").replace("\nroute:", f"{COMMENT}\nroute:", 1)
    give(page, "norfolk-complaint.yaml", text.replace("\n", "\r\n").encode())
    expect(page.locator(".js-bench-path")).to_have_text(POLICY)

    edited(page)
    case = made(page)
    page.locator("#tab-away").press("Enter")
    expect(page.locator("[data-pane=saved] .js-changed")).to_have_text("Changed files: 2")
    with page.expect_download() as coming:
        page.locator(".js-save-folder").press("Enter")
    saved = Path(coming.value.path()).read_bytes()
    with ZipFile(io.BytesIO(saved)) as held:
        assert {POLICY, case, "services/norfolk/service.yaml"} <= set(held.namelist())
        expected = text.replace(
            "title: Foster carers complaints procedure", "title: Complaints by foster carers"
        )
        assert held.read(POLICY) == expected.replace("\n", "\r\n").encode()

    let_keep(visitor)
    wait_until(
        lambda: {"workbench/", "pyodide.asm.wasm"} <= kept(visitor), "the page and its program are kept"
    )
    visitor.context.set_offline(True)
    page = opened(visitor, "ready")
    give(page, "norfolk.zip", saved)
    page.locator(".js-as-text").press("Enter")
    expect(page.locator(".cm-content")).to_contain_text(f"title: Complaints by foster carers{COMMENT}")
    page.locator(".js-bench-open > summary").press("Enter")
    page.locator(f".js-list [data-file='{case}'] button").first.press("Enter")
    expect(page.locator(".cm-content")).to_contain_text("title: A letter on Monday")
    assert stores(page) == []
    assert all(each.startswith((visitor.root, "blob:")) for each in visitor.requests)


def edited(page: Page) -> None:
    """Edit a policy as a form and as YAML, make a mistake, and mend it."""
    title = page.locator(".js-form").get_by_role("textbox", name="What is the policy called?")
    title.fill("Complaints by foster carers")
    title.blur()
    page.locator(".js-as-text").press("Enter")
    code = page.locator(".cm-content")
    expect(code).to_contain_text(f"title: Complaints by foster carers{COMMENT}")

    expect(page.locator(".js-findings h3").first).to_have_text(POLICY, timeout=PATIENCE)
    findings = page.locator(".js-findings-count").inner_text()
    assert POLICY not in page.locator(".js-elsewhere").inner_text()
    code.get_by_text("route: complaint").click()
    page.keyboard.press("End")
    page.keyboard.type("tt")
    expect(page.locator(".js-problems")).to_contain_text("Did you mean complaint?", timeout=PATIENCE)
    expect(page.locator("#tab-problems")).to_have_text("Problems1")
    expect(page.locator(".js-findings-count")).to_have_text(findings)
    page.locator(".js-problems button").press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    expect(page.locator(".js-verdict")).to_have_attribute("data-found", "none")


def made(page: Page) -> str:
    """See the policy's page and an answer, make a case of the answer, and return the path of its file."""
    page.locator("#tab-seen").press("Enter")
    expect(page.locator(".js-seen-shown")).to_contain_text("Complaints by foster carers")
    page.locator("[data-view=answers]").press("Enter")
    page.locator("#seen-place").select_option(label="The complaint has been sent")
    expect(page.locator(".js-seen-make")).to_be_visible()
    page.locator(".js-seen-make").press("Enter")
    expect(page.locator(".js-made")).to_be_visible()
    for part in page.locator(".js-made input[name=part]").all():
        part.check()
    page.locator("#made-title").fill("A letter on Monday")
    page.locator("#made-story").fill("She wrote on Monday.")
    page.locator("#made-worked").fill("The policy counts from that day.")
    page.locator("#made-route").select_option("irm")
    page.locator("#made-why").fill("It is about her approval.")
    page.locator(".js-made-put").press("Enter")
    case = "services/norfolk/scenarios/a-letter-on-monday.yaml"
    expect(page.locator(".js-bench-path")).to_have_text(case)

    return case


def kept(visitor: Visit) -> set[str]:
    """Return what is kept of the page and its program: the names of files, and of pages with their slash."""
    found = visitor.page.evaluate(HELD, " engine")
    return {
        "/".join(each.rsplit("/", 2)[-2:]) if each.endswith("/") else each.rpartition("/")[2]
        for each in found
    }


def test_files_stay_only_where_their_owner_wants_that(visit: Visitor) -> None:
    """Without the tick nothing is stored; with it files are there again; a hurried exit deletes them."""
    visitor = visit(init=NO_ENGINE)
    visitor.problems_are_expected = True
    page = opened(visitor, "failed")
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr(NEW, "id: fresh-complaint\n")
    give(page, "fresh.zip", held.getvalue())
    row = page.locator(f".js-list [data-file='{NEW}']")
    expect(page.locator(".js-bench-path")).to_have_text(NEW)
    assert stores(page) == []

    page.locator(".js-bench-open > summary").press("Enter")
    page.locator("#bench-keep").check()
    expect(page.locator(".js-bench-told")).to_contain_text("kept on this device")
    page = opened(visitor, "failed")
    expect(row).to_have_count(1)
    expect(page.locator("#bench-keep")).to_be_checked()
    page.locator("#bench-keep").uncheck()
    expect(page.locator(".js-bench-told")).to_contain_text("Nothing is kept")
    assert stores(page) == []

    page.locator("#bench-keep").press("Space")
    wait_until(lambda: len(stores(page)) == 1, "the files are kept")
    page.evaluate("dispatchEvent(new Event('navigator-exit'))")
    wait_until(lambda: not stores(page), "what was kept is gone")
    expect(page.locator(".js-bench")).to_have_count(0)


def test_unsaved_changes_ask_before_the_page_is_left(visit: Visitor) -> None:
    """Whoever has changed something is asked; what cannot be opened is told, and changes nothing."""
    visitor = visit(init=NO_ENGINE)
    visitor.problems_are_expected = True
    page = opened(visitor, "failed")
    give(page, "letter.docx", b"PK")
    expect(page.locator(".js-refused")).to_be_focused()
    expect(page.locator(".js-refused")).to_contain_text("letter.docx")
    give(page, "odd.yaml", b"title: \xff\xfe")
    expect(page.locator(".js-refused")).to_contain_text("UTF-8")
    give(page, "own-complaint.yaml", (POLICIES / POLICY).read_bytes())
    expect(page.locator(".js-unplaced select")).to_be_focused()
    page.locator(".js-unplaced button").first.press("Enter")
    expect(page.locator(".js-bench-path")).to_have_text("national/policies/own-complaint.yaml")
    page.locator(".js-as-text").press("Enter")
    page.locator(".cm-content").press("x")
    expect(page.locator(".js-bench-now")).to_contain_text("changed files: 1")
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()
