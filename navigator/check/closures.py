"""The closure days of services: it is said until when they are known, and they have not run out."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Service
from navigator.load.problem import Problem
from navigator.load.words import english_words


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each service whose closure days would give a wrong date, or one too certain."""
    for service in parts.of(Service):
        yield from _service(service, parts)


def _service(located: Located[Service], parts: LocatedParts) -> Iterator[Problem]:
    until = located.value.closures_until
    if until is None:
        if located.value.closures:
            yield located.error(
                "is missing", "Write the last day for which the closure days are known.", "closures_until"
            )
        return
    if until < parts.today:
        what = f"{english_words().short_date(until)} is past, and closure days after it are not known"
        yield located.error(
            what, "Add the days that follow, and write until when they are known.", "closures_until"
        )
    for index, closure in enumerate(located.value.closures):
        if closure.date > until:
            what = f"lies after closures_until, {english_words().short_date(until)}"
            yield located.error(what, "Write a later day in closures_until.", "closures", index, "date")
