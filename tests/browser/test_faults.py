"""Ten things that go wrong on a reader's device: the route, the steps and the rule still stand in words."""

import re
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.keeping import KEEPS, RELEASE, held, let_keep, next_release
from tests.browser.served import CUT_SHORT, GARBLED, HELD, MISSING, Server
from tests.browser.visit import FIRST, LEADING_DAY, NO_ENGINE, SAVE_DATA, Visit, wait_until
from tests.browser.world import LIBRARY, RAISED, STAGE_1, outcome_slug
from tests.shipped import NOON

END = outcome_slug(STAGE_1)
TITLE = LIBRARY.policy["escalation-four-stage"].first_stage.title
RULE = "3 working days"

type Visitor = Callable[..., Visit]


def stands(visitor: Visit) -> None:
    """Check that the outcome in view has its title, its steps, its rule in words and its source."""
    expect(visitor.page.locator("#navigator h1")).to_contain_text(TITLE)
    expect(visitor.page.locator(".nav-phase-now")).to_contain_text(RULE)
    for part in ("steps", "when", "sources"):
        expect(visitor.page.locator(f"#navigator #{part}")).to_be_visible()


def word(visitor: Visit, name: str) -> str:
    """Return what the page says in a case, as it was built."""
    said: str = visitor.page.evaluate(
        "name => document.getElementById('navigator-words').content"
        '.querySelector(`[data-word="${name}"]`).textContent',
        name,
    )
    return said


def without_dates(visitor: Visit, wanting: str) -> None:
    """Check a journey to an outcome without the engine, and that the page says what is wanting."""
    visitor.problems_are_expected = True
    visitor.open()
    visitor.until("failed")
    assert visitor.status() == word(visitor, f"failed-{wanting}" if wanting else "failed")
    visitor.take(STAGE_1)
    stands(visitor)
    expect(visitor.page.locator(".nav-dates-form")).to_have_count(0)


def in_worker(server: Server, script: str) -> None:
    """Let a script run first in the worker."""
    server.changes["worker.js"] = lambda own: f"{script}\n".encode() + own


def test_no_webassembly(visit: Visitor) -> None:
    """1. A browser without WebAssembly."""
    without_dates(visit(init=NO_ENGINE), "browser")


NO_WORKER = "globalThis.Worker = class { constructor() { throw new DOMException('', 'SecurityError'); } };"
DEAD_WORKER = """globalThis.Worker = class extends EventTarget {
    constructor() { super(); setTimeout(() => this.onerror(new ErrorEvent('error')), 100); }
    postMessage() {}
    terminate() {}
};"""
NO_MEMORY = "WebAssembly.Memory = class { constructor() { throw new RangeError('no memory'); } };"


@pytest.mark.parametrize("init", [NO_WORKER, DEAD_WORKER], ids=["at once", "later"])
def test_worker_blocked(visit: Visitor, init: str) -> None:
    """2. A browser that starts no worker."""
    # The page's own script extends whatever Worker there is.
    without_dates(visit(init=init), "browser")


@pytest.mark.parametrize("fault", [CUT_SHORT, GARBLED])
def test_damaged_download(visit: Visitor, server: Server, fault: str) -> None:
    """3. A WebAssembly file that is cut short, or not what it was."""
    server.faults["pyodide.asm.wasm"] = fault
    without_dates(visit(), "damaged")


@pytest.mark.parametrize("fault", [MISSING, CUT_SHORT, GARBLED])
def test_damaged_archive(visit: Visitor, server: Server, fault: str) -> None:
    """3. Where only the archive of a quick start is no good, Python starts as it does anywhere."""
    server.faults["start.zip"] = fault
    visitor = visit()
    visitor.problems_are_expected = True
    visitor.open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


@pytest.mark.parametrize("seconds", [0, 4], ids=["in time", "after all else"])
def test_damaged_data(visit: Visitor, server: Server, seconds: float) -> None:
    """3. Policies that are not those of the release are not used, however late they come."""

    def other(own: bytes) -> bytes:
        time.sleep(seconds)
        return own.replace(b"working_days", b"calendar_days")

    server.changes["library.json"] = other
    without_dates(visit(), "damaged")


