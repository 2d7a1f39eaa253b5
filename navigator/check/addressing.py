"""Placeholders for roles, in every text that readers meet: each is written right and names a role."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.check.texts import texts
from navigator.core.faults import nearest, quote, suggestion
from navigator.core.model import Letter, Message, Role
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.load.problem import Problem

_ANY: Final = re.compile(r"\{[^{}]*\}|[{}]")
_FORMS: Final = "{role}, {role's}, {role asks|ask} or {role: they|you}"
_WRITTEN: Final = {Message: ("subject", "body"), Letter: ("subject", "body")}
"""Texts with placeholders of their own, which are checked with messages."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each brace that is no placeholder's, and for each role that is not there."""
    roles = {role.value.id for role in parts.whole.of(Role)}
    for located, key, text in texts(parts):
        if ("{" not in text and "}" not in text) or key in _WRITTEN.get(type(located.value), ()):
            continue
        for found in _ANY.finditer(text):
            mentioned = ROLE_MENTIONED.fullmatch(found[0])
            if mentioned and mentioned["role"] not in roles:
                near = nearest(mentioned["role"], roles)
                what = f"{quote(mentioned['role'])} is not among the roles"
                hint = suggestion(mentioned["role"], near) if near else "Add it to roles.yaml."
                yield located.error(what, hint, key)
            elif not mentioned:
                named = re.match(r"\{\s*([\w-]+)", found[0])
                near = nearest(named[1].casefold(), roles) if named else None
                hint = f"Write {_FORMS.replace('role', near or 'role')}."
                yield located.error(f"has a placeholder that is none: {found[0]}", hint, key)
