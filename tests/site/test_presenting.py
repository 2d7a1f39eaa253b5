"""A session in a room: the order of its steps, what keys do, the timer, the hands, and its page."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from navigator.core.model import Library
from navigator.runtime.subprocesses import tool
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.practice.present import present
from navigator.site.practice.session_link import signs

SCRIPT: Final = Path(__file__).with_name("present_in_node.mjs")
NOW: Final = 1_800_000_000_000
"""Some moment, in milliseconds since 1970."""


def in_node(*asked: list[Any]) -> list[Any]:
    """Return what functions of the presentation answer: each is asked as [module, function, arguments]."""
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: list[Any] = json.loads(ended.stdout)
    return found


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def test_each_answer_follows_its_question_and_the_whole_answer_ends_a_case() -> None:
    """Of two cases with two questions and none, every step stands once, in the order of a session."""
    [steps] = in_node(["steps", "stepsOf", [[2, 0]]])
    assert [(step["kind"], step["case"], step["question"]) for step in steps] == [
        ("join", -1, -1),
        ("story", 0, -1),
        ("question", 0, 0), ("reveal", 0, 0),
        ("question", 0, 1), ("reveal", 0, 1),
        ("answer", 0, -1),
        ("story", 1, -1), ("answer", 1, -1),
        ("end", -1, -1),
    ]  # fmt: skip
    beginnings = in_node(*(["steps", "beginningOf", [steps, case]] for case in (0, 1)))
    assert beginnings == [1, 7]
    kept = [3, -1, 99, "3", None, 2.5]
    assert in_node(*(["steps", "placeAmong", [steps, each]] for each in kept)) == [3, 0, 9, 0, 0, 0]


def test_the_timer_counts_down_waits_and_begins_again() -> None:
    """Two minutes, stopped after 30 seconds, go on with 90, run out, and then begin from two minutes."""
    [fresh] = in_node(["timer", "set", [2]])
    [runs] = in_node(["timer", "toggled", [fresh, NOW]])
    [waits] = in_node(["timer", "toggled", [runs, NOW + 30_000]])
    [goes_on] = in_node(["timer", "toggled", [waits, NOW + 500_000]])
    over = NOW + 500_000 + 90_000
    [anew] = in_node(["timer", "toggled", [goes_on, over + 5_000]])
    moments = (
        (fresh, NOW),
        (runs, NOW + 30_000),
        (waits, over),
        (goes_on, over - 1),
        (goes_on, over + 5_000),
    )
    left = in_node(*(["timer", "leftOf", list(each)] for each in (*moments, (anew, over + 5_000))))
    assert left == [120_000, 90_000, 90_000, 1, 0, 120_000]
    running = in_node(*(["timer", "isRunning", list(each)] for each in moments))
    assert running == [False, True, False, True, False]
    shown = in_node(*(["timer", "asClock", [each]] for each in (120_000, 119_001, 60_000, 9_400, 0)))
    assert shown == ["2:00", "2:00", "1:00", "0:10", "0:00"]


def test_hands_are_whole_numbers_and_the_longest_bar_is_full() -> None:
    """What is typed wrongly counts as none. A bar is a part of the longest; without hands there is none."""
    typed = [["hands", "withCount", [[3], 2, each]] for each in (4, 2.9, -1, None, 5_000)]
    assert in_node(*typed) == [[3, 0, 4], [3, 0, 2], [3, 0, 0], [3, 0, 0], [3, 0, 999]]
    assert in_node(["hands", "shares", [[2, 0, 8]]], ["hands", "shares", [[0, 0]]]) == [[0.25, 0, 1], [0, 0]]


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("localhost", True), ("nav.localhost", True), ("[::1]", True), ("0.0.0.0", True),  # noqa: S104
     ("192.168.1.20", False), ("trainer-laptop", False),
     ("127.example.org", False), ("localhost.org", False)],
)  # fmt: skip
def test_an_address_of_this_device_is_known(host: str, own: bool) -> None:
    """Phones find a computer by its name or number in the network, and never by one that means themselves."""
    assert in_node(["own-device", "isOfThisDevice", [host]]) == [own]


def test_each_pack_can_be_presented_and_its_notes_are_there(index: LibraryIndex) -> None:
    """The page leads to every pack with its cases, and holds its notes once, by the same cases."""
    page = present(index)
    by_id = {case.scenario.id: case for case in index.cases}
    for pack in index.library.packs:
        cases = signs(by_id[scenario] for scenario in pack.scenarios)
        assert (
            len(re.findall(rf'practice/present/#s={cases}&amp;t=[^"]+&amp;m={pack.minutes}"', page.text)) == 1
        )
        [notes] = re.findall(rf'<div data-signs="{cases}" hidden>.*?</div>', page.text)
        assert all(line in notes for line in (pack.notes or "").splitlines() if "'" not in line)
    assert page.text.count("data-code=") == len(index.cases)
