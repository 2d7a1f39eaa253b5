"""What services, routes and signposts put into shared parts: answers that lead there, and cases in packs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from navigator.core.model import (
    Offer,
    Option,
    Pack,
    Question,
    Route,
    Scenario,
    Service,
    Signpost,
    Source,
    Triage,
)


def joined_triage(
    triage: Triage,
    services: Iterable[Service],
    routes: Iterable[Route],
    signposts: Iterable[Signpost],
    questions: Iterable[Question],
) -> Triage:
    """Return the triage with the questions of services, and the answers that others bring.

    Such an answer stands before the one for somebody who is not sure.
    """
    brought = [(way.question, way.option) for service in services for way in service.ways_in]
    brought += [(offer.question, _to_route(route, offer)) for route in routes for offer in route.offered]
    brought += [(offer.question, _to_signpost(each, offer)) for each in signposts for offer in each.offered]
    added: dict[str, list[Option]] = {}
    for question, option in brought:
        added.setdefault(question, []).append(option)
    held = (*triage.questions, *questions)
    return replace(
        triage, questions=tuple(_with_options(question, added.get(question.id, ())) for question in held)
    )


def _to_route(route: Route, offer: Offer) -> Option:
    """Return the answer that a route brings: it leads to it."""
    return Option(
        route.id, offer.label, offer.hint, route=route.id, because=offer.because, source=offer.source
    )


def _to_signpost(signpost: Signpost, offer: Offer) -> Option:
    """Return the answer that a signpost brings: it leads to it, and its source falls back on its document."""
    source = offer.source or signpost.first.source
    return Option(
        signpost.id,
        offer.label,
        offer.hint,
        signpost=signpost.id,
        because=offer.because,
        source=Source(source.section, source.document or signpost.document, source.confidence),
    )


def _with_options(question: Question, added: Iterable[Option]) -> Question:
    """Return a question with more answers, before the one for somebody who is not sure."""
    sure = (option for option in question.options if not option.unsure)
    unsure = (option for option in question.options if option.unsure)
    return replace(question, options=(*sure, *added, *unsure))


def joined_packs(
    packs: Iterable[Pack], cases: Iterable[Scenario], services: Iterable[Service], owners: Mapping[str, str]
) -> tuple[Pack, ...]:
    """Return packs with the cases that name them: each behind the case it names, or else at the end."""
    turn = {service.id: at for at, service in enumerate(services)}
    ordered = sorted(cases, key=lambda case: (turn.get(owners[case.id], -1), case.id))
    joining: dict[str, dict[str, str | None]] = {}
    for case in ordered:
        for place in case.joins:
            joining.setdefault(place.pack, {})[case.id] = place.after
    return tuple(replace(pack, scenarios=_with(pack.scenarios, joining.get(pack.id, {}))) for pack in packs)


def _with(cases: Sequence[str], joining: Mapping[str, str | None]) -> tuple[str, ...]:
    found, waiting = list(cases), {case: after for case, after in joining.items() if case not in cases}
    while placed := next((case for case, after in waiting.items() if after in found), None):
        found.insert(found.index(waiting.pop(placed) or "") + 1, placed)
    return (*found, *waiting)
