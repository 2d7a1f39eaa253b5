"""What a case expects, part by part in words: to be held against what came, and to be confirmed by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.core.model import Expected, ExpectedDeadline, Library
from navigator.core.time.rule_wording import does_in_words


@dataclass(frozen=True)
class Part:
    """One part of an expected result."""

    key: str
    """Its key in the file: `stage`, or `deadlines/answer`."""
    name: str
    """What it is."""
    says: str
    """What is expected."""


def parts_of(library: Library, expect: Expected) -> Iterator[Part]:
    """Yield each part of an expected result; what the library does not have is called by its id."""
    words = library.words
    names = words.group("workbench.tried.part")
    if expect.signpost:
        signpost = library.signpost.get(expect.signpost)
        yield Part("signpost", names["signpost"], signpost.title if signpost else expect.signpost)
        return
    route, policy = library.route.get(expect.route or ""), library.policy.get(expect.policy or "")
    yield Part("route", names["route"], route.name if route else str(expect.route))
    yield Part("policy", names["policy"], policy.title if policy else str(expect.policy))
    yield Part("stage", names["stage"], _stage(library, expect, expect.stage or ""))
    if expect.service:
        service = library.service.get(expect.service)
        yield Part("service", names["service"], service.name if service else expect.service)
    yield Part(
        "begun",
        names["begun"],
        words["workbench.tried.begun" if expect.begun else "workbench.tried.not_begun"],
    )
    for item in expect.deadlines:
        yield Part(f"deadlines/{item.id}", _does(library, expect, item.id), _day(library, item))
    yield Part("next", names["next"], _next(library, expect))


def _stage(library: Library, expect: Expected, key: str) -> str:
    policy = library.policy.get(expect.policy or "")
    titles = {each.key: each.title for each in policy.leaf_stages()} if policy else {}
    return titles.get(key, key)


def _next(library: Library, expect: Expected) -> str:
    if expect.next is None:
        return library.words["workbench.tried.nothing_next"]
    route = library.route.get(expect.next)
    return route.name if route else _stage(library, expect, expect.next)


def _does(library: Library, expect: Expected, name: str) -> str:
    """Say what should have happened by a deadline."""
    policy = library.policy.get(expect.policy or "")
    places = policy.timescales() if policy else ()
    timescale = next((each.timescale for each in places if each.timescale.id == name), None)
    return does_in_words(library, policy, timescale) if policy and timescale else name


def _day(library: Library, item: ExpectedDeadline) -> str:
    """Say the day of a deadline with its hour, its other readings, and whether it is provisional."""
    words = library.words
    if item.due is None:
        return words["workbench.tried.no_date"]
    said = words.long_date(item.due)
    if item.at:
        said = words("workbench.tried.at", date=said, time=item.at)
    for day in item.readings:
        said = words("workbench.tried.or", said=said, date=words.long_date(day))
    return words("workbench.tried.provisional", said=said) if item.provisional else said
