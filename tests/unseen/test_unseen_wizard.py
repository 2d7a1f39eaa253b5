"""The wizard answers from policies that nobody here had seen, from its first question to dates and hours."""

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from navigator.core.engine import advance
from navigator.core.model import Library
from navigator.load.library import load
from navigator.render.outcome import render_outcome
from navigator.render.text_writer import outcome_text
from tests.unseen.overlay import TODAY, laid_over

CARER_REPORTS = {
    "danger": "none",
    "who": "carer",
    "carer-topic": "allegation",
    "allegation": "about-another",
}
CHILDS_MATTER = {"danger": "none", "who": "worker", "work": "unsure", "worker-topic": "child"}


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = load(laid_over(tmp_path_factory.mktemp("wizard") / "data")).library
    assert library is not None
    return library


def answer(library: Library, answers: Mapping[str, str], dates: Mapping[str, date]) -> list[str]:
    """Return the lines of the answer at the end of a way; every answer must have had its question."""
    progress = advance(library, answers, dates, TODAY)
    assert progress.trail.ignored == ()
    assert progress.outcome is not None, progress.question
    return [line.strip() for line in outcome_text(progress.outcome).splitlines()]


def asked(library: Library, answers: Mapping[str, str]) -> str | None:
    """Return the question that is open after some answers."""
    progress = advance(library, answers, {}, TODAY)
    return progress.question.ask if progress.question else None


def below(lines: list[str], heading: str) -> list[str]:
    """Return the lines of a section."""
    begins = lines.index(heading) + 2
    return lines[begins : lines.index("", begins)]


def test_an_allegation_reaches_the_designated_officer_by_the_hour(unseen: Library) -> None:
    """Made on Wednesday at half past four, it is told by Thursday at half past four."""
    lines = answer(
        unseen,
        CARER_REPORTS | {"service": "sefton", "progress": "report"},
        {"allegation_made": datetime(2026, 11, 25, 16, 30)},  # noqa: DTZ001 - a time on the reader's clock
    )
    due = below(lines, "Dates, and how they are counted")
    at = due.index("The employer tells the designated officer.")
    assert due[at + 1] == "16:30 on Thursday 26 November 2026"


def test_where_a_child_is_at_risk_the_front_door_comes_first(unseen: Library) -> None:
    """The hub stands before the designated officer's form, and both say in which case."""
    steps = below(
        answer(unseen, CARER_REPORTS | {"service": "sefton", "progress": "report"}, {}), "Who does what"
    )
    first, second = (
        next(at for at, line in enumerate(steps) if text in line)
        for text in ("refers the child to the safeguarding hub first", "then sends the referral form")
    )
    assert first < second
    assert steps[first + 1] == steps[second + 1] == "Only if a child is at immediate risk."


def test_an_urgent_page_passes_over_no_case(unseen: Library) -> None:
    """Nothing is asked before it, so what comes first if a child is at risk stands at its head."""
    answers = CARER_REPORTS | {"service": "sefton", "progress": "report"}
    progress = advance(unseen, answers, {}, TODAY)
    assert progress.outcome is not None
    shown = str(render_outcome(unseen, progress.outcome, progress.trail))
    hub = shown.index("refers the child to the safeguarding hub first")
    case = shown.index("Only if a child is at immediate risk.")
    assert hub < case < shown.index("takes it seriously, keeps an open mind")


def test_national_numbers_stay_beside_a_services_own(unseen: Library) -> None:
    """A council's allegations policy names two numbers, and 999, NSPCC and Fosterline are still there."""
    calls = below(
        answer(unseen, CARER_REPORTS | {"service": "sefton", "progress": "report"}, {}), "People to ask"
    )
    for number in ("0151 934 4481", "0151 934 3555", "999", "0808 800 5000", "0800 040 7675"):
        assert number in calls


def test_without_a_word_of_the_service_an_urgent_answer_is_national(unseen: Library) -> None:
    """Nobody who is in a hurry is asked for a council: England's steps come first."""
    progress = advance(unseen, CARER_REPORTS, {}, TODAY)
    assert progress.outcome is not None
    assert progress.outcome.policy.id == "allegation"
    assert "sefton" in [service.id for service in progress.outcome.own_steps]


