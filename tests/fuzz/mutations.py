"""Changes to the text of a YAML file: small slips, moved lines, plausible other values, and hostile ones."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

_KEY_AND_VALUE = re.compile(rb"^(\s*(?:- )?)([a-z_]+): (\S.*)$")

ODD = (
    "", " ", "\t", "\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff",
    "\ufffe", "\U0001f46a", "e\u0301", "\u0131", "\xdf", "\uff11\uff10", "\u0661\u0660", "\xb2", "\xa0",
    "\r", "\r\n", "yes", "No", "null", "~", "true", "True", "false", "010", "0x1F", "1e3", "1_000", "12:30",
    ".inf", ".nan", "-0", "0", "1", "-1", "999999999", "9999999999999", "1.0", "2026-02-30", "0001-01-01",
    "9999-12-31", "2026-11-10", "2026-11-10T10:00:00Z", "[]", "{}", "''", '""', "'", '"', "- ", "? ", ": ",
    ":", "#", " # x", "&a ", "*a", "!!str ", "!!python/object:os.system ", "!", "<<: *a", "<<: {}", "---",
    "...", "%YAML 1.2", "|", ">", "|9", ">-", "@", "`", "{a: ", "[", "]", "}", ",", "{service}", "{", "}",
    "{{", "{0}", "{event.__class__}", "{event!r:>99999999}", "<script>alert(1)</script>", '" onload="x',
    "&lt;", "../../etc/passwd", "__init__", "__class__", "unsure", "stage-1", "none_stated", "working_days",
    "x" * 5000,
)  # fmt: skip
"""Texts that are special to YAML, to Python, to HTML, to a calendar, or to somebody's eyes."""

NESTS = (b"[", b"{a: ", b"- ", b"? ", b"{? ", b"a:\n ", b"[? ", b"!a [")
_FORMS = (
    b'"%s"',
    b"'%s'",
    b"[%s]",
    b"{a: %s}",
    b"&a %s",
    b"!!str %s",
    b"|\n      %s",
    b">-\n      %s",
    b"- %s",
)
LENGTHS = (3, 25, 400, 6000, 60_000)


@dataclass(frozen=True)
class Mutation:
    """One change. Places are numbers of any size: they wrap around the text there is."""

    kind: str
    at: int
    to: int
    text: str


@dataclass(frozen=True)
class Context:
    """What a change may borrow from."""

    values: Mapping[bytes, Sequence[bytes]]
    """For each key, the values it has anywhere in the folder."""
    lines: Sequence[bytes]
    """Lines from all over the folder."""


def context(contents: Mapping[str, bytes]) -> Context:
    """Gather the values and lines of a folder."""
    values: dict[bytes, dict[bytes, None]] = defaultdict(dict)
    lines: dict[bytes, None] = {}
    for content in contents.values():
        for line in content.split(b"\n"):
            lines[line] = None
            if match := _KEY_AND_VALUE.match(line):
                values[match[2]][match[3]] = None
    return Context({key: tuple(found) for key, found in values.items()}, tuple(lines))


def mutated(content: bytes, mutations: Sequence[Mutation], around: Context) -> bytes:
    """Return a file's content with the changes made one after another."""
    for mutation in mutations:
        content = _KINDS[mutation.kind](content, mutation, around)
    return content


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


# Bytes.


def _flip(content: bytes, change: Mutation, _: Context) -> bytes:
    if not content:
        return content
    at = change.at % len(content)
    return content[:at] + bytes([content[at] ^ (1 << change.to % 8)]) + content[at + 1 :]


def _insert(content: bytes, change: Mutation, _: Context) -> bytes:
    at = change.at % (len(content) + 1)
    return content[:at] + _encoded(change.text) + content[at:]


def _cut(content: bytes, change: Mutation, _: Context) -> bytes:
    at = change.at % (len(content) + 1)
    return content[:at] + content[at + 1 + change.to % 30 :]


def _end_early(content: bytes, change: Mutation, _: Context) -> bytes:
    return content[: change.at % (len(content) + 1)]


def _raw_byte(content: bytes, change: Mutation, _: Context) -> bytes:
    at = change.at % (len(content) + 1)
    return content[:at] + bytes([change.to % 256]) + content[at:]


# Lines and blocks.


def _on_lines(change_lines: Callable[[list[bytes], int, Mutation, Context], None]) -> "_Kind":
    def kind(content: bytes, change: Mutation, around: Context) -> bytes:
        lines = content.split(b"\n")
        change_lines(lines, change.at % len(lines), change, around)
        return b"\n".join(lines)

    return kind


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _block_end(lines: list[bytes], at: int) -> int:
    """Return where the block ends that a line begins: at the next line that is not deeper."""
    end = at + 1
    while end < len(lines) and _indent(lines[end]) > _indent(lines[at]):
        end += 1
    return end


def _delete_line(lines: list[bytes], at: int, _: Mutation, __: Context) -> None:
    del lines[at]


def _delete_block(lines: list[bytes], at: int, _: Mutation, __: Context) -> None:
    del lines[at : _block_end(lines, at)]


def _double_line(lines: list[bytes], at: int, _: Mutation, __: Context) -> None:
    lines.insert(at, lines[at])


def _double_block(lines: list[bytes], at: int, _: Mutation, __: Context) -> None:
    lines[at:at] = lines[at : _block_end(lines, at)]


