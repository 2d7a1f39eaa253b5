"""What a language of the data folder lacks."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from navigator.check.located import Material
from navigator.core.model.words import ENGLISH
from navigator.load.problem import Problem, Severity
from navigator.load.words import english

_MOST_NAMED: Final = 3


def check(material: Material) -> Iterator[Problem]:
    """Yield a finding for each group of texts that a language has not in full."""
    for file in material.loaded.words:
        if file.language == ENGLISH:
            continue
        lacking: dict[str, list[str]] = defaultdict(list)
        for key in english().keys() - file.texts.keys():
            lacking[key.partition(".")[0]].append(key)
        for group, keys in sorted(lacking.items()):
            named = ", ".join(sorted(keys)[:_MOST_NAMED])
            more = f" and {len(keys) - _MOST_NAMED} more" if len(keys) > _MOST_NAMED else ""
            hint = "Until they are there, readers see them in English."
            yield file.problem((group,), f"lacks {named}{more}", hint, Severity.FINDING)
