"""The routes side by side: a line of short values for each policy; what says more is folded or linked."""

from navigator.core.model import Policy, Route, Timescale
from navigator.core.role_names import sentence
from navigator.core.time.periods import Period, extended_of, period_of
from navigator.core.time.rule_wording import does_in_words
from navigator.core.time.units import UNITS
from navigator.render.components import table
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, facts, rows
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
        line(page, route, policy, first=not number)
        for route in index.library.routes
        for number, policy in enumerate(index.policies_of.get(route.id, []))
    ]
    made = table(words["site.compare.caption"], headings, lines)
    page.add(el("div", made, class_="nav-compare"))
    return page.page(words["site.compare.description"], contents=False, learn=True)


def line(page: PageBuilder, route: Route, policy: Policy, *, first: bool) -> list[Child]:
    """Build one line; the first of a route has what the route is for in a fold."""
    return [
        (page.to_route(route), about(page, route) if first else None),
        page.to_policy(policy),
        sentence(policy.publisher),
        stages(page, policy),
        longest_in_words(page, policy),
        deciding(page, policy),
    ]


def about(page: PageBuilder, route: Route) -> Html:
    """Fold away what a route is for, who starts it, and what it is not for."""
    said = page.words.group("site.compare.about")
    parts = {
        "purpose": route.purpose,
        "who_starts": route.who_starts,
        "not_for": rows([(limit.says, " ", page.instead(limit)) for limit in route.not_for]),
    }
    return page.fold(said["fold"], facts((said[name], part) for name, part in parts.items()))


def stages(page: PageBuilder, policy: Policy) -> Child:
    """Say how many stages there are, and fold away their names."""
    titles = [position.title for position in policy.leaf_stages()]
    number = page.words.count("site.compare.stages", len(titles))
    return page.fold(number, rows(titles, "ol")) if len(titles) > 1 else number


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
        return page.words["site.short.none_stated"]
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
