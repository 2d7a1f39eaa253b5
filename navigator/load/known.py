"""The ids there are to refer to, taken from files as they stand, even where they have other faults."""

from collections.abc import Iterator
from typing import Final

from navigator.load.layout import FOLDERS, LISTS
from navigator.load.library import File, Loaded
from navigator.load.tree import Sequence, texts


class Known:
    """The ids of a data folder by collection."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._ids: dict[str, frozenset[str]] = {}
        for place in LISTS:
            file = loaded.files.get(f"{place.name}.yaml")
            if file and isinstance(file.tree, Sequence):
                self._ids[place.name] = _ids(file.tree)
        for place in FOLDERS:
            # The file's name, not the id in it: where they differ, that is an error already.
            self._ids[place.name] = frozenset(_stem(file) for file in loaded.of(place.name))
        triage = loaded.files.get("triage.yaml")
        questions = _get(triage.tree, "questions") if triage else None
        if isinstance(questions, Sequence):
            self._ids["questions"] = _ids(questions)
        self._within = {
            _stem(file): {kind: frozenset(ids(file)) for kind, ids in _WITHIN.items()}
            for file in loaded.of("policies")
        }
        self._route_of = {_stem(file): _get(file.tree, "route") for file in loaded.of("policies")}

    def ids(self, collection: str) -> frozenset[str] | None:
        """Return the ids of a collection; None where its file cannot be read, so that nothing is known."""
        return self._ids.get(collection)

    def within(self, policy: str, kind: str) -> frozenset[str] | None:
        """Return the positions, conditions or timescales of a policy; None where there is no such policy."""
        return self._within.get(policy, {}).get(kind)

    def policies_for(self, route: str, service: str | None) -> Iterator[str]:
        """Yield the policies a route can lead to: a service's own, or else its fallback and every own one."""
        lists = {_stem(file): _texts(_get(file.tree, "policies")) for file in self._loaded.of("services")}
        chosen = [lists.get(service, [])] if service else list(lists.values())
        own = [policy for policies in chosen for policy in policies if self._route_of.get(policy) == route]
        if not service or not own:
            file = self._loaded.files.get("routes.yaml")
            items = file.tree if file and isinstance(file.tree, Sequence) else ()
            yield from _texts([_get(item, "fallback") for item in items if _get(item, "id") == route])
        yield from dict.fromkeys(own)


def _stem(file: File) -> str:
    return file.name.rpartition("/")[2].removesuffix(".yaml")


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
