"""Dates as people type and paste them: understood where they can be meant in one way only."""
# ruff: noqa: RUF001 - signs that look like others are the point

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.model import Words
from navigator.core.typed.dates import BadDate, read_parts
from navigator.core.typed.text import as_seen
from navigator.load.words import english_words

EARLIEST, TODAY = date(2012, 1, 1), date(2026, 11, 21)
FIRST_OF_SEPTEMBER = date(2026, 9, 1)


def read(day: str, month: str = "", year: str = "", words: Words | None = None) -> date | None:
    return read_parts(words or english_words(), day, month, year, EARLIEST, TODAY)


def refused(day: str, month: str = "", year: str = "", words: Words | None = None) -> tuple[str, str]:
    with pytest.raises(BadDate) as caught:
        read(day, month, year, words)
    return caught.value.field, str(caught.value)


def in_language(months: str, weekdays: str, endings: str = "", left_out: str = "") -> Words:
    """Return the catalogue with the names of another language in place of the English ones."""
    texts = {key: text for key, text in english_words().texts.items() if "calendar." not in key}
    texts |= {f"calendar.months.{n}": name for n, name in enumerate(months.split(), 1)}
    texts |= {f"calendar.weekdays.{n}": name for n, name in enumerate(weekdays.split(","), 1)}
    texts |= {f"calendar.{key}": english_words()[f"calendar.{key}"] for key in ("long_date", "short_date")}
    return Words("xx", texts | {"typed_date.endings": endings, "typed_date.left_out": left_out})


WELSH = in_language(
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
    "dydd Llun,dydd Mawrth,dydd Mercher,dydd Iau,dydd Gwener,dydd Sadwrn,dydd Sul",
    endings="af ail ydd fed eg ain",
    left_out="y yr o",
)
FRENCH = in_language(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
    endings="er",
    left_out="le",
)
CZECH = in_language(
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "pondělí,úterý,středa,čtvrtek,pátek,sobota,neděle",
)


@pytest.mark.parametrize("month", ["Sept.", "sept", "Sep.", "SEPTEMBER", "09", "9", "9.", "ｓｅｐｔ"])
def test_a_month_with_a_full_stop_or_shortened(month: str) -> None:
    """A month may be shortened as people shorten it, with or without a full stop."""
    assert read("1", month, "2026") == FIRST_OF_SEPTEMBER


@pytest.mark.parametrize(
    "day",
    ["1st", "1ST", "01", "1.", "the 1st", "The 1st of", "1ˢᵗ", "Tues 1", "Tuesday the 1st"],
)
def test_a_day_as_it_is_spoken(day: str) -> None:
    """The number of a day may have its ending, words that tell nothing, and the name of its weekday."""
    assert read(day, "9", "2026") == FIRST_OF_SEPTEMBER


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        (" 1 ", "\t9", "2026\n"),
        ("1\u00a0", "\u20099", "\u202f2026"),
        ("\u200e1", "9\u200f", "\u200b2026\u200b"),
        ("\ufeff1", "Sep\u00adtember", "20\u206026"),
        ("1", "Sept\u00a0", "\u061c2026"),
        ("1\ufe0f", "9", "2026"),
        ("1\u2028", "9\u0085", "2026\u3000"),
    ],
)
def test_what_cannot_be_seen_does_no_harm(day: str, month: str, year: str) -> None:
    """Spaces of any width, marks of direction and characters without width are passed over."""
    assert read(day, month, year) == FIRST_OF_SEPTEMBER


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("１", "９", "２０２６"),  # full-width
        ("١", "٩", "٢٠٢٦"),  # Arabic
        ("۱", "۹", "۲۰۲۶"),  # Persian, Urdu
        ("১", "৯", "২০২৬"),  # Bengali
        ("੧", "੯", "੨੦੨੬"),  # Gurmukhi
        ("१", "९", "२०२६"),  # Devanagari
        ("௧", "௯", "௨௦௨௬"),  # Tamil
        ("𝟏", "𝟗", "𝟐𝟎𝟐𝟔"),  # bold letters of mathematics, as some keyboards offer
        ("١", "September", "26"),
    ],
)
def test_any_decimal_digits_are_read(day: str, month: str, year: str) -> None:
    """The digits of every script count as what they mean."""
    assert read(day, month, year) == FIRST_OF_SEPTEMBER


@pytest.mark.parametrize("year", ["26", "'26", "’26", "‘26", "2026.", " 26 ", "٢٦"])
def test_a_year_of_two_digits(year: str) -> None:
    """Two digits are the one year between the calendars' first and two years ahead that ends with them."""
    assert read("1", "9", year) == FIRST_OF_SEPTEMBER


@pytest.mark.parametrize(("year", "meant"), [("12", 2012), ("20", 2020), ("28", 2028)])
def test_the_years_that_two_digits_can_mean(year: str, meant: int) -> None:
    """The first and the last year of that time can be meant too."""
    assert read("1", "9", year) == date(meant, 9, 1)