def test_stalled_download(visit: Visitor, server: Server) -> None:
    """4. A download that stands still for 20 seconds, by the browser's own clock."""
    server.let_go.clear()
    server.faults["pyodide.asm.wasm"] = HELD
    visitor = visit()
    visitor.page.clock.install(time=NOON)
    visitor.open().until("loading")
    expect(visitor.page.locator("#navigator-status + progress")).to_have_attribute("aria-hidden", "true")
    visitor.take(STAGE_1)
    stands(visitor)

    def given_up() -> bool:
        visitor.page.clock.fast_forward(21_000)  # what still comes begins the wait anew
        return visitor.page.locator('#navigator-status[data-state="failed"]').count() > 0

    wait_until(given_up, "the download is given up")
    assert visitor.status() == word(visitor, "failed-stalled")
    server.let_go.set()
    stands(visitor)
    expect(visitor.page.locator(".nav-dates-form")).to_have_count(0)


@pytest.mark.parametrize("name", ["memory", "pyodide.asm.wasm", "library.json"])
def test_half_written_cache(visit: Visitor, name: str) -> None:
    """5. What was kept is cut short: it is noticed, and fetched or made again."""
    visitor = visit().open().ready()
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    visitor.page.evaluate(
        """async wanted => {
            for (const each of await caches.keys()) {
                const cache = await caches.open(each);
                for (const request of await cache.keys()) {
                    if (!request.url.endsWith(`/${wanted}`)) continue;
                    const {headers, body} = await cache.match(request);
                    const half = (await new Response(body).blob()).slice(0, 60_000);
                    await cache.put(request, new Response(half, {headers}));
                }
            }
        }""",
        name,
    )
    visitor.open().ready().take(STAGE_1)
    stands(visitor)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_memory_of_another_version(visit: Visitor) -> None:
    """6. A kept memory of another version of Python: it is not used, and the engine starts afresh."""
    visitor = visit().open().ready()
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    changed = visitor.page.evaluate(
        """async () => {
            for (const each of await caches.keys()) {
                const cache = await caches.open(each);
                for (const request of await cache.keys()) {
                    if (!request.url.endsWith("/memory")) continue;
                    const held = await cache.match(request);
                    const bytes = new Uint8Array(await held.arrayBuffer());
                    const parts = Math.ceil(new Uint32Array(bytes.buffer, 0, 1)[0] / 65536);
                    bytes[4 + parts + 16] ^= 0xff; // the version stands in the first lines of the memory
                    const sum = await crypto.subtle.digest("SHA-256", bytes);
                    const text = [...new Uint8Array(sum)].map(b => b.toString(16).padStart(2, "0")).join("");
                    await cache.put(request, new Response(bytes, {headers: {"x-checksum": text}}));
                    return true;
                }
            }
        }"""
    )
    assert changed
    visitor.open().ready().take(STAGE_1)
    stands(visitor)
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_out_of_memory(visit: Visitor, server: Server) -> None:
    """7. A device that has not enough memory for Python."""
    in_worker(server, NO_MEMORY)
    without_dates(visit(), "memory")


@pytest.mark.parametrize("clock", ["2019-01-01T12:00:00Z", "2066-01-01T12:00:00Z"])
def test_wrong_clock(visit: Visitor, clock: str) -> None:
    """8. A clock that is years off: the page says that it looks wrong, with or without the engine."""
    visitor = visit()
    visitor.page.clock.set_fixed_time(clock)
    visitor.open(END)
    note = visitor.page.locator("#navigator-clock")
    expect(note).to_contain_text(word(visitor, "clock"))
    stands(visitor)
    visitor.ready()
    expect(note).to_be_visible()


