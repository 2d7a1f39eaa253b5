"""Two states of a library held against one another: all that changes for readers."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date

from navigator.core.nodes import Node
from navigator.workbench.changed_dates import DateChanged, dates_at, differing
from navigator.workbench.changed_links import Broken, broken, pages_of, reopened
from navigator.workbench.changed_parts import touched
from navigator.workbench.changed_ways import Place, Turn, Turned, Ways, turned, ways_of
from navigator.workbench.changed_words import Rewritten, lines_at, rewritten
from navigator.workbench.shown import Shown


@dataclass(frozen=True)
class Surveyed:
    """A library with all that is compared of it."""

    shown: Shown
    ways: Ways
    pages: dict[str, Node]
    """Every page of the wizard by its address."""


@dataclass(frozen=True)
class Changes:
    """All that changes for readers."""

    ways: list[Turned]
    dates: dict[Place, list[DateChanged]]
    words: dict[Place, dict[Rewritten, list[str]]]
    """What reads otherwise at each place, each with the readers who read it."""
    links: list[Broken]
    reopened: list[tuple[str, str]]
    """Policies, each with what somebody is told who opens a link with dates that was made before."""

    def counts(self) -> dict[str, int]:
        """Return how much there is of each kind."""
        turns = {turn.value: sum(each.turn is turn for each in self.ways) for turn in Turn}
        return {
            **turns,
            "dates": sum(map(len, self.dates.values())),
            "words": len(self.words),
            "moved": sum(each.instead for each in self.links),
            "links": sum(not each.instead for each in self.links),
        }


def is_told(change: Rewritten, date: DateChanged) -> bool:
    """Say whether lines that read otherwise only say a time limit that is told of already."""
    before, after = (each.rule if each else "" for each in (date.before, date.after))
    return all(line in before for line in change.before) and all(line in after for line in change.after)


def survey(shown: Shown) -> Generator[None, None, Surveyed]:
    """Find where every way of a library ends, and all its pages, in steps."""
    ways = yield from ways_of(shown.plain)
    pages = yield from pages_of(shown.plain)
    return Surveyed(shown, ways, pages)


def compared(before: Surveyed, after: Surveyed, today: date) -> Generator[None, None, Changes]:
    """Find what changes, in steps; time limits are counted from `today`."""
    old, new = before.shown, after.shown
    ways = yield from turned(old.plain, before.ways, new.plain, after.ways)
    policies = touched(old.library, new.library)
    dates: dict[Place, list[DateChanged]] = {}
    words: dict[Place, dict[Rewritten, list[str]]] = {}
    for node, place in after.ways.places.items():
        if place.policy not in policies or before.ways.places.get(node) != place:
            continue
        stage = replace(place, begun=True)  # what is planned and what has begun are told of together
        if stage not in dates:
            said = (dates_at(each.index.library, node, today) for each in (old, new))
            dates[stage] = list(differing(*said))
            yield
        lines = (lines_at(each.library, node, today) for each in (old, new))
        for change in rewritten(*lines):
            if not any(is_told(change, each) for each in dates[stage]):
                readers = words.setdefault(stage, {}).setdefault(change, [])
                if node.reader and node.reader not in readers:
                    readers.append(node.reader)
        yield
    return Changes(
        ways,
        {place: found for place, found in dates.items() if found},
        words,
        broken(old.index.library, before.pages, new.index.library, after.pages),
        list(reopened(old.index.library, new.index.library, policies)),
    )