def _move_block(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    end = _block_end(lines, at)
    block = lines[at:end]
    del lines[at:end]
    to = change.to % (len(lines) + 1)
    lines[to:to] = block


def _swap_lines(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    to = change.to % len(lines)
    lines[at], lines[to] = lines[to], lines[at]


def _shift_line(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    by = change.to % 9 - 4
    lines[at] = b" " * by + lines[at] if by > 0 else lines[at][-by:]


def _shift_block(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    by = change.to % 9 - 4
    for number in range(at, _block_end(lines, at)):
        lines[number] = b" " * by + lines[number] if by > 0 else lines[number][-by:]


def _borrow_line(lines: list[bytes], at: int, change: Mutation, around: Context) -> None:
    borrowed = around.lines[change.to % len(around.lines)]
    lines.insert(at, b" " * _indent(lines[at]) + borrowed.lstrip(b" "))


def _new_line(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    lines.insert(at, b" " * _indent(lines[at]) + _encoded(change.text))


# Values.


def _value_line(lines: list[bytes], at: int) -> int | None:
    """Return the number of the first line with a key and a value at or after a line, or from the top."""
    order = [*range(at, len(lines)), *range(at)]
    return next((number for number in order if _KEY_AND_VALUE.match(lines[number])), None)


def _put(lines: list[bytes], at: int, value: bytes) -> None:
    match = _KEY_AND_VALUE.match(lines[at])
    if match:
        lines[at] = match[1] + match[2] + b": " + value


def _get(lines: list[bytes], at: int) -> bytes:
    match = _KEY_AND_VALUE.match(lines[at])
    return match[3] if match else b""


def _other_value(lines: list[bytes], at: int, change: Mutation, around: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        match = _KEY_AND_VALUE.match(lines[number])
        held = around.values.get(match[2], (b"x",)) if match else (b"x",)
        _put(lines, number, held[change.to % len(held)])


def _odd_value(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        _put(lines, number, _encoded(change.text))


def _swap_values(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    one, two = _value_line(lines, at), _value_line(lines, change.to % len(lines))
    if one is not None and two is not None:
        first, second = _get(lines, one), _get(lines, two)
        _put(lines, one, second)
        _put(lines, two, first)


def _add_to_number(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    order = [*range(at, len(lines)), *range(at)]
    for number in order:
        found = re.search(rb"\d+", lines[number])
        if found:
            other = str(max(0, int(found[0]) + change.to % 21 - 10)).encode().zfill(len(found[0]))
            lines[number] = lines[number][: found.start()] + other + lines[number][found.end() :]
            return


def _more_words(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        lines[number] += _encoded(change.text)


def _requote(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        value = _get(lines, number)
        _put(lines, number, _FORMS[change.to % len(_FORMS)] % value)


# Size and depth.


def _nest(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    nest, length = NESTS[change.to % len(NESTS)], LENGTHS[change.to // 8 % len(LENGTHS)]
    lines.insert(at, nest * length)


def _repeat(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    block = lines[at : _block_end(lines, at)]
    size = max(1, sum(map(len, block)))
    lines[at:at] = block * min(LENGTHS[change.to % len(LENGTHS)], 1_100_000 // size)


def _many_keys(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    indent = b" " * _indent(lines[at])
    key = indent + (_encoded(change.text[:8]) or b"k")
    lines[at:at] = [b"%s%d: 1" % (key, number) for number in range(LENGTHS[change.to % len(LENGTHS)])]


def _many_items(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        length = LENGTHS[change.to % len(LENGTHS)]
        _put(lines, number, b"[" + b", ".join(b"stage-%d" % each for each in range(length)) + b"]")


def _long_value(lines: list[bytes], at: int, change: Mutation, _: Context) -> None:
    number = _value_line(lines, at)
    if number is not None:
        _put(lines, number, (_encoded(change.text) or b"x") * LENGTHS[change.to % 4])


def _other_encoding(content: bytes, change: Mutation, _: Context) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(("utf-16", "utf-8-sig", "utf-32", "cp1252", "utf-7")[change.to % 5], "replace")


type _Kind = Callable[[bytes, Mutation, Context], bytes]

_OFTEN: dict[str, _Kind] = {
    "flip": _flip,
    "insert": _insert,
    "cut": _cut,
    "delete line": _on_lines(_delete_line),
    "delete block": _on_lines(_delete_block),
    "double line": _on_lines(_double_line),
    "double block": _on_lines(_double_block),
    "move block": _on_lines(_move_block),
    "swap lines": _on_lines(_swap_lines),
    "shift line": _on_lines(_shift_line),
    "shift block": _on_lines(_shift_block),
    "borrow line": _on_lines(_borrow_line),
    "new line": _on_lines(_new_line),
    "other value": _on_lines(_other_value),
    "odd value": _on_lines(_odd_value),
    "swap values": _on_lines(_swap_values),
    "add to number": _on_lines(_add_to_number),
    "more words": _on_lines(_more_words),
    "requote": _on_lines(_requote),
    "end early": _end_early,
    "raw byte": _raw_byte,
}
_SELDOM: dict[str, _Kind] = {
    "nest": _on_lines(_nest),
    "repeat": _on_lines(_repeat),
    "many keys": _on_lines(_many_keys),
    "many items": _on_lines(_many_items),
    "long value": _on_lines(_long_value),
    "other encoding": _other_encoding,
}
_KINDS = {**_OFTEN, **_SELDOM}
KINDS = tuple(_KINDS)
_NUMBERS = st.integers(0, 2**20)
_TEXTS = st.sampled_from(ODD) | st.text(max_size=6)

MUTATIONS = st.lists(
    st.builds(Mutation, st.sampled_from((*tuple(_OFTEN) * 3, *_SELDOM)), _NUMBERS, _NUMBERS, _TEXTS),
    min_size=1,
    max_size=4,
)
"""One change or a few in a row."""
