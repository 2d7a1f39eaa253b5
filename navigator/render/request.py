"""What a page asks of the engine, read from a message that may hold anything."""

import json
from dataclasses import dataclass
from datetime import date

from navigator.core.dates import read_iso
from navigator.core.errors import NavigatorError
from navigator.core.model import Words
from navigator.render.dateform import Typed


class BadRequest(NavigatorError):
    """A text is no message, or one that lacks something."""


@dataclass(frozen=True)
class Request:
    """What a page asks of the engine."""

    origin: str
    """The slug of the node to start from."""
    answers: dict[str, str]
    """The answers given before."""
    answer: tuple[str, str] | None
    """One more answer, or a changed one: the question and the option."""
    show: str | None
    """An answered question to show again."""
    typed: Typed
    """The text of the date fields."""
    today: date
    """Today's date."""
    link: str | None = None
    """What stood after `#` in the link by which the page was opened."""
    take: str | None = None
    """What of an outcome to take away, instead of its page: `text`, `message`, `calendar` or `link`."""


def read_request(words: Words, message: str) -> Request:
    """Read a message. Raises BadRequest, and BadDate for a date that is none."""
    try:
        held = json.loads(message)
    except (ValueError, RecursionError):
        raise BadRequest("the message is not JSON") from None
    asked = _mapping(held, "the message")
    answer = asked.get("answer")
    return Request(
        origin=_text(asked, "origin"),
        answers=_texts(asked.get("answers"), "answers"),
        answer=_answer(answer) if answer is not None else None,
        show=_optional(asked, "show"),
        typed={
            event: _texts(parts, f"typed.{event}")
            for event, parts in _mapping(asked.get("typed"), "typed").items()
        },
        today=read_iso(words, _text(asked, "today")),
        link=_optional(asked, "link"),
        take=_optional(asked, "take"),
    )


def _answer(held: object) -> tuple[str, str]:
    one = _mapping(held, "answer")
    return _text(one, "question"), _text(one, "option")


def _mapping(held: object, name: str) -> dict[str, object]:
    if not isinstance(held, dict):
        raise BadRequest(f"{name} is not an object")
    return held


def _texts(held: object, name: str) -> dict[str, str]:
    return {key: _text({name: text}, name) for key, text in _mapping(held, name).items()}


def _optional(held: dict[str, object], name: str) -> str | None:
    return None if held.get(name) is None else _text(held, name)


def _text(held: dict[str, object], name: str) -> str:
    text = held.get(name)
    if not isinstance(text, str):
        raise BadRequest(f"{name} is not text")
    return text
