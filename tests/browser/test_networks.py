"""Networks that stop in the midst of a file, answer with a page of their own, or keep what is old."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keeping import RELEASE, let_keep, next_release
from tests.browser.served import HELD, LOGIN, MISSING, PORTAL, STALLED, Server
from tests.browser.test_faults import stands, word
from tests.browser.visit import FIRST, LEADING_DAY, NO_ENGINE, SAVE_DATA, Visit, wait_until
from tests.browser.world import LIBRARY, RAISED, STAGE_1, end_of, outcome_slug
from tests.shipped import NOON

type Visitor = Callable[..., Visit]

END = outcome_slug(STAGE_1)
WHO = end_of({"danger": "none"}).slug
WHO_ASKS = LIBRARY.question["who"].ask
# Scripts as they are served: how long each of them waits.
SOON = b"300"


@pytest.fixture(scope="module")
def newer(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site's next release."""
    return next_release(site, tmp_path_factory.mktemp("release"))


@pytest.fixture(autouse=True)
def held_until_the_end(server: Server) -> Iterator[None]:
    """Hold what is held until a test is over."""
    server.let_go.clear()
    yield
    server.let_go.set()


def impatient(server: Server, script: str, wait: bytes) -> None:
    """Let a script wait for less long than it does for readers."""

    def changed(own: bytes) -> bytes:
        assert wait in own
        return re.sub(rb"(?<![0-9a-f])" + wait, SOON, own)  # and no part of a checksum

    server.changes[script] = changed


def search(page: Page) -> None:
    page.get_by_role("button", name="Search").click()


# Bodies that stop


def test_a_page_that_stops_on_its_way(visit: Visitor, server: Server) -> None:
    """A page that comes no further than its beginning is shown as it is kept, by address and by answer."""
    impatient(server, "sw.js", b"3e3")
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    server.faults[f"find/{WHO}/"] = STALLED
    visitor.page.goto(f"{visitor.root}find/{WHO}/")
    expect(visitor.page.locator("h1")).to_have_text(WHO_ASKS)
    visitor.page.goto(f"{visitor.root}find/{FIRST}/")
    visitor.answer("danger", "none").at(WHO)
    expect(visitor.page.locator("h1")).to_have_text(WHO_ASKS)


def test_a_page_that_stops_where_nothing_is_kept(visit: Visitor, server: Server) -> None:
    """Where it is not kept, the page in view stays, and says that the other did not come."""
    impatient(server, "wizard.js", b"15e3")
    visitor = visit(init=SAVE_DATA).open()
    server.faults[f"find/{WHO}/"] = STALLED
    visitor.answer("danger", "none")
    expect(visitor.page.locator("#navigator-away")).to_have_text(word(visitor, "away"))
    visitor.at(FIRST)
    server.faults.clear()
    visitor.answer("danger", "none").at(WHO)
    expect(visitor.page.locator("#navigator-away")).to_have_count(0)


@pytest.mark.parametrize("fault", [HELD, MISSING])
def test_a_download_that_stops_once(visit: Visitor, server: Server, fault: str) -> None:
    """A download that stands still, or breaks off, is gone on with: dates are worked out all the same."""
    impatient(server, "worker.js", b"8e3")
    for name in ("pyodide.asm.wasm", "library.json"):
        server.faults[name] = fault
        server.once.add(name)
    visitor = visit().open(END).ready()
    visitor.problems_are_expected = fault == MISSING
    assert server.faults == {}
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_scripts_that_stop(visit: Visitor, server: Server) -> None:
    """Where the wizard's script stops on its way, the page says that dates do not arrive, and leads on."""
    visitor = visit()
    visitor.page.clock.install(time=NOON)
    server.faults["wizard.js"] = STALLED
    visitor.page.goto(f"{visitor.root}find/{END}/", wait_until="commit")
    stands(visitor)
    visitor.page.clock.fast_forward(21_000)
    expect(visitor.page.locator("#navigator-status")).to_have_text(word(visitor, "failed-stalled"))


# Pages of a portal in the place of files


def test_a_portal_in_the_place_of_the_engine(visit: Visitor, server: Server) -> None:
    """What a portal has left in a cache in the place of scripts and files is got rid of at the next visit."""
    visitor = visit()
    visitor.problems_are_expected = True
    status = visitor.page.locator("#navigator-status")
    for files in (
        ("site.js", "wizard.js"),
        ("worker.js",),
        ("pyodide.js", "pyodide.asm.js", "start.zip", "library.json", "pyodide.asm.wasm"),
    ):
        server.faults.clear()
        server.faults.update(dict.fromkeys(files, PORTAL))
        visitor.open(END)
        expect(status).to_have_text(word(visitor, "failed-damaged"))
        stands(visitor)
    server.faults.clear()
    visitor.open(END).ready().give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    search(visitor.page)
    expect(visitor.page.locator(".js-search-field")).to_be_focused()


