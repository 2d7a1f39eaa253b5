"""Objects to rows and back."""

import json
from dataclasses import dataclass
from datetime import date

import pytest

from navigator.core.model import Closure, Source, Stage, Timescale, Unit
from navigator.core.rows import OtherForm, as_rows, form_of, read_rows, with_form
from tests.shipped import library

ANSWER = Timescale("answer", Unit.WEEKS, Source("One"), "It is answered.", amount=3, counted_from="sent")


def back[T](value: T) -> T:
    """Return a value that has been to JSON and back."""
    return read_rows(type(value), with_form(type(value), json.dumps(as_rows(value))))


def test_a_row_says_which_fields_follow() -> None:
    """The first four fields (1, 2, 4 and 8), the seventh (64) and the ninth (256) make 335."""
    assert as_rows(ANSWER) == [335, "answer", "weeks", "One", "It is answered.", 3, "sent"]


def test_plain_text_stands_for_a_source_of_this_document() -> None:
    """A source with more than its section is a row: 1 and 2 make 3."""
    assert as_rows(Source("2")) == "2"
    assert as_rows(Source("2", "law")) == [3, "2", "law"]


@pytest.mark.parametrize(
    "value",
    [
        ANSWER,
        Source("2"),
        Source("2", "law"),
        Closure(date(2026, 12, 25), "Christmas Day"),
        Stage(
            "one", "One", Source("1"), levels=(Stage("first", "First", Source("1")),), timescales=(ANSWER,)
        ),
    ],
)
def test_what_is_read_is_what_was_written(value: object) -> None:
    """Dates, choices, texts, and types within types and within themselves."""
    assert back(value) == value


def test_the_shipped_library_is_read_as_it_was_written() -> None:
    """Every type and every field that any of it uses comes back."""
    assert back(library()) == library()


@dataclass(frozen=True)
class Before:
    """A type as it was."""

    parts: tuple[Source, ...]


@dataclass(frozen=True)
class After:
    """The same with one field more, in another type within."""

    parts: tuple[Closure, ...]


def test_rows_of_types_with_other_fields_are_refused() -> None:
    """They would be read as what they are not: other fields, even within, make another form."""
    assert form_of(Before) != form_of(After)
    with pytest.raises(OtherForm):
        read_rows(After, with_form(Before, "[1, []]"))


def test_a_row_with_too_many_or_too_few_values_is_refused() -> None:
    """Nothing that is cut short is taken for whole."""
    for row in ('[1, "2", "law"]', '[3, "2"]'):
        with pytest.raises(ValueError, match=r"zip\(\)"):
            read_rows(Source, with_form(Source, row))
