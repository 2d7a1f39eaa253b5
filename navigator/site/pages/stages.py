"""The stages of a policy, each with who does what, to whom, with copies to whom, and what is written down."""

from itertools import groupby

from navigator.core.model import Action, Policy, Stage
from navigator.core.model.policy import Position
from navigator.core.phrases import sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder, rows


def stages(page: PageBuilder, policy: Policy, heading: str) -> None:
    """Write every stage with its levels, below a heading."""
    page.heading(2, heading, "stages")
    for stage, positions in groupby(policy.leaf_stages(), key=lambda position: position.stage):
        page.heading(3, stage.title, stage_anchor(stage.id))
        if stage.levels and stage.summary:
            page.add(page.say(stage.summary))
        for position in positions:
            if position.level:
                page.heading(4, position.title, stage_anchor(position.key))
            body(page, policy, position)


def stage_anchor(key: str) -> str:
    """Return the anchor of a stage or level on its policy's page."""
    return f"at-{key.replace('/', '-')}"


def body(page: PageBuilder, policy: Policy, position: Position) -> None:
    """Write one stage or level."""
    stage = position.innermost
    page.add(page.say(stage.summary) if stage.summary else None)
    page.add(rows([act(page, policy, action) for action in stage.steps], "ol", class_="nav-steps"))
    page.add(following(page, policy, stage))
    page.add(page.cited(stage.source, policy.document))


def act(page: PageBuilder, policy: Policy, action: Action) -> list[Child]:
    """Write one act: who does what, to whom, with copies to whom, and what is written down."""
    role = page.library.role[action.who]
    who = el("strong", page.explained.role(role, sentence(role.name)))
    does = page.explained.text(action.does.removesuffix("."))
    return [
        el("p", page.fill("step.to_do", who=who, does=does)),
        page.addressed(
            names(page, action.to),
            names(page, action.cc),
            page.explained.text(action.record) if action.record else None,
        ),
        page.cited(action.source, policy.document) if action.source else None,
    ]


def names(page: PageBuilder, roles: tuple[str, ...]) -> Html:
    """Name several roles, each linked to its page."""
    return page.listed(page.explained.role(page.library.role[role]) for role in roles)


def following(page: PageBuilder, policy: Policy, stage: Stage) -> Html | None:
    """Say what follows when the stage has not settled the matter."""
    after = stage.if_unresolved
    if after is None:
        return None
    label = el("strong", page.words["site.policy.unresolved"])
    says = page.fill("site.policy.unresolved_says", label=label, says=page.explained.text(after.says))
    target: str | Html | None = after.route
    if after.stage:
        title = policy.position(after.stage).title
        target = el("a", title, href=f"#{stage_anchor(after.stage)}")
    return el("p", page.go_to(says, target), class_="nav-after")
