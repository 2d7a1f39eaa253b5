"""Options are obeyed or refused: every one of every command, twice, empty, cut short or misplaced."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from navigator.cli import COMMANDS, main, navigator
from navigator.cli.strict import StrictCommand
from tests import shipped

COMMAND = {name: navigator.get_command(click.Context(navigator), name) for name in COMMANDS}
VALUES = {
    "--data": str(shipped.DATA),
    "--format": "json",
    "--answer": "danger=now",
    "--date": "complaint_sent=2026-10-06",
    "--today": "2026-10-07",
    "--on": "2026-10-07",
    "--policy": "irm",
    "--from": "2026-10-06",
    "--service": "kent",
    "--id": "kent",
    "--port": "8123",
    "--host": "127.0.0.1",
    "--language": "en-GB",
    "--out": "nowhere/site",
    "--docs": "nowhere/docs",
    "--answers": "nowhere/answers.yaml",
    "--resume": "nowhere/answers.yaml",
    "--like": "social worker",
}
"""A value that each option takes."""
ARGUMENTS = {
    "due": ["3 days"],
    "transcript": ["irm"],
    "diff": ["irm", "irm"],
    "names": ["roles"],
    "new": ["policy"],
    "new site": ["nowhere/site"],
    "export": ["nowhere/pages"],
}
REPEATABLE = {("ask", "--answer"), ("ask", "--date")}


def options() -> Iterator[tuple[str, click.Option]]:
    """Yield every option of every command but --help."""
    for name, command in COMMAND.items():
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, parameter


ALL = [(command, option) for command, option in options()]
NAMED = [f"{command} {option.opts[0]}" for command, option in ALL]


def refused(capsys: pytest.CaptureFixture[str], command: str, *given: str) -> str:
    """Run a command that must be refused before it does anything, and return what is said."""
    named = any(each.startswith("--from") for each in given)
    required = ["--from", "2026-10-06"] if command == "due" and not named else []
    if command == "new site" and not any(each.startswith("--s") for each in given):
        required = ["--service", "Kent"]
    assert main([*command.split(), *ARGUMENTS.get(command, []), *required, *given]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert not Path("nowhere").exists()
    return printed.err.strip().splitlines()[-1]


def spelt(option: click.Option) -> list[str]:
    """Return an option as somebody gives it."""
    return [option.opts[0]] if option.is_flag else [option.opts[0], VALUES[option.opts[0]]]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where nothing is, so that nothing can be harmed."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_strict(name: str) -> None:
    """One class sees to the options of every command."""
    assert isinstance(COMMAND[name], StrictCommand)


def test_every_option_is_walked() -> None:
    """The list of values has every option there is, and no other."""
    assert {option.opts[0] for _, option in ALL if not option.is_flag} == set(VALUES)


@pytest.mark.parametrize(("command", "option"), ALL, ids=NAMED)
def test_an_option_given_twice_is_refused(
    capsys: pytest.CaptureFixture[str], command: str, option: click.Option
) -> None:
    """The last of two does not win in silence; what may be repeated says so itself."""
    name = option.opts[0]
    assert option.multiple == ((command, name) in REPEATABLE)
    if not option.multiple:
        told = refused(capsys, command, *spelt(option), *spelt(option))
        assert told == f"Error: {name} is given twice. Give it once."


@pytest.mark.parametrize(("command", "option"), ALL, ids=NAMED)
def test_an_empty_option_is_refused(
    capsys: pytest.CaptureFixture[str], command: str, option: click.Option
) -> None:
    """An option with nothing in it is not taken for one that is left out, nor for the folder here."""
    name = option.opts[0]
    if option.is_flag:
        told = refused(capsys, command, f"{name}=")
        assert told == f"Error: Option '{name}' does not take a value."
    else:
        hint = "Write a value." if option.required else "Write a value, or leave it out."
        for given in ([name, ""], [f"{name}="]):
            assert refused(capsys, command, *given) == f"Error: {name} is empty. {hint}"


@pytest.mark.parametrize(("command", "option"), ALL, ids=NAMED)
def test_an_option_cut_short_or_misspelt_is_refused(
    capsys: pytest.CaptureFixture[str], command: str, option: click.Option
) -> None:
    """No beginning of a name is taken for the whole, and the nearest name is told."""
    name = option.opts[0]
    for wrong in (name[:-1], f"{name}s" if f"{name}s" != "--answers" else "--answeres"):
        told = refused(capsys, command, *[wrong, *spelt(option)[1:]])
        assert told.startswith(f"Error: No such option '{wrong}'.")
        assert name in told


@pytest.mark.parametrize("given", ["nowhere", "a-file", "a-link", "a-loop"])
@pytest.mark.parametrize("command", [name for name, option in ALL if option.opts[0] == "--data"])
def test_a_folder_of_policies_must_be_there(
    capsys: pytest.CaptureFixture[str], command: str, given: str
) -> None:
    """Every command says the same of a folder that is not there, and none takes another in its place."""
    Path("a-file").write_text("x", encoding="utf-8")
    Path("a-link").symlink_to("nothing")
    Path("a-loop").symlink_to("a-loop")
    told = refused(capsys, command, "--data", given)
    what = "is a file" if given == "a-file" else "is not there"
    hint = "Name the folder that holds services."
    assert told == f"Error: Invalid value for '--data': {given} {what}. {hint}"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["due", "", "--from", "2026-10-06"], "PERIOD is empty. Write a value."),
        (["transcript", ""], "POLICY is empty. Write a value."),
        (["diff", "irm", ""], "POLICY is empty. Write a value, or leave it out."),
        (["export", ""], "DIR is empty. Write a value."),
        (["check", *["--data", "a"] * 3], "--data is given 3 times. Give it once."),
        (["check", "policy_data"], "Got unexpected extra argument (policy_data)"),
        (["--data", "policy_data", "check"], "No such option '--data'."),
    ],
    ids=["period", "policy", "second", "folder", "three times", "one more", "before the command"],
)
def test_what_is_misplaced_or_empty_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    """Arguments are held to the same rule, and an option is given after its command."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"Error: {told}" in printed.err


def test_help_may_be_asked_for_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who asks for help gets it, however often."""
    assert main(["check", "--help", "-h"]) == 0
    assert "--strict" in capsys.readouterr().out
