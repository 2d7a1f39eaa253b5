"""A library in which every kind of rule occurs once, for tests of whole pages, answers and graphs.

Two routes have a policy of North Council's own (`issue` and `complaint`); three are national. South Council
has no policy at all. North is closed between Christmas 2026 and the new year.
"""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from navigator.core.model import (
    Alongside,
    Bypass,
    Caution,
    Confidence,
    Contact,
    Counting,
    Danger,
    DocumentKind,
    EntryRule,
    Exclusion,
    Finding,
    FindingKind,
    Firmness,
    GeneratedQuestion,
    Next,
    Option,
    Policy,
    Question,
    Reading,
    Role,
    Said,
    Start,
    Superseded,
    Triage,
    Unit,
    Unsure,
)
from tests.builders import (
    CHECKED,
    closures,
    document,
    event,
    levels,
    library,
    policy,
    route,
    service,
    source,
    stage,
    step,
    timescale,
    uncounted,
)

__all__ = ["CHECKED", "LIBRARY", "NORTH_ISSUE"]

AT_ONCE: Final[dict[str, Any]] = {"unit": Unit.IMMEDIATELY, "firmness": Firmness.MUST}
STAGE_1 = stage(
    "stage-1",
    uncounted("note", does="A note is made.", **AT_ONCE),
    timescale(
        "acknowledge",
        5,
        does="It is acknowledged.",
        firmness=Firmness.MUST,
        assumed_start="The paper names no start. Sending is taken.",
        ends_with="acknowledged",
    ),
    timescale(
        "answer",
        15,
        counted_from="acknowledged",
        does="It is answered.",
        firmness=Firmness.AIM,
        ends_with="answered",
        closes_stage=True,
    ),
    summary="The worker looks into it.",
    asks="I have sent it",
    begins_with="sent",
    steps=(
        step("carer", "sends the issue", to=("worker",), brings="sent"),
        step(
            "worker",
            "answers",
            to=("carer",),
            cc=("manager",),
            record="The answer.",
            source=source("Page 1, box"),
        ),
    ),
    if_unresolved=Next("It goes to level 1.", stage="stage-2/level-1"),
)
LEVEL_1 = stage(
    "level-1",
    timescale(
        "level-1-answer",
        25,
        Unit.CALENDAR_DAYS,
        "second_started",
        does="The manager has answered.",
        source=source("Page 2, level 1"),
        firmness=Firmness.USUAL,
        closes_stage=True,
        readings=(Reading("Page 3 says working days.", unit=Unit.WORKING_DAYS),),
    ),
    source=source("Page 2, level 1"),
    asks="It is with the manager",
    begins_with="second_started",
    steps=(step("manager", "looks into it", cc=("worker", "director")),),
    if_unresolved=Next("It goes to level 2.", stage="stage-2/level-2"),
)
LEVEL_2 = stage(
    "level-2",
    uncounted("open", does="It is decided.", source=source("Page 2, level 2")),
    source=source("Page 2, level 2"),
    begins_with="third_started",
    steps=(step("director", "decides"),),
    if_unresolved=Next("The paper ends here.", none_stated=True),
)
NORTH_ISSUE = policy(
    STAGE_1,
    levels("stage-2", LEVEL_1, LEVEL_2, source=source("Page 2")),
    id="north-issue",
    title="Issues in North",
    document="north-paper",
    applies_to="Carers in North.",
    summary="Two stages.",
    effective_from=date(2025, 4, 1),
    effective_until=date(2028, 3, 31),
    superseded=Superseded(
        "A new paper is about.", replace(source("New paper", "gazette"), confidence=Confidence.C)
    ),
    start=Start("I have not sent it"),
    unsure=Unsure("stage-1", "Stage 1 is shown. Ask the worker."),
    before=(Said("Talk first.", source("Page 0")),),
    principles=(Said("Be fair.", source("Page 0")),),
    entries=(
        EntryRule(
            "after-talk",
            "A formal talk is over",
            "stage-2/level-1",
            "It begins at level 1.",
            source("Page 4"),
        ),
    ),
    bypass=(Bypass("jump", "manager", "The manager may skip a stage.", source("Page 5")),),
    does_not_cover=(
        Exclusion("danger", "Danger", "Report it.", source("Page 6"), "safety", destination_stated=False),
        Exclusion("weather", "Weather", "Nobody can help.", source("Page 6")),
    ),
    overall=(
        timescale(
            "whole",
            12,
            Unit.WEEKS,
            does="It is all over.",
            source=source("Page 7"),
            firmness=Firmness.MAXIMUM,
        ),
    ),
    alongside=(
        Alongside("mediation", "Mediation can be offered.", source("Page 8")),
        Alongside("appeal", "An appeal is possible.", source("Page 8"), route="appeal"),
        Alongside("panel", "A panel can be asked.", source("Page 8"), route="panel", stages=("stage-1",)),
    ),
    warnings=(
        Caution("always", "Keep copies.", source("Page 9")),
        Caution("late-only", "The director is busy.", source("Page 9"), ("stage-2/level-2",)),
    ),
    contacts=("helpline",),
    findings=(
        Finding("g1", FindingKind.NO_START, "No start is named.", "When?", source(), ("stage-1",)),
        Finding("g2", FindingKind.WORDING, "A word is missing.", "Which?", source()),
    ),
)
LAW = {"publisher": "England: law", "document": "england-law", "national": True}


