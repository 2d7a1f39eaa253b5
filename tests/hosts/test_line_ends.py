"""A site whose line ends were changed on the way: by git, or by a program for FTP."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keeping import KEEPS, held, let_keep
from tests.browser.visit import LEADING_DAY, Host, Visit, wait_until
from tests.browser.world import LIBRARY, RAISED, STAGE_1
from tests.hosts.strict import StrictHost

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".map"}
"""What git and programs for FTP take for text by its content or its name."""


def changed(site: Path, folder: Path, kinds: set[str]) -> Path:
    """Return a copy of a site in which each line of some kinds of files ends as on Windows."""
    copy = folder / "site"
    shutil.copytree(site, copy, copy_function=os.link)
    for path in [path for path in copy.rglob("*") if path.is_file() and path.suffix in kinds]:
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content.replace(b"\n", b"\r\n"))
    return copy


def test_text_with_other_line_ends_is_as_good(chromium: Browser, site: Path, tmp_path: Path) -> None:
    """Where all text has the line ends of Windows, dates come, and all of it is kept for use offline."""
    with StrictHost(changed(site, tmp_path, TEXT), others="application/octet-stream") as host:
        visitor = Visit(chromium, Host(host.address), offline=True)
        visitor.open().ready().take(STAGE_1).give_date(RAISED, "6", "10", "2026")
        expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
        let_keep(visitor)
        wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
        visitor.context.set_offline(True)
        visitor.open().ready()
        assert visitor.problems == []
        visitor.close()


@pytest.mark.parametrize("kinds", [{".bin", ".wasm", ".zip", ".whl"}], ids=["packed files"])
def test_packed_files_with_other_line_ends_are_refused(
    chromium: Browser, site: Path, tmp_path: Path, kinds: set[str]
) -> None:
    """Where a program for FTP took packed files for text, the page says that they did not arrive whole."""
    with StrictHost(changed(site, tmp_path, kinds), others="application/octet-stream") as host:
        visitor = Visit(chromium, Host(host.address))
        visitor.open().until("failed")
        assert visitor.status() == LIBRARY.words["scripts.status.failed_damaged"]
        visitor.close()
