"""Two policies side by side, stage by stage: who does what, by when, and what leads on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from navigator.core.model import Action, Policy, Route, Service, Stage, Timescale, Words
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words
from navigator.core.role_names import sentence
from navigator.core.time.rule_wording import does_in_words
from navigator.core.ways import ways_on
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page, anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.paired_stages import (
    Beside,
    Mark,
    Pair,
    beside,
    compared,
    compared_times,
    pairs,
    people,
    ways,
)
from navigator.site.kit.short_times import length_and_firmness, start_in_short


@dataclass(frozen=True)
class Line:
    """A row of the table."""

    name: str
    """What it is about."""
    mark: Html | None
    """How the two sides compare."""
    left: Child
    right: Child


def side_by_side_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write a page for each pair of policies. Search finds what they say on the policies' own pages."""
    for _, pair in every_pair(index):
        yield Draft(pair.path, partial(side_by_side, index, pair), searched=False)


def every_pair(index: LibraryIndex) -> Iterator[tuple[Route, Pair]]:
    """Yield every pair that has a page, with its route."""
    for route in index.library.routes:
        yield from ((route, pair) for pair in pairs(index.policies_of.get(route.id, [])))


def side_by_side(index: LibraryIndex, pair: Pair) -> Page:
    """Write the page of a pair."""
    words, route = index.library.words, index.library.route[pair.left.route]
    sides = [whose(index, policy) for policy in (pair.left, pair.right)]
    title = words("site.side_by_side.title", route=route.name, left=sides[0], right=sides[1])
    page = PageBuilder(index, pair.path, title, "policies")
    page.crumbs(("compare/", words["site.compare.title"]), matter=route)
    page.paragraph("site.side_by_side.lede", "nav-lede")
    page.paragraph("site.side_by_side.alignment")
    page.add(el("ul", [el("li", mark_in_words(page, mark)) for mark in Mark], class_="nav-marks"))
    page.add(paired_table(page, pair, sides))
    return page.page(
        words("site.side_by_side.description", route=route.name, left=sides[0], right=sides[1]),
        contents=False,
        learn=True,
        searched=False,
    )


def whose(index: LibraryIndex, policy: Policy) -> str:
    """Say in a word or two whose policy it is, with its version where it has others."""
    words = index.library.words
    if policy.national:
        return words["site.side_by_side.england"]
    owners = words.listed(service.name for service in index.owners_of(policy))
    named = owners or sentence(policy.publisher)
    several = index.versions_of.get(policy.version_of or policy.id)
    return f"{named} ({policy.version or policy.id})" if several else named


def paired_table(page: PageBuilder, pair: Pair, sides: list[str]) -> Html:
    """Build the table: a group of rows for the whole and for each stage, which is a card on a phone."""
    words = page.words
    headings = [words["site.side_by_side.line"], *sides]
    head = el("tr", [el("th", each, scope="col", role="columnheader") for each in headings], role="row")
    whole = group(sides, whole_lines(page, pair))
    stages = [group(sides, stage_lines(page, pair, each)) for each in beside(pair)]
    return el(
        "table",
        el("caption", words("site.side_by_side.caption", left=pair.left.title, right=pair.right.title)),
        el("thead", head, role="rowgroup"),
        whole,
        stages,
        class_="nav-paired",
        role="table",
    )


def apart(both: Beside) -> bool:
    """Say whether a stage has nothing beside it."""
    return both.left is None or both.right is None


def group(sides: list[str], lines: Iterable[Line]) -> Html:
    """Build the rows of one stage; each names its sides, for where there are no columns."""
    told = [
        el(
            "tr",
            el("th", line.name, " ", line.mark, scope="row", role="rowheader"),
            [
                el("td", el("div", cell), role="cell", data_label=side)
                for side, cell in zip(sides, (line.left, line.right), strict=True)
            ],
            role="row",
        )
        for line in lines
    ]
    return el("tbody", told, role="rowgroup")


def whole_lines(page: PageBuilder, pair: Pair) -> Iterator[Line]:
    """Yield what is said of the policies as a whole."""
    both, words = (pair.left, pair.right), page.words.group("site.side_by_side")
    yield Line(words["whole"], None, *map(page.to_policy, both))
    yield Line(words["applies_to"], None, *(policy.applies_to for policy in both))
    yield Line(words["edition"], None, *(edition(page.words, policy) for policy in both))
    yield from times_line(page, both, (pair.left.overall, pair.right.overall), (None, None))


