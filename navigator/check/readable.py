"""Short sentences in short paragraphs, in every text that readers meet."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.material import Material
from navigator.check.texts import texts
from navigator.load.problem import Problem

MOST_WORDS: Final = 20
MOST_SENTENCES: Final = 3

_END: Final = re.compile(r"""(?<=[.!?])["')]*\s+(?=["'(]*[A-Z0-9{])""")
_NO_END: Final = re.compile(r"\b(e\.g|i\.e|No|St|Mr|Mrs|Ms|Dr)\.")


def check(material: Material) -> Iterator[Problem]:
    """Yield a finding for each sentence and each paragraph that is too long."""
    for found, key, text in texts(material):
        for paragraph in text.splitlines():
            said = sentences(paragraph)
            if len(said) > MOST_SENTENCES:
                what = f"has a paragraph of {len(said)} sentences"
                yield found.finding(what, f"Keep to {MOST_SENTENCES}.", key)
            for sentence in said:
                words = len(sentence.split())
                if words > MOST_WORDS:
                    what = f"has a sentence of {words} words: {' '.join(sentence.split()[:5])} ..."
                    yield found.finding(what, f"Keep to {MOST_WORDS}.", key)


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph where a sentence ends and another one begins."""
    return [each for each in _END.split(_NO_END.sub(r"\1", paragraph.strip())) if each]