def complaint(name: str, weeks: int, **fields: object) -> Policy:
    """Build a policy for complaints: two looks of so many weeks each, and then the appeal."""
    looks = (
        stage(
            look,
            timescale(
                f"{look}-answer",
                weeks,
                Unit.WEEKS,
                begins,
                does="It is answered.",
                source=source(look),
                closes_stage=True,
            ),
            source=source(look),
            begins_with=begins,
            steps=(step("worker", "answers the complaint", to=("carer",)),),
            if_unresolved=then,
        )
        for look, begins, then in (
            ("first", "complained", Next("A second look follows.", stage="second")),
            ("second", "answered", Next("Appeal.", route="appeal")),
        )
    )
    asks = "Which look is it?"
    return policy(*looks, id=name, route="complaint", summary="Two steps.", progress_ask=asks, **fields)


def national(name: str, amount: int, unit: Unit, starts: str, **fields: object) -> Policy:
    """Build a national policy of one stage with one clock, for a route of its own."""
    limit = timescale(
        f"{name}-limit",
        amount,
        unit,
        starts,
        does="It has arrived.",
        source=source("Section 2"),
        firmness=Firmness.MUST,
        closes_stage=True,
        **fields,
    )
    only = stage(
        "apply",
        limit,
        title=f"Apply for {name}",
        source=source("Section 1"),
        begins_with=starts,
        steps=(step("carer", "applies"),),
        if_unresolved=Next("Nothing follows.", none_stated=True),
    )
    return policy(only, id=name, title=name.capitalize(), route=name, summary="One step.", **LAW)


