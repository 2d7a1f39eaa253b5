"""All pages of a library, in the order of the site."""

from collections.abc import Iterator
from datetime import date

from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.pages import findings, people_and_documents
from navigator.site.pages.compare import compare
from navigator.site.pages.date_tables import reckoner_pages
from navigator.site.pages.glossary import glossary
from navigator.site.pages.home import home
from navigator.site.pages.offline_page import away
from navigator.site.pages.policies import policy_pages
from navigator.site.pages.route_map import route_map
from navigator.site.pages.routes import route_pages
from navigator.site.pages.services import service_pages
from navigator.site.pages.who_does_what import who_does_what
from navigator.site.pages.wizard import Engine, wizard_pages
from navigator.site.practice.cases import case_list, case_pages
from navigator.site.practice.custom_session import custom_session_pages
from navigator.site.practice.packs import pack_pages


def pages(catalogue: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Page]:
    """Yield every page that is made from the library."""
    yield home(catalogue)
    yield from route_pages(catalogue)
    yield from policy_pages(catalogue)
    yield from service_pages(catalogue)
    yield people_and_documents.roles(catalogue)
    yield glossary(catalogue)
    yield people_and_documents.contacts(catalogue)
    yield people_and_documents.documents(catalogue)
    yield findings.open_points(catalogue, today)
    yield from reckoner_pages(catalogue, today)
    yield route_map(catalogue)
    yield compare(catalogue)
    yield who_does_what(catalogue)
    yield case_list(catalogue)
    yield from case_pages(catalogue)
    yield from custom_session_pages(catalogue)
    yield from pack_pages(catalogue)
    yield away(catalogue)
    yield from wizard_pages(catalogue, today, engine)
