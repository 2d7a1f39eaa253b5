"""One question after another: what is answered is not asked again, and every answer can be taken back.

The questions are a walk along the form. A walk passes what is answered and stops at the first open
question. So going back is taking the last answer away and walking again, and so is going on another day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from navigator.author.draft import Draft, name
from navigator.author.person import Person, Prompt, Refused, WentBack
from navigator.author.source_text import SourceText
from navigator.core.model.kinds import Path

type Take = Callable[[str], dict[str, Any]]
"""Returns the keys that an answer gives, or raises Refused."""


@dataclass(frozen=True)
class Question:
    """Something that is asked once."""

    at: Path
    """The part of the answers that it is about."""
    keys: tuple[str, ...]
    """The keys that its answer may give there."""
    prompt: Prompt
    """The question."""
    take: Take
    """Reads the answer."""
    about: str = ""
    """Tells it from other questions about the same part, where it need not give a key."""
    called: str = ""
    """What it is called in a file of answers, where that is not its first key."""

    @property
    def name(self) -> str:
        """What it is called in a file of answers."""
        return self.called or name((*self.at, *self.keys[:1]), self.about)


@dataclass
class Asking:
    """The questions to one person, whose answers are kept one by one."""

    draft: Draft
    """The answers so far."""
    person: Person
    """Whom they are put to."""
    keep: Callable[[Draft], None]
    """Is called after each answer."""
    source: SourceText
    """The document, where its text is there: answers are held against it."""
    heading: str = ""
    """What the questions are about just now."""
    place: str = ""
    """Where lines of the document are put that belong here."""
    section: str | None = None
    """The section that was named last."""
    _passed: dict[str, Question] = field(default_factory=dict)
    """The questions that this walk has passed, by their names: what is named twice is described once."""
    _said: set[str] = field(default_factory=set)

    def walk(self, along: Callable[[], None]) -> None:
        """Walk along the questions until all are answered."""
        while True:
            self._passed.clear()
            self.heading = self.place = ""
            self.section = None
            try:
                along()
            except WentBack:
                continue
            return

    def ask(self, question: Question) -> None:
        """Ask a question, unless it is answered. Raises WentBack, after the answer before was taken away."""
        if not self._is_answered(question):
            self._introduce()
            try:
                self._put(question)
            except WentBack:
                self._go_back()
                raise
            self.keep(self.draft)
        self._passed.setdefault(question.name, question)

    @property
    def answered(self) -> int:
        """How many questions the walk has passed."""
        return len(self._passed)

    def first_time(self, what: str) -> bool:
        """Say whether something is asked for the first time."""
        new = what not in self._said
        self._said.add(what)
        return new

    def _is_answered(self, question: Question) -> bool:
        given = any(self.draft.get((*question.at, key)) is not None for key in question.keys)
        return (given and not question.about) or self.draft.has_asked(question.name)

    def _introduce(self) -> None:
        """Say once what the questions are about, and which lines of the document belong there."""
        if self.heading and self.heading not in self._said:
            self.person.head(self.heading)
            self._said.add(self.heading)
        for line in self.lines():
            if line not in self._said:
                self.person.cite(line)
                self._said.add(line)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the document that were put here."""
        for line in self.draft.get(("lines",)) or ():
            if self.place and line.get("place") == self.place:
                section = f"{line['section']}: " if "section" in line else ""
                yield f"{section}{line['says']}"

    def _put(self, question: Question) -> None:
        """Ask until an answer can be taken, and keep it."""
        prompt = question.prompt
        while True:
            typed = self.person.ask(prompt) or prompt.default or ""
            if not typed and not prompt.without:
                self.person.refuse("Please write something.")
                continue
            try:
                given = question.take(typed) if typed else {}
            except Refused as refused:
                self.person.refuse(str(refused))
                continue
            break
        for key, value in given.items():
            self._warn(value)
            self.draft.put((*question.at, key), value)
        if question.about or not given:
            self.draft.mark(question.name)

    def _warn(self, value: object) -> None:
        """Say where nine words in a row are the document's."""
        if isinstance(value, str) and (run := self.source.copied(value)):
            self.person.warn(f"Nine words in a row are the document's: {run}. Say it in words of your own")

    def _go_back(self) -> None:
        """Take the last answer away."""
        if not self._passed:
            self.person.say("This is the first question.")
            return
        _, last = self._passed.popitem()
        chosen = self.draft.unmark(last.name)
        for key in (*last.keys, *chosen):
            self.draft.take((*last.at, key))
        self.keep(self.draft)
