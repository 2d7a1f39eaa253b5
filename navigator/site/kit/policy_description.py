"""What a policy says, section by section, as blocks: once for its page and once for its PDF."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.core.citations import cite
from navigator.core.model import (
    Alongside,
    Bypass,
    Caution,
    EntryRule,
    Exclusion,
    Finding,
    Library,
    PlainAnswer,
    Policy,
    Replacement,
    Right,
    Said,
)
from navigator.core.phrases import case_in_words
from navigator.core.published import publishes_findings
from navigator.core.role_names import sentence
from navigator.core.time.timeline import follow_one_another
from navigator.render.blocks import Block, Filled, Link, Paragraph, Points, Section, Span, Statement, Strong
from navigator.site.kit.phases_description import describe_phases

type Rule = Said | Caution | EntryRule | Bypass | Alongside | Exclusion | Right | Replacement | Finding
"""Anything that a document says in a sentence or two, with its place."""

ANSWERS: Final = "answers"
"""The section of plain answers to plain questions."""
PHASES: Final = "phases"
"""The section of what is done where something is late, refused, settled or over: one within it for each."""
STAGES: Final = "stages"
"""The section at whose place a page and a PDF write the stages, each in its own way."""


def describe_policy(library: Library, policy: Policy) -> tuple[Section, ...]:
    """Return the sections of a policy in their order, after what it is at a glance; some may be empty."""
    groups: dict[str, tuple[Iterable[Rule], ...]] = {
        "warnings": (policy.warnings,),
        ANSWERS: (),
        PHASES: (),
        "covers": (policy.covers,),
        "before": (policy.before,),
        STAGES: (),
        "entry": (policy.entries, policy.bypass),
        "principles": (policy.principles,),
        "rights": (policy.rights,),
        "alongside": (policy.alongside,),
        "replaces": (policy.replaces,),
        "not-covered": (policy.does_not_cover,),
        "open": (policy.findings if publishes_findings(library, policy) else (),),
    }
    blocks: dict[str, tuple[Block, ...]] = {
        identity: tuple(_points(library, policy, rules) for rules in said if rules)
        for identity, said in groups.items()
    }
    closing = (Paragraph(policy.closing),) if policy.closing else ()
    blocks[ANSWERS] = tuple(_answers(library, policy))
    blocks[PHASES] = tuple(describe_phases(library, policy))
    blocks["contacts"] = (*(library.contact[contact] for contact in policy.contacts), *closing)
    blocks["sources"] = ()
    headings = library.words.group("heading") | library.words.group("site.policy")
    if not follow_one_another(policy):
        headings[STAGES] = headings["parts"]
    return tuple(
        Section(identity, headings[identity.replace("-", "_")], said) for identity, said in blocks.items()
    )


def _answers(library: Library, policy: Policy) -> Iterator[Block]:
    """Yield the plain answers, and in one line the questions that the document says nothing of."""
    words = library.words
    silent = [each for each in policy.answers if each.says is None]
    said = tuple(_answer(library, policy, each) for each in policy.answers if each.says)
    if said:
        yield Points(said)
    if silent:
        asked = " ".join(_asked(library, each) for each in silent)
        yield Paragraph(words("site.policy.silent", questions=asked))


def _answer(library: Library, policy: Policy, answer: PlainAnswer) -> Statement:
    words = library.words
    parts: dict[str, Span] = {
        "question": Strong(_asked(library, answer)),
        "answer": Strong(words[f"plain_reply.{answer.answer}"]),
        "says": answer.says or "",
    }
    at = [position.title for position in policy.leaf_stages() if position.key in answer.stages]
    case = words("site.policy.at", stages=words.listed(at)) if at else None
    source = cite(library, answer.source, policy.document) if answer.source else None
    return Statement(Filled(words["site.policy.answer"], parts), source, case=case)


def _asked(library: Library, answer: PlainAnswer) -> str:
    return answer.ask or library.words[f"plain_question.{answer.question}"]


def _points(library: Library, policy: Policy, rules: Iterable[Rule]) -> Points:
    return Points(tuple(_statement(library, policy, rule) for rule in rules))


def _statement(library: Library, policy: Policy, rule: Rule) -> Statement:
    """Say a rule with its place, and with the route to take instead or as well, where there is one."""
    term, route = None, rule.route if isinstance(rule, Alongside) else None
    if isinstance(rule, Exclusion):
        term, route = sentence(rule.what), rule.leads_to
    link = None
    if route:
        target = Link(library.route[route].name, f"routes/{route}/")
        link = Filled(library.words["site.go_to"], {"target": target})
    case = case_in_words(library.words, policy, rule)
    return Statement(rule.says, cite(library, rule.source, policy.document), term, link, case=case)
