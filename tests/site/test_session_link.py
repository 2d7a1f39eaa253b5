"""The link of a session: Python and the script of the browser write and read the same one."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from navigator.core.model import Library
from navigator.core.short_codes import SIGNS, case_code, digest
from navigator.runtime.subprocesses import tool
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.practice.session_link import session_hash, session_id, signs

SCRIPT: Final = Path(__file__).with_name("session_link_in_node.mjs")
TITLE: Final = "Induction & carers: 50% + caf\u00e9 #1"


@pytest.fixture(scope="module")
def cases(library: Library) -> tuple[Case, ...]:
    return LibraryIndex(library).cases


def read(*addresses: str) -> list[dict[str, Any]]:
    """Return what the script of the browser makes of addresses."""
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)], input=json.dumps(addresses), capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    return found


def test_a_code_is_the_beginning_of_the_digest() -> None:
    """SHA-256 of `abc` begins ba7816bf: 10111 01001 11100 00001 are the signs 23, 9, 28 and 1."""
    assert case_code("abc") == "q9w1"
    assert digest("abc", 3) == "q9w"
    assert len(set(SIGNS)) == 32
    assert not set(SIGNS) & set("ilou")


def test_the_id_of_no_case_is_where_fnv_begins() -> None:
    """FNV-1a begins with 811c9dc5: its ten bits 011, 327 and 1c5 on each other give 2f3, or 23 and 19."""
    assert session_id(()) == "qkqk"
    assert read("#s=")[0]["id"] == "qkqk"


def test_an_id_tells_other_wording_from_other_cases() -> None:
    """Other marks alone change the last two signs, and other codes alone the first two."""
    before, reworded, another = (each["id"] for each in read("#s=aaaa111", "#s=aaaa112", "#s=aaab111"))
    assert before[:2] == reworded[:2]
    assert before[2:] == another[2:]
    assert len({before, reworded, another}) == 3


def test_python_and_script_agree(cases: tuple[Case, ...]) -> None:
    """Both write the same link, read the same cases from it, and give the session the same id."""
    some = [cases[:1], cases[3:12], cases[::-1]]
    written = [session_hash(each, TITLE, 45) for each in some]
    for chosen, link, found in zip(some, written, read(*written), strict=True):
        assert [(each["code"], each["mark"]) for each in found["cases"]] == [
            (case.code, case.mark) for case in chosen
        ]
        assert (found["title"], found["minutes"]) == (TITLE, 45)
        assert found["id"] == session_id(chosen)
        assert found["again"] == link
    assert session_id(cases[:2]) != session_id(cases[1::-1])


def test_the_old_form_is_still_read() -> None:
    """It names cases by their ids; its six digits, as 3f9a1c, begin with the bits of today's three signs."""
    (found,) = read("#cases=one-case.3f9a1c,%20two.ffff00,one-case.000000,three")
    assert found["cases"] == [
        {"code": "", "mark": "7yd", "id": "one-case"},
        {"code": "", "mark": "zzz", "id": "two"},
        {"code": "", "mark": "", "id": "three"},
    ]
    assert (found["title"], found["minutes"]) == ("", None)


@pytest.mark.parametrize(
    ("link", "codes", "minutes"),
    [
        ("", [], None),
        ("#content", [], None),
        ("#cases=,,", [], None),
        ("#s=ABCDEFG", ["abcd"], None),
        ("#s=0lio123&m=45", ["0110"], 45),
        ("#s=aaaa111aaaa222bbbb111", ["aaaa", "bbbb"], None),
        ("#s=aaaa111bb&m=-3", ["aaaa", "bb"], None),
        ("#s=%E0%A4%A&m=999&t=%", ["%e0%", "a"], None),
        ("#s=<b>&m=1e1", ["<b>"], 10),
    ],
    ids=str,
)
def test_a_link_typed_or_broken_says_what_can_be_read(
    link: str, codes: list[str], minutes: int | None
) -> None:
    """Capitals and signs that look alike are read, a case counts once, and nothing stops the reading."""
    (found,) = read(link)
    assert [case["code"] for case in found["cases"]] == codes
    assert found["minutes"] == minutes


def test_nine_cases_are_short(cases: tuple[Case, ...]) -> None:
    """Nine cases are 63 signs, few enough for a code that a phone reads across a room."""
    assert len(signs(cases[:9])) == 63
