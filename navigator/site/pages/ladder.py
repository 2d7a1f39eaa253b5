"""The stages of a policy as a ladder to look at: who acts, by when, and what leads on.

A bar shows when a stage would run if every stage before it took its whole time. Lengths are for the eye
only: months and working days are drawn by their average length, and no number is shown that the policy does
not state.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from navigator.core.model import Detour, Next, Policy, Stage, Timescale
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words, detour_in_words
from navigator.core.role_names import role_names, sentence
from navigator.core.time.periods import period_of
from navigator.core.time.timeline import chain
from navigator.core.time.units import UNITS
from navigator.core.ways import Way, ways_on
from navigator.render.html import Child, Html, el
from navigator.site.kit.page import anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.rungs import first_act, leading_to, opening_time, runs_from_elsewhere
from navigator.site.kit.short_times import length_in_short

WIDTH = 1000
"""The width of the drawing, in its own units."""
OPEN_SHARE = 0.15
"""How much of the known time a stage without a time limit is drawn as."""
ONWARD = (Way.UNSETTLED, Way.THEN)
"""The ways that lead from rung to rung."""


@dataclass(frozen=True)
class Bar:
    """One stage on the drawing."""

    position: Position
    begins: float
    """In days from the start of the first stage."""
    ends: float | None
    """None where the policy sets no time by which the stage is over."""


def bars(policy: Policy) -> list[Bar]:
    """Place each stage in time."""
    placed: list[Bar] = []
    at = 0.0
    for position in chain(policy):
        length = closing_length(position)
        placed.append(Bar(position, at, at + length if length else None))
        at += length or 0.0
    return placed


def closing_length(position: Position) -> float | None:
    """Return the days from a stage's start to the time limit that ends it, as drawn."""
    line = leading_to(position.innermost)
    if not line or not line[-1].closes_stage:
        return None
    # What is counted from some day that nothing leads up to is drawn from the beginning of its stage.
    periods = [period for each in line if (period := period_of(each)) and period.way > 0]
    lengths = (period.amount * UNITS[period.unit].days_drawn for period in periods)
    return sum(lengths) if len(periods) == len(line) else None


def ladder(page: PageBuilder, policy: Policy) -> list[Child]:
    """Draw the stages below one another, each with the same thing said in words."""
    drawn = dict(drawings(policy))
    positions = list(policy.leaf_stages())
    rungs = [
        rung(page, policy, position, after, drawn.get(position.key))
        for position, after in zip(positions, [*positions[1:], None], strict=True)
    ]
    note = el("p", page.words["site.ladder.note"], class_="nav-hint nav-ladder-note") if drawn else None
    if len(positions) > 1 and len(bars(policy)) == 1:
        # Stages that do not lead to one another have no order.
        return [rows(rungs, class_="nav-ladder nav-ladder-apart"), note]
    return [rows(rungs, "ol", class_="nav-ladder"), note]


def rung(
    page: PageBuilder, policy: Policy, position: Position, after: Position | None, bar: Html | None
) -> list[Child]:
    """Show one stage: its name, by when it is over, who acts, and what leads on."""
    ways = [
        onward(page, policy, way, leads, after) for way, leads in ways_on(position.innermost) if way in ONWARD
    ]
    title = page.link_here(anchor_of(position.key), position.title)
    return [
        el("p", title, class_="nav-rung-title"),
        el("p", by_when(page, position.innermost), class_="nav-rung-when"),
        el("p", acting(page, position.innermost), class_="nav-rung-who")
        if position.innermost.steps
        else None,
        bar,
        [
            el("p", before(page, policy, detour), class_="nav-rung-before")
            for detour in position.innermost.detours
        ],
        el("div", ways, class_="nav-rung-ways") if ways else None,
    ]


