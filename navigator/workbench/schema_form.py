"""What a form in the browser is made of: every class's fields, what is asked for each, and in which order.

The fields, their types and meanings are the model's. The questions are those of `navigator new policy`, or
those of `form_questions` where a form asks in another way.
"""

import re
from collections.abc import Iterator
from dataclasses import MISSING, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_origin

from navigator.author.form import FORM, MORE, Ask, Gate
from navigator.author.vocabulary import NEW
from navigator.author.yaml_text import key_order
from navigator.core.codec import encode
from navigator.core.model.kinds import RUNNING, MessageText, Pattern, Ref
from navigator.core.shape import Field, shape_of, unwrap
from navigator.load import docstrings
from navigator.load.layout import ALL, FOLDERS, LISTS
from navigator.workbench.form_questions import ASKED, COMMON, MAIN, NEEDED, TOGETHER, UNSAID

type Data = dict[str, Any]
"""Plain data for the browser."""

SHORT: Final = frozenset(
    (
        *("title", "name", "publisher", "section", "version", "dated", "phone", "email", "web", "label"),
        *("holds", "what", "subject", "term", "yes", "no", "country", "subdivision", "heading"),
    )
)
"""Keys whose texts have few words."""
TOLD_BY: Final = (
    *("title", "name", "term", "holds", "what", "does", "asks", "ask", "says", "means", "about", "label"),
    *("why", "who", "event", "question", "phase", "part", "id"),
)
"""What an item of a list is told by: the first of these that it has."""
_ON_A_LINE: Final = re.compile(r" (With commas between\.|As [YMD-]+|Its id\.|Its own title\.)$")
"""How an answer is typed on one line: a form has controls for that."""
SELDOM: Final = "seldom"
"""The gate of what is asked nowhere else."""
_SENTENCE: Final = re.compile(r"(?<=[\w`)]\.) (?=[A-Z`])")


def schema(*_: object) -> Data:
    """Answer what a form needs to know of every class: its places, fields, questions and choices."""
    return _schema()


@cache
def _schema() -> Data:
    classes: dict[str, Data] = {}
    choices: dict[str, Data] = {}
    for place in ALL:
        _collect(place.cls, classes, choices)
    return {
        "places": [
            {
                "name": place.name,
                "cls": place.cls.__name__,
                "holds": place.holds,
                "in_folder": place in FOLDERS,
                "is_list": place in LISTS,
                "file": place.file,
                "schema": place.schema,
            }
            for place in ALL
        ],
        "classes": classes,
        "choices": choices,
        "made": {
            "routes": "Route",
            "conditions": "Condition",
            **{place.name: place.cls.__name__ for place in LISTS if place.name in NEW},
        },
    }


def _collect(cls: type, classes: dict[str, Data], choices: dict[str, Data]) -> None:
    if cls.__name__ in classes or cls.__name__ in choices:
        return
    if not is_dataclass(cls):
        choices[cls.__name__] = _choices(cls)
        return
    classes[cls.__name__] = {}  # a class may hold itself
    classes[cls.__name__] = form_of(cls)
    for field in shape_of(cls).fields:
        bare, _ = unwrap(field.hint)
        inner = unwrap(get_args(bare)[0])[0] if get_origin(bare) is tuple else bare
        if isinstance(inner, type) and inner not in (str, int, bool, date):
            _collect(inner, classes, choices)


def _choices(cls: Any) -> Data:  # noqa: ANN401 - a class of choices
    meanings = docstrings.of_fields(cls)
    return {
        "help": docstrings.of_class(cls),
        "choices": [{"value": each.value, "help": meanings.get(each.name, "")} for each in cls],
    }


def form_of(cls: type) -> Data:
    """Return what a form asks for a part, in order: what it asks at once, then what is asked when wanted."""
    shape = shape_of(cls)
    by_key = {field.key: field for field in shape.fields}
    meanings = docstrings.of_fields(cls)
    gates = [""]
    fields: list[Data] = []
    for key, ask, gate in _asked(cls):
        if gate not in gates:
            gates.append(gate)
        fields.append(_field(cls, by_key[key], meanings[by_key[key].name], ask, gates.index(gate)))
    return {
        "says": docstrings.of_class(cls),
        "shorthand": shape.shorthand,
        "order": key_order(cls),
        "told_by": [key for key in TOLD_BY if key in by_key],
        "gates": gates,
        "fields": fields,
    }


