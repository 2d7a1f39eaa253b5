"""The ids there are to refer to, taken from files as they stand, even where they have other faults."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from navigator.load.layout import ITEMS, LISTS
from navigator.load.library import File, Loaded, own_id
from navigator.load.tree import Sequence, texts


class Known:
    """The ids of a data folder by collection."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._ids: dict[str, frozenset[str]] = {}
        for place in LISTS:
            read = [file.tree for file in loaded.of(place.name) if isinstance(file.tree, Sequence)]
            if read:
                self._ids[place.name] = frozenset(chain.from_iterable(map(_ids, read)))
        for place in ITEMS:
            # The file's name, not the id in it: where they differ, that is an error already.
            self._ids[place.name] = frozenset(map(_name, loaded.of(place.name)))
        triage = next(iter(loaded.of("triage")), None)
        questions = _get(triage.tree, "questions") if triage else None
        if isinstance(questions, Sequence):
            self._ids["questions"] = _ids(questions)
        self._within = {
            _name(file): {kind: frozenset(ids(file)) for kind, ids in _WITHIN.items()}
            for file in loaded.of("policies")
        }
        self._route_of = {_name(file): _get(file.tree, "route") for file in loaded.of("policies")}

    def ids(self, collection: str) -> frozenset[str] | None:
        """Return the ids of a collection; None where its file cannot be read, so that nothing is known."""
        return self._ids.get(collection)

    def within(self, policy: str, kind: str) -> frozenset[str] | None:
        """Return the positions, conditions or timescales of a policy; None where there is no such policy."""
        return self._within.get(policy, {}).get(kind)

    def policies_for(self, route: str, service: str | None) -> Iterator[str]:
        """Yield the policies a route can lead to: the service's own, or else the fallback of the route."""
        lists = {_name(file): _texts(_get(file.tree, "policies")) for file in self._loaded.of("services")}
        for file in filter(_own, self._loaded.of("policies")):
            lists.setdefault(file.service, []).append(_name(file))
        own = [policy for policy in lists.get(service or "", []) if self._route_of.get(policy) == route]
        if not own:
            for file in self._loaded.of("routes"):
                items = file.tree if isinstance(file.tree, Sequence) else ()
                yield from _texts([_get(item, "fallback") for item in items if _get(item, "id") == route])
        yield from dict.fromkeys(own)


def _name(file: File) -> str:
    return own_id(file.name)


def _own(file: File) -> bool:
    """Say whether a policy is one that its service need not name."""
    return bool(file.service) and _get(file.tree, "version_of") is None


def _get(tree: object, key: str) -> object:
    return tree.get(key) if isinstance(tree, dict) else None


def _texts(tree: object) -> list[str]:
    return [item for item in tree if isinstance(item, str)] if isinstance(tree, list) else []


def _ids(tree: object) -> frozenset[str]:
    return frozenset(text for _, text in texts(tree, "id"))


def _positions(file: File) -> Iterator[str]:
    stages = _get(file.tree, "stages")
    for index, stage in texts(stages, "id"):
        levels = _get(stages[index], "levels") if isinstance(stages, list) else None
        yield from (f"{stage}/{level}" for _, level in texts(levels, "id")) if levels else (stage,)


def _conditions(file: File) -> Iterator[str]:
    return (name for _, name in texts(_get(file.tree, "conditions"), "id"))


def _timescales(file: File) -> Iterator[str]:
    stages = _get(file.tree, "stages")
    for stage in stages if isinstance(stages, list) else ():
        levels = _get(stage, "levels")
        for each in (stage, *(levels if isinstance(levels, list) else ())):
            yield from (name for _, name in texts(_get(each, "timescales"), "id"))


_WITHIN: Final = {"positions": _positions, "conditions": _conditions, "timescales": _timescales}
"""What is named within a policy only."""
