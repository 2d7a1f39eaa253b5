"""A data folder with one file changed at a time, and what must hold whether it is taken or refused."""

import json
import re
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from time import process_time
from unittest.mock import patch
from zlib import crc32

import yaml
from hypothesis import strategies as st

from navigator.check import check, jargon, readable
from navigator.core.codec import BROKEN, decode, encode
from navigator.core.engine import advance
from navigator.core.journey import destination, nodes
from navigator.core.model import Library, Service
from navigator.core.nodes import Node
from navigator.core.shape import shape_of
from navigator.load import library as loading
from navigator.load import whole
from navigator.load.files import File, Read, objects_of
from navigator.load.folder import Named
from navigator.load.holidays import filled
from navigator.load.kept import Kept
from navigator.load.layout import FOLDERS, ITEMS, LISTS, SHARED_LISTS
from navigator.load.library import Loaded
from navigator.load.names import Names
from navigator.load.placed import PlacedFile, parse
from navigator.load.problem import Problem, Severity
from navigator.render.session import page
from tests.fuzz.mutations import MUTATIONS, Mutation, context, mutated
from tests.shipped import CHECKED, DATA

_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
TODAY = CHECKED
_REMEMBERED = 20_000
PARTS = {place.name for place in FOLDERS}
FOLLOWING = {"routes", "scenarios", "packs", "policies"}
"""Parts of the library from which something may be left out, or put in, for what another file says."""
MOST_ENDS = 6
"""Of a library that is taken, this many ends that the change can bear on are walked to and rendered."""


@dataclass(frozen=True)
class Change:
    """A file and what is done to it."""

    file: str
    mutations: tuple[Mutation, ...]


