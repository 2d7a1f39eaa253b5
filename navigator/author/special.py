"""What is asked in a way of its own: a time in one line, where something leads, and the policy as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from navigator.author import placing
from navigator.author.draft import Draft, items
from navigator.author.form import Ask
from navigator.author.interview import Interview, Way
from navigator.author.person import Choice, Refused
from navigator.author.service import document, route
from navigator.author.times import NOT_SAID
from navigator.author.timing import (
    PERIODS,
    alternatives,
    does,
    firmness,
    goes_with,
    of_the_whole,
    received,
    start,
    time,
)
from navigator.core.base_form import base_form
from navigator.core.faults import show
from navigator.core.model import Action, DateKind, FloorPart, Form, Message, Next, Policy, Stage
from navigator.core.model.kinds import Path
from navigator.core.model.rules import Replacement
from navigator.core.model.service import Offer, Route
from navigator.core.model.stage import Start, Unsure
from navigator.core.model.timescale import Timescale

SEVERAL: Final = "no more"
THE_STAGES: Final = "The stages"
THE_TABLE: Final = "The table"
THE_WHOLE: Final = "The policy as a whole"


def stages(interview: Interview, _: Ask, at: Path) -> None:
    """Ask for the headings of all stages, then for each stage."""
    asking = interview.asking
    table = is_table(interview)
    asking.heading = THE_TABLE if table else THE_STAGES
    number = 0
    while number == 0 or not table:
        where = (*at, "stages", number)
        says = "Its heading?" if table else f"Stage {number + 1}: its heading? Levels of it follow after |"
        interview.without = "" if number == 0 else SEVERAL
        interview.ask(
            where, ("title", "levels"), says, placing.heading(asking.source),
            choices=placing.headings(asking.source),
        )  # fmt: skip
        if asking.draft.get(where) is None:
            break
        number += 1
    placing.place_lines(asking, interview.names.roles())
    for index, stage in interview.stages():
        where = (*at, "stages", index)
        asking.heading, asking.place = _of_stage(index, stage), f"stage-{index + 1}"
        levels = list(items(stage.get("levels")))
        if levels:
            interview.field(Stage, Ask("source", "In which section does it stand?", default="=title"), where)
        for level, held in levels:
            asking.heading = _of_level(stage, held)
            interview.item(Stage, (*where, "levels", level))
        if not levels:
            interview.item(Stage, where)
    asking.heading, asking.place = THE_WHOLE, "policy"


def headings(draft: Draft) -> Iterator[str]:
    """Yield what the questions are about in order, as far as is known; the first part has no name."""
    yield ""
    yield THE_TABLE if draft.get(("policy", "form")) == Form.TASKS else THE_STAGES
    if draft.get(("lines",)):
        yield placing.HEADING
    for index, stage in items(draft.get(("policy", "stages"))):
        yield _of_stage(index, stage)
        yield from (_of_level(stage, level) for _, level in items(stage.get("levels")))
    yield THE_WHOLE


def _of_stage(index: int, stage: dict[str, Any]) -> str:
    return f"Stage {index + 1}: {stage['title']}"


def _of_level(stage: dict[str, Any], level: dict[str, Any]) -> str:
    return f"{stage['title']}, {level['title']}"


def asks(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask how a person knows the stage, where there is a choice of them."""
    if is_asked(interview):
        interview.plain(Stage, ask, at)


