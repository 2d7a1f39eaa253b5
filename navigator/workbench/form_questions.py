"""What a form in the browser asks in another way than somebody is asked who types a line at a time.

All other questions are those of `navigator new policy`, and every field and its meaning is the model's.
"""

from typing import Final

from navigator.author.form import Ask
from navigator.core import model
from navigator.core.model import Unit, stage, steps, timescale, variation
from navigator.core.model.condition import Condition

MAIN: Final[dict[type, str]] = {
    model.Policy: "title publisher route document applies_to summary checked_on stages start unsure id",
    model.Stage: "title source asks begins_with steps timescales if_unresolved id",
    steps.Action: "who does act to",
    timescale.Timescale: "does amount unit from firmness source id",
    variation.Alternative: "amount unit from",
    variation.Extension: "amount unit source",
    variation.Pause: "says source",
    variation.LaterPace: "after after_unit amount unit",
    timescale.Reading: "why amount unit",
    steps.Next: "stage says",
    steps.Detour: "says source id",
    stage.Unsure: "stage says",
    Condition: "holds asks source id",
    model.Document: "title publisher kind confidence web dated checked_on id",
    model.Role: "name explains id",
    model.Event: "name ask id",
    model.Contact: "name phone email source checked_on id",
    model.Route: "name purpose who_starts offered id",
    model.Service: "name label calendar note id",
    model.Source: "section",
}  # fmt: skip
"""What a form asks of each part from the beginning, in order; of others, what may not be left out."""

