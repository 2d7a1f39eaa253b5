"""Short sentences in short paragraphs, in every text that readers meet."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.check.texts import texts
from navigator.core.model import Action, Role
from navigator.load.problem import Problem

MOST_WORDS: Final = 20
MOST_SENTENCES: Final = 3

_END: Final = re.compile(r"""(?<=[.!?])["')]*\s+(?=["'(]*[A-Z0-9{])""")
_NO_END: Final = re.compile(r"\b(e\.g|i\.e|No|St|Mr|Mrs|Ms|Dr)\.")


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each sentence and each paragraph that is too long."""
    roles = (located.value for located in parts.of(Role))
    # A step is read with its role before it.
    begins = {role.id: f"{role.name} " if role.bare else f"The {role.name} " for role in roles}
    for located, key, text in texts(parts):
        part, said = located.value, text
        if isinstance(part, Action) and key == "does":
            said = begins.get(part.who, "") + text
        if _is_short(said):
            continue
        for paragraph in said.splitlines():
            for what, most in _too_long(paragraph):
                yield located.finding(what, f"Keep to {most}.", key)


def _is_short(text: str) -> bool:
    """Say whether a text is certain to have no long sentence and no long paragraph, as most are."""
    ends = text.count(".") + text.count("!") + text.count("?")
    return ends < MOST_SENTENCES and len(text.split()) <= MOST_WORDS


def _too_long(paragraph: str) -> Iterator[tuple[str, int]]:
    said = sentences(paragraph)
    if len(said) > MOST_SENTENCES:
        yield f"has a paragraph of {len(said)} sentences", MOST_SENTENCES
    for sentence in said:
        words = sentence.split()
        if len(words) > MOST_WORDS:
            yield f"has a sentence of {len(words)} words: {' '.join(words[:5])} ...", MOST_WORDS


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph where a sentence ends and another one begins."""
    return [each for each in _END.split(_NO_END.sub(r"\1", paragraph.strip())) if each]
