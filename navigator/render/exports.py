"""What the wizard's buttons take away, as text."""

from collections.abc import Callable
from typing import Final

from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.render.reminders import calendar_file
from navigator.render.request import BadRequest
from navigator.render.sharing import fragment
from navigator.render.text_writer import message_text, outcome_text


def taken(library: Library, outcome: Outcome | None, what: str) -> str:
    """Return what one of the buttons takes away. Raises BadRequest where there is no such thing."""
    text = _KINDS[what](library, outcome) if outcome and what in _KINDS else None
    if text is None:
        raise BadRequest(f"there is no {what!r} to take away")
    return text


# Each is called with the library and the outcome.
_KINDS: Final[dict[str, Callable[[Library, Outcome], str | None]]] = {
    "text": lambda _, outcome: outcome_text(outcome),
    "message": lambda _, outcome: message_text(outcome.words, outcome.message) if outcome.message else None,
    "calendar": lambda _, outcome: calendar_file(outcome),
    "link": fragment,
}
