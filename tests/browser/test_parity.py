"""The engine gives the same answers in CPython and in Chromium, letter for letter."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from navigator.core.engine import advance
from navigator.core.model import Scenario
from navigator.load.words import english_words
from navigator.render.session import Session
from tests.browser.served import MISSING, Server
from tests.browser.visit import FIRST, SAVE_DATA, Visit, wait_until
from tests.browser.world import LIBRARY
from tests.shipped import CHECKED, TODAY, nodes, paths

pytestmark = pytest.mark.computing

START = """() => new Promise((resolve, reject) => {
    const {runtime, library} = document.getElementById("navigator").dataset;
    const wizard = document.querySelector("script[src$='wizard.js']").src;
    window.engine = new Worker(new URL("worker.js", wizard), {type: "module"});
    engine.onmessage = ({data}) => {
        if (data.stage === "ready") resolve(data.way);
        if (data.stage === "failed") reject(data.code);
    };
    const [from, read] = [runtime, library].map(address => new URL(address, location.href).href);
    engine.postMessage({runtime: from, library: read});
})"""
ASK = """messages => new Promise((resolve, reject) => {
    const answers = [];
    engine.onmessage = ({data}) => {
        if (data.stage === "failed") reject(data.code);
        if (answers.push(data.answer) === messages.length) resolve(answers);
    };
    messages.forEach((message, index) => engine.postMessage({id: index + 1, message}));
})"""
KEPT = """async () => {
    for (const name of await caches.keys()) {
        const held = await (await caches.open(name)).keys();
        if (held.some(({url}) => url.endsWith("/memory"))) return true;
    }
    return false;
}"""
AT_ONCE = 100
ENDED = paths()
PATHS = [answers for answers, _ in ENDED]
FIRST_PATHS = {end: answers for answers, end in reversed(ENDED)}
"""The first path to each end."""

type Message = dict[str, Any]


@pytest.fixture(scope="module")
def engine(chromium: Browser, server: Server) -> Iterator[Page]:
    """Return a page in which the wizard's worker, as it is served, has started the engine."""
    visitor = Visit(chromium, server, init=SAVE_DATA)  # so that the wizard starts none of its own
    page = visitor.page
    page.goto(f"{visitor.root}find/{FIRST}/")
    assert page.evaluate(START) == "quick"
    yield page
    assert visitor.problems == []
    visitor.close()


def message(answers: dict[str, str], **others: object) -> Message:
    return {"origin": FIRST, "answers": answers, "show": None, "typed": {}, "today": TODAY, **others}


def without_dates() -> Iterator[Message]:
    """Yield a message for the first path to each end, and for every sixth page opened by itself."""
    yield from map(message, FIRST_PATHS.values())
    yield from (message({}, origin=node.slug) for node in nodes()[::6])


def with_dates() -> Iterator[Message]:
    """Yield a message for the last path to every other end, with a date for every event there is."""
    typed = {
        event.id: {"day": str(1 + index % 28), "month": str(1 + index % 10), "year": "2026"}
        for index, event in enumerate(LIBRARY.events)
    }
    last = {end: answers for answers, end in ENDED}
    yield from (message(answers, typed=typed) for answers in list(last.values())[::2])


def in_each_phase() -> Iterator[Message]:
    """Yield a message for each phase that each route has, and each reader, once."""
    been: set[tuple[str | None, str]] = set()
    for end, answers in FIRST_PATHS.items():
        outcome = advance(LIBRARY, answers, {}, CHECKED).outcome
        for shown in outcome.phases if outcome else ():
            new = {(end.route, shown.phase), (end.reader, shown.phase)} - been
            been |= new
            if new:
                yield message(answers, answer={"question": "phase", "option": shown.phase.value})


