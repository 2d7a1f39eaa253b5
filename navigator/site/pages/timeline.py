"""The stages of a policy drawn against time, each with the same thing said in words.

A bar shows when a stage would run if every stage before it took its whole time. Lengths are for the eye
only: months and working days are drawn by their average length, and no number is shown that the policy does
not state.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.core.model import Policy, Timescale, Unit
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words
from navigator.core.time.periods import period_of
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.core.time.timeline import chain
from navigator.core.time.units import UNITS
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.stages import stage_anchor

WIDTH = 1000
"""The width of the drawing, in its own units."""
UNSAID = (Unit.NONE_STATED, Unit.IMMEDIATELY)
"""Times that have no length to be read beside a bar."""
OPEN_SHARE = 0.15
"""How much of the known time a stage without a time limit is drawn as."""


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
    stage = position.innermost
    known = {stage.begins_with: 0.0}
    for timescale in stage.timescales:
        # A limit that is counted from some other day is drawn from the beginning of its stage.
        begins, period = known.get(timescale.counted_from, 0.0), period_of(timescale)
        end = begins + period.amount * UNITS[period.unit].days_drawn if period and period.way > 0 else None
        if end is not None and timescale.ends_with:
            known[timescale.ends_with] = end
        if timescale.closes_stage:
            return end
    return None


def timeline(page: PageBuilder, policy: Policy) -> Html:
    """Draw the stages; nothing where there are none that follow one another or no time limit at all."""
    placed = bars(policy)
    whole = max((bar.ends or bar.begins for bar in placed), default=0.0)
    if len(placed) < 2 or not whole:
        return Html("")
    open_length = whole * OPEN_SHARE
    scale = WIDTH / max(bar.ends if bar.ends is not None else bar.begins + open_length for bar in placed)
    legs = rows([leg(page, policy, bar, scale, open_length) for bar in placed], "ol", class_="nav-timeline")
    return el("p", page.words["site.timeline.note"], class_="nav-hint") + legs


def limits(page: PageBuilder, policy: Policy, bar: Bar) -> list[str]:
    """Say the time limits of a stage, up to the one that ends it."""
    timescales = bar.position.innermost.timescales
    says = [limit(page, policy, each) for each in timescales if each.unit not in UNSAID]
    stated = bar.ends is not None or any(each.closes_stage and each.unit not in UNSAID for each in timescales)
    return says if stated else [*says, page.words["timescale.none_stated"]]


def limit(page: PageBuilder, policy: Policy, timescale: Timescale) -> str:
    """Say one time limit: shortly, where it is a plain number of days from an event."""
    words = page.words
    does = does_in_words(page.library, policy, timescale)
    case = case_in_words(words, policy, timescale)
    plain = timescale.amount and timescale.counted_from and not (timescale.up_to or timescale.alternatives)
    if plain and timescale.amount and timescale.counted_from:
        says = words(
            "site.timeline.limit",
            does=does.removesuffix("."),
            length=words.amount(timescale.amount, timescale.unit),
            event=page.library.event[timescale.counted_from].name,
        )
    else:
        says = words("deadline.line", does=does, rule=rule_in_words(page.library, timescale))
    return " ".join(filter(None, (case, says)))


def leg(page: PageBuilder, policy: Policy, bar: Bar, scale: float, open_length: float) -> Iterator[Child]:
    """Show one stage: its name, its time in words, and its bar."""
    ends = bar.ends if bar.ends is not None else bar.begins + open_length
    yield el("a", bar.position.title, href=f"#{stage_anchor(bar.position.key)}")
    yield [el("span", says, class_="nav-timeline-rule") for says in limits(page, policy, bar)]
    yield el(
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
