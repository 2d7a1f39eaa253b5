"""Each fact of FACTS.md, and what an answer shows of it. Dates are worked out by hand, with a calendar.

Bank holidays that matter: Friday 25 and Monday 28 December 2026, Friday 1 January 2027.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.unseen.shows import (
    Before,
    Detour,
    Does,
    Due,
    Expectation,
    ForReaders,
    Hidden,
    Leads,
    LeftOpen,
    NoDate,
    NoStep,
    Notes,
    NotFor,
    NotPast,
    Reaches,
    Reads,
    Says,
    Step,
)


@dataclass(frozen=True)
class Row:
    """A fact, the place at which an answer shows it, what the reader has told, and what is then shown."""

    fact: str
    place: str
    shows: Expectation
    dates: Mapping[str, str] = field(default_factory=dict)
    conditions: Mapping[str, str] = field(default_factory=dict)


UNSURE: Final = "unsure"
_D1: Final = "sefton-disagreement/stage-1"
_D2: Final = "sefton-disagreement/stage-2"
_FOUND: Final = {"way-forward-found": "yes"}
_AGREED: Final = {"managers-agreed": "yes"}
_MET: Final = {"managers-agreed": "no", "meeting-settled-it": "yes"}
_MAYBE: Final = {"managers-agreed": UNSURE, "meeting-settled-it": UNSURE}

DISAGREEMENT: Final = (
    Row(
        "D1",
        _D1,
        Step(
            "raising-professional",
            "raises the matter, by word of mouth or in writing",
            ("receiving-practitioner", "responsible-team-manager"),
        ),
        conditions=_FOUND,
    ),
    # From Monday 16 November: 17, 18. From Thursday 19 November: 20, 23.
    Row(
        "D2",
        _D1,
        Due("raise", "2026-11-23", who="raising-professional"),
        {"disagreement_arose": "2026-11-16", "decision_received": "2026-11-19"},
        _FOUND,
    ),
    Row(
        "D2",
        _D1,
        Notes("raise", "the day of the disagreement, gives Wednesday 18 November 2026"),
        {"disagreement_arose": "2026-11-16", "decision_received": "2026-11-19"},
        _FOUND,
    ),
    Row("D2", _D1, Due("raise", "2026-11-23"), {"decision_received": "2026-11-19"}, _FOUND),
    # The other day is not known yet, and may be later.
    Row("D2", _D1, NotPast("raise", "2026-11-18"), {"disagreement_arose": "2026-11-16"}, _FOUND),
    Row("D3", _D1, Step("raising-agency", "gives clear reasons that rest on evidence"), conditions=_FOUND),
    # From Friday 20 November: 23, 24, 25.
    Row(
        "D4",
        _D1,
        Due("speak", "2026-11-25", who="receiving-agency"),
        {"disagreement_raised": "2026-11-20"},
        _FOUND,
    ),
    Row(
        "D4",
        _D1,
        Step("receiving-agency", "reads the child's file, then speaks", ("raising-agency",)),
        conditions=_FOUND,
    ),
    # From Tuesday 24 November: 25, 26.
    Row(
        "D5",
        _D1,
        Due("stage-1-letter", "2026-11-26", who="responsible-team-manager"),
        {"agencies_spoke": "2026-11-24"},
        _FOUND,
    ),
    Row(
        "D5",
        _D1,
        Step("responsible-team-manager", "tells the agency the outcome by letter", ("raising-agency",)),
        conditions=_FOUND,
    ),
    Row("D5", _D1, Hidden("stage-1-letter"), conditions={"way-forward-found": "no"}),
    Row("D5", _D1, Leads("settled", None), conditions=_FOUND),
    Row("D6", _D1, Leads("next", "stage-2"), conditions={"way-forward-found": "no"}),
    Row(
        "D6",
        _D2,
        Step("both-practitioners", "raise their concerns", ("safeguarding-lead",)),
        conditions=_AGREED,
    ),
    # From Friday 18 December: 21, 22.
    Row(
        "D7",
        _D2,
        Due("managers-agree", "2026-12-22", who="receiving-service-manager"),
        {"taken_to_leads": "2026-12-18"},
        _AGREED,
    ),
    # From Tuesday 22 December: 23, 24.
    Row(
        "D8",
        _D2,
        Due("managers-letter", "2026-12-24", who="receiving-agency"),
        {"managers_talked": "2026-12-22"},
        _AGREED,
    ),
    Row("D8", _D2, Hidden("meeting"), {"managers_talked": "2026-12-22"}, _AGREED),
    # From Tuesday 22 December: 23, 24, 29, 30, 31.
    Row(
        "D9",
        _D2,
        Due("meeting", "2026-12-31", who="receiving-service-manager"),
        {"managers_talked": "2026-12-22"},
        _MET,
    ),
    Row("D9", _D2, NoStep("receiving-service-manager", "calls a meeting"), conditions=_AGREED),
    Row(
        "D9",
        _D2,
        Step("receiving-service-manager", "calls a meeting", condition="Unless the service managers agree."),
        conditions=_MAYBE,
    ),
    Row(
        "D10",
        _D2,
        Due("meeting-letter", "2026-12-26", at="16:00"),
        {"escalation_meeting": "2026-12-24T16:00"},
        _MET,
    ),
    Row("D10", _D2, Hidden("meeting-letter"), conditions=_MET | {"meeting-settled-it": "no"}),
    Row(
        "D11",
        _D2,
        Does(
            "meeting-letter",
            "A letter has told the agency the outcome, and the board's business manager has a copy of it.",
        ),
        conditions=_MET,
    ),
    Row("D11", _D2, LeftOpen("does not say who writes the letter after the meeting"), conditions=_MET),
    Row("D12", _D2, Says("warnings", "The notification form is there for that."), conditions=_MET),
    Row(
        "D13",
        _D1,
        ForReaders(("police-officer", "school-staff", "health-worker", "social-care-worker")),
        conditions=_FOUND,
    ),
    Row("D14", _D1, NotFor("a complaint about an agency", "complaint"), conditions=_FOUND),
)

_A1: Final = "sefton-allegation/report"
_A2: Final = "sefton-allegation/meeting"
_A3: Final = "sefton-allegation/review"
_AT_RISK: Final = "Only if a child is at immediate risk."

ALLEGATION: Final = (
    Row("A1", _A1, NoDate("tell-line-manager", "Straight away.")),
    Row("A1", _A1, Step("first-told", "tells the line manager", ("line-manager",))),
    # Friday half past four in the afternoon, and a day later.
    Row(
        "A2",
        _A1,
        Due("tell-designated-officer", "2026-11-28", at="16:30", who="employer"),
        {"allegation_made": "2026-11-27T16:30"},
    ),
    Row("A2", _A1, Step("employer", "tells the designated officer", ("designated-officer",))),
    Row(
        "A3",
        _A1,
        Step("first-told", "refers the child to the safeguarding hub", ("front-door",), condition=_AT_RISK),
    ),
    Row(
        "A3",
        _A1,
        Step("first-told", "then sends the referral form", ("designated-officer",), condition=_AT_RISK),
    ),
    Row("A3", _A1, Before("refers the child to the safeguarding hub", "then sends the referral form")),
    Row(
        "A4",
        _A1,
        Step(
            "first-told",
            "writes down what was said",
            record="What happened, when, where and who was there. It is signed and dated.",
        ),
    ),
    Row("A5", _A1, Step("line-manager", "fills in the referral form", ("named-senior-manager",))),
    Row("A6", _A1, Says("rules", "does not interview the person, a child or a witness")),
    # From Monday 21 December: 22, 23, 24, 29, 30.
    Row(
        "A7",
        _A2,
        Due("first-meeting", "2026-12-30", who="designated-officer"),
        {"lado_referred": "2026-12-21"},
    ),
    Row("A7", _A1, Leads("then", "meeting")),
    Row("A7", _A1, LeftOpen("A meeting is not called in every case")),
    Row("A7", _A2, Step("designated-officer", "calls and chairs the meeting")),
    Row("A8", _A2, NoDate("information", "Before the meeting.")),
    Row("A8", _A2, Step("meeting-attendee", "gives all information they hold", ("designated-officer",))),
    Row("A9", _A2, Step("designated-officer", "sends the minutes to everybody", ("meeting-attendee",))),
    # 30 December and four weeks.
    Row("A10", _A3, Due("review-meeting", "2027-01-27"), {"allegation_meeting": "2026-12-30"}),
    Row(
        "A11",
        _A3,
        NoDate(
            "further-reviews",
            "At intervals which the review meeting agrees. The time is set by agreement.",
            "Only if the enquiries take longer than the first four weeks.",
        ),
    ),
    Row(
        "A11",
        _A3,
        Due(
            "further-reviews",
            "2027-02-24",
            condition="Only if the enquiries take longer than the first four weeks.",
        ),
        {"allegation_next_review": "2027-02-24"},
    ),
    Row(
        "A11",
        _A3,
        Leads(
            "other",
            "review",
            back=True,
            condition="Only if the enquiries take longer than the first four weeks.",
        ),
    ),
    Row("A12", _A3, Step("employer", "decides about suspension")),
    Row(
        "A13",
        _A1,
        Reaches((("sefton-hub", "0151 934 4481"), ("sefton-out-of-hours", "0151 934 3555"))),
    ),
)

_E1: Final = "lancashire-education-plan/first"
_E2: Final = "lancashire-education-plan/prepare"
_E3: Final = "lancashire-education-plan/complete"
_E4: Final = "lancashire-education-plan/check"
_E5: Final = "lancashire-education-plan/approved"
_CALM: Final = {"emergency": "no"}
_COMES: Final = {"worker-cannot-come": "no"}
_AWAY: Final = {"worker-cannot-come": "yes"}
_MEETING: Final = {"pep_meeting": "2026-12-18"}

EDUCATION_PLAN: Final = (
    # From Monday 2 November: four weeks of five days.
    Row(
        "E1",
        _E1,
        Due("first-complete", "2026-11-30", who="childs-social-worker"),
        {"came_into_care": "2026-11-02"},
        _CALM,
    ),
    Row(
        "E2",
        _E1,
        Due("emergency-begun", "2026-11-16"),
        {"first_placement": "2026-11-02"},
        {"emergency": "yes"},
    ),
    Row("E2", _E1, Hidden("emergency-begun"), conditions=_CALM),
    Row(
        "E3",
        _E1,
        Step("childs-social-worker", "agrees a day and a time with the setting", ("education-setting",)),
        conditions=_CALM,
    ),
    Row("E3", _E1, Step("child", "takes part in the meeting, and so do the carers"), conditions=_CALM),
    # 18 December less ten days.
    Row("E4", _E2, Due("worker-part", "2026-12-08", who="childs-social-worker"), _MEETING, _COMES),
    Row(
        "E4",
        _E2,
        Notes("worker-part", "The guidance says days. They are counted as calendar days."),
        _MEETING,
        _COMES,
    ),
    Row("E4", _E2, LeftOpen("It is not said which days."), conditions=_COMES),
    Row(
        "E5",
        _E2,
        Step("education-setting", "asks the social worker again if that is late", ("childs-social-worker",)),
        conditions=_COMES,
    ),
    Row(
        "E5",
        _E2,
        NoDate("begin-own-part", "Before the meeting."),
        conditions=_COMES,
    ),
    Row("E6", _E2, Step("childs-social-worker", "comes to the meeting"), conditions=_COMES),
    Row("E6", _E2, NoStep("childs-social-worker", "comes to the meeting"), conditions=_AWAY),
    Row(
        "E6",
        _E2,
        Step("childs-social-worker", "gives comments, for example by telephone"),
        conditions=_AWAY,
    ),
    Row(
        "E6",
        _E2,
        NoDate("comments", "Before the meeting."),
        conditions=_AWAY,
    ),
    Row("E6", _E2, Hidden("comments"), conditions=_COMES),
    # From Friday 18 December: 21 to 24, 29 to 31, 4 to 6 January.
    Row("E7", _E3, Due("complete-plan", "2027-01-06", who="education-setting"), _MEETING),
    Row(
        "E8",
        _E3,
        Step(
            "childs-social-worker", "checks the plan, and takes doubts about its quality", ("virtual-school",)
        ),
    ),
    Row("E9", _E4, Step("virtual-school", "checks a sample of the plans"), conditions={"sent-back": "no"}),
    Row(
        "E9",
        _E4,
        Step("education-setting", "improves the plan and sends it in again", ("virtual-school",)),
        conditions={"sent-back": "yes"},
    ),
    Row("E9", _E4, Leads("other", "check", back=True), conditions={"sent-back": "yes"}),
    Row("E9", _E4, Leads("then", "approved"), conditions={"sent-back": "no"}),
    Row("E9", _E4, NoDate("checked", "No timescale is stated."), conditions={"sent-back": "no"}),
    Row("E10", _E5, Step("virtual-school", "sends a copy by secure email", ("education-setting",))),
    Row("E10", _E5, Step("education-setting", "shares the copy", ("parents-and-carers",))),
    Row("E11", _E5, NoDate("each-term", "Once a term.")),
    Row("E11", _E5, NoDate("next-begun", "Straight away.")),
    Row("E11", _E5, Leads("then", "prepare", back=True)),
)

_C1: Final = "thurrock-complaint/stage-1"
_C2: Final = "thurrock-complaint/stage-2"
_C3: Final = "thurrock-complaint/stage-3"
_MADE: Final = {"child_complaint_made": "2026-11-16"}
_STARTED: Final = {"child_stage_2_started": "2026-12-01"}
_SIMPLE: Final = {"complex-or-advocate": "no", "complex-investigation": "no"}
_COMPLEX: Final = {"complex-or-advocate": "yes", "complex-investigation": "yes"}
_DOUBT: Final = {"complex-or-advocate": UNSURE, "complex-investigation": UNSURE}

COMPLAINT: Final = (
    # From Monday 16 November: two weeks of five days, then two more.
    Row("C1", _C1, Due("stage-1-answer", "2026-11-30", who="council"), _MADE, _SIMPLE),
    Row("C2", _C1, Due("stage-1-answer", "2026-12-14"), _MADE, _COMPLEX),
    Row("C2", _C1, Due("stage-1-answer", "2026-11-30", unless_extended="2026-12-14"), _MADE, _DOUBT),
    Row(
        "C3",
        _C2,
        Step("child", "asks for stage 2 in writing", ("complaints-manager",)),
        conditions=_SIMPLE,
    ),
    Row("C4", _C2, Detour("stand between both sides, or there can be mediation", True), conditions=_SIMPLE),
    Row("C5", _C2, Detour("The complaints manager first looks", True), conditions=_SIMPLE),
    Row(
        "C6",
        _C2,
        Step(
            "council",
            "appoints an investigating officer and an independent person",
            ("investigating-officer", "independent-person"),
        ),
        conditions=_SIMPLE,
    ),
    Row("C6", _C2, Step("head-of-social-care", "answers", ("child",)), conditions=_SIMPLE),
    # From Tuesday 1 December: 3 days, 5, 5, 4 (25 December off), 3 (28 December and 1 January off), 5.
    Row("C7", _C2, Due("stage-2-answer", "2027-01-08"), _STARTED, _SIMPLE),
    # Forty more: eight weeks.
    Row("C7", _C2, Due("stage-2-answer", "2027-03-05"), _STARTED, _COMPLEX),
    Row("C8", _C3, Detour("again looks at whether another way", True)),
    Row(
        "C9",
        _C3,
        Step("council", "appoints a panel of three independent members", ("review-panel",)),
    ),
    # 4 January and thirty days; or 4 days, then five weeks of five, then one.
    # What others do is late only under the later of two readings.
    Row("C9", _C3, Due("panel-appointed", "2027-02-15"), {"child_panel_requested": "2027-01-04"}),
    Row("C9", _C3, Reads("panel-appointed", "2027-02-03"), {"child_panel_requested": "2027-01-04"}),
    Row(
        "C10",
        _C3,
        Due("panel-recommends", "2027-02-17", who="review-panel"),
        {"review_meeting_held": "2027-02-10"},
    ),
    Row(
        "C11",
        _C3,
        Due("director-writes", "2027-03-10", who="director-of-childrens-services"),
        {"recommendations_received": "2027-02-17"},
    ),
    Row("C12", _C3, Leads("next", "ombudsman")),
)

_T: Final = "hertfordshire-review-timetable/timetable"
_PLACED: Final = {"child_placed": "2026-11-20T14:00"}
_REVIEW: Final = {"first_review": "2026-12-18"}
_KIN: Final = {"placement-needed": "yes", "kinship-carers": "yes"}
_OTHERS: Final = {"placement-needed": "no", "kinship-carers": "no"}
_THREE_DAYS: Final = "2026-11-23"

TIMETABLE: Final = (
    Row(
        "T1",
        _T,
        Step("childs-social-worker", "sends the completed placement referral form", ("brokerage-team",)),
        conditions=_KIN,
    ),
    Row(
        "T1",
        _T,
        NoStep("childs-social-worker", "sends the completed placement referral form"),
        conditions=_OTHERS,
    ),
    Row("T1", _T, Hidden("referral-form"), conditions=_OTHERS),
    Row("T2", _T, Due("kinship", _THREE_DAYS, at="14:00", who="childs-social-worker"), _PLACED, _KIN),
    Row("T2", _T, Hidden("kinship"), _PLACED, _OTHERS),
    Row("T3", _T, Due("live", _THREE_DAYS, at="14:00", who="brokerage-team"), _PLACED, _KIN),
    Row("T4", _T, Due("notice", _THREE_DAYS, at="14:00", who="brokerage-team"), _PLACED, _KIN),
    Row(
        "T5",
        _T,
        NoDate("template-sent", "On receipt of the notice."),
        conditions=_KIN,
    ),
    Row(
        "T6",
        _T,
        Due("template-returned", "2026-12-08", who="worker-or-administrator"),
        _REVIEW,
        _KIN,
    ),
    Row(
        "T7",
        _T,
        Due("invitations", "2026-12-13", earliest="2026-12-08", who="review-administrator"),
        _REVIEW,
        _KIN,
    ),
    Row("T8", _T, Due("placement-plan", _THREE_DAYS, at="14:00"), _PLACED, _KIN),
    Row("T9", _T, Due("care-plan", "2026-12-13", who="childs-social-worker"), _REVIEW, _KIN),
    Row(
        "T10",
        _T,
        Step("childs-social-worker", "shares them before the review", ("child-and-parents",)),
        conditions=_KIN,
    ),
    Row("T11", _T, Due("talk", "2026-12-13", who="officer-and-worker"), _REVIEW, _KIN),
    Row(
        "T12",
        _T,
        Step("independent-reviewing-officer", "meets the child, or talks with the child", ("child",)),
        conditions=_KIN,
    ),
    # 20 November and four weeks.
    Row("T13", _T, Due("review", "2026-12-18", who="everybody-at-the-review"), _PLACED, _KIN),
    Row(
        "T14",
        _T,
        NoDate("outcomes", "Within 10 calendar days. It is not stated from when."),
        _PLACED,
        _KIN,
    ),
    Row("T14", _T, LeftOpen("The outcomes are due in ten days."), conditions=_KIN),
    Row(
        "T15",
        _T,
        Step(
            "independent-reviewing-officer",
            "completes the report",
            record="sent out where the invitation template was completed",
        ),
        conditions=_KIN,
    ),
)

_F1: Final = "futures-for-children-complaint/stage-1"
_F2: Final = "futures-for-children-complaint/stage-2"
_F3: Final = "futures-for-children-complaint/stage-3"
_SENT: Final = {"complaint_sent": "2026-11-16"}
_NOTHING: Final = {"several-agencies": "no", "other-investigation": "no", "witness-away": "no"}
_STAGE_2: Final = {"stage_2_started": "2026-12-01"}

AGENCY: Final = (
    Row("F1", _F1, Due("stage-1-ideal", "2026-11-30"), _SENT, {"settled": "no"}),
    Row(
        "F1",
        _F1,
        Step("agency", "talks with the person about the concerns", ("complainant",)),
        conditions={"settled": "no"},
    ),
    Row("F2", _F1, Due("stage-1-longest", "2026-12-14"), _SENT, {"settled": "no"}),
    Row(
        "F3",
        _F1,
        Step("agency", "confirms in writing what was agreed", ("complainant",)),
        conditions={"settled": "yes"},
    ),
    Row("F3", _F1, NoStep("agency", "confirms in writing"), conditions={"settled": "no"}),
    Row("F3", _F1, Leads("settled", None), conditions={"settled": "yes"}),
    Row("F4", _F2, Step("investigating-officer", "looks into the complaint"), conditions=_NOTHING),
    Row("F4", _F2, Due("stage-2-answer", "2027-01-08", who="agency"), _STAGE_2, _NOTHING),
    # The page does not say by how long: no date moves, but the reader is told.
    Row(
        "F5",
        _F2,
        Notes("stage-2-answer", "while another investigation goes on"),
        _STAGE_2,
        _NOTHING | {"other-investigation": "yes"},
    ),
    Row(
        "F5",
        _F2,
        Due("stage-2-answer", "2027-01-08"),
        _STAGE_2,
        _NOTHING | {"other-investigation": "yes"},
    ),
    Row(
        "F6",
        _F2,
        Notes("stage-2-answer", "while a key witness is away"),
        _STAGE_2,
        _NOTHING | {"witness-away": "yes"},
    ),
    Row(
        "F7",
        _F2,
        Says("warnings", "25 days may not be practical"),
        conditions=_NOTHING | {"several-agencies": "yes"},
    ),
    Row(
        "F8",
        _F3,
        Step("agency-panel", "listens to all sides", ("complainant", "agency")),
    ),
)

_B1: Final = "birmingham-private-fostering/notice"
_B2: Final = "birmingham-private-fostering/visits"
_B3: Final = "birmingham-private-fostering/left"
_PLANNED: Final = {"private_fostering_begins": "2027-02-01"}
_SUDDEN: Final = {"private_fostering_begins": "2026-11-25T18:00"}
_IN_TIME: Final = {"emergency": "no"}
_URGENT: Final = {"emergency": "yes"}

PRIVATE_FOSTERING: Final = (
    # 1 February less six weeks.
    Row("B1", _B1, Due("carer-tells", "2026-12-21", who="private-foster-carer"), _PLANNED, _IN_TIME),
    Row("B1", _B1, Hidden("carer-tells"), _SUDDEN, _URGENT),
    Row("B2", _B1, Due("carer-tells-at-once", "2026-11-27", at="18:00"), _SUDDEN, _URGENT),
    Row("B2", _B1, Hidden("carer-tells-at-once"), _PLANNED, _IN_TIME),
    Row("B3", _B1, Due("parent-tells", "2026-12-21", who="parent"), _PLANNED, _IN_TIME),
    Row("B3", _B1, Due("parent-tells-at-once", "2026-11-27", at="18:00", who="parent"), _SUDDEN, _URGENT),
    Row("B4", _B2, Step("private-foster-carer", "tells the Trust of a new address", ("trust",))),
    Row(
        "B5",
        _B3,
        Due("tells-of-leaving", "2026-11-27", at="09:00"),
        {"private_fostering_ended": "2026-11-25T09:00"},
    ),
    Row(
        "B5",
        _B3,
        Step(
            "private-foster-carer",
            "tells the Trust that the child has left",
            ("trust",),
            record="The name and the address of the person who now has the child.",
        ),
    ),
    Row("B6", _B1, Step("trust", "gives the family a social worker"), conditions=_IN_TIME),
    # Six weeks thrice after 1 September 2026 is 5 January 2027, and twice is the day before this one.
    Row("B7", _B2, Due("visits", "2027-01-05"), {"private_fostering_begins": "2026-09-01"}),
    # The ninth visit from 25 September 2025, on 8 October 2026, is the first after the year: twelve weeks on.
    Row("B7", _B2, Due("visits", "2026-12-31"), {"private_fostering_begins": "2025-09-25"}),
    Row(
        "B8",
        _B1,
        Reaches(
            (("birmingham-private-fostering", "0121 303 2621"), ("birmingham-out-of-hours", "0121 675 4806"))
        ),
        conditions=_IN_TIME,
    ),
    Row("B9", _B1, Says("rules", "The parents keep parental responsibility"), conditions=_IN_TIME),
)

_M1: Final = "calderdale-placement-meetings/planned"
_M2: Final = "calderdale-placement-meetings/emergency"
_M3: Final = "calderdale-placement-meetings/placed"
_M4: Final = "calderdale-placement-meetings/at-risk"
_UNPLANNED: Final = {"unplanned_placement": "2026-11-27"}
_HOME: Final = {"residential": "yes"}
_FAMILY: Final = {"residential": "no"}

PLACEMENT: Final = (
    Row("M1", _M1, NoDate("panel-before", "Before the child is placed.")),
    Row("M1", _M1, Step("placing-worker", "brings the case before the panel", ("gateway-panel",))),
    Row(
        "M2",
        _M1,
        NoDate("meeting-before", "Once a suitable placement has been found."),
    ),
    # From Friday 27 November: 30, 1, 2; and 3, 4, 7, 8 as well.
    Row("M3", _M2, Due("residential-meeting", "2026-12-02", who="placing-worker"), _UNPLANNED, _HOME),
    Row("M3", _M2, Hidden("residential-meeting"), _UNPLANNED, _FAMILY),
    Row("M4", _M2, Due("family-meeting", "2026-12-08", who="placing-worker"), _UNPLANNED, _FAMILY),
    Row(
        "M4",
        _M2,
        Due("family-meeting", "2026-12-08", condition="Unless the child is placed in residential care."),
        _UNPLANNED,
        {"residential": UNSURE},
    ),
    Row(
        "M5",
        _M2,
        NoDate("panel-afterwards", "As soon as is convenient."),
        conditions=_HOME,
    ),
    Row(
        "M6",
        _M3,
        NoDate(
            "next-meeting",
            "At intervals which the manager or carer agrees with the social worker. "
            "The time is set by agreement.",
        ),
    ),
    Row("M6", _M3, Due("next-meeting", "2026-12-15"), {"next_planning_meeting": "2026-12-15"}),
    Row("M7", _M4, NoDate("urgent-meeting", "Urgently.")),
    Row("M7", _M3, Leads("then", "at-risk")),
)

_H: Final = "medway-health-assessment/assessment"
_BY_AGREEMENT: Final = {"voluntary": "yes"}
_ORDER: Final = {"voluntary": "no"}

HEALTH: Final = (
    # From Wednesday 18 November: 19, 20; and 23, 24, 25 as well.
    Row(
        "H1",
        _H,
        Due("tell-health-team", "2026-11-20", who="childs-social-worker"),
        {"child_placed": "2026-11-18"},
        _ORDER,
    ),
    Row(
        "H2",
        _H,
        Step(
            "childs-social-worker",
            "tells the health team by email",
            ("health-team",),
            record="The child's name, date of birth and foster carer. It is not yet a request.",
        ),
        conditions=_ORDER,
    ),
    Row("H3", _H, Due("send-request", "2026-11-25"), {"child_placed": "2026-11-18"}, _ORDER),
    # 25 November and six weeks.
    Row(
        "H4",
        _H,
        Due("assess", "2027-01-06", who="health-team"),
        {"health_request_arrived": "2026-11-25"},
        _ORDER,
    ),
    Row(
        "H5",
        _H,
        Step("childs-social-worker", "adds the consent of a parent"),
        conditions=_BY_AGREEMENT,
    ),
    Row("H5", _H, NoStep("childs-social-worker", "adds the consent of a parent"), conditions=_ORDER),
)

_X: Final = "brighton-missing/missing"
_FEAR: Final = "there is a real worry about the child's immediate safety."

MISSING: Final = (
    Row("X1", _X, NoDate("report-at-once", "Straight away.", f"Only if {_FEAR}")),
    Row(
        "X1",
        _X,
        Step("parent-or-carer", "reports the child", ("sussex-police",), condition=f"Only if {_FEAR}"),
    ),
    Row("X1", _X, Before("reports the child", "tries to reach the child")),
    Row("X2", _X, Step("parent-or-carer", "tries to reach the child", condition=f"Unless {_FEAR}")),
    Row(
        "X2",
        _X,
        Step("parent-or-carer", "goes to where the child should be", condition=f"Unless {_FEAR}"),
    ),
    Row(
        "X3",
        _X,
        Step("parent-or-carer", "looks whether anything is missing", condition=f"Unless {_FEAR}"),
    ),
    Row(
        "X4",
        _X,
        Step(
            "parent-or-carer",
            "thinks about whether a call",
            condition="Only if the child is only late, or is at a known place and refuses to come home. "
            f"Unless {_FEAR}",
        ),
    ),
    Row("X5", _X, Step("sussex-police", "asks why you are worried", ("parent-or-carer",))),
)

_W1: Final = "wakefield-fostering-review/first"
_W2: Final = "wakefield-fostering-review/later"
_APPROVED: Final = {"carer_approved": "2026-01-31"}
_KEPT: Final = {"changed": "no", "cancelled": "no", "out-of-date": "no"}

REVIEW: Final = (
    # The thirty-first of January and ten months: November has thirty days.
    Row("W1", _W1, Due("first-meeting", "2026-11-30"), _APPROVED, _KEPT),
    Row("W2", _W1, Due("first-to-panel", "2027-01-31", who="supervising-social-worker"), _APPROVED, _KEPT),
    Row("W3", _W2, Due("yearly", "2027-03-10"), {"last_review": "2026-03-10"}, _KEPT),
    Row(
        "W4",
        _W2,
        NoDate("sooner", "More often than once a year."),
        conditions=_KEPT | {"changed": "yes"},
    ),
    Row("W4", _W2, Hidden("sooner"), conditions=_KEPT),
    Row(
        "W5",
        _W2,
        Step("foster-carer", "can ask for a review sooner, and so can the supervising"),
        conditions=_KEPT | {"changed": "yes"},
    ),
    Row(
        "W6",
        _W1,
        Step(
            "supervising-social-worker",
            "agrees the day and the place",
            ("foster-carer", "independent-reviewing-officer"),
        ),
        conditions=_KEPT,
    ),
    Row("W6", _W1, Due("first-day", "2026-12-03"), {"fostering_review_meeting": "2026-12-03"}, _KEPT),
    Row("W7", _W1, Says("rules", "is cancelled for practical reasons alone"), conditions=_KEPT),
    Row("W7", _W2, NoDate("later-new-day", "Straight away."), conditions=_KEPT | {"cancelled": "yes"}),
    Row("W7", _W2, Hidden("later-new-day"), conditions=_KEPT),
    Row(
        "W8",
        _W2,
        Step("fostering-supervision-manager", "considers whether any child may be placed"),
        conditions=_KEPT | {"out-of-date": "yes"},
    ),
)

_G: Final = "wakefield-application/panel"

APPLICATION: Final = (
    # 15 June and eight months is 15 February; 20 November and six weeks is 1 January.
    Row(
        "G1",
        _G,
        Due("to-panel", "2027-02-15"),
        {"fostering_application": "2026-06-15", "assessment_report_complete": "2027-01-10"},
    ),
    Row(
        "G2",
        _G,
        Due("to-panel", "2027-01-01", who="assessing-social-worker"),
        {"fostering_application": "2026-06-15", "assessment_report_complete": "2026-11-20"},
    ),
    Row("G3", _G, Step("assessing-social-worker", "writes the assessment report", ("applicant",))),
)

ROWS: Final = (
    *DISAGREEMENT,
    *ALLEGATION,
    *EDUCATION_PLAN,
    *COMPLAINT,
    *TIMETABLE,
    *AGENCY,
    *PRIVATE_FOSTERING,
    *PLACEMENT,
    *HEALTH,
    *MISSING,
    *REVIEW,
    *APPLICATION,
)
