"""What an answer is held to show of a fact: a date, words in place of one, a step, what follows, a line."""

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from navigator.core.lead import Act
from navigator.core.model import Role
from navigator.core.outcome import Following, Outcome
from navigator.core.time.deadlines import Deadline


class Expectation(Protocol):
    """Something that an answer must show."""

    def hold(self, outcome: Outcome) -> None:
        """Raise AssertionError where it does not."""


def _deadline(outcome: Outcome, name: str) -> Deadline:
    return next(each for each in outcome.deadlines if each.timescale.id == name)


def _name(outcome: Outcome, role: Role) -> str:
    """Return a role's name as its service writes it: elsewhere it may be called after the service."""
    return role.id.removeprefix(f"{outcome.node.service}-")


def _role_names(outcome: Outcome, roles: tuple[Role, ...]) -> list[str]:
    return [_name(outcome, role) for role in roles]


@dataclass(frozen=True)
class Due:
    """A timescale has a date, and who must meet it."""

    timescale: str
    day: str
    at: str | None = None
    earliest: str | None = None
    who: str | None = None
    condition: str | None = None
    """As said where the reader has not answered it."""
    unless_extended: str | None = None
    """The date to which it may be extended, where it is not."""

    def hold(self, outcome: Outcome) -> None:
        """Compare the date."""
        found = _deadline(outcome, self.timescale)
        assert found.due == date.fromisoformat(self.day)
        assert found.at == (time.fromisoformat(self.at) if self.at else None)
        assert found.earliest == (date.fromisoformat(self.earliest) if self.earliest else None)
        assert found.condition == self.condition
        if self.who:
            assert found.who is not None
            assert _name(outcome, found.who) == self.who
        if self.unless_extended:
            assert found.extension is not None
            assert found.extension.due == date.fromisoformat(self.unless_extended)
            assert not found.extension.applies


@dataclass(frozen=True)
class NotPast:
    """A timescale has a date that is gone, and yet nobody is told that it is overdue."""

    timescale: str
    day: str

    def hold(self, outcome: Outcome) -> None:
        """Compare the date, and look for a word of how long ago it was."""
        found = _deadline(outcome, self.timescale)
        assert found.due == date.fromisoformat(self.day)
        assert found.due < outcome.today
        assert found.status is None


@dataclass(frozen=True)
class NoDate:
    """A timescale has no date, and says in words what the document says."""

    timescale: str
    rule: str
    condition: str | None = None

    def hold(self, outcome: Outcome) -> None:
        """Compare the words."""
        found = _deadline(outcome, self.timescale)
        assert found.due is None
        assert found.rule == self.rule
        assert found.condition == self.condition


@dataclass(frozen=True)
class Reads:
    """Another way to read a timescale has a date."""

    timescale: str
    day: str

    def hold(self, outcome: Outcome) -> None:
        """Compare the dates of the readings."""
        due = [reading.due for reading in _deadline(outcome, self.timescale).readings]
        assert due == [date.fromisoformat(self.day)]


@dataclass(frozen=True)
class Notes:
    """A timescale says beside its date what a reader must know of it."""

    timescale: str
    says: str

    def hold(self, outcome: Outcome) -> None:
        """Look for the words."""
        found = _deadline(outcome, self.timescale)
        said = [*found.notes, found.assumption or ""]
        assert any(self.says in each for each in said), said


@dataclass(frozen=True)
class Hidden:
    """A timescale is not shown, as its condition is not met."""

    timescale: str

    def hold(self, outcome: Outcome) -> None:
        """Look for the timescale."""
        assert self.timescale not in [each.timescale.id for each in outcome.deadlines]


@dataclass(frozen=True)
class Step:
    """Somebody does something, to somebody, and something is written down."""

    who: str
    does: str
    """The beginning of what is done."""
    to: tuple[str, ...] = ()
    record: str | None = None
    condition: str | None = None

    def hold(self, outcome: Outcome) -> None:
        """Look for the step."""
        found = _step(outcome, self.who, self.does)
        assert found is not None, [(act.who.id, act.does) for act in outcome.steps]
        assert _role_names(outcome, found.to) == list(self.to)
        assert found.condition == self.condition
        if self.record:
            assert self.record in (found.record or "")


