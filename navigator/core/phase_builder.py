"""What a reader is told in each phase of a stage: the lead, what else to do, and what to write."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from navigator.core import lead as leading
from navigator.core import model
from navigator.core.addressing import is_the_reader
from navigator.core.citations import Cited, cite
from navigator.core.filled_message import FilledMessage, Filler
from navigator.core.journey import Destination
from navigator.core.lead import Act, Lead
from navigator.core.model import DateKind, Firmness, Phase
from navigator.core.outcome import Following, PhaseShown
from navigator.core.phases import PhaseRules, phases_at, rules_of
from navigator.core.time.calendar import OutsideCalendar, WorkingCalendar
from navigator.core.time.deadlines import Deadline

ONWARD: Final = (Phase.LATE, Phase.ANSWERED, Phase.REFUSED, Phase.OVER)
"""The phases in which what follows the stage is what to do now."""


@dataclass(frozen=True)
class PhaseBuilder:
    """Puts together the phases of an end."""

    library: model.Library
    end: Destination
    deadlines: tuple[Deadline, ...]
    overall: tuple[Deadline, ...]
    calendar: WorkingCalendar
    today: date
    fill: Filler
    resolve: Callable[[Iterable[model.Action], Mapping[str, Deadline], model.Source], tuple[Act, ...]]
    follow: Callable[[model.Next | None], Following | None]
    begun_on: date | None

    def current(self, said: Phase | None) -> Phase:
        """Return the phase that the stage is in: what the reader said, or what the dates tell."""
        phase = said or self.end.phase
        if said or phase not in (Phase.WAITING, Phase.TO_START):
            return phase
        if phase is Phase.TO_START and self.end.begun and self.is_done:
            phase = Phase.WAITING
        if phase is Phase.TO_START:
            return Phase.LATE if self.missed else phase
        closing = (item for item in self.deadlines if item.timescale.closes_stage)
        over = any(item.is_past for item in closing)
        stuck = bool(self.overdue) and not any(item.is_coming for item in self.deadlines)
        return Phase.LATE if over or stuck else phase

    @property
    def overdue(self) -> list[Deadline]:
        """What others should have done by days that have passed, the latest last."""
        past = [
            item
            for item in self.deadlines
            if item.is_past and item.kind is DateKind.DUTY and not item.condition
            if item.who is None or not self.is_you(item.who)
        ]
        return sorted(past, key=lambda item: item.due or date.min)

    @property
    def missed(self) -> Deadline | None:
        """The limit that has passed: of the stage, or of the whole where nothing has begun."""
        of_the_whole = None if self.end.begun else leading.missed(self.overall)
        return leading.missed(self.deadlines) or of_the_whole

    @property
    def is_done(self) -> bool:
        """Say whether a day is given on which the act was done that is to be done here."""
        done = {event for event, day in self.fill.dates.items() if day <= self.today}
        return any(step.brings in done for step in self.end.position.innermost.steps)

    def phases(self, current: Phase) -> Iterator[PhaseShown]:
        """Yield the current phase, and then each other one that a reader can say the stage is in."""
        yield self.shown(current)
        if self.end.unsure or not self.end.begun:
            return  # what may have happened is told of a stage that has begun
        offered = phases_at(self.library, self.end.policy, self.end.position)
        for phase in dict.fromkeys((self.end.phase, *offered)):  # so that a tap by mistake can be taken back
            if phase is not current:
                yield self.shown(phase)

    def shown(self, phase: Phase) -> PhaseShown:
        """Return a phase as it is shown."""
        # Where nothing has begun and a limit has passed, it is still the first act that is to be done.
        told = Phase.TO_START if phase is Phase.LATE and not self.end.begun else phase
        rules = self.rules(told)
        acts = self.in_turn(self.acts(told, rules))
        leads = self.lead(phase, rules, acts)
        late = None
        if phase is Phase.WAITING:
            after = self.rules(Phase.LATE)
            late = self.lead(Phase.LATE, after, self.in_turn(self.acts(Phase.LATE, after)))
        follows = self.follow(rules.next)
        if follows is None and phase in ONWARD:
            follows = self.unresolved(phase, rules)
        if follows is None and phase is Phase.SETTLED:
            follows = self.follow(self.end.position.innermost.if_settled)
        return PhaseShown(
            phase,
            rules.label or self.library.words[f"phase.{phase}"],
            leads,
            self.more(acts, leads),
            self.meanwhile(rules, acts, leads),
            None if rules.says == leads.says else rules.says,
            follows,
            self.message(told, rules),
            late,
            self.day_after(leads.deadline) if late else None,
            not_stated=rules.not_stated and phase in ONWARD,
            overdue=self.overdue_in_words(leads) if phase is Phase.WAITING else None,
        )

    def overdue_in_words(self, leads: Lead) -> str | None:
        """Say what should have come already, where what leads is something later that others do.

        An earlier time for the same thing comes before what was to happen on the way to it.
        """
        awaited = leads.deadline
        past = [item for item in self.overdue if item.act and item is not awaited]
        if leads.you or awaited is None or not past:
            return None
        same = [item for item in past if item.timescale.ends_with == awaited.timescale.ends_with]
        on_the_way = [item for item in past if not item.projected]
        item = (same or on_the_way or past)[-1]
        said = leading.of_deadline(self.library, leads.phase, item, self.end.reader, self.today).says
        late = self.rules(Phase.LATE).label or self.library.words[f"phase.{Phase.LATE}"]
        told = Phase.LATE in phases_at(self.library, self.end.policy, self.end.position)
        form = "overdue" if told and item.timescale.firmness is not Firmness.USUAL else "usual_over"
        return self.library.words(f"lead.{form}", says=said, late=late)

    def unresolved(self, phase: Phase, rules: PhaseRules) -> Following | None:
        """Return where a stage leads that settles nothing; its words are left out where a step says them.

        Such a step is written for the phase of this stage, or it is what the next stage begins with.
        """
        stage = self.end.position.innermost
        follows = self.follow(stage.if_unresolved)
        said = not rules.steps or any(each.phase is phase and each.steps for each in stage.phases)
        return replace(follows, says="") if follows and follows.position and said else follows

    def rules(self, phase: Phase) -> PhaseRules:
        """Return what is said of a phase to the reader."""
        return rules_of(self.library, self.end.policy, self.end.position, phase, self.end.reader)

    @property
    def urgent(self) -> bool:
        """True where a child's safety may be at stake: nothing is asked first, and no case is passed over."""
        return self.library.route[self.end.route].urgent

    def in_turn(self, acts: Iterable[Act]) -> list[Act]:
        """Return acts with the reader's own before those of others.

        What is on a condition comes after what is sure, but for an urgent page, where it stays in its place.
        """
        return sorted(acts, key=lambda act: (not act.you, act.condition is not None and not self.urgent))

    def more(self, acts: list[Act], leads: Lead) -> tuple[Act, ...]:
        """Return what else is done: by the reader, and after a first act on a condition what is sure."""
        sure = next((at for at, act in enumerate(acts) if not act.condition), 0)
        others = (act for at, act in enumerate(acts) if act.you or (leads.condition and at <= sure))
        return tuple(act for act in others if act.says.removesuffix(".") != leads.without_date)[:3]

    def meanwhile(self, rules: PhaseRules, acts: list[Act], leads: Lead) -> tuple[Act, ...]:
        """Return what the reader does while others act: nothing where an act or a date of theirs leads."""
        if any(act.you for act in acts) or (leads.you and leads.deadline):
            return ()
        return self.resolve(rules.meanwhile, {}, rules.source or self.end.position.innermost.source)

    def acts(self, phase: Phase, rules: PhaseRules) -> tuple[Act, ...]:
        """Return what is done in a phase: what is written of it, or what follows from the stages."""
        stage, by_id = self.end.position.innermost, {item.timescale.id: item for item in self.deadlines}
        if rules.steps:
            return self.resolve(rules.steps, by_id, rules.source or stage.source)
        if self.begins_with_the_stage(phase, rules):
            steps = self.resolve(stage.steps, by_id, stage.source)
            pending = tuple(step for step in steps if not step.done or phase is Phase.TO_START)
            return pending if self.urgent else pending[:1]
        following = self.next_stage if phase in ONWARD else None
        if following:
            first = (following.opening,) if following.opening else following.steps[:1]
            return self.resolve(first, {}, following.source)
        return ()

    def begins_with_the_stage(self, phase: Phase, rules: PhaseRules) -> bool:
        """Say whether what to do is what the stage begins with.

        Whoever cannot say how far it has got asks that first, where there is a letter for it.
        """
        if phase is Phase.UNSURE:
            return self.urgent or not rules.letter
        return phase is Phase.TO_START

    @property
    def next_stage(self) -> model.Stage | None:
        """The stage that follows if this one does not settle it."""
        after = self.end.position.innermost.if_unresolved
        if after is None or after.stage is None or after.back:
            return None
        return self.end.policy.position(after.stage).innermost

    def lead(self, phase: Phase, rules: PhaseRules, acts: list[Act]) -> Lead:
        """Return the sentence that leads a phase."""
        library, words, source = self.library, self.library.words, self.cite(rules.source)
        gone = self.missed
        if phase is Phase.LATE and gone and not (rules.steps and self.end.begun):
            says = gone.timescale.if_missed or words["lead.missed"]
            return leading.in_words(phase, says, self.writer, gone, gone.source)
        awaited = self.awaited if phase is Phase.WAITING and not (acts and acts[0].you) else None
        if awaited and rules.steps and awaited.kind is not DateKind.DUTY:
            awaited = None
        if awaited and (awaited.due or awaited.act or not acts):
            return leading.of_deadline(library, phase, awaited, self.end.reader, self.today)
        if phase is Phase.UNSURE and self.end.policy.unsure and not rules.steps:
            return leading.in_words(phase, self.end.policy.unsure.says, self.writer, None, source)
        if acts:
            first = acts[0]
            by = first.deadline or (self.limit_of(first) if phase is Phase.TO_START else None)
            return leading.of_act(library, phase, first, by, self.today)
        return leading.in_words(phase, rules.says or words[f"lead.phase.{phase}"], self.writer, None, source)

    def limit_of(self, act: Act) -> Deadline | None:
        """Return the limit by which a first step must be done, where the stage has one for whoever acts."""
        limits = [item for item in (*self.deadlines, *self.overall) if item.kind is DateKind.LIMIT]
        limits = [item for item in limits if not item.projected and not item.is_past]
        own = [item for item in limits if item.who is None or item.who.id == act.who.id]
        known = [item for item in own if item.due]
        return leading.nearest(known) or next((item for item in own if item.timescale.closes_stage), None)

    @property
    def awaited(self) -> Deadline | None:
        """What is awaited at the stage: the next date of somebody's duty."""
        duties = [item for item in self.deadlines if item.kind is not DateKind.LIMIT]
        return leading.nearest(duties or self.deadlines)

    def day_after(self, item: Deadline | None) -> date | None:
        """Return the first working day on which something is late."""
        if item is None or item.due is None or item.kind is DateKind.NOT_BEFORE:
            return None
        try:
            return self.calendar.on_or_after(item.due + timedelta(days=1))
        except (OutsideCalendar, OverflowError):
            return None

    def cite(self, source: model.Source | None) -> Cited | None:
        """Resolve a source, where there is one."""
        return cite(self.library, source, self.end.policy.document) if source else None

    def message(self, phase: Phase, rules: PhaseRules) -> FilledMessage | None:
        """Return what the reader could write now: an authored message, or the letter of the phase."""
        stage = self.end.position.innermost
        ready = list(rules.messages)
        if stage.message and self.begins_with_the_stage(phase, rules):
            ready.append(stage.message)
        following = self.next_stage
        if (
            following
            and following.message
            and (phase in (Phase.LATE, Phase.ANSWERED) or goes_on(rules, following))
        ):
            ready.append(following.message)
        role, reader = self.library.role, self.end.reader
        awaited = self.awaited
        to = self.addressee(awaited)
        if not self.writes_to(to, rules):
            ready.extend(rules.added)
        own = [each for each in ready if reader and is_the_reader(self.library, role[each.who], reader)]
        if own or (ready and self.writer is None):
            return self.fill.message((own or ready)[0], (*self.deadlines, *self.overall))
        if rules.letter is None or to is None or self.writer is None or not self.takes_part(rules):
            return None
        if phase is not Phase.SETTLED and awaited and awaited.who and self.is_you(awaited.who):
            return None  # whoever is awaited does not write to others that nothing has come
        due = self.over if phase is Phase.LATE else awaited
        if due and due.kind is DateKind.NOT_BEFORE:
            due = None
        return self.fill.letter(rules.letter, self.writer, to, self.end, self.begun_on, due)

    @property
    def over(self) -> Deadline | None:
        """What should have happened and has not: what closes the stage, or else the latest of the rest."""
        past = [item for item in self.deadlines if item.is_past]
        closing = [item for item in past if item.timescale.closes_stage]
        return next(reversed(closing or past), None)

    @property
    def writer(self) -> model.Role | None:
        """The reader's own role: the first of them, where they have several."""
        roles = (role for role in self.library.roles if not role.anybody)
        return next((role for role in roles if is_the_reader(self.library, role, self.end.reader)), None)

    def takes_part(self, rules: PhaseRules) -> bool:
        """Say whether the matter is one that the reader brings, or that they take further in this phase.

        Whoever only stands by has nothing to take back, and no answer to be unhappy with.
        """
        first = self.end.policy.first_stage.innermost.steps[:1]
        brought = (step for _, step in self.end.policy.steps() if step.brings)
        return any(self.is_you(self.library.role[step.who]) for step in (*first, *brought, *rules.nearest))

    def writes_to(self, to: model.Role | None, rules: PhaseRules) -> bool:
        """Say whether a step of the reader's own goes to somebody, so that the letter is the message."""
        own = (step for step in rules.nearest if self.is_you(self.library.role[step.who]))
        return to is not None and any(to.id in step.to for step in own)

    def addressee(self, awaited: Deadline | None) -> model.Role | None:
        """Return whom a reader writes to: who is awaited, or who acts at the stage beside the reader."""
        acting = [self.library.role[step.who] for step in self.end.position.innermost.steps]
        named = [awaited.who] if awaited and awaited.who else []
        return next((role for role in (*named, *acting) if not self.is_you(role)), None)

    def is_you(self, role: model.Role) -> bool:
        """Say whether a role is the reader's own."""
        return is_the_reader(self.library, role, self.end.reader)


def goes_on(rules: PhaseRules, following: model.Stage) -> bool:
    """Say whether what is done in a phase is what the next stage begins with."""
    begins = {(step.who, step.act) for step in following.steps[:1]}
    return any((step.who, step.act) in begins for step in rules.steps)
