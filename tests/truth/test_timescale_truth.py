"""Every timescale of every policy against its source, from a table written by hand, both ways."""

# ruff: noqa: E501 - a table is read by its columns

import re
from collections.abc import Iterator

import pytest

from navigator.core.model import Library, Policy, Timescale
from tests.truth.conftest import OF_SERVICES, is_there

# Place, amount and unit, the event it runs from, firmness, document; then the words it rests on.
# Where the source states a plain fact, must and should are both a fair reading of it.
ESCALATION = """
stage-1 | 3 working_days | raised_with_ssw               | should  | escalation-policy | within 3 working days
stage-2 | 3 working_days | raised_with_line_manager      | should  | escalation-policy | with (so written) 3 working days
stage-3 | 2 working_days | escalated_to_operational_lead | should  | escalation-policy | within 2 working days
stage-4 | 2 working_days | operational_lead_told         | should  | escalation-policy | within 2 working days
overall | 1 weeks        | raised_with_ssw               | usual   | escalation-policy | "in most cases be resolved within a week"
overall | 10 working_days | raised_with_ssw              | maximum | escalation-policy | "and exceptionally within 10 working days"
"""
SOMERSET = """
stage-1         | immediately     |                         | must/should | somerset-fro | a case note as soon as it is discussed
stage-1         | 10 working_days | informal_issue_discussed | maximum    | somerset-fro | "Up to a maximum of 10 working days"
stage-2         | 5 working_days  | formal_issue_raised     | maximum     | somerset-fro | "Up to 5 working days" (stage 2)
stage-3/level-1 | 5 working_days  | dispute_level_1_started | maximum     | somerset-fro | "Up to 5 working days" (level 1)
stage-3/level-2 | 5 working_days  | dispute_level_2_started | maximum     | somerset-fro | "Up to 5 working days" (level 2)
stage-3/level-3 | 5 working_days  | dispute_level_3_started | maximum     | somerset-fro | "Up to 5 working days" (level 3)
stage-3/level-4 | none_stated     |                         |             | somerset-fro | the timescale column of level 4 is empty
overall         | none_stated     |                         |             | somerset-fro | nothing is said of the whole
"""
HOMES = """
challenge   | none_stated | | | homes-regulations-2015 | regulation 5(c) says challenge, and no time
escalate    | none_stated | | | homes-escalation-tips  | "Escalate early", and no time
safety-dcs  | none_stated | | | sccif                  | "writing to the director of children's services", and no time
plan-change | none_stated | | | homes-escalation-tips  | "Include the Independent Reviewing Officer", and no time
"""
KENT = """
new-carer   | 1 years     | carer_approved         | promise | kent-allocation | "for a period of one year"
new-carer   | 1 years     | last_unannounced_visit | promise | kent-allocation | "All foster carers ... unannounced visits (minimum of one per year)"
experienced | 34 months   | worker_allocated       | promise | kent-allocation | at 34 months the manager identifies the next worker
experienced | 36 months   | worker_allocated       | maximum | kent-allocation | "a period not exceeding 3 years (36 months)"
experienced | 1 years     | last_unannounced_visit | promise | kent-allocation | "unannounced visits (minimum of one per year)"
specialist  | none_stated |                        |         | kent-allocation | "will not follow the same model for allocation"
specialist  | 1 years     | last_unannounced_visit | promise | kent-allocation | "the same responsibilities as within the support teams"
specialist  | 1 years     | last_additional_visit  | promise | kent-allocation | "an additional unannounced visit ... once per year"
"""
NORFOLK = """
stage-1 | 5 working_days   | complaint_sent         | promise | norfolk-complaints | "We will acknowledge ... within five working days"
stage-1 | 15 working_days  | complaint_acknowledged | aim   | norfolk-complaints | "We aim to resolve ... within 15 working days from the"
stage-2 | none_stated      |                        |       | norfolk-complaints | no time is given to ask for stage 2, or to agree to it
stage-2 | 25 calendar_days | stage_2_started        | usual | norfolk-complaints | 25 days from the start, in general
stage-3 | none_stated      |                        |       | norfolk-complaints | no time is given to ask for stage 3
stage-3 | 25 working_days  | stage_3_started        | usual | norfolk-complaints | "usually be within 25 working days"
"""
LINE_MANAGER = """
raise | none_stated | | | escalation-policy | "contacting the member of staff's line manager", and no time
"""
RAISE_AN_ISSUE = """
raise | none_stated | | | fostering-nms | standard 21.6 gives support and help with other services, and no time
"""
WORKERS_PRACTICE = """
raise | none_stated | | | social-work-england | the regulator's page sets no time for an employer's answer
"""
YOUR_SOCIAL_WORKER = """
supervised | none_stated |  |        | fostering-nms | standard 21.8: "a named, appropriately qualified social worker", and no time
supervised | in_words    |  | should | fostering-nms | standard 21.8: "at least one unannounced visit a year"
"""
RECORDS = """
ask | 1 months    | records_requested    | must   | ico-access   | "until the corresponding calendar date in the next month"
ico | none_stated |                      |        | ico-worried  | contact the organisation first, and no time for its answer
ico | 3 months    | records_final_answer | should | ico-standards | "within three months of receiving their final response"
"""
TRANSFER = """
notice | 28 calendar_days | transfer_notice | should | fosterline-transfer | a meeting within 28 days of the written notice
"""
SCHOOL = """
sent-home | in_words | | must | virtual-schools | reasons and length without delay
sent-home | in_words | | must | virtual-schools | full-time education from the sixth day
permanent | in_words | | must | permanent-exclusion-pages | the governors meet within 15 school days (Suffolk, Essex)
permanent | in_words | | must | permanent-exclusion-pages | the council's education from the sixth day (Norfolk, Cornwall)
permanent | in_words | | must | permanent-exclusion-pages | a panel asked for within 15 school days (Surrey, Essex)
"""
EVERYDAY_DECISIONS = """
in-the-plan | none_stated | | | delegated-authority-knowsley | everyday decisions stand in the placement plan, and no time
"""
STANDARDS_OF_CARE = """
concern | none_stated | | | quality-of-care-hertfordshire | a council's procedure: not an allegation, and no national time
"""
OFFICERS_CONCERN = """
raise | none_stated | | | fostering-nms | standard 13.9: concerns do not wait for a review, and no time
"""
OMBUDSMAN = """
complain | 12 months | first_noticed | must  | lgsco-jurisdiction | 12 months beginning with the day of first notice
complain | 12 weeks  | council_told  | usual | lgsco-jurisdiction | a reasonable time for the council: usually around 12 weeks
"""
IRM = """
no-letter | none_stated      |                      |           | somerset-fro | no time is given for the written decision
apply     | 28 calendar_days | determination_letter | must      | irm-govuk | 28 calendar days of the determination letter
review    | 10 working_days  | irm_applied          | must      | fostering-regulations-2011 | regulation 29(2): ten working days
review    | 4 months         | irm_applied          | aim/usual | irm-govuk | about four months
review    | none_stated      |                      |           | irm-govuk | no time is given for the final decision
"""
REVIEW = """
first-review | 1 years | carer_approved | must | fostering-regulations-2011 | "within a year of approval"
later-review | 1 years | last_review    | must | fostering-regulations-2011 | "at intervals of not more than a year"
"""
CARE_PLAN = """
talk        | none_stated     |                     |         | iro-guidance | no time for the talk with the social worker
iro-dispute | 20 working_days | iro_dispute_started | maximum | iro-guidance | the IRO's own process: 20 working days at most
"""
ALLEGATION = """
about-me      | none_stated    |                    |             | fostering-nms | no end for the whole procedure was found
about-me      | 1 working_days | allegation_learned | must/should | lado-cornwall | tell the LADO within one working day
about-another | 1 working_days | allegation_learned | must/should | lado-luton    | tell the LADO within one working day
about-another | none_stated    |                    |             | fostering-nms | no end for the whole procedure was found
"""
ALLEGATION_WORKER = """
about-me      | none_stated    |                    |             | fostering-nms | no end for the whole procedure was found
about-me      | 1 working_days | allegation_learned | must/should | lado-cornwall | tell the LADO within one working day
about-another | immediately    |                    | must/should | lado-luton    | contact the LADO straight away where it is urgent
about-another | 1 working_days | allegation_learned | must/should | lado-cornwall | tell the LADO within one working day
about-another | none_stated    |                    |             | fostering-nms | no end for the whole procedure was found
"""
ALLEGATION_HOME = """
about-another | 1 working_days | allegation_learned | must/should | lado-cornwall          | tell the LADO within one working day
about-another | in_words       |                    | must        | homes-regulations-2015 | regulation 40(4)(c): notify HMCI without delay
"""
SPEAKING_UP = """
raise | 1 working_days | allegation_learned | must/should | lado-cornwall       | tell the LADO within one working day
raise | none_stated    |                    |             | nspcc-whistleblowing | no time for an answer was read
"""
SAFEGUARDING_OTHERS = {
    "allegation-child": "tell | immediately | | must/should | childline | at any hour",
    "safeguarding-child": """
immediate | immediately | | must        | nspcc     | immediate danger: 999
concern   | immediately | | must/should | childline | at any hour
""",
    "safeguarding-parent": """
immediate | immediately | | must        | nspcc                  | immediate danger: 999
concern   | immediately | | must/should | reporting-to-a-council | report it now
""",
    "safeguarding-worker": """
immediate | immediately | | must        | nspcc                  | immediate danger: 999
concern   | immediately | | must/should | reporting-to-a-council | report it now
""",
    "safeguarding-home": """
immediate | immediately | | must | nspcc | immediate danger: 999
concern | immediately | | must | homes-regulations-2015 | regulation 34(2): prompt referral
concern | in_words    | | must | homes-regulations-2015 | regulation 40(4): notify HMCI without delay
""",
}
SAFEGUARDING = """
immediate | immediately | | must        | nspcc           | immediate danger: 999
concern   | immediately | | must/should | handbook-surrey | tell the child's social worker or the emergency duty team
"""
CHILD = """
stage-1 | 10 working_days | child_complaint_made | usual | complaints-regulations-2006 | stage 1 in 10 working days
stage-1 | 20 working_days | child_complaint_made | maximum | complaints-regulations-2006 | stage 1: 20 at most
stage-1 | 20 working_days | child_stage_1_answered | must | council-statutory-complaints | request stage 2 within 20 working days
stage-2 | 25 working_days | child_stage_2_started | usual | complaints-regulations-2006 | stage 2 in 25
stage-2 | 65 working_days | child_stage_2_started | maximum | complaints-regulations-2006 | stage 2: 65 at most
stage-2 | 20 working_days | child_stage_2_answered | must | council-statutory-complaints | request the panel within 20 working days
stage-3 | 30 working_days | child_panel_requested | must | complaints-regulations-2006 | panel within 30 working days of the request
stage-3 | 5 working_days | child_panel_met | must | complaints-regulations-2006 | report in 5
stage-3 | 15 working_days | child_panel_reported | must | complaints-regulations-2006 | council's answer in 15
overall | 1 years | matter_arose | must | complaints-regulations-2006 | complain within one year
"""
PARENT = """
stage-1 | 10 working_days | complaint_sent | usual | complaints-regulations-2006 | stage 1 in 10 working days
stage-1 | 20 working_days | complaint_sent | maximum | complaints-regulations-2006 | stage 1: 20 at most
stage-1 | 20 working_days | stage_1_answered | must | council-statutory-complaints | request stage 2 within 20 working days
stage-2 | 25 working_days | stage_2_requested | usual | complaints-regulations-2006 | stage 2 in 25
stage-2 | 65 working_days | stage_2_requested | maximum | lgsco-25-010-090 | stage 2: 13 weeks from the request
stage-2 | 20 working_days | stage_2_answered | must | council-statutory-complaints | request the panel within 20 working days
stage-3 | 30 working_days | child_panel_requested | must | complaints-regulations-2006 | panel within 30 working days of the request
stage-3 | 5 working_days | child_panel_met | must | complaints-regulations-2006 | report in 5
stage-3 | 15 working_days | child_panel_reported | must | complaints-regulations-2006 | council's answer in 15
overall | 1 years | matter_arose | must | complaints-regulations-2006 | complain within one year
"""
COUNCIL = """
stage-1 | 10 working_days | complaint_sent | usual | complaints-regulations-2006 | stage 1 in 10 working days
stage-1 | 20 working_days | complaint_sent | maximum | complaints-regulations-2006 | stage 1: 20 at most
stage-1 | 20 working_days | stage_1_answered | must | council-statutory-complaints | request stage 2 within 20 working days
stage-2 | 25 working_days | stage_2_requested | usual | complaints-regulations-2006 | stage 2 in 25
stage-2 | 65 working_days | stage_2_requested | maximum | lgsco-25-010-090 | stage 2: 13 weeks from the request
stage-2 | 20 working_days | stage_2_answered | must | council-statutory-complaints | request the panel within 20 working days
stage-3 | 30 working_days | child_panel_requested | must | complaints-regulations-2006 | panel within 30 working days of the request
stage-3 | 5 working_days | child_panel_met | must | complaints-regulations-2006 | report in 5
stage-3 | 15 working_days | child_panel_reported | must | complaints-regulations-2006 | council's answer in 15
overall | 1 years | matter_arose | must | complaints-regulations-2006 | complain within one year
own-1 | 5 working_days | complaint_sent | must/should | lgsco-code | acknowledge in 5 working days
own-1 | 10 working_days | complaint_acknowledged | must/should | lgsco-code | stage 1 in 10 working days from the acknowledgement
own-1 | 20 working_days | complaint_acknowledged | must/should | lgsco-code | paragraph 6.4: 10 more at most without a good reason
own-1 | 10 working_days | stage_1_answered | not_stated | council-own-complaints | the shortest that a council gives to ask for stage 2
own-2 | 5 working_days | stage_2_requested | must/should | council-own-complaints | stage 2 is acknowledged as stage 1 is
own-2 | 20 working_days | stage_2_acknowledged | must/should | council-own-complaints | stage 2 in 20
own-2 | 12 weeks | complaint_sent | must/should/usual | lgsco-complaint-managers | around 12 weeks for both
"""
INFORMAL = """
talk | none_stated | | | fostering-nms | standard 13.9: "should be addressed at that time", and no time
"""
TRUTH = {
    "escalation-four-stage": ESCALATION,
    "somerset-qa-dispute": SOMERSET,
    "childrens-home-challenge": HOMES,
    "kent-allocation": KENT,
    "norfolk-complaint": NORFOLK,
    "practice-line-manager": LINE_MANAGER,
    "raise-an-issue": RAISE_AN_ISSUE,
    "workers-practice": WORKERS_PRACTICE,
    "your-social-worker": YOUR_SOCIAL_WORKER,
    "reviewing-officers-concern": OFFICERS_CONCERN,
    "standards-of-care": STANDARDS_OF_CARE,
    "records": RECORDS,
    "transfer": TRANSFER,
    "school": SCHOOL,
    "everyday-decisions": EVERYDAY_DECISIONS,
    "ombudsman": OMBUDSMAN,
    "irm": IRM,
    "fostering-review": REVIEW,
    "care-plan": CARE_PLAN,
    "allegation": ALLEGATION,
    "allegation-worker": ALLEGATION_WORKER,
    "allegation-home": ALLEGATION_HOME,
    "raising-a-concern": SPEAKING_UP,
    "safeguarding": SAFEGUARDING,
    **SAFEGUARDING_OTHERS,
    "child-complaint": CHILD,
    "my-complaint": CHILD,
    "my-plan": CARE_PLAN,
    "council-complaint": COUNCIL,
    "parent-complaint": PARENT,
    "informal-talk": INFORMAL,
}

