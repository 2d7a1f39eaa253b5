"""`navigator ask`: the next question, or the outcome."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from textwrap import fill
from typing import Any, Final

import click
from click.core import ParameterSource

from navigator.cli.common import WIDTH, data_option, find, format_option, open_library, read_day
from navigator.cli.strict import StrictCommand
from navigator.core.asks import AskedDate
from navigator.core.engine import Progress, advance
from navigator.core.errors import NavigatorError
from navigator.core.event_names import as_asked
from navigator.core.model import Library
from navigator.core.nodes import OpenQuestion
from navigator.core.questions import every_question
from navigator.core.report import report
from navigator.core.typed.dates import BadDate, read_iso
from navigator.core.typed.times import read_moment
from navigator.load.clock import today_in_london
from navigator.load.words import english_words
from navigator.render.text_writer import outcome_text
from navigator.site.kit.signpost_text import signpost_text

LINE_KEYS: Final = ("answers", "dates", "today")
"""What a line of a batch may have."""


@click.command(cls=StrictCommand)
@data_option
@click.option("--answer", "answers", multiple=True, metavar="QUESTION=OPTION")
@click.option("--date", "dates", multiple=True, metavar="EVENT=YYYY-MM-DD[THH:MM]")
@click.option("--today", metavar="YYYY-MM-DD", help="the day to reckon from (default: today in London)")
@format_option("text", "json")
@click.option("--batch", is_flag=True, help="one JSON object a line on standard input, one a line out")
def command(
    data: Path, answers: Sequence[str], dates: Sequence[str], today: str | None, output: str, batch: bool
) -> None:
    """Print the next question or the outcome; at a terminal and without answers, ask for them."""
    if batch:
        source = click.get_current_context().get_parameter_source("output")
        _batch(data, answers, dates, today, given_format=source is ParameterSource.COMMANDLINE)
        return
    library = open_library(data)
    day = read_day(today) if today else today_in_london()
    given = _pairs(answers, "--answer QUESTION=OPTION")
    known = {event: _moment(text) for event, text in _pairs(dates, "--date EVENT=YYYY-MM-DD").items()}
    if not given and output == "text" and sys.stdin and sys.stdin.isatty():
        _converse(library, known, day)
        return
    step = _advance(library, given, known, day)
    if output == "text":
        _tell_what_has_no_effect(library, step, known)
    print(json.dumps(report(step), indent=2) if output == "json" else _text(library, step))


def _batch(
    data: Path, answers: Sequence[str], dates: Sequence[str], today: str | None, *, given_format: bool
) -> None:
    """Answer each line of standard input with a line; a line that cannot be taken gets `status: error`.

    Each line brings its own answers, dates and today, so none of them may be given beside it.
    """
    given = (("--answer", answers), ("--date", dates), ("--today", today))
    for (option, value), key in zip(given, LINE_KEYS, strict=True):
        if value:
            raise NavigatorError(f'{option} cannot go with --batch: write "{key}" in each line instead')
    if given_format:
        raise NavigatorError("--format cannot go with --batch: each line is answered with an object in JSON")
    library = open_library(data)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # bytes that are no text make one bad line, not the last
    for line in sys.stdin or ():  # none where it is closed
        if line.strip():
            # In ASCII alone, as a line may quote half a character that no terminal could print.
            print(json.dumps(_answer_line(library, line)), flush=True)


def _pairs(texts: Iterable[str], form: str) -> dict[str, str]:
    found = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not (key and equals and value):
            raise NavigatorError(f"{text!r}: write {form}")
        if key in found:
            raise NavigatorError(f"{text!r}: {key} is given twice")
        found[key] = value
    return found


def _moment(text: str) -> date:
    """Read a day, or a day with its time. Raises NavigatorError."""
    try:
        return read_moment(english_words(), text)
    except BadDate as problem:
        raise NavigatorError(f"{text}: {problem}") from None


def _advance(
    library: Library, answers: Mapping[str, str], dates: Mapping[str, date], today: date
) -> Progress:
    step = advance(library, answers, dates, today)
    known = dict.fromkeys(sorted(every_question(library)))
    for question in step.trail.ignored:
        find(known, question, "question")
    return step


def _tell_what_has_no_effect(library: Library, step: Progress, dates: Mapping[str, date]) -> None:
    """Say on the error stream which answers this path does not ask for, and which dates it does not use."""
    without = [f"--answer {question}" for question in step.trail.ignored]
    if step.outcome:
        asked = {item.event for item in step.outcome.asks}
        meant = as_asked(library.own_events, dates, asked)
        without += (f"--date {event}" for event in dates if event in meant and event not in asked)
    if without:
        print(f"Without effect with these answers: {', '.join(without)}", file=sys.stderr)


def _answer_line(library: Library, line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line, object_pairs_hook=_once)
        if not isinstance(asked, dict):
            return {"status": "error", "error": 'write an object such as {"answers": {}, "dates": {}}'}
        unknown = [key for key in asked if key not in LINE_KEYS]
        if unknown:
            there_are = f"there is no such key; there are {', '.join(LINE_KEYS)}"
            return {"status": "error", "error": f"{', '.join(unknown)}: {there_are}"}
        answers, dates = _texts(asked, "answers"), _texts(asked, "dates")
        today = asked.get("today")
        day = today_in_london() if today is None else read_iso(english_words(), str(today))
        known = {event: read_moment(english_words(), text) for event, text in dates.items()}
        return report(_advance(library, answers, known, day))
    except (ValueError, NavigatorError) as problem:
        return {"status": "error", "error": str(problem)}
    except RecursionError:
        return {"status": "error", "error": "there are too many brackets within brackets"}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON. Raises NavigatorError where a key is in it twice."""
    found = dict(pairs)
    for key in found:
        if sum(key == other for other, _ in pairs) > 1:
            raise NavigatorError(f"{key}: is given twice; give it once")
    return found


