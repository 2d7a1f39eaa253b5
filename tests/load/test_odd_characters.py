"""Characters that nobody sees, or that look like others: taken in running text, told where they do harm."""

import pytest

from navigator.core.characters import look_alike, named, oddity, simplified
from navigator.load.library import load
from navigator.load.strict_yaml import MAX_PROBLEMS, read
from tests.mini import Mini

NATIONAL = "national/policies/national.yaml"
SAYS = "Says how to complain."
"""Stands in line 7, from column 10."""


def told(mini: Mini, name: str = NATIONAL) -> list[str]:
    """Load the folder, and return what is told of one file without its name."""
    found = [each.removeprefix(f"{name}:").replace("error: ", "", 1) for each in mini.loading()]
    assert not any(each.startswith("/") for each in found)
    return found


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\xa0", "a no-break space, U+00A0"),
        ("\u2011", "a non-breaking hyphen, U+2011"),
        ("\u2013", "an en dash, U+2013"),
        ("\ufeff", "a byte order mark, U+FEFF"),
        ("\x85", "a next line character, U+0085"),
        ("\x0b", "a vertical tab, U+000B"),
        ("\x07", "a control character, U+0007"),
        ("\uf0b7", "a private-use character, U+F0B7"),
        ("\u0378", "a character without a name, U+0378"),
        ("\U0001f46a", "a family, U+1F46A"),
    ],
)
def test_every_character_has_a_name(character: str, name: str) -> None:
    """A character is named as Unicode names it, or by what it does where it has no name, with its code."""
    assert named(character) == name


NEW_LINE = "Write a space there, or begin a new line."
OUT = "Take it out."
ORDER = "Take it out: with it, a text is not what it looks like."
LOST = "Write what was there: it was lost when the file was saved."


@pytest.mark.parametrize(
    ("character", "name", "hint"),
    [
        ("\u2028", "a line separator, U+2028", NEW_LINE),
        ("\u2029", "a paragraph separator, U+2029", NEW_LINE),
        ("\x85", "a next line character, U+0085", NEW_LINE),
        ("\x0b", "a vertical tab, U+000B", NEW_LINE),
        ("\x0c", "a form feed, U+000C", NEW_LINE),
        ("\u200b", "a zero width space, U+200B", OUT),
        ("\u2060", "a word joiner, U+2060", OUT),
        ("\ufeff", "a byte order mark, U+FEFF", OUT),
        ("\xad", "a soft hyphen, U+00AD", OUT),
        ("\u200e", "a left-to-right mark, U+200E", OUT),
        ("\u200f", "a right-to-left mark, U+200F", OUT),
        ("\u202e", "a right-to-left override, U+202E", ORDER),
        ("\u2066", "a left-to-right isolate, U+2066", ORDER),
        ("\u202c", "a pop directional formatting, U+202C", ORDER),
        ("\U000e0041", "a tag latin capital letter a, U+E0041", OUT),
        ("\ufffd", "a replacement character, U+FFFD", LOST),
        ("\x07", "a control character, U+0007", OUT),
        ("\x7f", "a delete character, U+007F", OUT),
        ("\x9d", "a control character, U+009D", OUT),
    ],
)
def test_what_nobody_sees_is_told_anywhere(mini: Mini, character: str, name: str, hint: str) -> None:
    """In a text, a key and a comment: told with its line and column, and lines after it keep theirs."""
    mini.edit(NATIONAL, SAYS, f"Says{character} how.\nfoo: 1\n# He{character}re")
    mini.edit(NATIONAL, "route:", f"rou{character}te:")
    found = told(mini)
    assert f"3:4: the file: has {name}, after 'rou'. {hint}" in found
    assert f"7:14: the file: has {name}, after 'Says'. {hint}" in found
    assert f"9:5: the file: has {name}, after 'He'. {hint}" in found
    assert any(each.startswith("8:1: foo: is not a key known here.") for each in found)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_lines_are_those_of_an_editor(mini: Mini, ends: str, mark: str) -> None:
    """However lines end, and with a byte order mark at the beginning, lines and columns stay the same."""
    mini.edit(NATIONAL, "route:", "rute:")
    mini.edit(NATIONAL, SAYS, "Says\u200b how.")
    mini.write(NATIONAL, mark + mini.read(NATIONAL).replace("\n", ends))
    assert [each.partition(": ")[0] for each in told(mini)] == ["1:1", "3:1", "7:14"]


