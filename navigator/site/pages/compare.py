"""The routes side by side: a line for each policy, made from what it states."""

from navigator.core.model import Policy, Route, Timescale
from navigator.core.role_names import sentence
from navigator.core.time.periods import Period, extended_of, period_of
from navigator.core.time.rule_wording import does_in_words
from navigator.core.time.units import UNITS
from navigator.render.components import table
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.side_by_side import by_route


def compare(index: LibraryIndex) -> Page:
    """Write the page that sets the routes side by side."""
    words = index.library.words
    page = PageBuilder(index, "compare.md", words["site.compare.title"], "routes")
    page.paragraph("site.compare.lede")
    page.section(words["site.side_by_side.heading"], "side-by-side", by_route(page))
    page.heading(2, words["site.compare.caption"], "all")
    headings = words.sequence("site.compare.headings")
    lines = [
        line(page, route, policy)
        for route in index.library.routes
        for policy in index.policies_of.get(route.id, [])
    ]
    made = table(words["site.compare.caption"], headings, lines)
    page.add(el("div", made, class_="nav-compare"))
    return page.page(words["site.compare.description"], contents=False, learn=True)


def line(page: PageBuilder, route: Route, policy: Policy) -> list[Child]:
    """Build one line."""
    positions = list(policy.leaf_stages())
    return [
        (
            page.to_route(route),
            el("p", page.to_policy(policy)),
            el("p", sentence(policy.publisher), class_="nav-hint"),
        ),
        route.purpose,
        route.who_starts,
        (el("p", str(len(positions))), rows([position.title for position in positions], "ol")),
        longest_in_words(page, policy),
        deciding(page, policy),
        rows([(limit.says, " ", page.instead(limit)) for limit in route.not_for]),
    ]


def longest(policy: Policy) -> tuple[Timescale, Period] | None:
    """Return the longest timescale that runs on from a day, extended where it may be.

    Units are compared by their average length.
    """
    timescales = [place.timescale for place in policy.timescales()]
    periods = ((each, extended_of(each) or period_of(each)) for each in timescales)
    onward = ((each, period) for each, period in periods if period and period.way > 0)
    return max(onward, key=lambda each: each[1].amount * UNITS[each[1].unit].days_drawn, default=None)


def longest_in_words(page: PageBuilder, policy: Policy) -> Child:
    """Say the longest time, and what it is for."""
    found = longest(policy)
    if found is None:
        return page.words["timescale.none_stated"]
    timescale, period = found
    does = does_in_words(page.library, policy, timescale)
    extended = timescale.extension and period != period_of(timescale)
    return (
        el("strong", page.words.amount(period.amount, period.unit)),
        el("p", does),
        el("p", page.words["site.compare.extended"]) if extended else None,
    )


def deciding(page: PageBuilder, policy: Policy) -> Html:
    """Name the roles that act at the last stage."""
    *_, last = policy.leaf_stages()
    names = dict.fromkeys(step.who for step in last.innermost.steps)
    return page.listed(page.link(f"roles/#{name}", page.library.role[name].name) for name in names)
