"""Signposts: each is led to, and is whole for whoever reads it."""

from collections.abc import Iterator
from typing import Final

from navigator.check.acts import misfit
from navigator.check.located import Located, LocatedParts
from navigator.core.addressing import is_the_reader
from navigator.core.base_form import base_form
from navigator.core.model import FirstThing, HelpStep, Library, Need, Option, Signpost, WayOn
from navigator.load.problem import Problem

MOST_WORDS: Final = 20
"""What leads a page is no longer: it is read at a glance, with `You should` before it."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each signpost that cannot be shown as it stands, or that nothing leads to."""
    for located in parts.of(Signpost):
        yield from _ways(located)
    for first in parts.of(FirstThing):
        yield from misfit(first, first.value.act)
    for step in parts.of(HelpStep):
        yield from misfit(step, step.value.act)
    if parts.loaded.library:
        for located in parts.of(Signpost):
            yield from _steps(located, parts.loaded.library)
        yield from _unreached(parts)


def _ways(located: Located[Signpost]) -> Iterator[Problem]:
    for key in ("leads_to", "is_not"):
        ways: tuple[WayOn, ...] = getattr(located.value, key)
        for index, way in enumerate(ways):
            if way.route and way.signpost:
                yield located.error("leads to two places", "Keep route or signpost.", key, index)
            elif key == "leads_to" and not (way.route or way.signpost):
                yield located.error("leads nowhere", "Write a route or a signpost.", key, index)
            elif way.signpost == located.value.id:
                yield located.error("leads to itself", "Name another one.", key, index, "signpost")


def _steps(located: Located[Signpost], library: Library) -> Iterator[Problem]:
    """Tell of a step that lacks what its page says: `act` to the reader, and `does` of anybody else."""
    reader = next(iter(located.value.readers), None)
    for index, step in enumerate(located.value.steps):
        role = library.role.get(step.who)
        if role is None:
            continue
        if is_the_reader(library, role, reader):
            if step.act is None:
                example = base_form(step.does) if step.does else "keep a copy"
                hint = f"Write what follows `you should`, such as: {example}."
                what = f"is missing, and to {step.who} this step speaks as `you`"
                yield located.error(what, hint, "steps", index, "act")
        elif step.does is None:
            hint = f"Write what follows {step.who}, such as: answers in writing."
            yield located.error("is missing", hint, "steps", index, "does")


def _unreached(parts: LocatedParts) -> Iterator[Problem]:
    """Tell of signposts that no answer and no other signpost leads to."""
    led_to = {option.value.signpost for option in parts.of(Option)}
    led_to |= {way.value.signpost for way in parts.of(WayOn)}
    for located in parts.of(Signpost):
        if not located.value.offered and located.value.id not in led_to:
            hint = "Write under offered which question has an answer that leads here."
            yield located.error("nothing leads here", hint, "id")


def lengths(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each lead that is too long to be read at a glance, and for what no need lists."""
    for located in parts.of(FirstThing):
        count = len(located.value.act.split())
        if count > MOST_WORDS:
            hint = f"Keep to {MOST_WORDS} words, and move the rest to a step or a fact."
            yield located.finding(f"has {count} words", hint, "act")
    listed = {name for need in parts.of(Need) for name in need.value.signposts}
    for signpost in parts.of(Signpost) if listed else ():
        if signpost.value.id not in listed and not signpost.value.nation:
            hint = "Name it under signposts at a need in triage.yaml."
            yield signpost.finding("stands under no need on the home page", hint, "id")