@pytest.mark.parametrize(
    ("clock", "date"),
    [
        ("2027-11-21T12:00:00Z", NOON),
        ("2026-11-27T12:00:01Z", NOON),
        ("2026-11-25T11:59:59Z", NOON),
        # Summer time in London: there the day is another already.
        ("2027-01-01T12:00:00Z", "2027-06-30T23:30:00Z"),
    ],
)
def test_clock_apart(visit: Visitor, server: Server, clock: str, date: str) -> None:
    """8. A clock more than a day off that of the site's host: the page says which day it is there."""
    server.clock = datetime.fromisoformat(date)
    visitor = visit(init=SAVE_DATA)
    visitor.page.clock.set_fixed_time(clock)
    visitor.open(END)
    day = "Thursday,? 1 July 2027" if date != NOON else "Thursday,? 26 November 2026"
    expected = f"{word(visitor, 'clock')} {word(visitor, 'clock-host').replace('{}', day)}"
    expect(visitor.page.locator("#navigator-clock")).to_have_text(re.compile(expected))
    stands(visitor)


@pytest.mark.parametrize("clock", ["2026-11-27T11:00:00Z", "2026-11-26T00:30:00Z", "2027-11-21T12:00:00Z"])
def test_right_clock(visit: Visitor, server: Server, clock: str) -> None:
    """8. A clock that may well be right is not doubted, and none where the site's host gives no date."""
    if clock > "2027":
        server.clock = None
    visitor = visit(init=SAVE_DATA)
    visitor.page.clock.set_fixed_time(clock)
    with visitor.page.expect_response("**/release.txt?*") as asked:
        visitor.open(END)
    asked.value.finished()
    visitor.settle()
    expect(visitor.page.locator("#navigator-clock")).to_have_count(0)


def test_offline_in_mid_journey_with_the_engine(visit: Visitor) -> None:
    """9. The network goes once the engine is there: everything works on, dates included."""
    visitor = visit().open().ready()
    visitor.context.set_offline(True)
    visitor.take(STAGE_1).give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_offline_in_mid_journey_before_anything_is_kept(visit: Visitor) -> None:
    """9. The network goes before the engine has come and nothing is kept: the page stays, and says so."""
    visitor = visit(init=NO_ENGINE).open(END)
    visitor.problems_are_expected = True
    stands(visitor)
    visitor.context.set_offline(True)
    visitor.page.locator("a[data-restart]").click()
    expect(visitor.page.locator("#navigator-away")).to_have_text(word(visitor, "away"))
    stands(visitor)
    visitor.context.set_offline(False)
    visitor.page.locator("a[data-restart]").press("Enter")
    visitor.at(FIRST)
    expect(visitor.page.locator("#navigator-away")).to_have_count(0)


def test_offline_in_mid_journey_with_the_pages_kept(visit: Visitor, server: Server) -> None:
    """9. The network goes before the engine has come, but pages are kept: the journey goes on in words."""
    server.faults["pyodide.asm.wasm"] = MISSING
    visitor = let_keep(visit(offline=True).open())
    visitor.problems_are_expected = True
    visitor.until("failed")
    visitor.context.set_offline(True)
    visitor.take(STAGE_1)
    stands(visitor)
    visitor.page.reload()
    stands(visitor)


def test_two_tabs_with_two_versions(visit: Visitor, server: Server, site: Path, tmp_path: Path) -> None:
    """10. A new release comes while a page of the old one is open: it says so, and never mixes the two."""
    newer = next_release(site, tmp_path)
    visitor = let_keep(visit(offline=True, init=NO_ENGINE).open())
    visitor.until("failed")
    visitor.problems_are_expected = True
    old = visitor.page.evaluate(RELEASE)
    other = visitor.context.new_page()
    with server.serving(newer):
        other.goto(f"{visitor.root}find/{FIRST}/")
        new = other.evaluate(RELEASE)
        assert new != old
        expect(visitor.page.locator("#navigator-newer")).to_be_visible()
        # The old page's next step is a page of the new release, whole, and not a part of it.
        visitor.answer("danger", "none")
        shown = f'meta[name="navigator-release"][content="{new}"]'
        visitor.page.wait_for_selector(shown, state="attached")
        scripts = visitor.page.evaluate("[...document.scripts].map(each => each.src).filter(Boolean)")
        assert not [each for each in scripts if re.search(f"/{old}/", each)]
        visitor.take_on({key: STAGE_1[key] for key in list(STAGE_1)[1:]}, END)
        stands(visitor)
