"""What leads the page of an outcome: the phase it is in, and the others that one tap leads to."""

from navigator.core.outcome import Outcome, PhaseShown
from navigator.render.components import ROOT
from navigator.render.describe_phase import describe_phase
from navigator.render.html import Child, Html, el
from navigator.render.html_writer import HtmlWriter


def phases(outcome: Outcome, writer: HtmlWriter, dates: Child = None) -> Html:
    """Show every phase, each at an address of its own: without scripts too, one at a time is to be seen.

    `dates` is the question for a date, which stands below the sentence that wants it.
    """
    return el(
        "div",
        [_phase(outcome, writer, shown, dates) for shown in outcome.phases],
        turning_points(outcome),
        class_="nav-phases",
    )


def _phase(outcome: Outcome, writer: HtmlWriter, shown: PhaseShown, dates: Child) -> Html:
    now = shown is outcome.now
    first, *rest = describe_phase(outcome, shown)
    return el(
        "section",
        writer.write(first),
        dates if now else None,
        writer.write(*rest),
        writer.write(shown.message) if shown.message else None,
        id=shown.anchor,
        class_="nav-phase nav-phase-now" if now else "nav-phase",
        aria_label=shown.label,
        tabindex="-1",
    )


def turning_points(outcome: Outcome) -> Html:
    """Ask whether something has happened, with a link for each phase that the stage may be in."""
    points = outcome.turning_points
    if not points:
        return Html("")
    links = (
        el(
            "a",
            point.label,
            href=f"#{point.anchor}" if point.anchor else f"{ROOT}{point.address}",
            data_question="phase" if point.anchor else None,
            data_option=point.phase.value if point.anchor else None,
        )
        for point in points
    )
    return el(
        "nav",
        el("h2", outcome.words["heading.turning_points"], id="turning-points"),
        el("ul", [el("li", link) for link in links]),
        class_="nav-turning",
        aria_labelledby="turning-points",
    )
