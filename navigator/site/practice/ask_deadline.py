"""By when: the date of the case, among the dates that other ways of counting would give.

Where no date can be given, the rule in words stands among the rules of other stages.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from navigator.core.model import Counting, DateKind, Unit
from navigator.core.phrases import firmness_in_words
from navigator.core.time.calendar import policy_calendar
from navigator.core.time.deadlines import Deadline
from navigator.core.time.periods import Period, period_of
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.render.components import bullets
from navigator.render.deadline import in_one_line
from navigator.render.html import Child, Html, el
from navigator.render.text_writer import TextWriter
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict, cited

LAST_DAYS = (DateKind.LIMIT, DateKind.DUTY)
"""The kinds of date that are asked for: those by which something should have happened."""
ONWARD = "onward"
"""The slip of counting on from a day that should be counted back from."""
OTHERS = 3
"""So many other rules are offered where no date can be given."""
MISTAKEN_UNIT = {Unit.WORKING_DAYS: Unit.CALENDAR_DAYS, Unit.CALENDAR_DAYS: Unit.WORKING_DAYS}
"""For each unit, the one it is taken for."""
MISTAKEN_START = {
    Counting.AFTER: Counting.BEGINNING_WITH,
    Counting.BEGINNING_WITH: Counting.AFTER,
    Counting.NEXT_WORKING_DAY: Counting.BEGINNING_WITH,
}
"""For each way to treat the first day, the one it is taken for."""


def ask_deadline(page: PageBuilder, case: Case) -> Asked:
    """Ask for the deadline."""
    asked = asked_deadline(case)
    source = cited(page, asked.timescale.source, case.policy.document)
    return el("p", asked.does), (_dates if asked.due else _rules)(page, case, asked, source)


def answer_deadline(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """List the dates of the outcome, with the rule where there is none."""
    writer = TextWriter(page.words)
    lines = (writer.span(in_one_line(page.words, each)) for each in case.outcome.all_deadlines)
    yield page.words["practice.exercise.when.answer"], bullets(lines)


def asked_deadline(case: Case) -> Deadline:
    """Return the deadline asked for: the next, else the stage's last day, else any date or rule.

    Where a child's safety may be at stake, what is done at once comes before any day.
    """
    always = [each for each in case.outcome.all_deadlines if not each.condition and each.kind in LAST_DAYS]
    every = always or case.outcome.all_deadlines
    dated = [deadline for deadline in every if deadline.due]
    ahead = [deadline for deadline in dated if deadline.due and deadline.due >= case.scenario.today]
    ahead.sort(key=lambda deadline: deadline.due or date.max)
    closing = [deadline for deadline in dated if deadline.timescale.closes_stage]
    ruled = [deadline for deadline in every if deadline.timescale.event]
    at_once = [each for each in always if each.timescale.unit is Unit.IMMEDIATELY]
    return next(chain(at_once if case.outcome.route.urgent else [], ahead, closing, dated, ruled, every))


def _dates(page: PageBuilder, case: Case, asked: Deadline, source: Html) -> list[QuizChoice]:
    """Offer the date, those of other readings, those of slips in counting, and that there is none."""
    offered: dict[date, tuple[Verdict, list[Child]]] = {}
    if asked.due:
        offered[asked.due] = (Verdict.RIGHT, _why(case, asked))
    for reading in asked.readings:
        if reading.due:
            offered.setdefault(reading.due, (Verdict.POSSIBLE, [el("p", reading.why), el("p", reading.rule)]))
    for day, mistake in _mistakes(case, asked):
        slip = page.words[f"practice.exercise.when.slip.{mistake}"]
        offered.setdefault(day, (Verdict.WRONG, [el("p", slip), el("p", asked.rule)]))
    for other in case.outcome.all_deadlines:
        if other.due and len(offered) <= OTHERS:
            says = page.words("practice.exercise.when.other_date", does=other.does)
            offered.setdefault(other.due, (Verdict.WRONG, [el("p", says)]))
    dates = [QuizChoice(page.words.long_date(day), *offered[day], source) for day in sorted(offered)]
    return [*dates, _none_stated(page, asked, source)]


def _none_stated(page: PageBuilder, asked: Deadline, source: Html) -> QuizChoice:
    """Offer that no time is stated, where one is."""
    why = el("p", page.words("practice.exercise.when.stated", rule=asked.rule))
    return QuizChoice(page.words["timescale.none_stated"], Verdict.WRONG, why, source)


def _why(case: Case, asked: Deadline) -> list[Child]:
    firmness = asked.timescale.firmness
    strength = firmness_in_words(case.library.words, firmness) if firmness else None
    said = [asked.rule if asked.due else None, strength]
    said += [asked.assumption, asked.projected, asked.provisional, *case.scenario.worked_out.splitlines()]
    return [el("p", says) for says in said if says]


def _mistakes(case: Case, asked: Deadline) -> Iterator[tuple[date, str]]:
    """Yield the dates that slips in counting would give, with what was taken by mistake."""
    period, start = period_of(asked.timescale), asked.start_date
    if period is None or start is None or asked.timescale.alternatives or asked.timescale.pauses:
        return
    service = case.library.service[case.outcome.service] if case.outcome.service else None
    calendar = policy_calendar(case.library, case.policy, service)
    unit, counting = MISTAKEN_UNIT.get(period.unit, period.unit), MISTAKEN_START[period.counting]
    slips: dict[str, Period] = {
        unit: replace(period, unit=unit),
        counting: replace(period, counting=counting),
    }
    if period.way < 0:
        slips = {ONWARD: replace(period, way=1), **slips}
    for mistake, slip in slips.items():
        counted = slip.last_day(start, calendar) if slip != period else None
        if counted and (counted.due - start).days * slip.way > 0:
            yield counted.due, mistake


def _rules(page: PageBuilder, case: Case, asked: Deadline, source: Html) -> list[QuizChoice]:
    """Offer the rule in words, those of the policy's other stages, and those of tempting routes."""
    offered = {asked.rule: QuizChoice(asked.rule, Verdict.RIGHT, _why(case, asked), source)}
    says_none = page.words["timescale.none_stated"]
    if asked.timescale.event:
        offered[says_none] = _none_stated(page, asked, source)
    for other in case.outcome.all_deadlines:
        if other.due and other is not asked:
            says = page.words("practice.exercise.when.last_day", does=other.does)
            label, place = (
                page.words.long_date(other.due),
                cited(page, other.timescale.source, case.policy.document),
            )
            offered[label] = QuizChoice(label, Verdict.TEMPTING, [el("p", says), el("p", other.rule)], place)
    others = (
        (policy, position, timescale)
        for policy in case.policies
        for timescale, position, _ in policy.timescales()
        if position and (policy is not case.policy or position.key != case.position.key)
    )
    for policy, position, timescale in others:
        rule = rule_in_words(case.library, timescale)
        if len(offered) > OTHERS or rule in offered or rule == says_none:
            continue
        where = el("strong", case.place(policy, position))
        does = does_in_words(case.library, policy, timescale)
        why = [el("p", page.fill("practice.exercise.when.other_rule", where=where)), el("p", does)]
        place = cited(page, timescale.source, policy.document)
        offered[rule] = QuizChoice(rule, Verdict.WRONG, why, place)
    return sorted(offered.values(), key=lambda choice: (choice.label == says_none, choice.label))
