"""What there is to refer to, taken from files as they stand, even where they have other faults."""

from collections.abc import Iterator
from typing import Final

from navigator.load.files import File
from navigator.load.layout import own_id
from navigator.load.library import Loaded
from navigator.load.tree import texts


class Known:
    """The ids of a data folder by collection, and what stands within its policies."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._names = loaded.names
        self._within = {
            self._called(file): {kind: frozenset(ids(file)) for kind, ids in _WITHIN.items()}
            for file in loaded.of("policies")
        }
        self._route_of = {self._called(file): _get(file.tree, "route") for file in loaded.of("policies")}

    def all(self, collection: str) -> frozenset[str]:
        """Return every id of a collection that can be written in some folder."""
        return self._names.all(collection)

    def seen_from(self, file: File, collection: str) -> frozenset[str] | None:
        """Return the ids that can be written in a file; None where nothing is known of any."""
        return self._names.seen_from(file.service, collection)

    def within(self, policy: str, kind: str) -> frozenset[str] | None:
        """Return the positions, conditions or timescales of a policy; None where there is no such policy."""
        return self._within.get(policy, {}).get(kind)

    def outside(self, file: File, collection: str, name: str) -> str:
        """Return what an id written in a file is called outside the folder of its service."""
        return self._names.outside(file.service, collection, name)

    def policies_for(self, route: str, service: str | None) -> Iterator[str]:
        """Yield the policies a route can lead to: the service's own, or else the fallback of the route."""
        own = [policy for policy in self._own(service) if self._route_of.get(policy) == route]
        yield from dict.fromkeys(own or self._fallbacks(route))

    def _fallbacks(self, route: str) -> Iterator[str]:
        for file in self._loaded.of("routes"):
            for item in file.tree if isinstance(file.tree, list) else ():
                named = _texts([_get(item, "fallback")])
                if named and self.outside(file, "routes", str(_get(item, "id"))) == route:
                    yield self.outside(file, "policies", named[0])
                    return
        for file in sorted(self._loaded.of("services"), key=_turn):
            of_route = [policy for policy in self._own(file.service) if self._route_of.get(policy) == route]
            if of_route:
                yield of_route[0]
                return

    def _own(self, service: str | None) -> Iterator[str]:
        """Yield the policies of a service: those that it lists, and those of its folder."""
        for file in self._loaded.of("services") if service else ():
            if file.service == service:
                yield from (
                    self.outside(file, "policies", name) for name in _texts(_get(file.tree, "policies"))
                )
        for file in self._loaded.of("policies") if service else ():
            if file.service == service and _get(file.tree, "version_of") is None:
                yield self._called(file)

    def _called(self, file: File) -> str:
        return self.outside(file, file.place.name, own_id(file.name))


def _turn(file: File) -> tuple[int, str]:
    order = _get(file.tree, "order")
    return (order if isinstance(order, int) else _LAST, file.service)


def _get(tree: object, key: str) -> object:
    return tree.get(key) if isinstance(tree, dict) else None


def _texts(tree: object) -> list[str]:
    return [item for item in tree if isinstance(item, str)] if isinstance(tree, list) else []


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


_LAST: Final = 100
"""The place of a service that names none."""
_WITHIN: Final = {"positions": _positions, "conditions": _conditions, "timescales": _timescales}
"""What is named within a policy only."""
