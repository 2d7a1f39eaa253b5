"""What no scenario tries: an answer, a place in a policy, or a rule, which could then be lost unnoticed."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.journey import destination, paths
from navigator.core.model import Exclusion, Library, Policy, Question, Scenario, Service, Signpost
from navigator.core.outcome import Outcome
from navigator.core.places import NOT_BEGUN, UNSURE
from navigator.core.questions import condition
from navigator.core.questions import service as service_question
from navigator.load.problem import Problem

HINT = "Add a scenario for it."


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each part that no scenario tries.

    Without any scenario there is nothing to say, nor of a service that has none of its own.
    """
    library = parts.loaded.library
    if library is None or not library.scenarios:
        return
    tried = _Tried(library, parts.played)
    for located in parts.of(Question):
        asked = library.question.get(located.value.id)
        for index, option in enumerate(located.value.options):
            if asked and option in asked.options and (asked.id, option.id) not in tried.answers:
                yield located.finding(f"no scenario gives the answer {option.id}", HINT, "options", index)
    for service in parts.of(Service):
        if (service_question.ID, service.value.id) in tried.open - tried.answers:
            yield service.finding("no scenario names this service", HINT)
    with_cases = {"", *(case.file.service for case in parts.of(Scenario))}
    for policy in parts.of(Policy):
        if policy.file.service in with_cases and policy.value.id in library.policy:
            yield from _policy(policy, tried, library)


class _Tried:
    """What the scenarios try, and what could be tried."""

    def __init__(self, library: Library, played: dict[str, Outcome | Signpost | str]) -> None:
        self.answers: set[tuple[str, str]] = set()
        self.places: set[tuple[str, str]] = set()
        self.rules: set[str] = set()
        self.conditions: set[tuple[str, str, str]] = set()
        for scenario in library.scenarios:
            self.rules.update(scenario.shows)
            self.answers.update((given.question, given.option) for given in scenario.answers)
            outcome = played[scenario.id]
            if isinstance(outcome, Outcome):
                self.places.add((outcome.policy.id, outcome.node.choice or ""))
                self.conditions.update((outcome.policy.id, *fact) for fact in outcome.node.facts)
        self.open: set[tuple[str, str]] = set()
        self.reachable: set[tuple[str, str]] = set()
        self.asked: set[tuple[str, str, str]] = set()
        for answers, node in paths(library):
            self.open.update(answers.items())
            if node.signpost:
                continue
            policy = destination(library, node).policy.id
            self.reachable.add((policy, node.choice or ""))
            self.asked.update((policy, *fact) for fact in node.facts)


def _policy(located: Located[Policy], tried: _Tried, library: Library) -> Iterator[Problem]:
    policy = located.value
    for choice in sorted(choice for owner, choice in tried.reachable - tried.places if owner == policy.id):
        key = {NOT_BEGUN: "start", UNSURE: "unsure"}.get(choice, "stages")
        yield located.finding(f"no scenario gives the answer {choice}", HINT, key)
    for number, each in enumerate(policy.conditions):
        for answer in (condition.YES, condition.NO):
            if (policy.id, condition.question_id(each.id), answer) in tried.asked - tried.conditions:
                says = f"no scenario answers {answer} to this condition"
                yield located.finding(says, HINT, "conditions", number)
    for path, rule in policy.rules():
        leads_to = rule.leads_to if isinstance(rule, Exclusion) else None
        is_shown = leads_to is None or leads_to in library.route
        if is_shown and f"{policy.id}/{rule.id}" not in tried.rules:
            yield located.finding(f"no scenario shows the rule {rule.id}", HINT, *path)
