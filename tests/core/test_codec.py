"""Plain data to objects and back."""

from datetime import date

import pytest

from navigator.core.codec import BROKEN, DecodeNotes, decode, decode_collecting, encode
from navigator.core.faults import DecodeError
from navigator.core.model import Closure, Role, Service, Source, Stage, Timescale, Unit

TIMESCALE = {
    "id": "answer",
    "does": "It is answered.",
    "amount": 10,
    "unit": "working_days",
    "from": "sent",
    "source": "Stage One",
}
STAGE = {"id": "one", "title": "One", "source": "Section 1"}


def faults(cls: type, data: object) -> list[str]:
    notes = DecodeNotes()
    assert decode_collecting(cls, data, notes) is None
    return [f"{'/'.join(map(str, fault.path))}: {fault.what}. {fault.hint}" for fault in notes.faults]


def test_reads_keys_by_their_names_in_yaml() -> None:
    """`from` in YAML is the attribute `counted_from`; choices become members; defaults fill in."""
    timescale = decode(Timescale, TIMESCALE)
    assert (timescale.counted_from, timescale.unit, timescale.amount) == ("sent", Unit.WORKING_DAYS, 10)
    assert (timescale.firmness, timescale.readings, timescale.repeats) == (None, (), False)


def test_plain_text_stands_for_a_source() -> None:
    """A source may be a plain text, which is its section, or have keys."""
    assert decode(Timescale, TIMESCALE).source == Source("Stage One")
    assert decode(Source, {"section": "2", "document": "law"}) == Source("2", "law")


def test_reads_a_date() -> None:
    """A date is written YYYY-MM-DD."""
    assert decode(Closure, {"date": "2026-12-25", "name": "Christmas"}).date == date(2026, 12, 25)


def test_a_type_may_hold_itself() -> None:
    """The levels of a stage are stages."""
    stage = decode(Stage, {**STAGE, "levels": [{**STAGE, "id": "level-1"}]})
    assert [level.id for level in stage.levels] == ["level-1"]


def test_notes_every_fault_with_its_path() -> None:
    """All faults are told at once, each at its own path, and no object is made."""
    broken = {
        **TIMESCALE,
        "unit": "fortnights",
        "amount": "ten",
        "repeats": "true",
        "sauce": "Stage One",
        "readings": [{"amount": 3}, "often"],
    }
    del broken["source"]
    counted = "working_days, calendar_days, weeks, months, years, hours"
    units = f"{counted}, immediately, as_agreed, in_words, none_stated"
    assert faults(Timescale, broken) == [
        "amount: is not a whole number. Write a whole number, without quotes.",
        f"unit: is not one of the choices: 'fortnights'. Write one of: {units}.",
        "repeats: is not true or false. Write true or false, without quotes.",
        "sauce: is not a key known here. Did you mean source?",
        "readings/0/why: is missing. Write some words, with no space at either end.",
        "readings/1: is text, not keys with values. Write it with these keys: why.",
        "source: is missing. Write it with these keys: section.",
    ]


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("date", "2026-02-30", "is no day in the calendar: '2026-02-30'"),
        ("date", "20261225", "is not a date"),
        ("date", 2026, "is not a date"),
        ("name", 5, 'is a number, not text. Put it in quotes: "5".'),
        ("name", True, 'is true or false, not text. Put it in quotes: "true".'),
        ("name", ["x"], "is a list, not text"),
        ("name", " x", "has the wrong form"),
        ("name", "", "has the wrong form"),
        ("name", None, "is empty, not text"),
    ],
)
def test_tells_what_a_wrong_value_is(key: str, value: object, told: str) -> None:
    """A value of the wrong type or form is told with what to write."""
    (fault,) = faults(Closure, {"date": "2026-12-25", "name": "Christmas", key: value})
    assert fault.startswith(f"{key}: {told}")


def test_a_number_is_no_truth_value() -> None:
    """True does not pass for a number, nor 1 for true."""
    assert faults(Timescale, {**TIMESCALE, "amount": True})[0].startswith("amount: is not a whole number")
    assert faults(Timescale, {**TIMESCALE, "repeats": 1})[0].startswith("repeats: is not true or false")


def test_an_id_has_a_fixed_form() -> None:
    """An id with capitals or spaces is refused, and the message does not repeat a very long one in full."""
    (fault,) = faults(Role, {"id": "A b" * 1000, "name": "x", "explains": "x"})
    assert "lower-case letters, digits and single hyphens" in fault
    assert len(fault) < 300


def test_raises_with_all_faults_where_nobody_collects_them() -> None:
    """Data that ought to be in order raises an error that names every fault."""
    with pytest.raises(DecodeError) as error:
        decode(Role, {"name": 5})
    assert [fault.path for fault in error.value.faults] == [("name",), ("id",), ("explains",)]
    assert "id: is missing" in str(error.value)


def test_does_not_tell_again_what_was_told() -> None:
    """A value whose fault is noted elsewhere makes the whole unusable without a second message."""
    notes = DecodeNotes()
    assert decode_collecting(Role, {"id": "x", "name": BROKEN, "explains": "x"}, notes) is None
    assert notes.faults == []


def test_notes_references_and_parts_of_what_is_broken() -> None:
    """References and sound parts are noted even within an object that cannot be made."""
    notes = DecodeNotes()
    readings = [{"why": "Because.", "amount": 3}]
    data = {**TIMESCALE, "unit": "fortnights", "ends_with": "done", "readings": readings}
    assert decode_collecting(Timescale, data, notes) is None
    assert [(each.path, each.to, each.name) for each in notes.references] == [
        (("from",), "events", "sent"),
        (("ends_with",), "events", "done"),
    ]
    assert [path for path, _ in notes.objects] == [("source",), ("readings", 0)]


def test_encodes_what_differs_from_the_default() -> None:
    """Encoding leaves out defaults and shortens a source that is only a section."""
    assert encode(decode(Timescale, TIMESCALE)) == TIMESCALE
    service = {"id": "town", "name": "Town", "label": "Town", "order": 0, "calendar": "england"}
    closures = [{"date": "2026-12-25", "name": "Christmas"}]
    full = {**service, "closures": closures, "closures_until": "2027-01-01", "unsure": True}
    assert encode(decode(Service, service)) == service
    assert encode(decode(Service, full)) == full
