"""What an outcome says, section by section, as blocks for every kind of output."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.core.model import Form
from navigator.core.model.phase import PlainReply
from navigator.core.nodes import Node
from navigator.core.outcome import DetourShown, Outcome, Parallel, Remark, RemarkKind
from navigator.core.phrases import detour_in_words
from navigator.core.role_names import sentence
from navigator.render import blocks, deadline, following
from navigator.render.tasks import task_table

RULES: Final = (RemarkKind.ENTRY, RemarkKind.BEFORE, RemarkKind.BYPASS, RemarkKind.PRINCIPLE)
"""The groups of rules in the order shown."""


OPEN: Final = ("short-answers", "own-steps")
"""The sections that are not folded away."""


def describe_outcome(outcome: Outcome) -> tuple[blocks.Section, ...]:
    """Return the sections of an outcome in the order of its page; some may be empty."""
    words = outcome.words
    parts: dict[str, tuple[blocks.Block | None, ...]] = {
        "short-answers": (_answers(outcome),),
        "own-steps": (_points(_own_steps(outcome)),),
        "warnings": tuple(_warnings(outcome)),
        "detours": tuple(_detour(outcome, item) for item in outcome.detours),
        "steps": (_summary(outcome), _steps(outcome)),
        "when": tuple(deadline.card(words, item) for item in outcome.all_deadlines),
        "next": (*following.following(outcome), *_timeline(outcome)),
        "rights": (_points(blocks.Statement(right.says, right.source) for right in outcome.rights),),
        "also": tuple(_parallel(outcome, item) for item in outcome.also),
        "contacts": (*outcome.contacts, _on_page(outcome.assistance)),
        "not-covered": (_points(_not_covered(outcome)),),
        "rules": tuple(_rules(outcome)),
        "open": (_points(finding.says for finding in outcome.findings),),
        "examples": tuple(_examples(outcome)),
        "why": (
            _on_page(outcome.route.name, "route-name"),
            None if _warned_of_basis(outcome) else _on_page(outcome.policy_basis_says),
            blocks.Answers(outcome.why) if outcome.why else None,
        ),
        "sources": (blocks.SourceList(outcome.sources), *_places_of_answers(outcome), _whole_policy(outcome)),
    }
    headings = words.group("heading") | {"next": following.heading(outcome)}
    return tuple(
        blocks.Section(
            identity, headings[identity.replace("-", "_")], blocks.some(*inside), identity not in OPEN
        )
        for identity, inside in parts.items()
    )


def _warned_of_basis(outcome: Outcome) -> bool:
    """Say whether a note above all else tells already whose policy this is."""
    return any(remark.kind is RemarkKind.NOT_OWN_POLICY for remark in outcome.warnings)


def _answers(outcome: Outcome) -> blocks.Block | None:
    """Show the plain answers, with those first that the policy gives."""
    if not outcome.answers:
        return None
    given = sorted(outcome.answers, key=lambda reply: reply.answer == PlainReply.NOT_STATED)
    return blocks.PlainAnswers(tuple(given))


def _places_of_answers(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield the place that each plain answer is taken from: beside the answer itself there is no room."""
    places = _points(blocks.Statement(each.ask, each.source) for each in outcome.answers if each.source)
    if places:
        yield blocks.page_only(blocks.Heading(outcome.words["heading.short_answers"]), places)


def _summary(outcome: Outcome) -> blocks.Block | None:
    """Say in a sentence what the stage is, where it has steps."""
    summary = outcome.position.innermost.summary
    return _on_page(summary) if outcome.steps else None


def is_told_first(remark: Remark) -> bool:
    """Say whether a remark bears on whether the page holds at all, so that it is not folded away."""
    return remark.kind is not RemarkKind.POLICY


