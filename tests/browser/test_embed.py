"""Parts of the site within a page of another site: what that page hears, and how its reader gets out."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Frame, Page, Route, expect

from tests.browser.leaks import STORED
from tests.browser.served import Server
from tests.browser.test_leaving import away, by_button, by_shift, in_reach
from tests.browser.visit import FIRST, Visit
from tests.browser.world import LIBRARY

HIGH = 640
"""What the line of HTML gives as the height."""
WANTS = "I want to make a formal complaint about the council"
COMPLAINT = next(policy for policy in LIBRARY.policies if policy.id == "norfolk-complaint")
PAGE = """<!doctype html><html lang="en"><title>A council</title><h1>A council</h1>
<a id="before" href="#">Before</a>
{lines}<a id="after" href="#">After</a>"""
LISTEN = "window.heard = []; addEventListener('message', ({origin, data}) => heard.push([origin, data]));"


class Council:
    """A site of somebody else, with a page that has a part of this site within it."""

    def __init__(self, server: Server, elsewhere: Server) -> None:
        self.site, self.folder = server.address, elsewhere.folder
        # To a browser another name is another site, and not only another origin.
        self.origin = elsewhere.address[:-1].replace("127.0.0.1", "localhost")

    def show(self, visitor: Visit, path: str, *, listed: bool = True, more: str = "") -> Frame:
        """Open the page with the lines that the page for it gives, and return the part of this site."""
        page = visitor.page
        page.goto(f"{self.site}embed/")
        expect(page.locator(".js-somewhere")).to_be_hidden()
        texts = page.locator("main pre code").all_text_contents()
        lines = [each for each in texts if f"/embed/{path}" in each or "/embed/embed.js" in each]
        assert len(lines) == 2
        assert all(f'src="{self.site}embed/' in each for each in lines)
        whole = PAGE.format(lines="".join(lines)).replace("<iframe", f"<iframe {more}")
        (self.folder / "page.html").write_text(whole, encoding="utf-8")
        if listed:
            page.route(re.compile(rf"{self.site}embed/.*/$"), self._listed)
        page.goto(f"{self.origin}/page.html")
        page.locator("iframe").scroll_into_view_if_needed()
        frame = page.frames[1]
        frame.wait_for_load_state()
        return frame

    def _listed(self, route: Route) -> None:
        """Send a page of a site whose owner has listed this one."""
        text = route.fetch().text().replace('data-embedded-by=""', f'data-embedded-by="{self.origin}"')
        route.fulfill(body=text, content_type="text/html")


@pytest.fixture(scope="module")
def council(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    with Server(tmp_path_factory.mktemp("council")) as elsewhere:
        yield Council(server, elsewhere)


def height(page: Page) -> int:
    """Return how high the frame is, without its border."""
    found: int = page.locator("iframe").evaluate("each => each.clientHeight")
    return found


def fits(page: Page, frame: Frame) -> None:
    """Wait until the frame is as high as the page in it."""
    frame.wait_for_function("innerHeight >= document.documentElement.offsetHeight")
    assert height(page) < frame.evaluate("document.documentElement.offsetHeight") + 10


def test_the_question_box_on_the_page_of_a_site_that_is_listed(
    visit: Callable[..., Visit], council: Council
) -> None:
    """It answers, its height follows, nothing else is told, stored or kept, and a place opens in the tab."""
    visitor = visit(init=LISTEN)
    page, before = visitor.page, len(visitor.requests)
    frame = council.show(visitor, "ask/")
    fits(page, frame)
    empty = height(page)
    frame.get_by_label("Say it in your own words").fill(WANTS)
    place = frame.locator("#own-words-box ol a").first
    expect(place).to_be_visible()
    fits(page, frame)
    assert height(page) > empty
    heard = page.evaluate("heard")
    assert {(origin, *each) for origin, each in heard} == {(council.site[:-1], "navigator", "height")}
    assert {each["navigator"] for _, each in heard} == {"height"}
    assert frame.evaluate(STORED) == []
    assert frame.evaluate("navigator.serviceWorker?.getRegistrations().then(all => all.length) ?? 0") == 0
    ours = (council.site, f"{council.origin}/")
    assert [each for each in visitor.requests[before:] if not each.startswith(ours)] == []
    leads = place.evaluate("each => each.href")
    place.click()
    page.wait_for_url(leads)
    assert leads.startswith(council.site)


def test_a_site_that_is_not_listed_hears_nothing(visit: Callable[..., Visit], council: Council) -> None:
    """The steps are there all the same, at the height of the line, and each opens on its policy's page."""
    visitor = visit(init=LISTEN)
    frame = council.show(visitor, f"policies/{COMPLAINT.id}/", listed=False)
    titles = [position.title for position in COMPLAINT.leaf_stages()]
    expect(frame.locator(".nav-rung-title")).to_have_text(titles)
    visitor.settle()
    assert (height(visitor.page), visitor.page.evaluate("heard")) == (HIGH, [])
    frame.locator(".nav-rung-title a").first.click()
    visitor.page.wait_for_url(f"{council.site}policies/{COMPLAINT.id}/#at-*")


