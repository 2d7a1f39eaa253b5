"""The file of a new policy, with a comment wherever its author will want to add something."""

from collections.abc import Iterator
from datetime import date

from navigator.author.policy_answers import ActionAnswers, PolicyAnswers, StageAnswers, TimescaleAnswers
from navigator.author.yaml_text import entry, flow

HEAD = """\
# yaml-language-server: $schema=../schema/policy.schema.json
# Everything this site says of the policy stands in this file. An editor that knows YAML schemas explains
# each key as you type. After a change run: navigator check"""


def policy_text(answers: PolicyAnswers, today: date) -> str:
    """Return the whole file."""
    return "\n".join([*_lines(answers, today), ""])


def _lines(answers: PolicyAnswers, today: date) -> Iterator[str]:
    yield HEAD
    yield f"id: {answers.id}"
    yield from entry("title", answers.title)
    yield f"route: {answers.route}"
    yield from entry("publisher", answers.publisher)
    yield "# The document stands in documents.yaml; a section given as a source is a section of it."
    yield f"document: {answers.document}"
    yield from entry("applies_to", answers.applies_to)
    yield from entry("summary", answers.summary)
    yield "# The day this file was last held against the document."
    yield f"checked_on: {today.isoformat()}"
    if answers.not_begun:
        yield "# The answer for somebody who has not begun."
        yield "start:"
        yield from entry("asks", answers.not_begun, "  ")
    if answers.unsure:
        yield "# What somebody is shown who does not know the stage."
        yield "unsure:"
        yield "  stage: stage-1"
        yield from entry("says", answers.unsure, "  ")
    yield "stages:"
    for number, stage in enumerate(answers.stages, 1):
        following = f"stage-{number + 1}" if number < len(answers.stages) else None
        yield from _stage(stage, number, following)
    yield "# What you may want to add, each with its section: does_not_cover, alongside, warnings, bypass,"
    yield "# entries, and findings for what the document leaves open. See docs/site/authors/reference.md."


def _stage(stage: StageAnswers, number: int, following: str | None) -> Iterator[str]:
    yield f"  - id: stage-{number}"
    yield from entry("title", stage.title, "    ")
    yield "    # How a person knows that it has got this far: an answer in the wizard."
    yield from entry("asks", stage.asks, "    ")
    yield from entry("source", stage.section, "    ")
    if stage.summary:
        yield from entry("summary", stage.summary, "    ")
    if stage.begins_with:
        yield f"    begins_with: {stage.begins_with}"
    yield "    steps:"
    for step in stage.steps:
        yield from _step(step)
    yield "    # Where the document gives no time, the unit is none_stated. No date is made up."
    yield "    timescales:"
    for index, time in enumerate(stage.times, 1):
        yield from _time(time, f"stage-{number}-time-{index}", stage.section)
    yield "    if_unresolved:"
    yield from entry("says", stage.then, "      ")
    if stage.route:
        yield f"      route: {stage.route}"
    elif following:
        yield f"      stage: {following}"
    else:
        yield "      none_stated: true"


def _step(step: ActionAnswers) -> Iterator[str]:
    yield f"      - who: {step.who}"
    yield from entry("does", step.does, "        ")
    if step.to:
        yield f"        to: {flow(step.to)}"
    if step.record:
        yield from entry("record", step.record, "        ")


def _time(time: TimescaleAnswers, identity: str, section: str) -> Iterator[str]:
    yield f"      - id: {identity}"
    yield from entry("does", time.does, "        ")
    if time.amount is not None:
        yield f"        amount: {time.amount}"
    yield f"        unit: {time.unit}"
    if time.counted_from:
        yield f"        from: {time.counted_from}"
    if time.firmness:
        yield f"        firmness: {time.firmness}"
    if time.closes:
        yield "        closes_stage: true"
    yield from entry("source", section, "        ")
