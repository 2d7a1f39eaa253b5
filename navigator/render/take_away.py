"""What a reader can take away from an outcome: a message, a sheet for records, copies and reminders."""

from typing import Final

from navigator.core.filled_message import FilledMessage
from navigator.core.model import Words
from navigator.core.outcome import Outcome
from navigator.core.phrases import edition
from navigator.core.role_names import actor
from navigator.render import deadline
from navigator.render.components import ROOT, bullets, section
from navigator.render.html import Child, Html, el
from navigator.render.matters import dates_that_matter
from navigator.render.reminders import dated, reminders
from navigator.render.text_writer import TextWriter, message_text

EMPTY_LINES: Final = 6
"""How many lines of a record sheet are left to be filled in by hand."""


def message(words: Words, draft: FilledMessage) -> Html:
    """Show a draft message as plain text. Nothing here sends it."""
    return el(
        "details",
        el("summary", words["message.heading"]),
        el("p", words("message.sender", who=actor(words, draft.who))),
        el("pre", message_text(words, draft), class_="nav-message"),
        el("p", words["message.care"]),
        class_="nav-draft",
    )


def take_away(outcome: Outcome, *, engine: bool) -> Html:
    """Offer everything there is to take away. What needs the engine is there only with one."""
    to_print = el("a", outcome.words["take_away.pdf"], href=f"{ROOT}policies/{outcome.policy.id}.pdf")
    return section(
        "take",
        outcome.words["heading.take_away"],
        record_sheet(outcome),
        el("p", to_print),
        controls(outcome) if engine else None,
        fold=True,
    )


def record_sheet(outcome: Outcome) -> Html:
    """Lay out a table for what was said and done, headed by the page's title and its dates."""
    words, writer = outcome.words, TextWriter(outcome.words)
    title = words("outcome.route_and_stage", route=outcome.route.name, stage=outcome.position.title)
    columns = words.sequence("take_away.columns")
    return el(
        "details",
        el("summary", words["take_away.record_sheet"]),
        el("p", el("strong", title)),
        el("p", outcome.policy.title),
        el("p", edition(words, outcome.policy)),
        el("p", outcome.lead.says),
        bullets(writer.span(deadline.in_one_line(words, item)) for item in dates_that_matter(outcome)),
        el(
            "table",
            el("caption", words["take_away.caption"]),
            el("thead", el("tr", [el("th", name, scope="col") for name in columns])),
            el("tbody", [el("tr", [el("td") for _ in columns]) for _ in range(EMPTY_LINES)]),
            class_="nav-sheet",
        ),
        class_="nav-record",
    )


def controls(outcome: Outcome) -> Html:
    """Build the buttons that an engine answers, and the line that says what one of them has done."""
    words = outcome.words
    return el(
        "div",
        button("text", words["take_away.text"]),
        button("message", words["take_away.message"]) if outcome.message else None,
        _calendar(outcome) if dated(outcome) else None,
        _link_with_dates(words) if any(item.given for item in outcome.asks) else None,
        el("p", role="status", class_="nav-taken js-taken"),
        class_="nav-live js-live",
    )


def _calendar(outcome: Outcome) -> Child:
    """Offer the dates for a calendar, and say what is written there."""
    words = outcome.words
    kinds = dict.fromkeys(each.kind for each in reminders(outcome))
    titles = words.listed(words[f"take_away.titles.{kind}"] for kind in kinds)
    hint = words("take_away.calendar_hint", titles=titles)
    again = words["take_away.calendar_again"]
    return (
        button("calendar", words["take_away.calendar"]),
        el("p", hint, class_="nav-hint"),
        el("p", again, class_="nav-hint"),
    )


def _link_with_dates(words: Words) -> Child:
    """Offer a link that carries the dates given, and say first what that means."""
    return el(
        "details",
        el("summary", words["take_away.share_dates"]),
        el("p", words["take_away.link_is_read"]),
        el("p", words["take_away.link_in_history"]),
        button("link", words["take_away.link"]),
    )


def button(takes: str, words: str) -> Html:
    """Build a button that takes something away."""
    return el("button", words, type="button", data_take=takes, class_="nav-button nav-quiet-button")
