"""The site after a first visit, without a network; and how what is kept is replaced."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from navigator.core import journey
from navigator.site.build.offline import LEARNING, WORKER
from navigator.site.practice.session_link import WRITE
from tests.browser.keeping import KEEPS, RELEASE, held, let_keep, next_release, pages_held
from tests.browser.learning import LATE, old_link, presented, results_link
from tests.browser.served import GARBLED, MISSING, SUB_PATH, Server
from tests.browser.visit import FIRST, LEADING_DAY, NO_ENGINE, Visit, wait_until
from tests.browser.world import LIBRARY, RAISED, STAGE_1, outcome_slug, path_to

THERE = {
    "practice/make/": f"#take-{LATE.slug}",
    presented(LATE): ".js-scene[data-step=join]",
    results_link(): "#codes",
    WRITE: "#case-title",
    "my-matters/": "#matter-nickname",
}
"""What scripts show on each page to learn and keep count with."""

type Visitor = Callable[..., Visit]

SETTLED = "navigator.serviceWorker.getRegistration().then(each => !each.installing && !each.waiting)"


@pytest.mark.parametrize("below", [False, True], ids=["at the root", "below a path"])
def test_everything_works_offline_after_one_visit(visit: Visitor, below: bool) -> None:
    """After one visit, pages, styles, scripts and the engine with its dates work offline, at any path."""
    visitor = let_keep(visit(offline=True, below=below).open().ready())
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    visitor.context.set_offline(True)
    visitor.page.goto("about:blank")
    visitor.open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    assert (
        visitor.page.locator(".nav-phase-now").evaluate("each => getComputedStyle(each).paddingLeft") != "0px"
    )
    assert visitor.problems == []
    visitor.problems_are_expected = True  # search is not kept
    visitor.page.goto(visitor.root)
    expect(visitor.page.locator('main a[href="tel:999"]').first).to_be_visible()


def test_every_question_and_outcome_is_kept(visit: Visitor) -> None:
    """All the wizard's pages are kept, and all tables of dates, whatever was visited."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    kept = pages_held(visitor)
    assert {f"find/{node.slug}/" for node in journey.nodes(LIBRARY)} <= set(kept)
    assert [address for address in kept if address.startswith("dates/")]
    other = let_keep(visit(offline=True, init=NO_ENGINE).open(outcome_slug(path_to("complaint"))))
    other.problems_are_expected = True
    other.take_on({}, outcome_slug(path_to("complaint")))
    other.page.goto(f"{other.root}policies/")
    assert pages_held(other) == kept


