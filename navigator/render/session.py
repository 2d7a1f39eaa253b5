"""The wizard's side of the conversation in the browser: a message in, a page out.

Nothing is kept between messages but the library: answers and dates come with each one.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from navigator.core.engine import Progress, dates_to_ask, progress
from navigator.core.errors import NavigatorError
from navigator.core.journey import follow, nodes
from navigator.core.model import Library, Words
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.core.rows import read_rows
from navigator.render.change_answer import with_answer
from navigator.render.dateform import Mistake, Typed, read_typed
from navigator.render.html import Html
from navigator.render.my_matters import answer_list
from navigator.render.outcome import render_outcome
from navigator.render.question import render_question
from navigator.render.reminders import calendar_file
from navigator.render.request import BadRequest, Request, read_message, read_request
from navigator.render.sharing import fragment, open_link
from navigator.render.text_writer import message_text, outcome_text
from navigator.render.written_case import answer_case

_TAKEN: Final[dict[str, Callable[[Library, Outcome, Request], str | None]]] = {
    "text": lambda _, outcome, __: outcome_text(outcome),
    "message": lambda _, outcome, __: (
        message_text(outcome.words, outcome.message) if outcome.message else None
    ),
    "calendar": lambda _, outcome, asked: calendar_file(outcome, asked.taken_at),
    "link": lambda library, outcome, _: fragment(library, outcome),
}
"""What the buttons of an outcome take away, as text."""


def page(
    library: Library,
    step: Progress,
    typed: Typed | None = None,
    mistakes: list[Mistake] | None = None,
    before: str | None = None,
    notice: str | None = None,
) -> Html:
    """Render whatever a step has: a question, with the answer given to it before, or an outcome."""
    if step.question:
        return render_question(library, step.question, step.trail, before, notice)
    if step.outcome is None:
        raise ValueError("a step has a question or an outcome")
    return render_outcome(library, step.outcome, step.trail, typed, mistakes, notice)


def title(words: Words, step: Progress) -> str:
    """Return the page's title. It says nothing of the matter, as titles stay in the history."""
    return words["question.title" if step.question else "outcome.title"]


class Session:
    """A library that is ready to answer messages."""

    def __init__(self, library: Library) -> None:
        """Keep the library, and find every node by its address once."""
        self.library = library
        self.nodes = {node.slug: node for node in nodes(library)}

    def node(self, slug: str) -> Node | None:
        """Return the page of the wizard with a name in its address; None where there is no such page."""
        return self.nodes.get(slug)

    def answer(self, message: str) -> str:
        """Answer one JSON message with another.

        In: the fields of a `Request`. Out: `slug`, `title`, `html`, `kind` (`question` or `outcome`),
        `answers` (those that hold now), `typed` (the date fields, with those of a link) and `errors` (how
        many fields are wrong); or, for `take`, only `taken` (a text). `unknown` is true where an answer or
        the origin is not of this library, or the text is no message, so that the page stays as it is; then
        `says` gives the reason.
        A message with `matters` is about a list of them: see `answer_list`. One with `writes` is about a case
        that somebody writes: see `answer_case`.
        Nothing is raised, whatever the text.
        """
        try:
            held = read_message(message)
            return json.dumps(self._answer_any(held))
        except NavigatorError as problem:
            return json.dumps({"unknown": True, "says": str(problem)})

    def _answer_any(self, held: dict[str, Any]) -> dict[str, Any]:
        if "matters" in held:
            return answer_list(self.library, held)
        if "writes" in held:
            return answer_case(self.library, held["writes"])
        return self._answer(read_request(held))

    def _answer(self, asked: Request) -> dict[str, Any]:
        origin = self.node(asked.origin)
        if origin is None:
            raise BadRequest(f"there is no page {asked.origin!r}")
        today, answers = asked.today, asked.answers
        if asked.answer:
            answers = with_answer(self.library, answers, origin, asked.answer)
        trail = follow(self.library, answers, origin, asked.show)
        if trail.node.signpost:
            raise BadRequest(f"these answers lead to {trail.node.address}, which is no page of the wizard")
        asks = dates_to_ask(self.library, trail, today)
        words, link = self.library.words, asked.link
        opened = open_link(words, asks, link, self.library.own_events) if link is not None else None
        typed = opened.typed if opened else asked.typed
        dates, mistakes = read_typed(self.library, typed, asks, today)
        step = progress(self.library, trail, dates, today)
        if asked.take:
            takes = _TAKEN.get(asked.take)
            text = takes(self.library, step.outcome, asked) if takes and step.outcome else None
            if text is None:
                raise BadRequest(f"there is no {asked.take!r} to take away")
            return {"taken": text}
        notice = opened.notice(self.library, step.outcome) if opened else None
        return {
            "slug": step.trail.node.slug,
            "title": title(self.library.words, step),
            "html": page(self.library, step, typed, mistakes, answers.get(asked.show or ""), notice),
            "kind": "question" if step.question else "outcome",
            "answers": answers,
            "typed": typed,
            "errors": len(mistakes),
        }


def open_session(library_json: str) -> Session:
    """Read the library as the build wrote it. Raises OtherForm when it is of another version."""
    return Session(read_rows(Library, library_json))