SAFETY = policy(
    *(
        stage(
            name,
            uncounted(f"{name}-call", does="Help is called.", source=source("Section 9"), **AT_ONCE),
            title=title,
            source=source("Section 9"),
            steps=(step("carer", "calls for help"),),
            if_unresolved=Next("Call again.", none_stated=True),
        )
        for name, title in (("now", "Danger now"), ("worry", "A worry"))
    ),
    id="safety",
    title="Safety",
    route="safety",
    summary="Act.",
    contacts=("emergency",),
    **LAW,
)
TRIAGE = Triage(
    start="danger",
    danger=Danger("In danger? Call 999", "Call now.", "emergency"),
    exit_to="https://www.example.org/weather",
    service=GeneratedQuestion("Which service is it?", "Choose one.", "I'm not sure which"),
    progress=GeneratedQuestion("Where has it got to?", "Choose the nearest.", "I'm not sure"),
    questions=(
        Question(
            "danger",
            "Is anybody in danger?",
            (
                Option("now", "Yes", route="safety", stage="now", because="Danger comes first."),
                Option("no", "No", next="topic"),
                Option("unsure", "I'm not sure", route="safety", stage="worry", because="Ask.", unsure=True),
            ),
            "You need no proof.",
        ),
        Question(
            "topic",
            "What is it about?",
            (
                Option(
                    "issue",
                    "Something is late",
                    "A form, say.",
                    route="issue",
                    because="Lateness is an issue.",
                    source=source("Page 0", "north-paper"),
                ),
                Option("complaint", "I want to complain", route="complaint", because="That is a complaint."),
                Option("appeal", "I want to appeal", route="appeal", because="That is an appeal."),
                Option(
                    "north", "It is in North", route="issue", service="north", because="North has a paper."
                ),
                Option(
                    "north-top",
                    "It is with North's director",
                    route="issue",
                    service="north",
                    stage="stage-2/level-2",
                    because="That is level 2.",
                ),
                Option("unsure", "I'm not sure", route="complaint", because="You may complain.", unsure=True),
            ),
        ),
    ),
)
LIBRARY = library(
    NORTH_ISSUE,
    complaint("north-complaint", 2, title="Complaints: North Council", document="north-paper"),
    complaint("england-complaint", 3, title="Complaints: England: law", **LAW),
    national("appeal", 12, Unit.MONTHS, "noticed", counting=Counting.BEGINNING_WITH),
    national(
        "panel",
        28,
        Unit.CALENDAR_DAYS,
        "letter",
        readings=(Reading("To be safe, a day earlier.", counting=Counting.BEGINNING_WITH),),
    ),
    SAFETY,
    triage=TRIAGE,
    routes=(
        route("issue", "north-issue", name="An issue", who_starts="The carer."),
        route("complaint", "england-complaint", name="A complaint", who_starts="The carer."),
        route("appeal", "appeal", name="An appeal"),
        route("panel", "panel", name="A panel", purpose="For letters.", who_starts="The carer."),
        route("safety", "safety", purpose="For danger.", urgent=True, quick_exit=True),
    ),
    services=(
        service(
            "north",
            "north-issue",
            "north-complaint",
            closures=closures("2026-12-29", "2026-12-30", "2026-12-31", name="Council closed"),
            closures_until=date(2026, 12, 31),
            contacts=("north-desk", "helpline"),
        ),
        service("south", order=2),
        service("other", name="Another service", label="Another service", order=3, unsure=True),
    ),
    roles=(
        Role("carer", "carer", "Looks after a child."),
        Role("worker", "worker", "Helps the carer."),
        Role("manager", "manager", "Is in charge."),
        Role("director", "director", "Is in charge of the managers."),
    ),
    events=(
        event("sent", "sending"),
        event("acknowledged", "the acknowledgement"),
        event("answered", "the answer"),
        event("second_started", "the start of stage 2"),
        event("third_started", "the start of level 2"),
        event("noticed", "the first notice", planned=False),
        event("letter", "the letter", planned=False),
        event("complained", "the complaint"),
    ),
    contacts=(
        Contact("emergency", "Emergency services", CHECKED, source("Number", "gazette"), phone="999"),
        Contact("helpline", "Helpline", CHECKED, source("Number", "gazette"), phone="0800 111 222"),
        Contact(
            "north-desk", "North's desk", CHECKED, source("Desk", "north-paper"), email="desk@north.example"
        ),
    ),
    documents=(
        document("north-paper", "North's paper", "North Council"),
        document("england-law", "The law", "England: law", kind=DocumentKind.LAW, confidence=Confidence.B),
        document("gazette", "The gazette", "The government", kind=DocumentKind.GUIDANCE),
    ),
)
