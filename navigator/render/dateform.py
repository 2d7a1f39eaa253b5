"""The date questions: three text fields each, with errors that say what to write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from navigator.core.asks import AskedDate
from navigator.core.dates import BadDate, check_plausible, read_parts
from navigator.core.model import Library, Words
from navigator.render.components import bullets, section
from navigator.render.html import Html, el, fill

type Typed = Mapping[str, Mapping[str, str]]
"""The text of the date fields: for each event, its day, month and year."""

PARTS: Final = {"day": 2, "month": 9, "year": 4}
"""The fields of a date, with how many characters each shows."""
LONGEST: Final = 60
"""A field takes so many characters, as people paste a whole date into one."""


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
            day = read_parts(
                words,
                parts.get("day", ""),
                parts.get("month", ""),
                parts.get("year", ""),
                library.earliest_day,
                today,
            )
            if day:
                check_plausible(words, day, library.earliest_day, today, item.planned)
                dates[item.event] = day
        except BadDate as problem:
            mistakes.append(Mistake(item.event, problem.field, str(problem)))
    return dates, mistakes


def field_id(event: str, part: str) -> str:
    """Return the id of one field."""
    return f"date-{event}-{part}"


def error_summary(words: Words, mistakes: list[Mistake], asks: tuple[AskedDate, ...]) -> Html:
    """List what is wrong, each with a link to its field; nothing where all is well."""
    if not mistakes:
        return Html("")
    ask = {item.event: item.ask for item in asks}
    links = (
        el(
            "a",
            words("date_form.mistake", ask=ask[mistake.event], mistake=mistake.says),
            href=f"#{field_id(mistake.event, mistake.field)}",
        )
        for mistake in mistakes
    )
    return el(
        "div",
        el("h2", words["date_form.problem"], id="error-summary"),
        bullets(links),
        class_="nav-errors js-errors",
        role="alert",
        tabindex="-1",
        aria_labelledby="error-summary",
    )


def date_form(
    words: Words, asks: tuple[AskedDate, ...], typed: Typed, mistakes: list[Mistake], today: date
) -> Html:
    """Ask for the dates that deadlines are counted from. Nothing has to be filled in."""
    if not asks:
        return Html("")
    wrong = {mistake.event: mistake for mistake in mistakes}
    fields = {
        item.event: _fieldset(words, item, typed.get(item.event, {}), wrong.get(item.event), today)
        for item in asks
    }
    others = [item for item in asks if not item.main]
    more = el(
        "details",
        el("summary", words["date_form.more"]),
        [fields[item.event] for item in others],
        open_=any(item.given or item.event in wrong for item in others),
    )
    return section(
        "dates",
        words["heading.dates"],
        el("p", words["date_form.intro"]),
        el(
            "form",
            [fields[item.event] for item in asks if item.main],
            more if others else None,
            el("p", words("date_form.today", date=words.long_date(today)), class_="nav-hint"),
            el("button", words["date_form.submit"], type="submit", class_="nav-button"),
            class_="nav-dates-form",
            method="dialog",  # outside a dialog it sends nothing: dates can never get into an address
            novalidate=True,
            autocomplete="off",
        ),
    )


def _fieldset(
    words: Words, item: AskedDate, typed: Mapping[str, str], mistake: Mistake | None, today: date
) -> Html:
    error_id, hint_id, read_id = (f"date-{item.event}-{name}" for name in ("error", "hint", "read"))
    hint = words(
        "date_form.hint_with_example" if item.hint else "date_form.example",
        hint=item.hint,
        day=today.day,
        month=today.month,
        year=today.year,
    )
    # Before what is wrong there is a word that only a screen reader says.
    label = el("span", words["date_form.error_label"], class_="nav-hidden")
    error = fill(words["date_form.error"], label=label, mistake=mistake.says) if mistake else None
    given = None if mistake else item.given
    read = words("date_form.read_as", date=words.long_date(given)) if given else None
    described = (hint_id, error_id if error else "", read_id if read else "")
    return el(
        "fieldset",
        el("legend", item.ask),
        el("p", hint, id=hint_id, class_="nav-hint"),
        el("p", error, id=error_id, class_="nav-error") if error else None,
        el("p", read, id=read_id, class_="nav-hint") if read else None,
        [
            el(
                "label",
                words[f"date_form.{part}"],
                el(
                    "input",
                    id=field_id(item.event, part),
                    name=f"{item.event}.{part}",
                    value=_value(given, typed, part),
                    type="text",
                    inputmode=None if part == "month" else "numeric",
                    size=width,
                    maxlength=LONGEST,
                    aria_invalid="true" if mistake and mistake.field == part else None,
                ),
                for_=field_id(item.event, part),
            )
            for part, width in PARTS.items()
        ],
        aria_describedby=" ".join(filter(None, described)),
        class_="nav-date nav-wrong" if mistake else "nav-date",
        role="group",
    )


def _value(given: date | None, typed: Mapping[str, str], part: str) -> str:
    """Return what a field shows: what was typed; once a date was read out of fewer fields, its own part."""
    whole = all(typed.get(each, "").strip() for each in PARTS)
    return str(getattr(given, part)) if given and not whole else typed.get(part, "")
