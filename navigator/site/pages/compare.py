"""The routes side by side: a line for each policy, made from what it states."""

from collections.abc import Iterator
from dataclasses import replace

from navigator.core.model import Policy, Route, Timescale
from navigator.core.units import UNITS
from navigator.render.components import sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, commas, rows, table

HEADINGS = [
    "Route and policy",
    "What it is for",
    "Who starts it",
    "Stages",
    "Longest time stated",
    "Who acts at the last stage",
    "What it is not for",
]


def compare(catalogue: LibraryIndex) -> Page:
    """Write the page that sets the routes side by side."""
    sheet = PageBuilder(catalogue, "compare.md", "Routes side by side", "routes.yaml")
    sheet.add(
        el(
            "p",
            "Each line is one policy. Check whose it is before you compare. "
            "A time that one council sets does not hold for another.",
        )
    )
    made = table("All routes and their policies", HEADINGS, lines(sheet))
    sheet.add(el("div", made, class_="nav-compare"))
    page = sheet.page(
        "What each route is for, who starts it, how long it takes and who acts last.", contents=False
    )
    return replace(page, learn=True)


def lines(sheet: PageBuilder) -> Iterator[list[Child]]:
    """Yield a line for each policy, those of a route together."""
    for route in sheet.library.routes:
        for policy in sheet.index.policies_of.get(route.id, []):
            yield line(sheet, route, policy)


def line(sheet: PageBuilder, route: Route, policy: Policy) -> list[Child]:
    """Build one line."""
    positions = list(policy.leaf_stages())
    return [
        (
            sheet.to_route(route),
            el("p", sheet.link(f"policies/{policy.id}/", policy.title)),
            el("p", sentence(policy.publisher), class_="nav-hint"),
        ),
        route.purpose,
        route.who_starts,
        (el("p", str(len(positions))), rows([each.title for each in positions], "ol")),
        longest_in_words(sheet, policy),
        deciding(sheet, policy),
        rows([_limit(sheet, limit.says, limit.route) for limit in route.not_for]),
    ]


def _limit(sheet: PageBuilder, says: str, route: str | None) -> Child:
    return (says, " ", sheet.to_route(sheet.library.route[route])) if route else says


def longest(policy: Policy) -> Timescale | None:
    """Return the longest timescale that has a number; units are compared by their average length."""
    scales = (place.timescale for place in policy.timescales())
    return max((scale for scale in scales if scale.amount), key=_days, default=None)


def _days(scale: Timescale) -> float:
    return (scale.amount or 0) * UNITS[scale.unit].days_drawn


def longest_in_words(sheet: PageBuilder, policy: Policy) -> Child:
    """Say the longest time, and what it is for."""
    scale = longest(policy)
    if scale is None or scale.amount is None:
        return sheet.library.words["timescale.none_stated"]
    return (el("strong", sheet.library.words.amount(scale.amount, scale.unit)), el("p", scale.does))


def deciding(sheet: PageBuilder, policy: Policy) -> Html:
    """Name the roles that act at the last stage."""
    last = list(policy.leaf_stages())[-1]
    names = dict.fromkeys(step.who for step in last.innermost.steps)
    roles = sheet.library.role
    return commas(sheet.link(f"roles/#{name}", roles[name].name) for name in names)
