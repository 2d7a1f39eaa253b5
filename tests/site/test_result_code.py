"""The code of a result: what a browser writes and reads, against codes worked out in Python."""

import itertools
import json
import random
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from navigator.runtime.subprocesses import tool

SCRIPT: Final = Path(__file__).with_name("result_code_in_node.mjs")
SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID: Final = "7k2m"
MARKS: Final = (1, 1, 2, 3, 0, 1, 1, 1, 2, 1, 1, 3)


def run(*asked: tuple[Any, ...]) -> list[Any]:
    """Return what the scripts of the browser make of each piece of work."""
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)], input=json.dumps(asked), capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    found: list[Any] = json.loads(ended.stdout)
    return found


def code(session: str, marks: tuple[int, ...]) -> str:
    """Write a code by arithmetic on whole numbers, without any of the script's steps."""
    number = 0
    for mark in marks:
        number = number * 4 + mark
    length = -(-2 * len(marks) // 5)
    number <<= 5 * length - 2 * len(marks)
    body = session.upper() + "".join(SIGNS[number // 32**place % 32] for place in reversed(range(length)))
    check = sum(SIGNS.index(sign) * 32**place for place, sign in enumerate(reversed(body))) % 1021
    whole = body + SIGNS[check // 32] + SIGNS[check % 32]
    return "-".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def read(text: str, session: str = ID, questions: int = len(MARKS)) -> list[tuple[str, str, list[int]]]:
    """Return what is found in a text: what it is, as it was written, and the marks."""
    (found,) = run(("read", text, {"id": session, "questions": questions}))
    return [(each["kind"], each["written"], each["marks"]) for each in found]


def test_a_code_is_as_worked_out_by_hand() -> None:
    """Four questions, 1 1 2 3: the bits 01011 01100 are the signs B and C, and the check follows.

    The signs 0 0 0 1 11 12 are 1 * 1024 + 11 * 32 + 12 = 1388, of which 1021 leaves 367, or 11 and 15.
    """
    assert run(("write", "0001", (1, 1, 2, 3)))[0] == "0001-BCBF"


def test_script_and_python_write_the_same() -> None:
    """For each number of questions, many marks give the same code, and are read from it again."""
    chance = random.Random(1)  # noqa: S311 - nothing is kept secret with it
    sets = [tuple(chance.choices(range(4), k=length)) for length in range(1, 49)]
    written = run(*(("write", ID, marks) for marks in sets))
    assert written == [code(ID, marks) for marks in sets]
    asked = (
        ("read", text, {"id": ID, "questions": len(marks)}) for marks, text in zip(sets, written, strict=True)
    )
    assert [found[0]["marks"] for found in run(*asked)] == [list(marks) for marks in sets]


@pytest.mark.parametrize(("cases", "signs"), [(3, 11), (6, 16), (9, 21), (12, 26)])
def test_codes_are_short(cases: int, signs: int) -> None:
    """With four questions a case, three cases take eleven signs and each three more take five."""
    assert len(code(ID, (1,) * 4 * cases).replace("-", "")) == signs


def test_a_code_is_read_however_it_is_typed() -> None:
    """Small letters, other gaps and none, and letters for the digits they look like make no difference."""
    written = code("0101", MARKS)
    plain = written.replace("-", "")
    typed = (written.lower(), plain, written.replace("-", " "), written.replace("-", "\u2013"),
             plain.replace("0", "O").replace("1", "l"), plain.replace("1", "i"))  # fmt: skip
    for each in typed:
        assert [(kind, marks) for kind, _, marks in read(each, "0101")] == [("good", list(MARKS))], each


def test_many_codes_are_found_among_other_words() -> None:
    """Names, times and numbers around them are left alone, and the same code twice is there twice."""
    other = (3,) * len(MARKS)
    text = (
        f"26/11/2026, 14:05 - Anna: {code(ID, MARKS)}\n"
        f"14:06 - Abel 0300 123 1234: {code(ID, other).lower()} ok?\n"
        f"{code(ID, MARKS)} {code(ID, other)}, thanks. 2026-11-26"
    )
    assert [(kind, marks) for kind, _, marks in read(text)] == [
        ("good", list(marks)) for marks in (MARKS, other, MARKS, other)
    ]


def test_each_slip_is_noticed() -> None:
    """Whichever sign is changed into whichever other, and whichever neighbours change places, it is told."""
    right = code(ID, MARKS).replace("-", "")
    wrong = {right[:at] + sign + right[at + 1 :] for at in range(len(right)) for sign in SIGNS} - {right}
    swapped = [right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(len(right) - 1)]
    # With the check behind it, the last sign before it could change places and still fit, once in a thousand.
    wrong |= set(swapped) - {right}
    asked = {"id": ID, "questions": len(MARKS)}
    grouped = ["-".join(text[at : at + 4] for at in range(0, len(text), 4)) for text in sorted(wrong)]
    found = run(*(("read", text, asked) for text in grouped))
    assert [[each["kind"] for each in one] for one in found] == [["mistyped"]] * len(grouped)
    assert [one[0]["written"] for one in found] == grouped


def test_a_sign_too_few_or_too_many_is_noticed() -> None:
    """Such a code is told, and the one after it is still counted."""
    right = code(ID, MARKS)
    for wrong in (right[:-1], right + "7"):
        assert [kind for kind, _, _ in read(f"{wrong} {right}\n{right}")] == ["mistyped", "good", "good"]


def test_other_sessions_and_older_versions_are_told_apart() -> None:
    """The first two signs name the cases, the next two their wording."""
    assert read(code("7kzz", MARKS))[0][0] == "older"
    assert [kind for kind, _, _ in read(f"{code('7kzz', MARKS)} {code(ID, MARKS)}")] == ["older", "good"]
    assert read(code("8k2m", MARKS))[0][0] == "other"
    assert read(code("8k2m", (1,) * 30))[0][:2] == ("other", code("8k2m", (1,) * 30))


@pytest.mark.parametrize(
    "text", ["", "Anna, Bob and Carol", "12 of 12", "well-done", "2026-11-26", "0300 123 1234"]
)
def test_what_is_no_code_is_left_alone(text: str) -> None:
    """Nothing is said of it."""
    assert read(text) == []


def test_marks_follow_the_answers() -> None:
    """0 not answered, 1 right at the first try, 2 right later, 3 not right yet: right stays right."""
    ways = list(itertools.product(range(4), (True, False)))
    assert run(*(("after", mark, right) for mark, right in ways)) == [1, 3, 1, 1, 2, 2, 2, 3]


def test_a_room_is_counted() -> None:
    """By question, the hardest first named; worked out by hand for three people and three questions."""
    (told,) = run(("tally", [[1, 2, 3], [1, 2, 1], [0, 3, 2]], 3))
    assert told["counts"] == [
        {"open": 1, "first": 2, "later": 0, "wrong": 0},
        {"open": 0, "first": 0, "later": 2, "wrong": 1},
        {"open": 0, "first": 1, "later": 1, "wrong": 1},
    ]
    assert told["hardest"] == 1
    assert told["again"] == [[1, 2], [1], [1, 2]]
    assert run(("tally", [[1, 0]], 2))[0]["hardest"] is None
    assert run(("tally", [], 2))[0]["hardest"] is None
