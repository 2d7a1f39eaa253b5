"""An outcome as a page: first what to do and by when, then plain answers, then all else in folds."""

from collections.abc import Iterator

from navigator.core.journey import Trail, first
from navigator.core.model import Library
from navigator.core.outcome import Outcome, RemarkKind
from navigator.core.phrases import edition
from navigator.render import blocks
from navigator.render.components import exit_link, exit_note
from navigator.render.dateform import (
    Mistake,
    Typed,
    error_summary,
    further_form,
    leading_date,
    leading_form,
)
from navigator.render.describe import describe_outcome, is_told_first, warning
from navigator.render.describe_phase import AWAITED, wants_date
from navigator.render.html import Html, el, join
from navigator.render.html_writer import HtmlWriter
from navigator.render.phases import eyebrow, phases
from navigator.render.question import back, start_again
from navigator.render.take_away import take_away
from navigator.render.urgent import urgent_box


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
    writer, urgent = HtmlWriter(words), outcome.route.urgent
    begins = outcome.position.innermost.begins_with if outcome.phase in AWAITED else None
    leading = leading_date(outcome.asks, outcome.lead.deadline, begins) if wants_date(outcome.now) else None
    others = [item for item in outcome.asks if item is not leading]
    wanted = further = None
    if typed is not None:
        wanted = leading_form(words, leading, typed, errors, outcome.today) if leading else None
        further = further_form(words, others, typed, errors, outcome.today)
    counted = outcome.lead.deadline.timescale.events if outcome.lead.deadline else ()
    asked = bool(wanted and leading and leading.given is None and leading.event in counted)
    lead = (
        urgent_box(library, outcome, writer, wanted)
        if urgent
        else phases(outcome, writer, wanted, asked=asked)
    )
    return el(
        "div",
        _top(library, outcome, trail),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        error_summary(words, errors, outcome.asks) if with_engine else None,
        el("h1", outcome.position.title, tabindex="-1"),
        lead,
        exit_note(library, outcome.route),
        [writer.write(said) for said in _told_first(outcome)],
        list(_sections(outcome, writer, further)),
        take_away(outcome, engine=with_engine),
        el("p", outcome.safety, class_="nav-safety") if outcome.safety else None,
        printed(outcome, with_engine=with_engine),
        back(library, trail) if outcome.route.quick_exit else None,
        start_again(words, first(library)),
        class_="nav-page nav-outcome nav-outcome-urgent" if urgent else "nav-page nav-outcome",
        data_slug=trail.node.slug,
        data_dates=bool(outcome.asks),
    )


def _top(library: Library, outcome: Outcome, trail: Trail) -> Html:
    """Lead back beside the stage and whose policy this is; where there is an exit, it stands there alone.

    What leads such a page is then seen at once, and the way back stands at its end.
    """
    which = eyebrow(outcome)
    if outcome.route.quick_exit:
        return join((exit_link(library, outcome.route), which))
    return el("div", back(library, trail), which, class_="nav-top")


def _told_first(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield what bears on whether the page holds at all."""
    for note in outcome.notes:
        if note != outcome.lead.says:
            yield blocks.Paragraph(note, "note")
    for remark in outcome.warnings:
        if is_told_first(remark):
            kind = remark.kind is RemarkKind.NOT_OWN_POLICY
            yield blocks.Paragraph(remark.says, "note") if kind else warning(remark)


def _sections(outcome: Outcome, writer: HtmlWriter, further: Html | None) -> Iterator[Html]:
    """Yield the sections, with the question for further dates below the dates."""
    for section in describe_outcome(outcome):
        if section.id == "when" and further:
            yield writer.section(section, further)
        else:
            yield writer.write(section)


def printed(outcome: Outcome, *, with_engine: bool) -> Html:
    """Say on paper which policy a page follows, and of dates as of when; on a screen this is not shown."""
    words, policy = outcome.words, outcome.policy.title
    today = words.long_date(outcome.today)
    as_of = words("outcome.as_of" if with_engine else "outcome.of_policy", date=today, policy=policy)
    return el("div", el("p", as_of), el("p", edition(words, outcome.policy)), class_="nav-printed")