@pytest.mark.parametrize("year", ["11", "29", "99", "'00", "76"])
def test_two_digits_that_mean_no_such_year_are_refused(year: str) -> None:
    """No century is guessed: the message says which years there are."""
    says = "A year of two digits must be one from 2012 to 2028. Write four digits, like 2026."
    assert refused("1", "9", year) == ("year", says)


def test_two_digits_that_mean_two_years_are_refused() -> None:
    """Where the calendars reach back a hundred years, two digits are never enough."""
    with pytest.raises(BadDate, match="must be one from 1920 to 2028"):
        read_parts(english_words(), "1", "9", "26", date(1920, 1, 1), TODAY)
    assert read_parts(english_words(), "1", "9", "76", date(1920, 1, 1), TODAY) == date(1976, 9, 1)


@pytest.mark.parametrize(
    "pasted",
    [
        "1/9/26",
        "1/9/2026",
        "01/09/2026",
        "1 September 2026",
        "1st of September, 2026",
        "the 1st September '26",
        "2026-09-01",
        "2026/9/1",
        "2026.09.01",
        "01.09.2026",
        "1. 9. 2026",
        "1-9-26",
        "1–9–2026",
        "1 / 9 / 2026",
        "1⁄9⁄2026",
        "１／９／２０２６",
        "Tue 1 Sept 2026",
        "Tuesday, 1 September 2026",
        "Tues., 1 Sept. 2026",
        "September 1, 2026",
        "Sept 1st 2026",
        "2026 September 1",
        "1-Sep-26",
        "1Sept2026",
        "1\u00a0September\u202f2026",
        "\u200e01/09/2026\u200e",
    ],
)
def test_a_whole_date_in_one_box(pasted: str) -> None:
    """A date pasted into one box is read, wherever it was copied from, and whichever box it is."""
    assert {read(pasted), read("", pasted), read("", "", pasted)} == {FIRST_OF_SEPTEMBER}


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("1 September", "", "2026"),
        ("1/9", "", "26"),
        ("1", "9 2026", ""),
        ("1 9", "2026", ""),
        ("1", "", "9/26"),
    ],
)
def test_a_date_spread_over_two_boxes(day: str, month: str, year: str) -> None:
    """Boxes are read one after another where one is left empty."""
    assert read(day, month, year) == FIRST_OF_SEPTEMBER


def test_the_day_comes_first() -> None:
    """Of two numbers the first is the day, as people here write; where that cannot be, nothing is guessed."""
    assert read("2/3/2026") == date(2026, 3, 2)
    assert read("13/3/2026") == date(2026, 3, 13)
    says = "The day is read first, so 13 was taken for the month. Write the month as a word, like October."
    assert refused("3/13/2026") == ("month", says)
    assert read("March 2, 2026") == read("2 March 2026") == date(2026, 3, 2)


def test_a_weekday_must_fit() -> None:
    """The name of a day is a check: where it does not fit, one of the two is wrong."""
    says = "That date is Tuesday 1 September 2026, not Mon. Check the day."
    assert refused("Mon 1 Sept 2026") == ("day", says)
    assert refused("Mon 1", "9", "2026") == ("day", says)
    assert refused("1 Sept 2026 Friday")[1].startswith("That date is Tuesday 1 September 2026, not Friday.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Febuary", "February"), ("septmber", "September"), ("Janaury", "January"), ("Ocotber", "October")],
)
def test_a_misspelt_month_is_refused_with_a_suggestion(typed: str, meant: str) -> None:
    """A misspelt month is not guessed, and its writer need not look for the slip."""
    says = f"There is no month called {typed}. Did you mean {meant}?"
    assert refused("1", typed, "2026") == refused(f"1 {typed} 2026") == ("month", says)


@pytest.mark.parametrize(
    ("parts", "field", "says"),
    [
        (("1O", "9", "2026"), "day", "Write the number 0 in place of the letter O."),
        (("l", "9", "2026"), "day", "Write the number 1 in place of the letter l."),
        (("1", "O9", "2026"), "month", "Write the number 0 in place of the letter O."),
        (("1", "1I", "2026"), "month", "Write the number 1 in place of the letter I."),
        (("1", "9", "2O26"), "year", "Write the number 0 in place of the letter O."),
        (("1", "9", "2o26"), "year", "Write the number 0 in place of the letter o."),
        (("l/9/2026", "", ""), "day", "Write the number 1 in place of the letter l."),
    ],
)
def test_letters_that_look_like_digits(parts: tuple[str, str, str], field: str, says: str) -> None:
    """A letter in place of a digit is pointed out, as it can hardly be seen."""
    assert refused(*parts) == (field, says)


