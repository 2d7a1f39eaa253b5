"""Texts as stems, clause by clause: what people type, with its misspellings, abbreviations and haste.

`own-words/tokens.mjs` does the same in the browser, rule for rule.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

UNDER_AGE: Final = "#child"
"""Stands for a number that is the age of a child at school, as in `I'm 13`."""
NUMBER: Final = "#"
"""Stands for any other number."""
_AGES: Final = range(4, 18)

_APOSTROPHES: Final = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_TOKEN: Final = re.compile("[a-z]+|[0-9]+")
_SENTENCE_ENDS: Final = re.compile("[.!?\n\u2026]+")
_CLAUSE_ENDS: Final = re.compile("[.!?\n\u2026;:,()\u2013\u2014]+| - | but | and | because | cos ")
_BLANKS: Final = re.compile("[ \t\r\n\u00a0]+")
_VOWEL: Final = re.compile("[aeiouy]")
_HISSING: Final = re.compile("(s|x|z|ch|sh)es$")
_DOUBLED: Final = re.compile("([bdgklmnprtvz])\\1$")

_GROUPS: Final = """
beat beaten; bit bitten; break broke broken; bring brought; buy bought; catch caught; child
children; choos chose chosen; com came coming; cry cried; di died dying; do did done does
doing; drink drank drunk; fall fell fallen; feel felt; find found; get got; giv gave given; go
went gone going goes; hav had has; hold held; hurt hurting; keep kept; kid kids; know knew
known; lead led; leav left; los lost; mak made; man men; mean meant; meet met; pay paid payed;
ring rang rung; run ran; say said says; see saw seen; send sent; sleep slept; speak spoke
spoken; steal stole stolen; tak took taken; teach taught; tell told; think thought; throw threw
thrown; try tried; wak woke; wif wives; woman women; writ wrote written
"""
_IRREGULAR: Final = {
    form: same for same, *forms in (group.split() for group in _GROUPS.split(";")) for form in forms
}
"""The stems of forms that no ending tells: `took` and `taken` are `tak`, as `takes` is."""


def plain(text: str) -> str:
    """Return a text in small letters without accents and apostrophes: `Don't` is `dont`."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return _APOSTROPHES.sub("", "".join(each for each in decomposed if not 0x300 <= ord(each) < 0x370))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that have words, as typed."""
    return _parts(_SENTENCE_ENDS, text)


def clauses(text: str) -> list[str]:
    """Return the clauses of a text that have more words than one, as typed."""
    return [part for part in _parts(_CLAUSE_ENDS, text) if len(stems(part)) > 1]


def _parts(ends: re.Pattern[str], text: str) -> list[str]:
    parts = (_BLANKS.sub(" ", part).strip(" ") for part in ends.split(text))
    return [part for part in parts if stems(part)]


def stems(text: str) -> list[str]:
    """Return the stems of a text, in order."""
    return [_number(each) if each[0] <= "9" else stem(each) for each in _TOKEN.findall(plain(text))]


def _number(digits: str) -> str:
    return UNDER_AGE if len(digits) < 3 and int(digits) in _AGES else NUMBER


def stem(word: str) -> str:
    """Return what the forms of a word have in common: `moved`, `moves` and `moving` are `mov`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4:
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif _HISSING.search(word):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        kept = word[: -len(ending)]
        if word.endswith(ending) and len(kept) > 2 and _VOWEL.search(kept):
            word = _DOUBLED.sub("\\1", kept)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def with_terms(held: Sequence[str], terms: Mapping[str, str]) -> Iterator[str]:
    """Yield stems with everyday words in the words of the pages: the longest that fits, each time."""
    at = 0
    while at < len(held):
        for length in range(min(_LONGEST, len(held) - at), 0, -1):
            term = terms.get(" ".join(held[at : at + length]))
            if term:
                yield term
                at += length
                break
        else:
            yield held[at]
            at += 1


def with_denials(held: Sequence[str]) -> list[str]:
    """Return stems, those after a denial marked: `nobody is hurt` does not say what `hurt` says."""
    marked, left = [], 0
    for each in held:
        marked.append(f"!{each}" if left else each)
        left = _DENIED if each in _DENIALS else max(left - 1, 0)
    return marked


_DENIALS: Final = frozenset(
    ("no", "nobody", "noone", "not", "never", "without", "isnt", "wasnt", "arent", "werent")
)
_DENIED: Final = 3
"""A denial reaches as many words as this."""
_LONGEST: Final = 4
"""An everyday word has no more words than this."""
