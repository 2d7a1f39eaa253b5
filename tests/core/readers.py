"""A world with readers: whose role it is, whose own somebody is, and who is neither."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from navigator.core.engine import advance
from navigator.core.journey import enter
from navigator.core.model import InPhase, Letter, Library, Option, Phase, Policy, Question, Reader, Role
from navigator.core.outcome import Outcome
from tests.builders import TODAY, event, library

READERS: Final = (
    Reader("carer", "a carer", closing="Ring the carers' line."),
    Reader("relative", "a relative who cares", like="carer"),
    Reader("child", "a child"),
    Reader("staff", "somebody who works here", closing="Ask your manager."),
    Reader("link", "a link worker", like="staff"),
    Reader("head", "a head of service", like="staff"),
)
ROLES: Final = (
    Role("carer", "carer", "Cares.", reader="carer", yours=("link",)),
    Role("link", "link worker", "Supports.", reader="link", yours=("carer",)),
    Role("head", "head of service", "Decides.", reader="head", yours=("link",)),
    Role("worker", "social worker", "Plans.", yours=("child",), others="the child's social worker"),
    Role("ofsted", "Ofsted", "Inspects.", bare=True),
)
LETTER: Final = Letter("{stage}: no answer", "It began on {begun} under {policy}. It was due by {due}.")
WHO: Final = Question(
    "who",
    "Who are you?",
    (
        *(Option(each.id, each.name, reader=each.id, next="topic") for each in READERS),
        Option("unsure", "I'm not sure", next="topic", unsure=True),
    ),
)


def world(*policies: Policy, phases: tuple[InPhase, ...] = (), **fields: Any) -> Library:  # noqa: ANN401
    """Build a library whose first question is who asks."""
    events = tuple(event(name) for name in ("sent", "asked", "over"))
    built = library(*policies, **{"roles": ROLES, "events": events} | fields)
    questions = (WHO, *built.triage.questions)
    triage = replace(built.triage, start="who", questions=questions, readers=READERS, phases=phases)
    return replace(built, triage=triage)


def seen(
    there: Library,
    reader: str | None,
    dates: Mapping[str, str] | None = None,
    *,
    today: date = TODAY,
    phase: Phase | None = None,
    **answers: str,
) -> Outcome:
    """Return what a reader sees of the route `issue`."""
    given = {name: date.fromisoformat(day) for name, day in (dates or {}).items()}
    said = {**answers, **({"phase": phase.value} if phase else {})}
    found = advance(there, said, given, today, origin=enter(there, "issue", None, reader)).outcome
    assert found is not None
    return found
