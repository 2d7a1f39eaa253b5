"""Verbs: what follows `should`, made of what follows a role."""

import re
from typing import Final

_IRREGULAR: Final = {
    "is": "be",
    "are": "be",
    "has": "have",
    "does": "do",
    "goes": "go",
    "undergoes": "undergo",
}
_NO_VERB: Final = frozenset({"always", "sometimes", "perhaps", "afterwards", "towards", "as", "this", "its"})
_KEEPS_ITS_E: Final = ("ches", "shes", "sses", "xes", "zzes")
"""The ends of verbs that take `es`: `reaches`, `passes`."""
_SECOND: Final = re.compile(
    r"(?<=\band )(?:asks|follows|gives|keeps|looks|makes|offers|says|sends|stays|takes|tells|writes)\b"
)
"""A second verb, of the few that are seldom anything else."""


def base_form(does: str) -> str:
    """Return what follows a role as what follows `should`: `records it` becomes `record it`.

    Few verbs but the first are known for verbs, so whoever writes is asked whether it reads right.
    """
    first, space, rest = does.strip().removesuffix(".").partition(" ")
    if first in ("usually", "normally", "always", "also", "then"):
        return f"{first}{space}{base_form(rest)}"
    verb = first.removesuffix(",")
    return f"{_base(verb)}{first[len(verb) :]}{space}{_SECOND.sub(lambda found: _base(found[0]), rest)}"


def is_third_person(word: str) -> bool:
    """Say whether a verb has the form that follows `she` or `the team`."""
    return _base(word) != word


def _base(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NO_VERB or not word.isalpha() or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > len("dies"):
        return word.removesuffix("ies") + "y"
    if word.endswith(_KEEPS_ITS_E):
        return word.removesuffix("es")
    return word.removesuffix("s")
