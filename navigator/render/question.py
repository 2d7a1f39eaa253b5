"""A question as a page: one question, answers as plain links, and the answers so far."""

from collections.abc import Iterable
from typing import Final

from navigator.core.journey import Trail, first
from navigator.core.model import Library, Words
from navigator.core.nodes import Node, OpenQuestion
from navigator.core.policies import policy_for
from navigator.core.questions import condition, kind_of, progress
from navigator.render.components import bullets, call, dialled, exit_control, node_link, section
from navigator.render.html import Child, Html, el, fill

MANY: Final = 8
"""From more answers than this on, a script offers a box to find one."""


def render_question(
    library: Library, asked: OpenQuestion, trail: Trail, before: str | None = None, notice: str | None = None
) -> Html:
    """Render a question, with a mark at the answer `before`, and with a notice where there is one.

    The danger notice is on the first only.
    """
    start, words = first(library), library.words
    many = len(asked.options) > MANY
    return el(
        "div",
        exit_control(library, library.route.get(trail.node.route or ""), back(library, trail)),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        danger_notice(library) if trail.node == start else None,
        el("p", words["answer.untranslated"], class_="nav-note")
        if _untranslated(library, trail.node)
        else None,
        el("h1", asked.ask, tabindex="-1"),
        el("p", asked.hint, class_="nav-hint") if asked.hint else None,
        bullets(
            (
                node_link(
                    choice.to,
                    el("span", choice.label, class_="nav-choice-label"),
                    (" ", el("span", choice.hint, class_="nav-choice-hint")) if choice.hint else None,
                    (" ", el("span", words["question.answer_before"], class_="nav-choice-before"))
                    if choice.id == before
                    else None,
                    class_="nav-choice",
                    data_question=asked.id,
                    data_option=choice.id,
                    data_always=many and choice.unsure,
                )
                for choice in asked.options
            ),
            class_="nav-choices",
            data_filter=words["question.filter"] if many else None,
            data_filter_none=words["question.filter_none"] if many else None,
        ),
        answers_so_far(words, trail),
        start_again(words, start),
        class_="nav-page nav-question",
        data_slug=trail.node.slug,
    )


def _untranslated(library: Library, node: Node) -> bool:
    """Say whether some of a question is in English only; a policy words those on progress and conditions."""
    parts = {"triage"}
    if kind_of(node.question) in (progress, condition):
        parts.add(f"policies/{policy_for(library, node.route or '', node.service, node.reader).id}")
    return not parts.isdisjoint(library.untranslated)


def danger_notice(library: Library) -> Html:
    """Show the danger notice: what to do at once, with a number to tap."""
    danger = library.triage.danger
    contact = library.contact[danger.contact]
    phone = contact.phone or ""
    link = el("a", call(library.words, phone), href=dialled(phone), class_="nav-call", translate="no")
    return el(
        "section",
        el("h2", danger.heading, id="danger-notice"),
        el("p", danger.says),
        el("p", link),
        class_="nav-danger",
        aria_labelledby="danger-notice",
    )


def back(library: Library, trail: Trail) -> Html | None:
    """Link to the question before, if there can be one; its place is kept where the answers are not known.

    Otherwise an answer would move under somebody's finger as soon as the engine knows them.
    """
    if trail.node == first(library):
        return None
    before = trail.answered[-1] if trail.answered else None
    name = library.words["question.back"]
    link = node_link(before.node, name, class_="nav-back", data_show=before.question.id) if before else None
    return el("p" if link else "div", link, class_="nav-back-place")


def answers_so_far(words: Words, trail: Trail) -> Html:
    """List the answers given, each with a link to change it; nothing where there are none."""
    answers = (
        (step.node, step.question.id, step.question.ask, step.choice.label, None) for step in trail.answered
    )
    listed = answer_list(words, answers) if trail.answered else None
    return section("answers", words["heading.answers_so_far"], listed, kind="so-far")


type AnswerRow = tuple[Node, str, str, str, Child]
"""An answer given: the question's page, id and words, the answer's words, and what is to be said about it."""


def answer_list(words: Words, given: Iterable[AnswerRow]) -> Html:
    """List answers, each with a link to change it."""
    rows = []
    for node, question, ask, label, about in given:
        # Only a screen reader says which answer a link changes.
        which = el("span", words("question.change_which", ask=ask), class_="nav-hidden")
        change = node_link(node, fill(words["question.change"], which=which), data_show=question)
        because = el("dd", about, class_="nav-because") if about else None
        rows.append(el("div", el("dt", ask), el("dd", label), el("dd", change), because))
    return el("dl", rows, class_="nav-answers")


def start_again(words: Words, start: Node) -> Html:
    """Link to the first question, where nothing has been answered."""
    return el("p", node_link(start, words["question.start_again"], data_restart="true"), class_="nav-restart")