type Row = tuple[str, str, str, str, str]


def table(text: str) -> Iterator[Row]:
    for line in text.strip().splitlines():
        place, length, event, firmness, document, words = (cell.strip() for cell in line.split("|"))
        assert words, line
        yield place, length, event, firmness, document


def timescales(policy: Policy) -> Iterator[tuple[str, Timescale]]:
    for timescale, position, _ in policy.timescales():
        yield position.key if position else "overall", timescale


def held(policy: Policy) -> Iterator[Row]:
    for place, timescale in timescales(policy):
        length = f"{timescale.amount or ''} {timescale.unit}".strip()
        document = timescale.source.document or policy.document
        yield place, length, timescale.counted_from or "", str(timescale.firmness or ""), document


def fair(row: Row, truth: Row) -> bool:
    place, length, event, firmness, document = truth
    return row[:3] == (place, length, event) and row[3] in firmness.split("/") and row[4] == document


def test_the_table_covers_every_policy(library: Library) -> None:
    """The table has every policy that is shipped, and no other."""
    held = {name for name in TRUTH if is_there(OF_SERVICES.get(name, "other"))}
    assert held == {policy.id for policy in library.policies}


@pytest.mark.parametrize("name", TRUTH)
def test_every_timescale_of_the_source_is_held(library: Library, name: str) -> None:
    """Nothing that the source says about time is missing from the policy."""
    found = list(held(library.policy[name]))
    missing = [truth for truth in table(TRUTH[name]) if not any(fair(row, truth) for row in found)]
    assert missing == []


