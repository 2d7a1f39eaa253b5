"""An outcome as a page: first what to do and by when, then everything that bears on it."""

from collections.abc import Iterable
from datetime import date

from navigator.core.deadlines import Deadline, ReadingDate
from navigator.core.journey import Trail, first
from navigator.core.model import Library, Words
from navigator.core.outcome import Act, NotCovered, Outcome, Parallel, Reason, Remark
from navigator.core.timeline import Leg
from navigator.render.components import (
    FIRMNESS,
    ROOT,
    actor,
    actor_words,
    bullets,
    cited,
    contact_card,
    node_link,
    receipt,
    roles,
    section,
    sentence,
    status_in_words,
    when,
)
from navigator.render.dateform import Mistake, Typed, date_form, error_summary
from navigator.render.html import Child, Html, el, join
from navigator.render.question import answer_list, back, start_again
from navigator.render.quick_exit import exit_control
from navigator.render.take_away import message, printed, take_away

RULES = {
    "entry": "Why it begins at this stage",
    "before": "Before this stage",
    "bypass": "Stages may be skipped",
    "principle": "What holds throughout",
}


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
    errors = mistakes or []
    return el(
        "div",
        exit_control(library, found.route),
        back(trail),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        error_summary(errors, found.asks) if typed is not None else None,
        el("p", found.route.name, class_="nav-eyebrow"),
        el("h1", found.position.title, tabindex="-1"),
        el("p", found.position.innermost.summary, class_="nav-summary")
        if found.position.innermost.summary
        else None,
        [el("p", note, class_="nav-note") for note in found.notes],
        urgent_contacts(found) if found.route.urgent else None,
        lead(found),
        remarks(found.warnings),
        section("steps", "Who does what", steps(found.steps), message(found.message)),
        date_form(found.asks, typed, errors, found.today) if typed is not None else None,
        section(
            "when",
            "By when",
            [deadline_card(found.words, item) for item in found.all_deadlines],
        ),
        section(
            "next", "If this does not settle it", following(found), timeline(found.words, found.timeline)
        ),
        section(
            "also",
            "What can run at the same time",
            [parallel(found.words, item) for item in found.also],
            safety(found),
        ),
        section("contacts", "Who to contact", contacts(found), el("p", found.assistance)),
        take_away(found, engine=typed is not None),
        section("open", "What the policy leaves open", bullets(finding.says for finding in found.findings)),
        section(
            "not-covered",
            "What this policy does not cover",
            folded("Show what it leaves out", not_covered(found.not_covered)),
        ),
        section("rules", "Rules that matter here", folded("Show the rules", rules(found.rules))),
        section("why", "Why this answer", why(found, trail)),
        section("sources", "Where this comes from", folded("Show the documents", sources(found))),
        printed(found),
        start_again(first(library)),
        class_="nav-page nav-outcome",
        data_slug=trail.node.slug,
        data_dates=bool(found.asks),
    )


def lead(found: Outcome) -> Html:
    """Say what happens next, and what should have happened by which date."""
    act = next((act for act in found.steps if not act.done), None)
    nearest = nearest_deadline(found.deadlines)
    return el(
        "div",
        el("h2", "What happens next", id="lead"),
        el("p", f"{actor_words(act.who)} {act.does}.") if act else None,
        lead_date(found.words, nearest) if nearest else None,
        late(found),
        class_="nav-lead",
    )


def late(found: Outcome) -> Html | None:
    """Say what follows, where the time of the stage has passed."""
    if found.late is None or found.next is None:
        return None
    return el("div", el("p", found.late), el("p", found.next.says), class_="nav-late")


def nearest_deadline(deadlines: tuple[Deadline, ...]) -> Deadline | None:
    """Return the next date to come; failing that the one that closes the stage, failing that the first."""
    coming = [
        item
        for item in deadlines
        if item.due and item.status and item.status.state in {"ahead", "today"} and not item.projected
    ]
    if coming:
        return min(coming, key=lambda item: item.due or date.max)
    closing = (item for item in deadlines if item.closes_stage)
    return next(closing, None) or next(iter(deadlines), None)


