"""A case made of what the preview shows: once each part of its result is confirmed, it becomes a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from navigator.author.made_files import LINE
from navigator.author.yaml_text import lines
from navigator.core.cases import expected_of
from navigator.core.codec import decode
from navigator.core.engine import dates_to_ask, progress
from navigator.core.errors import NavigatorError
from navigator.core.journey import Trail, first, follow, paths
from navigator.core.model import Library, Scenario, Words
from navigator.core.outcome import Outcome
from navigator.core.phases import PHASE
from navigator.render.dateform import read_typed
from navigator.render.html import Html, el
from navigator.render.written_case import Draft, can_be_written, clean, scenario
from navigator.workbench.desk import Answer, Desk
from navigator.workbench.expected_words import Part, parts_of
from navigator.workbench.place_words import way_in_words
from navigator.workbench.seen_answers import Looked, NotThere, looked
from navigator.workbench.shown import Shown, shown


@dataclass(frozen=True)
class Confirmed:
    """What an owner has written of a case, and which parts of its result they have worked out themselves."""

    draft: Draft
    confirmed: tuple[str, ...] = ()
    """The keys of those parts."""


@dataclass(frozen=True)
class _Reached:
    """Where the answers of a case lead, all the way from the first question."""

    trail: Trail
    outcome: Outcome
    dates: dict[str, date]


def case(desk: Desk, asked: Answer) -> Answer:
    """Return what is to be confirmed of a case, or its file once all is.

    In: where the preview looks. Out: `html` with a tick for each part of the result; or `says`, why no case
    can be made of it. With a `draft` and what is `confirmed`: `lacking`, the names of what is still missing,
    or the `path` and the `text` of the file.
    """
    said = shown(desk)
    library = said.library
    try:
        reached = _reached(said, looked(asked))
    except NavigatorError as problem:
        return {"says": str(problem), "current": desk.is_sound}
    parts = list(parts_of(said.index.library, expected_of(library, reached.outcome)))
    if asked.get("draft") is None:
        html = _to_confirm(said.index.library, reached.trail, parts)
        return {"html": html, "current": desk.is_sound}
    written = decode(Confirmed, {"draft": asked["draft"], "confirmed": asked.get("confirmed", [])})
    lacking = list(_lacking(library, reached.outcome, written, parts))
    if lacking:
        return {"lacking": lacking, "current": desk.is_sound}
    return {**_file(library, _scenario(library, reached, written.draft)), "current": desk.is_sound}


def _reached(said: Shown, at: Looked) -> _Reached:
    """Follow the answers from the first question on. Raises NotThere where they lead to no answer."""
    library, words = said.library, said.library.words
    trail = _whole_trail(said, at)
    if trail.node.question or not trail.node.route:
        raise NotThere(words["workbench.tried.no_end"])
    dates, mistakes = read_typed(library, at.typed, dates_to_ask(library, trail, at.today), at.today)
    if mistakes:
        raise NotThere(mistakes[0].says)
    outcome = progress(library, trail, dates, at.today).outcome
    if outcome is None:
        raise NotThere(words["workbench.tried.no_end"])
    return _Reached(trail, outcome, dates)


def _whole_trail(said: Shown, at: Looked) -> Trail:
    """Return the way to what the preview shows; where it was jumped to, the shortest that leads there."""
    origin = at.origin(said)
    answers = {asked: option for asked, option in at.answers.items() if asked != PHASE}
    trail = follow(said.library, answers, origin)
    if origin == first(said.library):
        return trail
    ways = [way for way, node in paths(said.plain) if node == trail.node]
    if not ways:
        raise NotThere(said.library.words["workbench.tried.no_way"])
    return follow(said.library, min(ways, key=len))


def _to_confirm(library: Library, trail: Trail, parts: Iterable[Part]) -> Html:
    """Show the way, and each part of the result with a tick that only its owner can set."""
    words = library.words
    way = tuple((step.question.id, step.choice.id) for step in trail.answered)
    return el(
        "div",
        el("details", el("summary", words["workbench.tried.way"]), way_in_words(library, way)),
        el(
            "fieldset",
            el("legend", words["workbench.tried.confirm"]),
            el("p", words["workbench.tried.confirm_hint"], class_="nav-hint"),
            [_tick(words, part) for part in parts],
            id="made-parts",
            tabindex="-1",
        ),
    )


def _tick(words: Words, part: Part) -> Html:
    tick = el("input", type="checkbox", name="part", value=part.key, autocomplete="off")
    said = el(
        "span", el("span", part.name, class_="nav-hint"), " ", el("strong", part.says), class_="nav-made-part"
    )
    by_hand = el("span", words["workbench.tried.by_hand"], class_="nav-hint")
    return el("label", tick, el("span", said, by_hand))


def _lacking(library: Library, outcome: Outcome, written: Confirmed, parts: Iterable[Part]) -> Iterator[str]:
    """Yield the names of what is missing or cannot be written."""
    draft = written.draft
    for name, text in (("title", draft.title), ("story", draft.story), ("worked_out", draft.worked_out)):
        if not clean(text):
            yield name
    turns = [
        turn for turn in draft.wrong_turns if turn.route in library.route and turn.route != outcome.route.id
    ]
    if not any(clean(turn.why) for turn in turns):
        yield "wrong_turn"
    if not {part.key for part in parts} <= set(written.confirmed):
        yield "parts"
    texts = (draft.title, draft.story, draft.worked_out, *(turn.why for turn in draft.wrong_turns))
    if not all(map(can_be_written, texts)):
        yield "brackets"


def _scenario(library: Library, reached: _Reached, draft: Draft) -> Scenario:
    """Return the case, under an id that no other has."""
    held = {"title": clean(draft.title), "story": clean(draft.story), "worked": clean(draft.worked_out)}
    right = reached.outcome.route.id
    whys = {turn.route: clean(turn.why) for turn in draft.wrong_turns if turn.route in library.route}
    whys = {route: why for route, why in whys.items() if why and route != right}
    made = scenario(library, reached.outcome, reached.trail, held, whys, reached.dates)
    taken, name, number = {each.id for each in library.scenarios}, made.id, 2
    while name in taken:
        name, number = f"{made.id}-{number}", number + 1
    return replace(made, id=name)


def _file(library: Library, made: Scenario) -> dict[str, str]:
    """Return the path and the text of a case's file: one of a service's own policy stands with it."""
    owners = library.owners.get(made.expect.policy or "", ())
    folder, up = (f"services/{owners[0].id}", "../../..") if owners else ("national", "../..")
    text = "\n".join([LINE.format(up, "scenario"), *lines(made), ""])
    return {"path": f"{folder}/scenarios/{made.id}.yaml", "text": text}
