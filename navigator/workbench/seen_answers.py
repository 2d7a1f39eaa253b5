"""What the wizard says on the draft: questions and answers as readers will see them, and all messages."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from navigator.core.codec import decode
from navigator.core.engine import dates_to_ask, progress
from navigator.core.errors import NavigatorError
from navigator.core.journey import Trail, first, follow
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome, PhaseShown
from navigator.render.change_answer import with_answer
from navigator.render.components import section
from navigator.render.dateform import read_typed
from navigator.render.html import Html, el
from navigator.render.request import NewAnswer
from navigator.render.text_writer import message_text
from navigator.site.pages.signposts import signpost_page
from navigator.workbench.desk import Answer, Desk, Steps
from navigator.workbench.places import Spot, end_of, node_of, places_of
from navigator.workbench.seen_page import as_html
from navigator.workbench.shown import Shown, shown


@dataclass(frozen=True)
class Looked:
    """Where somebody looks at the draft: from which page on, with which answers and dates, on which day."""

    today: date
    answers: dict[str, str]
    typed: dict[str, dict[str, str]]
    """The text of the date fields."""
    spot: Spot | None = None
    """Where they were put at once; None for the first question, or for `page`."""
    page: str | None = None
    """A page of the wizard, by the name in its address."""
    answer: NewAnswer | None = None
    """One more answer, or a changed one."""
    show: str | None = None
    """An answered question to show again."""

    def origin(self, said: Shown) -> Node:
        """Return the page to start from. Raises NotThere for one that the draft no longer has."""
        if self.spot:
            try:
                return node_of(said.library, self.spot)
            except KeyError:
                raise NotThere(said.library.words["workbench.seen.gone"]) from None
        node = said.node(self.page) if self.page else first(said.library)
        if node is None:
            raise NotThere(said.library.words["workbench.seen.gone"])
        return node


class NotThere(NavigatorError):
    """The place that somebody looks at is no part of the draft any more."""


def looked(asked: Mapping[str, Any]) -> Looked:
    """Read where somebody looks; what is empty counts as left out. Raises DecodeError."""
    held = {each.name: asked.get(each.name) for each in fields(Looked)}
    if held["spot"]:
        held["spot"] = {key: value for key, value in held["spot"].items() if value}
    given = {key: value for key, value in held.items() if value}
    return decode(Looked, {"answers": {}, "typed": {}, **given})


def wizard(desk: Desk, asked: Answer) -> Answer:
    """Return what the wizard answers, as `Session.answer` does, or the page of a signpost.

    Beside that: `current`, whether this is the draft as it is now; and `gone`, where the place that was
    looked at is not there any more, or an answer is not.
    """
    said = shown(desk)
    try:
        answer = _answered(said, looked(asked))
    except NotThere as problem:
        answer = {"gone": True, "says": str(problem)}
    return {**answer, "current": desk.is_sound}


def _answered(said: Shown, at: Looked) -> Answer:
    library, origin = said.library, at.origin(said)
    said.pages.setdefault(origin.slug, origin)
    try:
        answers = with_answer(library, at.answers, origin, at.answer) if at.answer else at.answers
        end = follow(library, answers, origin, at.show).node
    except NavigatorError:
        raise NotThere(library.words["workbench.seen.gone"]) from None
    if end.signpost:
        html = as_html(signpost_page(said.index, said.index.library.signpost[end.signpost]))
        return {"kind": "elsewhere", "html": html, "answers": answers, "errors": 0, "slug": end.signpost}
    message = {"origin": origin.slug, "answers": answers, "typed": at.typed, "today": at.today.isoformat()}
    told: Answer = json.loads(said.session.answer(json.dumps({**message, "show": at.show})))
    return told


def outcome_at(library: Library, trail: Trail, at: Looked) -> Outcome | None:
    """Return the outcome at the end of a trail, with the dates that can be read; None where there is none."""
    asks = dates_to_ask(library, trail, at.today)
    dates, _ = read_typed(library, at.typed, asks, at.today)
    return progress(library, trail, dates, at.today).outcome


def messages(desk: Desk, asked: Answer) -> Steps:
    """Return every message that a reader of a policy is offered, by stage and phase, filled with the dates.

    `spot` says which policy, service and reader.
    """
    said, edition = shown(desk), desk.edition
    at = looked(asked)
    words = said.library.words
    if at.spot is None or at.spot.policy not in said.library.policy:
        return {"html": el("p", words["workbench.seen.gone"]), "current": desk.is_sound}
    parts: list[Html] = []
    for number, option in enumerate(
        places_of(said.library, said.library.policy[at.spot.policy], at.spot.reader)
    ):
        yield
        if desk.edition != edition:
            return {"stale": True}
        spot = Spot(at.spot.policy, at.spot.service, at.spot.reader, option.id)
        end = end_of(said.library, node_of(said.library, spot))
        outcome = outcome_at(said.library, Trail((), end, ()), at) if not end.signpost else None
        if outcome:
            parts.append(
                section(f"messages-{number}", option.label, list(_messages(outcome)), kind="messages")
            )
    written = any(parts)
    html = el("div", parts if written else el("p", words["workbench.seen.no_messages"]))
    return {"html": html, "current": desk.is_sound}


def _messages(outcome: Outcome) -> Iterator[Html]:
    """Yield each message of a place once, under the phases that offer it."""
    for phases in _alike(outcome):
        written = phases[0].message
        if written:
            heading = outcome.words.listed(dict.fromkeys(phase.label for phase in phases))
            yield el("h3", heading)
            yield el("pre", message_text(outcome.words, written), class_="nav-message", tabindex="0")


def _alike(outcome: Outcome) -> list[list[PhaseShown]]:
    """Return the phases that have a message, those with the same one together."""
    groups: list[list[PhaseShown]] = []
    for phase in outcome.phases:
        group = next((each for each in groups if each[0].message == phase.message), None)
        if group:
            group.append(phase)
        elif phase.message:
            groups.append([phase])
    return groups
