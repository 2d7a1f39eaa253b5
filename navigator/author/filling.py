"""What an answers file may leave out because it is plain: short names, places, and today."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Any, Final, get_args, get_origin

from navigator.author.answers import Answers
from navigator.author.draft import slug
from navigator.core import model
from navigator.core.model import rules, stage, steps
from navigator.core.model.condition import Condition
from navigator.core.model.kinds import Path
from navigator.core.model.service import Offer
from navigator.core.shape import shape_of, unwrap


def dicts(data: object) -> Iterator[dict[str, Any]]:
    """Yield the items of a list that have keys."""
    return (each for each in (data if isinstance(data, list) else ()) if isinstance(each, dict))


class Filling:
    """Fills in what an answers file may leave out, by the class and the key."""

    def __init__(self, library: model.Library, today: date) -> None:
        self._library = library
        self._today = today.isoformat()
        self._top: dict[str, Any] = {}

    def filled(self, data: object) -> Any:  # noqa: ANN401 - plain data has no narrower type
        """Return the answers with what is plain filled in, wherever the data has the right form for that."""
        self._top = dict(data) if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            return data
        for key in ("documents", "routes", "service"):  # what the policy falls back on comes first
            if key in self._top:
                self._top[key] = self._value(_hint_of(Answers, key), self._top[key], (key,), None)
        return self._value(Answers, self._top, (), None)

    def _value(self, hint: Any, data: object, path: Path, above: object) -> Any:  # noqa: ANN401
        bare, _ = unwrap(hint)
        if get_origin(bare) is tuple and isinstance(data, list):
            item = get_args(bare)[0]
            filled = [self._value(item, each, (*path, index), above) for index, each in enumerate(data)]
            return _told_apart(data, filled)
        if not is_dataclass(bare) or not isinstance(data, Mapping):
            return data
        cls: Any = bare
        made: dict[str, Any] = dict(data)
        for key in self._keys(cls):
            if key not in made and (value := self._left_out(cls, key, made, path, above)) is not None:
                made[key] = value
        own = made.get("source", above)
        for field in shape_of(cls).fields:
            if field.key in made:
                made[field.key] = self._value(field.hint, made[field.key], (*path, field.key), own)
        if cls in (model.Contact, Offer) and "source" in made:
            made["source"] = self._with_document(made["source"])
        if cls is model.Stage:
            self._mend_times(made)
        return made

    def _keys(self, cls: type) -> list[str]:
        return [field.key for field in shape_of(cls).fields]

    def _left_out(self, cls: type, key: str, made: dict[str, Any], path: Path, above: object) -> Any:  # noqa: ANN401
        if key == "source" and cls not in (model.Contact, Offer) and above is not None:
            needed = next(field.required for field in shape_of(cls).fields if field.key == key)
            return above if needed else None
        fill = _FILLS.get((cls, key))
        return fill(self, made, path) if fill else None

    def name(self, made: dict[str, Any], *keys: str, joint: str = "-", letters: int = 60) -> str | None:
        """Return a short name made from the first of some texts that is there."""
        text = next((made[key] for key in keys if isinstance(made.get(key), str)), None)
        return slug(text, joint=joint, words=6 if joint == "-" else 8, letters=letters) if text else None

    def today(self, *_: object) -> str:
        """Return today."""
        return self._today

    def first(self, collection: str) -> str | None:
        """Return the id of the first new thing of a collection."""
        made = next(dicts(self._top.get(collection)), None)
        return made.get("id") if made else None

    def of_policy(self, key: str) -> Any:  # noqa: ANN401
        """Return what the policy holds under a key, as it was answered."""
        policy = self._top.get("policy")
        return policy.get(key) if isinstance(policy, Mapping) else None

    def calendar(self, *_: object) -> str:
        """Return the calendar that the other services count by, or the first there is."""
        counting = [service.calendar for service in self._library.services]
        return next(iter(counting), self._library.calendars[0].id)

    def first_stage(self, *_: object) -> str | None:
        """Return the place at which the policy begins."""
        stages = list(dicts(self.of_policy("stages")))
        if not stages:
            return None
        key = stages[0].get("id", "stage-1")
        level = next(dicts(stages[0].get("levels")), None)
        return f"{key}/{level.get('id', 'level-1')}" if level else str(key)

    def _with_document(self, source: object) -> object:
        """Name the policy's own document, for what is shown outside the policy."""
        document = self.of_policy("document") or self.first("documents")
        if isinstance(source, str) and document:
            return {"section": source, "document": document}
        return source

    def _mend_times(self, made: dict[str, Any]) -> None:
        """Take out what was begun for a step and never answered, and give ids to the rest."""
        times = [each for each in dicts(made.get("timescales")) if each.keys() - {"id", "source"}]
        if times and len(times) < len(made["timescales"]):
            made["timescales"] = times