class _Remembered:
    """A pattern that remembers what it found in texts that come again."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.findall = lru_cache(_REMEMBERED)(pattern.findall)
        self.sub = lru_cache(_REMEMBERED)(pattern.sub)

    def __getattr__(self, name: str) -> object:
        return getattr(self._pattern, name)


@dataclass(frozen=True)
class Answer:
    """What came of a changed file."""

    content: bytes
    loaded: Loaded
    problems: tuple[Problem, ...]
    seconds: float
    """The computing time that loading and checking took."""


class Bench:
    """A copy of the shipped policies, with one pack's scenarios, in which a file at a time is changed.

    What cannot have changed is not worked out again: files that are as before, and what pure functions gave
    for the same text or the same library. A test holds this to what loading and checking give without it.
    """

    def __init__(self, folder: Path) -> None:
        shutil.copytree(DATA, folder)
        _leave_one_pack(folder)
        self.folder = folder
        self.contents = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
        }
        self.whole = loading.load(folder)
        # A file that belongs to no part of the library is not read, so nothing can be wrong with it.
        self.contents = {name: held for name, held in self.contents.items() if name in self.whole.files}
        self.around = context(self.contents)
        errors = [str(each) for each in check(self.whole, TODAY) if each.severity is Severity.ERROR]
        if errors or self.whole.library is None:
            raise ValueError("\n".join(["the shipped policies have errors", *errors]))
        self.library: Library = self.whole.library
        self._filled = cache(filled)
        self._without: dict[str, frozenset[Problem]] = {}
        self._sentences = lru_cache(_REMEMBERED)(readable.sentences)
        patterns = {name: held for name, held in vars(jargon).items() if isinstance(held, re.Pattern)}
        self._patterns = {name: _Remembered(pattern) for name, pattern in patterns.items()}

    def changes(self) -> st.SearchStrategy[Change]:
        """Return the changes there can be: any kind of file is as likely as any other, policies more so."""
        kinds: dict[str, list[str]] = {}
        for name in self.contents:
            path = Path(name)
            kinds.setdefault(path.parent.name if path.parent.name in PARTS else path.stem, []).append(name)
        names = [st.sampled_from(held) for held in kinds.values()]
        files = st.one_of(*names, *[st.sampled_from(kinds["policies"])] * len(names))
        return st.builds(Change, files, MUTATIONS.map(tuple))

    def content(self, change: Change) -> bytes:
        """Return what stands in the file once it is changed."""
        return mutated(self.contents[change.file], change.mutations, self.around)

    def load(self, name: str, content: bytes) -> Loaded:
        """Load the folder with one file changed."""

        def reparse(
            folder: Path, each: Named, problems: list[Problem], kept: Kept[PlacedFile]
        ) -> PlacedFile | None:
            if each.name != name:
                return self.whole.files[each.name]
            return parse(folder, each, problems, kept)

        def redecode(
            read: PlacedFile, names: Names, language: str, problems: list[Problem], kept: Kept[Read]
        ) -> File:
            """Take a file as it was before, unless it is another, or its names are told apart otherwise."""
            before = self.whole.files[read.name]
            same = names.renamed(read.service) == self.whole.names.renamed(read.service)
            return before if read is before and same else objects_of(read, names, language, problems, kept)

        path = self.folder / name
        path.write_bytes(content)
        try:
            with (
                patch.object(loading, "parse", reparse),
                patch.object(loading, "objects_of", redecode),
                patch.object(whole, "filled", self._filled),
            ):
                return loading.load(self.folder)
        finally:
            path.write_bytes(self.contents[name])

    def answer(self, change: Change) -> Answer:
        """Load the folder with one file changed, and check it."""
        content = self.content(change)
        begun = process_time()
        loaded = self.load(change.file, content)
        return Answer(content, loaded, self.problems(change.file, loaded), process_time() - begun)

    def problems(self, name: str, loaded: Loaded) -> tuple[Problem, ...]:
        """Check what was loaded with one file changed.

        Of a file that cannot be read at all, the checks learn nothing but that.
        """
        if loaded.files[name].tree is not BROKEN:
            return self._check(loaded)
        if name not in self._without:
            self._without[name] = frozenset(self._check(loaded)).difference(loaded.problems)
        return tuple(sorted(self._without[name].union(loaded.problems)))

    def _check(self, loaded: Loaded) -> tuple[Problem, ...]:
        with ExitStack() as stack:
            stack.enter_context(patch.object(readable, "sentences", self._sentences))
            for name, pattern in self._patterns.items():
                stack.enter_context(patch.object(jargon, name, pattern))
            return check(loaded, TODAY)

    def accepted(self, change: Change, answer: Answer) -> bool:
        """Return whether a changed file was taken. Raises AssertionError where that or how is wrong."""
        for problem in answer.problems:
            _can_be_followed(problem, self.folder)
        if any(each.severity is Severity.ERROR for each in answer.problems):
            return False
        assert answer.loaded.library is not None, "there is no library and no error either"
        self._says_what_its_files_say(answer.loaded, change.file, answer.content)
        _every_way_ends(answer.loaded.library, change.file, answer.content)
        return True

    def _says_what_its_files_say(self, loaded: Loaded, name: str, content: bytes) -> None:
        library = loaded.library
        assert library is not None
        changed = loaded.files[name]
        written = yaml.load(content.decode(), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
        items = changed.items if changed.place in LISTS else _listed(changed.items[0], written)
        assert same(items, written), f"{name} does not say what stands in it"
        for item in changed.items:
            assert decode(type(item), json.loads(json.dumps(encode(item)))) == item
        for place in SHARED_LISTS:
            if place is not changed.place and place.name not in FOLLOWING:
                assert getattr(library, place.name) == getattr(self.library, place.name), place.name
        if changed.place in ITEMS and changed.place.name not in FOLLOWING:
            before = {item.id: item for item in getattr(self.library, changed.place.name)}
            after = {item.id: item for item in getattr(library, changed.place.name)}
            (item,) = changed.items
            assert after == {**before, item.id: item}


def _listed(item: object, written: object) -> object:
    """Return a service with the policies that it lists, and without those of its folder."""
    if not isinstance(item, Service) or not isinstance(written, dict):
        return item
    return replace(item, policies=item.policies[: len(_items(written.get("policies")))])


def _leave_one_pack(folder: Path) -> None:
    """Take out scenarios but those of one pack: to play all of them takes longer than everything else."""
    kept, *others = sorted(folder.rglob("packs/*.yaml"))
    named = kept.read_text(encoding="utf-8").split()
    others += [path for path in folder.rglob("scenarios/*.yaml") if path.stem not in named]
    for path in others:
        path.unlink()


def same(value: object, written: object) -> bool:
    """Say whether a value of the model is what plain YAML, read as nothing but texts, says."""
    if is_dataclass(value) and not isinstance(value, type):
        shape = shape_of(type(value))
        if shape.shorthand and not isinstance(written, dict):
            written = {shape.shorthand: written}
        if not isinstance(written, dict) or not written.keys() <= {part.key for part in shape.fields}:
            return False
        return all(
            same(getattr(value, part.name), written[part.key])
            if part.key in written
            else getattr(value, part.name) == part.default
            for part in shape.fields
        )
    if isinstance(value, tuple):
        listed = isinstance(written, list) and len(written) == len(value)
        return listed and all(same(one, other) for one, other in zip(value, _items(written), strict=True))
    return written == _plain(value)


def _items(written: object) -> Sequence[object]:
    return written if isinstance(written, list) else ()


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else str(value)


def _can_be_followed(problem: Problem, folder: Path) -> None:
    """Hold that a problem names a file of the folder, a line and a column, and stays on one line."""
    told = str(problem)
    assert problem.file.startswith(folder.as_posix())
    assert problem.line >= 1
    assert problem.column >= 1
    assert not _CONTROL.search(told), told


def _every_way_ends(library: Library, name: str, content: bytes) -> None:
    """Hold that ends which the changed file bears on give an outcome that renders, with and without dates."""
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    ends = [node for node in nodes(library) if node.question is None]
    assert ends
    near = [node for node in ends if stem in (destination(library, node).policy.id, node.service)] or ends
    lot = crc32(content)
    for number in range(min(MOST_ENDS, len(near))):
        _ends(library, near[(lot + number * 7919) % len(near)], lot + number)


def _ends(library: Library, end: Node, lot: int) -> None:
    today = date(2026, 11, 20) + timedelta(days=lot % 900 - 300)
    step = advance(library, {}, {}, today, end)
    assert step.outcome is not None
    assert page(library, step)
    dates = {
        asked.event: today - timedelta(days=(lot >> number) % 400)
        for number, asked in enumerate(step.outcome.asks)
    }
    step = advance(library, {}, dates, today, end)
    assert step.outcome is not None
    assert page(library, step, {})
    for deadline in step.outcome.all_deadlines:
        assert deadline.due is None or deadline.start_date is not None
        assert deadline.due is None or deadline.receipt[-1].day == deadline.due
