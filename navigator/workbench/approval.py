"""What a draft changes, for the meeting that approves it: each fact that differs, before and now.

Facts are compared as data, so that nothing that differs is left out; they are told in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from navigator.author.snapshot import differences
from navigator.core.model import Library, Policy
from navigator.workbench.facts import Fact, Facts, facts_of, name_of

CASES: Final = "scenarios"
LISTS: Final = (
    "policies", "services", "routes", "roles", "events", "contacts", "documents", "signposts", "glossary",
    "calendars", CASES, "packs",
)  # fmt: skip
"""What of a library is compared, item by item; of a case only whether it is new, gone or another."""


@dataclass(frozen=True)
class Row:
    """A fact that differs."""

    part: str
    """What sort of thing it is of: the key in YAML."""
    old: tuple[str, ...]
    """What is said until now, and is not said any more."""
    new: tuple[str, ...]
    """What is said from now on."""
    source: str | None
    """Where it stands in the document."""


@dataclass(frozen=True)
class Group:
    """The facts of one stage, or of the whole, that differ."""

    title: str
    """The stage; empty for the whole."""
    rows: tuple[Row, ...]
    """Each fact."""


@dataclass(frozen=True)
class Sheet:
    """All that differs in one item of the library."""

    title: str
    """What it is called."""
    collection: str
    """What it is one of: `policies`, `roles`."""
    was: bool
    """Whether it was there before."""
    stays: bool
    """Whether it is there from now on."""
    groups: tuple[Group, ...]
    """What differs, place by place."""
    policy: Policy | None
    """The policy as it is to be."""


def sheets(old: Library, new: Library) -> Iterator[Sheet]:
    """Yield what differs: first policies, then what they refer to."""
    for name in LISTS:
        before, now = ({each.id: each for each in getattr(side, name)} for side in (old, new))
        for identity in dict.fromkeys((*now, *before)):
            was, to_be = before.get(identity), now.get(identity)
            if was == to_be:
                continue
            facts = (facts_of(old, was) if was else {}, facts_of(new, to_be) if to_be else {})
            groups = () if name == CASES else tuple(_groups(*facts))
            if groups or name == CASES:
                policy = to_be if isinstance(to_be, Policy) else None
                yield Sheet(name_of(to_be or was), name, bool(was), bool(to_be), groups, policy)


def _groups(old: Facts, new: Facts) -> Iterator[Group]:
    """Yield the facts that differ, by their places: in the order of the draft, and then what is gone."""
    keys = list(dict.fromkeys((*new, *old)))
    for place in dict.fromkeys(place for place, _, _ in keys):
        title = next((side[place, "title", ""] for side in (new, old) if (place, "title", "") in side), None)
        both = ((key[1], old.get(key), new.get(key)) for key in keys if key[0] == place)
        rows = tuple(_row(*each) for each in both if _data(each[1]) != _data(each[2]))
        if rows:
            yield Group(" ".join(title.texts) if title and place else place, rows)


def _data(fact: Fact | None) -> object:
    return fact.data if fact else None


def _row(part: str, old: Fact | None, new: Fact | None) -> Row:
    """Return what differs in words; where the words are alike, by the keys that differ."""
    before, now = (fact.texts if fact else () for fact in (old, new))
    here = new or old
    source = here.source if here else None
    if before == now:
        told = (" ".join(line.split()) for _, line in differences(_data(old), _data(new)))
        return Row(part, (), tuple(told), source)
    alike = set(before) & set(now)
    if alike:
        before, now = (tuple(each for each in side if each not in alike) for side in (before, now))
    return Row(part, before, now, source)
