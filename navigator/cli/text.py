"""Questions and outcomes as plain text for a terminal."""

from textwrap import fill

from navigator.core.nodes import OpenQuestion
from navigator.core.outcome import Outcome
from navigator.render import text_writer

WIDTH = 96


def question_text(asked: OpenQuestion) -> str:
    """Show a question with numbered answers."""
    lines = [asked.ask]
    if asked.hint:
        lines.append(fill(asked.hint, WIDTH))
    for number, option in enumerate(asked.options, 1):
        lines.append(f"  {number}. {option.label}  [{option.id}]")
        if option.hint:
            lines.append(f"     {option.hint}")
    return "\n".join(lines)


def outcome_text(found: Outcome) -> str:
    """Show an outcome: what to do, by when, what follows, why, and the sources."""
    return text_writer.outcome_text(found, WIDTH)
