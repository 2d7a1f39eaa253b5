"""What a page asks of the engine, read from a message that may hold anything."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from navigator.core.codec import decode
from navigator.core.errors import NavigatorError

_FIRST_SECOND: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS: Final = (datetime(9999, 12, 31, tzinfo=UTC) - _FIRST_SECOND) // timedelta(seconds=1)


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
    moment: int | None = None
    """When it is taken away, in seconds since 1970 in UTC."""

    @property
    def taken_at(self) -> datetime | None:
        """The moment, where one is given. Raises BadRequest for one beyond all calendars."""
        return taken_at(self.moment)


def taken_at(moment: int | None) -> datetime | None:
    """Return a moment in seconds since 1970, where there is one. Raises BadRequest beyond all calendars."""
    if moment is None:
        return None
    if not 0 <= moment <= _SECONDS:
        raise BadRequest("the moment is none of any calendar")
    return _FIRST_SECOND + timedelta(seconds=moment)


def read_message(message: str) -> dict[str, Any]:
    """Read a message, which may hold anything. Raises BadRequest where it is no JSON object."""
    try:
        held = json.loads(message)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        raise BadRequest("the message is not a JSON object")
    return held


def read_request(held: dict[str, Any]) -> Request:
    """Read what a page of the wizard asks; what is null counts as left out. Raises DecodeError."""
    return decode(Request, {key: value for key, value in held.items() if value is not None})