@pytest.mark.parametrize(
    ("parts", "field", "says"),
    [
        (("1/9/26", "9", "2026"), "day", "This box holds a whole date. Leave the other boxes empty, or"),
        (("1", "1 Sept 2026", "2026"), "month", "This box holds a whole date."),
        (("1", "9", "2026-09-01"), "year", "This box holds a whole date."),
        (
            ("20260901", "", ""),
            "day",
            "This cannot be read as one date. Write the day, the month and the year,",
        ),
        (("01092026", "", ""), "day", "This cannot be read as one date."),
        (("yesterday", "", ""), "day", "This cannot be read as one date."),
        (("1/9/26/7", "", ""), "day", "This cannot be read as one date."),
        (("1//9/26", "", ""), "day", "This cannot be read as one date."),
        (("1 Sept 2026 Oct", "", ""), "day", "This cannot be read as one date."),
        (("1 or 2 Sept 2026", "", ""), "day", "This cannot be read as one date."),
        (("1/9", "", ""), "year", "The date must include a year."),
        (("1 Sept", "", ""), "year", "The date must include a year."),
        (("the", "", ""), "day", "This cannot be read as one date."),
        (("Sept 2026", "", ""), "day", "This cannot be read as one date."),
        (("", "Sept 2026", ""), "day", "The date must include a day."),
        (("1", "-9", "2026"), "month", "The month must be a number from 1 to 12"),
        (("9²", "9", "2026"), "day", "The day must be a number, like 9."),
        (("9¹", "9", "2026"), "day", "The day must be a number, like 9."),
        (("①", "9", "2026"), "day", "The day must be a number, like 9."),
        (("1", "9", "'2026"), "year", "The year must be four digits, like 2026."),
        (("1", "9", "6"), "year", "The year must be four digits, like 2026."),
        (("1.5", "9", "2026"), "day", "The day must be a number, like 9."),
        (("1", "Jan Feb", "2026"), "month", "The month must be a number from 1 to 12"),
        (("1:30", "", ""), "day", "This cannot be read as one date."),
        (("31/9/2026", "", ""), "day", "September 2026 has no day 31. Check the day and the month."),
        (("29 Feb 2026", "", ""), "day", "February 2026 has no day 29."),
    ],
)
def test_what_can_be_meant_in_no_way_or_in_several_is_refused(
    parts: tuple[str, str, str], field: str, says: str
) -> None:
    """Nothing is guessed: the message says what is in the way and names the box."""
    assert refused(*parts)[0] == field
    assert refused(*parts)[1].startswith(says)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (WELSH, ("1af", "Medi", "2026")),
        (WELSH, ("dydd Mawrth 1 Medi 2026", "", "")),
        (WELSH, ("y 1af o Medi", "", "2026")),
        (FRENCH, ("1er", "sept.", "26")),
        (FRENCH, ("mardi 1er septembre 2026", "", "")),
    ],
)
def test_names_come_from_the_catalogue(words: Words, parts: tuple[str, str, str]) -> None:
    """Another language brings its own names, endings and words that tell nothing."""
    assert read(*parts, words=words) == FIRST_OF_SEPTEMBER


def test_a_word_can_be_a_month_and_a_weekday() -> None:
    """In Welsh one word is March and Tuesday: the other name of the date tells which it is."""
    assert read("Mawrth 3 Mawrth 2026", words=WELSH) == date(2026, 3, 3)
    assert read("3 Mawrth 2026", words=WELSH) == date(2026, 3, 3)
    assert read("Mawrth 1 Medi 2026", words=WELSH) == FIRST_OF_SEPTEMBER
    assert refused("Mawrth 4 Mawrth 2026", words=WELSH)[0] == "day"


def test_accents_may_be_left_out() -> None:
    """A name typed on another keyboard is the same name."""
    assert read("1", "fevrier", "2026", FRENCH) == read("1", "FÉVRIER", "2026", FRENCH) == date(2026, 2, 1)
    assert read("1", "fe\u0301v", "2026", FRENCH) == date(2026, 2, 1)


def test_letters_that_begin_two_months_are_refused() -> None:
    """A name too short to tell two months apart is refused with both; a whole name is always enough."""
    assert refused("1", "jui", "2026", FRENCH) == (
        "month",
        "jui can be juin or juillet. Write the whole name.",
    )
    assert refused("1", "červe", "2026", CZECH)[1].startswith("červe can be červen or červenec.")
    assert read("1", "červen", "2026", CZECH) == date(2026, 6, 1)
    assert read("1", "červenec", "2026", CZECH) == date(2026, 7, 1)


@given(st.text(max_size=40))
def test_cleaning_is_done_once_and_for_all(text: str) -> None:
    """Cleaned text stays as it is, and has neither spaces at its ends nor two in a row."""
    clean = as_seen(text)
    assert as_seen(clean) == clean
    assert clean == " ".join(clean.split())