@pytest.mark.parametrize("name", TRUTH)
def test_no_timescale_is_held_that_no_source_has(library: Library, name: str) -> None:
    """The policy holds no time that its source does not give."""
    rows = list(table(TRUTH[name]))
    invented = [row for row in held(library.policy[name]) if not any(fair(row, truth) for truth in rows)]
    assert invented == []
    assert len(rows) == len(list(held(library.policy[name])))


def test_only_the_ombudsmans_months_begin_with_their_first_day(library: Library) -> None:
    """`Beginning with` stands in one source only: the Ombudsman's twelve months."""
    beginning = {
        (policy.id, timescale.id)
        for policy in library.policies
        for _, timescale in timescales(policy)
        if timescale.counting != "after"
    }
    assert beginning == {("ombudsman", "complain-in-time")}


READINGS = {
    # "within a week": no unit is said, so five working days are as good a reading.
    ("escalation-four-stage", "overall", "1 weeks"): [(5, "working_days", None)],
    # "25 days" beside "25 working days" in stage 3 of the same document.
    ("norfolk-complaint", "stage-2", "25 calendar_days"): [(None, "working_days", None)],
    # It is not stated whether the letter's own date counts: the safe date is a day earlier.
    ("irm", "apply", "28 calendar_days"): [(None, None, "beginning_with")],
    # Coram Voice says 28 days.
    ("child-complaint", "stage-1", "20 working_days"): [(28, "calendar_days", None)],
    ("my-complaint", "stage-1", "20 working_days"): [(28, "calendar_days", None)],
    # The Code sets no time to ask for stage 2: councils give from ten working days to a month.
    ("council-complaint", "own-1", "10 working_days"): [(1, "months", None)],
}