def _texts(asked: dict[str, Any], key: str) -> dict[str, str]:
    found = asked.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise NavigatorError(f"{key}: write an object whose values are texts")
    return found


def _text(library: Library, step: Progress) -> str:
    """Show a question with numbered answers, the outcome, or the signpost."""
    asked = step.question
    if step.outcome:
        return outcome_text(step.outcome, WIDTH)
    if step.signpost:
        return signpost_text(library, step.signpost.id, WIDTH)
    if not asked:
        return ""
    lines = [asked.ask]
    if asked.hint:
        lines.append(fill(asked.hint, WIDTH))
    for number, option in enumerate(asked.options, 1):
        lines.append(f"  {number}. {option.label}  [{option.id}]")
        if option.hint:
            lines.append(f"     {option.hint}")
    return "\n".join(lines)


def _converse(library: Library, dates: dict[str, date], today: date) -> None:
    """Ask at a terminal until there is an outcome, then for its dates. An end of input stops it."""
    answers: dict[str, str] = {}
    try:
        while asked := (step := advance(library, answers, dates, today)).question:
            print("\n" + _text(library, step))
            answers[asked.id] = _choose(asked)
        print("\n" + _text(library, step))
        for item in step.outcome.asks if step.outcome else ():
            if item.main and item.given is None and (day := _ask_day(item)):
                dates[item.event] = day
        if dates:
            print("\n" + _text(library, advance(library, answers, dates, today)))
    except (EOFError, KeyboardInterrupt):
        print()


def _choose(asked: OpenQuestion) -> str:
    """Ask for one of the answers, by its number or its name, until there is one."""
    choices = {str(number): option.id for number, option in enumerate(asked.options, 1)}
    choices |= {option.id: option.id for option in asked.options}
    while (typed := input("Number: ").strip()) not in choices:
        print(f"Write a number from 1 to {len(asked.options)}.")
    return choices[typed]


def _ask_day(item: AskedDate) -> date | None:
    """Ask for a day until it can be read, with its time where that matters; an empty line leaves it open."""
    form = "YYYY-MM-DD, or with the time YYYY-MM-DDTHH:MM" if item.wants_time else "YYYY-MM-DD"
    while True:
        typed = input(f"{item.ask} ({form}, or Enter to leave it open) ").strip()
        if not typed:
            return None
        try:
            return read_moment(english_words(), typed)
        except BadDate as problem:
            print(problem)
