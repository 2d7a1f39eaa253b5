"""`navigator match`: places to begin, as text, as JSON and line by line."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.cli import main, match
from navigator.core.model import Library
from navigator.own_words.model import Model
from tests.shipped import learned

type Matched = Callable[..., tuple[int, str, str]]
WANTS = "I want to make a formal complaint about the council"


@pytest.fixture(scope="module")
def model() -> Model:
    return learned()


@pytest.fixture
def matched(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library: Library, model: Model
) -> Matched:
    """Run the command in this process, on policies that are loaded and learned from already."""

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(["match", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    monkeypatch.setattr(match, "open_library", lambda data: library)
    monkeypatch.setattr(match, "trained", lambda library: model)
    return run


def test_places_as_text(matched: Matched) -> None:
    """Each place has its number, its name, its address and the words that speak for it."""
    status, said, _ = matched(WANTS)
    assert status == 0
    assert re.match(r"1\. .+  \[find/[a-z0-9]+/]\n", said)
    assert f"Because you wrote: {WANTS}" in said


def test_danger_comes_first(matched: Matched) -> None:
    """Where words point to danger, the line with the number to call stands above the places."""
    _, said, _ = matched("he hit her and there is blood")
    assert "999" in said.splitlines()[0]


def test_places_as_json(matched: Matched, library: Library) -> None:
    """As JSON there are the keys that a program reads, and topics that are there."""
    _, said, _ = matched("--format", "json", WANTS)
    found = json.loads(said)
    assert found["safety"] is False
    assert set(found["places"][0]) == {"topic", "address", "title", "because"}
    assert found["places"][0]["topic"] == "complaint"
    assert {place["topic"] for place in found["places"]} <= library.route.keys() | {
        each.id for each in library.signposts
    }


def test_a_batch_answers_each_line(matched: Matched, tmp_path: Path) -> None:
    """Each line has its answer with its id, whether lines come by standard input or from a file."""
    lines = "".join(
        json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate((WANTS, ""))
    )
    _, said, _ = matched("--batch", stdin=f"{lines}\n")
    answers = [json.loads(line) for line in said.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1]
    assert answers[0]["places"][0]["topic"] == "complaint"
    assert answers[1] == {"id": 1, "safety": False, "places": []}
    file = tmp_path / "texts.jsonl"
    file.write_text(lines, encoding="utf-8")
    assert matched("--batch", str(file))[1] == said


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "text": 2}', "[" * 100_000])
def test_a_bad_line_gets_an_error_and_the_next_its_answer(matched: Matched, line: str) -> None:
    """What is no object with a text says so, and the line after it is answered."""
    _, said, _ = matched("--batch", stdin=f'{line}\n{{"id": 2, "text": "x"}}\n')
    first, second = map(json.loads, said.splitlines())
    assert first["status"] == "error"
    assert second["id"] == 2


def test_no_words_and_no_file_are_refused(matched: Matched, tmp_path: Path) -> None:
    """Without words there is nothing to match, and a file must be there."""
    assert matched()[0] == 2
    status, _, said = matched("--batch", str(tmp_path / "none"))
    assert status == 2
    assert "cannot be read" in said
