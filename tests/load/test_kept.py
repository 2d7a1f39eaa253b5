"""A data folder that is read again after a change: only what has changed is read."""

import pytest

from navigator.load import strict_yaml
from navigator.load.library import KeptFiles, load
from tests.mini import Mini

POLICY = "services/town/policies/town-complaint.yaml"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of all files that are read as YAML from now on."""
    names: list[str] = []
    real = strict_yaml.read

    def noting(file: str, content: bytes) -> object:
        names.append(file)
        return real(file, content)

    monkeypatch.setattr(strict_yaml, "read", noting)
    return names


def test_only_the_file_that_has_changed_is_read_again(mini: Mini, read: list[str]) -> None:
    """What comes of it is the same as if all had been read."""
    kept = KeptFiles()
    load(mini.folder, kept=kept)
    mini.edit(POLICY, "amount: 10", "amount: 12")
    read.clear()
    again = load(mini.folder, kept=kept)
    assert [name.removeprefix(f"{mini.folder}/") for name in read] == [POLICY]
    assert again.library is not None
    assert again.library.policy["town-complaint"].stages[0].timescales[0].amount == 12
    assert again.library == load(mini.folder).library


def test_what_is_wrong_is_told_again_though_its_file_is_not_read_again(mini: Mini, read: list[str]) -> None:
    """A fault that is still there is still told, beside that of another file."""
    kept = KeptFiles()
    mini.edit(POLICY, "amount: 10", "amount: ten")
    load(mini.folder, kept=kept)
    mini.edit("national/events.yaml", "ask: When did you send it?", "asks: When did you send it?")
    read.clear()
    problems = load(mini.folder, kept=kept).problems
    assert len(read) == 1
    assert problems == load(mini.folder).problems
    assert {problem.file.removeprefix(f"{mini.folder}/") for problem in problems} == {
        POLICY,
        "national/events.yaml",
    }


def test_a_file_that_is_gone_is_gone(mini: Mini) -> None:
    """Nothing is kept of a file that is not there, and it is read again once it is back."""
    kept = KeptFiles()
    whole = load(mini.folder, kept=kept).library
    path = mini.folder / POLICY
    path.rename(path.with_suffix(".away"))
    assert POLICY not in load(mini.folder, kept=kept).files
    path.with_suffix(".away").rename(path)
    assert load(mini.folder, kept=kept).library == whole


def test_another_language_is_read_in_that_language(mini: Mini) -> None:
    """What is kept of one language is not taken for another."""
    mini.edit(POLICY, "title: First stage", "title: {en-GB: First stage, cy: Cam cyntaf}")
    kept = KeptFiles()
    titles = []
    for language in ("en-GB", "cy"):
        library = load(mini.folder, language, kept).library
        assert library is not None
        titles.append(library.policy["town-complaint"].stages[0].title)
    assert titles == ["First stage", "Cam cyntaf"]
