"""Who does what: everything that each role does, in every policy, with the times of each stage."""

from collections.abc import Iterable
from itertools import groupby

from navigator.core.model import Action, Policy, Timescale
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words
from navigator.core.role_names import role_names, sentence
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.render.html import Html, el
from navigator.site.kit.library_index import LibraryIndex, Task
from navigator.site.kit.page import Page, anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.task_table import timescale_of
from navigator.site.pages.jobs import job_list
from navigator.site.pages.who_manages import who_manages


def who_does_what(index: LibraryIndex) -> Page:
    """Write the page."""
    words = index.library.words
    page = PageBuilder(index, "who-does-what/index.md", words["site.who_does_what.title"], "policies")
    page.add(el("p", words["site.who_does_what.lede"]), el("p", words["site.who_does_what.whose"]))
    page.section(words["site.jobs.heading"], "jobs", job_list(page))
    page.section(words["site.manages.heading"], "manages", who_manages(page), _of_services(page))
    page.heading(2, words["site.who_does_what.roles"], "roles")
    for role in sorted(index.library.roles, key=lambda role: role.name.lower()):
        if role.id in index.tasks:
            page.heading(3, sentence(role.name), role.id)
            by_policy = groupby(index.tasks[role.id], key=lambda task: task.policy)
            page.add(
                el("p", role.explains), [_in_policy(page, policy, list(tasks)) for policy, tasks in by_policy]
            )
    return page.page(words["site.who_does_what.description"], learn=True)


def _of_services(page: PageBuilder) -> Html:
    """Link to the picture of each service that has a policy of its own."""
    own = (service for service in page.library.services if service.policies)
    links = [page.link(f"services/{service.id}/#manages", service.name) for service in own]
    return el("p", page.fill("site.manages.of_services", services=page.listed(links))) if links else Html("")


def _in_policy(page: PageBuilder, policy: Policy, tasks: list[Task]) -> Html:
    """Write what a role does in one policy, stage by stage."""
    words = page.words
    whole = page.link(f"policies/{policy.id}/", words["site.roles.whole_policy"])
    publisher = sentence(policy.publisher)
    return el(
        "details",
        el("summary", words("site.who_does_what.policy", policy=policy.title, number=len(tasks))),
        el("p", page.fill("site.who_does_what.publisher", whole_policy=whole, publisher=publisher)),
        [
            _at_stage(page, policy, position, (task.step for task in of_stage))
            for position, of_stage in groupby(tasks, key=lambda task: task.position)
        ],
    )


def _at_stage(page: PageBuilder, policy: Policy, position: Position, steps: Iterable[Action]) -> Html:
    """Write what a role does at one stage, and the times of that stage."""
    anchor = f"policies/{policy.id}/#{anchor_of(position.key)}"
    named = {step.by for step in position.innermost.steps}
    times = [
        _time(page, policy, timescale)
        for timescale in position.innermost.timescales
        if timescale.id not in named
    ]
    return el(
        "div",
        el("p", el("strong", page.link(anchor, position.title))),
        rows([_act(page, policy, step) for step in steps]),
        el("p", page.words["site.who_does_what.times"], class_="nav-hint") if times else None,
        rows(times, class_="nav-times"),
    )


def _act(page: PageBuilder, policy: Policy, step: Action) -> str:
    """Say an act: to whom, in which case, and by when where it names its own time."""
    words, said, timescale = page.words, step.does, timescale_of(policy, step)
    if step.to:
        names = role_names(words, (page.library.role[role] for role in step.to))
        said = words("site.who_does_what.told", does=step.does, names=names)
    case = case_in_words(words, policy, step)
    if case:
        said = words("site.who_does_what.in_case", does=said, case=case)
    if timescale:
        rule = rule_in_words(page.library, timescale)
        said = words("site.who_does_what.by", does=said.removesuffix("."), rule=rule)
    return said


def _time(page: PageBuilder, policy: Policy, timescale: Timescale) -> str:
    """Say a time of the stage, and in which case it holds."""
    does = does_in_words(page.library, policy, timescale)
    said = page.words("site.who_does_what.time", does=does, rule=rule_in_words(page.library, timescale))
    return " ".join(filter(None, (case_in_words(page.words, policy, timescale), said)))