def test_a_file_with_any_line_ends_says_the_same(mini: Mini) -> None:
    """What a file says does not hang on how its lines end, in folded and literal texts either."""
    mini.edit(NATIONAL, SAYS, ">-\n  Says\n  how.\n\n  Twice.")
    expected = load(mini.folder).library
    for ends in ("\r\n", "\r"):
        mini.write(NATIONAL, mini.read(NATIONAL).replace("\n", ends))
        assert load(mini.folder).library == expected
        mini.write(NATIONAL, mini.read(NATIONAL))


@pytest.mark.parametrize(
    "text",
    [
        "at 10\xa0am", "well\u2011known", "\u201cYes\u201d, she said", "It\u2019s late",
        "from 3 \u2013 5 days", "wait\u2026", "\u2022 first \u2022 second", "call \u260e 999",
        "a family \U0001f46a",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 here", "\u2764\ufe0f", "\u0645\u0631\u062d \u200fabc",
        "\u05e9\u05dc\u05d5\u05dd", "\u4f60\u597d", "\u0a38\u0a24 \u0a38\u0a4d\u0a30\u0a40",
        "\u09ac\u09be", "e\u0301tude", "\uff1a wide", "caf\xe9", "\u2003indented", "\uf0b7 from Word",
        "na\xefve",
    ],
)  # fmt: skip
def test_what_does_no_harm_in_a_text_is_taken(mini: Mini, text: str) -> None:
    """Signs of good typography, emoji and other scripts are taken in running text as they are written."""
    for quoted in (f"A: {text}.".join("''"), f'"A {text}."', f"A {text}.", f">-\n  A {text}."):
        mini.edit(NATIONAL, f"summary: {SAYS}", f"summary: {quoted}")
        library = load(mini.folder).library
        assert library is not None
        assert text in library.policy["national"].summary
        mini.edit(NATIONAL, f"summary: {quoted}", f"summary: {SAYS}")


ID, DAY, YES = "11:9: stages[0].id", "8:13: checked_on", "9:11: national"
UNIT, KEY = "17:51: stages[0].timescales[0].unit", "7:1: the file"
QUOTE = "a left double quotation mark, U+201C, at the beginning"
DIGIT = "a digit one, U+0031, where that has a latin small letter l, U+006C"
SMALL_A = "a cyrillic small letter a, U+0430"


@pytest.mark.parametrize(
    ("old", "new", "place", "has"),
    [
        ("stage-1", "stage\u20111", ID, "a non-breaking hyphen, U+2011, after 'stage'"),
        ("stage-1", "stage\u20131", ID, "an en dash, U+2013, after 'stage'"),
        ("stage-1", "stage-\uff11", ID, "a fullwidth digit one, U+FF11, after 'stage-'"),
        ("stage-1", "st\u0430ge-1", ID, f"{SMALL_A}, after 'st'"),
        ("stage-1", "\u201cstage-1\u201d", ID, QUOTE),
        ("2026-11-10", "2026\u201111\u201110", DAY, "a non-breaking hyphen, U+2011, after '2026'"),
        ("2026-11-10", "2026\u221211\u221210", DAY, "a minus sign, U+2212, after '2026'"),
        (
            "2026-11-10",
            "\uff12\uff10\uff12\uff16-11-10",
            DAY,
            "a fullwidth digit two, U+FF12, at the beginning",
        ),
        (
            "2026-11-10",
            "\u0662\u0660\u0662\u0666-11-10",
            DAY,
            "an arabic-indic digit two, U+0662, at the beginning",
        ),
        ("true", "\u201ctrue\u201d", YES, QUOTE),
        ("true", "tru\u0435", YES, "a cyrillic small letter ie, U+0435, after 'tru'"),
        ("none_stated", "n\u043ene_stated", UNIT, "a cyrillic small letter o, U+043E, after 'n'"),
        ("summary", "summary\xa0", KEY, "a key with a no-break space, U+00A0, after 'summary'"),
        ("summary", "summ\u0430ry", KEY, f"a key with {SMALL_A}, after 'summ'"),
        ("summary", "\u201csummary\u201d", KEY, f"a key with {QUOTE}"),
    ],
)
def test_where_it_can_only_be_a_mistake_it_is_named(
    mini: Mini, old: str, new: str, place: str, has: str
) -> None:
    """In an id, a date, a choice, true or false and a key, the character is named, with what to write."""
    around = {ID: ("id: ", ""), UNIT: ("unit: ", ","), KEY: ("", ":"), YES: ("national: ", "")}
    before, after = around.get(place, ("", ""))
    mini.edit(NATIONAL, f"{before}{old}{after}", f"{before}{new}{after}")
    assert told(mini) == [f"{place}: has {has}. Write {old}."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("who: carer", "who: c\u0430rer", f"Did you mean carer? It has {SMALL_A}, after 'c'."),
        ("document: law", "document: \u201claw\u201d", f"Did you mean law? It has {QUOTE}."),
        ("route: complaint", "route: comp1aint", f"Did you mean complaint? It has {DIGIT}."),
        ("who: carer", "who: carrer", "'carrer' is not among the roles. Did you mean carer?"),
    ],
    ids=["another alphabet", "curly quotes", "a digit", "a letter more"],
)  # fmt: skip
def test_a_reference_that_looks_right_is_told_from_the_id(
    mini: Mini, old: str, new: str, expected: str
) -> None:
    """A reference that differs from an id only to a machine is told by the character that differs."""
    mini.edit(NATIONAL, old, new)
    assert any(each.endswith(expected) for each in mini.errors())


