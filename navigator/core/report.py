"""Answers as plain data, for `navigator ask` and anything else that reads JSON."""

from dataclasses import is_dataclass
from datetime import date, time
from enum import Enum
from functools import reduce
from typing import Any, Final

from navigator.core.asks import AskedDate
from navigator.core.citations import Cited
from navigator.core.engine import Progress
from navigator.core.filled_message import FilledMessage
from navigator.core.lead import Act, Lead
from navigator.core.model import Contact, Finding, Policy, Role, Route, Signpost
from navigator.core.nodes import AnswerOption, OpenQuestion
from navigator.core.outcome import (
    DetourShown,
    Example,
    ExampleStage,
    Following,
    NotCovered,
    Outcome,
    Parallel,
    PhaseShown,
    PlainReplyShown,
    Reason,
    Remark,
    TurningPoint,
)
from navigator.core.time.counting import ReceiptLine
from navigator.core.time.deadlines import Deadline, DeadlineStatus, ExtensionDate, ReadingDate
from navigator.core.time.timeline import Leg

type Plain = dict[str, Any]

_KEYS: Final[dict[type, str]] = {
    OpenQuestion: "id ask hint options",
    AnswerOption: "id label hint",
    Outcome: "route route_name=route.name service policy policy_title=policy.title publisher=policy.publisher"
    " footing=policy_basis footing_says=policy_basis_says stage=position.stage.id level=position.level.id"
    " title=position.title begun"
    " reader=reader.id reader_name=reader.name phase lead now turning_points answers examples notes detours"
    " steps deadlines=all_deadlines message next settled then"
    " other_ways warnings rights also not_covered rules findings contacts timeline own_pages own_steps asks"
    " why sources safety assistance today",
    Signpost: "id title",
    Lead: "says actor=actor_id actor_name=actor.name you does by at kind phase planned condition source",
    PhaseShown: "phase label lead more says next late late_on message not_stated overdue",
    TurningPoint: "phase label address",
    PlainReplyShown: "question ask answer reply says source",
    Example: "service policy stages address=node.address",
    ExampleStage: "title summary rule",
    Act: "who who_name=who.name you does act says to cc record done condition"
    " by=deadline.timescale.id source",
    Following: "says stage=position.key title=position.title route none_stated ends back condition"
    " address=node.address source",
    DetourShown: "says who may_be_declined condition route address=node.address source",
    Parallel: "says condition route deadlines source",
    NotCovered: "id=exclusion.id what=exclusion.what says=exclusion.says route=exclusion.leads_to"
    " destination_stated=exclusion.destination_stated source",
    Finding: "id kind says",
    Leg: "stage=position.key title=position.title begins ends=closing.due current",
    AskedDate: "event ask planned given wants_time given_at",
    Deadline: "id=timescale.id scope policy does who who_name=who.name kind condition date=due time=at"
    " earliest rule unit=timescale.unit from=timescale.counted_from before=timescale.counted_before"
    " from_name=start_name from_date=start_date receipt readings"
    " firmness=timescale.firmness provisional=is_provisional provisional_says=provisional"
    " projected=is_projected projected_says=projected assumption outside standing=status"
    " repeats=timescale.repeats closes_stage=timescale.closes_stage notes extension source",
    ExtensionDate: "rule date=due time=at who told condition says applies receipt source",
    ReadingDate: "rule date=due why provisional receipt",
    ReceiptLine: "date=day time=at counted why",
    DeadlineStatus: "state days working_days happened",
    FilledMessage: "who to cc subject body",
    Remark: "kind says condition source",
    Reason: "question ask answer label because source",
    Cited: "document=document.id title=document.title publisher=document.publisher section confidence"
    " checked_on=document.checked_on",
}
"""The keys of each kind of object, with the attribute where that has another name."""


def report(step: Progress) -> Plain:
    """Return a question, an outcome or a signpost as JSON-ready data."""
    kind = "question" if step.question else "outcome" if step.outcome else "signpost"
    return {
        "status": kind,
        kind: _plain(step.question or step.outcome or step.signpost),
        "address": step.trail.node.address,
        "ignored": list(step.trail.ignored),
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - plain data has no narrower type
    if isinstance(value, Contact | Policy | Role | Route):
        return value.id
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else value.isoformat("minutes")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    named = (key.partition("=") for key in _KEYS[type(value)].split())
    return {key: _plain(_attribute(value, path or key)) for key, _, path in named}


def _attribute(value: object, path: str) -> object:
    """Return the attribute at the end of a path; None where there is nothing on the way to it."""
    return reduce(lambda part, name: None if part is None else getattr(part, name), path.split("."), value)
