"""An outcome as a page: first what to do and by when, then everything that bears on it."""

from collections.abc import Iterator

from navigator.core.journey import Trail, first
from navigator.core.model import Library
from navigator.core.outcome import Act, Outcome
from navigator.core.phrases import edition
from navigator.core.role_names import to_do
from navigator.core.time.deadlines import Deadline
from navigator.render import deadline
from navigator.render.blocks import Block, Paragraph
from navigator.render.components import exit_control
from navigator.render.dateform import Mistake, Typed, date_form, error_summary
from navigator.render.describe import describe_outcome
from navigator.render.html import Html, el
from navigator.render.html_writer import HtmlWriter
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
    summary = outcome.position.innermost.summary
    after = {
        "urgent": lead(outcome, writer),
        "steps": date_form(words, outcome.asks, typed, errors, outcome.today) if typed is not None else None,
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
        [(writer.write(section), after.get(section.id)) for section in describe_outcome(outcome)],
        printed(outcome, with_engine=with_engine),
        start_again(words, first(library)),
        class_="nav-page nav-outcome",
        data_slug=trail.node.slug,
        data_dates=bool(outcome.asks),
    )


def lead(outcome: Outcome, writer: HtmlWriter) -> Html:
    """Say what happens next, by when, and what follows where the time of the stage has passed."""
    late = (el("p", outcome.late), el("p", outcome.next.says)) if outcome.late and outcome.next else None
    return el(
        "div",
        el("h2", outcome.words["heading.lead"], id="lead"),
        writer.write(*_lead(outcome)),
        el("div", late, class_="nav-late") if late else None,
        class_="nav-lead",
    )


def _lead(outcome: Outcome) -> Iterator[Block]:
    acts = _acts_in_the_lead(outcome)
    for act in acts:
        yield Paragraph(to_do(outcome.words, act.who, act.does))
        if act.condition:
            yield Paragraph(act.condition, "case")
    nearest = deadline.nearest(outcome.deadlines)
    if nearest:
        is_named = any(_says_the_same(outcome, act, nearest) for act in acts[-1:])
        yield from deadline.in_the_lead(outcome.words, nearest, is_named=is_named)


def _says_the_same(outcome: Outcome, act: Act, item: Deadline) -> bool:
    """Say whether a step has the words of a deadline, and its condition where it has one."""
    said = to_do(outcome.words, act.who, act.does)
    return item.does == said and item.condition in (None, act.condition)


def _acts_in_the_lead(outcome: Outcome) -> list[Act]:
    """Return the next step that is sure to be one; on an urgent page what comes before it in some cases too.

    There nothing is asked first, so that what a case needs must not be passed over.
    """
    pending = [act for act in outcome.steps if not act.done]
    sure = next((at for at, act in enumerate(pending) if not act.condition), 0)
    return pending[0 if outcome.route.urgent else sure : sure + 1]


def printed(outcome: Outcome, *, with_engine: bool) -> Html:
    """Say on paper which policy a page follows, and of dates as of when; on a screen this is not shown."""
    words, policy = outcome.words, outcome.policy.title
    today = words.long_date(outcome.today)
    as_of = words("outcome.as_of" if with_engine else "outcome.of_policy", date=today, policy=policy)
    return el("div", el("p", as_of), el("p", edition(words, outcome.policy)), class_="nav-printed")
