"""What leads the page of an outcome: the phase it is in, and the others that one tap leads to."""

from typing import Final

from navigator.core.journey import PolicyBasis
from navigator.core.lead import Lead
from navigator.core.model import DocumentKind, Phase, Words
from navigator.core.outcome import Outcome, PhaseShown
from navigator.core.time.timeline import line_of
from navigator.render.components import ROOT, when
from navigator.render.describe_phase import describe_phase
from navigator.render.html import Child, Html, el
from navigator.render.html_writer import HtmlWriter

HIDDEN = "until-found"
"""How the phases wait that are not the present one: their address and a search within the page find them."""


BEGINNING: Final = (Phase.TO_START, Phase.WAITING, Phase.UNSURE)
"""The phases in which somebody comes to a page, so that it need not say which one it is in."""


def phases(outcome: Outcome, writer: HtmlWriter, dates: Child = None, *, asked: bool = False) -> Html:
    """Show every phase, each at an address of its own: without scripts too, one at a time is to be seen.

    `dates` is the question for a date, which stands below the sentence that wants it; `asked` says that the
    date is not known yet.
    """
    return el(
        "div",
        [phase(outcome, writer, shown, dates, asked=asked) for shown in outcome.phases],
        turning_points(outcome),
        class_="nav-phases js-phases",
    )


def phase(
    outcome: Outcome, writer: HtmlWriter, shown: PhaseShown, dates: Child = None, *, asked: bool = False
) -> Html:
    """Show a phase; one that is not the present one waits until it is found."""
    now = shown is outcome.now
    _, *rest = describe_phase(outcome, shown, asked=asked and now)
    return el(
        "section",
        None if now and shown.phase in BEGINNING else el("p", shown.label, class_="nav-phase-label"),
        lead_heading(outcome.words, shown),
        dates if now else None,
        writer.write(*rest),
        _place(writer, shown),
        writer.write(shown.message) if shown.message else None,
        None if now else _back(outcome),
        id=shown.anchor,
        class_="nav-phase nav-phase-now" if now else "nav-phase",
        aria_label=shown.label if now else None,
        hidden=None if now else HIDDEN,
    )


def _place(writer: HtmlWriter, shown: PhaseShown) -> Html | None:
    """Name the place that what leads is taken from: a section says little without its document."""
    source = shown.lead.source
    return el("p", writer.cited(source), class_="nav-source") if source else None


def lead_heading(words: Words, shown: PhaseShown) -> Html:
    """Set the sentence that leads a phase: it is what is read first once somebody has turned to it."""
    return el("h2", _dated(words, shown.lead), class_="nav-lead-says js-lead", tabindex="-1")


def _dated(words: Words, lead: Lead) -> Child:
    """Return a sentence with its date marked as one, so that no translation changes it."""
    if lead.by is None:
        return lead.says
    before, day, after = lead.says.partition(words.long_date(lead.by))
    return (before, when(words, lead.by), after) if day else lead.says


def _back(outcome: Outcome) -> Html:
    """Lead back to the present phase, by address alone."""
    name = outcome.words["outcome.back_to_phase"]
    return el("p", el("a", name, href=f"#{outcome.now.anchor}"), class_="nav-phase-back")


def turning_points(outcome: Outcome) -> Html:
    """Ask whether something has happened, with a link for each phase that the stage may be in.

    Where somebody may be in danger there is no list of stages.
    """
    points = [point for point in outcome.turning_points if point.anchor or not outcome.route.urgent]
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


def eyebrow(outcome: Outcome) -> Html:
    """Say which of how many stages this is, and whose policy it follows.

    What is held for a service may be no policy but a briefing, say: then the document is named,
    and no stage is counted.
    """
    words, policy, document = outcome.words, outcome.policy, outcome.document
    other = outcome.policy_basis is PolicyBasis.OWN and document.kind is not DocumentKind.POLICY
    whose = words(
        "eyebrow.own_other" if other else f"eyebrow.{outcome.policy_basis}", document=document.title
    )
    line = line_of(policy, outcome.position)
    if len(line) < 2 or other or outcome.route.urgent:
        return el("p", whose, class_="nav-eyebrow")
    stage, level = outcome.position.stage, outcome.position.level
    counted = {"number": line.index(stage.id) + 1, "of": len(line), "whose": whose}
    if level:
        counted |= {"level": stage.levels.index(level) + 1, "levels": len(stage.levels)}
    said = words("eyebrow.level" if level else "eyebrow.stage", **counted)
    return el("p", said, class_="nav-eyebrow")


def own_pages(outcome: Outcome) -> Html:
    """Offer the readers who have a page of their own theirs, where nobody has said who they are."""
    if not outcome.own_pages:
        return Html("")
    links = (
        el(
            "a",
            option.label,
            href=f"{ROOT}{option.to.address}",
            data_question="reader",
            data_option=option.id,
        )
        for option in outcome.own_pages
    )
    return el(
        "nav",
        el("h2", outcome.words["who.ask"], id="own-pages"),
        el("ul", [el("li", link) for link in links]),
        class_="nav-turning",
        aria_labelledby="own-pages",
    )