def act(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask what follows `you should`, where whoever acts may read the page; Enter takes what is proposed."""
    held = interview.asking.draft.get(at) or {}
    role = interview.library.role.get(str(held.get("who")))
    if role and (role.whose or role.anybody):
        proposed = base_form(str(held.get("does", "")))
        interview.plain(Action, replace(ask, default=proposed), at)


def kind(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask what a date means, and of a limit what can still be done once it has passed."""
    interview.plain(Timescale, ask, at)
    if interview.asking.draft.get((*at, "kind")) == DateKind.LIMIT:
        interview.plain(Timescale, Ask("if_missed", "What can still be done once it has passed?"), at)


def is_asked(interview: Interview) -> bool:
    """Say whether readers are asked how far it has got."""
    entries = interview.asking.draft.get(("policy", "entries"))
    return len(interview.names.known("positions")) > 1 or bool(entries)


def begun(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for the answers of somebody who has not begun or does not know, where there is a choice."""
    if not is_asked(interview):
        return
    for index, _ in interview.stages():
        if "levels" not in (interview.asking.draft.get((*at, "stages", index)) or {}):
            interview.plain(Stage, _asks(), (*at, "stages", index))
    interview.item(Start if ask.key == "start" else Unsure, (*at, ask.key))


def _asks() -> Ask:
    return Ask("asks", "How would a person say that it has got this far? Begin with `I have` or `It has`.")


def steps(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask who does what."""
    placing.within(interview.asking, "who", lambda: interview.each(Action, (*at, ask.key)))


def times(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for the times of a stage; where it has none, Enter says that none is stated."""
    placing.within(interview.asking, "time", lambda: interview.each(Timescale, (*at, ask.key)))


def by(interview: Interview, _: Ask, at: Path) -> None:
    """Ask for the time of a step, which becomes one of the times of its stage."""
    draft = interview.asking.draft
    stage = at[:-2]
    named = draft.get((*at, "by")) or _name_of_step(at)
    held = draft.get((*stage, "timescales")) or []
    index = next((index for index, each in items(held) if each.get("id") == named), len(held))
    draft.put((*at, "by"), named)
    if index == len(held):
        draft.put((*stage, "timescales", index), {"id": named})
    interview.item(Timescale, (*stage, "timescales", index))


def _name_of_step(at: Path) -> str:
    """Return the id of the time of a step, which no other step of the policy has."""
    numbers = [str(int(part) + 1) for part in at if isinstance(part, int)]
    kinds = ("stage", "level", "step") if len(numbers) > 2 else ("stage", "step")
    return "-".join(f"{kind}-{number}" for kind, number in zip(kinds, numbers, strict=True))


def of_a_task(interview: Interview, ask: Ask, at: Path) -> None:
    """In a table of tasks, ask of each by when it is done."""
    if is_table(interview):
        by(interview, ask, at)


def is_table(interview: Interview) -> bool:
    """Say whether the policy is a table of tasks."""
    return bool(interview.asking.draft.get(("policy", "form")) == Form.TASKS)


def leads(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask where something leads: to a stage, a route, the end, or nowhere that is stated."""
    there = interview.names.known("positions")
    here = interview.names.position_at(at)
    after = there[here + 1] if here is not None and here + 1 < len(there) else None
    default = {"if_settled": "end"}.get(str(at[-1]), after.name if after else "-")
    shown = "; ".join(f"{each.also[0]} {each.name}" for each in there)

    def take(typed: str) -> dict[str, Any]:
        if typed.lower() in ("end", "the end", "-"):
            return {"none_stated": True} if typed == "-" else {"ends": True}
        found = interview.names.maybe("positions", typed)
        if found is None:
            return {"route": interview.names.find("routes", typed)}
        back = here is not None and [each.id for each in there].index(found) <= here
        return {"stage": found} | ({"back": True} if back else {})

    typing = f"{ask.says} To a stage ({shown}), to a route, `end`, or - where that is not stated."
    keys = ("stage", "route", "none_stated", "ends", "back")
    choices = (
        *(Choice(each.also[0], each.name) for each in there),
        Choice("end", "It ends there"),
        Choice(NOT_SAID, "The document does not say"),
        Choice("", "To another route", own=True),
    )
    interview.ask(
        at, keys, ask.says, take, at_terminal=typing, choices=choices,
        names=partial(interview.names.named, "routes"),
        default=None if isinstance(at[-1], int) else default,
    )  # fmt: skip


def says_of(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask in words what follows."""
    about = {"if_settled": "If this settles it", "if_unresolved": "If this does not settle it"}
    begins = about.get(str(at[-1]), "Then")
    interview.plain(Next, Ask(ask.key, f"{begins}: what happens? Write a sentence."), at)


def nothing_follows(interview: Interview, _: Ask, at: Path) -> None:
    """Ask for the sentence that says that nothing is stated, where no way on was chosen."""
    draft = interview.asking.draft
    ways = ("if_unresolved", "if_settled", "then")
    marked = any(draft.has_asked(f"{show(at)}#follows", way) for way in ways)
    stated = draft.get((*at, "if_unresolved", "none_stated")) and not marked
    if stated or not any(draft.get((*at, way)) for way in ways):
        says = "The document says nothing of it: say so in a sentence, as in: No next step is named."
        interview.ask(
            (*at, "if_unresolved"), ("says", "none_stated"), says,
            lambda typed: {"says": typed, "none_stated": True},
        )  # fmt: skip


def follows(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask about one way on; that nothing follows is asked about apart."""
    draft, gate = interview.asking.draft, f"{show(at)}#follows"
    if draft.has_asked(gate) and not draft.has_asked(gate, ask.key):
        return
    placing.within(interview.asking, "next", lambda: interview.item(Next, (*at, ask.key)))


def table(interview: Interview, _: Ask, at: Path) -> None:
    """Make it a table of tasks."""
    interview.asking.draft.put((*at, "form"), str(Form.TASKS))


def body(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for the text of a message, whose lines are told apart."""
    interview.ask(
        at, ("body",), ask.says, lambda typed: {"body": typed.replace("\\n", "\n")},
        at_terminal=f"{ask.says} {ask.typing}", long=True,
    )  # fmt: skip


def replaced(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask which item of the national policy is replaced."""
    part = interview.asking.draft.get((*at, "part"))
    route = interview.library.route[interview.asking.draft.get(("policy", "route"))]
    national = interview.library.policy[route.fallback or ""]
    held = getattr(national, str(part))
    known = list(held) if part == FloorPart.CONTACTS else [each.id for each in held]

    def take(typed: str) -> dict[str, Any]:
        if typed not in known:
            raise Refused(f"Write one of: {', '.join(known)}." if known else "There is none: go back with <.")
        return {"item": typed}

    choices = tuple(Choice(each, each) for each in known)
    typing = f"{ask.says} One of {', '.join(known) or 'none'}."
    interview.ask(at, ("item",), ask.says, take, at_terminal=typing, choices=choices)


def offered(interview: Interview, _: Ask, at: Path) -> None:
    """Ask for the answer that leads to a new route."""
    interview.item(Offer, (*at, "offered", 0))


SPECIAL: Final[dict[tuple[type, str], Way]] = {
    (Policy, "route"): route,
    (Policy, "document"): document,
    (Policy, "form"): table,
    (Policy, "stages"): stages,
    (Policy, "start"): begun,
    (Policy, "unsure"): begun,
    (Stage, "asks"): asks,
    (Stage, "steps"): steps,
    (Stage, "timescales"): times,
    (Stage, "if_unresolved"): follows,
    (Stage, "if_settled"): follows,
    (Stage, "then"): follows,
    (Stage, "#follows"): nothing_follows,
    (Action, "act"): act,
    (Action, "by"): by,
    (Action, "#more"): of_a_task,
    (Next, "stage"): leads,
    (Next, "says"): says_of,
    (Message, "body"): body,
    (Replacement, "item"): replaced,
    (Route, "offered"): offered,
    (Timescale, "unit"): time,
    (Timescale, "does"): does,
    (Timescale, "from"): start,
    (Timescale, "firmness"): firmness,
    (Timescale, "kind"): kind,
    (Timescale, "received_until"): received,
    (Timescale, "#more"): of_the_whole,
    (Timescale, "alternatives"): alternatives,
    **PERIODS,
}
"""The fields that are asked for in a way of their own."""

_OF_STAGES: Final = {"if_unresolved", "if_settled", "then", "other_ways"}


def fits(interview: Interview, cls: type, ask: Ask, at: Path) -> bool:
    """Say whether a field of a gate can go with what is answered beside it."""
    draft = interview.asking.draft
    if cls is Policy and ask.key == "replaces":
        return _has_floor(interview)
    if cls is Stage and ask.key in _OF_STAGES:
        return not is_table(interview)
    if cls is Action and ask.key == "by":
        return not is_table(interview)
    if cls is Timescale:
        return ask.key in goes_with(draft, at)
    return True


def _has_floor(interview: Interview) -> bool:
    """Say whether a national policy stays beside this one."""
    chosen = interview.library.route.get(interview.asking.draft.get(("policy", "route")) or "")
    fallback = chosen.fallback if chosen else None
    return fallback is not None and interview.library.policy[fallback].national
