"""All pages of a library, in the order of the site."""

from collections.abc import Iterator
from datetime import date

from navigator.site import findings, reference
from navigator.site.away import away
from navigator.site.catalogue import Catalogue
from navigator.site.glossary import glossary
from navigator.site.home import home
from navigator.site.learn.compare import compare
from navigator.site.learn.route_map import route_map
from navigator.site.learn.who import who_does_what
from navigator.site.page import Page
from navigator.site.policies import policy_pages
from navigator.site.practice import index as practice
from navigator.site.practice.made import made_pages
from navigator.site.practice.packs import pack_pages
from navigator.site.reckoner import reckoner_pages
from navigator.site.routes import route_pages
from navigator.site.services import service_pages
from navigator.site.wizard import Engine, wizard_pages


def pages(catalogue: Catalogue, today: date, engine: Engine | None) -> Iterator[Page]:
    """Yield every page that is made from the library."""
    yield home(catalogue)
    yield from route_pages(catalogue)
    yield from policy_pages(catalogue)
    yield from service_pages(catalogue)
    yield reference.roles(catalogue)
    yield glossary(catalogue)
    yield reference.contacts(catalogue)
    yield reference.documents(catalogue)
    yield findings.open_points(catalogue, today)
    yield from reckoner_pages(catalogue, today)
    yield route_map(catalogue)
    yield compare(catalogue)
    yield who_does_what(catalogue)
    yield practice.index(catalogue)
    yield from practice.case_pages(catalogue)
    yield from made_pages(catalogue)
    yield from pack_pages(catalogue)
    yield away(catalogue)
    yield from wizard_pages(catalogue, today, engine)
