"""The words of the field as frozen dataclasses: what a policy author writes, and nothing computed."""

from navigator.core.model.library import Library
from navigator.core.model.lists import (
    Confidence,
    Contact,
    Document,
    DocumentKind,
    Role,
    Source,
    Term,
)
from navigator.core.model.message import Message
from navigator.core.model.pack import Pack
from navigator.core.model.policy import (
    Action,
    Alongside,
    Bypass,
    Caution,
    EntryRule,
    Exclusion,
    Finding,
    FindingKind,
    Next,
    Policy,
    Said,
    Stage,
    Start,
    Superseded,
    Unsure,
)
from navigator.core.model.scenario import (
    Expected,
    ExpectedDeadline,
    GivenAnswer,
    GivenDate,
    Scenario,
    WrongTurn,
)
from navigator.core.model.service import Calendar, Closure, Route, RouteLimit, Service
from navigator.core.model.timescale import Counting, Event, Firmness, Reading, Timescale, Unit
from navigator.core.model.triage import Danger, GeneratedQuestion, Option, Question, Triage
from navigator.core.model.words import Words

__all__ = [
    "Action",
    "Alongside",
    "Bypass",
    "Calendar",
    "Caution",
    "Closure",
    "Confidence",
    "Contact",
    "Counting",
    "Danger",
    "Document",
    "DocumentKind",
    "EntryRule",
    "Event",
    "Exclusion",
    "Expected",
    "ExpectedDeadline",
    "Finding",
    "FindingKind",
    "Firmness",
    "GeneratedQuestion",
    "GivenAnswer",
    "GivenDate",
    "Library",
    "Message",
    "Next",
    "Option",
    "Pack",
    "Policy",
    "Question",
    "Reading",
    "Role",
    "Route",
    "RouteLimit",
    "Said",
    "Scenario",
    "Service",
    "Source",
    "Stage",
    "Start",
    "Superseded",
    "Term",
    "Timescale",
    "Triage",
    "Unit",
    "Unsure",
    "Words",
    "WrongTurn",
]
