"""The date questions: three text fields each, with errors that say what to write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.asks import AskedDate
from navigator.core.dates import BadDate, check_plausible, read_parts
from navigator.core.model import Library
from navigator.render.components import section
from navigator.render.html import Html, el

type Typed = Mapping[str, Mapping[str, str]]
"""What stands in the fields: for each event, its day, month and year."""

PARTS = (("day", "Day", 2), ("month", "Month", 9), ("year", "Year", 4))


@dataclass(frozen=True)
class Mistake:
    """A typed date that cannot be used."""

    event: str
    field: str
    says: str


def read_typed(
    library: Library, typed: Typed, asks: tuple[AskedDate, ...], today: date
) -> tuple[dict[str, date], list[Mistake]]:
    """Read the typed dates of the events that are asked for: the dates, and what is wrong with others."""
    words = library.words
    dates: dict[str, date] = {}
    mistakes = []
    for item in asks:
        parts = typed.get(item.event)
        if parts is None:
            continue
        try:
            day = read_parts(words, parts.get("day", ""), parts.get("month", ""), parts.get("year", ""))
            if day:
                check_plausible(words, day, library.earliest_day, today, item.planned)
                dates[item.event] = day
        except BadDate as problem:
            mistakes.append(Mistake(item.event, problem.field, str(problem)))
    return dates, mistakes


def field_id(event: str, part: str) -> str:
    """Return the id of one field."""
    return f"date-{event}-{part}"


def error_summary(mistakes: list[Mistake], asks: tuple[AskedDate, ...]) -> Html:
    """List what is wrong, each with a link to its field; nothing where all is well."""
    if not mistakes:
        return Html("")
    ask = {item.event: item.ask for item in asks}
    rows = [
        el(
            "li",
            el(
                "a", f"{ask[mistake.event]} {mistake.says}", href=f"#{field_id(mistake.event, mistake.field)}"
            ),
        )
        for mistake in mistakes
    ]
    return el(
        "div",
        el("h2", "There is a problem", id="error-summary"),
        el("ul", rows),
        class_="nav-errors",
        role="alert",
        tabindex="-1",
        aria_labelledby="error-summary",
    )


def date_form(asks: tuple[AskedDate, ...], typed: Typed, mistakes: list[Mistake], today: date) -> Html:
    """Ask for the dates that deadlines are counted from. Nothing has to be filled in."""
    if not asks:
        return Html("")
    wrong = {mistake.event: mistake for mistake in mistakes}
    fields = {
        item.event: _fieldset(item, typed.get(item.event, {}), wrong.get(item.event), today) for item in asks
    }
    main = [fields[item.event] for item in asks if item.main]
    others = [item for item in asks if not item.main]
    more = el(
        "details",
        el("summary", "Add a date for something that runs alongside"),
        [fields[item.event] for item in others],
        open_=any(item.given or item.event in wrong for item in others),
    )
    return section(
        "dates",
        "Work out the dates",
        el(
            "p",
            "Give the dates you know and leave the others empty. They stay on this page and are not stored.",
        ),
        el(
            "form",
            main,
            more if others else None,
            el("button", "Work out the dates", type="submit", class_="nav-button"),
            class_="nav-dates-form",
            method="dialog",  # outside a dialog it sends nothing: dates can never get into an address
            novalidate=True,
            autocomplete="off",
        ),
    )


def _fieldset(item: AskedDate, typed: Mapping[str, str], mistake: Mistake | None, today: date) -> Html:
    error_id = f"date-{item.event}-error"
    hint_id = f"date-{item.event}-hint"
    example = f"For example, {today.day} {today.month} {today.year}"
    described = f"{hint_id} {error_id}" if mistake else hint_id
    return el(
        "fieldset",
        el("legend", item.ask),
        el("p", f"{item.hint} {example}" if item.hint else example, id=hint_id, class_="nav-hint"),
        el("p", el("span", "Error: ", class_="nav-hidden"), mistake.says, id=error_id, class_="nav-error")
        if mistake
        else None,
        [
            el(
                "label",
                label,
                el(
                    "input",
                    id=field_id(item.event, part),
                    name=f"{item.event}.{part}",
                    value=typed.get(part) or (str(getattr(item.given, part)) if item.given else ""),
                    type="text",
                    inputmode=None if part == "month" else "numeric",
                    size=width,
                    maxlength=12,
                    aria_invalid="true" if mistake and mistake.field == part else None,
                ),
                for_=field_id(item.event, part),
            )
            for part, label, width in PARTS
        ],
        aria_describedby=described,
        class_="nav-date nav-wrong" if mistake else "nav-date",
        role="group",
    )
