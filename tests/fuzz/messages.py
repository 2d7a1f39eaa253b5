"""Messages to the engine as a hostile page could send them, and what must hold for every answer."""

import json
import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import strategies as st

from navigator.core.journey import question
from navigator.core.nodes import Node
from navigator.render.html import VOID
from navigator.render.session import Session
from tests.fuzz.mutations import ODD

ODD_TEXTS = st.sampled_from(
    (*ODD, "\ud800", "\udfff\ud800", "'\"><img src=x onerror=alert(1)>", "javascript:alert(1)")
)
ODD_DATES = st.sampled_from(
    (
        "2026-11-20", "2026-02-30", "0001-01-01", "9999-12-31", "2026-1-1", "20261120", "2026-W47-5", "", " ",
        "today", "2026-11-20T10:00", "-001-01-01", "\u0662\u0660\u0662\u0666-11-20", "2026-11-20\n",
        "2012-01-01", "2041-01-01",
    )
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ODD_TEXTS | st.text(max_size=5),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(ODD_TEXTS, parts, max_size=3),
    max_leaves=6,
)
BROKEN = st.sampled_from(
    (
        "", "{", "[", "[" * 100_000, '{"a":' * 100_000, "null", "1", "NaN", '"x"', "[]", "{}", "1" * 10_000,
        "\x00", "\ud800", '{"origin": 1e999}', "\ufeff{}", '{"origin": "\\ud800"}', "-" * 10,
    )
)  # fmt: skip
KEYS = ("origin", "answers", "typed", "today", "show")


def messages(session: Session) -> st.SearchStrategy[str]:
    """Return messages as a page of this library sends them, such with anything anywhere, and other texts."""
    asked = {
        node.question: [choice.id for choice in question(session.library, node).options]
        for node in session.nodes.values()
        if node.question
    }
    options = st.sampled_from(sorted({option for held in asked.values() for option in held}))
    events = st.sampled_from([event.id for event in session.library.events])
    origins = st.sampled_from(list(session.nodes))
    questions = st.sampled_from(list(asked))
    right = st.fixed_dictionaries({}, optional={name: st.sampled_from(held) for name, held in asked.items()})
    answers = st.dictionaries(questions | ODD_TEXTS, options | ODD_TEXTS, max_size=5)
    typed = st.dictionaries(events, _days() | _parts(), max_size=4)
    change = st.fixed_dictionaries({"question": questions, "option": options})
    odd_change = st.fixed_dictionaries({"question": questions | ODD_TEXTS, "option": options | ODD_TEXTS})
    good = st.fixed_dictionaries(
        {
            "origin": origins,
            "answers": right,
            "typed": typed,
            "today": st.dates().map(str) | ODD_DATES,
            "show": st.none() | questions,
        },
        optional={"answer": change},
    )
    odd = st.fixed_dictionaries(
        {
            "origin": origins | ODD_TEXTS | ANYTHING,
            "answers": right | answers | ANYTHING,
            "typed": typed | ANYTHING,
            "today": ODD_DATES | ANYTHING,
            "show": st.none() | questions | ANYTHING,
        },
        optional={"answer": st.none() | odd_change | ANYTHING},
    )
    lacking = st.builds(_without, odd, st.sets(st.sampled_from(KEYS), max_size=2))
    whole = good | good | odd | lacking | ANYTHING
    return whole.map(json.dumps) | BROKEN


def _days() -> st.SearchStrategy[dict[str, str]]:
    return st.dates(date(2011, 12, 30), date(2030, 1, 2)).map(
        lambda day: {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    )


def _parts() -> st.SearchStrategy[object]:
    numbers = st.integers(-1, 40).map(str) | st.integers(2011, 2040).map(str) | ODD_TEXTS
    return st.dictionaries(st.sampled_from(["day", "month", "year"]), numbers, max_size=3) | ANYTHING


def _without(held: dict[str, object], keys: set[str]) -> dict[str, object]:
    return {key: value for key, value in held.items() if key not in keys}


def understood(session: Session, message: str, answered: str) -> bool:
    """Return whether a message got a page. Raises AssertionError where the answer is wrong."""
    answer = json.loads(answered)
    if answer.get("unknown") is True:
        assert isinstance(answer["says"], str)
        assert answer["says"].strip()
        return False
    asked = json.loads(message)
    node = session.nodes[answer["slug"]]
    assert (answer["kind"] == "question") == (node.question is not None)
    assert node == _walk(session, session.nodes[asked["origin"]], answer["answers"], asked.get("show"))
    assert answer["title"]
    assert answer["errors"] >= 0
    _is_sound(answer["html"])
    assert f'data-slug="{node.slug}"' in answer["html"]
    return True


def _walk(session: Session, node: Node, answers: dict[str, str], show: str | None) -> Node:
    """Follow the answers by hand."""
    while node.question and node.question in answers and node.question != show:
        options = {choice.id: choice.to for choice in question(session.library, node).options}
        node = options[answers[node.question]]
    return node


class _Balance(HTMLParser):
    """Notes tags that do not match, and anything that could run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert re.fullmatch("[a-z][a-z0-9]*", tag), tag
        assert tag not in {"script", "iframe", "object", "style"}
        for name, value in attrs:
            assert re.fullmatch("[a-z][a-z-]*", name), name
            assert not name.startswith("on"), name
            assert not (value or "").lower().startswith("javascript:") or name == "value"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def _is_sound(html: str) -> None:
    """Hold that a page is one element whose tags match, and that nothing in it can run."""
    balance = _Balance()
    balance.feed(html)
    balance.close()
    assert not balance.open
    assert html.startswith("<div")
