"""YAML as an author would write it: plain words where they are safe, quotes where they are needed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import wrap

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][\w ,.;()'/?!-]*", re.ASCII)
_SPECIAL = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(value: str | date) -> str:
    """Write a value on one line, quoted unless no reader of YAML can take it for anything else."""
    if isinstance(value, date):
        return value.isoformat()
    if _PLAIN.fullmatch(value) and value.lower() not in _SPECIAL:
        return value
    return json.dumps(value, ensure_ascii=False)


def entry(key: str, value: str | date, indent: str = "") -> Iterator[str]:
    """Write a key with a value, folded over several lines where it is long."""
    line = f"{indent}{key}: {scalar(value)}"
    if len(line) <= WIDTH or isinstance(value, date):
        yield line
        return
    yield f"{indent}{key}: >-"
    inner = indent.replace("-", " ") + "  "
    yield from (
        inner + part
        for part in wrap(value, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    )


def item(values: Mapping[str, str | date | None], indent: str = "") -> Iterator[str]:
    """Write an item of a list; what is None is left out."""
    mark = "- "
    for key, value in values.items():
        if value is not None:
            yield from entry(key, value, indent + mark)
            mark = "  "


def flow(names: Iterable[str]) -> str:
    """Write some ids as a list on one line."""
    return f"[{', '.join(names)}]"