def _asked(cls: type) -> Iterator[tuple[str, Ask, str]]:
    """Yield every key that has a control, with its question and the gate that it is behind: none at first."""
    keys = [field.key for field in shape_of(cls).fields]
    in_form = {ask.key: (ask, gate) for ask, gate in _of_interview(cls)}
    covered = {key for (of, main), (_, held) in TOGETHER.items() if of is cls for key in held if key != main}
    needed = [key for key in shape_of(cls).required if key not in in_form]
    main = MAIN.get(cls, "").split() or [*(key for key, (_, gate) in in_form.items() if not gate), *needed]
    for key in main:
        plain = Ask(key, "Its short name" if key == "id" else "")
        yield key, ASKED.get((cls, key)) or in_form.get(key, (plain, ""))[0], ""
    behind = [key for key in dict.fromkeys((*in_form, *keys)) if key not in main and key not in covered]
    usual = next(
        (entry.says for entry in FORM.get(cls, ()) if isinstance(entry, Gate) and entry.key == "more"), MORE
    )
    gate_of = {
        key: in_form[key][1] if key in in_form else usual if (cls, key) in ASKED else "" for key in behind
    }
    for gate in dict.fromkeys((*filter(None, gate_of.values()), "")):
        for key in behind:
            if gate_of[key] == gate:
                yield key, ASKED.get((cls, key)) or in_form.get(key, (Ask(key, ""), ""))[0], gate or SELDOM


def _of_interview(cls: type) -> Iterator[tuple[Ask, str]]:
    for entry in FORM.get(cls, ()):
        if isinstance(entry, Gate):
            yield from ((ask, entry.says) for ask in entry.asks)
        else:
            yield entry, ""


def _field(cls: type, field: Field, meaning: str, ask: Ask, gate: int) -> Data:
    brief = _SENTENCE.split(meaning, maxsplit=1)[0]
    made: Data = {
        "key": field.key,
        "label": _label(ask.says, _kind(field.key, field.hint)),
        "brief": brief,
        "more": meaning.removeprefix(brief).strip(),
        "gate": gate,
        "sentence": ask.sentence,
        "required": field.required,
        **_kind(field.key, field.hint),
    }
    if (together := TOGETHER.get((cls, field.key))) is not None:
        made |= {"is": together[0], "keys": together[1]}
    if (instead := NEEDED.get((cls, field.key))) is not None:
        made["instead"] = list(instead)
    if (unsaid := UNSAID.get((cls, field.key))) is not None:
        made["unsaid"] = unsaid
    if field.key in COMMON.get(cls, ()):
        made["common"] = True
    if field.default not in (MISSING, None, (), ""):
        made["default"] = encode(field.default)
    return made


def _label(says: str, kind: Data) -> str:
    """Return a question without what tells somebody how to type an answer that is chosen here."""
    is_chosen = kind.get("item", kind)["is"] == "name"
    return says[: says.rfind("?") + 1] if is_chosen and "?" in says else _ON_A_LINE.sub("", says)


def _kind(key: str, hint: Any) -> Data:  # noqa: ANN401 - a type hint may be anything
    bare, marks = unwrap(hint)
    if get_origin(bare) is tuple:
        return {"is": "list", "item": _kind(key, get_args(bare)[0])}
    if bare is bool:
        return {"is": "yes"}
    if bare is int:
        return {"is": "number"}
    if bare is date:
        return {"is": "day"}
    if bare is str:
        return _text(key, marks)
    return {"is": "choice" if issubclass(bare, Enum) else "part", "of": bare.__name__}


def _text(key: str, marks: tuple[Any, ...]) -> Data:
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    pattern = next((mark for mark in marks if isinstance(mark, Pattern)), None)
    if ref:
        return {"is": "name", "of": ref.to}
    if pattern is RUNNING or pattern is None:
        in_lines = marks == get_args(MessageText)[1:] or key in ("notes", "story", "worked_out")
        return {"is": "text", "short": key in SHORT, "in_lines": in_lines}
    return {"is": "code", "pattern": pattern.regex, "says": pattern.says}
