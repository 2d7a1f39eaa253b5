"""The sentence that leads a page: who must do what, by when. The reader is `you`, others are named."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from navigator.core.addressing import is_the_reader
from navigator.core.citations import Cited
from navigator.core.model import DateKind, Firmness, Library, Phase, Role, Words
from navigator.core.role_names import actor, sentence, to_do
from navigator.core.time.deadlines import Deadline

_MODALS = {Firmness.MUST: "must", Firmness.USUAL: "usual"}
"""How the lead words what a source demands; whatever else it says, the lead says `should`."""


@dataclass(frozen=True)
class Act:
    """One step, with its roles and its source resolved."""

    who: Role
    you: bool
    """True where it is the reader's own."""
    does: str
    act: str | None
    """The same as what follows `should`."""
    says: str
    """The step as a sentence: `Talk it through with your supervising social worker.`"""
    to: tuple[Role, ...]
    cc: tuple[Role, ...]
    record: str | None
    done: bool
    """True for an act that has brought about what it should."""
    source: Cited
    condition: str | None = None
    """On what condition it is done, in words; None where it always is, or the reader has answered it."""
    deadline: Deadline | None = None
    """By when it is done, where the policy ties it to a timescale."""


@dataclass(frozen=True)
class Lead:
    """Who must do what by when, in one sentence."""

    phase: Phase
    says: str
    """The sentence, with its date where that is known."""
    without_date: str
    """The sentence as far as it goes without a date, with no full stop."""
    actor: Role | None = None
    you: bool = False
    """True where the reader is to act."""
    does: str | None = None
    """What they do, without who and by when."""
    deadline: Deadline | None = None
    """By when."""
    planned: str | None = None
    """Said where the day to count from is still to come."""
    source: Cited | None = None
    condition: str | None = None
    """On what condition this is what leads, in words; None where it always is, or the reader has answered."""

    @property
    def actor_id(self) -> str | None:
        """The role that acts, or `reader` for somebody who has none here; None where nobody is named."""
        return self.actor.id if self.actor else "reader" if self.you else None

    @property
    def by(self) -> date | None:
        """The last day, or the first one of what can only be overdue never."""
        return self.deadline.due if self.deadline else None

    @property
    def at(self) -> time | None:
        """The time of that day."""
        return self.deadline.at if self.deadline else None

    @property
    def kind(self) -> str:
        """A limit, a duty, the first day of something, or none where there is no time."""
        return self.deadline.kind.value if self.deadline else "none"


def of_act(library: Library, phase: Phase, act: Act, deadline: Deadline | None, today: date) -> Lead:
    """Lead with a step: an instruction to the reader, or what somebody else should do."""
    words = library.words
    if act.you:
        said = sentence(act.act or act.does)
    elif act.act:
        said = words("lead.should", who=actor(words, act.who), act=act.act)
    else:
        said = to_do(words, act.who, act.does).removesuffix(".")
    lead = _lead(words, phase, said, act.who, act.you, act.act or act.does, deadline, act.source, today)
    return replace(lead, condition=act.condition)


def of_deadline(library: Library, phase: Phase, item: Deadline, reader: str | None, today: date) -> Lead:
    """Lead with what somebody should have done by a date."""
    words, act = library.words, item.act
    you = item.who is not None and is_the_reader(library, item.who, reader)
    if act is None or item.who is None:
        said = item.does.removesuffix(".")
    elif item.kind is DateKind.NOT_BEFORE:
        said = words("lead.usual_later", who=actor(words, item.who), act=act)
    elif you and item.kind is DateKind.LIMIT:
        said = sentence(act)
    else:
        modal = _MODALS.get(item.timescale.firmness or Firmness.NOT_STATED, "should")
        said = words(f"lead.{modal}", who=actor(words, item.who), act=act)
    return _lead(words, phase, said, item.who, you, act or item.does, item, item.source, today)


def _lead(
    words: Words,
    phase: Phase,
    said: str,
    who: Role | None,
    you: bool,
    does: str,
    deadline: Deadline | None,
    source: Cited | None,
    today: date,
) -> Lead:
    said = said.removesuffix(".")
    whole = words("lead.alone", said=said)
    planned = None
    if deadline and deadline.due:
        form = "from" if deadline.kind is DateKind.NOT_BEFORE else "hour" if deadline.at else "by"
        at = words.time_of_day(deadline.at) if deadline.at else ""
        whole = words(f"lead.{form}", said=said, date=words.long_date(deadline.due), time=at)
        if deadline.start_date and deadline.start_date > today and not deadline.projected:
            planned = words("lead.planned", date=words.long_date(deadline.start_date))
    return Lead(phase, whole, said, who, you, does, deadline, planned, source)


def in_words(
    phase: Phase, says: str, who: Role | None, deadline: Deadline | None, source: Cited | None
) -> Lead:
    """Lead with a sentence as it stands: it tells the reader what to do, in a role where they have one."""
    return Lead(phase, says, says.removesuffix("."), who, True, says, deadline, source=source)


def missed(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the limit that has passed, if one has."""
    return next((each for each in deadlines if each.is_missed_limit), None)


def nearest(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the next date to come; failing that the one that closes the stage, failing that the first."""
    items = tuple(deadlines)
    ahead = [item for item in items if item.is_coming and not item.projected]
    if ahead:
        return min(ahead, key=lambda item: (item.condition is not None, item.due or date.max))
    closing = (item for item in items if item.timescale.closes_stage)
    return next(closing, None) or next(iter(items), None)
