"""By when: the date of the case, among the dates that other ways of counting would give.

Where no date can be given, the rule in words stands among the rules of other stages.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from navigator.core.calendar import OutsideCalendar, calendar_for, working_calendar
from navigator.core.counting import count
from navigator.core.deadlines import Deadline, rule_in_words
from navigator.core.journey import policy_for
from navigator.core.model import Counting, Policy, Timescale, Unit
from navigator.core.model.policy import Position
from navigator.render.components import FIRMNESS
from navigator.render.html import Child, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.choice import POSSIBLE, RIGHT, WRONG, Quiz, QuizChoice
from navigator.site.practice.citations import cited, placed

OTHERS = 3
"""So many other rules are offered where no date can be given."""
SLIPS = {
    Unit.WORKING_DAYS: (Unit.CALENDAR_DAYS, "Weekends and bank holidays were counted here."),
    Unit.CALENDAR_DAYS: (Unit.WORKING_DAYS, "Weekends and bank holidays were left out here."),
}
"""For each unit, the one it is taken for, and what then went wrong."""
FIRST_DAY = {
    Counting.AFTER: (Counting.BEGINNING_WITH, "The day of the event itself was counted here."),
    Counting.BEGINNING_WITH: (Counting.AFTER, "The day of the event itself was left out here."),
    Counting.NEXT_WORKING_DAY: (Counting.BEGINNING_WITH, "The day of the event itself was counted here."),
}
"""For each way to treat the first day, the one it is taken for, and what then went wrong."""


def by_when(sheet: PageBuilder, case: Case) -> Quiz:
    """Ask for the deadline."""
    asked = asked_deadline(case)
    about = el("p", asked.does)
    choices = _dates(sheet, case, asked) if asked.due else _rules(sheet, case, asked)
    return Quiz("when", "By when?", about, tuple(choices))


def asked_deadline(case: Case) -> Deadline:
    """Return the deadline asked for: the next, else the stage's last day, else any date or rule."""
    found = case.outcome.all_deadlines
    dated = [each for each in found if each.due]
    ahead = [each for each in dated if each.due and each.due >= case.scenario.today]
    ahead.sort(key=lambda each: each.due or date.max)
    closing = [each for each in dated if each.closes_stage]
    ruled = [each for each in found if each.counted_from]
    return next(chain(ahead, closing, dated, ruled, found))


def _timescale(case: Case, deadline: Deadline) -> Timescale:
    return next(
        scale
        for scale in (*case.position.innermost.timescales, *case.policy.overall)
        if scale.id == deadline.id
    )


def _dates(sheet: PageBuilder, case: Case, asked: Deadline) -> list[QuizChoice]:
    """Offer the date, those of other readings, those of slips in counting, and that there is none."""
    source = placed(sheet, asked.source)
    offered: dict[date, tuple[str, list[Child]]] = {}
    if asked.due:
        offered[asked.due] = (RIGHT, _why(case, asked))
    for reading in asked.readings:
        if reading.due:
            offered.setdefault(reading.due, (POSSIBLE, [el("p", reading.why), el("p", reading.rule)]))
    for day, slip in _slips(case, asked):
        offered.setdefault(day, (WRONG, [el("p", slip), el("p", asked.rule)]))
    for other in case.outcome.all_deadlines:
        if other.due and len(offered) <= OTHERS:
            offered.setdefault(
                other.due, (WRONG, [el("p", "This is the date for something else: ", other.does)])
            )
    choices = [
        QuizChoice(case.library.words.long_date(day), *offered[day], source) for day in sorted(offered)
    ]
    says_none = case.library.words["timescale.none_stated"]
    return [*choices, QuizChoice(says_none, WRONG, [el("p", "A time is stated: ", asked.rule)], source)]


def _why(case: Case, asked: Deadline) -> list[Child]:
    said = [asked.rule if asked.due else None, FIRMNESS[asked.firmness] if asked.firmness else None]
    said += [asked.assumption, asked.projected, asked.provisional]
    return [el("p", each) for each in (*said, *case.scenario.worked_out.splitlines()) if each]


def _slips(case: Case, asked: Deadline) -> Iterator[tuple[date, str]]:
    """Yield the dates that common slips in counting would give."""
    scale = _timescale(case, asked)
    if scale.amount is None or asked.start_date is None:
        return
    service = case.library.service[case.outcome.service] if case.outcome.service else None
    calendar = working_calendar(case.library.words, calendar_for(case.library, case.policy, service), service)
    unit, other_unit = SLIPS.get(scale.unit, (scale.unit, ""))
    counting, first_day = FIRST_DAY[scale.counting]
    for unit_taken, counting_taken, slip in (
        (unit, scale.counting, other_unit),
        (scale.unit, counting, first_day),
    ):
        try:
            counted = count(asked.start_date, scale.amount, unit_taken, calendar, counting_taken)
        except (OutsideCalendar, OverflowError):
            continue
        if counted.due > asked.start_date:
            yield counted.due, slip


def _rules(sheet: PageBuilder, case: Case, asked: Deadline) -> list[QuizChoice]:
    """Offer the rule in words, and those of other stages and of tempting routes."""
    offered = {asked.rule: QuizChoice(asked.rule, RIGHT, _why(case, asked), placed(sheet, asked.source))}
    says_none = case.library.words["timescale.none_stated"]
    if asked.counted_from:
        why = [el("p", "A time is stated: ", asked.rule)]
        offered[says_none] = QuizChoice(says_none, WRONG, why, placed(sheet, asked.source))
    for policy, position, scale in _other_rules(case):
        rule = rule_in_words(case.library, scale)
        if len(offered) > OTHERS or rule in offered or rule == says_none:
            continue
        where = position.title if policy is case.policy else f"{policy.title}, {position.title}"
        why = [el("p", "That time is for something else: ", el("strong", where), "."), el("p", scale.does)]
        offered[rule] = QuizChoice(rule, WRONG, why, cited(sheet, scale.source, policy.document))
    return sorted(offered.values(), key=lambda choice: (choice.label == says_none, choice.label))


def _other_rules(case: Case) -> Iterable[tuple[Policy, Position, Timescale]]:
    """Yield the timescales of the policy's other stages, then those of tempting routes."""
    tempting = [
        policy_for(case.library, turn.route, case.outcome.service) for turn in case.scenario.wrong_turns
    ]
    for policy in (case.policy, *tempting):
        for position in policy.leaf_stages():
            if policy is not case.policy or position.key != case.position.key:
                yield from ((policy, position, scale) for scale in position.innermost.timescales)
