"""JSON Schemas for editors, made from the model, its docstrings and the ids that are there."""

from collections.abc import Mapping
from dataclasses import MISSING, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

from navigator.core.codec import encode
from navigator.core.model.kinds import RUNNING, Pattern, Ref
from navigator.core.model.words import ENGLISH, LANGUAGE_TAG
from navigator.core.shape import Field, shape_of, unwrap
from navigator.load import docstrings
from navigator.load.known import Known
from navigator.load.layout import LISTS, DataFile

type Schema = dict[str, Any]
"""A JSON Schema, as plain data."""

_PLAIN: Mapping[type, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


def schema(place: DataFile, known: Known) -> Schema:
    """Return the schema (draft 7) of a file; ids to refer to are listed, so that editors offer them."""
    definitions: dict[str, Schema] = {}
    item = _Maker(known, definitions).of_type(place.cls)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": place.pattern,
        "description": f"{place.holds[0].upper()}{place.holds[1:]}.",
        **({"type": "array", "items": item} if place in LISTS else item),
        "definitions": dict(sorted(definitions.items())),
    }


class _Maker:
    """Makes schemas of types; those of classes go into the definitions, each once."""

    def __init__(self, known: Known, definitions: dict[str, Schema]) -> None:
        self._known = known
        self._definitions = definitions

    def of_type(self, hint: Any) -> Schema:  # noqa: ANN401 - a type hint may be anything
        """Return the schema of a type."""
        bare, marks = unwrap(hint)
        if get_origin(bare) is tuple:
            return {"type": "array", "items": self.of_type(get_args(bare)[0])}
        if bare is str:
            return self._of_text(marks)
        if bare in _PLAIN:
            return dict(_PLAIN[bare])
        if bare.__name__ not in self._definitions:
            self._definitions[bare.__name__] = {}  # a type may hold itself
            self._definitions[bare.__name__] = self._of_class(bare)
        return {"$ref": f"#/definitions/{bare.__name__}"}

    def _of_text(self, marks: tuple[Any, ...]) -> Schema:
        made: Schema = {"type": "string"}
        for mark in marks:
            if mark is RUNNING:
                return self._running_text()
            if isinstance(mark, Pattern):
                made["pattern"] = f"^(?:{mark.regex})$"
            elif isinstance(mark, Ref) and (ids := self._known.all(mark.to)):
                self._definitions[mark.to] = {"type": "string", "enum": sorted(ids)}
                made = {"$ref": f"#/definitions/{mark.to}"}
        return made

    def _running_text(self) -> Schema:
        """Return the schema of a text that may be written under the tags of several languages."""
        text = {"type": "string", "pattern": f"^(?:{RUNNING.regex})$"}
        by_language = {
            "type": "object",
            "propertyNames": {"pattern": f"^{LANGUAGE_TAG.pattern}$"},
            "additionalProperties": text,
            "required": [ENGLISH],
        }
        self._definitions["Text"] = {"anyOf": [text, by_language]}
        return {"$ref": "#/definitions/Text"}

    def _of_class(self, cls: type) -> Schema:
        if not is_dataclass(cls):
            return _of_enum(cls)
        shape = shape_of(cls)
        meanings = docstrings.of_fields(cls)
        whole: Schema = {
            "type": "object",
            "description": docstrings.of_class(cls),
            "properties": {field.key: self._of_field(field, meanings[field.name]) for field in shape.fields},
            "required": shape.required,
            "additionalProperties": False,
        }
        if not shape.shorthand:
            return whole
        short = {"type": "string", **whole["properties"][shape.shorthand]}
        return {"description": docstrings.of_class(cls), "anyOf": [short, whole]}

    def _of_field(self, field: Field, meaning: str) -> Schema:
        made = self.of_type(field.hint)
        if "$ref" in made:
            made = {"allOf": [made]}  # draft 7 ignores the other keys next to a $ref
        made = {"description": meaning, **made}
        if field.default not in (MISSING, None, (), ""):
            made["default"] = encode(field.default)
        return made


def _of_enum(cls: type[Enum]) -> Schema:
    meanings = docstrings.of_fields(cls)
    lines = [f"{each.value}: {meanings[each.name]}" for each in cls if each.name in meanings]
    return {
        "type": "string",
        "description": " ".join([docstrings.of_class(cls), *lines]),
        "enum": [each.value for each in cls],
    }
