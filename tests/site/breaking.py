"""Ways to break a library as plain data, each undone by writing the library anew."""

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from navigator.check import check
from navigator.core.faults import show
from navigator.load.library import load
from navigator.load.problem import Problem, Severity
from tests.mini import TODAY
from tests.site.rich import Tree, written

type Step = str | int
type Place = tuple[str, tuple[Step, ...]]
"""A file, and the way to a value in it."""

HOSTILE: Final = (
    "A <script>alert(1)</script> <b>x</b> & &amp; &#60; \"q\" 'a' <!-- c --> ]]> --> z",
    "A {{ page.title }} {% raw %} {# x #} ${x} <%= 1 %> %s %d z",
    "A [[x]] [a](b) ![i](j.png) [r]: http://x <https://a.b> https://x.org javascript:alert(1) [^1] z",
    'A *a* **b** _c_ __d__ `e` ~~f~~ ^g^ ==h== ++i++ :smile: --8<-- "x" $x$ \\( \\) \\\\ a\\',
    "A </title><script>alert(1)</script></textarea></template></svg> z",
    "A\" onmouseover=\"alert(1)\" ' onfocus='x' z",
    "# A heading ## two #",
    "| a | b |\n|---|---|\n| c | d |",
    "Over\n---",
    "Over\n===",
    "One.\n\nTwo.\n\n# Three\n\n    code\n\n- item\n\n```\nx\n```\n\n---",
    "1. first",
    "- item",
    "> quote",
    "+ plus",
    "--- rule",
    "*** rule",
    "~~~ fence",
    "``` fence",
    "!!! note",
    "??? note",
    ": term",
    "{: .class }",
    "A { #anchor .cls data-x=1 }",
    "*[HTML]: x",
    "[TOC] list",
    "[toc]: # (x)",
    "<div markdown> z",
    "</div></div> z",
    "A " + "x" * 400,
    "\U0001f46a \u260e\ufe0f",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "A\u00a0B\u2011C \u201cD\u201d",
)
"""Texts that mean something to HTML, Jinja, Markdown and its extensions, or are hard to set."""

NAMES: Final = (
    "index", "readme", "con", "assets", "find", "404", "search", "123", "null", "yes", "true", "unsure",
    "service", "progress", "not-begun", "dates", "content", "navigator",
)  # fmt: skip
"""Ids that something else might be called, or that are no words to YAML."""


def _out(held: Any, step: Any) -> None:  # noqa: ANN401 - plain data has no narrower type
    del held[step]


def _twice(held: Any, step: Any) -> None:  # noqa: ANN401
    if isinstance(held, list):
        held.insert(step, copy.deepcopy(held[step]))
    else:
        held[f"{step}_"] = held[step]


def _instead(value: object) -> Callable[[Any, Any], None]:
    def put(held: Any, step: Any) -> None:  # noqa: ANN401
        held[step] = copy.deepcopy(value)

    return put


def _backwards(held: Any, step: Any) -> None:  # noqa: ANN401
    if isinstance(held[step], list):
        held[step].reverse()


WAYS: Final[dict[str, Callable[[Any, Any], None]]] = {
    "taken out": _out,
    "twice": _twice,
    "backwards": _backwards,
    "empty text": _instead(""),
    "no list": _instead([]),
    "no keys": _instead({}),
    "a list": _instead(["x"]),
    "keys": _instead({"x": "y"}),
    "zero": _instead(0),
    "a number": _instead(7),
    "less than nothing": _instead(-1),
    "a large number": _instead(999999999),
    "true": _instead(True),
    "false": _instead(False),
    "digits": _instead("123"),
    "null": _instead("null"),
    "another word": _instead("index"),
    "the first day": _instead("0001-01-01"),
    "the last day": _instead("9999-12-31"),
    "no day": _instead("2026-02-30"),
    "some text": _instead("Some words."),
}
"""Ways to break a value, given what holds it and its key."""


