"""`navigator transcript`: every way into a policy and where it leads, for its owner to sign off."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from navigator.cli.common import data_option, find, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.core.model import Library, Policy, Role
from navigator.core.outcome import Outcome
from navigator.core.phrases import place_in_words
from navigator.core.policies import policy_for
from navigator.load.clock import today_in_london
from navigator.render import deadline, following
from navigator.render.describe_phase import describe_phase
from navigator.render.text_writer import TextWriter


@click.command(cls=StrictCommand)
@data_option
@click.argument("policy")
def command(data: Path, policy: str) -> None:
    """Print the transcript of a policy as Markdown."""
    library = open_library(data)
    print("\n".join(transcript(library, find(library.policy, policy, "policy"))))


def transcript(library: Library, policy: Policy) -> Iterator[str]:
    """Yield the lines of a transcript: each place that is reached, its result, and every way there."""
    today = today_in_london()
    ways: dict[str, list[Outcome]] = defaultdict(list)
    for answers, node in paths(library):
        if node.route and policy_for(library, node.route, node.service) is policy:
            outcome = advance(library, answers, {}, today).outcome
            if outcome:
                ways[node.slug].append(outcome)
    yield f"# Transcript: {policy.title}"
    yield ""
    yield f"Publisher: {policy.publisher}. Held against its document on {policy.checked_on}."
    if not ways:
        yield f"It is an earlier or later version of {policy.version_of}, whose ways lead here on its days."
        return
    yield f"{sum(map(len, ways.values()))} ways lead to {len(ways)} places."
    for outcomes in ways.values():
        first = outcomes[0]
        yield ""
        answered = (first.node.choice, first.service_name or "any service", *map("=".join, first.node.facts))
        yield f"## {first.position.title} ({', '.join(filter(None, answered))})"
        yield from _result(first)
        yield ""
        yield f"### Ways that lead here: {len(outcomes)}"
        for outcome in outcomes:
            yield ""
            yield "| question | answer | rule | source |"
            yield "|---|---|---|---|"
            for reason in outcome.why:
                source = place_in_words(library.words, reason.source) if reason.source else ""
                yield f"| {reason.ask} | {reason.label} | {reason.because or ''} | {source} |"


def _result(found: Outcome) -> Iterator[str]:
    words = found.words
    yield ""
    yield found.policy_basis_says
    yield ""
    lead, *rest = describe_phase(found, found.now)
    yield f"**{' '.join(TextWriter(words).lines(lead))}**"
    yield ""
    yield from (
        f"- {line.strip().removeprefix('- ')}" for block in rest for line in TextWriter(words).lines(block)
    )
    yield ""
    for number, act in enumerate(found.steps, 1):
        addressed = _addressed("to", act.to) + _addressed("copy to", act.cc)
        record = f" Write down: {act.record}" if act.record else ""
        case, place = f" {act.condition}" if act.condition else "", place_in_words(words, act.source)
        says = act.says.removesuffix(".")
        yield f"{number}. {says}{addressed}.{case}{record} *{place}*"
    yield ""
    for item in found.all_deadlines:
        lines = map(str.strip, TextWriter(words).lines(deadline.card(words, item)))
        yield f"- {' '.join(lines)} *{place_in_words(words, item.source)}*"
    for way, follows in following.ways_on(found):
        case = f"{follows.condition} " if follows.condition else ""
        place = place_in_words(words, follows.source)
        yield f"- {words[f'ways.{way}']}: {case}{follows.says} *{place}*"


def _addressed(word: str, roles: Iterable[Role]) -> str:
    names = ", ".join(role.name for role in roles)
    return f" ({word} {names})" if names else ""
