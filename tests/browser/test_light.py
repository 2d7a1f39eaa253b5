"""Old phones and metered data: the first screen is light, and Python comes only where it is wanted."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.bench.painting import page_weight
from tests.browser.learning import LATE
from tests.browser.visit import FIRST, Visit, name_of_page

MOST_KB = 100
ORDINARY = ("", "routes/escalation/", "policies/somerset-qa-dispute/", LATE.address, "dates/", "map/")


def engine(visitor: Visit) -> list[str]:
    """Return what has been asked for of the engine and its library."""
    return [each for each in visitor.requests if "/runtime/" in each or each.endswith("library.json")]


def test_ordinary_pages_fetch_no_engine(visit: Callable[..., Visit]) -> None:
    """Nothing of Python is asked for by pages that are only read; the first question asks for it."""
    visitor = visit()
    for path in ORDINARY:
        visitor.page.goto(visitor.root + path, wait_until="networkidle")
    assert engine(visitor) == []
    visitor.open().ready()
    assert engine(visitor)


@pytest.mark.parametrize("path", ["", f"find/{FIRST}/"], ids=name_of_page)
def test_the_first_screen_is_light(chromium: Browser, site: Path, path: str) -> None:
    """At most 100 kB, as sent, come before anything of the engine."""
    weight = page_weight(chromium, site, path)
    print(f"{weight:.0f} kB for {path or 'home'}")
    assert 5 < weight <= MOST_KB


def test_what_is_heavy_is_seen(
    visit: Callable[..., Visit], chromium: Browser, site: Path, tmp_path: Path
) -> None:
    """A page that brings along a large file is found, and so is one that asks for the engine."""
    heavy = tmp_path / "heavy"
    heavy.mkdir()
    noise = random.Random(1).randbytes(MOST_KB * 1_100)  # noqa: S311 - contents are no secret
    (heavy / "large.js").write_bytes(noise)
    (heavy / "index.html").write_text('<!doctype html><title>Heavy</title><script src="large.js"></script>')
    assert page_weight(chromium, heavy, "") > MOST_KB
    visitor = visit()
    visitor.problems_are_expected = True

    def eager(route: Route) -> None:
        text = route.fetch().text()
        hint = '<link rel="preload" as="script" href="assets/runtime/x/pyodide.js">'
        route.fulfill(body=text.replace("</body>", f"{hint}</body>"), content_type="text/html")

    visitor.context.route(visitor.root, eager)
    visitor.page.goto(visitor.root, wait_until="networkidle")
    assert engine(visitor)
