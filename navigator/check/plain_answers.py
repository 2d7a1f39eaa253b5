"""Plain answers to plain questions: each once, and each question that people ask of every process."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.model import PlainAnswer, PlainQuestion, PlainReply, Policy
from navigator.load.problem import Problem

ASKED_OF_EVERY_PROCESS = tuple(each for each in PlainQuestion if each is not PlainQuestion.OWN)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each plain answer that is not whole, and for each that stands beside another."""
    for located in parts.of(PlainAnswer):
        yield from _whole(located)
    for policy in parts.of(Policy):
        yield from _twice(policy)


def _whole(located: Located[PlainAnswer]) -> Iterator[Problem]:
    given = located.value
    own = given.question is PlainQuestion.OWN
    if own and given.ask is None:
        yield located.error("is missing for a question of its own", "Write the question.", "ask")
    if given.ask is not None and not given.ask.endswith("?"):
        yield located.error("is no question", "End it with a question mark.", "ask")
    if given.answer is PlainReply.NOT_STATED:
        return
    if given.says is None:
        hint = "Write what to add to the word, or answer: not_stated."
        yield located.error("is missing", hint, "says")
    if given.source is None:
        hint = "Write the section it stands in, or answer: not_stated."
        yield located.error("is missing", hint, "source")


def _twice(located: Located[Policy]) -> Iterator[Problem]:
    """Tell of a question that is answered twice for one stage; once for each stage is no fault."""
    seen: dict[object, set[str | None]] = {}
    for index, each in enumerate(located.value.answers):
        key = each.ask if each.question is PlainQuestion.OWN else each.question
        stages: set[str | None] = set(each.stages) or {None}
        before = seen.setdefault(key, set())
        if before and (None in before | stages or before & stages):
            hint = "Keep one, or name under stages the ones that each holds at."
            yield located.error(f"{each.question} is answered already", hint, "answers", index, "question")
        before |= stages


def unanswered(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each policy that leaves out a question that people ask of every process."""
    for located in parts.of(Policy):
        answered = {each.question for each in located.value.answers}
        missing = [each.value for each in ASKED_OF_EVERY_PROCESS if each not in answered]
        if missing and not located.value.version_of:
            what = f"leaves plain questions without an answer: {', '.join(missing)}"
            hint = "Answer each; where the document is silent, with answer: not_stated."
            yield located.finding(what, hint, "answers")