def test_what_is_kept_tells_nothing(visit: Visitor) -> None:
    """Nothing that was typed or answered is in anything that is kept."""
    visitor = let_keep(visit(offline=True).open().ready())
    visitor.take(STAGE_1).give_date(RAISED, "6", "oCtOb", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_be_visible()
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    found = visitor.page.evaluate(
        """async () => {
            const found = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const text = await (await cache.match(request)).text();
                    if (text.includes("oCtOb") || request.url.includes("oCtOb")) found.push(request.url);
                }
            }
            return found;
        }"""
    )
    assert found == []


def test_pages_to_learn_with_are_kept_by_those_who_use_them(visit: Visitor) -> None:
    """After a visit to a session it opens again without a network, and so does each page of that kind."""
    visitor = let_keep(visit(offline=True).open())
    assert not [each for each in pages_held(visitor) if each.startswith(LEARNING)]
    page = visitor.page
    page.goto(visitor.root + old_link())
    expect(page.locator(".nav-case")).to_have_count(2)
    wait_until(lambda: f"{WRITE}" in pages_held(visitor), "the pages to learn with are kept")
    visitor.context.set_offline(True)
    visitor.problems_are_expected = True  # the engine has not been here yet
    page.reload()
    expect(page.locator(".nav-case")).to_have_count(2)
    for path, there in THERE.items():
        page.goto("about:blank")
        page.goto(visitor.root + path)
        expect(page.locator(there)).to_be_visible()


def test_pages_that_are_not_kept(visit: Visitor) -> None:
    """Offline, the address of any other page leads to one that says what works, and whom to call."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    visitor.context.set_offline(True)
    visitor.page.goto(f"{visitor.root}policies/")
    assert visitor.page.url == f"{visitor.root}offline/"
    expect(visitor.page.locator("h1")).to_be_visible()
    visitor.page.locator(f'main a[href$="find/{FIRST}/"]').click()
    visitor.at(FIRST)


def test_a_new_release_replaces_the_old_one(
    visit: Visitor, server: Server, site: Path, tmp_path: Path
) -> None:
    """With a network the new release is shown at once; it is then kept whole, and nothing of the old one."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    old = visitor.page.evaluate(RELEASE)
    newer = next_release(site, tmp_path)
    with server.serving(newer):
        visitor.open()
        new = visitor.page.evaluate(RELEASE)
        assert new != old
        expect(visitor.page.locator("h1")).to_contain_text("(newer)")
        wait_until(lambda: any(f"/{new}/" in each for each in pages_held(visitor)), "the new release is kept")
        wait_until(lambda: not any(f"/{old}/" in each for each in pages_held(visitor)), "the old one is gone")
        visitor.context.set_offline(True)
        visitor.take(STAGE_1)
        expect(visitor.page.locator("h1")).to_contain_text("(newer)")


@pytest.mark.parametrize("fault", [MISSING, GARBLED])
def test_a_release_is_kept_whole_or_not_at_all(
    visit: Visitor, server: Server, site: Path, tmp_path: Path, fault: str
) -> None:
    """Where a part of a new release is missing or wrong, the old one stays kept, and works offline."""
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.problems_are_expected = True
    before = pages_held(visitor)
    newer = next_release(site, tmp_path)
    told = json.loads(
        (newer / WORKER).read_text(encoding="utf-8").splitlines()[0][len("const RELEASE = ") : -1]
    )
    bundle = told["pages"]["path"]
    server.faults[bundle] = fault
    earlier = len(server.asked)
    with server.serving(newer):
        visitor.open()
        wait_until(lambda: any(bundle in each for each in server.asked[earlier:]), "it is fetched")
        wait_until(lambda: bool(visitor.page.evaluate(SETTLED)), "the new release is given up")
    assert pages_held(visitor) == before
    visitor.context.set_offline(True)
    visitor.open()
    expect(visitor.page.locator("h1")).not_to_contain_text("(newer)")
    visitor.take(STAGE_1)
    expect(visitor.page.locator(".nav-phase-now")).to_contain_text("3 working days")


def test_no_room(visit: Visitor) -> None:
    """A device without room keeps nothing, and the site works as on a first visit."""
    visitor = visit(offline=True)
    devtools = visitor.context.new_cdp_session(visitor.page)
    origin = visitor.server.address[:-1]
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 20_000})
    with visitor.page.expect_console_message(lambda said: "quota" in said.text.lower()):
        visitor.open().ready()
    visitor.open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    assert held(visitor) & {"memory", "pyodide.asm.wasm"} == set()
    assert pages_held(visitor) == []


def test_storage_is_refused(visit: Visitor, server: Server) -> None:
    """Where the browser refuses storage altogether, the site works all the same."""
    refuse = "{get() { throw new DOMException('refused', 'SecurityError'); }}"
    caches = f"Object.defineProperty(globalThis, 'caches', {refuse});"
    keeping = f"Object.defineProperty(Navigator.prototype, 'serviceWorker', {refuse});"
    visitor = visit(offline=True, init=caches + keeping)
    server.changes["worker.js"] = lambda own: caches.encode() + own
    visitor.open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_it_can_be_installed(visit: Visitor) -> None:
    """The manifest names the site and signs of the sizes that devices ask for, all there, at any path."""
    visitor = visit(below=True).open()
    address = visitor.page.evaluate("document.querySelector('link[rel=manifest]').href")
    assert address == f"{visitor.root}manifest.json"
    told = json.loads(visitor.page.request.get(address).text())
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in told["icons"]}
    for icon in told["icons"]:
        assert visitor.page.request.get(f"{visitor.root}{icon['src']}").ok
    assert not told["start_url"].startswith("/")
    assert SUB_PATH in visitor.root
    devtools = visitor.context.new_cdp_session(visitor.page)
    found = devtools.send("Page.getAppManifest")
    assert found["url"] == address
    assert found["errors"] == []
