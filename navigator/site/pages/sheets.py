"""Every sheet on one side of A4: by service, then what holds everywhere, then each kind of process."""

from collections.abc import Iterable
from typing import Final

from navigator.core.model import Policy, Route
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.print_links import SHEETS, sheet_of

PATH: Final = "sheets/index.md"


def sheets(index: LibraryIndex) -> Page:
    """Write the list."""
    library, words = index.library, index.library.words
    page = PageBuilder(index, PATH, words["site.sheets.title"], "policies")
    page.paragraph("site.sheets.lede")
    policies = [policy for route in library.routes for policy in index.policies_of.get(route.id, [])]
    for service in library.services:
        own = [policy for policy in policies if service in index.owners_of(policy)]
        page.section(service.name, f"of-{service.id}", listed(page, own))
    others = [policy for policy in policies if not index.owners_of(policy)]
    everywhere, routes = words["site.sheets.everywhere"], words["site.routes.title"]
    page.section(everywhere, "everywhere", listed(page, others))
    page.section(routes, "routes", listed(page, library.routes))
    return page.page(words["site.sheets.description"], searched=False)


def listed(page: PageBuilder, named: Iterable[Policy | Route]) -> Html:
    """List policies or routes, each with its sheet, the same as pictures, and all of it."""
    return rows(line(page, each) for each in named)


def line(page: PageBuilder, each: Policy | Route) -> list[Child]:
    """Name a policy or a route, and link to its papers."""
    path = f"routes/{each.id}" if isinstance(each, Route) else f"policies/{each.id}"
    named = page.to_route(each) if isinstance(each, Route) else page.to_policy(each)
    links = {kind: page.link(sheet_of(path, kind), page.words[f"site.sheets.{kind}"]) for kind in SHEETS}
    links["whole"] = page.link(f"{path}.pdf", page.words["site.sheets.pdf"])
    return [named, el("p", page.fill("site.sheets.line", **links))]
