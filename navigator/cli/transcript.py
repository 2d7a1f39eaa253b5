"""`navigator transcript`: every way into a policy and where it leads, for its owner to sign off."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from navigator.cli.common import data_option, find, open_library
from navigator.core.citations import Cited
from navigator.core.deadlines import Deadline
from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.core.model import Library, Policy, Words
from navigator.core.outcome import Outcome
from navigator.core.phrases import sentence
from navigator.core.policies import policy_for
from navigator.load.clock import today_in_london
from navigator.render import deadline
from navigator.render.text_writer import TextWriter


@click.command
@data_option
@click.argument("policy")
def command(data: Path, policy: str) -> None:
    """Print the transcript of a policy as Markdown."""
    library = open_library(data)
    print("\n".join(transcript(library, find(library.policy, policy, "policy"))))


def transcript(library: Library, policy: Policy) -> Iterator[str]:
    """Yield the lines of a transcript: each place that is reached, its result, and every way there."""
    here = [
        (node, answers)
        for answers, node in paths(library)
        if policy_for(library, node.route or "", node.service) is policy
    ]
    ways = {node: list[dict[str, str]]() for node, _ in here}
    for node, answers in here:
        ways[node].append(answers)
    yield f"# Transcript: {policy.title}"
    yield ""
    yield f"Publisher: {policy.publisher}. Held against its document on {policy.checked_on}."
    yield f"{sum(map(len, ways.values()))} ways lead to {len(ways)} places."
    today = today_in_london()
    for node, roads in ways.items():
        first = advance(library, roads[0], {}, today).outcome
        if first:
            yield ""
            yield f"## {first.position.title} ({node.choice}, {first.service_name or 'any service'})"
            yield from _result(first)
            yield ""
            yield f"### Ways that lead here: {len(roads)}"
        for road in roads:
            found = advance(library, road, {}, today).outcome
            if found:
                yield ""
                yield from _way(found)


def _result(found: Outcome) -> Iterator[str]:
    yield ""
    yield found.policy_basis_says
    yield ""
    for number, act in enumerate(found.steps, 1):
        addressed = _addressed("to", act.to) + _addressed("copy to", act.cc)
        record = f" Write down: {act.record}" if act.record else ""
        yield f"{number}. {sentence(act.who.name)} {act.does}{addressed}.{record} *{_place(act.source)}*"
    yield ""
    for item in found.all_deadlines:
        yield f"- {_deadline(found.words, item)}"
    if found.next:
        yield f"- If this does not settle it: {found.next.says} *{_place(found.next.source)}*"


def _addressed(word: str, roles: Iterable[object]) -> str:
    names = [getattr(role, "name", "") for role in roles]
    return f" ({word} {', '.join(names)})" if names else ""


def _deadline(words: Words, item: Deadline) -> str:
    lines = TextWriter(words).lines(deadline.card(words, item))
    return f"{' '.join(map(str.strip, lines))} *{_place(item.source)}*"


def _way(found: Outcome) -> Iterator[str]:
    yield "| question | answer | rule | source |"
    yield "|---|---|---|---|"
    for reason in found.why:
        source = _place(reason.source) if reason.source else ""
        yield f"| {reason.ask} | {reason.label} | {reason.because or ''} | {source} |"


def _place(source: Cited) -> str:
    return f"{source.title}, {source.section}"
