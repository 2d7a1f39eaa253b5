"""A patch: what differs between texts, in the form in which `git apply` takes it."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from typing import Final

DATA: Final = "policy_data"
"""The data folder, as it is called beside a site's settings."""
NO_FILE: Final = "/dev/null"
_NO_END: Final = "\\ No newline at end of file\n"

type Sides = tuple[str | None, str | None]
"""The text of a file before and now; None where there is none."""


def patch(files: Mapping[str, Sides]) -> str:
    """Return the differences of files by their paths in the data folder; nothing where there are none."""
    return "".join(line for path, sides in files.items() for line in _of_file(f"{DATA}/{path}", *sides))


def _of_file(path: str, old: str | None, new: str | None) -> Iterator[str]:
    if old == new:
        return
    yield f"diff --git a/{path} b/{path}\n"
    if old is None:
        yield "new file mode 100644\n"
    if new is None:
        yield "deleted file mode 100644\n"
    before, now = (NO_FILE if text is None else f"{side}/{path}" for side, text in (("a", old), ("b", new)))
    for line in unified_diff(_lines(old), _lines(new), before, now):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _lines(text: str | None) -> list[str]:
    """Return the lines with their ends; other signs that may end a line elsewhere are part of it for git."""
    *whole, last = (text or "").split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]