def test_ids_that_look_the_same_are_a_finding(mini: Mini) -> None:
    """Two ids that the eye cannot tell apart are told, as somebody will take one for the other."""
    for name in ("carer-l", "carer-1", "carer-2"):
        mini.add("national/roles.yaml", f"- {{id: {name}, name: x, explains: X.}}\n")
    found = [each for each in mini.findings() if "looks like" in each]
    told = "[3].id: carer-1 looks like carer-l, on line 3. Write another id."
    assert found == [f"national/roles.yaml:4:8: finding: {told}"]


SPACE, HYPHEN, COLON = "Write a plain space.", "Write a hyphen and a space.", "Write a colon and a space."
INDENT, STRAIGHT = "Indent with plain spaces.", "Write straight quotes."
START = "at the beginning"


@pytest.mark.parametrize(
    ("old", "new", "place", "has", "hint"),
    [
        ("summary: ", "summary:\xa0", "7:9", "a no-break space, U+00A0, after 'summary:'", SPACE),
        ("summary: ", "summary:\u3000", "7:9", "an ideographic space, U+3000, after 'summary:'", SPACE),
        ("  - id: stage-1", "  -\xa0id: stage-1", "11:4", "a no-break space, U+00A0, after '-'", SPACE),
        ("summary: ", "summary\uff1a ", "7:8", "a fullwidth colon, U+FF1A, after 'summary'", COLON),
        ("summary: ", "summary\uff1a", "7:8", "a fullwidth colon, U+FF1A, after 'summary'", COLON),
        ("    title: ", "    title\ua789 ", "12:10", "a modifier letter colon, U+A789, after 'title'", COLON),
        ("    title: ", "\xa0\xa0\xa0\xa0title: ", "12:1", f"a no-break space, U+00A0, {START}", INDENT),
        ("    title: ", "   \u2003title: ", "12:4", f"an em space, U+2003, {START}", INDENT),
        ("  - id: stage-1", "  \u2013 id: stage-1", "11:3", f"an en dash, U+2013, {START}", HYPHEN),
        ("  - id: stage-1", "  \u2022 id: stage-1", "11:3", f"a bullet, U+2022, {START}", HYPHEN),
        (
            "  - id: stage-1",
            "  \uf0b7 id: stage-1",
            "11:3",
            f"a private-use character, U+F0B7, {START}",
            HYPHEN,
        ),
        ("      - {who", "      \u2013 {who", "15:7", f"an en dash, U+2013, {START}", HYPHEN),
        (
            SAYS,
            "\u201cSay: x\u201d",
            "7:10",
            "a left double quotation mark, U+201C, after 'summary:'",
            STRAIGHT,
        ),
        (
            SAYS,
            "\u2018Say: x\u2019",
            "7:10",
            "a left single quotation mark, U+2018, after 'summary:'",
            STRAIGHT,
        ),
    ],
)
def test_a_sign_of_yaml_that_is_none_is_named(
    mini: Mini, old: str, new: str, place: str, has: str, hint: str
) -> None:
    """A dash for a hyphen, a wide colon, an odd space and curly quotes are told where they stand."""
    mini.edit(NATIONAL, old, new)
    assert f"{place}: the file: has {has}. {hint}" in told(mini)


