"""What a reader can take away from an outcome: a message, a sheet for records, copies and reminders."""

from typing import Final

from navigator.core.filled_message import FilledMessage
from navigator.core.model import Policy, Words
from navigator.core.outcome import Outcome
from navigator.render.components import ROOT, actor_words, bullets, section, sentence
from navigator.render.html import Child, Html, el
from navigator.render.plain import message_text
from navigator.render.reminders import TITLE, dated

EMPTY_LINES: Final = 6
"""How many lines of a record sheet are left to be filled in by hand."""
COLUMNS: Final = ("Date", "Concern", "Action taken", "Response")


def message(found: FilledMessage | None) -> Html:
    """Show a draft message as plain text. Nothing here sends it."""
    if found is None:
        return Html("")
    return el(
        "details",
        el("summary", "A message you can use"),
        el("p", f"{actor_words(found.who)} can send this. Copy it, and put your own words in the brackets."),
        el("pre", message_text(found), class_="nav-message"),
        el("p", "Use initials for a child, as messages can go astray. This site sends nothing."),
        class_="nav-draft",
    )


def take_away(found: Outcome, *, engine: bool) -> Html:
    """Offer everything there is to take away. What needs the engine is there only with one."""
    return section(
        "take",
        "Keep a record, or share this",
        record_sheet(found),
        el(
            "p",
            el("a", "The whole policy to print (PDF)", href=f"{ROOT}policies/{found.policy.id}.pdf"),
        ),
        controls(found) if engine else None,
    )


def record_sheet(found: Outcome) -> Html:
    """Lay out a table for what was said and done, headed by the page's title and its dates."""
    lines = [
        f"{item.does} {f'By {found.words.long_date(item.due)}.' if item.due else item.rule}"
        for item in found.all_deadlines
    ]
    return el(
        "details",
        el("summary", "A record sheet to print and fill in"),
        el("p", el("strong", f"{found.route.name}: {found.position.title}")),
        el("p", found.policy.title),
        el("p", edition(found.words, found.policy)),
        bullets(lines),
        el(
            "table",
            el("caption", "What was said and done"),
            el("thead", el("tr", [el("th", name, scope="col") for name in COLUMNS])),
            el("tbody", [el("tr", [el("td") for _ in COLUMNS]) for _ in range(EMPTY_LINES)]),
            class_="nav-sheet",
        ),
        class_="nav-record",
    )


def controls(found: Outcome) -> Html:
    """Build the buttons that an engine answers, and the line that tells what one of them has done."""
    return el(
        "div",
        button("text", "Copy this page as text"),
        button("message", "Copy the message") if found.message else None,
        calendar(found),
        with_dates(found),
        el("p", role="status", class_="nav-taken"),
        class_="nav-live",
    )


def calendar(found: Outcome) -> Child:
    """Offer the dates for a calendar, where there are any."""
    if not dated(found):
        return None
    hint = el("p", f"Each day is called {TITLE}, and says nothing else.", class_="nav-hint")
    return (button("calendar", "Save the dates for a calendar"), hint)


def with_dates(found: Outcome) -> Child:
    """Offer a link that carries the dates given, and say first what that means."""
    if not any(item.given for item in found.asks):
        return None
    return el(
        "details",
        el("summary", "Share the dates as well"),
        el("p", "Everybody who gets this link can read the dates in it, and the policy's name."),
        el("p", "Opening it may leave the dates in the history of a browser."),
        button("link", "Copy a link with the dates"),
    )


def button(takes: str, words: str) -> Html:
    """Build a button that takes something away."""
    return el("button", words, type="button", data_take=takes, class_="nav-button nav-quiet-button")


def edition(words: Words, policy: Policy) -> str:
    """Say which version of a policy this is, and when it was last held against its document."""
    version = f"Version: {policy.version}. " if policy.version else ""
    return (
        f"Publisher: {sentence(policy.publisher)}. {version}Checked on {words.short_date(policy.checked_on)}."
    )


def printed(found: Outcome) -> Html:
    """Say on paper as of when a page holds, and which policy it follows; on a screen this is not shown."""
    return el(
        "div",
        el("p", f"As of {found.words.long_date(found.today)}. Policy: {found.policy.title}."),
        el("p", edition(found.words, found.policy)),
        class_="nav-printed",
    )