def lead_date(words: Words, item: Deadline) -> Html:
    """Say what should have happened by a date, and by which other date under another reading."""
    if item.due is None:
        return el("p", f"{item.does} ", el("strong", item.rule))
    others = dict.fromkeys(
        reading.due for reading in item.readings if reading.due and reading.due != item.due
    )
    return join(
        (
            el("p", item.does, class_="nav-lead-what"),
            el(
                "p",
                el("strong", "By ", when(words, item.due)),
                ". ",
                status_in_words(item.status) if item.status else None,
            ),
            [el("p", "Read another way: by ", el("strong", when(words, other)), ".") for other in others],
        )
    )


def urgent_contacts(found: Outcome) -> Html:
    """Show whom to call before anything else."""
    return section(
        "urgent", "Who to call", [contact_card(found.words, contact) for contact in found.contacts]
    )


def remarks(found: Iterable[Remark]) -> Html:
    """Show warnings, each with its source."""
    boxes = [
        el(
            "div",
            el("p", item.says),
            cited(item.source) if item.source else None,
            class_=f"nav-warning nav-{item.kind}",
        )
        for item in found
    ]
    if not boxes:
        return Html("")
    return section("warnings", "Know before you act", boxes)


def steps(acts: tuple[Act, ...]) -> Html:
    """Show who does what, in order."""
    return el("ol", [el("li", step(act)) for act in acts], class_="nav-steps") if acts else Html("")


def step(act: Act) -> Iterable[Child]:
    """Show one act: who, what, to whom, with copies to whom, and what is written down."""
    yield el("p", el("strong", actor(act.who)), " ", act.does, ". (Already done.)" if act.done else ".")
    facts: list[tuple[str, Child]] = []
    if act.to:
        facts.append(("To", roles(act.to)))
    if act.cc:
        facts.append(("Copy to", roles(act.cc)))
    if act.record:
        facts.append(("Write down", act.record))
    if facts:
        yield el(
            "dl", [el("div", el("dt", name), el("dd", value)) for name, value in facts], class_="nav-facts"
        )
    yield cited(act.source)


def deadline_card(words: Words, item: Deadline) -> Html:
    """Show one deadline: the date, how firm it is, what it is counted from, and other readings."""
    return el(
        "div",
        el("h3", item.does),
        el("p", el("strong", when(words, item.due)), class_="nav-date-big") if item.due else None,
        el("p", status_in_words(item.status)) if item.status else None,
        el("p", item.rule, f" {FIRMNESS[item.firmness]}" if item.firmness else None),
        counted_from(words, item),
        [
            el("p", note, class_="nav-note")
            for note in (item.assumption, item.projected, item.provisional, item.outside)
            if note
        ],
        receipt(words, item.receipt),
        readings(words, item.readings, item.due),
        table_link(item),
        cited(item.source),
        class_="nav-deadline",
    )


def table_link(item: Deadline) -> Html | None:
    """Link to the table in which this date can be looked up, whatever day it is counted from."""
    if item.table is None:
        return None
    return el("p", el("a", "Look this date up in a table", href=f"{ROOT}dates/{item.table}/"))


def counted_from(words: Words, item: Deadline) -> Html | None:
    """Say which day was counted from, once it is known."""
    if item.start_date is None or item.start_name is None:
        return None
    return el("p", f"Counted from {item.start_name}: ", when(words, item.start_date), ".")


def readings(words: Words, found: tuple[ReadingDate, ...], due: date | None) -> Html:
    """Show other readings of the same words beside the answer."""
    if not found:
        return Html("")
    return el(
        "div",
        el("h4", "The words can also be read another way"),
        [
            el(
                "div",
                el("p", el("strong", when(words, item.due)), class_="nav-date-other")
                if item.due and due
                else None,
                el("p", item.rule),
                el("p", item.why),
                receipt(words, item.receipt),
                class_="nav-reading",
            )
            for item in found
        ],
        class_="nav-readings",
    )


def following(found: Outcome) -> Html | None:
    """Say what follows, with a link to its page."""
    if found.next is None:
        return None
    target = (
        found.next.position.title
        if found.next.position
        else found.next.route.name
        if found.next.route
        else ""
    )
    return el(
        "div",
        el("p", found.next.says),
        el("p", node_link(found.next.node, f"Go to: {target}")) if found.next.node else None,
        cited(found.next.source),
    )


