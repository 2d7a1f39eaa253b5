"""What can be named: what holds for all, what is the service's own, and what is new in these answers."""

from collections.abc import Mapping
from typing import Any, Final

from navigator.author.draft import Draft, items, slug
from navigator.author.names import Known, exact, near
from navigator.author.person import Person, Refused
from navigator.author.reading import only
from navigator.core.model import Library
from navigator.core.model.kinds import Path
from navigator.load.layout import SERVICE
from navigator.load.library import Loaded

NEW: Final = {
    "roles": "name",
    "events": "name",
    "documents": "title",
    "contacts": "name",
    "conditions": "holds",
}
"""What may be named for the first time, and the key of its name."""
_OF_TIME: Final = ("the day", "the date", "the start", "the beginning", "the end", "each ", "every ")
"""How the name of an event begins; where it does not, `the day` is put before it."""
_WHOLE: Final = ("services", "questions")
"""What is named alike everywhere."""
_NAMES: Final = ("name", "title", "ask", "holds")


class Vocabulary:
    """The names there are, for somebody who types one."""

    def __init__(self, library: Library, loaded: Loaded, draft: Draft, person: Person) -> None:
        """Take what there is, and the answers, which can name what is new."""
        self._library = library
        self._loaded = loaded
        self._draft = draft
        self._person = person

    @property
    def service(self) -> str | None:
        """The service whose policy it is, where it is one that is there."""
        whose: str | None = self._draft.get(("whose",))
        return whose or only(self._library)

    def known(self, collection: str) -> list[Known]:
        """Return everything of a collection that can be named here: what is new first."""
        made = [_known(item) for _, item in items(self._draft.get(_where(collection))) if "id" in item]
        if collection == "positions":
            return self._positions()
        if collection in _WHOLE:
            of = self._library.triage if collection == "questions" else self._library
            held = getattr(of, collection)
            return [*made, *(_known_object(item, {}) for item in held)]
        files = [file for file in self._loaded.of(collection) if file.service in ("", self.service)]
        return [*made, *(_known_object(item, file.written) for file in files for item in file.items)]

    def named(self, collection: str) -> tuple[str, ...]:
        """Return what everything of a collection is called: what is new first, then by the alphabet."""
        known = self.known(collection)
        new = [each.name for each in known if self.new_at(collection, each.id) is not None]
        return tuple(dict.fromkeys([*new, *sorted((each.name for each in known), key=str.casefold)]))

    def taken(self, collection: str) -> set[str]:
        """Return every id of a collection that a new one may not have."""
        if collection == "services":
            return {file.service for file in self._loaded.files.values() if file.place is SERVICE}
        return {each.id for each in self.known(collection)}

    def find(self, collection: str, typed: str, day: str = "the day") -> str:
        """Return the id of what was typed, after asking which is meant where that is open; maybe a new one.

        `day` is put before the name of a new event that lacks it. Raises Refused where there is no such thing
        and nothing new can be made.
        """
        there = self.known(collection)
        found = exact(typed, there)
        if not found and (likely := near(typed, there)):
            chosen = self._person.pick("Is one of these meant?", [each.name for each in likely])
            found = likely[chosen] if chosen is not None else None
        elif found and not found.name.endswith(typed):
            self._person.say(found.name)
        if found:
            return found.id
        if collection in NEW:
            return self._make(collection, typed, day)
        names = "; ".join(each.name for each in there[:30])
        raise Refused(f"There is no such one. There are: {names}." if names else "There is none yet.")

    def _make(self, collection: str, typed: str, day: str) -> str:
        """Note something new by its name, and return its id."""
        if collection == "events" and not typed.lower().startswith(_OF_TIME):
            typed = f"{day} {typed}"
        if collection == "roles":
            typed = typed.removeprefix("the ").removeprefix("The ")
        bare = typed.removeprefix(f"{day} ") if collection == "events" else typed
        joint = "_" if collection == "events" else "-"
        made = slug(bare, self.taken(collection), joint=joint)
        at = _where(collection)
        self._draft.put((*at, len(self._draft.get(at) or ())), {"id": made, NEW[collection]: typed})
        self._person.say(f"{typed}: this is new.")
        return made

    def new_at(self, collection: str, identity: str) -> int | None:
        """Return the number of something that is new in these answers; None for what was there before."""
        made = items(self._draft.get(_where(collection)))
        return next((index for index, item in made if item.get("id") == identity), None)

    def written(self, service: str, policy: str) -> str:
        """Return a policy's name as it is written in the folder of its service."""
        own = (file.written for file in self._loaded.of("policies") if file.service == service)
        return next(own, {}).get(policy, policy)

    def maybe(self, collection: str, typed: str) -> str | None:
        """Return the id of what was typed where that is plain."""
        found = exact(typed, self.known(collection))
        return found.id if found else None

    def roles(self) -> list[str]:
        """Return every name that somebody who acts goes by."""
        return [name for each in self.known("roles") for name in each.names]

    def position_at(self, path: Path) -> int | None:
        """Return which of the places in the policy a path is within."""
        stages = list(items(self._draft.get(("policy", "stages"))))
        if path[:2] != ("policy", "stages"):
            return None
        before = sum(len(stage.get("levels", ())) or 1 for _, stage in stages[: int(path[2])])
        return before + (int(path[4]) if path[3:4] == ("levels",) else 0)

    def _positions(self) -> list[Known]:
        stages = self._draft.get(("policy", "stages"))
        found = []
        for number, stage in items(stages):
            key = stage.get("id", f"stage-{number + 1}")
            levels = list(items(stage.get("levels")))
            for at, level in levels:
                place = f"{key}/{level.get('id', f'level-{at + 1}')}"
                found.append(Known(place, level.get("title", place), (f"{number + 1}.{at + 1}",)))
            if not levels:
                found.append(Known(key, stage.get("title", key), (str(number + 1),)))
        return found


def _where(collection: str) -> tuple[str, ...]:
    """Return where in the answers new things of a collection are put."""
    return ("policy", collection) if collection == "conditions" else (collection,)


def _known(item: dict[str, Any]) -> Known:
    name = next((item[key] for key in _NAMES if key in item), item["id"])
    return Known(item["id"], name, tuple(item.get("also_called", ())))


def _known_object(item: Any, written: Mapping[str, str]) -> Known:  # noqa: ANN401 - whatever a list holds
    name = next(getattr(item, key) for key in _NAMES if hasattr(item, key))
    return Known(written.get(item.id, item.id), name, tuple(getattr(item, "also_called", ())))
