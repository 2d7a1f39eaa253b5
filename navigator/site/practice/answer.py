"""The whole answer of a case: where it belongs, by when, how that was worked out, and the wrong turns."""

from navigator.render.components import actor_words, bullets
from navigator.render.html import Child, Html, el, join
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, facts, rows
from navigator.site.practice.ask_recipient import next_telling
from navigator.site.practice.citations import cited


def answer(sheet: PageBuilder, case: Case, heading: str = "h3") -> Html:
    """Write everything that the answer of a case says."""
    policy = case.policy
    return (
        facts(
            [
                ("Route", sheet.to_route(case.outcome.route)),
                ("Policy", sheet.link(f"policies/{policy.id}/", policy.title)),
                ("Stage", sheet.link(case.trail.node.address, case.position.title)),
                ("Who is told", told(case)),
                ("By when", deadlines(case)),
            ]
        )
        + join(el("p", each) for each in case.scenario.worked_out.splitlines() if each)
        + cited(sheet, case.scenario.source, policy.document)
        + el(heading, "The way there")
        + way(case)
        + el(heading, "Wrong turns")
        + wrong_turns(sheet, case)
    )


def told(case: Case) -> Child:
    """Say who tells whom next."""
    telling = next_telling(case)
    if telling is None:
        return None
    names = ", ".join(role.name for role in telling.to)
    return f"{actor_words(telling.who)} tells: {names}."


def deadlines(case: Case) -> Html:
    """List the dates of the outcome, with the rule where there is none."""
    return bullets(
        f"{each.does} {f'By {case.library.words.long_date(each.due)}.' if each.due else each.rule}"
        for each in case.outcome.all_deadlines
    )


def way(case: Case) -> Html:
    """List the questions and the answers given to them."""
    steps = case.trail.answered
    return rows([(f"{step.question.ask} ", el("strong", step.choice.label)) for step in steps], "ol")


def wrong_turns(sheet: PageBuilder, case: Case) -> Html:
    """List tempting routes, and why each is wrong."""
    return bullets(
        (sheet.to_route(case.library.route[turn.route]), ". ", turn.why, cited(sheet, turn.source))
        for turn in case.scenario.wrong_turns
    )
