"""A case in a link: the script reads what Python packs, packs what Python reads, and refuses the rest."""

import base64
import json
import subprocess
import zlib
from pathlib import Path
from typing import Any, Final

from navigator.runtime.subprocesses import tool

SCRIPT: Final = Path(__file__).with_name("written_link_in_node.mjs")
CASE: Final = {
    "v": 1,
    "title": "Caf\u00e9 <b>& more</b> \U0001f600",
    "story": "Line one\nline two",
    "worked": "",
    "today": "Thursday 26 November 2026",
    "known": [["The day", "Monday"]],
    "asks": [["route", "", [["Right", True, "Yes"], ["Wrong", False, ""]]]],
    "answer": ["Route", "Policy", "Stage", ["A date"]],
}


def packed(held: object) -> str:
    """Pack by Python's own means: raw deflate, then base64 for addresses without its padding."""
    return signs(json.dumps(held).encode())


def signs(text: bytes) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")


def unpacked(part: str) -> Any:  # noqa: ANN401 - JSON
    held = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    return json.loads(zlib.decompress(held, -zlib.MAX_WBITS))


def read(*hashes: str) -> list[list[dict[str, Any]]]:
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)], input=json.dumps(hashes), capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    found: list[list[dict[str, Any]]] = json.loads(ended.stdout)
    return found


def test_cases_are_read_and_packed_alike() -> None:
    """Two cases behind those of the site come out whole; each is packed again into what Python reads."""
    other = {**CASE, "title": "Another"}
    (found,) = read(f"#s=abcdefg&t=x&c={packed(CASE)}&c={packed(other)}")
    assert [each["held"] for each in found] == [CASE, other]
    assert [unpacked(each["again"]) for each in found] == [CASE, other]
    assert all(set(each["again"]) <= set(map(chr, range(48, 123))) | {"-"} for each in found)


BAD: Final = (
    ("", "damaged"),
    ("!!!", "damaged"),
    (packed(CASE)[:-9], "damaged"),
    (signs(b"no JSON"), "damaged"),
    (signs(b'"\xff"'), "damaged"),
    (packed(None), "damaged"),
    (packed([CASE]), "damaged"),
    (packed({**CASE, "v": 2}), "newer"),
    (packed({**CASE, "title": " "}), "damaged"),
    (packed({**CASE, "story": 7}), "damaged"),
    (packed({**CASE, "asks": []}), "damaged"),
    (packed({**CASE, "asks": [["__proto__", "", [["a", True, ""]]]]}), "damaged"),
    (packed({**CASE, "asks": [["route", "", [["nothing right", False, ""]]]]}), "damaged"),
    (packed({**CASE, "answer": ["Route"]}), "damaged"),
    ("A" * 12_001, "large"),
    (packed({**CASE, "story": "x" * 60_001}), "large"),
)
"""Parts of a link that are no case, and why not."""


def test_what_is_no_case_is_told_apart() -> None:
    """A part that is cut, changed, too large or of a newer form is named, and the case behind it is read."""
    found = read(*(f"#s=&c={part}&c={packed(CASE)}" for part, _ in BAD))
    assert [first["bad"] for first, _ in found] == [why for _, why in BAD]
    assert all(second["held"] == CASE for _, second in found)
