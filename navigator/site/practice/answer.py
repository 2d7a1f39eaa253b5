"""The whole answer of a case: what each exercise asks for, how it was worked out, and the wrong turns."""

from navigator.render.components import bullets
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.citations import cited
from navigator.site.practice.exercises import answers


def answer(page: PageBuilder, case: Case) -> list[Child]:
    """Write everything that the answer of a case says."""
    return [
        answers(page, case),
        [el("p", line) for line in case.scenario.worked_out.splitlines() if line],
        cited(page, case.scenario.source, case.policy.document),
        el("h3", page.words["practice.answer.way"]),
        way(page, case),
        el("h3", page.words["practice.answer.wrong_turns"]),
        wrong_turns(page, case),
    ]


def way(page: PageBuilder, case: Case) -> Html:
    """List the questions and the answers given to them."""
    return rows(
        (
            page.fill(
                "practice.answer.step", question=step.question.ask, answer=el("strong", step.choice.label)
            )
            for step in case.trail.answered
        ),
        "ol",
    )


def wrong_turns(page: PageBuilder, case: Case) -> Html:
    """List tempting routes, and why each is wrong."""
    return bullets(
        (
            page.fill(
                "practice.answer.wrong_turn",
                route=page.to_route(case.library.route[turn.route]),
                why=turn.why,
            ),
            cited(page, turn.source),
        )
        for turn in case.scenario.wrong_turns
    )