def test_a_straight_quote_closed_by_a_curly_one_is_told_where_it_opens(mini: Mini) -> None:
    """Quotes that are never closed are told with the line that they begin on."""
    mini.edit(NATIONAL, SAYS, '"Says how\u201d')
    (found,) = told(mini)
    assert found.endswith("cannot be read: found unexpected end of stream. Close what begins on line 7.")


@pytest.mark.parametrize(
    "text",
    [
        ">-\n  He came\n  \u2013 late \u2013 to it.",
        "|-\n  \u2022 one\n  \u2022 two",
        '"He said:\n  name\uff1a x"',
        "He said\n  \u2013 late \u2013 that.",
    ],
)
def test_a_line_of_a_text_may_begin_with_a_dash(mini: Mini, text: str) -> None:
    """Within a text that goes over several lines, dashes, bullets and colons are a matter of style."""
    mini.edit(NATIONAL, f"summary: {SAYS}", f"summary: {text}")
    assert told(mini) == []


def test_a_list_of_dashes_is_no_text(mini: Mini) -> None:
    """Items behind dashes that are no hyphens are told where a list is expected on lines of its own."""
    mini.edit(NATIONAL, "to: [team]}", "to:\n          \u2013 team\n        }")
    (found,) = told(mini)
    assert found == "16:11: the file: has an en dash, U+2013, at the beginning. Write a hyphen and a space."


@pytest.mark.parametrize(
    ("escape", "name"),
    [("\\x1b", "an escape character, U+001B"), ("\\u200b", "a zero width space, U+200B"),
     ("\\L", "a line separator, U+2028"), ("\\N", "a next line character, U+0085"),
     ("\\u202e", "a right-to-left override, U+202E")],
)  # fmt: skip
def test_an_escape_hides_nothing(mini: Mini, escape: str, name: str) -> None:
    """A character that may not stand in a file may not be written by its code either."""
    mini.edit(NATIONAL, SAYS, f'"Says{escape} how."')
    (found,) = told(mini)
    assert found.startswith(f"7:10: summary: has {name}, after 'Says'.")


def test_a_language_has_its_words_read_by_the_same_rule(mini: Mini) -> None:
    """The words of a language are read as strictly, with the same messages."""
    mini.write(
        "words/en-GB.yaml", "list:\n  separator:\xa0', '\nanswer:\n  assi\u200bstance: Ring\u2028us.\n"
    )
    assert told(mini, "words/en-GB.yaml") == [
        f"2:13: the file: has a no-break space, U+00A0, after 'separator:'. {SPACE}",
        f"4:7: the file: has a zero width space, U+200B, after 'assi'. {OUT}",
        f"4:20: the file: has a line separator, U+2028, after 'Ring'. {NEW_LINE}",
    ]


@pytest.mark.parametrize("line", ["\u2013 x\n", "a\u200bb\n", "k\uff1a x\n", "- \u2013 x\n"])
def test_a_file_full_of_them_is_soon_read(line: str) -> None:
    """A file of many thousand such lines is read no further than a thousand problems."""
    _, problems = read("f.yaml", (line * 60_000).encode())
    assert 1 <= len(problems) <= MAX_PROBLEMS


@pytest.mark.parametrize(
    ("text", "expected"),
    [("stage-1", "stage-1"), ("stage\u20111", "stage-1"), ("\xa0stage-1\u200b", "stage-1"),
     ("\uff53tage-1", "stage-1"), ("\u201cstage-1\u201d", "stage-1"), ("\u0441arer", "carer"),
     ("\u0662\u0660", "20"), ("caf\xe9", "caf\xe9"), ("a\u2028b", "a b")],
)  # fmt: skip
def test_what_was_meant_is_what_a_plain_keyboard_types(text: str, expected: str) -> None:
    """Invisible characters go, and look-alikes become what they look like."""
    assert simplified(text) == expected


def test_where_a_character_stands_is_said_by_what_is_before_it() -> None:
    """The first odd character is told, with the word before it; a plain text has none."""
    assert oddity("stage-1") is None
    assert oddity("the first stage\u20111\xa0") == "a non-breaking hyphen, U+2011, after 'stage'"
    assert oddity("\xa0x") == "a no-break space, U+00A0, at the beginning"
    assert (
        look_alike("stage-l", "stage-1")
        == "a latin small letter l, U+006C, where that has a digit one, U+0031"
    )
    assert look_alike("stage-1", "stage-1") is None
    assert look_alike("stage-2", "stage-1") is None
