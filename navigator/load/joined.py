"""What the folders of services put into shared parts: their ways in, and cases in the packs of all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from navigator.core.model import Option, Pack, Question, Scenario, Service, Triage


def joined_triage(triage: Triage, services: Iterable[Service], questions: Iterable[Question]) -> Triage:
    """Return the triage with the questions of services, and with the answers that lead to them.

    An answer of a service stands before the one for somebody who is not sure.
    """
    added: dict[str, list[Option]] = {}
    for service in services:
        for way in service.ways_in:
            added.setdefault(way.question, []).append(way.option)
    held = (*triage.questions, *questions)
    return replace(
        triage, questions=tuple(with_options(question, added.get(question.id, ())) for question in held)
    )


def with_options(question: Question, added: Iterable[Option]) -> Question:
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