def timeline(words: Words, legs: tuple[Leg, ...]) -> Html:
    """Show the stages to come and when each would end."""
    if len(legs) < 2:
        return Html("")
    return el(
        "div",
        el("h3", "The stages to come"),
        el(
            "ol",
            [el("li", leg_line(words, leg), class_="nav-current" if leg.current else None) for leg in legs],
            class_="nav-legs",
        ),
    )


def leg_line(words: Words, leg: Leg) -> Iterable[Child]:
    """Say one stage and when it would end."""
    yield el("strong", leg.position.title)
    yield " (you are here) " if leg.current else " "
    if leg.closing is None:
        yield el("span", "No time limit is stated for this stage.", class_="nav-leg-date")
    elif leg.closing.due:
        lead_in = "Ends by " if leg.current else "If nothing is settled before, ends by "
        yield el("span", lead_in, when(words, leg.closing.due), ".", class_="nav-leg-date")
    else:
        yield el("span", leg.closing.rule, class_="nav-leg-date")


def parallel(words: Words, item: Parallel) -> Html:
    """Show something that can run alongside, with its own clock."""
    return el(
        "div",
        el("p", item.says),
        el("p", node_link(item.node, f"Go to: {item.route.name}")) if item.route and item.node else None,
        bullets(clock_line(words, clock) for clock in item.deadlines),
        cited(item.source),
        class_="nav-parallel",
    )


def clock_line(words: Words, clock: Deadline) -> Iterable[Child]:
    """Say one clock that runs alongside."""
    yield f"{clock.does} {clock.rule}"
    if clock.due:
        yield (" ", el("strong", "By ", when(words, clock.due)), ".")


def safety(found: Outcome) -> Html | None:
    """Say what to do if a child is at risk."""
    return el("p", found.safety, class_="nav-safety") if found.safety else None


def not_covered(found: tuple[NotCovered, ...]) -> Html:
    """Show what the policy leaves out and where that leads."""
    return bullets(
        (
            el("strong", sentence(item.exclusion.what)),
            ". ",
            item.exclusion.says,
            " ",
            node_link(item.node, f"Go to: {item.route.name}") if item.route else None,
            cited(item.source),
        )
        for item in found
    )


def rules(found: tuple[Remark, ...]) -> Html:
    """Show rules in groups, each with its source."""
    groups = [(kind, [item for item in found if item.kind == kind]) for kind in RULES]
    return Html(
        "".join(
            el("h3", RULES[kind])
            + bullets((item.says, cited(item.source) if item.source else None) for item in items)
            for kind, items in groups
            if items
        )
    )


def contacts(found: Outcome) -> Html:
    """Show whom to contact; urgent outcomes have shown them already."""
    if found.route.urgent:
        return Html("")
    return Html("".join(contact_card(found.words, contact) for contact in found.contacts))


def folded(label: str, content: Html) -> Html:
    """Fold away what few readers need at once; nothing at all where there is nothing."""
    return el("details", el("summary", label), content) if content else content


def why(found: Outcome, trail: Trail) -> Html:
    """Say whose policy it is, then each answer and the rule it met."""
    reasons = ((step, _because(reason)) for step, reason in zip(trail.answered, found.why, strict=True))
    return join((el("p", found.policy_basis_says), answer_list(reasons) if found.why else None))


def _because(reason: Reason) -> Child:
    if not reason.because:
        return None
    return (el("p", reason.because), cited(reason.source) if reason.source else None)


def sources(found: Outcome) -> Html:
    """List each document with the sections used and the day it was checked, and link to the policy's page."""
    sections: dict[tuple[str, str, date], list[str]] = {}
    for source in found.sources:
        sections.setdefault((source.title, source.publisher, source.checked_on), []).append(source.section)
    rows = (
        (
            f"{title}. Publisher: {publisher}. {'; '.join(used)}. Checked on ",
            when(found.words, checked, weekday=False),
            ".",
        )
        for (title, publisher, checked), used in sections.items()
    )
    policy = el("a", found.policy.title, href=f"{ROOT}policies/{found.policy.id}/")
    return join((bullets(rows), el("p", "The whole policy: ", policy, ".")))