def with_changes() -> Iterator[Message]:
    """Yield messages with an answer shown again, with one changed, with wrong dates, with unknown names."""
    for answers in PATHS[:: len(PATHS) // 20]:
        for asked in answers:
            yield message(answers, show=asked)
            yield message(answers, answer={"question": asked, "option": answers[asked]})
    wrong = {event.id: {"day": "31", "month": "feb", "year": "2026"} for event in LIBRARY.events}
    yield from (message(answers, typed=wrong) for answers in PATHS[:: len(PATHS) // 20])
    yield message({"danger": "no-such-answer"})
    yield message({}, origin="no-such-page")


def to_take_away() -> Iterator[Message]:
    """Yield messages for all there is to take away, and for links that are whole, old and broken."""
    dated, session = list(with_dates()), Session(LIBRARY)
    for asked in dated[:: len(dated) // 20]:
        for take in ("text", "message", "calendar", "link", "nothing"):
            yield {**asked, "take": take}
        taken = json.loads(session.answer(json.dumps({**asked, "take": "link"}))).get("taken", "#")
        for link in (taken, taken.replace(".2026-", ".2025-"), taken[:-1], f"{taken},"):
            yield {**asked, "typed": {}, "link": link}


def of_scenario(scenario: Scenario) -> Message:
    """Return the message of a case: its answers, its dates as they are typed, and its day."""
    typed = {
        given.event: {"day": str(given.day.day), "month": str(given.day.month), "year": str(given.day.year)}
        for given in scenario.dates
    }
    answers = {given.question: given.option for given in scenario.answers}
    return message(answers, typed=typed, today=scenario.today.isoformat())


def of_all_scenarios() -> Iterator[Message]:
    """Yield the message of every case."""
    yield from map(of_scenario, LIBRARY.scenarios)


@pytest.mark.parametrize(
    "messages", [without_dates, with_dates, in_each_phase, with_changes, to_take_away, of_all_scenarios]
)
def test_both_answer_alike(engine: Page, messages: Callable[[], Iterator[Message]]) -> None:
    """For every end, phase and change, Chromium gives the very text that CPython gives."""
    session = Session(LIBRARY)
    asked = [json.dumps(each) for each in messages()]
    for begin in range(0, len(asked), AT_ONCE):
        some = asked[begin : begin + AT_ONCE]
        for sent, answer in zip(some, engine.evaluate(ASK, some), strict=True):
            assert answer == session.answer(sent), sent


def test_the_browser_gives_the_dates_worked_out_by_hand(engine: Page) -> None:
    """For every case, the page made in Chromium shows each date that was worked out from the source."""
    cases = [scenario for scenario in LIBRARY.scenarios if not scenario.expect.signpost]
    asked = [json.dumps(of_scenario(scenario)) for scenario in cases]
    for scenario, answer in zip(cases, engine.evaluate(ASK, asked), strict=True):
        html = json.loads(answer)["html"]
        for deadline in scenario.expect.deadlines:
            for day in (deadline.due, *deadline.readings):
                assert day is None or english_words().long_date(day) in html, (
                    f"{scenario.id}: {deadline.id} {day}"
                )


@pytest.mark.parametrize("way", ["restored", "plain"])
def test_every_way_to_start_answers_alike(visit: Callable[..., Visit], server: Server, way: str) -> None:
    """Restored from kept memory, or started as Pyodide always is, the engine gives the same texts."""
    if way == "plain":
        server.faults["start.zip"] = MISSING
    visitor = visit(init=SAVE_DATA)
    visitor.problems_are_expected = way == "plain"
    page = visitor.page
    page.goto(f"{visitor.root}find/{FIRST}/")
    first = page.evaluate(START)
    if way == "restored":
        wait_until(lambda: bool(page.evaluate(KEPT)), "the memory is kept")
        page.reload()
        first = page.evaluate(START)
    assert first == way
    session = Session(LIBRARY)
    asked = [json.dumps(each) for each in list(with_changes())[::3]]
    assert page.evaluate(ASK, asked) == [session.answer(sent) for sent in asked]
