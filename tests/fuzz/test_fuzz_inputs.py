"""Broken and hostile inputs, a small number of each kind; scripts/fuzz.py gives as many as are wanted."""

import json

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from navigator.check import check
from navigator.core.model import Source
from navigator.load.library import load
from tests.fuzz.libraries import TODAY, Bench, Change, same
from tests.fuzz.running import Target, Totals, fields, files, parts, run, session


def is_sound(totals: Totals) -> None:
    print(totals.line())
    assert not totals.told
    assert (totals.crashes, totals.hangs) == (0, 0)
    assert min(totals.accepted, totals.refused) > totals.inputs / 50


def test_changed_files(bench: Bench) -> None:
    """A changed file is refused with a reason, or the library says what stands in it and every way ends."""
    is_sound(run(files(bench), 60, 2026))


def test_messages(bench: Bench) -> None:
    """Whatever the message, the engine answers with a page of the right place or says why there is none."""
    is_sound(run(session(bench.library), 600, 2026))


def test_typed_dates() -> None:
    """Whatever is typed, it is read as the standard library reads it or refused with a reason."""
    is_sound(run(fields(), 500, 2026))


def test_nothing_is_remembered_wrongly(bench: Bench) -> None:
    """What the bench tells of a changed file is what loading and checking all of the folder tells."""

    @seed(7)
    @settings(
        max_examples=6,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(bench.changes())
    def holds(change: Change) -> None:
        answer = bench.answer(change)
        path = bench.folder / change.file
        path.write_bytes(answer.content)
        try:
            assert check(load(bench.folder), TODAY) == answer.problems
        finally:
            path.write_bytes(bench.contents[change.file])

    holds()


def test_a_crash_a_wrong_answer_and_a_hang_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Totals tell what was taken, refused, wrong, broken or slow, each sort with an input to try again."""
    monkeypatch.setattr("tests.fuzz.running.SLOW_S", 5.0)

    def answer(number: int) -> int:
        if number == 3:
            raise KeyError("three")
        return number

    def accepted(number: int, answer: int) -> bool:
        assert number != 4, "four"
        return answer == 0

    target = Target(
        "numbers", st.integers(0, 5), answer, accepted, lambda number, _: 9.0 if number == 5 else 0.1
    )
    totals = run(target, 100, 1)
    assert totals.inputs == totals.accepted + totals.refused + totals.crashes
    assert min(totals.accepted, totals.refused, totals.crashes, totals.hangs) > 0
    assert totals.slowest == 9.0
    assert {what: told.splitlines()[0] for what, told in totals.told.items()} == {
        "KeyError: 'three'": "3",
        "AssertionError: four": "4",
        "9.0 seconds": "5",
    }


def test_an_input_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that runs without end is stopped and counted as a crash."""
    monkeypatch.setattr("tests.fuzz.running.GIVEN_UP_S", 0.2)

    def answer(_: int) -> int:
        while True:
            pass

    totals = run(Target("numbers", st.just(1), answer, lambda _, __: True), 1, 1)
    assert (totals.crashes, list(totals.told)) == (1, ["GivenUpError: "])


def test_inputs_are_shared_out() -> None:
    """Every input belongs to one part, no two parts have the same seed, and each kind gets its share."""
    shared = parts(10_001, 5)
    assert sum(part.number for part in shared) == 10_001
    assert len({part.seed for part in shared}) == len(shared)
    kinds = ("files", "messages", "fields")
    assert [sum(part.number for part in shared if part.kind == kind) for kind in kinds] == [4000, 5000, 1001]


@pytest.mark.parametrize(
    ("written", "verdict"),
    [
        ({"section": "Stage 1", "document": "guide"}, True),
        ({"section": "Stage 2", "document": "guide"}, False),
        ({"section": "Stage 1"}, False),
        ({"section": "Stage 1", "document": "guide", "page": "3"}, False),
        ("Stage 1", False),
    ],
    ids=["the same", "another section", "no document", "a page more", "no mapping"],
)
def test_the_second_opinion_on_files(written: object, verdict: bool) -> None:
    """A value of the model is the same as plain YAML where all is said, nothing else, and nothing more."""
    assert same(Source("Stage 1", "guide"), written) is verdict


@pytest.mark.parametrize(
    "wrong",
    [
        {"html": "<div data-slug='danger'><p></div></p>"},
        {"html": '<div data-slug="danger"><img onerror="alert(1)"></div>'},
        {"html": '<div data-slug="danger"><script>alert(1)</script></div>'},
        {"kind": "outcome"},
        {"slug": "elsewhere"},
    ],
    ids=["not well formed", "an attribute that runs", "a script", "another kind", "another place"],
)
def test_the_second_opinion_on_messages(bench: Bench, wrong: dict[str, str]) -> None:
    """A page that is not well formed, could run something or belongs elsewhere is seen to be wrong."""
    target = session(bench.library)
    message = json.dumps(
        {"origin": "danger", "answers": {}, "typed": {}, "today": "2026-11-21", "show": None}
    )
    answer = target.answer(message)
    assert target.accepted(message, answer)
    with pytest.raises((AssertionError, KeyError)):
        target.accepted(message, json.dumps(json.loads(answer) | wrong))
