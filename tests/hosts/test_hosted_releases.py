"""A new release on a server that tells browsers to keep everything for a year, whatever it is."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import let_keep, next_release
from tests.browser.visit import Host, Visit
from tests.hosts import servers

NAME = "nginx" if "nginx" in servers.installed() else "python"
KEPT = {
    "for a year": 'add_header Cache-Control "public, max-age=31536000";',
    "for ever": 'add_header Cache-Control "public, max-age=31536000, immutable";',
    "until a day": "expires 300d;",
    "as the browser likes": "",
    "until asked": 'add_header Cache-Control "no-cache";',
}
"""What a server may say of everything, pages and scripts alike."""
WORD = "zebra"
NEWER = "(newer)"


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


@pytest.fixture(scope="module")
def releases(site: Path) -> Iterator[list[Path]]:
    """Return the folders of two releases, which every server can read."""
    with tempfile.TemporaryDirectory(prefix="releases-") as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        old = servers.copied(site, folder / "old")
        newer = next_release(old, folder)
        with_another_word(newer)
        yield [old, newer]


@pytest.fixture(scope="module", params=KEPT if NAME == "nginx" else ["as the browser likes"])
def released(request: pytest.FixtureRequest, releases: list[Path]) -> Iterator[Released]:
    place = releases[0].with_name("www")
    there = Released("", place, releases)
    there.go_to(0)
    with servers.running(NAME, place, KEPT[request.param]) as there.address:
        yield there


def with_another_word(site: Path) -> None:
    """Have a page of a site found by a word that stands nowhere else."""
    path = site / "search" / "names.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    index["words"][WORD] = [0]
    path.unlink()
    path.write_text(json.dumps(index), encoding="utf-8")


@contextmanager
def visiting(chromium: Browser, released: Released, *, kept: bool) -> Iterator[Page]:
    """Give a page of somebody who has read it once; with `kept`, for use without a network too."""
    released.go_to(0)
    visitor = Visit(chromium, Host(released.address), offline=kept)
    visitor.page.goto(f"{released.address}privacy/")
    if kept:
        let_keep(visitor)
    try:
        yield visitor.page
        assert visitor.problems == []
    finally:
        visitor.close()


@pytest.mark.parametrize("kept", [True, False], ids=["kept offline", "not kept"])
def test_nobody_stays_on_an_old_release_unawares(chromium: Browser, released: Released, kept: bool) -> None:
    """Whoever comes again sees the new release, or is told of it and can load it, going back included."""
    with visiting(chromium, released, kept=kept) as page:
        for number in (1, 0):
            released.go_to(number)
            page.goto(f"{released.address}privacy/")
            heading = page.locator("h1")
            newest = heading.filter(has_text=NEWER) if number else heading.filter(has_not_text=NEWER)
            told = page.locator("#navigator-newer")
            expect(newest.or_(told).first).to_be_visible()
            if told.is_visible():
                told.get_by_role("button").click()
            expect(newest).to_be_visible()
            page.wait_for_load_state()  # with its scripts, before the site is at another release


def test_search_is_of_the_release_of_its_page(chromium: Browser, released: Released) -> None:
    """After a new release its pages search its own index, whatever the browser keeps of the old one."""
    with visiting(chromium, released, kept=False) as page:
        for number, found in enumerate(["No page found", "1 page found"]):
            released.go_to(number)
            page.goto(f"{released.address}privacy/?{number}")
            page.get_by_role("button", name="Search").click()
            page.keyboard.type(WORD)
            expect(page.locator(".js-search-told")).to_contain_text(found)
