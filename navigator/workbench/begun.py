"""A new policy from answers in a page: the questions of `navigator new policy`, one at a time.

The questions are a walk that passes what is answered, and stops at the first open one. So each message walks
again, with the answers so far and with what was just answered. Nothing is kept here between two messages.
"""

from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

from navigator.author.all_questions import (
    answers_file,
    ask_all,
    left_out,
    left_out_file,
    left_out_name,
    source_of,
)
from navigator.author.asking import Asking
from navigator.author.draft import Draft
from navigator.author.made_files import changed_files
from navigator.author.person import Person, Prompt, Stopped, WentBack
from navigator.author.reading import new_policy, refused
from navigator.author.source_text import SourceText
from navigator.author.special import headings
from navigator.core.codec import BROKEN
from navigator.core.model import Library
from navigator.load.strict_yaml import read
from navigator.load.tree import SourceFile
from navigator.workbench.desk import Answer, Desk

FILE: Final = "new-policy.answers.yaml"
"""The name of the file that holds the answers, as the command calls it."""
_SHOWN: Final = (
    "says",
    "sentence",
    "several",
    "listing",
    "long",
    "default",
    "without",
    "explains",
    "follows",
)
"""What a page needs of a question as it is."""
_BACK: Final = None
"""Stands for going back, among the lines that somebody answers."""


class Open(Exception):
    """A question has no answer yet."""

    def __init__(self, prompt: Prompt) -> None:
        """Take the question."""
        self.prompt = prompt
        super().__init__(prompt.says)


class InPage(Person):
    """Somebody who answers in a page: with the lines given, and then with the next message."""

    def __init__(self, lines: Iterable[str | None]) -> None:
        """Take what was answered to the open question, and to those that followed from it."""
        self._lines = list(lines)
        self.used: list[str] = []
        """What was answered to the question that is being asked, before what follows from it."""
        self.refused: str | None = None
        """Why the last answer cannot be taken."""
        self.told: list[str] = []
        """What is told of the last answer."""
        self.warned: list[str] = []
        """What is wrong with an answer that was taken."""

    def ask(self, prompt: Prompt) -> str:
        """Return the next line. Raises WentBack, and Open where there is none."""
        if not prompt.follows:
            self.used = []
        if not self._lines:
            raise Open(prompt)
        line = self._lines.pop(0)
        if line is _BACK:
            raise WentBack
        self.used.append(line)
        return line.strip()

    def say(self, text: str) -> None:
        """Keep what is told."""
        self.told.append(text)

    def refuse(self, text: str) -> None:
        """Keep why an answer cannot be taken."""
        self.refused = text

    def warn(self, text: str) -> None:
        """Keep what is wrong with an answer."""
        self.warned.append(f"{text}.")

    def head(self, heading: str) -> None:
        """Say nothing: the page shows the heading with each question."""

    def cite(self, line: str) -> None:
        """Say nothing: the page shows the lines with each question."""


def begin(desk: Desk, asked: Answer) -> Answer:
    """Return the next question, or at the end the files of the new policy.

    `answers` are those so far, or `file` is the text of a file of answers; `text` is the document's.
    `pending` and `typed` are what was answered to the open question; `back` takes the last answer away.
    """
    library = desk.sound
    if library is None:
        return {"unsound": True}
    try:
        draft = Draft(_tree(asked["file"]) if "file" in asked else asked.get("answers"))
        return _next(desk, library, draft, asked)
    except Stopped as stopped:
        return {"answers": asked.get("answers"), "stopped": str(stopped)}


def kept(_: Desk, asked: Answer) -> Answer:
    """Return the file of answers from which the questions can be taken up again, here or at a terminal."""
    return {"name": FILE, "file": answers_file(Draft(asked["answers"]), FILE)}


def _next(desk: Desk, library: Library, draft: Draft, asked: Answer) -> Answer:
    """Walk along the questions with what was answered. Raises Stopped."""
    person = InPage(_lines(asked))
    source = _source(asked["text"]) if asked.get("text") else source_of(draft)
    asking = Asking(draft, person, lambda _: None, source)
    before = asked.get("answers") or {}
    try:
        ask_all(library, desk.loaded, asking)
    except Open as found:
        follows = found.prompt.follows
        return {
            "answers": before if follows else draft.data(),
            "pending": person.used,
            "question": _shown(found.prompt),
            "heading": asking.heading,
            "lines": list(asking.lines()),
            "parts": list(headings(draft)),
            "answered": asking.answered,
            "first": asking.answered == 0 and not person.used,
            "told": person.told,
            "warned": person.warned,
            "refused": person.refused,
        }
    return {"answers": draft.data(), **_written(desk, library, draft), "warned": person.warned}


def _lines(asked: Answer) -> list[str | None]:
    """Return what was answered to the open question; going back takes the last of it, or the one before."""
    pending: list[str | None] = list(asked.get("pending") or ())
    if asked.get("back"):
        return pending[:-1] if pending else [_BACK]
    return [*pending, asked["typed"]] if asked.get("typed") is not None else pending


@lru_cache(maxsize=1)
def _source(text: str) -> SourceText:
    """Return the text of a document, whose runs of words are looked up once."""
    return SourceText(text)


def _shown(prompt: Prompt) -> dict[str, Any]:
    """Return a question as plain data, without what is for a terminal only."""
    return {
        **{name: getattr(prompt, name) for name in _SHOWN},
        "choices": [asdict(choice) for choice in prompt.choices],
        "names": list(prompt.names()),
    }


def _written(desk: Desk, library: Library, draft: Draft) -> Answer:
    """Return the files of a new policy by their paths, and what of the document they do not carry.

    Raises Stopped, with all that is wrong with the answers.
    """
    text = answers_file(draft, FILE)
    new = new_policy(library, desk.loaded, SourceFile(FILE, _tree(text)), desk.today)
    files = {desk.path_of(path): held for path, held in changed_files(desk.folder, library, new).items()}
    policy = next(path for path in reversed(files) if path.endswith(f"/{new.policy.id}.yaml"))
    left = left_out(draft)
    return {
        "files": files,
        "policy": policy,
        "lines": len(draft.get(("lines",)) or ()),
        "left_out": [{"says": says, "why": why} for says, why in left],
        "left_out_file": {"name": left_out_name(FILE), "text": left_out_file(left)},
    }


def _tree(text: str) -> Any:  # noqa: ANN401 - plain data has no narrower type
    """Return what a file of answers holds. Raises Stopped."""
    tree, problems = read(FILE, text.encode())
    if problems or tree is BROKEN:
        raise refused(problems)
    return tree