def leaves(tree: Tree) -> Iterator[tuple[Place, object]]:
    """Yield every value that holds no others, with its place."""
    return ((place, value) for place, value in parts(tree) if not isinstance(value, dict | list))


def parts(tree: Tree) -> Iterator[tuple[Place, object]]:
    """Yield every value but whole files, also those that hold others."""
    for name, held in tree.items():
        yield from (((name, path), value) for path, value in _parts(held, ()))


def _parts(held: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], object]]:
    if path:
        yield path, held
    if isinstance(held, dict | list):
        for step, value in held.items() if isinstance(held, dict) else enumerate(held):
            yield from _parts(value, (*path, step))


def holder(tree: Tree, place: Place) -> Any:  # noqa: ANN401
    """Return what holds the value of a place."""
    node: Any = tree[place[0]]
    for step in place[1][:-1]:
        node = node[step]
    return node


def put(tree: Tree, place: Place, value: object) -> None:
    """Put another value into a place."""
    holder(tree, place)[place[1][-1]] = value


def broken(tree: Tree, place: Place, way: str) -> Tree:
    """Return a copy in which the value of a place is broken in a way."""
    other = copy.deepcopy(tree)
    WAYS[way](holder(other, place), place[1][-1])
    return other


def renamed(tree: Tree, old: str, new: str) -> Tree:
    """Return a copy in which an id is another, also in the places of stages and the names of files."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")

    def within(held: object) -> Any:  # noqa: ANN401
        if isinstance(held, dict):
            return {key: within(value) for key, value in held.items()}
        if isinstance(held, list):
            return [within(value) for value in held]
        is_id = isinstance(held, str) and (held == old or "/" in held or "{" in held)
        return word.sub(new, held) if is_id and isinstance(held, str) else held

    return {_file(name, old, new): within(held) for name, held in tree.items()}


def _file(name: str, old: str, new: str) -> str:
    *folders, file = name.split("/")
    if file == f"{old}.yaml" and len(folders) > 1:
        file = f"{new}.yaml"
    if folders[:2] == ["services", old]:
        folders[1] = new
    return "/".join([*folders, file])


def harmless(hostile: str) -> str:
    """Return a text of as many lines that means nothing to anybody."""
    return re.sub(r"[^\n]+", "Plain words", hostile)


class Tried:
    """A folder in which one library after another is written, and checked as files."""

    def __init__(self, folder: Path, tree: Tree) -> None:
        self.folder = folder
        for path in folder.rglob("*.yaml"):
            path.unlink()
        self._there: dict[str, str] = {}
        self.use(tree)

    def use(self, tree: Tree) -> None:
        """Write a library, as far as it differs from the one that is there."""
        texts = {name: written(held) for name, held in tree.items()}
        for name in self._there.keys() - texts.keys():
            (self.folder / name).unlink()
        for name, text in texts.items():
            if text != self._there.get(name):
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self._there = texts

    def errors(self, tree: Tree) -> list[Problem]:
        """Return the errors of a library."""
        self.use(tree)
        return [each for each in check(load(self.folder), TODAY) if each.severity is Severity.ERROR]

    def fitting(self, tree: Tree, values: dict[Place, str]) -> dict[Place, str]:
        """Return those of some values for places that the check takes, all of them at once."""
        taken = dict(values)
        while taken:
            other = copy.deepcopy(tree)
            for place, value in taken.items():
                put(other, place, value)
            problems = self.errors(other)
            if not problems:
                return taken
            refused = {place for place in taken if any(self._is_at(each, place) for each in problems)}
            assert refused, list(map(str, problems))
            taken = {place: value for place, value in taken.items() if place not in refused}
        return taken

    def _is_at(self, problem: Problem, place: Place) -> bool:
        """Say whether a problem is with the value of a place, a part of it, or what holds it."""
        path = show(place[1])
        within = problem.path.startswith(path) or path.startswith(problem.path)
        return within and problem.file == (self.folder / place[0]).as_posix()
