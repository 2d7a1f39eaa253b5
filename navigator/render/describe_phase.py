"""What a phase of a stage says, as blocks for every kind of output."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from navigator.core.journey import PolicyBasis
from navigator.core.lead import Act, Lead
from navigator.core.model import DateKind, Firmness, Phase, PlainQuestion, PlainReply, Words
from navigator.core.outcome import Outcome, PhaseShown
from navigator.core.phrases import days_in_words, status_in_words
from navigator.core.time.deadlines import Deadline, DeadlineState
from navigator.render import blocks, deadline, following

ENDED: Final = (Phase.SETTLED, Phase.WITHDRAWN, Phase.OVER)
"""The phases in which nothing is awaited, so that no date is wanted for what leads."""


_TO_ACT: Final = (Phase.TO_START, Phase.LATE, Phase.ANSWERED, Phase.REFUSED)
"""The phases in which it matters to whoever is to act whether there is a last day."""
AWAITED: Final = (Phase.WAITING, Phase.LATE)
"""The phases in which others are to act, from the day that the stage began."""
ASKS_TO_SKIP: Final = (*AWAITED, Phase.TO_START, Phase.ANSWERED, Phase.REFUSED)
"""The phases in which somebody may want to pass over a stage."""


def skipping(outcome: Outcome, shown: PhaseShown) -> tuple[str, str] | None:
    """Return the question whether a stage may be skipped, with its answer in a word, as both lead.

    Where somebody may be in danger a mere word is not enough: it stands below, with its reason.
    """
    if shown.phase not in ASKS_TO_SKIP or outcome.route.urgent:
        return None
    reply = next((each for each in outcome.answers if each.question == PlainQuestion.SKIP), None)
    words = outcome.words
    if reply is None:
        return words[f"plain_question.{PlainQuestion.SKIP}"], words[f"plain_reply.{PlainReply.NOT_STATED}"]
    return reply.ask, reply.reply


def wants_date(shown: PhaseShown) -> bool:
    """Say whether a phase has a use for the day that its stage is counted from."""
    return shown.phase not in ENDED


def describe_phase(outcome: Outcome, shown: PhaseShown, *, asked: bool = False) -> Iterator[blocks.Block]:
    """Yield what a phase says: who must do what by when, what else to do, and what if nothing comes of it.

    The first block is the sentence that leads, and the second what its date means. Where the day to count
    from is `asked` for there, the rule waits until it is known.
    """
    yield blocks.Heading(shown.lead.says, 2)
    if shown.lead.condition:
        yield blocks.Paragraph(shown.lead.condition, "case")
    yield blocks.group("about-date", *_about_date(outcome, shown, asked=asked))
    items = tuple(_parts(outcome, shown))
    if items:
        yield blocks.Points(items, kind="next-acts")


def _about_date(outcome: Outcome, shown: PhaseShown, *, asked: bool) -> Iterator[blocks.Block]:
    """Yield what to know of the date in the sentence that leads, or the rule where there is none."""
    words = outcome.words
    if shown.not_stated and outcome.policy_basis is PolicyBasis.OWN and not outcome.route.urgent:
        yield blocks.Paragraph(words["phase_not_stated"], "note")
    item = shown.lead.deadline
    if item is None:
        yield from _what_is_over(outcome, shown)
        if has_no_limit(outcome, shown):
            yield blocks.Paragraph(
                words["lead.no_limit_late" if shown.phase is Phase.LATE else "lead.no_limit"], "kind"
            )
        return
    if item.condition:
        yield blocks.Paragraph(item.condition, "case")
    if item.due:
        yield from _about_day(words, shown.lead, item, item.due, outcome.today)
        yield from _at_the_latest(outcome, item, item.due)
        return
    yield blocks.Paragraph(_how_long(words, item) if asked else item.rule)
    if item.kind is DateKind.LIMIT and not asked:
        for reading in item.readings:
            yield blocks.Paragraph(words("lead.other_reading", rule=reading.rule), "other-reading")
    if item.outside:
        yield blocks.Paragraph(item.outside, "note")


def _how_long(words: Words, item: Deadline) -> str:
    """Say how long somebody has from the day that is asked for just above."""
    timescale = item.timescale
    if timescale.amount is None or timescale.counted_before or timescale.up_to or timescale.repeats:
        return item.rule
    return words("lead.within", amount=words.amount(timescale.amount, timescale.unit))


def _what_is_over(outcome: Outcome, shown: PhaseShown) -> Iterator[blocks.Block]:
    """Yield by when something should have come that has not, and how long ago that was."""
    if shown.phase is not Phase.LATE:
        return
    coming = list(_closing_duties(outcome))
    for item in coming[:1]:
        day = blocks.Day(item.due or date.max)
        yield blocks.Paragraph(blocks.say(outcome.words, "lead.not_over_yet", date=day), "note")
    if coming:
        return
    past = [item for item in outcome.deadlines if item.is_past and item.status]
    closing = [item for item in past if item.timescale.closes_stage]
    known = [item for item in past if not item.projected]
    for item in (closing or known or past)[-1:]:
        if item.status and item.due:
            day, days = blocks.Day(item.due), days_in_words(outcome.words, item.status)
            said = blocks.say(outcome.words, "lead.was_due", date=day, days=days)
            yield blocks.Paragraph(said, "kind kind-past")
            yield from _if_extended(outcome.words, item, outcome.today)


def _if_extended(words: Words, item: Deadline, today: date) -> Iterator[blocks.Block]:
    """Yield until when a time that is over runs if it was extended, where that day is not over too."""
    longer = item.extension
    if item.is_past and longer and longer.due and not longer.applies and longer.due >= today:
        said = blocks.say(words, "lead.if_extended", date=blocks.Day(longer.due))
        yield blocks.Paragraph(said, "other-reading")


def _closing_duties(outcome: Outcome) -> Iterator[Deadline]:
    """Yield what others must still do to close the stage, where the day of it is known and not over."""
    for item in outcome.deadlines:
        known = item.due and not item.projected and not item.is_past
        if known and item.timescale.closes_stage and item.kind is DateKind.DUTY:
            yield item


def _at_the_latest(outcome: Outcome, item: Deadline, due: date) -> Iterator[blocks.Block]:
    """Yield by when at the latest, where what leads is no more than the usual time."""
    if item.timescale.firmness is not Firmness.USUAL:
        return
    for longest in _closing_duties(outcome):
        if longest.due and longest.due > due and longest.who is item.who:
            day = blocks.Day(longest.due)
            yield blocks.Paragraph(blocks.say(outcome.words, "lead.at_the_latest", date=day), "other-reading")


def has_no_limit(outcome: Outcome, shown: PhaseShown) -> bool:
    """Say whether the reader is to act, and nothing in the policy could end before they do.

    Another route that follows may have a limit of its own, so there nothing is said.
    """
    limits = any(place.timescale.kind is DateKind.LIMIT for place in outcome.policy.timescales())
    elsewhere = shown.next is not None and shown.next.route is not None
    return shown.lead.you and shown.phase in _TO_ACT and not (limits or elsewhere or outcome.route.urgent)


def _about_day(words: Words, lead: Lead, item: Deadline, due: date, today: date) -> Iterator[blocks.Block]:
    """Yield what a date means, how it stands today, and how else it can be read."""
    kind = kind_of_date(item, you=lead.you)
    yield blocks.Paragraph(
        _kind_and_status(words, kind, item), f"kind kind-{'past' if item.is_past else kind}"
    )
    yield from _if_extended(words, item, today)
    for reading in item.readings:
        if reading.due and reading.due != due:
            own = "earlier_is_over" if reading.due < today else "keep_to_earlier"
            other = own if lead.you else "read_another_way"
            said = blocks.say(words, f"deadline.{other}", date=blocks.Day(reading.due))
            yield blocks.Paragraph(said, "other-reading")
    for note in filter(None, (lead.planned, item.projected, item.provisional)):
        yield blocks.Paragraph(note, "note")


def _kind_and_status(words: Words, kind: str, item: Deadline) -> str:
    """Say what a date is, and how it stands today."""
    if item.status is None:
        return words[f"date_kind_short.{kind}"]
    if item.status.state is DeadlineState.AHEAD and item.kind is DateKind.DUTY:
        return words(f"date_kind_short.{kind}_ahead", days=days_in_words(words, item.status))
    return f"{words[f'date_kind_short.{kind}']} {status_in_words(words, item.status)}"


def kind_of_date(item: Deadline, *, you: bool) -> str:
    """Return what a date is to the reader: a limit, a time for them or for others, or a first day."""
    return "own" if you and item.kind is DateKind.DUTY else item.kind.value


def _parts(outcome: Outcome, shown: PhaseShown) -> Iterator[blocks.Statement]:
    """Yield what to do now, what if nothing comes, and where it leads."""
    words = outcome.words
    if shown.meanwhile:
        yield blocks.Statement(" ".join(map(_act, shown.meanwhile)), term=words["phase_part.yours"])
    now = " ".join(_now(words, shown))
    if now:
        yield blocks.Statement(now, term=words["phase_part.now"])
    plan = _plan(outcome, shown)
    if plan:
        yield blocks.Statement(deadline.in_one_line(words, plan), term=words["phase_part.then"])
    if shown.late and shown.late.says != shown.lead.says:
        yield blocks.Statement(shown.late.says, term=_if_not(words, shown))
    skip = skipping(outcome, shown)
    if skip:
        ask, answer = blocks.Strong(skip[0]), words("plain_reply.alone", reply=skip[1])
        yield blocks.Statement(blocks.say(words, "plain_reply.asked", ask=ask, answer=answer))
    follows = shown.next
    if follows and follows.says not in (shown.lead.says, shown.says):
        link = following.link(words, follows)
        yield blocks.Statement(
            follows.says or link or "",
            term=words["phase_part.next"],
            link=link if follows.says else None,
            case=follows.condition,
        )


def _now(words: Words, shown: PhaseShown) -> Iterator[str]:
    """Yield what else is done, and what to know; one who only waits is told so."""
    said = [*filter(None, (shown.overdue,)), *(_act(act) for act in shown.more)]
    if shown.says and shown.says != shown.lead.says:
        said.append(shown.says)
    waits = words["lead.phase.waiting"]
    if (
        not (said or shown.meanwhile)
        and shown.phase is Phase.WAITING
        and not shown.lead.you
        and shown.lead.says != waits
    ):
        said.append(waits)
    yield from said


def _plan(outcome: Outcome, shown: PhaseShown) -> Deadline | None:
    """Return what comes after a first step whose day is known, where the step itself has no date."""
    if shown.phase is not Phase.TO_START or shown.lead.deadline:
        return None
    coming = [item for item in outcome.deadlines if item.due and not item.is_past and not item.condition]
    return next(iter(sorted(coming, key=lambda item: item.due or date.max)), None)


def _act(act: Act) -> str:
    return " ".join(filter(None, (act.condition, act.says)))


def _if_not(words: Words, shown: PhaseShown) -> blocks.Span:
    if shown.late_on is None:
        return words["phase_part.if_not"]
    return blocks.say(words, "phase_part.if_not_on", date=blocks.Day(shown.late_on))
