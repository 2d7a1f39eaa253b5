"""A question as a page: one question, answers as plain links, and the answers so far."""

from collections.abc import Iterable

from navigator.core.journey import Answered, Trail, first
from navigator.core.model import Library
from navigator.core.nodes import Node, OpenQuestion
from navigator.render.components import node_link
from navigator.render.html import Child, Html, el
from navigator.render.quick_exit import exit_control


def render_question(
    library: Library, asked: OpenQuestion, trail: Trail, before: str | None = None, notice: str | None = None
) -> Html:
    """Render a question, with a mark at the answer `before`, and with a notice where there is one.

    The danger notice is on the first only.
    """
    start = first(library)
    return el(
        "div",
        exit_control(library, library.route[trail.node.route] if trail.node.route else None),
        back(trail),
        el("p", notice, class_="nav-note nav-notice") if notice else None,
        danger_notice(library) if trail.node == start else None,
        el("h1", asked.ask, tabindex="-1"),
        el("p", asked.hint, class_="nav-hint") if asked.hint else None,
        el(
            "ul",
            [
                el(
                    "li",
                    node_link(
                        choice.to,
                        el("span", choice.label, class_="nav-choice-label"),
                        (" ", el("span", choice.hint, class_="nav-choice-hint")) if choice.hint else None,
                        (" ", el("span", "Your answer before", class_="nav-choice-before"))
                        if choice.id == before
                        else None,
                        class_="nav-choice",
                        data_question=asked.id,
                        data_option=choice.id,
                    ),
                )
                for choice in asked.options
            ],
            class_="nav-choices",
        ),
        answers_so_far(trail),
        start_again(start),
        class_="nav-page nav-question",
        data_slug=trail.node.slug,
    )


def danger_notice(library: Library) -> Html:
    """Say whom to call at once, with a number to tap."""
    danger = library.triage.danger
    contact = library.contact[danger.contact]
    return el(
        "section",
        el("h2", danger.heading, id="danger-notice"),
        el("p", danger.says),
        el(
            "p",
            el("a", f"Call {contact.phone}", href=f"tel:{contact.phone}", class_="nav-call", translate="no"),
        ),
        class_="nav-danger",
        aria_labelledby="danger-notice",
    )


def back(trail: Trail) -> Html | None:
    """Link to the question before."""
    if not trail.answered:
        return None
    before = trail.answered[-1]
    return el("p", node_link(before.node, "Back", class_="nav-back", data_show=before.question.id))


def answers_so_far(trail: Trail) -> Html:
    """List the answers given, each with a link to change it; nothing where there are none."""
    if not trail.answered:
        return Html("")
    return el(
        "section",
        el("h2", "Your answers so far", id="answers"),
        answer_list((step, None) for step in trail.answered),
        class_="nav-section nav-so-far",
        aria_labelledby="answers",
    )


def answer_list(answered: Iterable[tuple[Answered, Child]]) -> Html:
    """List answers, each with a link to change it and what is to be said about it."""
    rows = [
        el(
            "div",
            el("dt", step.question.ask),
            el("dd", step.choice.label),
            el(
                "dd",
                node_link(
                    step.node,
                    "Change",
                    el("span", f": {step.question.ask}", class_="nav-hidden"),
                    data_show=step.question.id,
                ),
            ),
            el("dd", about, class_="nav-because") if about else None,
        )
        for step, about in answered
    ]
    return el("dl", rows, class_="nav-answers")


def start_again(start: Node) -> Html:
    """Link to the first question, where nothing has been answered."""
    return el("p", node_link(start, "Start again", data_restart="true"), class_="nav-restart")
