"""What broken and hostile inputs have brought to light stays mended."""

import json
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, Final

import pytest

from navigator.core.faults import nearest, one_of
from navigator.load.problem import Problem
from navigator.load.strict_yaml import MAX_PROBLEMS, read
from navigator.render.session import Session
from tests.fuzz.libraries import Bench
from tests.mini import Mini


@pytest.mark.parametrize("text", ["? " * 60_000, "{? " * 60_000, "[? " * 60_000, "? - " * 60_000])
def test_keys_within_keys_stop_at_depth(text: str) -> None:
    """A file whose keys are nested without end is refused like any other that is nested too deep."""
    _, problems = read("f.yaml", text.encode())
    assert "is nested too deep" in str(problems[-1]) or "cannot be read" in str(problems[-1])


def test_a_mark_inside_a_file_is_refused() -> None:
    """A byte order mark is passed over at the beginning of a file and told anywhere else."""
    assert read("f.yaml", "\ufeffa: b".encode()) == ({"a": "b"}, [])
    _, (problem,) = read("f.yaml", "a: b\n\ufeffc: d".encode())
    assert str(problem).startswith("f.yaml:2:1: error: the file: has a byte order mark, U+FEFF, at the")


@pytest.mark.parametrize(
    "country", ["__init__", "registry", "country_holidays", "date", "gb", "UnitedKingdom"]
)
def test_a_country_is_a_code(mini: Mini, country: str) -> None:
    """Any other name that the holidays package happens to have is refused at the country."""
    mini.edit("national/calendars.yaml", "country: GB", f"country: {country}")
    (problem,) = mini.loading()
    assert problem.startswith("national/calendars.yaml:3:12: error: [0].country: is no code of a country.")


@pytest.mark.parametrize(("key", "old", "year"), [("first", "2020", "1066"), ("last", "2030", "2101")])
def test_a_calendar_keeps_to_the_years_that_are_known(mini: Mini, key: str, old: str, year: str) -> None:
    """Years of which the holidays package knows nothing are refused, as they would have no bank holidays."""
    mini.edit("national/calendars.yaml", f"{key}: {old}", f"{key}: {year}")
    (problem,) = mini.loading()
    assert f"[0].{key}: is outside 1872 to 2100, the years known." in problem


def test_a_problem_stays_on_one_line() -> None:
    """A problem that quotes a text of several lines is told on one."""
    assert str(Problem("f.yaml", 1, 2, "a", "is not\n\nthis", "Write\u2028that.")) == (
        "f.yaml:1:2: error: a: is not this. Write that."
    )


def _many_keys(mini: Mini) -> None:
    mini.add("national/policies/national.yaml", "".join(f"stag{number}: 1\n" for number in range(3000)))


def _many_names(mini: Mini) -> None:
    mini.add(
        "national/policies/national.yaml", f"contacts: [{', '.join(f'emergenc{n}' for n in range(3000))}]\n"
    )


def _many_roles(mini: Mini) -> None:
    roles = "".join(f"- {{id: carer{number}, name: x, explains: y}}\n" for number in range(3000))
    mini.write("national/roles.yaml", roles)


def _many_stages(mini: Mini) -> None:
    caution = "  - {id: w, says: x, source: x, stages: [x]}\n"
    mini.add("national/policies/national.yaml", f"warnings:\n{caution * 3000}")


@pytest.mark.parametrize("harm", [_many_keys, _many_names, _many_roles, _many_stages])
def test_of_many_faults_the_first_get_a_suggestion(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Mini], None]
) -> None:
    """A file with thousands of faults is refused soon: the nearest name is looked for a hundred times."""
    searched = []

    def search(name: str, names: list[str], n: int, cutoff: float) -> list[str]:
        searched.append(name)
        return get_close_matches(name, names, n, cutoff)

    monkeypatch.setattr("navigator.core.faults.get_close_matches", search)
    harm(mini)
    assert mini.errors()
    assert len(searched) <= 100


@pytest.mark.parametrize("text", ["a: no\n" * 5000, "\t\n" * 5000, "- &a\n" * 5000])
def test_a_file_full_of_problems_is_read_no_further(text: str) -> None:
    """After a thousand problems with YAML itself, reading stops."""
    _, problems = read("f.yaml", text.encode())
    assert len(problems) == MAX_PROBLEMS


def test_very_many_names_are_neither_searched_nor_listed() -> None:
    """Among thousands of names none is suggested, and a list of names stops at a hundred."""
    names = [f"name-{number}" for number in range(4000)]
    assert nearest("name-1x", names[:50]) == "name-1"
    assert nearest("name-1x", names) is None
    assert one_of(names).endswith(", name-99 or 3900 more.")


@pytest.fixture(scope="module")
def asked(bench: Bench) -> Session:
    return Session(bench.library)


MESSAGE: Final[dict[str, Any]] = {
    "origin": "danger",
    "answers": {},
    "typed": {},
    "today": "2026-11-21",
    "show": None,
}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"origin": None}, "origin: is missing. Write some words."),
        ({"origin": "nowhere"}, "there is no page 'nowhere'"),
        ({"answers": []}, "answers: is a list, not keys with values. Write keys."),
        ({"answers": {"danger": 1}}, 'answers.danger: is a number, not text. Put it in quotes: "1".'),
        (
            {"answer": "no"},
            "answer: is text, not keys with values. Write it with these keys: question, option.",
        ),
        ({"answer": {"question": "danger"}}, "answer.option: is missing. Write some words."),
        ({"show": 1}, 'show: is a number, not text. Put it in quotes: "1".'),
        ({"typed": None}, "typed: is missing. Write keys with values."),
        ({"typed": {"sent": {"day": 9}}}, 'typed.sent.day: is a number, not text. Put it in quotes: "9".'),
        ({"today": "20261121"}, "today: is not a date. Write it as YYYY-MM-DD, such as 2026-11-10."),
        ({"today": None}, "today: is missing. Write it as YYYY-MM-DD, such as 2026-11-10."),
    ],
)
def test_a_message_that_lacks_something_is_told(asked: Session, changed: dict[str, Any], says: str) -> None:
    """A message with something missing or of the wrong type gets an answer that says what it is."""
    assert json.loads(asked.answer(json.dumps(MESSAGE | changed))) == {"unknown": True, "says": says}


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "NaN", "[" * 100_000, "1" * 10_000])
def test_a_text_that_is_no_message_is_told(asked: Session, text: str) -> None:
    """A text that is no JSON, or no object, gets an answer too."""
    answer = json.loads(asked.answer(text))
    assert answer["unknown"] is True
    assert answer["says"].startswith("the message is not ")
