"""The sentences for answers hold only the placeholders that are filled in."""

import re
from collections.abc import Iterator
from string import Formatter

from navigator.check.located import Found, Material
from navigator.core.faults import nearest
from navigator.core.model import Wording
from navigator.load.docstrings import of_fields
from navigator.load.problem import Problem


def check(material: Material) -> Iterator[Problem]:
    """Yield an error for each placeholder that would not be filled in, or brace that is none."""
    for wording in material.of(Wording):
        for key, meaning in of_fields(Wording).items():
            yield from _sentence(wording, key, re.findall(r"\{(\w+)\}", meaning))


def _sentence(found: Found[Wording], key: str, allowed: list[str]) -> Iterator[Problem]:
    try:
        parts = list(Formatter().parse(getattr(found.value, key)))
    except ValueError:
        yield found.error("has a brace without its partner", "Write a placeholder as {name}.", key)
        return
    choices = f"Write one of: {', '.join(f'{{{name}}}' for name in allowed)}." if allowed else "Take it out."
    for _, name, detail, conversion in parts:
        if name is not None and (name not in allowed or detail or conversion):
            near = nearest(name, allowed)
            hint = f"Did you mean {{{near}}}?" if near and near != name else choices
            yield found.error(f"has a placeholder that is not filled in: {{{name}}}", hint, key)
