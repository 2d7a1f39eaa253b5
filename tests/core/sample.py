"""A small library, made by hand, in which every kind of rule occurs once.

Two routes have a policy of North Council's own (`issue` and `complaint`); three are national. South Council
has no policy at all. North is closed between Christmas 2026 and the new year.
"""

from datetime import date

from navigator.core.model import (
    Action,
    Alongside,
    Bypass,
    Calendar,
    Caution,
    Closure,
    Confidence,
    Contact,
    Counting,
    Danger,
    Document,
    DocumentKind,
    EntryRule,
    Event,
    Exclusion,
    Finding,
    FindingKind,
    Firmness,
    GeneratedQuestion,
    Library,
    Next,
    Option,
    Policy,
    Question,
    Reading,
    Role,
    Route,
    Said,
    Service,
    Source,
    Stage,
    Start,
    Superseded,
    Timescale,
    Triage,
    Unit,
    Unsure,
    Words,
)
from navigator.core.model.words import ENGLISH
from navigator.load.words import english
from tests.core.official import BANK_HOLIDAYS

CHECKED = date(2026, 11, 10)
NAMES = {
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
    date(2027, 1, 1): "New Year's Day",
    date(2027, 3, 26): "Good Friday",
    date(2027, 3, 29): "Easter Monday",
}

CALENDAR = Calendar(
    id="england",
    name="England",
    country="GB",
    subdivision="ENG",
    first=date(2012, 1, 1),
    known_until=date(2028, 12, 31),
    last=date(2030, 12, 31),
    source=Source("The list", "gazette"),
    closures=tuple(Closure(day, NAMES.get(day, "Bank holiday")) for day in BANK_HOLIDAYS),
)
NORTH = Service(
    id="north",
    name="North Council",
    label="North",
    order=1,
    calendar="england",
    policies=("north-issue", "north-complaint"),
    closures=tuple(Closure(date(2026, 12, day), "Council closed") for day in (29, 30, 31)),
    closures_until=date(2026, 12, 31),
    contacts=("north-desk", "helpline"),
)
SOUTH = Service("south", "South Council", "South", 2, "england")
OTHER = Service("other", "Another service", "Another service", 3, "england", unsure=True)


def _event(key: str, name: str, planned: bool = True) -> Event:
    return Event(key, f"the day of {name}", f"When was {name}?", f"When will {name} be?" if planned else None)


EVENTS = (
    _event("sent", "sending"),
    _event("acknowledged", "the acknowledgement"),
    _event("answered", "the answer"),
    _event("second_started", "the start of stage 2"),
    _event("third_started", "the start of level 2"),
    _event("noticed", "the first notice", planned=False),
    _event("letter", "the letter", planned=False),
    _event("complained", "the complaint"),
)
ROLES = (
    Role("carer", "carer", "Looks after a child."),
    Role("worker", "worker", "Helps the carer."),
    Role("manager", "manager", "Is in charge."),
    Role("director", "director", "Is in charge of the managers."),
)
DOCUMENTS = tuple(
    Document(key, title, publisher, kind, CHECKED, confidence)
    for key, title, publisher, kind, confidence in (
        ("north-paper", "North's paper", "North Council", DocumentKind.POLICY, Confidence.A),
        ("england-law", "The law", "England: law", DocumentKind.LAW, Confidence.B),
        ("gazette", "The gazette", "The government", DocumentKind.GUIDANCE, Confidence.A),
    )
)
CONTACTS = (
    Contact("emergency", "Emergency services", CHECKED, Source("Number", "gazette"), phone="999"),
    Contact("helpline", "Helpline", CHECKED, Source("Number", "gazette"), phone="0800 111 222"),
    Contact("north-desk", "North's desk", CHECKED, Source("Desk", "north-paper"), email="desk@north.example"),
)

