"""Strict reading of YAML."""

import pytest

from navigator.core.codec import BROKEN
from navigator.load.strict_yaml import MAX_BYTES, read
from navigator.load.tree import spot


def problems(text: str | bytes) -> list[str]:
    _, found = read("f.yaml", text if isinstance(text, bytes) else text.encode())
    return [str(problem).removeprefix("f.yaml:") for problem in found]


def test_reads_words_numbers_and_truth_values() -> None:
    """Only true and false are truth values and only whole numbers are numbers; a date stays text."""
    text = "{a: true, b: false, c: 12, d: -3, e: 2026-11-10, f: some words, g: '5', h: \"no\"}"
    expected = {
        "a": True,
        "b": False,
        "c": 12,
        "d": -3,
        "e": "2026-11-10",
        "f": "some words",
        "g": "5",
        "h": "no",
    }
    assert read("f.yaml", text.encode()) == (expected, [])


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF", "y", "N"])
def test_refuses_words_that_are_truth_values_to_some(word: str) -> None:
    """A word that YAML 1.1 takes for true or false must be quoted."""
    (problem,) = problems(f"a:\n  - {word}")
    assert problem.startswith(
        f"2:5: error: a[0]: '{word}' is true or false to some readers of YAML and a word"
    )
    assert problem.endswith(f'Write true or false, or "{word}" in quotes for the word.')


@pytest.mark.parametrize(
    "number",
    ["010", "0x1F", "0b1", "0o17", "12:30", "1_000", "1.0", "1e3", ".5", ".inf", "+1", "=", "12345678901"],
)
def test_refuses_numbers_with_a_second_meaning(number: str) -> None:
    """Octal, sexagesimal and broken numbers must be quoted; only plain whole numbers are taken."""
    (problem,) = problems(f"a: {number}")
    assert problem.startswith("1:4: error: a: ")
    assert f'put it in quotes: "{number}"' in problem


@pytest.mark.parametrize("date", ["2026-11-10 10:00:00", "2026-11-10T10:00:00Z"])
def test_refuses_times(date: str) -> None:
    """A day with a time of day is refused; the navigator counts in days."""
    assert "is no whole number and no date" in problems(f"a: {date}")[0]


@pytest.mark.parametrize("nothing", ["", " ~", " null", " NULL"])
def test_refuses_empty_values(nothing: str) -> None:
    """A key without a value is an error: leave the key out."""
    assert problems(f"a:{nothing}\nb: 1")[0].endswith(
        "error: a: has no value. Write a value, or leave the key out."
    )


def test_refuses_other_spellings_of_true() -> None:
    """True is written in lower case."""
    assert problems("a: True") == ["1:4: error: a: is written True. Write true."]


def test_tells_a_key_that_is_written_twice() -> None:
    """The second key is the error, with the line of the first; what follows is read on."""
    text = "a:\n  b: 1\n  c: 2\n  b: no\n  d: yes"
    told = problems(text)
    assert told[0] == "4:3: error: a.b: is written twice: first on line 2. Keep one of the two."
    assert [each.partition(" error")[0] for each in told] == ["4:3:", "4:6:", "5:6:"]
    assert read("f.yaml", text.encode())[0] == {"a": {"b": 1, "c": 2, "d": BROKEN}}


def test_refuses_anchors_aliases_merges_and_tags() -> None:
    """Nothing in a file stands for something else in it, and nothing has a type of its own."""
    told = problems("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\ne: !!str 5\nf: !python/object:os.system {}\n")
    assert [each.partition(". ")[0] for each in told] == [
        "1:4: error: a: has an anchor (&)",
        "2:4: error: c: is an alias (*)",
        "4:3: error: d: has a merge key (<<)",
        "4:7: error: d.<<: is an alias (*)",
        "5:4: error: e: has a tag (!)",
        "6:4: error: f: has a tag (!)",
    ]


def test_a_bomb_of_aliases_stays_small() -> None:
    """Aliases are told, and never followed."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tree, found = read("f.yaml", bomb.encode())
    assert isinstance(tree, dict)
    assert tree["i"] == [BROKEN, BROKEN]
    assert len(found) == 9 + 16


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5000 + "x", "{a: " * 100_000])
def test_stops_at_depth(text: str) -> None:
    """A file nested without end is told in one line."""
    assert [each.partition(": error")[2] for each in problems(text)] in (
        [f": {'a.' * 19}a: is nested too deep. Use at most 20 levels."],
        [f": {'[0]' * 20}: is nested too deep. Use at most 20 levels."],
    )


def test_refuses_a_file_that_is_too_large() -> None:
    """A file beyond the limit is not even parsed."""
    assert problems(b"a" * (MAX_BYTES + 1)) == [
        "1:1: error: the file: is larger than 1000000 bytes. Split it."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: error: the file: is empty. Write its content."),
        ("# only a comment\n", "2:1: error: the file: is empty. Write its content."),
        ("a: 1\n---\nb: 2\n", "2:1: error: the file: has a second document. Take out the line ---."),
        (b"a: 1\nb: \xe4h\n", "2:4: error: the file: is not UTF-8: the byte 0xe4. Save the file as UTF-8."),
        (
            "a: 1\nb: x\x07y\n",
            "2:5: error: the file: has a control character, U+0007, after 'x'. Take it out.",
        ),
        ('a: "x\\x1b[2J"', "1:4: error: a: has an escape character, U+001B, after 'x'. Take it out."),
        ('"\\x1b[2J": x', "1:1: error: the file: has an escape character, U+001B, at the beginning"),
        ("a:\n\tb: 1\n", "2:1: error: the file: has a tab, U+0009, at the beginning. Use spaces."),
        ("[1, 2]: x\n", "1:1: error: the file: has a key that is no word. Write `key: value`."),
    ],
)
def test_tells_what_is_no_yaml_for_us(text: str | bytes, told: str) -> None:
    """Whatever is wrong with a file as such is told in one line with its place."""
    (problem,) = problems(text)
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("text", "place", "told", "advice"),
    [
        ("a: this: that", "1:8", "mapping values are not allowed", 'Put a text that holds ": " in quotes.'),
        ("a: 1\nb\nc: 2", "3:1", "could not find expected ':'", "Write `key: value`"),
        ("a: 'x", "1:6", "found unexpected end of stream", "Close the quotes"),
        ("- a\nb: 1", "2:1", "did not find expected '-'", "Check the indentation"),
        ("a: @x", "1:4", "found character that cannot start", "Put the text in quotes."),
    ],
)
def test_advises_on_faults_of_form(text: str, place: str, told: str, advice: str) -> None:
    """What the parser cannot read is told with its line and with what usually helps."""
    (problem,) = problems(text)
    assert problem.startswith(f"{place}: error: the file: cannot be read: {told}")
    assert advice in problem


def test_knows_where_everything_stands() -> None:
    """The place of each key and value is known, and of the nearest part around what is missing."""
    tree, _ = read("f.yaml", "a:\n  - b: é\n    c: x\n  - [y, z]\n".encode())
    assert spot(tree, ("a", 0, "c")) == (3, 8)
    assert spot(tree, ("a", 0, "c"), on_key=True) == (3, 5)
    assert spot(tree, ("a", 0, "missing")) == (2, 5)
    assert spot(tree, ("a", 1, 1)) == (4, 9)
    assert spot(tree, ("nothing", 7)) == (1, 1)
