"""A practice case that a trainer writes in the browser: the wizard's questions and answer, and its file.

Nothing is kept: all that has been written comes with each message.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from navigator.core.cases import expected_of
from navigator.core.codec import decode
from navigator.core.engine import dates_to_ask, progress
from navigator.core.journey import Trail, first, follow
from navigator.core.model import GivenAnswer, GivenDate, Library, Scenario, Source, Words, WrongTurn
from navigator.core.nodes import OpenQuestion
from navigator.core.outcome import Outcome
from navigator.core.phases import PHASE
from navigator.core.role_names import sentence
from navigator.core.time.deadlines import Deadline
from navigator.core.yaml_writer import as_yaml
from navigator.render.blocks import Paragraph
from navigator.render.change_answer import with_answer
from navigator.render.components import ROOT, bullets
from navigator.render.dateform import Mistake, Typed, all_dates_form, error_summary, read_typed
from navigator.render.deadline import in_full, receipt
from navigator.render.html import Html, el
from navigator.render.html_writer import HtmlWriter
from navigator.render.request import BadRequest, NewAnswer
from navigator.render.written_quiz import quiz

LONGEST_ID: Final = 50
"""An id is cut after so many signs, at a hyphen where there is one."""
LONGEST_TEXT: Final = 6000
"""No text of a case is longer, in signs."""


@dataclass(frozen=True)
class Turn:
    """A route that looks right and is not, as somebody has typed it."""

    route: str
    why: str


@dataclass(frozen=True)
class Draft:
    """What somebody has typed of a case."""

    title: str
    story: str
    worked_out: str = ""
    wrong_turns: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class CaseAsked:
    """What the page asks: the answers so far, and a whole case where it is to be made."""

    answers: dict[str, str]
    typed: dict[str, dict[str, str]]
    today: date
    """The day on which the case plays."""
    answer: NewAnswer | None = None
    show: str | None = None
    """An answered question to show again."""
    case: Draft | None = None


def answer_case(library: Library, message: object) -> dict[str, Any]:
    """Answer a message of the page. Raises DecodeError, UnknownAnswer and BadRequest.

    Out: `html`, `kind` (`question`, `outcome` or `elsewhere`, where no process follows), `answers` (those
    that hold), `errors` (how many dates are wrong). With a `case`, which needs an outcome: `quiz` (what a
    link holds), `taken` (the YAML, nothing where the case lacks what a file needs) and `file` (its name).
    """
    asked = decode(CaseAsked, _told(message))
    answers = asked.answers
    if asked.answer:
        answers = with_answer(library, answers, first(library), asked.answer)
    answers = {question: option for question, option in answers.items() if question != PHASE}
    trail = follow(library, answers, first(library), asked.show)
    if trail.node.signpost:
        says = el("p", library.words["own_case.elsewhere"], class_="nav-note")
        return _page("elsewhere", (says, _answered(library.words, trail)), answers)
    asks = dates_to_ask(library, trail, asked.today)
    dates, mistakes = read_typed(library, asked.typed, asks, asked.today)
    step = progress(library, trail, dates, asked.today)
    if step.question:
        parts = (_question(step.question), _answered(library.words, trail))
        return _page("question", parts, answers)
    if step.outcome is None:
        raise BadRequest("these answers lead to no outcome")
    page = _page("outcome", _outcome(step.outcome, trail, asked.typed, mistakes), answers)
    if asked.case is None:
        return page | {"errors": len(mistakes)}
    if mistakes:
        raise BadRequest(mistakes[0].says)
    return page | made(library, step.outcome, trail, asked.case, dates)


def _told(message: object) -> object:
    """Leave out what is null."""
    if not isinstance(message, dict):
        return message
    return {key: value for key, value in message.items() if value is not None}


def made(
    library: Library, outcome: Outcome, trail: Trail, draft: Draft, dates: dict[str, date]
) -> dict[str, Any]:
    """Return what a link holds of a case, and its file. Raises BadRequest for a text no file can hold."""
    texts = (draft.title, draft.story, draft.worked_out, *(turn.why for turn in draft.wrong_turns))
    if not all(map(can_be_written, texts)):
        raise BadRequest(library.words["own_case.no_brackets"])
    turns = [turn for turn in draft.wrong_turns if turn.route in library.route and turn.why.strip()]
    whys = {turn.route: clean(turn.why) for turn in turns if turn.route != outcome.route.id}
    held = quiz(library, outcome, trail, whys)
    held |= {"title": clean(draft.title), "story": clean(draft.story), "worked": clean(draft.worked_out)}
    known = [item for item in outcome.asks if item.given]
    held["known"] = [
        [sentence(item.name), outcome.words.long_date(item.given)] for item in known if item.given
    ]
    held["today"] = outcome.words.long_date(outcome.today)
    case = scenario(library, outcome, trail, held, whys, dates)
    whole = bool(case.title and case.story and case.worked_out and case.wrong_turns)
    return {"quiz": held, "taken": _file(library, case) if whole else "", "file": f"{case.id}.yaml"}


def can_be_written(text: str) -> bool:
    """Say whether a file can hold a text: it is not too long, and nothing in it would be filled in."""
    return len(text) <= LONGEST_TEXT and not re.search(r"[{}|]", text)


def scenario(
    library: Library,
    outcome: Outcome,
    trail: Trail,
    held: dict[str, Any],
    whys: dict[str, str],
    dates: dict[str, date],
) -> Scenario:
    """Return the case as authors write it. It rests on the place of its stage in the policy's document."""
    source = Source(outcome.source.section, outcome.source.document.id)
    return Scenario(
        identity(held["title"]),
        held["title"],
        held["story"],
        tuple(GivenAnswer(step.question.id, step.choice.id) for step in trail.answered),
        outcome.today,
        expected_of(library, outcome),
        held["worked"],
        source,
        tuple(WrongTurn(route, why, source) for route, why in whys.items()),
        tuple(_given(event, day) for event, day in dates.items()),
    )