def _warnings(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield what the policy itself warns of, and in a text what bears on whether it holds."""
    for remark in outcome.warnings:
        said = warning(remark)
        if not is_told_first(remark):
            yield said
        elif remark.kind is not RemarkKind.NOT_OWN_POLICY:
            yield blocks.TextOnly(remark.says)


def warning(remark: Remark) -> blocks.Statement:
    """Show a warning."""
    return blocks.Statement(remark.says, remark.source, kind=f"warning {remark.kind}", case=remark.condition)


def _examples(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield how other services do it, without any date."""
    for example in outcome.examples:
        yield blocks.Heading(outcome.words("example.heading", service=example.service))
        stages = (
            blocks.Statement(stage.rule or stage.summary or "", term=stage.title) for stage in example.stages
        )
        yield blocks.Points(tuple(stages))
        link = blocks.Link(outcome.words("example.go_to", service=example.service), example.node.address)
        yield blocks.page_only(blocks.Paragraph(link))


def _on_page(text: blocks.Span | None, kind: str | None = None) -> blocks.Block | None:
    return blocks.page_only(blocks.Paragraph(text, kind)) if text else None


def _points(items: Iterable[blocks.Span | blocks.Statement]) -> blocks.Block | None:
    points = tuple(items)
    return blocks.Points(points) if points else None


def _go_to(outcome: Outcome, name: str, node: Node | None) -> blocks.Link | None:
    return blocks.Link(outcome.words("outcome.go_to", page=name), node.address) if node else None


def _steps(outcome: Outcome) -> blocks.Block | None:
    """Show who does what: in order, or as a table where the policy is one of tasks."""
    if not outcome.steps:
        return None
    if outcome.policy.form is Form.TASKS:
        return task_table(outcome.words, outcome.steps)
    return blocks.Steps(outcome.steps)


def _detour(outcome: Outcome, item: DetourShown) -> blocks.Statement:
    """Say what is tried, or may be, before the stage."""
    link = _go_to(outcome, item.route.name, item.node) if item.route else None
    says = " ".join((item.says, *detour_in_words(outcome.words, item.who, item.may_be_declined)))
    return blocks.Statement(says, item.source, link=link, kind="detour", case=item.condition)


def _timeline(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield the stages to come and when each would end, where there is more than the one reached."""
    if len(outcome.timeline) < 2 or outcome.route.urgent:
        return
    stages = tuple(deadline.stage_to_come(outcome.words, leg) for leg in outcome.timeline)
    heading = blocks.Heading(outcome.words["timeline.heading"])
    yield blocks.page_only(blocks.group(None, heading, blocks.Points(stages, ordered=True, kind="legs")))


def _parallel(outcome: Outcome, item: Parallel) -> blocks.Block:
    """Say what can run alongside, with its own deadlines."""
    lines = _points(deadline.alongside(outcome.words, each) for each in item.deadlines)
    link = _go_to(outcome, item.route.name, item.node) if item.route else None
    more = blocks.some(lines)
    return blocks.Statement(item.says, item.source, None, link, more, "parallel", item.condition)


def _own_steps(outcome: Outcome) -> Iterator[blocks.Span]:
    """Yield a link to the steps of each service that has its own: an urgent page asks nothing first."""
    for option in outcome.own_steps:
        yield blocks.Link(option.label, option.to.address)


def _not_covered(outcome: Outcome) -> Iterator[blocks.Statement]:
    """Yield what the policy leaves out and where that leads."""
    for item in outcome.not_covered:
        link = _go_to(outcome, item.route.name, item.node) if item.route else None
        yield blocks.Statement(item.exclusion.says, item.source, sentence(item.exclusion.what), link)


def _rules(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield the rules in groups."""
    for kind in RULES:
        rules = tuple(blocks.Statement(rule.says, rule.source) for rule in outcome.rules if rule.kind is kind)
        if rules:
            yield blocks.page_only(blocks.Heading(outcome.words[f"rules.{kind}"]))
            yield blocks.Points(rules)


def _whole_policy(outcome: Outcome) -> blocks.Block | None:
    policy = blocks.Link(outcome.policy.title, f"policies/{outcome.policy.id}/")
    return _on_page(blocks.say(outcome.words, "source.whole_policy", policy=policy))
