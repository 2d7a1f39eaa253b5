"""The library that files make together: whose policies are whose, and what is left out with a service."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from navigator.core.model import Library, Policy, Route, Service, Words
from navigator.load.absent import without_absent
from navigator.load.files import File
from navigator.load.holidays import UnknownPlaceError, filled
from navigator.load.joined import joined_packs, joined_triage
from navigator.load.layout import FREE_LISTS, ITEMS, NATIONAL, QUESTIONS, SHARED_LISTS, TRIAGE
from navigator.load.problem import Problem


def whole(files: dict[str, File], words: Words, problems: list[Problem]) -> Library:
    """Return the library of files that are each in order."""
    parts: dict[str, Any] = {
        place.name: _all(files, place.name) for place in (*SHARED_LISTS, *FREE_LISTS, *ITEMS)
    }
    services = tuple(sorted(parts["services"], key=lambda each: (each.unsure, each.order, each.id)))
    parts["services"] = services
    parts["packs"] = tuple(sorted(parts["packs"], key=lambda each: (each.order, each.id)))
    parts["first_hour"] = tuple(sorted(parts["first_hour"], key=lambda each: (each.order, each.id)))
    triage = files[f"{NATIONAL}/{TRIAGE.file}"].items[0]
    parts["triage"] = joined_triage(
        triage, services, parts["routes"], parts["signposts"], _all(files, QUESTIONS.name)
    )
    parts["packs"] = joined_packs(parts["packs"], parts["scenarios"], services, _owners(files))
    parts["routes"] = tuple(with_fallback(route, services, parts["policies"]) for route in parts["routes"])
    calendars = []
    for file in (each for each in files.values() if each.place.name == "calendars"):
        for index, calendar in enumerate(file.items):
            try:
                calendars.append(filled(calendar))
            except UnknownPlaceError as error:
                hint = "Write a code it knows." if error.key == "country" else "Write a day within them."
                problems.append(file.problem((index, error.key), str(error), hint))
    parts["calendars"] = tuple(calendars)
    untranslated = tuple(file.part for file in files.values() if file.notes.untranslated)
    return without_absent(Library(words=words, untranslated=untranslated, **parts))


def _all(files: dict[str, File], name: str) -> tuple[Any, ...]:
    return tuple(item for file in files.values() if file.place.name == name for item in file.items)


def _owners(files: dict[str, File]) -> dict[str, str]:
    """Return for each case the service in whose folder it is."""
    cases = (file for file in files.values() if file.place.name == "scenarios")
    return {item.id: file.service for file in cases for item in file.items}


def give_own_policies(files: dict[str, File]) -> None:
    """Put the policies of a service's folder among its own; another version of one is named by none."""
    own: dict[str, list[str]] = {}
    for file in files.values():
        for item in file.items:
            if file.service and isinstance(item, Policy) and item.version_of is None:
                own.setdefault(file.service, []).append(item.id)
    for name, file in files.items():
        for item in file.items:
            if isinstance(item, Service):
                policies = dict.fromkeys((*item.policies, *own.get(file.service, ())))
                whole = replace(item, policies=tuple(policies))
                file.notes.objects[-1] = ((), whole)
                files[name] = replace(file, items=(whole,))


def with_fallback(route: Route, services: Iterable[Service], policies: Iterable[Policy]) -> Route:
    """Return a route with the policy of the first service that has one, where it names none itself."""
    if route.fallback:
        return route
    of_route = {policy.id for policy in policies if policy.route == route.id}
    own = (policy for service in services for policy in service.policies if policy in of_route)
    return replace(route, fallback=next(own, None))
