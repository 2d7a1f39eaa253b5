"""A session on paper: its boxes, its version, its address, and how many sheets it takes."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from navigator.site.practice.session_link import HANDOUT, SESSION, session_hash, session_id
from tests.browser.learning import CASES
from tests.browser.visit import Visit
from tests.browser.world import LIBRARY

NINE = next(pack for pack in LIBRARY.packs if pack.id == "childrens-homes")
HELD = [CASES[name] for name in NINE.scenarios]


def sheets(page: Page) -> int:
    """Return the sides of A4 that a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def said(page: Page) -> list[str]:
    return [" ".join(each.inner_text().split()) for each in page.locator(".nav-paper").all()]


def test_a_made_session_prints_as_a_pack_does(visit: Callable[..., Visit]) -> None:
    """Nine cases take five sheets, with boxes, version and whole address; the answers are one press away."""
    visitor = visit(width=1280)
    page = visitor.page
    page.goto(f"{visitor.root}packs/{NINE.id}/handout/")
    of_pack = said(page)
    assert sheets(page) == 5
    made = session_hash(HELD, "Homes")
    page.goto(visitor.root + HANDOUT + made)
    expect(page.locator(".nav-paper")).to_have_count(9)
    assert said(page) == of_pack
    boxes = page.locator(".nav-ticks > li")
    assert boxes.count() > 2 * len(HELD)
    assert "2px solid" in boxes.first.evaluate("each => getComputedStyle(each, '::before').border")
    expect(page.locator(".nav-paper-head")).to_contain_text(visitor.root + SESSION + made)
    expect(page.locator(".js-version")).to_have_text(session_id(HELD))
    first = min(case.check_by for case in HELD)
    expect(page.locator(".js-until")).to_have_text(LIBRARY.words.short_date(first))
    assert sheets(page) == 5
    page.locator("[data-paper=answers]").click()
    expect(page.locator(".nav-paper").first).to_contain_text(HELD[0].scenario.worked_out.splitlines()[0])
    expect(page.locator(".nav-ticks")).to_have_count(0)