@pytest.mark.of("norfolk", "somerset")
def test_words_that_are_open_have_their_readings(library: Library) -> None:
    """Where a source's words can be read in two ways both are held, and nowhere else."""
    found = {
        (policy.id, place, f"{timescale.amount} {timescale.unit}"): [
            (reading.amount, reading.unit, reading.counting) for reading in timescale.readings
        ]
        for policy in library.policies
        for place, timescale in timescales(policy)
        if timescale.readings
    }
    assert found == READINGS


NO_START_STATED = {
    # G3 of the escalation policy, G5 of Somerset's, G2 of Norfolk's: no document says when the clock starts.
    "escalation-four-stage": {"stage-1", "stage-2", "stage-3", "stage-4", "overall"},
    "somerset-qa-dispute": {"stage-1", "stage-2", "stage-3/level-1", "stage-3/level-2", "stage-3/level-3"},
    "norfolk-complaint": {"stage-1", "stage-3"},
}


@pytest.mark.parametrize("name", NO_START_STATED)
def test_an_assumed_start_is_named_where_none_is_stated(library: Library, name: str) -> None:
    """Every timescale without a stated start event says what is assumed, and no other one does."""
    policy = library.policy[name]
    assumed = {place for place, timescale in timescales(policy) if timescale.assumed_start}
    assert assumed == NO_START_STATED[name]


WORDS = {"one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twelve": 12}
LENGTH = re.compile(
    r"\bwithin (?:about |at most )?(\d+|"
    + "|".join(WORDS)
    + r") (working day|calendar day|day|week|month|year)s?\b"
)


def test_no_time_limit_hides_in_a_step(library: Library) -> None:
    """A time limit said in a step or a summary is also held as a timescale of that stage, so that it has a date."""
    hidden = []
    for policy in library.policies:
        for position in policy.leaf_stages():
            stage = position.innermost
            lengths = {
                (scale.amount, str(scale.unit).removesuffix("s").replace("_", " "))
                for scale in stage.timescales
            }
            for text in (stage.summary or "", *(step.does for step in stage.steps)):
                for number, unit in LENGTH.findall(text):
                    amount = WORDS.get(number) or int(number)
                    if (amount, unit) not in lengths:
                        hidden.append(f"{policy.id} {position.key}: {text}")
    assert not hidden, "\n".join(hidden)
