"""Who does what: everything that each role does, in every policy, with the times of each stage."""

from collections.abc import Iterable
from itertools import groupby

from navigator.core.model import Action, Policy
from navigator.core.model.policy import Position
from navigator.core.role_names import role_names, sentence
from navigator.core.rule_wording import rule_in_words
from navigator.render.html import Html, el
from navigator.site.kit.library_index import LibraryIndex, Task
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.stages import stage_anchor


def who_does_what(index: LibraryIndex) -> Page:
    """Write the page."""
    words = index.library.words
    page = PageBuilder(index, "who-does-what.md", words["site.who_does_what.title"], "policies")
    page.add(el("p", words["site.who_does_what.lede"]), el("p", words["site.who_does_what.whose"]))
    for role in sorted(index.library.roles, key=lambda role: role.name.lower()):
        if role.id in index.tasks:
            page.heading(2, sentence(role.name), role.id)
            by_policy = groupby(index.tasks[role.id], key=lambda task: task.policy)
            page.add(
                el("p", role.explains), [_in_policy(page, policy, list(tasks)) for policy, tasks in by_policy]
            )
    return page.page(words["site.who_does_what.description"], learn=True)


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
    anchor = f"policies/{policy.id}/#{stage_anchor(position.key)}"
    times = [
        page.words(
            "site.who_does_what.time", does=timescale.does, rule=rule_in_words(page.library, timescale)
        )
        for timescale in position.innermost.timescales
    ]
    return el(
        "div",
        el("p", el("strong", page.link(anchor, position.title))),
        rows([_act(page, step) for step in steps]),
        el("p", page.words["site.who_does_what.times"], class_="nav-hint"),
        rows(times, class_="nav-times"),
    )


def _act(page: PageBuilder, step: Action) -> str:
    if not step.to:
        return step.does
    names = role_names(page.words, (page.library.role[role] for role in step.to))
    return page.words("site.who_does_what.told", does=step.does, names=names)
