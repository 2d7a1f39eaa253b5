"""What the workbench says and what `navigator check` says are the same, for each broken folder of the tests.

The tests of loading and checking are gone through once more. Each time that one of them asks what is wrong,
the same files are put on a desk, which is asked too. It stays the same all along, as it does for somebody who
edits.
"""

import importlib
import inspect
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from navigator.check import check
from navigator.load.file_names import shown
from navigator.load.library import load
from navigator.load.problem import Problem, Severity
from navigator.workbench.desk import Desk
from navigator.workbench.kinds import answer
from tests.mini import FILES, TODAY, Mini

TESTS = Path(__file__).parents[1]
ASKS = re.compile(r"\bmini\.(errors|findings|leftovers|loading)\(")
MODULES = sorted(
    f"tests.{folder}.{path.stem}"
    for folder in ("check", "load")
    for path in (TESTS / folder).glob("test_*.py")
    if ASKS.search(path.read_text(encoding="utf-8"))
)
KEYS = ("file", "line", "column", "path", "what", "hint", "severity")


class OnDesk(Mini):
    """The folder of the tests, which is also on a desk. Whoever asks what is wrong in it asks both."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.desk = Desk(folder, TODAY)
        self._put = dict(FILES)
        self._is_told = True
        self.compared = 0

    def begin_anew(self) -> None:
        """Put all in order again, on the desk too."""
        shutil.rmtree(self.folder) if self.folder.is_dir() else self.folder.unlink(missing_ok=True)
        for name, text in FILES.items():
            self.write(name, text)
        if not (self._is_told and self._bring()):
            self.desk, self._put, self._is_told = Desk(self.folder, TODAY), dict(FILES), True

    def loading(self) -> list[str]:
        self._asked()
        return super().loading()

    def errors(self) -> list[str]:
        return self._lines(each for each in self._asked() if each.severity is Severity.ERROR)

    def findings(self) -> list[str]:
        return self._lines(each for each in self._asked() if each.severity is Severity.FINDING)

    def _bring(self) -> bool:
        """Put what has changed on the desk; False where it is nothing that could be put from a page."""
        there = {}
        for path in self.folder.rglob("*"):
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                return False
            if path.is_file():
                try:
                    name = path.relative_to(self.folder).as_posix().encode().decode()
                    there[name] = path.read_bytes().decode()
                except (OSError, UnicodeError):
                    return False
        changed = {
            path: there.get(path)
            for path in there.keys() | self._put.keys()
            if there.get(path) != self._put.get(path)
        }
        if changed:
            try:
                self.desk.put(changed)
            except (OSError, ValueError):  # a folder in the place of a file, or no national part
                return False
        self._put = there
        return True

    def _asked(self) -> tuple[Problem, ...]:
        """Return what the command tells, once the desk has told the same."""
        told = check(load(self.folder), TODAY)
        self._is_told = self._is_told and self.folder.is_dir() and self._bring()
        if self._is_told:
            first, whole = answer(self.desk, "verdict", {}), answer(self.desk, "whole", {})
            plain = {self._plain(each) for each in told}
            assert _told(whole) == plain
            assert _told(first) <= plain
            if any(each[-1] == "error" for each in _told(first)):
                files = {shown(Path(path)) for path in first["files"]}
                wrong = {each for each in plain if each[0] in files and each[-1] == "error"}
                assert wrong == {each for each in _told(first) if each[-1] == "error"}
            self.compared += 1
        return told

    def _plain(self, problem: Problem) -> tuple[str, ...]:
        prefix = f"{self.folder.as_posix()}/"
        return tuple(str(getattr(problem, key)).replace(prefix, "") for key in KEYS)


def _told(said: dict[str, Any]) -> set[tuple[str, ...]]:
    return {tuple(str(each[key]) for key in KEYS) for each in said["problems"]}


def cases(function: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """Yield what a test is called with beside the folder, for each of its cases."""
    tables = []
    for mark in getattr(function, "pytestmark", ()):
        if mark.name == "parametrize":
            names, rows = mark.args[:2]
            names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
            held = [row.values if hasattr(row, "values") and hasattr(row, "marks") else row for row in rows]
            tables.append([dict(zip(names, row if len(names) > 1 else (row,), strict=False)) for row in held])
    for chosen in product(*tables):
        yield {name: value for row in chosen for name, value in row.items()}


@pytest.mark.parametrize("module", MODULES)
def test_the_desk_says_what_the_command_says(tmp_path: Path, module: str) -> None:
    """In each state of the folder both say the same, and what is told at once is a part of it."""
    mini = OnDesk(tmp_path / "mini")
    for name, function in vars(importlib.import_module(module)).items():
        if not name.startswith("test_") or "mini" not in inspect.signature(function).parameters:
            continue
        for given in cases(function):
            if inspect.signature(function).parameters.keys() == {"mini", *given}:
                mini.begin_anew()
                function(mini=mini, **given)
    assert mini.compared
