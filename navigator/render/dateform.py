"""The date questions: three text fields each, and one for the time of day where hours count from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from navigator.core.asks import AskedDate
from navigator.core.model import Library, Words
from navigator.core.role_names import sentence
from navigator.core.time.deadlines import Deadline
from navigator.core.typed.dates import BadDate, check_plausible, read_parts
from navigator.core.typed.times import FIELD, read_time
from navigator.render.components import bullets
from navigator.render.html import Html, el, fill

type Typed = Mapping[str, Mapping[str, str]]
"""The text of the date fields: for each event, its day, month and year, and its time of day where asked."""

PARTS: Final = {"day": 2, "month": 9, "year": 4}
"""The fields of a date, with how many characters each shows."""
TIME_WIDTH: Final = 8
"""How many characters the field for a time of day shows."""
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
    """Read the typed dates of the events that are asked for: the dates, and what is wrong with others.

    A date with a time of day is a `datetime`.
    """
    dates: dict[str, date] = {}
    mistakes = []
    for item in asks:
        parts = typed.get(item.event)
        if parts is None:
            continue
        try:
            day = _read(library, parts, item, today)
            if day:
                dates[item.event] = day
        except BadDate as problem:
            mistakes.append(Mistake(item.event, problem.field, str(problem)))
    return dates, mistakes


def _read(library: Library, parts: Mapping[str, str], item: AskedDate, today: date) -> date | None:
    """Read one date, with its time of day where that was asked for and given. Raises BadDate."""
    words, earliest = library.words, library.earliest_day
    typed, month, year = (parts.get(part, "") for part in PARTS)
    day = read_parts(words, typed, month, year, earliest, today)
    at = read_time(words, parts.get(FIELD, "")) if item.wants_time else None
    if day is None:
        if at:
            raise BadDate(words["bad_date.time_alone"], "day")
        return None
    check_plausible(words, day, earliest, today)
    return datetime.combine(day, at) if at else day


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


def leading_date(
    asks: tuple[AskedDate, ...], deadline: Deadline | None, begins_with: str | None = None
) -> AskedDate | None:
    """Return the date that what leads is counted from, failing that the first that the stage wants.

    Where the stage `begins_with` a day that is not given yet, that is asked first.
    """
    main = [item for item in asks if item.main]
    wanted = deadline.timescale.events if deadline else ()
    begins = (item for item in main if item.event == begins_with and item.given is None)
    counted = (item for item in main if item.event in wanted)
    return next((item for group in (begins, counted, main) for item in group), None)


def leading_form(words: Words, item: AskedDate, typed: Typed, mistakes: list[Mistake], today: date) -> Html:
    """Ask for the date that what leads is counted from; once it is given, say it and let it be changed."""
    form = _form(words, [item], typed, mistakes, today, short=True)
    if item.given is None or any(mistake.event == item.event for mistake in mistakes):
        return el("div", form, class_="nav-date-wanted")
    day = el("span", _in_words(words, item.given, item), translate="no")
    said = fill(words["date_form.given"], event=sentence(item.name), date=day)
    return el(
        "details",
        el("summary", said, " ", el("span", words["date_form.change"], class_="nav-change")),
        form,
        class_="nav-date-given",
    )


def further_form(
    words: Words, asks: list[AskedDate], typed: Typed, mistakes: list[Mistake], today: date
) -> Html:
    """Say against which day dates are counted, and ask for every other date. Nothing has to be filled in."""
    now = el("p", words("date_form.today", date=words.long_date(today)), class_="nav-hint")
    if not asks:
        return now
    wrong = {mistake.event for mistake in mistakes}
    form = el(
        "details",
        el("summary", words["date_form.more"]),
        el("p", words["date_form.intro"]),
        _form(words, asks, typed, mistakes, today),
        open_=any(item.given or item.event in wrong for item in asks),
    )
    return el("div", now, form, class_="nav-further-dates")


def all_dates_form(
    words: Words, asks: list[AskedDate], typed: Typed, mistakes: list[Mistake], today: date
) -> Html:
    """Ask for every date at once."""
    return _form(words, asks, typed, mistakes, today)


def _form(
    words: Words,
    asks: list[AskedDate],
    typed: Typed,
    mistakes: list[Mistake],
    today: date,
    *,
    short: bool = False,
) -> Html:
    wrong = {mistake.event: mistake for mistake in mistakes}
    fields = [
        _fieldset(words, item, typed.get(item.event, {}), wrong.get(item.event), today, short=short)
        for item in asks
    ]
    return el(
        "form",
        fields,
        None if short else _button(words["date_form.submit"]),
        class_="nav-dates-form",
        method="dialog",  # outside a dialog it sends nothing: dates can never get into an address
        novalidate=True,
        autocomplete="off",
    )


def _button(text: str) -> Html:
    return el("button", text, type="submit", class_="nav-button")


def _fieldset(
    words: Words,
    item: AskedDate,
    typed: Mapping[str, str],
    mistake: Mistake | None,
    today: date,
    *,
    short: bool,
) -> Html:
    error_id, hint_id, read_id = (f"date-{item.event}-{name}" for name in ("error", "hint", "read"))
    hint = words(
        "date_form.hint_with_example" if item.hint else "date_form.example",
        hint=item.hint,
        day=today.day,
        month=today.month,
        year=today.year,
    )
    if short:
        hint = words("date_form.short_hint", hint=item.hint or hint)
    if item.wants_time:
        hint = words("date_form.with_time", hint=hint.removesuffix("."))
    # Before what is wrong there is a word that only a screen reader says.
    label = el("span", words["date_form.error_label"], class_="nav-hidden")
    error = fill(words["date_form.error"], label=label, mistake=mistake.says) if mistake else None
    given = None if mistake else item.given
    read = words("date_form.read_as", date=_in_words(words, given, item)) if given else None
    described = (hint_id, error_id if error else "", read_id if read else "")
    return el(
        "fieldset",
        el("legend", item.ask),
        el("p", hint, id=hint_id, class_="nav-hint"),
        el("p", error, id=error_id, class_="nav-error") if error else None,
        el("p", read, id=read_id, class_="nav-hint") if read else None,
        [
            _field(words, item, part, _value(given, typed, part), width, mistake)
            for part, width in PARTS.items()
        ],
        _field(words, item, FIELD, typed.get(FIELD, ""), TIME_WIDTH, mistake) if item.wants_time else None,
        _button(words["date_form.submit_short"]) if short else None,
        aria_describedby=" ".join(filter(None, described)),
        class_="nav-date nav-wrong" if mistake else "nav-date",
        role="group",
    )


def _field(words: Words, item: AskedDate, part: str, value: str, width: int, mistake: Mistake | None) -> Html:
    """Build one field with its label."""
    identity = field_id(item.event, part)
    field = el(
        "input",
        id=identity,
        name=f"{item.event}.{part}",
        value=value,
        type="text",
        inputmode="numeric" if part in ("day", "year") else None,
        size=width,
        maxlength=LONGEST,
        aria_invalid="true" if mistake and mistake.field == part else None,
    )
    return el("label", words[f"date_form.{part}"], field, for_=identity)


def _in_words(words: Words, given: date, item: AskedDate) -> str:
    """Say what was understood of a date, with its time of day."""
    day = words.long_date(given)
    if item.given_at is None:
        return day
    return words("date_form.day_and_time", date=day, time=words.time_of_day(item.given_at))


def _value(given: date | None, typed: Mapping[str, str], part: str) -> str:
    """Return what a field shows: what was typed; once a date was read out of fewer fields, its own part."""
    whole = all(typed.get(each, "").strip() for each in PARTS)
    return str(getattr(given, part)) if given and not whole else typed.get(part, "")
