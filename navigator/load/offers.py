"""The answers of the triage that routes bring with them, so that a route of a service needs no other file."""

from collections.abc import Iterable
from dataclasses import replace

from navigator.core.model import Option, Route, Triage
from navigator.load.joined import with_options


def with_offers(triage: Triage, routes: Iterable[Route]) -> Triage:
    """Return the triage with each route's own answers, put before the answer of somebody who is not sure."""
    offered: dict[str, list[Option]] = {}
    for route in routes:
        for offer in route.offered:
            option = Option(
                route.id,
                offer.label,
                offer.hint,
                route=route.id,
                because=offer.because,
                source=offer.source,
            )
            offered.setdefault(offer.question, []).append(option)
    if not offered:
        return triage
    questions = tuple(with_options(question, offered.get(question.id, ())) for question in triage.questions)
    return replace(triage, questions=questions)