NORTH_ISSUE = Policy(
    id="north-issue",
    title="Issues in North",
    route="issue",
    publisher="North Council",
    document="north-paper",
    applies_to="Carers in North.",
    summary="Two stages.",
    checked_on=CHECKED,
    effective_from=date(2025, 4, 1),
    effective_until=date(2028, 3, 31),
    superseded=Superseded("A new paper is about.", Source("New paper", "gazette", Confidence.C)),
    start=Start("I have not sent it"),
    unsure=Unsure("stage-1", "Stage 1 is shown. Ask the worker."),
    stages=(
        Stage(
            id="stage-1",
            title="Stage 1",
            source=Source("Page 1"),
            summary="The worker looks into it.",
            asks="I have sent it",
            begins_with="sent",
            steps=(
                Action("carer", "sends the issue", to=("worker",), brings="sent"),
                Action(
                    "worker",
                    "answers",
                    to=("carer",),
                    cc=("manager",),
                    record="The answer.",
                    source=Source("Page 1, box"),
                ),
            ),
            timescales=(
                Timescale(
                    "note", "A note is made.", Unit.IMMEDIATELY, Source("Page 1"), firmness=Firmness.MUST
                ),
                Timescale(
                    "acknowledge",
                    "It is acknowledged.",
                    Unit.WORKING_DAYS,
                    Source("Page 1"),
                    amount=5,
                    counted_from="sent",
                    firmness=Firmness.MUST,
                    assumed_start="The paper names no start. Sending is taken.",
                    ends_with="acknowledged",
                ),
                Timescale(
                    "answer",
                    "It is answered.",
                    Unit.WORKING_DAYS,
                    Source("Page 1"),
                    amount=15,
                    counted_from="acknowledged",
                    firmness=Firmness.AIM,
                    ends_with="answered",
                    closes_stage=True,
                ),
            ),
            if_unresolved=Next("It goes to level 1.", stage="stage-2/level-1"),
        ),
        Stage(
            id="stage-2",
            title="Stage 2",
            source=Source("Page 2"),
            levels=(
                Stage(
                    id="level-1",
                    title="Level 1",
                    source=Source("Page 2, level 1"),
                    asks="It is with the manager",
                    begins_with="second_started",
                    steps=(Action("manager", "looks into it", cc=("worker", "director")),),
                    timescales=(
                        Timescale(
                            "level-1-answer",
                            "The manager has answered.",
                            Unit.CALENDAR_DAYS,
                            Source("Page 2, level 1"),
                            amount=25,
                            counted_from="second_started",
                            firmness=Firmness.USUAL,
                            closes_stage=True,
                            readings=(Reading("Page 3 says working days.", unit=Unit.WORKING_DAYS),),
                        ),
                    ),
                    if_unresolved=Next("It goes to level 2.", stage="stage-2/level-2"),
                ),
                Stage(
                    id="level-2",
                    title="Level 2",
                    source=Source("Page 2, level 2"),
                    begins_with="third_started",
                    steps=(Action("director", "decides"),),
                    timescales=(
                        Timescale("open", "It is decided.", Unit.NONE_STATED, Source("Page 2, level 2")),
                    ),
                    if_unresolved=Next("The paper ends here.", none_stated=True),
                ),
            ),
        ),
    ),
    before=(Said("Talk first.", Source("Page 0")),),
    principles=(Said("Be fair.", Source("Page 0")),),
    entries=(
        EntryRule(
            "after-talk",
            "A formal talk is over",
            "stage-2/level-1",
            "It begins at level 1.",
            Source("Page 4"),
        ),
    ),
    bypass=(Bypass("jump", "manager", "The manager may skip a stage.", Source("Page 5")),),
    does_not_cover=(
        Exclusion("danger", "Danger", "Report it.", Source("Page 6"), "safety", destination_stated=False),
        Exclusion("weather", "Weather", "Nobody can help.", Source("Page 6")),
    ),
    overall=(
        Timescale(
            "whole",
            "It is all over.",
            Unit.WEEKS,
            Source("Page 7"),
            amount=12,
            counted_from="sent",
            firmness=Firmness.MAXIMUM,
        ),
    ),
    alongside=(
        Alongside("mediation", "Mediation can be offered.", Source("Page 8")),
        Alongside("appeal", "An appeal is possible.", Source("Page 8"), route="appeal"),
        Alongside("panel", "A panel can be asked.", Source("Page 8"), route="panel", stages=("stage-1",)),
    ),
    warnings=(
        Caution("always", "Keep copies.", Source("Page 9")),
        Caution("late-only", "The director is busy.", Source("Page 9"), ("stage-2/level-2",)),
    ),
    contacts=("helpline",),
    findings=(
        Finding("g1", FindingKind.NO_START, "No start is named.", "When?", Source("Page 1"), ("stage-1",)),
        Finding("g2", FindingKind.WORDING, "A word is missing.", "Which?", Source("Page 1")),
    ),
)


def _complaint(key: str, publisher: str, document: str, weeks: int, national: bool) -> Policy:
    def stage(name: str, begins: str, then: Next) -> Stage:
        answer = Timescale(
            f"{name}-answer",
            "It is answered.",
            Unit.WEEKS,
            Source(name),
            amount=weeks,
            counted_from=begins,
            firmness=Firmness.SHOULD,
            closes_stage=True,
        )
        step = Action("worker", "answers the complaint", to=("carer",))
        return Stage(
            name,
            name.capitalize(),
            Source(name),
            begins_with=begins,
            steps=(step,),
            timescales=(answer,),
            if_unresolved=then,
        )

    return Policy(
        key,
        f"Complaints: {publisher}",
        "complaint",
        publisher,
        document,
        "Everybody.",
        "Two steps.",
        CHECKED,
        (
            stage("first", "complained", Next("A second look follows.", stage="second")),
            stage("second", "answered", Next("Appeal.", route="appeal")),
        ),
        national=national,
        progress_ask="Which look is it?",
    )


