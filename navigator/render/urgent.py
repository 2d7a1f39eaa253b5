"""What leads a page on which a child's safety may be at stake: the act first, then one number to call."""

from navigator.core.model import Contact, Library
from navigator.core.outcome import Outcome
from navigator.render.components import bullets, call, dialled, way_to_reach
from navigator.render.describe_phase import describe_phase
from navigator.render.html import Child, Html, el, fill
from navigator.render.html_writer import HtmlWriter
from navigator.render.phases import lead_heading, own_pages, phase, turning_points
from navigator.render.take_away import message


def urgent_box(library: Library, outcome: Outcome, writer: HtmlWriter, dates: Child = None) -> Html:
    """Show what to do at once, whom to call, and whose page somebody may want instead."""
    now = outcome.now
    _, *rest = describe_phase(outcome, now)
    number = first_number(library, outcome)
    return el(
        "div",
        el(
            "section",
            lead_heading(outcome.words, now),
            _call(outcome, number) if number else None,
            writer.write(*rest),
            id=now.anchor,
            class_="nav-urgent nav-phase-now",
            aria_label=outcome.position.title,
        ),
        [phase(outcome, writer, shown) for shown in outcome.phases[1:]],
        turning_points(outcome),
        _others(outcome, number),
        own_pages(outcome),
        message(outcome.words, now.message) if now.message else None,
        dates,
        class_="nav-phases js-phases",
    )


def first_number(library: Library, outcome: Outcome) -> Contact | None:
    """Return whom to call first: the number that the lead names, else the first that is no emergency's.

    That one leads the other numbers.
    """
    emergency = library.triage.danger.contact
    callable_ones = [contact for contact in outcome.contacts if contact.phone]
    named = (contact for contact in callable_ones if contact.phone and contact.phone in outcome.lead.says)
    others = (contact for contact in callable_ones if contact.id != emergency)
    return next(named, None) or next(others, None) or next(iter(callable_ones), None)


def _call(outcome: Outcome, contact: Contact) -> Html:
    """Show the number as a button where the lead tells to call it, and else as one that may help as well."""
    words, phone = outcome.words, contact.phone or ""
    if phone in outcome.lead.says:
        said, kind = call(words, phone), "nav-call"
        name = el("span", contact.name, class_="nav-call-name")
    else:
        number = el("span", phone, class_="nav-number")
        said, kind = (
            fill(words["contact.or_call"], name=contact.name, phone=number),
            "nav-call nav-call-other",
        )
        name = None
    link = el("a", said, href=dialled(phone), class_=kind, translate="no")
    return el("p", link, " ", name, class_="nav-call-first")


def _others(outcome: Outcome, first: Contact | None) -> Html:
    """List the other numbers, each in a line that can be pressed."""
    others = [each for each in outcome.contacts if each.phone and each is not first]
    if not others:
        return Html("")
    words = outcome.words
    return el(
        "section",
        el("h2", words["heading.urgent"], id="urgent"),
        bullets(
            (
                fill(
                    words["contact.in_line"],
                    name=each.name,
                    way=way_to_reach("phone", each.phone or ""),
                )
                for each in others
            ),
            class_="nav-ways nav-numbers",
        ),
        aria_labelledby="urgent",
        class_="nav-section nav-others",
    )
