"""Readers: somebody says that they are one, none is like itself, and each has one page of a route."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Option, Policy, Reader
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each reader that nobody can be, or whose pages are not told apart."""
    readers = list(parts.of(Reader))
    like = {each.value.id: each.value.like for each in readers}
    said = {option.value.reader for option in parts.of(Option)}
    for each in readers:
        if _circles(each.value.id, like):
            hint = "Name a reader who is like nobody, or take it out."
            yield each.error("leads in a circle", hint, "like")
        # Whoever others are like may stand for all of them.
        if each.value.id not in said and each.value.id not in like.values():
            hint = "Name it as reader of an answer in triage.yaml, or take it out."
            yield each.error(f"nobody can say that they are {each.value.id}", hint, "id")
    yield from _spoken_to(list(parts.of(Policy)))


def _circles(reader: str, like: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = reader
    while at is not None and at not in seen:
        seen.add(at)
        at = like.get(at)
    return at is not None


def _spoken_to(policies: list[Located[Policy]]) -> Iterator[Problem]:
    taken: dict[tuple[str, str], str] = {}
    for each in policies:
        policy = each.value
        if policy.speaks_to and not policy.national:
            hint = "Take it out, or write national: true."
            yield each.error("is only for a national policy", hint, "speaks_to", on_key=True)
            continue
        for index, reader in enumerate(policy.speaks_to):
            other = taken.setdefault((policy.route, reader), policy.id)
            if other != policy.id:
                what = f"{reader} gets {other} for {policy.route} already"
                yield each.error(what, "Name each reader of a route in one policy.", "speaks_to", index)
