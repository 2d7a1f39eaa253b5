"""What an outcome says, section by section, as blocks for every kind of output."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.core.nodes import Node
from navigator.core.outcome import Outcome, Parallel, Remark, RemarkKind
from navigator.core.phrases import sentence
from navigator.render import blocks, deadline

RULES: Final = (RemarkKind.ENTRY, RemarkKind.BEFORE, RemarkKind.BYPASS, RemarkKind.PRINCIPLE)
"""The groups of rules in the order shown."""


def describe_outcome(found: Outcome) -> tuple[blocks.Section, ...]:
    """Return the sections of an outcome in the order of its page; some may be empty."""
    words = found.words
    contacts = found.contacts
    urgent = found.route.urgent
    parts: dict[str, tuple[blocks.Block | None, ...]] = {
        "urgent": contacts if urgent else (),
        "warnings": tuple(_warning(remark) for remark in found.warnings),
        "steps": (blocks.Steps(found.steps) if found.steps else None, found.message),
        "when": tuple(deadline.card(words, item) for item in found.all_deadlines),
        "next": (_next(found), _timeline(found)),
        "also": (*(_parallel(found, item) for item in found.also), _on_page(found.safety, "safety")),
        "contacts": (*(() if urgent else contacts), _on_page(found.assistance)),
        "open": (_points(finding.says for finding in found.findings),),
        "not-covered": (_points(_not_covered(found)),),
        "rules": tuple(_rules(found)),
        "why": (_on_page(found.policy_basis_says), blocks.Answers(found.why) if found.why else None),
        "sources": (blocks.SourceList(found.sources), _whole_policy(found)),
    }
    headings, folds = words.group("heading"), words.group("fold")
    return tuple(
        blocks.Section(identity, headings[key], blocks.some(*inside), folds.get(key))
        for identity, inside in parts.items()
        for key in (identity.replace("-", "_"),)
    )


def _on_page(text: blocks.Span | None, kind: str | None = None) -> blocks.Block | None:
    return blocks.page_only(blocks.Paragraph(text, kind)) if text else None


def _points(items: Iterable[blocks.Span | blocks.Statement]) -> blocks.Block | None:
    points = tuple(items)
    return blocks.Points(points) if points else None


def _go_to(found: Outcome, name: str, node: Node | None) -> blocks.Link | None:
    return blocks.Link(found.words("outcome.go_to", page=name), node.address) if node else None


def _warning(remark: Remark) -> blocks.Block:
    return blocks.Statement(remark.says, remark.source, kind=f"warning {remark.kind}")


def _next(found: Outcome) -> blocks.Block | None:
    following = found.next
    if following is None:
        return None
    name = following.position.title if following.position else following.route.name if following.route else ""
    return blocks.Statement(following.says, following.source, link=_go_to(found, name, following.node))


def _timeline(found: Outcome) -> blocks.Block | None:
    """Show the stages to come and when each would end, where there is more than the one reached."""
    if len(found.timeline) < 2:
        return None
    stages = tuple(deadline.stage_to_come(found.words, leg) for leg in found.timeline)
    heading = blocks.Heading(found.words["timeline.heading"])
    return blocks.page_only(blocks.group(None, heading, blocks.Points(stages, ordered=True, kind="legs")))


def _parallel(found: Outcome, item: Parallel) -> blocks.Block:
    """Say what can run alongside, with its own deadlines."""
    lines = _points(deadline.alongside(found.words, each) for each in item.deadlines)
    link = _go_to(found, item.route.name, item.node) if item.route else None
    return blocks.Statement(item.says, item.source, link=link, more=blocks.some(lines), kind="parallel")


def _not_covered(found: Outcome) -> Iterator[blocks.Statement]:
    """Yield what the policy leaves out and where that leads."""
    for item in found.not_covered:
        link = _go_to(found, item.route.name, item.node) if item.route else None
        yield blocks.Statement(item.exclusion.says, item.source, sentence(item.exclusion.what), link)


def _rules(found: Outcome) -> Iterator[blocks.Block]:
    """Yield the rules in groups."""
    for kind in RULES:
        rules = tuple(blocks.Statement(rule.says, rule.source) for rule in found.rules if rule.kind is kind)
        if rules:
            yield blocks.page_only(blocks.Heading(found.words[f"rules.{kind}"]))
            yield blocks.Points(rules)


def _whole_policy(found: Outcome) -> blocks.Block | None:
    policy = blocks.Link(found.policy.title, f"policies/{found.policy.id}/")
    return _on_page(blocks.say(found.words, "source.whole_policy", policy=policy))
