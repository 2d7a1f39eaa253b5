"""The page about a site of one's own is played, from an empty folder to a wizard that answers."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from navigator.cli import COMMANDS, main
from tests.shipped import PROJECT

PAGE: Final = (PROJECT / "docs" / "site" / "authors" / "own-site.md").read_text(encoding="utf-8")
_BLOCKS: Final = re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, flags=re.MULTILINE)
COMMANDS_SHOWN: Final = [
    line.strip() for line in PAGE.splitlines() if re.match(r"    (navigator|cd) ", line)
]  # fmt: skip


def given(beginning: str) -> list[str]:
    """Return a command that the page shows, taken apart as a terminal does."""
    return shlex.split(next(line for line in COMMANDS_SHOWN if line.startswith(beginning)))[1:]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the site as the page says, stand in it, and put the page's answers into their file."""
    monkeypatch.chdir(tmp_path)
    assert main(given("navigator new site")) == 0
    folder = tmp_path / given("cd ")[0]
    monkeypatch.chdir(folder)
    answers = next(block for block in _BLOCKS if block.lstrip().startswith("policy:"))
    text = "".join(line.removeprefix("    ") for line in answers.splitlines(keepends=True))
    (folder / "answers.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_folder_is_played_up_to_the_answer(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New site, new policy, check: no error, and the wizard gives a date without asking for the service."""
    assert main(given("navigator new policy --answers")) == 0
    assert "no error" in capsys.readouterr().out
    assert main(given("navigator check")) == 0
    assert "0 errors" in capsys.readouterr().out
    answers = {"danger": "none", "who": "carer", "carer-topic": "task", "task": "childs-team"}
    flags = [part for key, value in answers.items() for part in ("--answer", f"{key}={value}")]
    assert main(["ask", *flags, "--date", "respite_asked=2026-11-20", "--today", "2026-11-26"]) == 0
    assert "Friday 27 November 2026" in capsys.readouterr().out
    assert (site / "policy_data" / "services" / "riverside-fostering" / "policies").is_dir()


def test_nothing_has_changed_nationally_in_a_new_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both commands of the page about a later version work at once."""
    assert site.is_dir()
    capsys.readouterr()
    assert main(given("navigator diff")) == 0
    assert "0 changes" in capsys.readouterr().out
    assert main(given("navigator diff --accept")) == 0


def test_every_command_of_the_page_is_there() -> None:
    """No command has another name than the page gives it."""
    named = {shlex.split(line)[1] for line in COMMANDS_SHOWN if line.startswith("navigator")}
    assert named <= set(COMMANDS)
    assert {"new", "check", "serve", "build", "diff"} <= named
