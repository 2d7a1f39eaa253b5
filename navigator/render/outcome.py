"""An outcome as a page: first what to do and by when, then everything that bears on it."""

from collections.abc import Iterator

from navigator.core.journey import Trail, first
from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.core.phrases import actor, edition
from navigator.render import deadline
from navigator.render.blocks import Block, Paragraph
from navigator.render.dateform import Mistake, Typed, date_form, error_summary
from navigator.render.describe import describe_outcome
from navigator.render.html import Html, el
from navigator.render.html_writer import HtmlWriter
from navigator.render.question import back, start_again
from navigator.render.quick_exit import exit_control
from navigator.render.take_away import take_away


def render_outcome(
    library: Library,
    found: Outcome,
    trail: Trail,
    typed: Typed | None = None,
    mistakes: list[Mistake] | None = None,
    notice: str | None = None,
) -> Html:
    """Render an outcome, with a notice above it where there is something to tell of the way it was reached.

    With `typed`, what an engine has to answer is shown too: the form for dates, and copies to take away.
    """
    words, errors, with_engine = library.words, mistakes or [], typed is not None
    writer = HtmlWriter(words)
    summary = found.position.innermost.summary
    after = {
        "urgent": lead(found, writer),
        "steps": date_form(words, found.asks, typed, errors, found.today) if typed is not None else None,
        "contacts": take_away(found, engine=with_engine),
    }
    return el(
        "div",
        exit_control(library, found.route),
        back(words, trail),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        error_summary(words, errors, found.asks) if with_engine else None,
        el("p", found.route.name, class_="nav-eyebrow"),
        el("h1", found.position.title, tabindex="-1"),
        el("p", summary, class_="nav-summary") if summary else None,
        [el("p", note, class_="nav-note") for note in found.notes],
        [(writer.write(section), after.get(section.id)) for section in describe_outcome(found)],
        printed(found),
        start_again(words, first(library)),
        class_="nav-page nav-outcome",
        data_slug=trail.node.slug,
        data_dates=bool(found.asks),
    )


def lead(found: Outcome, writer: HtmlWriter) -> Html:
    """Say what happens next, by when, and what follows where the time of the stage has passed."""
    late = (el("p", found.late), el("p", found.next.says)) if found.late and found.next else None
    return el(
        "div",
        el("h2", found.words["heading.lead"], id="lead"),
        writer.write(*_lead(found)),
        el("div", late, class_="nav-late") if late else None,
        class_="nav-lead",
    )


def _lead(found: Outcome) -> Iterator[Block]:
    act = next((act for act in found.steps if not act.done), None)
    if act:
        yield Paragraph(found.words("step.to_do", who=actor(found.words, act.who), does=act.does))
    nearest = deadline.nearest(found.deadlines)
    if nearest:
        yield from deadline.in_the_lead(found.words, nearest)


def printed(found: Outcome) -> Html:
    """Say on paper as of when a page holds, and which policy it follows; on a screen this is not shown."""
    words = found.words
    as_of = words("outcome.as_of", date=words.long_date(found.today), policy=found.policy.title)
    return el("div", el("p", as_of), el("p", edition(words, found.policy)), class_="nav-printed")
