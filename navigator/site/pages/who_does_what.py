"""Who does what: everything that each role does, in every policy, with the times of each stage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from navigator.core.deadlines import rule_in_words
from navigator.core.model import Action, Policy, Timescale
from navigator.core.model.policy import Position
from navigator.render.components import sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.stages import stage_anchor


@dataclass(frozen=True)
class Duty:
    """One act of a role, and where it stands."""

    policy: Policy
    position: Position
    step: Action


def who_does_what(catalogue: LibraryIndex) -> Page:
    """Write the page."""
    sheet = PageBuilder(catalogue, "who-does-what.md", "Who does what", "policies")
    sheet.add(
        el(
            "p",
            "Choose a role. You see each act, the stage it belongs to, and the times stated for that stage.",
        ),
        el("p", "The times belong to the policy beside them, and to no other service."),
    )
    found = duties(catalogue)
    for role in sorted(catalogue.library.roles, key=lambda each: each.name.lower()):
        if role.id in found:
            sheet.heading(2, sentence(role.name), role.id)
            sheet.add(
                el("p", role.explains), *(_in_policy(sheet, each) for each in _by_policy(found[role.id]))
            )
    page = sheet.page("Everything that each role does in every policy, with the times stated.")
    return replace(page, learn=True)


def duties(catalogue: LibraryIndex) -> dict[str, list[Duty]]:
    """Return what each role does, policy by policy."""
    found: dict[str, list[Duty]] = {}
    for policy in catalogue.library.policies:
        for position, step in policy.steps():
            found.setdefault(step.who, []).append(Duty(policy, position, step))
    return found


def _by_policy(found: list[Duty]) -> Iterator[list[Duty]]:
    for _, group in groupby(found, key=lambda duty: duty.policy.id):
        yield list(group)


def _in_policy(sheet: PageBuilder, found: list[Duty]) -> Html:
    """Write what a role does in one policy, stage by stage."""
    policy = found[0].policy
    stages: list[Child] = []
    for _, group in groupby(found, key=lambda duty: duty.position.key):
        acts = list(group)
        stages.append(_at_stage(sheet, policy, acts))
    return el(
        "details",
        el("summary", f"{policy.title} ({len(found)})"),
        el(
            "p",
            sheet.link(f"policies/{policy.id}/", "Read the whole policy"),
            f". Publisher: {sentence(policy.publisher)}.",
        ),
        stages,
    )


def _at_stage(sheet: PageBuilder, policy: Policy, acts: list[Duty]) -> Html:
    position = acts[0].position
    times = [_time(sheet, scale) for scale in position.innermost.timescales]
    return el(
        "div",
        el(
            "p",
            el("strong", sheet.link(f"policies/{policy.id}/#{stage_anchor(position.key)}", position.title)),
        ),
        rows([_act(sheet, duty.step) for duty in acts]),
        el("p", "Times at this stage:", class_="nav-hint"),
        rows(times, class_="nav-times"),
    )


def _act(sheet: PageBuilder, step: Action) -> Child:
    roles = sheet.library.role
    told = ", ".join(roles[each].name for each in step.to)
    return (step.does, f" (to: {told})" if told else None)


def _time(sheet: PageBuilder, scale: Timescale) -> str:
    return f"{scale.does} {rule_in_words(sheet.library, scale)}"
