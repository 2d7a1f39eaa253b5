"""Small pieces that several pages share: dates, roles, sources, receipts, contacts."""

from collections.abc import Iterable
from datetime import date

from navigator.core.citations import Cited
from navigator.core.counting import ReceiptLine
from navigator.core.deadlines import DeadlineStatus
from navigator.core.model import Confidence, Contact, Firmness, Role, Words
from navigator.core.nodes import Node
from navigator.render.html import Child, Html, el, join

ROOT = "../../"
"""From a page of the wizard, which lies two folders deep, to the site's root."""

FIRMNESS = {
    Firmness.MUST: "This must happen.",
    Firmness.SHOULD: "This should happen.",
    Firmness.AIM: "This is an aim.",
    Firmness.USUAL: "This is usual.",
    Firmness.MAXIMUM: "This is the longest it may take.",
}
CONFIDENCE = {
    Confidence.A: "read in the original",
    Confidence.B: "read on another organisation's page",
    Confidence.C: "not confirmed: please check this",
}


def sentence(text: str) -> str:
    """Begin with a capital letter, as a sentence does."""
    return text[:1].upper() + text[1:]


def when(words: Words, day: date, weekday: bool = True) -> Html:
    """Write a date so that no translation changes it."""
    written = words.long_date(day) if weekday else words.short_date(day)
    return el("time", written, datetime=day.isoformat(), translate="no")


def node_link(node: Node | None, *children: Child, **attributes: str) -> Html:
    """Link to a page of the wizard; without a node, leave the words as they are."""
    if node is None:
        return join(children)
    return el("a", *children, href=f"{ROOT}{node.address}", **attributes)


def section(identity: str, heading: str, *children: Child) -> Html:
    """Build a part of a page with its heading; nothing at all where it has no content."""
    content = join(children)
    if not content:
        return Html("")
    return el(
        "section",
        el("h2", heading, id=identity),
        content,
        class_=f"nav-section nav-{identity}",
        aria_labelledby=identity,
    )


def bullets(items: Iterable[Child], **attributes: str) -> Html:
    """Build a list; nothing at all where there are no items."""
    rows = [el("li", item) for item in items]
    return el("ul", rows, **attributes) if rows else Html("")


def role_name(role: Role) -> Html:
    """Name a role, with its explanation to be seen on hover and focus, and a link to its page."""
    return el(
        "span",
        el("a", role.name, href=f"{ROOT}roles/#{role.id}", class_="nav-term-link"),
        el("span", role.explains, class_="nav-tip", role="tooltip"),
        class_="nav-term",
    )


def actor_words(role: Role) -> str:
    """Name a role as the beginning of a sentence, without a link."""
    return sentence(role.name) if role.bare else f"The {role.name}"


def actor(role: Role) -> Html:
    """Name a role as the beginning of a sentence, with its explanation."""
    return role_name(role) if role.bare else join(("The ", role_name(role)))


def roles(found: Iterable[Role]) -> Html:
    """Name several roles, separated by commas."""
    names = [role_name(role) for role in found]
    return Html(", ".join(names))


def cited(source: Cited) -> Html:
    """Name the place a rule comes from."""
    place = f"{source.title}, {source.section}"
    return el(
        "p",
        "Source: ",
        el("a", place, href=f"{ROOT}sources/#{source.document}"),
        f" ({CONFIDENCE[source.confidence]})." if source.confidence is not Confidence.A else ".",
        class_="nav-source",
    )


def receipt(words: Words, lines: tuple[ReceiptLine, ...]) -> Html:
    """Show how a date was reached: each day counted and each day left out, with the reason."""
    if not lines:
        return Html("")
    rows = [
        el(
            "tr",
            el("td", when(words, line.day)),
            el("td", sentence(line.why) if line.counted else f"Not counted: {line.why}"),
            class_=None if line.counted else "nav-skipped",
        )
        for line in lines
    ]
    return el(
        "details",
        el("summary", "How this date was counted"),
        el(
            "table",
            el("thead", el("tr", el("th", "Day", scope="col"), el("th", "How it counts", scope="col"))),
            el("tbody", rows),
            class_="nav-receipt",
        ),
    )


def plural(number: int, one: str, many: str) -> str:
    """Write a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def status_in_words(standing: DeadlineStatus) -> str:
    """Say where a deadline stands today."""
    if standing.state == "today":
        return "Due today."
    if standing.state == "met":
        return "Done in time."
    days = plural(standing.days, "day", "days")
    working = ""
    if standing.working_days is not None:
        working = f" ({plural(standing.working_days, 'working day', 'working days')})"
    if standing.state == "missed":
        return f"Done {days}{working} late."
    return f"Due in {days}{working}." if standing.state == "ahead" else f"Overdue by {days}{working}."


def contact_card(words: Words, contact: Contact) -> Html:
    """Show a contact with every way to reach it, and the day it was checked."""
    ways: list[Child] = []
    if contact.phone:
        number = "".join(character for character in contact.phone if character.isdigit() or character == "+")
        ways.append(("Phone: ", el("a", contact.phone, href=f"tel:{number}", translate="no")))
    if contact.email:
        ways.append(("E-mail: ", el("a", contact.email, href=f"mailto:{contact.email}", translate="no")))
    if contact.web:
        ways.append(("Website: ", el("span", contact.web, translate="no")))
    if contact.address:
        ways.append(("Post: ", el("span", contact.address, translate="no")))
    return el(
        "div",
        el("h3", contact.name),
        bullets(ways, class_="nav-ways"),
        el("p", contact.note) if contact.note else None,
        el("p", "Checked on ", when(words, contact.checked_on, weekday=False), ".", class_="nav-source"),
        class_="nav-contact",
    )
