"""The page of all questions, which are the keys of an answers file too: made from the form."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from navigator.author.answers import Answers
from navigator.author.form import FORM, Ask, Gate
from navigator.author.not_asked import NOT_ASKED
from navigator.core.shape import shape_of
from navigator.disk.files import write_file
from navigator.load import docstrings

NAME: Final = "authors/questions.md"
_HEAD: Final = """\
<!-- Made by `navigator schema` from navigator/author/form.py. Change it there. -->

# The questions of a new policy

`navigator new policy` asks these questions. An answers file has the same keys, and so has a policy's file.
[The reference](reference.md) tells what to write for each key. What is not asked has its reason beside it.

A question that begins with *letters* asks for several keys at once. Each has the sentence of a document that
it stands for.

## The answers file

| key | meaning |
|---|---|
"""


def questions_markdown() -> str:
    """Return the page as Markdown."""
    meanings = docstrings.of_fields(Answers)
    rows = [f"| `{field.key}` | {meanings[field.name]} |" for field in shape_of(Answers).fields]
    parts = (line for cls, asked in FORM.items() if asked for line in _part(cls))
    return "\n".join([f"{_HEAD}{'\n'.join(rows)}", "", *parts]).rstrip() + "\n"


def stale_page(docs: Path) -> bool:
    """Say whether the page is missing or out of date."""
    path = docs / NAME
    return not path.is_file() or path.read_text(encoding="utf-8") != questions_markdown()


def write_page(docs: Path) -> None:
    """Bring the page up to date. Raises CannotWrite."""
    write_file(docs / NAME, questions_markdown())


def _part(cls: type) -> Iterator[str]:
    yield from (f"## {cls.__name__}", "", docstrings.of_class(cls), "", "| key | question |", "|---|---|")
    asked: dict[str, str] = {}
    for entry in FORM[cls]:
        if isinstance(entry, Gate):
            asked |= {ask.key: f"*letters*, {_plain(entry.says)} **{ask.sentence}**" for ask in entry.asks}
        else:
            asked[entry.key] = _asked(entry)
    for field in shape_of(cls).fields:
        why = NOT_ASKED.get(f"{cls.__name__}.{field.key}")
        yield f"| `{field.key}` | {asked.get(field.key) or f'not asked: {why}'} |"
    yield ""


def _asked(ask: Ask) -> str:
    return f"{_plain(f'{ask.says} {ask.typing}'.rstrip())}{' It may be left out.' if ask.optional else ''}"


def _plain(says: str) -> str:
    return says.replace("|", "\\|")