def identity(title: str) -> str:
    """Return an id made of a title: lower-case letters and digits, with hyphens between the words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    name = "-".join(re.findall(r"[a-z0-9]+", plain)) or "a-case"
    return name if len(name) <= LONGEST_ID else name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]


def _given(event: str, day: date) -> GivenDate:
    if isinstance(day, datetime):
        return GivenDate(event, day.date(), f"{day:%H:%M}")
    return GivenDate(event, day)


def _file(library: Library, case: Scenario) -> str:
    """Return the file, which says where it belongs: a case of a service's own policy stands with it."""
    owners = library.owners.get(case.expect.policy or "", ())
    folder = f"services/{owners[0].id}/scenarios" if owners else "national/scenarios"
    words = library.words
    return f"# {words['own_case.unchecked']}\n# {words('own_case.put_into', folder=folder)}\n{as_yaml(case)}"


def clean(text: str) -> str:
    """Return a text without control characters, and without spaces that nobody sees."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    joined = "\n".join(line for line in lines if line)
    return "".join(sign for sign in joined if sign == "\n" or unicodedata.category(sign) not in _CONTROL)


_CONTROL: Final = ("Cc", "Cf", "Cs", "Co", "Cn")
"""The categories of signs that are no part of a text."""


def _page(kind: str, parts: tuple[Html, ...], answers: dict[str, str]) -> dict[str, Any]:
    return {"kind": kind, "html": el("div", *parts), "answers": answers, "errors": 0}


def _question(asked: OpenQuestion) -> Html:
    """Ask a question of the wizard; the answers are buttons, as they lead to no page."""
    hint = "own-case-hint"
    choices = (
        el(
            "button",
            el("span", choice.label, class_="nav-choice-label"),
            el("span", f" {choice.hint}", class_="nav-choice-hint") if choice.hint else None,
            type="button",
            class_="nav-choice",
            data_question=asked.id,
            data_option=choice.id,
        )
        for choice in asked.options
    )
    return el(
        "div",
        el("h3", asked.ask, tabindex="-1", aria_describedby=hint if asked.hint else None),
        el("p", asked.hint, id=hint, class_="nav-hint") if asked.hint else None,
        bullets(choices, class_="nav-choices"),
    )


def _answered(words: Words, trail: Trail) -> Html:
    """List the answers given, each with a button to change it; nothing where there are none."""
    if not trail.answered:
        return Html("")
    rows = [
        el(
            "div",
            el("dt", step.question.ask),
            el("dd", step.choice.label),
            el("dd", _change(words, step.question)),
        )
        for step in trail.answered
    ]
    return el("div", el("h3", words["heading.answers_so_far"]), el("dl", rows, class_="nav-answers"))


def _change(words: Words, asked: OpenQuestion) -> Html:
    label = words("own_case.change", ask=asked.ask)
    return el("button", words["own_case.change_it"], type="button", data_show=asked.id, aria_label=label)


def _outcome(outcome: Outcome, trail: Trail, typed: Typed, mistakes: list[Mistake]) -> tuple[Html, ...]:
    """Show what is to be confirmed: where the case ends, who acts, and each date with its receipt."""
    words = outcome.words
    facts = (
        ("route", outcome.route.name),
        ("policy", outcome.policy.title),
        ("stage", outcome.position.title),
        ("next", outcome.lead.says),
    )
    rows = [el("div", el("dt", words[f"own_case.{key}"]), el("dd", says)) for key, says in facts]
    asks = outcome.asks
    form = all_dates_form(words, list(asks), typed, mistakes, outcome.today) if asks else Html("")
    return (
        error_summary(words, mistakes, asks),
        el("h3", words["own_case.answer"], tabindex="-1"),
        el("dl", rows, class_="nav-facts"),
        el("h4", words["own_case.dates"]),
        el("div", list(_dates(words, outcome.all_deadlines))),
        form,
        _answered(words, trail),
    )


def _dates(words: Words, deadlines: tuple[Deadline, ...]) -> Iterator[Html]:
    writer = HtmlWriter(words, ROOT)
    for item in deadlines:
        yield el(
            "div",
            el("p", el("strong", item.does)),
            el("p", item.condition, class_="nav-case-of") if item.condition else None,
            writer.write(Paragraph(in_full(words, item) if item.due else item.rule)),
            [el("p", said) for said in (item.provisional, item.projected, item.outside) if said],
            writer.write(receipt(words, item)),
            class_="nav-own-date",
        )
    if not deadlines:
        yield el("p", words["own_case.no_dates"])
