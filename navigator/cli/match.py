"""`navigator match`: places to begin for what somebody says in their own words."""

import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.errors import NavigatorError
from navigator.core.model import Library
from navigator.own_words.matcher import Matched, Matcher
from navigator.own_words.training import trained


@click.command(cls=StrictCommand)
@data_option
@click.argument("text", required=False)
@format_option("text", "json")
@click.option(
    "--batch", is_flag=True, help="one JSON object a line in TEXT, a file, or else on standard input"
)
def command(data: Path, text: str | None, output: str, *, batch: bool) -> None:
    """Print at most three places to begin, each with the words that speak for it."""
    if not batch and text is None:
        raise click.UsageError("Write the words in quotes, or --batch.")
    lines = _lines(text) if batch else ()
    library = open_library(data)
    matcher = Matcher(trained(library))
    if batch:
        for line in lines:
            print(json.dumps(_answer(matcher, line)), flush=True)
    else:
        matched = matcher.match(text or "")
        print(json.dumps(_plain(matched), indent=2) if output == "json" else _text(library, matched))


def _lines(file: str | None) -> Iterable[str]:
    """Return the lines of a file, or those of standard input, that hold anything. Raises NavigatorError."""
    if file is None:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # bytes that are no text make one bad line, not the last
        return (line for line in sys.stdin or () if line.strip())
    try:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NavigatorError(f"{file}: cannot be read: {error.strerror}") from None
    return [line for line in text.splitlines() if line.strip()]


def _answer(matcher: Matcher, line: str) -> dict[str, Any]:
    """Answer a line with its id, and with what is found; a line that cannot be taken gets `status: error`."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return {"status": "error", "error": str(problem)}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {
            "status": "error",
            "error": 'write an object such as {"id": "1", "text": "nobody rings me back"}',
        }
    return {"id": asked.get("id")} | _plain(matcher.match(asked["text"]))


def _plain(matched: Matched) -> dict[str, Any]:
    return {
        "safety": bool(matched.danger),
        "places": [
            {
                "topic": match.place.topic,
                "address": match.place.address,
                "title": match.place.title,
                "because": match.because,
            }
            for match in matched.matches
        ],
    }


def _text(library: Library, matched: Matched) -> str:
    words = library.words
    phone = library.contact[library.triage.danger.contact].phone
    lines = [words("site.own_words.danger", phone=phone), ""] if matched.danger else []
    if not matched.matches:
        lines.append(words["site.own_words.nothing"])
    for number, match in enumerate(matched.matches, 1):
        lines.append(f"{number}. {match.place.title}  [{match.place.address}]")
        lines.append(f"   {words('site.own_words.because', words=match.because)}")
    return "\n".join(lines)
