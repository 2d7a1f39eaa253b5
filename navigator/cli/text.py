"""Questions and outcomes as plain text for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from navigator.core.dates import long_date, short_date
from navigator.core.deadlines import Deadline
from navigator.core.journey import OpenQuestion
from navigator.core.model import Role
from navigator.core.outcome import Act, Outcome
from navigator.core.sources import Cited
from navigator.render.parts import FIRMNESS, sentence, stands

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
    return "\n".join(_lines(found))


def _lines(found: Outcome) -> Iterator[str]:
    yield f"{found.route.name}: {found.position.title}"
    yield found.policy.title
    for text in (*found.notes, found.footing_says):
        yield fill(text, WIDTH)
    yield from _heading("Who does what")
    yield from _steps(found.steps)
    yield from _heading("By when")
    for item in (*found.deadlines, *found.overall):
        yield from _deadline(item)
    for heading, texts in _lists(found):
        if texts:
            yield from _heading(heading)
            yield from (fill(text, WIDTH, initial_indent="- ", subsequent_indent="  ") for text in texts)
    if found.safety:
        yield ""
        yield fill(found.safety, WIDTH)


def _steps(acts: tuple[Act, ...]) -> Iterator[str]:
    for number, act in enumerate(acts, 1):
        yield fill(f"{number}. {sentence(act.who.name)} {act.does}", WIDTH, subsequent_indent="   ")
        for name, roles in (("To", act.to), ("Copy to", act.cc)):
            if roles:
                yield f"   {name}: {_names(roles)}"
        if act.record:
            yield fill(f"   Write down: {act.record}", WIDTH, subsequent_indent="   ")


def _lists(found: Outcome) -> tuple[tuple[str, list[str]], ...]:
    """Return the parts of an outcome that are plain lists of sentences."""
    following = [text for text in (found.late, found.next.says) if text] if found.next else []
    excluded = [f"{sentence(item.exclusion.what)}: {item.exclusion.says}" for item in found.not_covered]
    answers = [f"{reason.ask} {reason.label}. {reason.because or ''}".strip() for reason in found.why]
    return (
        ("If this does not settle it", following),
        ("Know before you act", [remark.says for remark in found.warnings]),
        ("What can run at the same time", [item.says for item in found.also]),
        ("What this policy does not cover", excluded),
        ("What the policy leaves open", [finding.says for finding in found.findings]),
        ("Why this answer", answers),
        ("Where this comes from", [_source(source) for source in found.sources]),
    )


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "-" * len(text)


def _names(roles: tuple[Role, ...]) -> str:
    return ", ".join(role.name for role in roles)


def _source(source: Cited) -> str:
    return f"{source.title}, {source.section} ({source.publisher}; checked {short_date(source.checked_on)})"


def _deadline(item: Deadline) -> Iterator[str]:
    yield item.does
    if item.due:
        yield f"  {long_date(item.due)}"
    if item.standing:
        yield f"  {stands(item.standing)}"
    yield fill(
        f"{item.rule} {FIRMNESS[item.firmness] if item.firmness else ''}".strip(), WIDTH, initial_indent="  "
    )
    for note in (item.assumption, item.projected, item.provisional, item.outside):
        if note:
            yield fill(note, WIDTH, initial_indent="  ", subsequent_indent="  ")
    for line in item.receipt:
        yield f"    {long_date(line.day):<30}{line.why if line.counted else 'not counted: ' + line.why}"
    for reading in item.readings:
        due = f"{long_date(reading.due)}: " if reading.due else ""
        text = f"Another reading: {due}{reading.rule} {reading.why}"
        yield fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")
