"""What changes for readers, as HTML: first how much, then each change at its stage, before and now."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from navigator.core.model import Library, Words
from navigator.render.components import bullets, table
from navigator.render.html import Child, Html, el, fill
from navigator.workbench.changed_dates import DateSaid
from navigator.workbench.changed_ways import Place, Turn, by_place
from navigator.workbench.changed_words import Rewritten
from navigator.workbench.compared import Changes, Surveyed
from navigator.workbench.place_words import place_in_words, way_in_words

MOST_WAYS: Final = 3
"""So many ways of a group are told; the others are counted."""
MOST_LINKS: Final = 30
"""So many addresses are listed; the others are counted."""


def changes_page(before: Surveyed, after: Surveyed, found: Changes, today: date) -> Html:
    """Return all changes; where there is none, that readers will notice nothing."""
    old, new = before.shown.index.library, after.shown.index.library
    words = new.words
    counts = found.counts()
    if not any(counts.values()):
        return el("p", words["workbench.changed.nothing"], class_="nav-changed-none")
    told = (_counted(words, name, number) for name, number in counts.items() if number)
    return el(
        "div",
        bullets(told, class_="nav-changed-counts"),
        _part(words, "ways", list(_ways(old, new, found))),
        _part(words, "dates", list(_dates(new, found, today))),
        _part(words, "words", list(_words(new, found))),
        _part(words, "links", list(_links(words, found))),
        class_="nav-changed",
    )


def _counted(words: Words, name: str, number: int) -> Html:
    text = words.form(f"workbench.changed.counts.{name}", number)
    return fill(text, number=el("strong", str(number)))


def _part(words: Words, name: str, parts: list[Html]) -> Html | None:
    if not parts:
        return None
    return el(
        "section", el("h3", words[f"workbench.changed.heading.{name}"]), parts, class_="nav-changed-part"
    )


def _ways(old: Library, new: Library, found: Changes) -> Iterator[Html]:
    """Tell of each group of ways where they led, where they lead now, and some of them in full."""
    words = new.words
    for (turn, before, after, asks), ways in by_place(found.ways).items():
        number = words.form(f"workbench.changed.counts.{turn}", len(ways))
        holder = old if turn is Turn.GONE else new
        yield el(
            "div",
            el("h4", fill(number, number=str(len(ways)))),
            _before_and_now(words, *_led(old, new, before, after, asks)),
            el(
                "details",
                el("summary", words["workbench.changed.which_ways"]),
                [way_in_words(holder, way) for way in ways[:MOST_WAYS]],
                _more(words, len(ways) - MOST_WAYS),
            ),
            class_="nav-changed-item",
        )


def _led(
    old: Library, new: Library, before: Place | None, after: Place | None, asks: str
) -> tuple[str | None, str | None]:
    """Say where ways led, and where they lead now; stages of one name are told apart by their ids."""
    then = place_in_words(old, before) if before else None
    now = place_in_words(new, after) if after else _asked(new, asks)
    if before and after and then == now:
        return f"{then} ({before.stage})", f"{now} ({after.stage})"
    return then, now


def _asked(library: Library, asks: str) -> str | None:
    """Say which question is asked now; one that no author wrote goes without its words."""
    words, asked = library.words, library.question.get(asks)
    if not asks:
        return None
    return words("workbench.changed.question", ask=asked.ask) if asked else words["workbench.changed.asked"]


def _before_and_now(words: Words, before: Child, now: Child) -> Html:
    rows = (("before", before), ("now", now))
    return el(
        "dl",
        [
            el(
                "div",
                el("dt", words[f"workbench.changed.{name}"]),
                el("dd", said),
                class_=f"nav-changed-{name}",
            )
            for name, said in rows
            if said
        ],
        class_="nav-changed-pair",
    )


def _more(words: Words, number: int) -> Html | None:
    if number <= 0:
        return None
    return el("p", fill(words.form("workbench.changed.more", number), number=str(number)))


def _dates(library: Library, found: Changes, today: date) -> Iterator[Html]:
    """Show for each stage the time limits that differ, with the day that each gives."""
    words = library.words
    if found.dates:
        yield el("p", words("workbench.changed.dates_from", date=words.long_date(today)), class_="nav-hint")
    headings = [words[f"workbench.changed.{name}"] for name in ("what", "before", "now")]
    for place, changed in found.dates.items():
        rows = (
            (
                (each.after or each.before or _NOTHING).does,
                _date(words, each.before),
                _date(words, each.after),
            )
            for each in changed
        )
        yield table(place_in_words(library, place), headings, rows)


_NOTHING: Final = DateSaid("", "", None)


def _date(words: Words, said: DateSaid | None) -> Child:
    if said is None:
        return words["workbench.changed.not_there"]
    due = el("strong", words.long_date(said.due), translate="no") if said.due else None
    return [el("p", said.rule), el("p", due) if due else None]


def _words(library: Library, found: Changes) -> Iterator[Html]:
    """Show for each stage what reads otherwise, and to whom."""
    words = library.words
    for place, changed in found.words.items():
        yield el("h4", place_in_words(library, place))
        for change, readers in changed.items():
            named = [library.reader[each].name for each in readers if each in library.reader]
            read = words("workbench.changed.read_by", readers=words.listed(named)) if named else None
            yield el(
                "div",
                el("p", read, class_="nav-hint") if read else None,
                _lines(words, change),
                class_="nav-changed-item",
            )


def _lines(words: Words, change: Rewritten) -> Html:
    before = el("del", [el("p", line) for line in change.before]) if change.before else None
    now = el("ins", [el("p", line) for line in change.after]) if change.after else None
    return _before_and_now(words, before, now)


def _links(words: Words, found: Changes) -> Iterator[Html]:
    """List the addresses that are gone, those of one place together, and what links with dates will say."""
    counted = Counter(each.what for each in found.links)
    for what, number in list(counted.items())[:MOST_LINKS]:
        addresses = [each.address for each in found.links if each.what == what]
        shown = bullets(el("code", address) for address in addresses)
        of = fill(words.form("workbench.changed.addresses", number), number=str(number))
        yield el("div", el("p", what), el("details", el("summary", of), shown), class_="nav-changed-item")
    if len(counted) > MOST_LINKS:
        yield el(
            "p",
            fill(
                words.form("workbench.changed.more", len(counted) - MOST_LINKS),
                number=str(len(counted) - MOST_LINKS),
            ),
        )
    for title, told in found.reopened:
        yield el("p", fill(words["workbench.changed.reopened"], policy=title, says=told))
