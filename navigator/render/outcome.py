"""An outcome as a page: first what to do and by when, then everything that bears on it."""

from navigator.core.journey import Trail, first
from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.core.phrases import edition
from navigator.render.components import exit_control
from navigator.render.dateform import Mistake, Typed, date_form, error_summary
from navigator.render.describe import describe_outcome
from navigator.render.html import Html, el
from navigator.render.html_writer import HtmlWriter
from navigator.render.phases import phases
from navigator.render.question import back, start_again
from navigator.render.take_away import take_away


def render_outcome(
    library: Library,
    outcome: Outcome,
    trail: Trail,
    typed: Typed | None = None,
    mistakes: list[Mistake] | None = None,
    notice: str | None = None,
) -> Html:
    """Render an outcome, with a notice above it where there is one, such as what a link has brought.

    With `typed`, what an engine has to answer is shown too: the form for dates, and copies to take away.
    """
    words, errors, with_engine = library.words, mistakes or [], typed is not None
    writer = HtmlWriter(words)
    dates = date_form(words, outcome.asks, typed, errors, outcome.today) if typed is not None else None
    summary = outcome.position.innermost.summary
    after = {
        "contacts": take_away(outcome, engine=with_engine),
    }
    return el(
        "div",
        exit_control(library, outcome.route),
        back(library, trail),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        error_summary(words, errors, outcome.asks) if with_engine else None,
        el("p", outcome.route.name, class_="nav-eyebrow"),
        el("h1", outcome.position.title, tabindex="-1"),
        el("p", summary, class_="nav-summary") if summary else None,
        [el("p", note, class_="nav-note") for note in outcome.notes],
        phases(outcome, writer, dates),
        [(writer.write(section), after.get(section.id)) for section in describe_outcome(outcome)],
        printed(outcome, with_engine=with_engine),
        start_again(words, first(library)),
        class_="nav-page nav-outcome",
        data_slug=trail.node.slug,
        data_dates=bool(outcome.asks),
    )


def printed(outcome: Outcome, *, with_engine: bool) -> Html:
    """Say on paper which policy a page follows, and of dates as of when; on a screen this is not shown."""
    words, policy = outcome.words, outcome.policy.title
    today = words.long_date(outcome.today)
    as_of = words("outcome.as_of" if with_engine else "outcome.of_policy", date=today, policy=policy)
    return el("div", el("p", as_of), el("p", edition(words, outcome.policy)), class_="nav-printed")
