"""The steps of a policy that is a table of tasks: who does what, and by when."""

from collections.abc import Iterator

from navigator.core.lead import Act
from navigator.core.model import Words
from navigator.core.role_names import sentence
from navigator.render import blocks, deadline


def task_table(words: Words, acts: tuple[Act, ...]) -> blocks.Table:
    """Return the steps as a table; those whose time is the same stay rows of their own."""
    rows = tuple(
        (
            (blocks.Paragraph(blocks.RoleName(act.who, begins=True)),),
            tuple(_task(words, act)),
            (blocks.Paragraph(_when(words, act)),),
        )
        for act in acts
    )
    return blocks.Table(words["tasks.caption"], words.sequence("tasks.headings"), rows)


def _task(words: Words, act: Act) -> Iterator[blocks.Block]:
    """Yield what is done, in which case, with those it goes to, what is written down, and its place."""
    does = sentence(act.does)
    yield blocks.Paragraph(words("tasks.done", does=does) if act.done else does)
    if act.condition:
        yield blocks.Paragraph(act.condition, "case")
    yield from blocks.addressed(words, act)
    yield act.source


def _when(words: Words, act: Act) -> blocks.Span:
    return deadline.of_step(words, act, act.deadline) if act.deadline else words["tasks.not_stated"]