def _single(
    key: str, amount: int, unit: Unit, starts: str, counting: Counting, readings: tuple[Reading, ...] = ()
) -> Policy:
    limit = Timescale(
        f"{key}-limit",
        "It has arrived.",
        unit,
        Source("Section 2"),
        amount=amount,
        counted_from=starts,
        firmness=Firmness.MUST,
        counting=counting,
        closes_stage=True,
        readings=readings,
    )
    only = Stage(
        "apply",
        f"Apply for {key}",
        Source("Section 1"),
        begins_with=starts,
        steps=(Action("carer", "applies"),),
        timescales=(limit,),
        if_unresolved=Next("Nothing follows.", none_stated=True),
    )
    return Policy(
        key,
        key.capitalize(),
        key,
        "England: law",
        "england-law",
        "Everybody.",
        "One step.",
        CHECKED,
        (only,),
        national=True,
    )


SAFETY = Policy(
    "safety",
    "Safety",
    "safety",
    "England: law",
    "england-law",
    "Everybody.",
    "Act.",
    CHECKED,
    tuple(
        Stage(
            key,
            title,
            Source("Section 9"),
            steps=(Action("carer", "calls for help"),),
            timescales=(
                Timescale(
                    f"{key}-call",
                    "Help is called.",
                    Unit.IMMEDIATELY,
                    Source("Section 9"),
                    firmness=Firmness.MUST,
                ),
            ),
            if_unresolved=Next("Call again.", none_stated=True),
        )
        for key, title in (("now", "Danger now"), ("worry", "A worry"))
    ),
    national=True,
    contacts=("emergency",),
)
POLICIES = (
    NORTH_ISSUE,
    _complaint("north-complaint", "North Council", "north-paper", 2, national=False),
    _complaint("england-complaint", "England: law", "england-law", 3, national=True),
    _single("appeal", 12, Unit.MONTHS, "noticed", Counting.BEGINNING_WITH),
    _single(
        "panel",
        28,
        Unit.CALENDAR_DAYS,
        "letter",
        Counting.AFTER,
        (Reading("To be safe, a day earlier.", counting=Counting.BEGINNING_WITH),),
    ),
    SAFETY,
)
ROUTES = (
    Route("issue", "An issue", "For issues.", "The carer.", "north-issue"),
    Route("complaint", "A complaint", "For complaints.", "The carer.", "england-complaint"),
    Route("appeal", "An appeal", "For appeals.", "Anybody.", "appeal"),
    Route("panel", "A panel", "For letters.", "The carer.", "panel"),
    Route("safety", "Safety", "For danger.", "Anybody.", "safety", urgent=True, quick_exit=True),
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
                    source=Source("Page 0", "north-paper"),
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
WORDS = Words(
    ENGLISH,
    english()
    | {
        "policy_basis.own": "Own: {policy} by {publisher} for {service}.",
        "policy_basis.national": "National: {policy}.",
        "policy_basis.national_fallback": "Nothing from {service}, so national: {policy}.",
        "policy_basis.example": "Only an example: {policy} by {publisher}, not from {service}.",
        "timescale.none_stated": "No time is stated.",
        "timescale.immediately": "At once.",
        "timescale.within": "Within {amount} from {event}.",
        "timescale.beginning_with": "Within {amount}, beginning with {event}.",
        "timescale.every": "Every {amount} from {event}.",
        "timescale.next_working_day_reading": "It may count as received on {day}.",
        "timescale.assumed": "Assumed: {assumption}",
        "timescale.projected": "Projected from {event}.",
        "timescale.provisional": "Holidays are known until {known_until}.",
        "timescale.outside_calendar": "Only {first} to {last} can be counted.",
        "answer.not_in_force": "Not in force on {date}.",
        "answer.future_event": "{date} has not come yet.",
        "answer.overdue": "Too late now.",
        "answer.review_past": "Due for review on {date}.",
        "answer.unsure_because": "You were not sure of the service.",
        "answer.service_because": "You chose {service}.",
        "answer.not_begun": "It has not begun.",
        "answer.safety_alongside": "Call 999 in danger.",
        "answer.unknown_date": "[date]",
        "answer.assistance": "Ask the helpline.",
    },
)
LIBRARY = Library(
    TRIAGE,
    ROUTES,
    (NORTH, SOUTH, OTHER),
    POLICIES,
    ROLES,
    EVENTS,
    CONTACTS,
    DOCUMENTS,
    (),
    (CALENDAR,),
    WORDS,
)
