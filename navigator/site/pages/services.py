"""Services: whose policies are held here, and what is shown where a service has none."""

from collections.abc import Iterator
from functools import partial

from navigator.core.model import Service
from navigator.render.components import bullets, contact_card
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages import side_by_side
from navigator.site.pages.routes import shown
from navigator.site.pages.who_manages import ways_up, who_manages


def service_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the list of services and a page for each."""
    yield Draft("services/index.md", partial(overview, index))
    for service in index.library.services:
        yield Draft(f"services/{service.id}.md", partial(service_page, index, service))


def overview(index: LibraryIndex) -> Page:
    """Write the list of services."""
    words = index.library.words
    page = PageBuilder(index, "services/index.md", words["site.services.title"], "services")
    page.paragraph("site.services.lede")
    services = index.library.services
    own = rows([_card(page, service) for service in services if service.policies], class_="nav-cards")
    page.section(words["site.services.own"], "own", own)
    others = rows([_card(page, service) for service in services if not service.policies], class_="nav-cards")
    page.section(words["site.services.others"], "others", others)
    return page.page(words["site.services.description"], contents=False)


def _card(page: PageBuilder, service: Service) -> list[Child]:
    """Show a service in the list: who it is, and which policies of its own are held here."""
    held = (page.to_policy(page.library.policy[policy]) for policy in service.policies)
    return [
        page.link(f"services/{service.id}/", service.name),
        el("p", service.note) if service.note else None,
        rows(held),
    ]


def service_page(index: LibraryIndex, service: Service) -> Page:
    """Write a service's page."""
    library = index.library
    words = library.words
    page = PageBuilder(index, f"services/{service.id}.md", service.name, f"services/{service.id}")
    page.crumbs(("services/", words["site.services.title"]))
    page.add(el("div", page.say(service.note), class_="nav-warning") if service.note else None)
    policies = [library.policy[policy] for policy in service.policies]
    own = rows(
        [(page.to_policy(policy), el("p", library.route[policy.route].name)) for policy in policies],
        class_="nav-cards",
    )
    page.section(words["site.service.own"], "own", own or el("p", words["site.service.none"]))
    page.section(words["site.side_by_side.heading"], "side-by-side", side_by_side.by_route(page, service))
    page.section(words["site.manages.heading"], "manages", who_manages(page, service), ways_up(page, service))
    page.section(words["site.service.routes"], "routes", by_route(page, service))
    page.section(words["site.service.days"], "days", working_days(page, service))
    cards = [contact_card(words, library.contact[contact]) for contact in service.contacts]
    page.section(words["heading.contacts"], "contacts", cards)
    return page.page(words("site.service.description", service=service.name))


def by_route(page: PageBuilder, service: Service) -> Html:
    """Say for each route which policy is shown, and whose it is."""
    pairs = ((page.to_route(route), page.index.shown(route, service)) for route in page.library.routes)
    return shown(page, page.words("site.shown.for_routes", service=service.name), "site.label.route", pairs)


def working_days(page: PageBuilder, service: Service) -> Html:
    """Say which days the service does not count."""
    calendar = page.library.calendar[service.calendar]
    closures = bullets(
        page.words("site.service.closure", name=closure.name, date=page.words.short_date(closure.date))
        for closure in service.closures
    )
    return page.facts(
        bank_holidays=calendar.name,
        published_up_to=page.words.short_date(calendar.known_until),
        closed=closures or page.words["site.service.no_closures"],
    ) + page.cited(calendar.source)
