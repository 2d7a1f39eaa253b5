"""From answers to the parts of the library, or all that is wrong with the answers, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from navigator.author.answers import Answers
from navigator.author.filling import Filling, dicts
from navigator.author.person import Stopped
from navigator.core import model
from navigator.core.codec import DecodeNotes, decode_collecting
from navigator.core.faults import MOST_HINTS, did_you_mean, nearest, quote, suggestion
from navigator.load.library import Loaded
from navigator.load.problem import Problem
from navigator.load.tree import SourceFile

_WITHIN: Final = ("positions", "conditions", "timescales")


type Added = model.Document | model.Role | model.Event | model.Contact | model.Route
"""What may have to be added for a policy."""


@dataclass(frozen=True)
class NewPolicy:
    """A policy as answered, and what must be added for it."""

    policy: model.Policy
    service: model.Service
    """Whose policy it is."""
    added: tuple[Added, ...]
    """What is not held yet."""


def new_policy(library: model.Library, loaded: Loaded, file: SourceFile, today: date) -> NewPolicy:
    """Return what some answers describe. Raises Stopped, with all that is wrong and where."""
    notes = DecodeNotes()
    data = Filling(library, today).filled(file.tree)
    answers = decode_collecting(Answers, data, notes)
    wrong = [file.problem(each.path, each.what, each.hint, on_key=each.on_key) for each in notes.faults]
    wrong += _unknown(loaded, file, notes, data)
    if answers is None or wrong:
        raise refused(wrong)
    wrong += _whose(library, loaded, file, answers)
    if wrong:
        raise refused(wrong)
    named = {(reference.to, reference.name) for reference in notes.references}
    kept: list[Added] = [each for each in answers.documents if ("documents", each.id) in named]
    kept += [each for each in answers.roles if ("roles", each.id) in named]
    kept += [each for each in answers.events if ("events", each.id) in named]
    kept += [each for each in answers.contacts if ("contacts", each.id) in named]
    service = answers.service or library.service[answers.whose or only(library)]
    return NewPolicy(answers.policy, service, (*kept, *answers.routes))


def refused(problems: list[Problem]) -> Stopped:
    """Return the error that tells of some problems."""
    return Stopped("\n".join([*map(str, sorted(problems)), "Nothing was written."]))


def only(library: model.Library) -> str:
    """Return the one service of a site that is of one service; nothing where there are others."""
    real = [each.id for each in library.services if not each.unsure]
    return real[0] if len(real) == 1 else ""


def _whose(library: model.Library, loaded: Loaded, file: SourceFile, answers: Answers) -> Iterator[Problem]:
    """Tell where it is not plain whose policy it is, or where it takes a name or a place that is taken."""
    given = [key for key in ("whose", "service") if getattr(answers, key)]
    if len(given) == 2:
        yield file.problem(
            ("service",), "stands beside whose", "Keep whose for one that is there.", on_key=True
        )
    elif not given and not only(library):
        yield file.problem(
            ("whose",), "is missing", "Write the id of a service, or a new service with its name."
        )
    whose = answers.service.id if answers.service else answers.whose or only(library)
    if f"services/{whose}/policies/{answers.policy.id}.yaml" in loaded.files:
        yield file.problem(("policy", "id"), f"{answers.policy.id} is taken", "Write another id.")
    if answers.service and answers.service.id in library.service:
        hint = f"Write whose: {answers.service.id}, or another name."
        yield file.problem(("service",), f"{answers.service.id} is there already", hint)
    service = library.service.get(whose) if not answers.service else None
    for held in service.policies if service and not answers.policy.version_of else ():
        if library.policy[held].route == answers.policy.route:
            what = f"{service.id if service else ''} has a policy for {answers.policy.route} already: {held}"
            yield file.problem(
                ("policy", "route"), what, "Change that one, or see version_of in the reference."
            )


def _unknown(
    loaded: Loaded,
    file: SourceFile,
    notes: DecodeNotes,
    data: Any,  # noqa: ANN401
) -> Iterator[Problem]:
    """Tell of each id that is neither there nor new."""
    policy = data.get("policy") if isinstance(data, dict) else None
    within = _within(policy if isinstance(policy, dict) else {})
    whose = str(data.get("whose", "")) if isinstance(data, dict) else ""
    for told, reference in enumerate(notes.references):
        if reference.to in _WITHIN:
            there = within[reference.to]
        else:
            made = data.get(reference.to) if isinstance(data, dict) else None
            new = {each["id"] for each in dicts(made) if "id" in each}
            there = {*(loaded.names.seen_from(whose, reference.to) or ()), *new}
        if reference.name not in there:
            near = nearest(reference.name, there) if told < MOST_HINTS else None
            hint = suggestion(reference.name, near) if near else _hint(reference.to, there)
            what = f"{quote(reference.name)} is not among the {reference.to}"
            yield file.problem(reference.path, what, hint)


def _hint(collection: str, there: set[str]) -> str:
    if collection in ("roles", "events", "documents", "contacts"):
        return f"Describe it under {collection}, or write an id that is there."
    return did_you_mean("", there) if there else "There is none."


def _within(policy: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the stages, conditions and times that answers name."""
    found: dict[str, set[str]] = {key: set() for key in _WITHIN}
    found["conditions"] = {each.get("id", "") for each in dicts(policy.get("conditions"))}
    for each in dicts(policy.get("stages")):
        levels = list(dicts(each.get("levels")))
        key = each.get("id", "")
        found["positions"] |= {f"{key}/{level.get('id', '')}" for level in levels} or {key}
        for innermost in levels or [each]:
            found["timescales"] |= {time.get("id", "") for time in dicts(innermost.get("timescales"))}
    return found
