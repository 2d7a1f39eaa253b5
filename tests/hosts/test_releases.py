"""A new release on a server that tells browsers to keep everything for a year, whatever it is."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keeping import next_release
from tests.browser.visit import Host, Visit
from tests.hosts import servers

NAME = "nginx" if "nginx" in servers.installed() else "python"
KEEP_ALL = 'add_header Cache-Control "public, max-age=31536000";'
WORD = "zebra"


@dataclass
class Released:
    """A site on a server, of which a new release can be put in the place of the old one."""

    address: str
    place: Path
    releases: list[Path]

    def go_to(self, number: int) -> None:
        """Let the server hand out a release, from one moment to the next."""
        new = self.place.with_name("new")
        new.symlink_to(self.releases[number], target_is_directory=True)
        new.replace(self.place)


@pytest.fixture
def released(site: Path) -> Iterator[Released]:
    with tempfile.TemporaryDirectory(prefix="releases-") as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        old = folder / "old"
        servers.copied(site, old)
        newer = next_release(old, folder)
        with_another_word(newer)
        place = folder / "www"
        place.symlink_to(old, target_is_directory=True)
        with servers.running(NAME, place, KEEP_ALL if NAME == "nginx" else "") as address:
            yield Released(address, place, [old, newer])


def with_another_word(site: Path) -> None:
    """Have a page of a site found by a word that stands nowhere else."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry["text"] += f" {WORD}"
    path.unlink()
    path.write_text(json.dumps(index), encoding="utf-8")


def test_search_is_of_the_release_of_its_page(chromium: Browser, released: Released) -> None:
    """After a new release its pages search its own index, whatever the browser keeps of the old one."""
    visitor = Visit(chromium, Host(released.address))
    page = visitor.page
    for number, found in enumerate(["No page found", "pages found"]):
        released.go_to(number)
        page.goto(f"{released.address}privacy/?{number}")
        page.get_by_role("button", name="Search").click()
        page.keyboard.type(WORD)
        expect(page.locator(".md-search-result__meta")).to_contain_text(found)
    assert visitor.problems == []
    visitor.close()