def _told_apart(given: list[Any], filled: list[Any]) -> list[Any]:
    """Give another id to each item whose id was made here and stands earlier in the list."""
    taken: set[str] = set()
    for before, after in zip(given, filled, strict=True):
        if isinstance(before, Mapping) and isinstance(after, dict) and isinstance(after.get("id"), str):
            if "id" not in before:
                after["id"] = slug(after["id"], taken, joint="_" if "_" in after["id"] else "-", words=99)
            taken.add(after["id"])
    return filled


def _place(made: dict[str, Any], path: Path, kind: str) -> str:  # noqa: ARG001 - all are called alike
    return f"{kind}-{int(path[-1]) + 1}"


def _time_id(_: Filling, __: dict[str, Any], path: Path) -> str:
    """Return the id of a time by its place: a policy has no two alike."""
    places = [int(part) + 1 for part in path if isinstance(part, int)]
    names = ["stage", "level"] if "levels" in path else ["stage"]
    if "overall" in path:
        return f"overall-{places[-1]}"
    above = "-".join(f"{name}-{number}" for name, number in zip(names, places, strict=False))
    return f"{above}-time-{places[-1]}"


_FILLS: Final[dict[tuple[type, str], Any]] = {
    # Outside its folder it has the service's name before it, and both together name a page.
    (model.Policy, "id"): lambda self, made, _: self.name(made, "title", letters=28),
    (model.Policy, "checked_on"): Filling.today,
    (model.Policy, "document"): lambda self, *_: self.first("documents"),
    (model.Policy, "route"): lambda self, *_: self.first("routes"),
    (model.Stage, "id"): lambda _, made, path: _place(made, path, "level" if "levels" in path else "stage"),
    (model.Stage, "source"): lambda _, made, __: made.get("title"),
    (model.Timescale, "id"): _time_id,
    (stage.Unsure, "stage"): Filling.first_stage,
    (Condition, "id"): lambda self, made, _: self.name(made, "holds"),
    (steps.Detour, "id"): lambda self, made, _: self.name(made, "says"),
    (rules.EntryRule, "id"): lambda self, made, _: self.name(made, "asks"),
    (rules.Bypass, "id"): lambda self, made, _: self.name(made, "says"),
    (rules.Exclusion, "id"): lambda self, made, _: self.name(made, "what"),
    (rules.Alongside, "id"): lambda self, made, _: self.name(made, "says"),
    (rules.Caution, "id"): lambda self, made, _: self.name(made, "says"),
    (rules.Right, "id"): lambda self, made, _: self.name(made, "says"),
    (rules.Finding, "id"): lambda self, made, _: self.name(made, "says"),
    (model.Document, "id"): lambda self, made, _: self.name(made, "title"),
    (model.Document, "publisher"): lambda self, *_: self.of_policy("publisher"),
    (model.Document, "kind"): lambda *_: str(model.DocumentKind.POLICY),
    (model.Document, "checked_on"): Filling.today,
    (model.Role, "id"): lambda self, made, _: self.name(made, "name"),
    (model.Event, "id"): lambda self, made, _: self.name(made, "name", joint="_"),
    (model.Contact, "id"): lambda self, made, _: self.name(made, "name"),
    (model.Contact, "checked_on"): Filling.today,
    (model.Route, "id"): lambda self, made, _: self.name(made, "name"),
    (model.Service, "id"): lambda self, made, _: self.name(made, "name"),
    (model.Service, "label"): lambda _, made, __: made.get("name"),
    (model.Service, "calendar"): Filling.calendar,
}
"""What a key holds that is left out."""


def _hint_of(cls: type, key: str) -> Any:  # noqa: ANN401
    return next(field.hint for field in shape_of(cls).fields if field.key == key)