def by_when(page: PageBuilder, stage: Stage) -> list[Child]:
    """Say the time by which a stage is over, or the first that it states; and whose time it is.

    Times that follow one another are all said, and a time that runs from another day than the stage does says
    from which.
    """
    words, line = page.words, leading_to(stage)
    if not line:
        return [words["site.short.none_stated"]]
    last, first = line[-1], opening_time(stage)
    lengths = [length_from(page, stage, line[0]), *(el("strong", _short(page, each)) for each in line[1:])]
    said = reduce(lambda before, after: page.fill("site.ladder.then", before=before, after=after), lengths)
    if not last.closes_stage and last.amount:
        return [page.fill("site.ladder.first", length=said)]
    who = page.library.role[last.who] if last.who and len(line) == 1 else None
    whole = page.fill("site.ladder.by", who=sentence(who.name), length=said) if who else said
    if not runs_from_elsewhere(stage, line[0]) or first is None or first is line[0]:
        return [whole]
    return [page.fill("site.ladder.first", length=el("strong", _short(page, first))), el("br"), whole]


def length_from(page: PageBuilder, stage: Stage, timescale: Timescale) -> Child:
    """Say how long a time is, and from which day where that is not the one its stage begins with."""
    length = el("strong", _short(page, timescale))
    if not runs_from_elsewhere(stage, timescale):
        return length
    key = "site.ladder.counted_back" if timescale.counted_before else "site.ladder.counted"
    return page.fill(key, length=length, event=page.library.event[str(timescale.event)].name)


def _short(page: PageBuilder, timescale: Timescale) -> str:
    return length_in_short(page.library, timescale)


def before(page: PageBuilder, policy: Policy, detour: Detour) -> Html:
    """Say what is tried before a stage, in which case, and whether it may be declined."""
    who = page.library.role[detour.who] if detour.who else None
    said = [
        case_in_words(page.words, policy, detour),
        detour.says,
        *detour_in_words(page.words, who, detour.may_be_declined),
    ]
    label = el("strong", page.words["site.policy.detour"])
    return page.fill("site.policy.way", label=label, says=" ".join(filter(None, said)))


def acting(page: PageBuilder, stage: Stage) -> Html:
    """Say who acts first at a stage, and whom that goes to."""
    words, step = page.words, first_act(stage)
    role = page.library.role[step.who]
    who = page.explained.first(role, sentence(role.name))
    if not step.to:
        return who
    names = role_names(words, (page.library.role[role] for role in step.to))
    return page.fill("site.ladder.to", who=who, names=names)


def onward(page: PageBuilder, policy: Policy, way: Way, leads: Next, after: Position | None) -> Html:
    """Say what leads on from a stage: to the one below it, to another, out of the policy, or nowhere."""
    words = page.words
    target: Child = None
    if leads.stage and (after is None or leads.stage != after.key):
        target = page.link_here(anchor_of(leads.stage), policy.position(leads.stage).title)
    elif leads.route:
        target = page.to_route(page.library.route[leads.route])
    elif not leads.stage:
        target = words["site.ladder.over" if leads.ends else "site.ladder.none_stated"]
    said = page.fill("site.ladder.onward", way=words[f"ways.{way}"], target=target) if target else None
    below = "" if target else " nav-rung-below"
    return el("p", said or words[f"ways.{way}"], class_=f"nav-rung-on{below}")


def drawings(policy: Policy) -> Iterator[tuple[str, Html]]:
    """Yield the bar of each stage, by its key; none where no stages follow one another or have any time."""
    placed = bars(policy)
    whole = max((bar.ends or bar.begins for bar in placed), default=0.0)
    if len(placed) < 2 or not whole:
        return
    open_length = whole * OPEN_SHARE
    scale = WIDTH / max(bar.ends if bar.ends is not None else bar.begins + open_length for bar in placed)
    yield from ((bar.position.key, drawing(bar, scale, open_length)) for bar in placed)


def drawing(bar: Bar, scale: float, open_length: float) -> Html:
    """Draw the bar of one stage."""
    ends = bar.ends if bar.ends is not None else bar.begins + open_length
    return el(
        "svg",
        el("rect", x=0, y=5, width=WIDTH, height=2, class_="nav-track"),
        el(
            "rect",
            x=round(bar.begins * scale),
            y=0,
            width=max(round((ends - bar.begins) * scale), 6),
            height=12,
            class_="nav-bar" if bar.ends is not None else "nav-bar nav-bar-open",
        ),
        viewBox=f"0 0 {WIDTH} 12",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )
