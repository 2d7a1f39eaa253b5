"""Runs of many inputs: how many, what came of them, and how long the slowest took."""

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from navigator.core.model import Library
from navigator.render.session import Session
from tests.fuzz.libraries import Answer, Bench, Change
from tests.fuzz.messages import messages, understood
from tests.fuzz.typed import PARTS, TEXTS, reads_iso, reads_parts

SLOW_S = 3.0
"""An input hangs that takes longer, in seconds of computing: several times the usual on a busy machine."""
GIVEN_UP_S = 30
"""An input is stopped after this many seconds."""


class GivenUpError(BaseException):
    """An input took so long that it was stopped. No `except Exception` may swallow it."""


@dataclass
class Totals:
    """What came of a number of inputs of one kind."""

    kind: str
    inputs: int = 0
    accepted: int = 0
    refused: int = 0
    crashes: int = 0
    hangs: int = 0
    slowest: float = 0.0
    told: dict[str, str] = field(default_factory=dict)
    """The first crash or hang of each sort, so that it can be tried again."""

    def add(self, other: "Totals") -> None:
        """Put another run's totals to these."""
        for name in ("inputs", "accepted", "refused", "crashes", "hangs"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.told = {**other.told, **self.told}

    def line(self) -> str:
        """Return the totals as one line."""
        return (
            f"{self.kind:9} {self.inputs:>8,} {self.accepted:>9,} {self.refused:>8,} {self.crashes:>8,}"
            f" {self.hangs:>6,} {self.slowest:>10.3f} s"
        )


HEADING = f"{'':9} {'inputs':>8} {'accepted':>9} {'refused':>8} {'crashes':>8} {'hangs':>6} {'slowest':>12}"


@contextmanager
def stopped_late() -> Iterator[None]:
    """Stop what runs for very long, where that can be done: in the main thread, and not on Windows."""

    def stop(_: int, __: FrameType | None) -> None:
        raise GivenUpError

    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, GIVEN_UP_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@dataclass(frozen=True)
class Target[T, A]:
    """Something that takes inputs."""

    kind: str
    inputs: st.SearchStrategy[T]
    answer: Callable[[T], A]
    """Gives the answer to an input."""
    accepted: Callable[[T, A], bool]
    """Says whether the answer took the input. Raises AssertionError for a wrong answer."""
    seconds: Callable[[A, float], float] = lambda _, measured: measured
    """How long the answer took, where not all that was measured belongs to it."""


def tried[T, A](target: Target[T, A], totals: Totals, given_input: T) -> None:
    """Give one input, and note what came of it."""
    totals.inputs += 1
    begun = time.process_time()
    try:
        with stopped_late():
            answer = target.answer(given_input)
        took = target.seconds(answer, time.process_time() - begun)
        accepted = target.accepted(given_input, answer)
    except (Exception, GivenUpError) as error:  # noqa: BLE001 - whatever it is, it is a crash to be told
        totals.crashes += 1
        note(totals, f"{type(error).__name__}: {error}", given_input, traceback.format_exc(limit=-4))
        return
    totals.slowest = max(totals.slowest, took)
    totals.accepted += accepted
    totals.refused += not accepted
    if took > SLOW_S:
        totals.hangs += 1
        note(totals, f"{took:.1f} seconds", given_input)


def note(totals: Totals, what: str, given_input: object, trace: str = "") -> None:
    """Keep an input that crashed or hung, the first of each sort."""
    totals.told.setdefault(what.splitlines()[0][:80], f"{str(given_input)[:600]}\n{trace}")


def run[T, A](target: Target[T, A], number: int, start: int) -> Totals:
    """Give a number of inputs, which the seed `start` decides."""
    totals = Totals(target.kind)

    @seed(start)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def each(given_input: T) -> None:
        tried(target, totals, given_input)

    each()
    return totals


def files(bench: Bench) -> Target[Change, Answer]:
    """Return the loader and the checks, with changed files for inputs."""
    return Target("files", bench.changes(), bench.answer, bench.accepted, lambda answer, _: answer.seconds)


def session(library: Library) -> Target[str, str]:
    """Return the engine as the browser asks it, with messages for inputs."""
    asked = Session(library)
    return Target("messages", messages(asked), asked.answer, partial(understood, asked))


def fields() -> Target[tuple[tuple[str, str, str], str], bool]:
    """Return the readers of typed dates, with texts for inputs."""
    return Target("fields", st.tuples(PARTS, TEXTS), _fields, lambda _, taken: taken)


def _fields(given_input: tuple[tuple[str, str, str], str]) -> bool:
    parts, text = given_input
    both = reads_parts(*parts), reads_iso(text)
    return any(both)


@dataclass(frozen=True)
class Part:
    """A part of a run, for one process."""

    kind: str
    number: int
    seed: int


def parts(inputs: int, start: int, size: int = 500) -> list[Part]:
    """Share a number of inputs among the kinds: four tenths files, half messages, the rest fields."""
    shares = {"files": inputs * 4 // 10, "messages": inputs * 5 // 10}
    shares["fields"] = inputs - sum(shares.values())
    sized = [
        (kind, min(size, share - begun)) for kind, share in shares.items() for begun in range(0, share, size)
    ]
    return [Part(kind, number, start * 1_000_003 + index) for index, (kind, number) in enumerate(sized)]


@cache
def _bench(folder: Path) -> Bench:
    return Bench(folder / str(os.getpid()))


def run_part(folder: Path, part: Part) -> Totals:
    """Run a part, with a copy of the policies below a folder that this process keeps for the next."""
    bench = _bench(folder)
    if part.kind == "files":
        return run(files(bench), part.number, part.seed)
    if part.kind == "messages":
        return run(session(bench.library), part.number, part.seed)
    return run(fields(), part.number, part.seed)