def test_a_portal_in_the_place_of_a_page(visit: Visitor, server: Server) -> None:
    """A page of somebody else's is shown as that, by a plain link, and never taken for the next question."""
    visitor = visit(init=SAVE_DATA).open()
    server.faults[f"find/{WHO}/"] = PORTAL
    visitor.answer("danger", "none")
    visitor.page.wait_for_url(f"**/find/{WHO}/")
    expect(visitor.page.locator("h1")).to_have_text("Log in to this network")
    server.faults.clear()
    visitor.open().answer("danger", "none").at(WHO)
    expect(visitor.page.locator("h1")).to_have_text(WHO_ASKS)


def test_a_portal_in_the_place_of_the_service_worker(visit: Visitor, server: Server) -> None:
    """A portal's page in the place of the service worker changes nothing of what is kept."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    server.changes["sw.js"] = lambda _: LOGIN
    update = "navigator.serviceWorker.ready.then(each => each.update()).then(() => true, () => false)"
    assert visitor.page.evaluate(update) is False
    visitor.context.set_offline(True)
    visitor.open(END)
    stands(visitor)


# Search that cannot load


@pytest.mark.parametrize("wrong", ["offline", "names.json", "texts.json"])
def test_search_that_cannot_load(visit: Visitor, server: Server, wrong: str) -> None:
    """Where a part of search does not come, a sentence says so; opened again, it is tried again."""
    visitor = visit()
    visitor.problems_are_expected = True
    page = visitor.page
    page.goto(f"{visitor.root}glossary/")
    if wrong == "offline":
        visitor.context.set_offline(True)
    else:
        server.faults[wrong] = PORTAL
    search(page)
    told = page.locator(".js-search .js-no-search")
    expect(told).to_contain_text("Search did not load.")
    told.locator("a").click()
    expect(page.locator(".js-search")).to_be_hidden()
    assert page.url.endswith("#all-pages")
    visitor.context.set_offline(False)
    server.faults.clear()
    search(page)
    expect(page.locator(".js-search-field")).to_be_focused()
    page.keyboard.type("complaint")
    expect(page.locator(".nav-search-result").first).to_be_visible()
    expect(told).to_have_count(0)


# Releases that a cache knows nothing of


@pytest.mark.parametrize(
    "caching",
    [
        "",
        "no-cache",
        "max-age=3600",
        "max-age=31536000, immutable",
        "max-age=0, stale-while-revalidate=3600",
    ],
    ids=lambda caching: caching or "nothing said",
)
@pytest.mark.parametrize("path", [f"find/{END}/", "policies/"], ids=["the wizard", "another page"])
def test_an_old_release_is_told(visit: Visitor, server: Server, newer: Path, caching: str, path: str) -> None:
    """Whatever caches are told, a page of an old release says so at each load, and can be made the newest."""
    if caching:
        server.headers["Cache-Control"] = caching
    visitor = visit(init=SAVE_DATA)
    page = visitor.page
    note = page.locator("#navigator-newer")
    page.goto(visitor.root + path)
    old = page.evaluate(RELEASE)
    with server.serving(newer):
        for _ in range(2):
            page.goto("about:blank")
            page.goto(visitor.root + path)
            if page.evaluate(RELEASE) == old:
                expect(note).to_be_visible()
        if page.evaluate(RELEASE) == old:
            note.get_by_role("button").click()
        page.wait_for_selector(f'meta[name="navigator-release"]:not([content="{old}"])', state="attached")
        with page.expect_response("**/release.txt?*"):
            page.reload()
        visitor.settle()
        expect(note).to_have_count(0)


def test_dates_stay_until_the_reader_chooses(visit: Visitor, server: Server, newer: Path) -> None:
    """Whoever has typed dates when a release comes is told on coming back to the page, and loses none."""
    visitor = visit(init=SAVE_DATA).open(END)
    visitor.page.evaluate("document.querySelector('#navigator').append(document.createElement('input'))")
    field = visitor.page.locator("#navigator input")
    field.fill("6 October")
    with server.serving(newer):
        visitor.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        expect(visitor.page.locator("#navigator-newer")).to_be_visible()
        expect(field).to_have_value("6 October")


@pytest.mark.parametrize("fault", [MISSING, PORTAL])
def test_no_release_is_told_where_none_is_known(visit: Visitor, server: Server, fault: str) -> None:
    """Where the site does not say which release it is at, no page is called old."""
    server.faults["release.txt"] = fault
    visitor = visit(init=SAVE_DATA)
    visitor.problems_are_expected = True
    visitor.page.goto(f"{visitor.root}policies/")
    wait_until(lambda: any("release.txt" in each for each in server.asked), "the release is asked for")
    visitor.settle()
    expect(visitor.page.locator("#navigator-newer")).to_have_count(0)