def stage_lines(page: PageBuilder, pair: Pair, both: Beside) -> Iterator[Line]:
    """Yield what is said of two stages; of one that has nothing beside it, only that is marked."""
    policies, words = (pair.left, pair.right), page.words.group("site.side_by_side")
    sides = (both.left, both.right)
    alone = apart(both)

    def line(name: str, mark: Mark | None, write: Callable[[Policy, Position], Child]) -> Line:
        cells = (
            write(policy, position) if position else None
            for policy, position in zip(policies, sides, strict=True)
        )
        return Line(words[name], None if alone else mark_in_words(page, mark), *cells)

    yield Line(
        page.words[f"site.side_by_side.places.{both.place}"],
        mark_in_words(page, Mark.ONLY_HERE) if alone else None,
        *(
            to_stage(page, policy, position) if position else words["no_stage"]
            for policy, position in zip(policies, sides, strict=True)
        ),
    )
    acting = compared(Mark.OTHER_PERSON, *(people(each) if each else None for each in sides))
    yield line("who", acting, partial(acts, page))
    stages = tuple(each.innermost if each else None for each in sides)
    times = tuple(each.timescales if each else () for each in stages)
    yield from times_line(page, policies, times, stages, alone=alone)
    onward = compared(Mark.OTHER_WAY, *(ways(each) if each else None for each in sides))
    yield line("leads_on", onward, partial(leads_on, page))


def times_line(
    page: PageBuilder,
    policies: tuple[Policy, Policy],
    times: tuple[tuple[Timescale, ...], ...],
    stages: tuple[Stage | None, ...],
    *,
    alone: bool = False,
) -> Iterator[Line]:
    """Yield by when things should have happened; nothing where neither side has a time."""
    left, right = times
    mark = compared_times(page.library, left, right, stages)
    if mark:
        told = None if alone else mark_in_words(page, mark)
        none = None if alone else page.words["site.side_by_side.no_time"]
        cells = (by_when(page, *side) or none for side in zip(policies, times, stages, strict=True))
        yield Line(page.words["site.side_by_side.by_when"], told, *cells)


def mark_in_words(page: PageBuilder, mark: Mark | None) -> Html | None:
    """Say how two sides compare: by a sign and in words, besides a colour."""
    if mark is None:
        return None
    sign = el("span", page.words[f"site.side_by_side.signs.{mark}"], aria_hidden="true")
    said = page.words[f"site.side_by_side.marks.{mark}"]
    return el("span", sign, " ", said, class_=f"nav-mark nav-mark-{mark.replace('_', '-')}")


def to_stage(page: PageBuilder, policy: Policy, position: Position) -> Html:
    """Link to a stage on its policy's page."""
    return page.link(f"policies/{policy.id}/#{anchor_of(position.key)}", position.title)


def acts(page: PageBuilder, policy: Policy, position: Position) -> Html:
    """List who does what."""
    return rows(act(page, policy, step) for step in position.innermost.steps)


def act(page: PageBuilder, policy: Policy, step: Action) -> list[Child]:
    """Say one act, and in which case it is done."""
    who = el("strong", sentence(page.library.role[step.who].name))
    case = case_in_words(page.words, policy, step)
    return [
        page.fill("step.to_do", who=who, does=step.does.removesuffix(".")),
        el("p", case, class_="nav-case") if case else None,
    ]


def by_when(page: PageBuilder, policy: Policy, times: tuple[Timescale, ...], stage: Stage | None) -> Html:
    """List how long things take, what they are, and from when where that is not the stage's own day."""
    return rows(
        [
            el("strong", length_and_firmness(page.library, each)),
            el("p", does_in_words(page.library, policy, each)),
            el("p", start) if (start := start_in_short(page.library, stage, each)) else None,
            el("p", case, class_="nav-case") if (case := case_in_words(page.words, policy, each)) else None,
        ]
        for each in times
    )


def leads_on(page: PageBuilder, policy: Policy, position: Position) -> Html:
    """List what follows a stage."""
    label = page.words["ways.label"]
    return rows(
        [
            el("strong", label.format(way=page.words[f"ways.{way}"])),
            " ",
            " ".join(filter(None, (case_in_words(page.words, policy, after), after.says))),
        ]
        for way, after in ways_on(position.innermost)
    )


def edition(words: Words, policy: Policy) -> str:
    """Say which version of a document this is, and when it was last compared with it."""
    checked = words("contact.checked", date=words.short_date(policy.checked_on))
    return (
        words("site.side_by_side.version", version=policy.version, checked=checked)
        if policy.version
        else checked
    )


def to_pair(page: PageBuilder, pair: Pair) -> Html:
    """Link to the page of a pair."""
    left, right = (whose(page.index, policy) for policy in (pair.left, pair.right))
    return page.link(pair.address, page.words("site.side_by_side.pair", left=left, right=right))


def by_route(page: PageBuilder, service: Service | None = None) -> Html:
    """Link to every pair by its route, or to those in which a service has its own policy."""
    return rows(
        (page.words("site.side_by_side.of_route", route=route.name), " ", to_pair(page, pair))
        for route, pair in every_pair(page.index)
        if service is None
        or any(service in page.index.owners_of(policy) for policy in (pair.left, pair.right))
    )


def of_route(page: PageBuilder, route: Route) -> Html:
    """Link to the pairs of a route."""
    return rows(to_pair(page, pair) for pair in pairs(page.index.policies_of.get(route.id, [])))
