"""What a page asks of the engine, read from a message that may hold anything."""

import json
from dataclasses import dataclass
from datetime import date

from navigator.core.codec import decode
from navigator.core.errors import NavigatorError


class BadRequest(NavigatorError):
    """A text is no message, or one that cannot be answered."""


@dataclass(frozen=True)
class NewAnswer:
    """One more answer, or a changed one."""

    question: str
    option: str


@dataclass(frozen=True)
class Request:
    """What a page asks of the engine."""

    origin: str
    """The slug of the node to start from."""
    answers: dict[str, str]
    """The answers given before."""
    typed: dict[str, dict[str, str]]
    """The text of the date fields."""
    today: date
    """Today's date."""
    answer: NewAnswer | None = None
    show: str | None = None
    """An answered question to show again."""
    link: str | None = None
    """What stood after `#` in the link by which the page was opened."""
    take: str | None = None
    """What of an outcome to take away, instead of its page: `text`, `message`, `calendar` or `link`."""


def read_request(message: str) -> Request:
    """Read a message; what is null counts as left out. Raises BadRequest or DecodeError."""
    try:
        held = json.loads(message)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        raise BadRequest("the message is not a JSON object")
    return decode(Request, {key: value for key, value in held.items() if value is not None})
