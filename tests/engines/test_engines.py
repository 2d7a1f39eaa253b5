"""What each engine makes of the site, set as people set their browsers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.keeping import ACTIVE, KEEPS
from tests.browser.served import STALLED, Server
from tests.browser.world import RAISED, STAGE_1
from tests.engines import bench, journey
from tests.engines.engines import ALL, tried
from tests.engines.tab import Settings, Tab

type Visitor = Callable[..., Tab]

ENGINE_IS_KEPT = """(async () => {
    const names = (await caches.keys()).filter(name => name.endsWith(" engine"));
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    const kept = requests.flat().map(({url}) => url.split("/").pop());
    return WANTED.every(name => kept.includes(name));
})()""".replace("WANTED", json.dumps(sorted(KEEPS)))
OCTOBER = """document.readyState === "complete" && [...document.querySelectorAll("table")]
    .filter(({caption}) => caption.textContent.includes("October 2026"))
    .flatMap(({rows}) => [...rows]).map(({cells}) => [...cells].map(({textContent}) => textContent))"""
"""The rows of a month in a table of dates."""
HALF_PAST_MIDNIGHT = """(() => {
    const Real = Date;
    const now = Real.parse("2027-06-30T23:30:00Z");
    globalThis.Date = class extends Real {
        constructor(...given) { super(...(given.length ? given : [now])); }
        static now() { return now; }
    };
    return true;
})()"""
"""In London it is 1 July, half an hour after midnight; by UTC, and further west, it is still 30 June."""

WORKED_IN = [name for name in tried() if ALL or name == "Firefox"]
"""The engines that the workbench is tried in. The browser tests go all its ways in Chromium."""


@pytest.fixture(scope="module")
def running(built_site: Path) -> Iterator[Server]:
    with Server(built_site) as server:
        yield server


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """Return a server with which nothing is wrong until a test makes it so."""
    yield running
    running.faults.clear()
    running.changes.clear()
    running.asked.clear()


def test_dates(visitor: Visitor, server: Server) -> None:
    """A date that cannot be is told in a summary that takes the focus; one that can be gives the deadline."""
    tab = visitor()
    tab.open(f"{server.address}find/{journey.OUTCOME}/")
    journey.ready(tab)
    journey.give_date(tab, "31", "2", "2026")
    assert "February 2026 has no day 31" in tab.text(".nav-errors")
    tab.wait("document.activeElement.classList.contains('nav-errors')", "the summary has the focus")
    tab.choose(".nav-errors a")
    tab.wait(f"document.activeElement.name === '{RAISED}.day'", "the field has the focus")
    journey.give_date(tab, *journey.GIVEN)
    assert tab.text(journey.DATE) == journey.DUE
    assert not tab.has(".nav-errors")
    journey.unfold(tab)
    days = tab.evaluate(
        "[...document.querySelectorAll('.nav-receipt')][0].innerText.match(/\\w+ \\d+ October 2026/g)"
    )
    assert days[-3:] == ["Wednesday 7 October 2026", "Thursday 8 October 2026", "Friday 9 October 2026"]


@pytest.mark.parametrize("engine", WORKED_IN, indirect=True)
def test_the_workbench(visitor: Visitor, server: Server) -> None:
    """A policy is edited as a form and as YAML, mended, seen, taken away with a comment, and opened again."""
    bench.whole(visitor(), server.address)


def test_offline(visitor: Visitor, built_site: Path) -> None:
    """After one visit the server is gone, and the journey leads to the deadline all the same."""
    tab = visitor(lacking=True)
    with Server(built_site) as server:
        server.headers["Cache-Control"] = "no-cache"  # nothing comes from a cache that knows nothing of us
        tab.open(f"{server.address}find/danger/")
        journey.ready(tab)
        tab.wait(ENGINE_IS_KEPT, "the engine is kept")
        tab.wait(ACTIVE, "the pages are kept")
    tab.open("about:blank")
    tab.open(f"{server.address}find/danger/")
    journey.answer(tab, STAGE_1)
    journey.ready(tab)
    journey.give_date(tab, *journey.GIVEN)
    assert tab.text(journey.DATE) == journey.DUE
    tab.open(f"{server.address}policies/")
    tab.wait("location.pathname === '/offline/'", "the page that says what works offline is shown")
    assert tab.has('main a[href$="find/danger/"]')


def test_storage_blocked(visitor: Visitor, server: Server) -> None:
    """Where nothing may be kept, the whole journey works."""
    tab = visitor(Settings(storage=False))
    journey.whole(tab, server.address)
    kept = "(async () => { try { return await caches.keys(); } catch { return []; } })()"
    assert tab.evaluate(kept) == []


def test_a_private_window_that_resists_fingerprints(visitor: Visitor, server: Server) -> None:
    """The day is London's wherever the device believes to be, and where the browser says UTC."""
    tab = visitor(Settings(private=True, no_fingerprints=True, timezone="Pacific/Pago_Pago"))
    tab.open(f"{server.address}find/{journey.OUTCOME}/")
    journey.ready(tab)
    assert tab.evaluate(HALF_PAST_MIDNIGHT)
    assert tab.evaluate("new Date().getDate()") == 30
    journey.give_date(tab, "1", "7", "2027")
    assert tab.text(journey.DATE) == "Tuesday 6 July 2027"
    assert "still to come" not in tab.text(journey.PHASE)
    journey.give_date(tab, "2", "7", "2027")
    assert "which is still to come" in tab.text(journey.PHASE)


def test_no_webassembly(visitor: Visitor, server: Server) -> None:
    """Where dates cannot be worked out, the page says so, and gives the rule in words and a table."""
    tab = visitor(Settings(wasm=False))
    journey.begin(tab, server.address)
    tab.wait("document.querySelector('#navigator-status').dataset.state === 'failed'", "it is told")
    assert tab.text("#navigator-status").startswith("This browser cannot run what works out dates.")
    journey.answer(tab, STAGE_1)
    by_table(tab)


def test_a_network_that_stops(visitor: Visitor, server: Server) -> None:
    """A page of which only the beginning comes is shown as it was kept."""
    server.changes["sw.js"] = lambda own: own.replace(b"=3e3", b"=300")  # it waits less long than for readers
    tab = visitor(Settings(wasm=False))
    tab.open(f"{server.address}find/danger/")
    tab.wait(ACTIVE, "the pages are kept")
    server.faults[f"find/{journey.OUTCOME}/"] = STALLED
    tab.open(f"{server.address}find/{journey.OUTCOME}/")
    assert journey.RULE in tab.text(journey.PHASE)
    assert any(path.endswith(f"/{journey.OUTCOME}/") for path in server.asked)


def test_no_scripts(visitor: Visitor, server: Server) -> None:
    """Without scripts links lead from the home page to the rule and its table, past no dead control."""
    tab = visitor(Settings(scripts=False))
    journey.begin(tab, server.address)
    journey.answer(tab, STAGE_1)
    by_table(tab)


def by_table(tab: Tab) -> None:
    """Read the deadline off the table that the outcome leads to."""
    assert journey.RULE in tab.text(journey.PHASE)
    assert not tab.has("main :is(form, input, select)")
    journey.unfold(tab)
    tab.click('#navigator a[href$="dates/3-working-days/"]')
    tab.wait("location.pathname.endsWith('/dates/3-working-days/')", "the table is shown")
    rows = tab.wait(OCTOBER, "all of it is there")
    assert ["Tue 6", "Fri 9 Oct 2026"] in [row[:2] for row in rows]
