"""What a name of a service's folder is called outside it: names are local first, and then shared.

Within its folder a service's own name comes first, whatever others call theirs. Outside, in the library and
in addresses, a name can stand for one thing only. It stays as it is while nobody else has it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from navigator.load.layout import ITEMS, QUESTIONS, SERVICE, SHARED_LISTS, TRIAGE, own_id
from navigator.load.placed import PlacedFile
from navigator.load.tree import texts

_ALWAYS: Final = "policies"
"""What is always called after its service outside, as it has an address: that never changes with others."""
_UNDERSCORES: Final = "events"
"""What has underscores in its ids, and no hyphens."""

type Renamed = Mapping[str, Mapping[str, str]]
"""For each collection, the names that are others outside."""


class Names:
    """The names that a data folder declares, by whose they are."""

    def __init__(self, files: Iterable[PlacedFile]) -> None:
        """Take them from the files as they stand, even where those have other faults."""
        self._own: dict[tuple[str, str], set[str]] = {}
        self._unknown: set[tuple[str, str]] = set()
        for file in files:
            collection = "questions" if file.place in (TRIAGE, QUESTIONS) else file.place.name
            owner = "" if file.place is SERVICE else file.service
            found = declared(file)
            if found is None:
                self._unknown.add((collection, owner))
            if file.place is TRIAGE:
                self._own["readers", ""] = set(_within(file, "readers"))
            self._own.setdefault((collection, owner), set()).update(found or ())
        for collection in (*(place.name for place in SHARED_LISTS), QUESTIONS.name):
            if (collection, "") not in self._own:
                self._unknown.add((collection, ""))
        counted: Counter[tuple[str, str]] = Counter()
        for (collection, _), names in self._own.items():
            counted.update((collection, name) for name in names)
        self._renamed: dict[str, dict[str, dict[str, str]]] = {}
        for (collection, owner), names in self._own.items():
            for name in names if owner else ():
                if collection == _ALWAYS or counted[collection, name] > 1:
                    outside = _after(owner, name, collection)
                    self._renamed.setdefault(owner, {}).setdefault(collection, {})[name] = outside

    def renamed(self, service: str) -> Renamed:
        """Return the names of a service that are others outside."""
        return self._renamed.get(service, {})

    def as_state(self, service: str) -> tuple[tuple[object, ...], ...]:
        """Return the same as a state, which is another where one of them is."""
        return tuple((to, *held.items()) for to, held in self.renamed(service).items())

    def outside(self, service: str, collection: str, name: str) -> str:
        """Return what a name written in a service's folder stands for outside it."""
        return self.renamed(service).get(collection, {}).get(name, name)

    def seen_from(self, service: str, collection: str) -> frozenset[str] | None:
        """Return the names that can be written in a service's folder; None where a list cannot be read."""
        keys = {(collection, ""), (collection, service)}
        seen = [self._own[key] for key in keys if key in self._own]
        if not seen or keys & self._unknown:
            return None
        return frozenset().union(*seen, self.renamed(service).get(collection, {}).values())

    def all(self, collection: str) -> frozenset[str]:
        """Return every name that can be written in some folder."""
        return frozenset().union(*(names for (held, _), names in self._own.items() if held == collection))


def declared(file: PlacedFile) -> list[str] | None:
    """Return the names that a file declares; None where it cannot be read.

    An item with a file of its own has the file's name, or that of its folder.
    """
    if file.place in ITEMS:
        return [own_id(file.name)]
    tree = file.tree
    if file.place is TRIAGE:
        tree = tree.get("questions") if isinstance(tree, dict) else None
    return [name for _, name in texts(tree, "id")] if isinstance(tree, list) else None


def _within(file: PlacedFile, part: str) -> list[str]:
    """Return the names of a list within the triage; none where it is not there or cannot be read."""
    held = file.tree.get(part) if isinstance(file.tree, dict) else None
    return [name for _, name in texts(held, "id")] if isinstance(held, list) else []


def _after(service: str, name: str, collection: str) -> str:
    """Return a name that says whose it is."""
    if collection == _UNDERSCORES:
        return f"{service.replace('-', '_')}_{name}"
    return name if collection == _ALWAYS and name.startswith(f"{service}-") else f"{service}-{name}"
