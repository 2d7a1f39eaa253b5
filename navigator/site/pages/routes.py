"""Routes: what each kind of process is for, who starts it, and whose policies describe it."""

from collections.abc import Iterable, Iterator
from functools import partial

from navigator.core.model import Policy, Route
from navigator.core.role_names import sentence
from navigator.render.components import table
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.print_links import on_paper, to_print
from navigator.site.pages.home import route_cards, start_button
from navigator.site.pages.side_by_side import of_route

SOURCE = "routes"


def route_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the list of routes and a page for each."""
    yield Draft("routes/index.md", partial(overview, index))
    for route in index.library.routes:
        yield Draft(f"routes/{route.id}.md", partial(route_page, index, route))


def overview(index: LibraryIndex) -> Page:
    """Write the list of routes."""
    words = index.library.words
    page = PageBuilder(index, "routes/index.md", words["site.routes.title"], SOURCE)
    page.paragraph("site.routes.lede")
    page.add(start_button(page))
    page.add(route_cards(page))
    return page.page(words["site.routes.description"], contents=False)


def route_page(index: LibraryIndex, route: Route) -> Page:
    """Write a route's page."""
    page = PageBuilder(index, f"routes/{route.id}.md", route.name, SOURCE)
    words = page.words
    page.crumbs(("routes/", words["site.routes.title"]), matter=route)
    page.add(page.say(route.purpose, class_="nav-lede"))
    entrance = page.link(index.entrance[route.id].address, words["site.enter"], class_="nav-start")
    page.add(el("p", entrance, class_="nav-go"), to_print(page, f"routes/{route.id}"))
    page.section(words["site.route.who_starts"], "who-starts", page.say(route.who_starts))
    page.section(words["site.route.not_for"], "not-for", limits(page, route))
    page.section(words["site.route.policies"], "policies", policies(page, route))
    page.section(words["site.route.services"], "services", by_service(page, route))
    page.section(words["site.side_by_side.heading"], "side-by-side", of_route(page, route))
    page.add(on_paper(page))
    return page.page(route.purpose)


def limits(page: PageBuilder, route: Route) -> Html:
    """List what a route is not for, each with the route to take instead."""
    return rows(page.go_to(page.explained.text(limit.says), page.instead(limit)) for limit in route.not_for)


def policies(page: PageBuilder, route: Route) -> Html:
    """List the policies of a route."""
    policies = page.index.policies_of.get(route.id, [])
    return rows(
        [(page.to_policy(policy), el("p", publisher_line(page, policy))) for policy in policies],
        class_="nav-cards",
    )


def publisher_line(page: PageBuilder, policy: Policy) -> str:
    """Say who published a policy, and whether it holds everywhere."""
    key = "site.route.national" if policy.national else "site.route.of_publisher"
    return page.words(key, publisher=sentence(policy.publisher))


def by_service(page: PageBuilder, route: Route) -> Html:
    """Say for each service which policy is shown for a route, and whose it is."""
    pairs = ((service.name, page.index.shown(route, service)) for service in page.library.services)
    return shown(page, page.words("site.shown.for_services", route=route.name), "site.shown.service", pairs)


def shown(
    page: PageBuilder, caption: str, first: str, pairs: Iterable[tuple[Child, tuple[Policy, str]]]
) -> Html:
    """Build a table of the policies shown: what each is shown for, the policy, and whose it is."""
    headings = [page.words[key] for key in (first, "site.shown.policy", "site.shown.basis")]
    lines = [
        [shown_for, page.to_policy(policy), page.words[f"site.shown.{basis}"]]
        for shown_for, (policy, basis) in pairs
    ]
    return table(caption, headings, lines)
