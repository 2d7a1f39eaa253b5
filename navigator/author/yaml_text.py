"""YAML as an author would write it: plain words where they are safe, quotes where they are needed."""

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][\w ,.;()'/?!-]*", re.ASCII)
_SPECIAL = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(text: str) -> str:
    """Write a text on one line, quoted unless no reader of YAML can take it for anything else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL:
        return text
    return json.dumps(text, ensure_ascii=False)


def entry(key: str, text: str, indent: str = "") -> Iterator[str]:
    """Write a key with a text, folded over several lines where it is long."""
    line = f"{indent}{key}: {scalar(text)}"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{indent}{key}: >-"
    inner = indent.replace("-", " ") + "  "
    yield from (
        inner + part
        for part in wrap(text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    )


def flow(names: Iterable[str]) -> str:
    """Write some ids as a list on one line."""
    return f"[{', '.join(names)}]"
