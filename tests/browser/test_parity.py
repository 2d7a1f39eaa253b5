"""The engine gives the same answers in CPython and in Chromium, letter for letter."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from navigator.core import journey
from navigator.render.session import Session
from tests.browser.visit import FIRST, Visit
from tests.browser.world import LIBRARY, TODAY

START = """([worker, runtime, library]) => new Promise((resolve, reject) => {
    window.engine = new Worker(worker, {type: "module"});
    engine.onmessage = ({data}) => {
        if (data.stage === "ready") resolve();
        if (data.stage === "failed") reject(data.code);
    };
    engine.postMessage({runtime, library});
})"""
ASK = """messages => new Promise((resolve, reject) => {
    const answers = [];
    engine.onmessage = ({data}) => {
        if (data.stage === "failed") reject(data.code);
        if (answers.push(data.answer) === messages.length) resolve(answers);
    };
    messages.forEach((message, index) => engine.postMessage({id: index + 1, message}));
})"""
AT_ONCE = 100
PATHS = [answers for answers, _ in journey.paths(LIBRARY)]

type Message = dict[str, Any]


@pytest.fixture
def engine(visit: Callable[..., Visit]) -> Page:
    """Return a page in which the wizard's worker, as it is served, has started the engine."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root)
    files = ("navigator/worker.mjs", "runtime/", "navigator/library.json")
    page.evaluate(START, [f"{visitor.root}assets/{file}" for file in files])
    return page


def message(answers: dict[str, str], **others: object) -> Message:
    return {"origin": FIRST, "answers": answers, "show": None, "typed": {}, "today": TODAY, **others}


def without_dates() -> Iterator[Message]:
    """Yield a message for every path, and for every page opened by itself."""
    yield from (message(answers) for answers in PATHS)
    yield from (message({}, origin=node.slug) for node in journey.nodes(LIBRARY))


def with_dates() -> Iterator[Message]:
    """Yield a message for every path, with a date for every event there is, each another day."""
    typed = {
        event.id: {"day": str(1 + index % 28), "month": str(1 + index % 10), "year": "2026"}
        for index, event in enumerate(LIBRARY.events)
    }
    yield from (message(answers, typed=typed) for answers in PATHS)


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


@pytest.mark.parametrize("messages", [without_dates, with_dates, with_changes])
def test_both_answer_alike(engine: Page, messages: Callable[[], Iterator[Message]]) -> None:
    """For every path, the engine in Chromium gives the very text that it gives in CPython."""
    session = Session(LIBRARY)
    asked = [json.dumps(each) for each in messages()]
    for begin in range(0, len(asked), AT_ONCE):
        some = asked[begin : begin + AT_ONCE]
        for sent, answer in zip(some, engine.evaluate(ASK, some), strict=True):
            assert answer == session.answer(sent), sent
