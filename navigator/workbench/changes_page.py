"""What changes for readers, as HTML: how much is new, other or gone, then each change at its stage."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from navigator.core.model import Library, Service, Words
from navigator.core.questions import service
from navigator.render.components import bullets, table
from navigator.render.html import Child, Html, el, fill
from navigator.workbench.changed_dates import DateSaid
from navigator.workbench.changed_ways import Place, Turn, Turned, by_place
from navigator.workbench.changed_words import Rewritten
from navigator.workbench.compared import Changes, Surveyed
from navigator.workbench.place_words import place_in_words, way_in_words

MOST_WAYS: Final = 3
"""So many ways of a group are told; the others are counted."""
MOST_LINKS: Final = 30
"""So many addresses are listed; the others are counted."""
_KINDS: Final = {
    "new": ("new",),
    "differs": ("asked_more", "elsewhere", "dates", "words"),
    "breaks": ("gone", "moved", "links"),
}
"""The counts by what they mean to an owner: the calmest first."""


def changes_page(before: Surveyed, after: Surveyed, found: Changes, today: date) -> Html:
    """Return all changes; where there is none, that readers will notice nothing."""
    old, new = before.shown.index.library, after.shown.index.library
    words = new.words
    counts, added = found.counts(), list(_added(old, new))
    if not any(counts.values()) and not added:
        return el("p", words["workbench.changed.nothing"], class_="nav-changed-none")
    return el(
        "div",
        [_kind(words, kind, counts, added if kind == "new" else []) for kind in _KINDS],
        _part(words, "ways", [*_ways(old, new, found), *_new_ways(old, new, found)]),
        _part(words, "dates", list(_dates(new, found, today))),
        _part(words, "words", list(_words(new, found))),
        _part(words, "links", list(_links(words, found))),
        class_="nav-changed",
    )


def _added(old: Library, new: Library) -> Iterator[Html]:
    """Name the services and policies that are new."""
    words = new.words
    for name in ("service", "policy"):
        before, after = (getattr(each, name) for each in (old, new))
        for each in (after[key] for key in after if key not in before):
            called = each.name if isinstance(each, Service) else each.title
            yield fill(words[f"workbench.changed.added.{name}"], name=el("strong", called))


def _kind(words: Words, kind: str, counts: dict[str, int], added: list[Html]) -> Html | None:
    """Say how much of one kind there is; nothing where there is nothing."""
    told = [*added, *(_counted(words, name, counts[name]) for name in _KINDS[kind] if counts[name])]
    if not told:
        return None
    heading = el("h3", words[f"workbench.changed.kind.{kind}"])
    return el("section", heading, bullets(told, class_="nav-changed-counts"))


def _counted(words: Words, name: str, number: int) -> Html:
    text = words.form(f"workbench.changed.counts.{name}", number)
    return fill(text, number=el("strong", str(number)))


def _part(words: Words, name: str, parts: list[Html]) -> Html | None:
    if not parts:
        return None
    return el(
        "section", el("h3", words[f"workbench.changed.heading.{name}"]), parts, class_="nav-changed-part"
    )


def _new_ways(old: Library, new: Library, found: Changes) -> Iterator[Html]:
    """Fold away where new ways lead: nobody can miss one that was never there, and there may be many."""
    ways = [each for each in found.ways if each.turn is Turn.NEW]
    if ways:
        summary = _counted(new.words, "new", len(ways))
        yield el("details", el("summary", summary), list(_groups(old, new, ways)))


def _ways(old: Library, new: Library, found: Changes) -> Iterator[Html]:
    """Tell what has become of ways that were there."""
    yield from _groups(old, new, (each for each in found.ways if each.turn is not Turn.NEW))


def _groups(old: Library, new: Library, turned: Iterable[Turned]) -> Iterator[Html]:
    """Tell of each group of ways where they led, where they lead now, and some of them in full."""
    words = new.words
    for become, ways in by_place(turned).items():
        number = words.form(f"workbench.changed.counts.{become.turn}", len(ways))
        holder = old if become.turn is Turn.GONE else new
        yield el(
            "div",
            el("h4", fill(number, number=str(len(ways)))),
            [el("p", each) for each in _why(old, new, become)],
            _before_and_now(words, *_led(old, new, become.before, become.after, become.asks)),
            el(
                "details",
                el("summary", words["workbench.changed.which_ways"]),
                [way_in_words(holder, way) for way in ways[:MOST_WAYS]],
                _more(words, len(ways) - MOST_WAYS),
            ),
            class_="nav-changed-item",
        )


def _why(old: Library, new: Library, become: Turned) -> Iterator[str]:
    """Say why one more question is asked, and who comes where everybody came before."""
    words = new.words
    if become.asks == service.ID and become.before and become.before.policy:
        route = old.policy[become.before.policy].route
        had, has = (each.own.get(route, {}) for each in (old, new))
        if owners := [new.service[each].name for each in has if each not in had]:
            named = {"services": words.listed(owners), "route": new.route[route].name}
            yield words("workbench.changed.why_service", **named)
    if become.still:
        yield words("workbench.changed.still", answer=become.still)


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
    if any(each.instead for each in found.links):
        yield el("p", words["workbench.changed.instead"])
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
