"""A case as its pages need it: the scenario, its outcome, and names for its address and its content."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from navigator.check.next_look import next_look
from navigator.core.addressing import speaking_to
from navigator.core.cases import answers_of, play
from navigator.core.codec import encode
from navigator.core.conditions import Conditions
from navigator.core.journey import Trail, destination, follow
from navigator.core.model import Action, EntryRule, Library, Policy, Scenario
from navigator.core.model.policy import Position
from navigator.core.outcome import Outcome
from navigator.core.policies import policy_for
from navigator.core.questions import who
from navigator.core.short_codes import case_code, digest

MARK_LENGTH = 3


@dataclass(frozen=True)
class Case:
    """A scenario with what the engine makes of it. A case speaks to whoever tells it."""

    written: Library
    """The library, whoever it speaks to."""
    scenario: Scenario

    @cached_property
    def library(self) -> Library:
        """The library as it speaks to whoever tells the case."""
        return speaking_to(self.written, self.trail.node.reader)

    @cached_property
    def slug(self) -> str:
        """The case's part of an address: a code that tells a passer-by nothing."""
        return "c" + sha256(self.scenario.id.encode()).hexdigest()[:8]

    @property
    def code(self) -> str:
        """What names the case in the link of a session."""
        return case_code(self.scenario.id)

    @cached_property
    def mark(self) -> str:
        """A short code of the content: a link made before the case changed has another one."""
        return digest(json.dumps(encode(self.scenario), sort_keys=True, ensure_ascii=False), MARK_LENGTH)

    @cached_property
    def check_by(self) -> date:
        """The day after which the policies that it rests on are to be read again."""
        return min(next_look(policy).day for policy in self.policies)

    @property
    def address(self) -> str:
        """The page's address below the site's root."""
        return f"practice/{self.slug}/"

    @cached_property
    def outcome(self) -> Outcome:
        """The outcome. Raises LookupError where the answers give none; the check makes sure they do."""
        outcome = play(self.written, self.scenario)
        if not isinstance(outcome, Outcome):
            raise LookupError(f"{self.scenario.id}: {outcome}")  # noqa: TRY004 - a text says why there is none
        return outcome

    @cached_property
    def trail(self) -> Trail:
        """The questions that were answered on the way."""
        return follow(self.written, answers_of(self.written, self.scenario))

    @property
    def policy(self) -> Policy:
        """The policy of the outcome."""
        return self.outcome.policy

    @cached_property
    def policies(self) -> tuple[Policy, ...]:
        """The policy of the outcome, then those of the routes that tempt."""
        tempting = (turn.route for turn in self.scenario.wrong_turns)
        service = self.outcome.service
        return (self.policy, *(policy_for(self.library, route, service) for route in tempting))

    def place(self, policy: Policy, position: Position) -> str:
        """Name a stage, with its policy where that is not the policy of the outcome."""
        if policy is self.policy:
            return position.title
        return self.library.words.listed((policy.title, position.title))

    @cached_property
    def entry(self) -> EntryRule | None:
        """The rule by which the case begins at its stage, where there is one."""
        return destination(self.library, self.outcome.node).entry

    @cached_property
    def steps(self) -> tuple[Action, ...]:
        """The steps of the stage that hold in this case, as the outcome has them."""
        facts = destination(self.library, self.outcome.node).facts
        return tuple(Conditions(self.policy, facts).hold(self.position.innermost.steps))

    @property
    def position(self) -> Position:
        """The stage of the outcome."""
        return self.outcome.position


def audience(case: Case) -> str | None:
    """Say who tells the case, in the words of the questions; None where nobody was asked.

    It is the answer to the question that follows once nobody is in danger, or to the one who reads an urgent
    answer.
    """
    start = case.library.question[case.library.triage.start]
    asked = next((option.next for option in start.options if option.next), None)
    return next(
        (step.choice.label for step in case.trail.answered if step.question.id in (asked, who.ID)), None
    )
