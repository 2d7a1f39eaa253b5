"""Streams of a command: encodings that lack letters, and streams that are closed or full."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from navigator.cli import main
from tests.mini import Mini

PROJECT = Path(__file__).parents[2]
WELSH = "Tŷ Gŵydd €5"


@pytest.fixture
def welsh(mini: Mini) -> str:
    """Return a folder of policies with a title that few encodings can write."""
    mini.edit("services/town/policies/town-complaint.yaml", "title: Town's complaints", f"title: {WELSH}")
    return str(mini.folder)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", WELSH),
        ("cp1252", r"T\u0177 G\u0175ydd €5"),
        ("iso8859-14", r"Tŷ Gŵydd \u20ac5"),
        ("ascii", r"T\u0177 G\u0175ydd \u20ac5"),
    ],
)
def test_a_letter_that_the_output_cannot_write_is_escaped(
    monkeypatch: pytest.MonkeyPatch, welsh: str, encoding: str, shown: str
) -> None:
    """What a terminal or a file of an older encoding has no letter for is shown by its number."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert main(["transcript", "town-complaint", "--data", welsh]) == 0
    assert shown in written.getvalue().decode(encoding)


def test_json_is_whole_in_any_encoding(monkeypatch: pytest.MonkeyPatch, welsh: str) -> None:
    """Another program reads every letter, whatever the encoding between the two."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    answers = ["--answer", "danger=calm", "--answer", "topic=complaint", "--answer", "service=town"]
    stage = ["--answer", "progress=stage-1", "--format", "json"]
    assert main(["ask", "--data", welsh, *answers, *stage]) == 0
    assert WELSH in str(json.loads(written.getvalue()))


def shell(line: str) -> tuple[int, str, str]:
    """Run a line of a shell in which NAVIGATOR is the command."""
    run = subprocess.run(
        ["/bin/sh", "-c", line.replace("NAVIGATOR", f"{sys.executable} -m navigator")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize("command", ["paths", "ask"])
def test_a_full_disk_is_told_in_a_line(mini: Mini, command: str) -> None:
    """Much output or little that cannot be written ends with the reason, and with exit code 1."""
    run = shell(f"NAVIGATOR {command} --data {mini.folder} > /dev/full")
    assert run == (1, "", "No space left on device\n")


@pytest.mark.parametrize(
    ("streams", "printed"),
    [("<&-", "Is anybody in danger?"), (">&-", ""), ("<&- >&- 2>&-", "")],
    ids=["no input", "no output", "neither"],
)
def test_closed_streams_are_no_error(mini: Mini, streams: str, printed: str) -> None:
    """A service or a scheduler may start a command without input and output."""
    status, out, complaint = shell(f"NAVIGATOR ask --data {mini.folder} {streams}")
    assert (status, complaint) == (0, "")
    assert out.startswith(printed)


def test_what_a_field_means_is_known_without_docstrings() -> None:
    """Python's `-OO` drops docstrings, and the schemas and the reference say the same all the same."""
    plain = shell(f"{sys.executable} -m navigator schema --check")
    assert shell(f"{sys.executable} -OO -m navigator schema --check")[:2] == plain[:2]