@pytest.mark.parametrize("boxed", [False, True], ids=["plain", "in a sandbox"])
@pytest.mark.parametrize("leave", [by_button, by_shift])
def test_leaving_takes_the_whole_page(
    visit: Callable[..., Visit], council: Council, leave: Callable[[Page], None], boxed: bool
) -> None:
    """Both ways out leave the page around as well, and Back does not lead to it; a sandbox can allow that."""
    visitor = in_reach(visit())
    page = visitor.page
    sandbox = re.findall(r'sandbox="[^"]*"', LIBRARY.words["site.embed.questions.sandbox.answer"])
    frame = council.show(visitor, "routes/allegation/", more=sandbox[0] if boxed else "")
    if leave is by_shift:
        frame.locator("summary").first.click()
        leave(page)
    else:
        frame.locator("main [data-exit]").click()
    away(page)
    page.go_back()
    assert page.url == f"{council.site}embed/"


def test_the_keyboard_leads_in_and_out(visit: Callable[..., Visit], council: Council) -> None:
    """Tab leads from the page around into each control, the way out first, and on; and back again."""
    visitor = visit()
    page = visitor.page
    frame = council.show(visitor, "ask/")
    active = "document.activeElement.className || document.activeElement.id"
    page.locator("#before").focus()
    inside = []
    for key, end in (("Tab", "after"), ("Shift+Tab", "before")):
        for _ in range(20):
            page.keyboard.press(key)
            if page.evaluate(active) == end:
                break
            inside.append(frame.evaluate(active))
        assert page.evaluate(active) == end
    assert inside[0] == inside[-1] == "nav-skip nav-exit-first"
    assert inside == inside[::-1]
    assert inside.count("own-words") == 2


def test_the_server_says_who_may_show_it(
    visit: Callable[..., Visit], council: Council, server: Server
) -> None:
    """With the header that hosts are told of nobody else can show it; with a site named in it that can."""
    visitor = visit()
    visitor.problems_are_expected = True
    said = "frame-ancestors 'self'"
    heading = LIBRARY.words["site.home.title"]
    server.headers["Content-Security-Policy"] = said
    expect(council.show(visitor, "ask/", listed=False).get_by_text(heading)).to_have_count(0)
    assert any("frame-ancestors" in problem for problem in visitor.problems)
    server.headers["Content-Security-Policy"] = f"{said} {council.origin}"
    expect(council.show(visitor, "ask/", listed=False).get_by_text(heading)).to_be_visible()


def test_without_scripts_a_button_leads_to_the_questions(
    visit: Callable[..., Visit], council: Council
) -> None:
    """Nobody meets a box that answers nothing, and the way in opens in the place of the page around."""
    scripted = visit()
    council.show(scripted, "ask/")
    visitor = visit(scripts=False)
    visitor.page.goto(f"{council.origin}/page.html")
    frame = visitor.page.frames[1]
    expect(frame.locator("textarea")).to_be_hidden()
    frame.locator(".nav-start").click()
    visitor.page.wait_for_url(f"{council.site}find/{FIRST}/")
