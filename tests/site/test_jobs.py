"""Who does what by job: one page for one person, whatever each policy calls them, and said to them."""

import re
from html import unescape

import pytest

from navigator.core.model import Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.jobs import JobView, job_page, job_pages
from navigator.site.pages.who_does_what import who_does_what


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def view(index: LibraryIndex, job: str) -> JobView:
    return JobView(index.written, next(each for each in index.written.jobs if each.id == job))


def text(index: LibraryIndex, job: str) -> str:
    made = job_page(index, next(each for each in index.written.jobs if each.id == job)).text
    return unescape(re.sub(r"<[^>]+>", " ", made))


def test_the_jobs_stand_at_the_top_of_who_does_what(index: LibraryIndex) -> None:
    """Each of the eight jobs is linked before the first role, and each link has its page."""
    listed = who_does_what(index).text.split("{ #roles }")[0]
    linked = re.findall(r'who-does-what/([a-z-]+)/"', listed)
    assert linked == [job.id for job in index.library.jobs]
    assert [draft.path for draft in job_pages(index)] == [f"who-does-what/{job}.md" for job in linked]
    assert len(linked) == 8


def test_a_job_gathers_the_acts_of_all_its_names(index: LibraryIndex) -> None:
    """A supervising social worker finds what Kent's fostering social worker and any worker has to do."""
    acts = view(index, "supervising-social-worker").acts
    assert {"supervising-social-worker", "fostering-social-worker", "worker"} <= {
        each.step.who for each in acts
    }
    policies = {each.policy.id for each in acts}
    assert {
        "allegation-worker",
        "safeguarding-worker",
        "escalation-four-stage",
        "kent-allocation",
    } <= policies
    assert len(policies) >= 15


def test_a_service_acts_by_its_managers(index: LibraryIndex) -> None:
    """What a policy has the service do stands on the page of the manager, as the role's jobs say."""
    found = {each.step.who for each in view(index, "team-manager").acts}
    assert {"fostering-service", "team-manager", "line-manager", "fostering-manager"} <= found


def test_acts_are_said_to_whoever_has_the_job(index: LibraryIndex) -> None:
    """An instruction, with to whom and by when; nobody is told of themselves as of somebody else."""
    said = text(index, "supervising-social-worker")
    assert "Discuss the issue with your line manager." in said
    assert "Tell your manager and the LADO of the area where the person works today." in said
    assert "the supervising social worker" not in said.split("What others do")[0].replace(
        "Stage 1: the super", ""
    )
    assert "The Operational Lead contacts the equivalent manager" in said.split("What others do")[1]


def test_nobody_gets_the_page_of_another_reader(index: LibraryIndex) -> None:
    """A social worker's page has the allegation page for workers, and not that for carers or homes."""
    policies = {each.policy.id for each in view(index, "supervising-social-worker").acts}
    assert not policies & {"allegation", "allegation-home", "safeguarding-home", "safeguarding-child"}


def test_a_job_without_a_reader_has_its_acts_by_its_roles(index: LibraryIndex) -> None:
    """The child's social worker is no reader of the wizard, and still finds what to do with a plan."""
    found = view(index, "childs-social-worker")
    assert {"care-plan", "everyday-decisions"} <= {each.policy.id for each in found.acts}
    assert "Agree it with whoever has parental responsibility" in text(index, "childs-social-worker")
