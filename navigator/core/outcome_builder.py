"""Putting an outcome together, from an end of the questions, the dates that are known, and today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property

from navigator.core import model
from navigator.core.addressing import chain, is_the_reader, of_nearest, reader_named, speaking_to
from navigator.core.asks import alongside, asked_dates, clock_alongside
from navigator.core.citations import Cited, cite
from navigator.core.conditions import Conditional, Conditions
from navigator.core.filled_message import Filler
from navigator.core.floor import Floor, floor_of
from navigator.core.journey import Answered, Destination, PolicyBasis, Trail, at, enter, own_pages, own_steps
from navigator.core.lead import Act
from navigator.core.nodes import Node
from navigator.core.outcome import (
    DetourShown,
    Example,
    ExampleStage,
    Following,
    NotCovered,
    Outcome,
    Parallel,
    PhaseShown,
    PlainReplyShown,
    Reason,
    Remark,
    RemarkKind,
    TurningPoint,
)
from navigator.core.phase_builder import PhaseBuilder
from navigator.core.published import answers_tell_findings
from navigator.core.questions.service import ID as SERVICE
from navigator.core.role_names import sentence, to_do
from navigator.core.time.calendar import policy_calendar
from navigator.core.time.deadlines import Deadline, DeadlineCalculator, Scope
from navigator.core.time.last_day import EventDate
from navigator.core.time.rule_wording import rule_in_words
from navigator.core.time.timeline import legs
from navigator.core.versions import deciding_day, holds

type _Rule = model.Said | model.Right | model.Superseded | model.Caution | model.EntryRule | model.Bypass


def build_outcome(
    library: model.Library,
    end: Destination,
    trail: Trail,
    dates: Mapping[str, date],
    today: date,
    times: Mapping[str, time] | None = None,
) -> Outcome:
    """Put together everything about an end, which some trail reached.

    `times` holds the time of day of those dates of which it is known.
    """
    return _OutcomeBuilder(library, end, dates, today, times or {}).build(trail)


@dataclass(frozen=True)
class _OutcomeBuilder:
    library: model.Library
    end: Destination
    dates: Mapping[str, date]
    today: date
    times: Mapping[str, time]

    def build(self, trail: Trail) -> Outcome:
        library, end, policy, stage = self.library, self.end, self.end.policy, self.end.position.innermost
        deadlines, known = self.calculator.deadlines(policy, stage.timescales, self.events)
        overall, _ = self.calculator.deadlines(policy, policy.overall, known, Scope.OVERALL)
        by_id = {deadline.timescale.id: deadline for deadline in deadlines}
        phases = PhaseBuilder(
            library,
            end,
            deadlines,
            overall,
            self.calculator.calendar,
            self.today,
            Filler(library, self.dates),
            self.steps,
            self.following,
            self.dates.get(stage.begins_with or ""),
        )
        shown = tuple(phases.phases(phases.current(trail.phase)))
        own_contacts = self.service.contacts if self.service else ()
        return Outcome(
            node=trail.node,
            route=library.route[end.route],
            service=_service_said(trail) or end.service,
            service_name=self.service.name if self.service else None,
            policy=policy,
            position=end.position,
            begun=end.begun,
            source=self.cite(stage.source),
            document=library.document[policy.document],
            policy_basis=end.policy_basis,
            policy_basis_says=self.policy_basis_says,
            reader=reader_named(library, end.reader),
            phases=shown,
            turning_points=tuple(self.turning_points(trail.node, shown)),
            answers=tuple(self.answers()),
            examples=tuple(self.examples()),
            steps=self.steps(stage.steps, by_id, stage.source),
            deadlines=deadlines,
            overall=overall,
            next=self.following(stage.if_unresolved),
            settled=self.following(stage.if_settled),
            then=self.following(stage.then),
            other_ways=tuple(filter(None, map(self.following, stage.other_ways))),
            detours=tuple(self.detours()),
            notes=tuple(self.notes()),
            warnings=tuple(self.warnings()),
            also=tuple(self.alongside()),
            not_covered=tuple(self.not_covered()),
            rules=tuple(self.rules()),
            rights=tuple(self.rights()),
            findings=tuple(self.findings()),
            contacts=tuple(self.contacts((*policy.contacts, *self.floor.contacts, *own_contacts))),
            timeline=tuple(legs(self.calculator, end, self.events)),
            asks=tuple(asked_dates(library, end, self.dates, self.times)),
            own_pages=asked.options if (asked := own_pages(library, trail.node)) else (),
            own_steps=offered.options if (offered := own_steps(library, trail.node)) else (),
            why=tuple(self.reasons(trail.answered)),
            words=library.words,
            today=self.today,
            closing=of_nearest(library, end.reader, lambda each: each.closing),
            own_safety=of_nearest(library, end.reader, lambda each: each.safety),
        )

    @cached_property
    def service(self) -> model.Service | None:
        return self.library.service[self.end.service] if self.end.service else None

    @cached_property
    def floor(self) -> Floor:
        return floor_of(self.library, self.end.policy)

    @cached_property
    def calculator(self) -> DeadlineCalculator:
        calendar = policy_calendar(self.library, self.end.policy, self.service)
        return DeadlineCalculator(self.library, calendar, self.today, self.end.facts, self.end.reader)

    @cached_property
    def events(self) -> dict[str, EventDate]:
        return {event: EventDate(day, at=self.times.get(event)) for event, day in self.dates.items()}

    @cached_property
    def policy_basis_says(self) -> str:
        return self.library.words(
            f"policy_basis.{self.end.policy_basis}",
            service=self.service.name if self.service else "",
            publisher=self.end.policy.publisher,
            policy=self.end.policy.title,
        )

    def cite(self, source: model.Source, policy: model.Policy | None = None) -> Cited:
        return cite(self.library, source, (policy or self.end.policy).document)

    def on_condition(self, part: Conditional, policy: model.Policy | None = None) -> str | None:
        """Say on what condition a part holds; of a policy that is not the one shown nothing was asked."""
        shown = self.end.policy
        conditions = Conditions(policy, {}) if policy and policy is not shown else self.end.conditions
        return conditions.in_words(self.library.words, part)

    def remark(self, kind: RemarkKind, rule: _Rule, policy: model.Policy | None = None) -> Remark:
        condition = self.on_condition(rule, policy) if isinstance(rule, model.Caution) else None
        return Remark(kind, rule.says, self.cite(rule.source, policy), condition)

    def steps(
        self, steps: Iterable[model.Action], deadlines: Mapping[str, Deadline], source: model.Source
    ) -> tuple[Act, ...]:
        """Return steps as the reader reads them; what is not done on what they answered is left out."""
        stage, role, words = self.end.position.innermost, self.library.role, self.library.words
        happened = {event for event, day in self.dates.items() if day <= self.today}
        if self.end.begun and stage.begins_with and self.end.phase is not model.Phase.TO_START:
            happened.add(stage.begins_with)
        found = []
        for step in self.end.conditions.hold(steps):
            who, you = role[step.who], self.is_reader(role[step.who])
            says = words("lead.alone", said=sentence(step.act)) if you and step.act else None
            found.append(
                Act(
                    who,
                    you,
                    step.does,
                    step.act,
                    says or to_do(words, who, step.does),
                    tuple(role[name] for name in step.to if not self.is_reader(role[name])),
                    tuple(role[name] for name in step.cc),
                    step.record,
                    step.brings in happened,
                    self.cite(step.source or source),
                    self.on_condition(step),
                    deadlines.get(step.by or ""),
                )
            )
        return tuple(found)

    def is_reader(self, role: model.Role) -> bool:
        """Say whether a role is the reader's own."""
        return is_the_reader(self.library, role, self.end.reader)

    def turning_points(self, node: Node, shown: tuple[PhaseShown, ...]) -> Iterator[TurningPoint]:
        """Yield what may have happened: the other phases of a stage that has begun, or else the stages."""
        for each in shown[1:]:
            yield TurningPoint(each.phase, each.label, f"{node.address}#{each.anchor}", each.anchor)
        if len(shown) > 1:
            return
        for position in self.end.policy.leaf_stages():
            there = at(self.library, self.end.route, self.end.service, position.key, self.end.reader)
            if there != node and (self.end.unsure or position.key == self.end.position.key):
                label = position.innermost.asks or position.title
                yield TurningPoint(model.Phase.WAITING, label, there.address)

    def contacts(self, names: Iterable[str]) -> Iterator[model.Contact]:
        """Yield the contacts that are for the reader, each once."""
        readers = set(chain(self.library, self.end.reader))
        for contact in map(self.library.contact.__getitem__, dict.fromkeys(names)):
            if not contact.readers or not readers or not readers.isdisjoint(contact.readers):
                yield contact

    def answers(self) -> Iterator[PlainReplyShown]:
        words = self.library.words
        for each in self.end.policy.answers:
            if self.end.position.is_among(each.stages):
                yield PlainReplyShown(
                    each.question.value,
                    each.ask or words[f"plain_question.{each.question}"],
                    each.answer.value,
                    words[f"plain_reply.{each.answer}"],
                    each.says,
                    self.cite(each.source) if each.source else None,
                )

    def examples(self) -> Iterator[Example]:
        """Yield how other services do it, where the reader's own has no policy that is shown."""
        if self.end.policy_basis is not PolicyBasis.NATIONAL_FALLBACK:
            return
        told = speaking_to(self.library, None)  # an example asks nothing of the reader
        for service, policy in told.own.get(self.end.route, {}).items():
            if service != self.end.service and not policy.national:
                node = enter(self.library, self.end.route, service, self.end.reader)
                stages = tuple(self.example_stages(told, policy))
                yield Example(told.service[service].name, policy, stages, node)

    def example_stages(self, library: model.Library, policy: model.Policy) -> Iterator[ExampleStage]:
        for position in policy.leaf_stages():
            stage = position.innermost
            closing = next((each for each in stage.timescales if each.closes_stage), None)
            rule = rule_in_words(library, closing) if closing else None
            yield ExampleStage(position.title, stage.summary, rule)

    def following(self, follows: model.Next | None) -> Following | None:
        """Resolve what follows the stage; None where nothing does on what the reader has answered."""
        stage, end = self.end.position.innermost, self.end
        if follows is None or end.conditions.holds(follows) is False:
            return None
        position = end.policy.position(follows.stage) if follows.stage else None
        route, node = self.led_to(follows.route)
        if position and not route:
            node = at(self.library, end.route, end.service, position.key, end.reader)
        return Following(
            follows.says,
            position,
            route,
            node,
            self.cite(follows.source or stage.source),
            follows.none_stated,
            follows.ends,
            follows.back,
            self.on_condition(follows),
        )

    def detours(self) -> Iterator[DetourShown]:
        role = self.library.role
        for detour in self.end.conditions.hold(self.end.position.innermost.detours):
            yield DetourShown(
                detour.says,
                role[detour.who] if detour.who else None,
                detour.may_be_declined,
                *self.led_to(detour.route),
                self.on_condition(detour),
                self.cite(detour.source),
            )

    def rights(self) -> Iterator[Remark]:
        position = self.end.position
        for right in self.end.policy.rights:
            if position.is_among(right.stages):
                yield self.remark(RemarkKind.RIGHT, right)
        for right in self.floor.rights(position):
            yield self.remark(RemarkKind.RIGHT, right, self.floor.holder)

    def notes(self) -> Iterator[str]:
        if self.end.unsure and self.end.policy.unsure:
            yield self.end.policy.unsure.says
        elif not self.end.begun and any(each.main for each in asked_dates(self.library, self.end, {}, {})):
            yield self.library.words["answer.not_begun"]
        if f"policies/{self.end.policy.id}" in self.library.untranslated:
            yield self.library.words["answer.untranslated"]

    def findings(self) -> Iterator[model.Finding]:
        """Yield what the policy leaves open at this stage, where its service lets that be shown."""
        if answers_tell_findings(self.library, self.end.policy):
            key = self.end.position.key
            yield from (finding for finding in self.end.policy.findings if key in finding.stages)

    def warnings(self) -> Iterator[Remark]:
        words, policy, today = self.library.words, self.end.policy, self.today
        if self.end.policy_basis in (PolicyBasis.EXAMPLE, PolicyBasis.NATIONAL_FALLBACK):
            yield Remark(RemarkKind.NOT_OWN_POLICY, self.policy_basis_says)
        if policy.superseded:
            yield self.remark(RemarkKind.SUPERSEDED, policy.superseded)
        if policy.review_by and policy.review_by < today and not policy.national:
            says = words("answer.review_past", date=words.short_date(policy.review_by))
            yield Remark(RemarkKind.REVIEW_PAST, says)
        day = deciding_day(self.end, self.dates, today)
        if not holds(policy, day):
            says = words("answer.not_in_force", date=words.short_date(day))
            yield Remark(RemarkKind.NOT_IN_FORCE, says)
        for caution in self.end.conditions.hold(policy.warnings):
            if self.end.position.is_among(caution.stages):
                yield self.remark(RemarkKind.POLICY, caution)
        for caution in self.floor.warnings(self.end.position):
            yield self.remark(RemarkKind.POLICY, caution, self.floor.holder)

    def rules(self) -> Iterator[Remark]:
        policy = self.end.policy
        if self.end.entry:
            yield self.remark(RemarkKind.ENTRY, self.end.entry)
        if self.end.position.key == policy.first_stage.key:
            yield from (self.remark(RemarkKind.BEFORE, rule) for rule in policy.before)
        yield from (self.remark(RemarkKind.BYPASS, rule) for rule in policy.bypass)
        yield from (self.remark(RemarkKind.PRINCIPLE, rule) for rule in policy.principles)

    def alongside(self) -> list[Parallel]:
        """Return what may run alongside, the earliest clock first, then what has no date."""
        found = (self.parallel(rule, policy) for rule, policy in alongside(self.library, self.end))
        return sorted(found, key=_earliest)

    def parallel(self, rule: model.Alongside, holder: model.Policy) -> Parallel:
        route, node = self.led_to(rule.route)
        deadlines: tuple[Deadline, ...] = ()
        if rule.route:
            policy, timescales = clock_alongside(self.library, self.end, rule.route)
            others = replace(self.calculator, answered={})  # what was answered is of this policy alone
            deadlines, _ = others.deadlines(policy, timescales, self.events, Scope.ALONGSIDE)
        cited, condition = self.cite(rule.source, holder), self.on_condition(rule, holder)
        return Parallel(rule.says, route, node, deadlines, cited, condition)

    def not_covered(self) -> Iterator[NotCovered]:
        for exclusion in self.end.policy.does_not_cover:
            route, node = self.led_to(exclusion.leads_to)
            yield NotCovered(exclusion, route, node, self.cite(exclusion.source))

    def led_to(self, route: str | None) -> tuple[model.Route | None, Node | None]:
        """Return a route that something leads to, with the page at which it begins."""
        if route is None:
            return None, None
        return self.library.route[route], enter(self.library, route, self.end.service, self.end.reader)

    def reasons(self, answered: tuple[Answered, ...]) -> Iterator[Reason]:
        for step in answered:
            choice = step.choice
            cited = cite(self.library, choice.source, choice.document) if choice.source else None
            asked = step.question
            yield Reason(asked.id, asked.ask, choice.id, choice.label, choice.because, cited, step.node)


def _service_said(trail: Trail) -> str | None:
    """Return the service that the reader named: those that have nothing of their own share a page."""
    named = (step.choice.id for step in trail.answered if step.question.id == SERVICE)
    return next(named, None)


def _earliest(parallel: Parallel) -> date:
    return min((deadline.due for deadline in parallel.deadlines if deadline.due), default=date.max)
