"""`navigator ask`: the next question or the outcome, as text, as JSON, line by line and in conversation."""

import builtins
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from navigator.cli import ask, main
from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.core.model import Library, Unit
from navigator.load import clock
from navigator.load.words import english_words
from tests import shipped
from tests.builders import library as library_of
from tests.builders import policy, stage, timescale
from tests.mini import Mini
from tests.signposted import ANSWERS, signposted
from tests.signposted import library_of as library_in

PROJECT = Path(__file__).parents[2]
DATA = str(shipped.DATA)
TODAY = ["--today", "2026-11-21"]
LATE_TASK = {
    "danger": "none",
    "who": "carer",
    "carer-topic": "task",
    "task": "childs-team",
    "service": "four-stage",
    "progress": "stage-1",
}

type Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library: Library) -> Asked:
    """Run the command in this process, on policies that are loaded already."""

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(["ask", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    monkeypatch.setattr(ask, "open_library", lambda data: library)
    return run


def in_policies(library: Library) -> Iterable[dict[str, str]]:
    """Return answers that lead to each end in a policy, which others than signposts are."""
    return {node: answers for answers, node in paths(library) if not node.signpost}.values()


def given(answers: dict[str, str]) -> list[str]:
    return [part for key, value in answers.items() for part in ("--answer", f"{key}={value}")]


def test_the_first_question_as_text(asked: Asked) -> None:
    """Without answers the question about danger is printed, with its answers numbered."""
    status, out, err = asked(*TODAY)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Is a child or anybody else in danger?"
    assert "  1. Yes, somebody is in danger now  [now]" in lines
    assert "  6. I'm not sure  [unsure]" in lines


def test_a_question_as_json(asked: Asked) -> None:
    """As JSON the open question is told with its id and the ids of its answers."""
    status, out, _ = asked(*TODAY, "--format", "json", "--answer", "danger=none")
    found = json.loads(out)
    assert (status, found["status"], found["question"]["id"]) == (0, "question", "who")
    assert [option["id"] for option in found["question"]["options"]] == [
        "carer",
        "connected-carer",
        "not-now",
        "child",
        "parent",
        "worker",
        "nation",
        "unsure",
    ]


def test_an_outcome_as_text(asked: Asked) -> None:
    """The outcome of a late task tells who does what, by when, how that was counted and where it stands."""
    status, out, _ = asked(*given(LATE_TASK), "--date", "raised_with_ssw=2026-10-06", "--today", "2026-10-07")
    assert status == 0
    for words in (
        "Your supervising social worker should settle it with you by Friday 9 October 2026.",
        "To: your supervising social worker",
        "Friday 9 October 2026",
        "Due in 2 days (2 working days).",
        "not counted: the day of the event, left out",
        "Tuesday 13 October 2026",
        "Foster Carers' Escalation Policy, Stage 1 (Not stated; checked 10 November 2026)",
    ):
        assert words in out, words
    assert max(map(len, out.splitlines())) <= 120


def test_an_outcome_as_json(asked: Asked) -> None:
    """As JSON the outcome has the date, its receipt and the stage."""
    status, out, _ = asked(
        *given(LATE_TASK), "--date", "raised_with_ssw=2026-10-06", *TODAY, "--format", "json"
    )
    outcome = json.loads(out)["outcome"]
    assert (status, outcome["stage"], outcome["service"]) == (0, "stage-1", "four-stage")
    assert outcome["deadlines"][0]["date"] == "2026-10-09"
    assert [line["date"][-2:] for line in outcome["deadlines"][0]["receipt"]] == ["06", "07", "08", "09"]


def test_a_signpost_as_text_and_as_json(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As text it begins with what to do first; as JSON it is named, with the address of its page."""
    library = library_in(signposted(mini))
    monkeypatch.setattr(ask, "open_library", lambda data: library)
    assert main(["ask", *given(ANSWERS), "--answer", "progress=stage-1", *TODAY]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("You should ask your complaints team which payment is missing, today.\n")
    assert printed.err == "Without effect with these answers: --answer progress\n"
    assert main(["ask", *given(ANSWERS), *TODAY, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["signpost"]["id"]) == ("signpost", "money")
    assert found["address"] == "help/money/"


def test_an_urgent_outcome_as_text_says_first_whom_to_call(asked: Asked, library: Library) -> None:
    """Where a child may be at risk the act leads, and the numbers come before the steps, and once only."""
    _, out, _ = asked("--answer", "danger=now", *TODAY)
    numbers = out.index("\nPeople to ask\n")
    assert numbers < out.index("999", numbers) < out.index("\nWho does what\n")
    assert out.count("\nPeople to ask\n") == 1


def test_every_outcome_can_be_printed(asked: Asked, library: Library) -> None:
    """Each place that the questions lead to has a text with steps, times, reasons and sources."""
    dates = [part for event in library.events for part in ("--date", f"{event.id}=2026-10-05")]
    for answers in in_policies(library):
        status, out, _ = asked(*given(answers), *dates, *TODAY)
        assert status == 0
        for heading in (
            "Who does what",
            "Dates, and how they are counted",
            "Why this page",
            "Where this comes from",
        ):
            assert f"\n{heading}\n" in out


def test_every_outcome_as_text_has_its_rules_and_contacts(asked: Asked, library: Library) -> None:
    """The text has each rule, each contact with every way to reach it, and where to turn if nothing fits."""
    kinds = set()
    for answers in in_policies(library):
        found = advance(library, answers, {}, date(2026, 11, 21)).outcome
        assert found is not None
        _, out, _ = asked(*given(answers), *TODAY)
        text = " ".join(out.split())
        for rule in found.rules:
            assert f"- {rule.says}" in text
            kinds.add(rule.kind)
        for contact in found.contacts:
            ways = (contact.phone, contact.email, contact.web, contact.address)
            for part in (contact.name, contact.note, *ways):
                assert part is None or part in text
            assert f"{contact.name} (checked {english_words().short_date(contact.checked_on)})" in text
        assert found.assistance in text
    assert kinds == {"entry", "before", "bypass", "principle"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--answer", "danger=perhaps"], "danger=perhaps"),
        (["--answer", "danger"], "write --answer QUESTION=OPTION"),
        (["--answer", "=none"], "write --answer QUESTION=OPTION"),
        (["--answer", "danger="], "write --answer QUESTION=OPTION"),
        (["--answer", "danger=none", "--answer", "danger=now"], "danger is given twice"),
        (["--answer", "dangre=none"], "there is no such question"),
        (["--answer", "danger=now", "--date", "raised=2026-10-06"], "raised: there is no such event"),
        (["--answer", "danger=now", "--date", "complaint_sent"], "write --date EVENT=YYYY-MM-DD"),
        (["--answer", "danger=now", "--date", "complaint_sent=6 October 2026"], "YYYY-MM-DD"),
        (["--answer", "danger=now", "--date", "complaint_sent=2026-02-30"], "February 2026 has no day 30"),
        (["--today", "tomorrow"], "YYYY-MM-DD"),
        (["--today", "2026-13-01"], "2026-13-01"),
    ],
)
def test_a_call_that_cannot_be_taken_exits_2(asked: Asked, arguments: list[str], says: str) -> None:
    """A wrong answer, question, event or date exits 2, says what to write, and prints nothing else."""
    status, out, err = asked(*arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_an_answer_to_a_question_that_is_not_passed_is_no_error(asked: Asked) -> None:
    """A known question that this way does not pass is left aside, and so is a date; both are told."""
    status, out, err = asked(
        "--answer", "danger=now", "--answer", "who=carer", "--date", "complaint_sent=2026-10-06", *TODAY
    )
    assert (status, bool(out)) == (0, True)
    assert err == "Without effect with these answers: --answer who, --date complaint_sent\n"
    status, out, _ = asked("--answer", "danger=now", "--answer", "who=carer", *TODAY, "--format", "json")
    assert (status, json.loads(out)["ignored"]) == (0, ["who"])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_dates_at_the_ends_of_time_do_no_harm(asked: Asked, library: Library, day: str) -> None:
    """The first and the last date there are give an outcome without dates that cannot be counted."""
    dates = [part for event in library.events for part in ("--date", f"{event.id}={day}")]
    for answers in (
        {"danger": "none", "who": "carer", "carer-topic": "unhappy", "unhappy": "final-answer"},
        LATE_TASK,
    ):
        status, out, _ = asked(*given(answers), *dates, *TODAY)
        assert status == 0
        if day > "9000":
            assert "No date can be given here." in " ".join(out.split())


def batch(asked: Asked, *lines: object, raw: str | None = None) -> list[dict[str, Any]]:
    stdin = raw if raw is not None else "".join(json.dumps(line) + "\n" for line in lines)
    status, out, err = asked("--batch", stdin=stdin)
    assert (status, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def test_batch_answers_each_line_with_a_line(asked: Asked) -> None:
    """Each object in gets one object out, in the same order, questions and outcomes alike."""
    found = batch(
        asked,
        {"answers": {"danger": "none"}},
        {"answers": LATE_TASK, "dates": {"raised_with_ssw": "2026-10-06"}, "today": "2026-10-07"},
        {},
        {"answers": {"danger": "now"}, "today": "2026-10-07"},
    )
    assert [line["status"] for line in found] == ["question", "outcome", "question", "outcome"]
    assert found[1]["outcome"]["deadlines"][0]["date"] == "2026-10-09"
    standing = found[1]["outcome"]["deadlines"][0]["standing"]
    assert (standing["state"], standing["days"], standing["working_days"]) == ("ahead", 2, 2)
    assert found[3]["outcome"]["today"] == "2026-10-07"


BAD = [
    "not json",
    "{",
    "[]",
    '"text"',
    "3",
    "null",
    '{"answers": {"danger": "perhaps"}}',
    '{"answers": {"dangre": "none"}}',
    '{"answers": {"danger": 1}}',
    '{"answers": {"danger": null}}',
    '{"answers": ["danger"]}',
    '{"answers": "danger=none"}',
    '{"answers": []}',
    '{"answers": false}',
    '{"answers": {}, "dates": ""}',
    '{"answers": {}, "today": ""}',
    '{"answers": {}, "today": {}}',
    '{"answers": {}, "today": false}',
    '{"answers": {}, "dates": {"complaint_sent": "6 October"}}',
    '{"answers": {"danger": "now"}, "dates": {"nothing": "2026-10-06"}}',
    '{"answers": {}, "dates": {"complaint_sent": 20261006}}',
    '{"answers": {}, "today": "tomorrow"}',
    '{"answers": {}, "today": 20261121}',
    '{"answers": {"danger": "\\ud800"}}',
    '{"answers": {"\\udfff": "none"}}',
    "[" * 100_000,
    '{"answers": ' * 50_000,
    "\x00",
    "1" * 5000,
    '{"anwsers": {"danger": "none"}}',
    '{"answers": {}, "Dates": {}}',
    '{"": {}}',
    '{"answers": {"danger": "none"}, "answers": {"danger": "now"}}',
    '{"answers": {"danger": "none", "danger": "now"}}',
    '{"today": "2026-10-06", "today": "2026-10-07"}',
]


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_bad_line_is_told_and_the_next_is_answered(asked: Asked, line: str) -> None:
    """A line that cannot be taken gets a line that says so, and the lines after it are answered."""
    good = '{"answers": {"danger": "none"}}'
    first, bad, last = batch(asked, raw=f"{good}\n{line}\n{good}\n")
    assert bad["status"] == "error"
    assert bad["error"]
    assert "question" not in bad
    assert first == last
    assert first["question"]["id"] == "who"


def test_a_key_that_no_line_has_is_named(asked: Asked) -> None:
    """A misspelt key is told by its name with those there are, and nothing is answered without it."""
    (found,) = batch(asked, {"answers": {"danger": "none"}, "todya": "2026-10-07"})
    assert found == {
        "status": "error",
        "error": "todya: there is no such key; there are answers, dates, today",
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--answer", "danger=none"], '--answer cannot go with --batch: write "answers" in each line'),
        (["--date", "sent=2026-10-06"], '--date cannot go with --batch: write "dates" in each line'),
        (TODAY, '--today cannot go with --batch: write "today" in each line'),
        (["--format", "json"], "--format cannot go with --batch: each line is answered with an object"),
        (["--format", "text"], "--format cannot go with --batch: each line is answered with an object"),
    ],
)
def test_what_each_line_brings_is_not_taken_beside_a_batch(
    asked: Asked, arguments: list[str], says: str
) -> None:
    """Answers, dates or today's date given beside --batch are refused, and no line is answered."""
    status, out, err = asked("--batch", *arguments, stdin='{"answers": {"danger": "none"}}\n')
    assert (status, out) == (2, "")
    assert says in err


def test_blank_lines_are_passed_over(asked: Asked) -> None:
    """Lines without anything in them get no answer, and no input is no error."""
    assert len(batch(asked, raw='\n   \n{"answers": {}}\n\n')) == 1
    assert batch(asked, raw="") == []


@pytest.mark.parametrize("encoding", ["utf-8:strict", "utf-8:surrogateescape", "ascii:strict"])
def test_a_line_that_is_no_text_is_told_as_well(encoding: str) -> None:
    """Bytes that are no text do not stop the batch either."""
    run = subprocess.run(
        [sys.executable, "-m", "navigator", "ask", "--batch", "--data", DATA],
        input=b'{"answers": {}}\n\xff\xfe\n{"answers": {}}\n',
        capture_output=True,
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr.decode()) == (0, "")
    assert [json.loads(line)["status"] for line in run.stdout.splitlines()] == [
        "question",
        "error",
        "question",
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def converse(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    library: Library,
    typed: list[str],
    *arguments: str,
) -> str:
    """Type lines at a terminal, then end the input."""
    waiting = iter(typed)

    def answer(prompt: str = "") -> str:
        print(prompt, end="")
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(ask, "open_library", lambda data: library)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(builtins, "input", answer)
    assert main(["ask", *TODAY, *arguments]) == 0
    assert list(waiting) == []
    return capsys.readouterr().out


def test_a_conversation_ends_in_an_outcome_with_dates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    """At a terminal one question follows another, by number or by name; then the dates are asked for."""
    typed = ["5", "carer", " 1 ", "childs-team", "four-stage", "stage-1", "2026-10-06"]
    out = converse(monkeypatch, capsys, library, typed)
    assert "Is a child or anybody else in danger?" in out
    assert "When did you raise it with your supervising social worker?" in out
    assert out.index("Who are you?") < out.index("Whose task is it?") < out.index("Friday 9 October 2026")


def test_a_wrong_answer_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    """What is no answer is told, and the question stays open; a bad date is asked for again."""
    typed = ["9", "perhaps", "", "5", "1", "1", "1", "four-stage", "stage-1", "6 October", "2026-10-06"]
    out = converse(monkeypatch, capsys, library, typed)
    assert out.count("Write a number from 1 to 6.") == 3
    assert "Write it as YYYY-MM-DD" in out
    assert "Friday 9 October 2026" in out


def test_a_date_may_be_left_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    """An empty line leaves a date open, and the outcome stands as it was."""
    out = converse(monkeypatch, capsys, library, ["5", "1", "1", "1", "four-stage", "stage-1", ""])
    assert "Within 3 working days" in out
    assert out.count("Who does what") == 1


@pytest.mark.parametrize("typed", [[], ["5"], ["5", "1", "1", "1", "four-stage", "stage-1"]])
def test_the_end_of_input_ends_the_conversation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: Library, typed: list[str]
) -> None:
    """Ending the input at any point ends the conversation in peace."""
    assert converse(monkeypatch, capsys, library, typed)


HOURS = timescale("limit", 48, Unit.HOURS, counted_from="sent")


@pytest.fixture
def by_hours() -> Library:
    """Build a library in which hours are counted from the only event."""
    return library_of(policy(stage("stage-1", HOURS)))


def test_a_day_is_given_with_its_hour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by_hours: Library
) -> None:
    """48 hours from 4 in the afternoon end at 4 in the afternoon, told as data with the day."""
    monkeypatch.setattr(ask, "open_library", lambda data: by_hours)
    asked_for = ["--answer", "topic=issue", "--date", "sent=2026-11-20T16:00", "--format", "json"]
    assert main(["ask", *TODAY, *asked_for]) == 0
    (deadline,) = json.loads(capsys.readouterr().out)["outcome"]["deadlines"]
    assert (deadline["date"], deadline["time"]) == ("2026-11-22", "16:00")
    assert main(["ask", *TODAY, "--date", "sent=2026-11-20T4pm"]) == 2
    assert "Write it as YYYY-MM-DDTHH:MM" in capsys.readouterr().err


def test_a_conversation_asks_for_the_hour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by_hours: Library
) -> None:
    """Where hours are counted, the question says how to give the time as well."""
    out = converse(monkeypatch, capsys, by_hours, ["issue", "2026-11-20T16:00"])
    assert "YYYY-MM-DD, or with the time YYYY-MM-DDTHH:MM" in out
    assert "16:00 on Sunday 22 November 2026" in out


def test_a_conversation_knows_the_dates_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    """A date given on the command line is used and not asked for again."""
    typed = ["5", "1", "1", "1", "four-stage", "stage-1"]
    out = converse(monkeypatch, capsys, library, typed, "--date", "raised_with_ssw=2026-10-06")
    assert "Friday 9 October 2026" in out
    assert "When did you raise it" not in out


@pytest.mark.parametrize(
    ("instant", "today"),
    [
        ("2026-06-30T22:59:00", "2026-06-30"),
        ("2026-06-30T23:30:00", "2026-07-01"),  # summer time is an hour ahead
        ("2026-12-31T23:59:00", "2026-12-31"),
    ],
)
def test_today_is_the_day_in_london(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, instant: str, today: str
) -> None:
    """Without --today the day is that of London, wherever the machine stands."""

    class Frozen(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Frozen":
            return cls.fromisoformat(instant).replace(tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Frozen)
    _, out, _ = asked("--answer", "danger=now", "--format", "json")
    assert json.loads(out)["outcome"]["today"] == today


def test_as_a_module_it_answers_too() -> None:
    """`python -m navigator ask` loads and checks the policies and prints the outcome."""
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "navigator",
            "ask",
            "--data",
            DATA,
            *TODAY,
            "--answer",
            "danger=now",
            "--format",
            "json",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=PROJECT.parent,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["outcome"]["route"] == "safeguarding"


def test_a_folder_without_policies_exits_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Where there is nothing to load, all that is missing is told, and nothing is answered."""
    assert main(["ask", "--data", str(tmp_path), *TODAY]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "services:1:1: error: the folder: is missing." in printed.err
    assert "navigator check" in printed.err


def test_policies_with_an_error_answer_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One file with an error is enough to exit 1 with its name, and no answer is given."""
    folder = tmp_path / "data"
    for path in Path(DATA).rglob("*.yaml"):
        copy = folder / path.relative_to(DATA)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            path.read_text(encoding="utf-8").replace("next: who\n", "next: whom\n"), encoding="utf-8"
        )
    assert main(["ask", "--data", str(folder), *TODAY]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "national/triage.yaml" in printed.err
    assert "whom" in printed.err
