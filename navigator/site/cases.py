"""Practice cases: each a story, the answers its person gives, and the outcome worked out by hand."""

from navigator.core.dates import long_date
from navigator.core.journey import Trail, follow
from navigator.core.model import Scenario
from navigator.render.html import Child, Html, el
from navigator.render.parts import bullets, sentence
from navigator.site.catalogue import Catalogue
from navigator.site.page import Page
from navigator.site.sheet import Sheet, facts, rows


def cases(catalogue: Catalogue) -> Page:
    """Write the page of cases."""
    sheet = Sheet(catalogue, "cases.md", "Practice cases", "scenarios")
    sheet.add(el("p", "Short stories with made-up people. Try each one before you open its answer."))
    start = sheet.link(catalogue.first.address, "Find the right route", class_="nav-start")
    sheet.add(el("p", start, class_="nav-go"))
    for scenario in catalogue.library.scenarios:
        sheet.heading(2, scenario.title, scenario.id)
        sheet.add([sheet.say(each) for each in scenario.story.splitlines()])
        sheet.add(el("p", "Today is ", long_date(scenario.today), "."))
        sheet.add(answer(sheet, scenario))
    if not catalogue.library.scenarios:
        sheet.add(el("p", "No cases are held here yet."))
    return sheet.page(
        "Short stories to practise with, each with its answer and a wrong turn that looks right."
    )


def answer(sheet: Sheet, scenario: Scenario) -> Html:
    """Write the answer of a case, folded away."""
    library, expect = sheet.library, scenario.expect
    policy = library.policy[expect.policy]
    trail = follow(library, {given.question: given.option for given in scenario.answers})
    where = sheet.link(trail.node.address, policy.position(expect.stage).title)
    known = [f"{sentence(library.event[date.event].name)}: {long_date(date.day)}." for date in scenario.dates]
    return el(
        "details",
        el("summary", "Show the answer"),
        facts(
            [
                ("Route", sheet.to_route(library.route[expect.route])),
                ("Policy", sheet.link(f"policies/{policy.id}/", policy.title)),
                ("What it shows", where),
                ("Dates known", bullets(known)),
                ("By when", deadlines(sheet, scenario)),
            ]
        ),
        [el("p", each) for each in scenario.worked_out.splitlines()],
        sheet.cited(scenario.source),
        el("h3", "The way there"),
        way(trail),
        el("h3", "Wrong turns"),
        wrong_turns(sheet, scenario),
    )


def deadlines(sheet: Sheet, scenario: Scenario) -> Html:
    """List the dates of the outcome."""
    policy = sheet.library.policy[scenario.expect.policy]
    part = policy.position(scenario.expect.stage).at
    does = {scale.id: scale.does for scale in (*part.timescales, *policy.overall)}
    return bullets(
        f"{does[item.id]} {f'By {long_date(item.due)}.' if item.due else 'No date can be given.'}"
        for item in scenario.expect.deadlines
    )


def way(trail: Trail) -> Html:
    """List the questions and the answers given to them."""
    return rows([(f"{step.question.ask} ", el("strong", step.choice.label)) for step in trail.answered], "ol")


def wrong_turns(sheet: Sheet, scenario: Scenario) -> Html:
    """List tempting routes, and why each is wrong."""
    found: list[Child] = [
        (sheet.to_route(sheet.library.route[turn.route]), ". ", turn.why, sheet.cited(turn.source))
        for turn in scenario.wrong_turns
    ]
    return bullets(found)