ASKED: Final[dict[tuple[type, str], Ask]] = {
    (model.Policy, "checked_on"): Ask(
        "checked_on", "On which day was this file last held against its document?"
    ),
    (model.Policy, "conditions"): Ask(
        "conditions",
        "What holds in some cases only",
        sentence="something holds in some cases only, such as complex ones",
    ),
    (model.Policy, "start"): Ask("start", "The answer of somebody who has not begun"),
    (model.Policy, "unsure"): Ask("unsure", "What somebody is told who does not know the stage"),
    (model.Stage, "title"): Ask("title", "What is its heading in the document?"),
    (model.Stage, "source"): Ask("source", "In which section does it stand?"),
    (model.Stage, "levels"): Ask("levels", "The levels of this stage", sentence="it has levels within it"),
    (steps.Action, "act"): Ask("act", "And what follows `you should`? It is what whoever acts reads."),
    (timescale.Timescale, "source"): Ask("source", "In which section does it stand?"),
    (timescale.Timescale, "amount"): Ask("amount", "By when? How many?"),
    (timescale.Timescale, "unit"): Ask("unit", "Of what?"),
    (timescale.Timescale, "up_to"): Ask(
        "up_to", "Up to how many?", sentence="it is a range, such as 5 to 10 days"
    ),
    (timescale.Timescale, "act"): Ask(
        "act",
        "What should whoever must meet it do?",
        sentence="it leads the page: who should do what by then",
    ),
    (timescale.Timescale, "in_words"): Ask(
        "in_words",
        "How does the document put it?",
        sentence="it is in words, such as: as soon as practicable",
    ),
    (timescale.Timescale, "falls_on"): Ask(
        "falls_on", "Which day is it?", sentence="the people agree on a day, such as that of a meeting"
    ),
    (timescale.Timescale, "assumed_unit"): Ask(
        "assumed_unit",
        "What do you tell the reader of that?",
        sentence="the document says days and not which, and you take one sort",
    ),
    (timescale.Timescale, "if_missed"): Ask(
        "if_missed",
        "What can still be done then?",
        sentence="it is a limit, and something can be done once it has passed",
    ),
    (timescale.Timescale, "whichever"): Ask(
        "whichever",
        "Which of the limits applies?",
        sentence="with another limit or start: which of them applies",
    ),
    (variation.Alternative, "amount"): Ask(
        "amount", "How many? Leave it empty where only the start differs."
    ),
    (variation.Alternative, "unit"): Ask("unit", "Of what?"),
    (variation.Alternative, "from"): Ask(
        "from", "Counted from which day? Leave it empty where only the length differs."
    ),
    (variation.Extension, "source"): Ask("source", "In which section does it stand?"),
    (variation.Pause, "source"): Ask("source", "In which section does it stand?"),
    (variation.Extension, "amount"): Ask("amount", "By how many?"),
    (variation.Extension, "unit"): Ask("unit", "Of what?"),
    (variation.LaterPace, "after"): Ask(
        "after", "How long after the start does the new pace begin? How many?"
    ),
    (variation.LaterPace, "after_unit"): Ask("after_unit", "Of what?"),
    (variation.LaterPace, "amount"): Ask("amount", "It then comes round at least once in how many?"),
    (variation.LaterPace, "unit"): Ask("unit", "Of what?"),
    (timescale.Reading, "amount"): Ask("amount", "How many is it then? Leave it empty for the same."),
    (timescale.Reading, "unit"): Ask("unit", "Of what? Leave it empty for the same."),
    (steps.Detour, "says"): Ask("says", "What is tried? Write a sentence or two."),
    (steps.Detour, "source"): Ask("source", "In which section does it stand?"),
    (stage.Unsure, "stage"): Ask("stage", "Which stage are they shown?"),
    (stage.Unsure, "says"): Ask("says", "What do you tell them? They are shown the stage that you choose."),
    (Condition, "holds"): Ask("holds", "In which case? It stands after `if`: the complaint is complex"),
    (model.Document, "title"): Ask("title", "What is its own title?"),
    (model.Document, "publisher"): Ask("publisher", "Who published it?"),
    (model.Document, "kind"): Ask("kind", "What sort of text is it?"),
    (model.Document, "confidence"): Ask("confidence", "Whose words have you read?"),
    (model.Document, "web"): Ask(
        "web", "At which web address does it stand? Without https://. Leave it empty where it has none."
    ),
    (model.Document, "dated"): Ask(
        "dated", "Which date or version is printed on it? Leave it empty where it bears none."
    ),
    (model.Document, "checked_on"): Ask("checked_on", "On which day was it last read?"),
    (model.Role, "name"): Ask(
        "name", "What is this person called? It stands in a sentence: complaints officer"
    ),
    (model.Event, "name"): Ask(
        "name", "Which day is it? It stands after `from`: the day you sent your complaint"
    ),
    (model.Contact, "name"): Ask("name", "Whom does it reach?"),
    (model.Contact, "checked_on"): Ask("checked_on", "On which day was it last checked?"),
    (model.Route, "name"): Ask("name", "What is the route called?"),
    (model.Service, "name"): Ask("name", "What is the service called?"),
    (model.Service, "label"): Ask("label", "What does its answer say in the list of services?"),
    (model.Service, "calendar"): Ask("calendar", "Which bank holidays does it count by?"),
    (model.Service, "note"): Ask("note", "What should a reader know about it?"),
    (model.Source, "document"): Ask(
        "document", "In which document?", sentence="it stands in another document than the policy's"
    ),
    (model.Source, "confidence"): Ask(
        "confidence", "How well is it known?", sentence="this one fact is less well known than the document's"
    ),
}
"""What a form asks in words of its own."""

TOGETHER: Final[dict[tuple[type, str], tuple[str, tuple[str, ...]]]] = {
    (steps.Next, "stage"): ("leads", ("stage", "route", "ends", "none_stated", "back")),
    (timescale.Timescale, "from"): ("start", ("from", "before", "start_not_stated")),
    (variation.Alternative, "from"): ("start", ("from", "before")),
}
"""Where one control stands for several keys: the kind of control, and its keys."""

NEEDED: Final[dict[tuple[type, str], tuple[str, ...]]] = {
    (model.Policy, "unsure"): (),
    (model.Stage, "if_unresolved"): ("if_settled", "then", "levels", "form"),
}
"""Parts that stand in the form from the start, as the check asks for them, and the keys that do instead."""

UNSAID: Final[dict[tuple[type, str], dict[str, object]]] = {
    (timescale.Timescale, "unit"): {
        "key": "assumed_unit",
        "values": [str(Unit.WORKING_DAYS), str(Unit.CALENDAR_DAYS)],
    },
}
"""Where a document may leave open which value holds: those that are then taken, and the key that tells so."""

COMMON: Final[dict[type, frozenset[str]]] = {
    timescale.Timescale: frozenset(
        ("closes_stage", "ends_with", "extension", "assumed_unit", "day_off", "alternatives")
    ),
}
"""What is needed most often of what may be added to a part: the rest is folded."""
