"""What an unquoted word or number in YAML means here, and which ones are refused.

YAML 1.1 and 1.2 disagree about words such as `no`, `010` and `12:30`. Such a word must be quoted, so that
nothing hangs on a reader's version.
"""

import re
from typing import Final

import yaml

_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YAML_1_2: Final = re.compile(r"0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: Final = {"y", "Y", "n", "N"}
# What YAML 1.1 takes for something else than text, by the first character: lists of (tag, expression).
_YAML_1_1: Final = yaml.SafeLoader.yaml_implicit_resolvers


class Refused(ValueError):
    """The value has another meaning to some readers of YAML. Carries what is wrong and what to write."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


def plain(text: str) -> str | int | bool:
    """Return what an unquoted value means: true, false, a whole number, or else text. Raises Refused."""
    first = text[:1]
    if first not in _YAML_1_1 and first not in "yYnN":
        return text
    if first.isalpha() and " " in text:
        return text  # of what has a second meaning, only days with a time hold a space
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _ISO_DATE.fullmatch(text):
        return text
    if text in _WORDS or _YAML_1_2.fullmatch(text):
        raise _refusal(text)
    if any(expression.match(text) for _, expression in _YAML_1_1[first]):
        raise _refusal(text)
    return text


def _refusal(text: str) -> Refused:
    if text in ("", "~") or text.lower() == "null":
        return Refused("has no value", "Write a value, or leave the key out.")
    if text.lower() in ("true", "false"):
        return Refused(f"is written {text}", f"Write {text.lower()}.")
    if text[0].isalpha():
        meaning = "is true or false to some readers of YAML and a word to others"
        return Refused(f"{text!r} {meaning}", f'Write true or false, or "{text}" in quotes for the word.')
    return Refused(f"{text!r} is no whole number and no date", f'For a text, put it in quotes: "{text}".')
