"""Abbreviations and the names of forms are explained: by the glossary, a role or a route."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.check.texts import texts
from navigator.core.model import Role, Route, Term
from navigator.load.problem import Problem

_ABBREVIATION: Final = re.compile(r"\b[A-Z]{2,}(?:\.[A-Z]{2,})*(?=s?\b)")
_FORM: Final = re.compile(r"\b(?:[A-Z][a-z][\w']* ){2,}(?i:form|portfolio|plan|briefing note)\b")
"""A name in capitals, of two words or more before the word for something to fill in."""
_FILLED_IN: Final = ("form", "portfolio", "plan", "briefing note")
"""What the name of something to fill in ends with: most texts speak of none."""
_BEGINNING: Final = re.compile(r"(?:^|[.!?] )(?:A|An|The|Each|Any|Every|That|This|You|Your) ")
"""Where the first capital only begins a sentence."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each text with a word that nothing explains, once for each word of a text."""
    explained = "\n".join(_explained(parts))
    known = set(_ABBREVIATION.findall(explained))
    names = explained.casefold()
    for located, key, text in texts(parts):
        words = [word for word in _ABBREVIATION.findall(text) if word not in known]
        lower = text.lower()
        if any(word in lower for word in _FILLED_IN):
            found = _FORM.findall(_BEGINNING.sub(" ", text))
            words += [name for name in found if name.casefold() not in names]
        for word in dict.fromkeys(words):
            yield located.finding(f"{word} is explained nowhere", "Add it to glossary.yaml.", key)


def _explained(parts: LocatedParts) -> Iterator[str]:
    for term in parts.of(Term):
        yield from (term.value.term, *term.value.also_called)
    for role in parts.of(Role):
        yield from (role.value.name, *role.value.also_called)
    for route in parts.of(Route):
        yield route.value.name
