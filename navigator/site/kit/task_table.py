"""A policy that is a table of tasks: who does what and when, once for its page and once for its PDF."""

from collections.abc import Iterator

from navigator.core.citations import cite
from navigator.core.model import Action, Firmness, Library, Policy, Timescale
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words, rule_and_firmness
from navigator.core.role_names import role_names, sentence
from navigator.core.time.rule_wording import rule_in_words
from navigator.render.blocks import Block, Facts, Paragraph, RoleName, Table


def task_table(library: Library, policy: Policy, position: Position) -> Table:
    """Return the steps of a stage as a table, each with the time that it names."""
    words = library.words
    rows = tuple(
        (
            (Paragraph(RoleName(library.role[step.who], begins=True)),),
            tuple(_task(library, policy, step)),
            tuple(_when(library, policy, step)),
        )
        for step in position.innermost.steps
    )
    return Table(words["tasks.caption"], words.sequence("tasks.headings"), rows)


def _task(library: Library, policy: Policy, step: Action) -> Iterator[Block]:
    """Yield what is done, in which case, with those it goes to and what is written down."""
    words = library.words
    yield Paragraph(sentence(step.does))
    case = case_in_words(words, policy, step)
    if case:
        yield Paragraph(case, "case")
    facts = {
        "step.to": role_names(words, (library.role[role] for role in step.to)),
        "step.copy_to": role_names(words, (library.role[role] for role in step.cc)),
        "step.record": step.record or "",
    }
    if any(facts.values()):
        yield Facts(tuple((words[key], value) for key, value in facts.items() if value))
    if step.source:
        yield cite(library, step.source, policy.document)


def _when(library: Library, policy: Policy, step: Action) -> Iterator[Block]:
    """Yield by when it is done, as the document says it."""
    timescale = timescale_of(policy, step)
    if timescale is None:
        yield Paragraph(library.words["tasks.not_stated"])
        return
    stated = None if timescale.firmness is Firmness.NOT_STATED else timescale.firmness
    yield Paragraph(rule_and_firmness(library.words, rule_in_words(library, timescale), stated))
    case = case_in_words(library.words, policy, timescale)
    if case and case != case_in_words(library.words, policy, step):
        yield Paragraph(case, "case")


def timescale_of(policy: Policy, step: Action) -> Timescale | None:
    """Return the time by which a step is done; None where it names none."""
    return next((place.timescale for place in policy.timescales() if place.timescale.id == step.by), None)
