"""What the form in the browser is made of holds all of the model, and asks as the interview does."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from typing import Any, get_args, get_origin

import pytest

from navigator.author.form import FORM, Gate
from navigator.core import model
from navigator.core.shape import shape_of, unwrap
from navigator.load.layout import ALL
from navigator.workbench.form_questions import ASKED, COMMON, MAIN, NEEDED, TOGETHER, UNSAID
from navigator.workbench.schema_form import schema

CLASSES = schema()["classes"]


def _classes() -> dict[str, type]:
    """Return every class that a file can hold a part of, found by walking the type hints."""
    found: dict[str, type] = {}
    waiting: list[Any] = [place.cls for place in ALL]
    while waiting:
        bare, _ = unwrap(waiting.pop())
        if get_origin(bare) is tuple:
            waiting.append(get_args(bare)[0])
        elif is_dataclass(bare) and isinstance(bare, type) and bare.__name__ not in found:
            found[bare.__name__] = bare
            waiting += [field.hint for field in shape_of(bare).fields]
    return found


MODEL = _classes()


def _controlled(name: str) -> Iterator[str]:
    for field in CLASSES[name]["fields"]:
        yield from field.get("keys", [field["key"]])


@pytest.mark.parametrize("name", sorted(MODEL))
def test_every_field_of_a_class_has_one_control(name: str) -> None:
    """No field is without a control, none has two, and what may not be left out is asked at once."""
    fields = shape_of(MODEL[name]).fields
    assert sorted(_controlled(name)) == sorted(field.key for field in fields)
    at_once = {field["key"] for field in CLASSES[name]["fields"] if not field["gate"]}
    assert at_once >= {field.key for field in fields if field.required}


def test_no_other_class_has_a_form() -> None:
    """The classes of the form are those of the model's files."""
    assert CLASSES.keys() == MODEL.keys()


def test_what_is_asked_in_other_words_is_there() -> None:
    """Every key that the form asks for in a way of its own is a key of its class."""
    own = {
        *ASKED,
        *NEEDED,
        *UNSAID,
        *((cls, held["key"]) for (cls, _), held in UNSAID.items()),
        *((cls, key) for cls, keys in COMMON.items() for key in keys),
        *((cls, key) for cls, (_, keys) in _together() for key in keys),
    }
    own |= {(cls, key) for cls, keys in MAIN.items() for key in keys.split()}
    assert [each for each in own if each[1] not in {field.key for field in shape_of(each[0]).fields}] == []


def _together() -> Iterator[tuple[type, tuple[str, tuple[str, ...]]]]:
    yield from ((cls, held) for (cls, _), held in TOGETHER.items())


def test_a_construct_is_chosen_by_the_sentence_it_stands_for() -> None:
    """Each sentence of the interview's gates stands beside its key in the form."""
    for cls, entries in FORM.items():
        if cls.__name__ not in CLASSES:
            continue
        sentences = {field["key"]: field["sentence"] for field in CLASSES[cls.__name__]["fields"]}
        for entry in entries:
            for ask in entry.asks if isinstance(entry, Gate) else ():
                assert not ask.sentence or (cls, ask.key) in ASKED or sentences[ask.key] == ask.sentence


def test_kinds_follow_the_types() -> None:
    """A number, a day, a choice, a name and a part are each told apart."""
    kinds = {field["key"]: field for field in CLASSES["Timescale"]["fields"]}
    told = {key: kinds[key]["is"] for key in ("amount", "unit", "who", "extension", "repeats", "at")}
    assert list(told.values()) == ["number", "choice", "name", "part", "yes", "code"]
    assert kinds["readings"]["item"] == {"is": "part", "of": "Reading"}
    days = [field["key"] for field in CLASSES["Policy"]["fields"] if field["is"] == "day"]
    hints = {field.key: unwrap(field.hint)[0] for field in shape_of(model.Policy).fields}
    assert sorted(days) == sorted(key for key, hint in hints.items() if hint is date)


def test_days_of_which_it_is_not_said_are_a_unit_to_choose() -> None:
    """Either sort of day can be taken where the document says days alone, and the reader is told of it."""
    (unit,) = (field for field in CLASSES["Timescale"]["fields"] if field["key"] == "unit")
    assert unit["unsaid"] == {"key": "assumed_unit", "values": ["working_days", "calendar_days"]}
    assert {*unit["unsaid"]["values"]} < {each["value"] for each in schema()["choices"]["Unit"]["choices"]}


@pytest.mark.parametrize("key", ["dated", "web"])
def test_a_new_document_is_asked_for_its_date_and_its_address_and_may_have_none(key: str) -> None:
    """A small form asks what is asked at once, and both may be left out."""
    (field,) = (field for field in CLASSES["Document"]["fields"] if field["key"] == key)
    assert (field["gate"], field["required"]) == (0, False)
    assert "Leave it empty" in field["label"]


@pytest.mark.parametrize("name", ["Confidence", "DocumentKind", "Unit", "Firmness"])
def test_what_is_chosen_for_each_fact_has_a_meaning_beside_each_choice(name: str) -> None:
    """Nobody has to know what a letter or a single word stands for."""
    assert all(each["help"] for each in schema()["choices"][name]["choices"])


def test_no_question_tells_how_to_type_what_is_chosen() -> None:
    """Where a form has controls, nobody is told to put commas or to write a date in a certain form."""
    labels = [field["label"] for held in CLASSES.values() for field in held["fields"]]
    told = ("commas", "YYYY", "MM-DD", "Enter ", "`list`", r"\n", "The day you ...")
    assert [label for label in labels if any(word in label for word in told)] == []