def test_papers_are_due_before_a_meeting(unseen: Library) -> None:
    """For a meeting on 18 December the social worker's part is due on the eighth."""
    given = {"child-matter": "education-plan", "service": "lancashire", "progress": "prepare"}
    lines = answer(
        unseen,
        CHILDS_MATTER | given | {"if-worker-cannot-come": "no"},
        {"pep_meeting": date(2026, 12, 18)},
    )
    at = lines.index("1. The child's social worker completes the parts about the child and about health.")
    assert lines[at + 1] == "When: By Tuesday 8 December 2026"


@pytest.mark.parametrize(
    ("is_complex", "line"),
    [("no", "Monday 30 November 2026"), ("yes", "Monday 14 December 2026")],
)
def test_a_complaint_takes_longer_only_if_it_is_complex(unseen: Library, is_complex: str, line: str) -> None:
    """Ten working days, and twenty where the complaint is complex: one date, not two."""
    way = {"danger": "none", "who": "child", "child-topic": "complain", "service": "thurrock"}
    assert (
        asked(unseen, way | {"progress": "stage-1"}) == "Is the complaint complex, or is an advocate needed?"
    )
    lines = answer(
        unseen,
        way | {"progress": "stage-1", "if-complex-or-advocate": is_complex},
        {"child_complaint_made": date(2026, 11, 16)},
    )
    due = below(lines, "Dates, and how they are counted")
    assert due[1] == line


def test_a_disagreement_counts_from_the_later_of_two_days(unseen: Library) -> None:
    """Police, schools and health reach it from the second question, and the later day decides."""
    way = {"danger": "none", "who": "professional-disagreement", "service": "sefton", "progress": "stage-1"}
    lines = answer(
        unseen,
        way | {"if-way-forward-found": "yes"},
        {"disagreement_arose": date(2026, 11, 20), "decision_received": date(2026, 11, 26)},
    )
    assert "Monday 30 November 2026" in below(lines, "Dates, and how they are counted")


def test_a_table_of_tasks_asks_for_no_stage(unseen: Library) -> None:
    """The timetable of a review is one page: each task with who does it and by when."""
    way = {"child-matter": "child-review", "service": "hertfordshire"}
    lines = answer(
        unseen,
        CHILDS_MATTER | way | {"if-placement-needed": "no", "if-kinship-carers": "no"},
        {"first_review": date(2026, 12, 18), "child_placed": datetime(2026, 11, 25, 9, 0)},  # noqa: DTZ001
    )
    text = "\n".join(lines)
    assert "Sunday 13 December 2026" in text
    assert "09:00 on Saturday 28 November 2026" in text
    assert "brokerage team of the kinship carers" not in text


def test_a_clock_that_may_stand_still_is_told_where_it_bears_on_the_reader(unseen: Library) -> None:
    """Whoever says that another investigation goes on reads that 25 days may not be kept; others do not."""
    way = {
        "danger": "none",
        "who": "carer",
        "carer-topic": "unhappy",
        "unhappy": "talked",
        "service": "futures-for-children",
        "progress": "stage-2",
        "if-several-agencies": "no",
        "if-witness-away": "no",
    }
    told = "The time may not be kept while another investigation goes on about the same matters."
    assert told in answer(unseen, way | {"if-other-investigation": "yes"}, {})
    assert told not in answer(unseen, way | {"if-other-investigation": "no"}, {})


def test_a_services_own_words_stand_in_its_answer(unseen: Library) -> None:
    """The reason and the closing line are the agency's, and no other council's procedure is named."""
    way = {
        "danger": "none",
        "who": "carer",
        "carer-topic": "unhappy",
        "unhappy": "talked",
        "service": "futures-for-children",
        "progress": "stage-3",
    }
    text = "\n".join(answer(unseen, way, {}))
    assert "Futures for Children has a complaints procedure of its own, in three stages." in text
    assert "If nothing here fits, ask Futures for Children which stage your complaint is at." in text
    assert "Norfolk" not in text.partition("Where this comes from")[0]
