"""What a policy says of each turn that a matter can take: late, refused, settled, over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from navigator.core.citations import cite
from navigator.core.model import Library, Phase, Policy
from navigator.core.model.policy import Position
from navigator.core.phases import PhaseRules, phases_at, rules_of
from navigator.core.role_names import to_do
from navigator.render.blocks import Block, Filled, Link, Paragraph, Points, Section, Statement
from navigator.site.kit.page import anchor_of

_ALWAYS_SAID: Final = (Phase.TO_START, Phase.WAITING, Phase.UNSURE)
"""The phases of which the stages themselves tell."""
_ONWARD: Final = (Phase.LATE, Phase.ANSWERED)
"""The phases in which a stage gives way to the next one."""
_ITS_OWN: Final = (*_ONWARD, Phase.REFUSED, Phase.OVER)
"""The phases of which readers expect a policy to tell."""


def describe_phases(library: Library, policy: Policy) -> Iterator[Section]:
    """Yield a section for each phase that a matter can come to, with what is done then at which stage."""
    positions = list(policy.leaf_stages())
    offered = dict.fromkeys(phase for position in positions for phase in phases_at(library, policy, position))
    for phase in offered:
        if phase not in _ALWAYS_SAID:
            at = [position for position in positions if phase in phases_at(library, policy, position)]
            heading = library.words[f"site.policy.phase.{phase}"]
            yield Section(f"phase-{phase}", heading, tuple(_blocks(library, policy, phase, at)))


def _blocks(library: Library, policy: Policy, phase: Phase, positions: list[Position]) -> Iterator[Block]:
    """Yield what is said of a phase: once for all stages of which the same is said."""
    words, said, advice = library.words, dict[Statement, list[Position]](), False
    for position in positions:
        rules = rules_of(library, policy, position, phase)
        says = _statement(library, policy, position, rules)
        advice |= rules.not_stated and phase in _ITS_OWN and says.link is None
        said.setdefault(says, []).append(position)
    yield Points(
        tuple(
            replace(
                statement,
                link=Filled(words["site.go_to"], {"target": statement.link}) if statement.link else None,
                case=words("site.policy.at", stages=words.listed(each.title for each in at))
                if len(said) > 1
                else None,
            )
            for statement, at in said.items()
        )
    )
    if advice:
        yield Paragraph(words["phase_not_stated"], "hint")


def _statement(library: Library, policy: Policy, position: Position, rules: PhaseRules) -> Statement:
    """Say what is done in a phase of a stage, and where it leads."""
    words, follows = library.words, rules.next
    said = [to_do(words, library.role[step.who], step.does) for step in rules.steps]
    said += filter(None, (rules.says, follows.says if follows else None))
    if follows is None and rules.phase in _ONWARD and rules.not_stated:
        follows = position.innermost.if_unresolved
    link = None
    if follows and follows.route:
        link = Link(library.route[follows.route].name, f"routes/{follows.route}/")
    elif follows and follows.stage:
        where = f"policies/{policy.id}/#{anchor_of(follows.stage)}"
        link = Link(policy.position(follows.stage).title, where)
    source = cite(library, rules.source, policy.document) if rules.source else None
    return Statement(" ".join(said) or words[f"lead.phase.{rules.phase}"], source, link=link)
