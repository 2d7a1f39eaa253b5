"""What a language of the data folder lacks."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.model.words import ENGLISH
from navigator.load.problem import Problem, Severity

_MOST_NAMED: Final = 3


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each group of texts that a language does not have in full."""
    for file in parts.loaded.words:
        lacking = file.lacking if file.language != ENGLISH else []
        for group, found in groupby(lacking, key=lambda key: key.partition(".")[0]):
            keys = list(found)
            more = f" and {len(keys) - _MOST_NAMED} more" if len(keys) > _MOST_NAMED else ""
            what = f"lacks {', '.join(keys[:_MOST_NAMED])}{more}"
            hint = "Until they are there, readers see them in English."
            yield file.problem((group,), what, hint, Severity.FINDING)