@dataclass(frozen=True)
class NoStep:
    """Nobody does something, as its condition is not met."""

    who: str
    does: str

    def hold(self, outcome: Outcome) -> None:
        """Look for the step."""
        assert _step(outcome, self.who, self.does) is None


@dataclass(frozen=True)
class Before:
    """One step comes before another one."""

    first: str
    second: str

    def hold(self, outcome: Outcome) -> None:
        """Compare the places of the steps."""
        does = [act.does for act in outcome.steps]
        places = [
            next(at for at, each in enumerate(does) if each.startswith(begins))
            for begins in (self.first, self.second)
        ]
        assert places == sorted(places)


def _step(outcome: Outcome, who: str, does: str) -> Act | None:
    return next(
        (act for act in outcome.steps if _name(outcome, act.who) == who and act.does.startswith(does)), None
    )


@dataclass(frozen=True)
class Leads:
    """What follows a stage: to which stage or route, or that it is over."""

    way: str
    """`next`, `settled`, `then`, or `other` for another way on."""
    to: str | None
    """The stage's or the route's name; None where the matter is over."""
    back: bool = False
    condition: str | None = None

    def hold(self, outcome: Outcome) -> None:
        """Compare the way on."""
        ways = outcome.other_ways if self.way == "other" else (getattr(outcome, self.way),)
        found: Following | None = next((way for way in ways if way), None)
        assert found is not None
        place = found.position.key if found.position else found.route.id if found.route else None
        assert place == self.to
        assert found.ends == (self.to is None)
        assert found.back == self.back
        assert found.condition == self.condition


@dataclass(frozen=True)
class Detour:
    """Something is tried before the stage."""

    says: str
    may_be_declined: bool

    def hold(self, outcome: Outcome) -> None:
        """Look for the detour."""
        found = [each for each in outcome.detours if self.says in each.says]
        assert [each.may_be_declined for each in found] == [self.may_be_declined]


@dataclass(frozen=True)
class Says:
    """A line stands in the answer, whatever part it belongs to."""

    part: str
    """`warnings`, `rules` or `rights`."""
    says: str
    condition: str | None = None

    def hold(self, outcome: Outcome) -> None:
        """Look for the line."""
        found = [each for each in getattr(outcome, self.part) if self.says in each.says]
        assert len(found) == 1, [each.says for each in getattr(outcome, self.part)]
        assert getattr(found[0], "condition", None) == self.condition


@dataclass(frozen=True)
class LeftOpen:
    """The policy's author says what the document leaves open; readers see it where it is published."""

    says: str

    def hold(self, outcome: Outcome) -> None:
        """Look for the finding, at this stage."""
        found = [each for each in outcome.policy.findings if self.says in each.says]
        assert [outcome.position.key in each.stages for each in found] == [True]


@dataclass(frozen=True)
class Does:
    """A timescale says in its own words what should have happened."""

    timescale: str
    does: str

    def hold(self, outcome: Outcome) -> None:
        """Compare the words."""
        assert _deadline(outcome, self.timescale).does == self.does


@dataclass(frozen=True)
class Reaches:
    """The answer has these contacts, each with this telephone number."""

    phones: tuple[tuple[str, str], ...]

    def hold(self, outcome: Outcome) -> None:
        """Compare the numbers."""
        numbers = {contact.id: contact.phone for contact in outcome.contacts}
        assert [(name, numbers.get(name)) for name, _ in self.phones] == list(self.phones)


@dataclass(frozen=True)
class ForReaders:
    """The policy is for these readers."""

    readers: tuple[str, ...]

    def hold(self, outcome: Outcome) -> None:
        """Compare the readers."""
        assert outcome.policy.readers == self.readers


@dataclass(frozen=True)
class NotFor:
    """The policy leaves something out and names another route."""

    what: str
    route: str

    def hold(self, outcome: Outcome) -> None:
        """Compare the route."""
        found = {each.exclusion.what: each.route.id if each.route else None for each in outcome.not_covered}
        assert found[self.what] == self.route
