"""All pages of a library, in the order of the site."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.pages import findings, people_and_documents
from navigator.site.pages.changes import changes
from navigator.site.pages.compare import compare
from navigator.site.pages.date_tables import date_table_pages
from navigator.site.pages.embed import embed_pages
from navigator.site.pages.first_hour import first_hour_pages
from navigator.site.pages.glossary import glossary
from navigator.site.pages.home import home
from navigator.site.pages.jobs import job_pages
from navigator.site.pages.my_matters import PATH as MY_MATTERS
from navigator.site.pages.my_matters import my_matters
from navigator.site.pages.offline_page import PATH as OFFLINE
from navigator.site.pages.offline_page import offline_page
from navigator.site.pages.policies import policy_pages
from navigator.site.pages.route_map import route_map
from navigator.site.pages.routes import route_pages
from navigator.site.pages.services import service_pages
from navigator.site.pages.sheets import PATH as SHEETS
from navigator.site.pages.sheets import sheets
from navigator.site.pages.side_by_side import side_by_side_pages
from navigator.site.pages.signposts import signpost_pages
from navigator.site.pages.who_does_what import who_does_what
from navigator.site.pages.wizard import Engine, wizard_pages
from navigator.site.practice.cases import case_list, case_pages
from navigator.site.practice.certificate import certificate
from navigator.site.practice.custom_session import custom_session_pages
from navigator.site.practice.packs import pack_pages
from navigator.site.practice.present import present
from navigator.site.practice.results import results
from navigator.site.practice.write_case import write_case
from navigator.site.workbench.page import PATH as WORKBENCH
from navigator.site.workbench.page import workbench


def pages(index: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Page]:
    """Yield every page that is made from the library."""
    return (draft.write() for draft in drafts(index, today, engine))


def drafts(index: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Draft]:
    """Yield a draft of each."""
    for within in drafts_by_folder(index, today, engine).values():
        yield from within()


def drafts_by_folder(
    index: LibraryIndex, today: date, engine: Engine | None
) -> dict[str, Callable[[], Iterator[Draft]]]:
    """Return what yields the drafts of each folder of the site: there can be thousands in one."""
    return {
        "": partial(_of_no_folder, index, today, engine),
        "routes": partial(route_pages, index),
        "help": partial(signpost_pages, index),
        "first-hour": partial(first_hour_pages, index),
        "policies": partial(policy_pages, index),
        "services": partial(service_pages, index),
        "who-does-what": partial(_who_does_what, index),
        "compare": partial(side_by_side_pages, index),
        "dates": partial(date_table_pages, index, today),
        "practice": partial(_practice, index, engine),
        "packs": partial(pack_pages, index),
        "offline": partial(_offline, index),
        "embed": partial(embed_pages, index),
        "sheets": partial(_sheets, index),
        "find": partial(wizard_pages, index, today, engine),
    }


def _of_no_folder(index: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Draft]:
    yield Draft("index.md", partial(home, index))
    yield Draft("roles.md", partial(people_and_documents.roles, index))
    yield Draft("glossary.md", partial(glossary, index))
    yield Draft("contacts.md", partial(people_and_documents.contacts, index))
    yield Draft("sources.md", partial(people_and_documents.documents, index))
    yield Draft("open.md", partial(findings.open_points, index, today))
    yield Draft("map.md", partial(route_map, index))
    yield Draft("changes.md", partial(changes, index, today), searched=False)
    yield Draft(MY_MATTERS, partial(my_matters, index, today, engine), searched=False)
    yield Draft("compare.md", partial(compare, index))
    yield Draft(WORKBENCH, partial(workbench, index, engine), searched=False)


def _who_does_what(index: LibraryIndex) -> Iterator[Draft]:
    yield Draft("who-does-what/index.md", partial(who_does_what, index))
    yield from job_pages(index)


def _practice(index: LibraryIndex, engine: Engine | None) -> Iterator[Draft]:
    yield Draft("practice/index.md", partial(case_list, index))
    yield from case_pages(index)
    yield from custom_session_pages(index)
    yield Draft("practice/present.md", partial(present, index))
    yield Draft("practice/results.md", partial(results, index))
    yield Draft("practice/certificate.md", partial(certificate, index))
    yield Draft("practice/write.md", partial(write_case, index, engine))


def _sheets(index: LibraryIndex) -> Iterator[Draft]:
    yield Draft(SHEETS, partial(sheets, index), searched=False)


def _offline(index: LibraryIndex) -> Iterator[Draft]:
    yield Draft(OFFLINE, partial(offline_page, index))
