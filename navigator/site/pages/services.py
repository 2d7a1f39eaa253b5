"""Services: whose policies are held here, and what is shown where a service has none."""

from collections.abc import Iterator

from navigator.core.model import Service
from navigator.render.components import bullets, contact_card
from navigator.render.html import Html, el
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, facts, rows, table
from navigator.site.pages.routes import FOOTING


def service_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write the list of services and a page for each."""
    yield overview(catalogue)
    for service in catalogue.library.services:
        yield service_page(catalogue, service)


def overview(catalogue: LibraryIndex) -> Page:
    """Write the list of services."""
    sheet = PageBuilder(catalogue, "services/index.md", "Services", "services")
    sheet.add(
        el("p", "Steps and times differ between services. Choose the one that the foster carer fosters for.")
    )
    cards = [
        (sheet.link(f"services/{service.id}/", service.name), el("p", service.note) if service.note else None)
        for service in catalogue.library.services
    ]
    sheet.add(rows(cards, class_="nav-cards"))
    return sheet.page(
        "Whose policies are held here, and what is shown where a service has none.", contents=False
    )


def service_page(catalogue: LibraryIndex, service: Service) -> Page:
    """Write a service's page."""
    library = catalogue.library
    sheet = PageBuilder(catalogue, f"services/{service.id}.md", service.name, f"services/{service.id}.yaml")
    sheet.above(crumbs(sheet, ("services/", "Services")))
    sheet.add(el("div", sheet.say(service.note), class_="nav-warning") if service.note else None)
    own = [
        (
            sheet.link(f"policies/{policy}/", library.policy[policy].title),
            el("p", library.route[library.policy[policy].route].name),
        )
        for policy in service.policies
    ]
    none = el("p", "No policy of this service is held here.")
    sheet.section("Its own policies", "own", rows(own, class_="nav-cards") or none)
    sheet.section("What is shown for each route", "routes", by_route(sheet, service))
    sheet.section("Working days", "days", working_days(sheet, service))
    cards = [contact_card(library.words, library.contact[contact]) for contact in service.contacts]
    sheet.section("Who to contact", "contacts", cards)
    return sheet.page(f"Policies of {service.name} held here, and what is shown for every route.")


def by_route(sheet: PageBuilder, service: Service) -> Html:
    """Say for each route which policy is shown, and on what footing."""
    lines = []
    for route in sheet.library.routes:
        policy, policy_basis = sheet.index.shown(route, service)
        lines.append(
            [sheet.to_route(route), sheet.link(f"policies/{policy.id}/", policy.title), FOOTING[policy_basis]]
        )
    return table(
        f"{service.name}: the policy shown for each route",
        ["Route", "Policy shown", "On what footing"],
        lines,
    )


def working_days(sheet: PageBuilder, service: Service) -> Html:
    """Say which days the service does not count."""
    calendar = sheet.library.calendar[service.calendar]
    closures = bullets(
        f"{closure.name}: {sheet.library.words.short_date(closure.date)}" for closure in service.closures
    )
    return facts(
        [
            ("Bank holidays", calendar.name),
            ("Published up to", sheet.library.words.short_date(calendar.known_until)),
            ("Other days it is closed", closures or "None are known here."),
        ]
    ) + sheet.cited(calendar.source)
