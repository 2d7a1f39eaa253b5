"""Routes: what each kind of process is for, who starts it, and whose policies describe it."""

from collections.abc import Iterator

from navigator.core.model import Policy, Route
from navigator.render.components import sentence
from navigator.render.html import Html, el
from navigator.render.quick_exit import exit_control
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows, table
from navigator.site.kit.print_links import on_paper, to_print
from navigator.site.pages.home import route_cards, start_button

SOURCE = "routes.yaml"


def route_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write the list of routes and a page for each."""
    yield overview(catalogue)
    for route in catalogue.library.routes:
        yield route_page(catalogue, route)


def overview(catalogue: LibraryIndex) -> Page:
    """Write the list of routes."""
    sheet = PageBuilder(catalogue, "routes/index.md", "Routes", SOURCE)
    sheet.add(
        el("p", "A route is a kind of process. If you are not sure which one fits, answer a few questions.")
    )
    sheet.add(start_button(sheet))
    sheet.add(route_cards(sheet))
    return sheet.page("The kinds of process, and what each one is for.", contents=False)


def route_page(catalogue: LibraryIndex, route: Route) -> Page:
    """Write a route's page."""
    sheet = PageBuilder(catalogue, f"routes/{route.id}.md", route.name, SOURCE)
    sheet.above(exit_control(catalogue.library, route))
    sheet.above(crumbs(sheet, ("routes/", "Routes")))
    sheet.add(sheet.say(route.purpose, class_="nav-lede"))
    entrance = sheet.link(catalogue.entrance[route.id].address, "See what happens next", class_="nav-start")
    sheet.add(el("p", entrance, class_="nav-go"), to_print(sheet, f"routes/{route.id}"))
    sheet.section("Who starts it", "who-starts", sheet.say(route.who_starts))
    sheet.section("What it is not for", "not-for", limits(sheet, route))
    sheet.section("Whose policies these are", "policies", policies(sheet, route))
    sheet.section("What each service's readers see", "services", by_service(sheet, route))
    sheet.add(on_paper(sheet))
    return sheet.page(route.purpose)


def limits(sheet: PageBuilder, route: Route) -> Html:
    """List what a route is not for, each with the route to take instead."""
    return rows(
        [
            (
                sheet.explained.text(limit.says),
                (" Go to: ", sheet.to_route(sheet.library.route[limit.route])) if limit.route else None,
            )
            for limit in route.not_for
        ]
    )


def policies(sheet: PageBuilder, route: Route) -> Html:
    """List the policies of a route."""
    return rows(
        [
            (sheet.link(f"policies/{policy.id}/", policy.title), el("p", publisher_line(policy)))
            for policy in sheet.index.policies_of[route.id]
        ],
        class_="nav-cards",
    )


def publisher_line(policy: Policy) -> str:
    """Say who published a policy, and whether it holds everywhere."""
    scope = "It holds across England." if policy.national else "It belongs to this publisher only."
    return f"Publisher: {sentence(policy.publisher)}. {scope}"


def by_service(sheet: PageBuilder, route: Route) -> Html:
    """Say for each service which policy is shown for a route, and on what footing."""
    lines = []
    for service in sheet.library.services:
        policy, policy_basis = sheet.index.shown(route, service)
        lines.append(
            [service.name, sheet.link(f"policies/{policy.id}/", policy.title), FOOTING[policy_basis]]
        )
    return table(
        f"{route.name}: the policy shown for each service",
        ["Service", "Policy shown", "On what footing"],
        lines,
    )


FOOTING = {
    "own": "Its own policy.",
    "national": "What holds across England.",
    "example": "Only an example from another publisher. Its steps and times are not this service's own.",
}
