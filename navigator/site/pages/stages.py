"""The stages of a policy, each with who does what, to whom, with copies to whom, and what is written down."""

from itertools import groupby

from navigator.core.model import Action, Policy, Stage
from navigator.core.model.policy import Position
from navigator.render.components import sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder, facts, rows


def stages(sheet: PageBuilder, policy: Policy) -> None:
    """Write every stage with its levels."""
    sheet.heading(2, "Who does what", "stages")
    for stage, positions in groupby(policy.leaf_stages(), key=lambda position: position.stage):
        sheet.heading(3, stage.title, stage_anchor(stage.id))
        if stage.levels and stage.summary:
            sheet.add(sheet.say(stage.summary))
        for position in positions:
            if position.level:
                sheet.heading(4, position.title, stage_anchor(position.key))
            body(sheet, policy, position)


def stage_anchor(key: str) -> str:
    """Return the anchor of a stage or level on its policy's page."""
    return f"at-{key.replace('/', '-')}"


def body(sheet: PageBuilder, policy: Policy, position: Position) -> None:
    """Write one stage or level."""
    part = position.innermost
    sheet.add(sheet.say(part.summary) if part.summary else None)
    sheet.add(rows([step(sheet, policy, each) for each in part.steps], "ol", class_="nav-steps"))
    sheet.add(following(sheet, policy, part))
    sheet.add(sheet.cited(part.source, policy.document))


def step(sheet: PageBuilder, policy: Policy, act: Action) -> list[Child]:
    """Write one act."""
    roles = sheet.library.role
    who = roles[act.who]
    return [
        el(
            "p",
            el("strong", sheet.explained.role(who, sentence(who.name))),
            " ",
            sheet.explained.text(act.does),
            "" if act.does.endswith((".", "?", "!")) else ".",
        ),
        facts(
            [
                ("To", names(sheet, act.to)),
                ("Copy to", names(sheet, act.cc)),
                ("Write down", sheet.explained.text(act.record) if act.record else None),
            ]
        ),
        sheet.cited(act.source, policy.document) if act.source else None,
    ]


def names(sheet: PageBuilder, roles: tuple[str, ...]) -> Html:
    """Name several roles, each linked to its page."""
    return Html(", ".join(sheet.explained.role(sheet.library.role[role]) for role in roles))


def following(sheet: PageBuilder, policy: Policy, part: Stage) -> Html | None:
    """Say what follows when the stage has not settled the matter."""
    after = part.if_unresolved
    if after is None:
        return None
    target: Child = None
    if after.stage:
        title = policy.position(after.stage).title
        target = (" Go to: ", el("a", title, href=f"#{stage_anchor(after.stage)}"), ".")
    elif after.route:
        target = (" Go to: ", sheet.to_route(sheet.library.route[after.route]), ".")
    return el(
        "p",
        el("strong", "If this does not settle it: "),
        sheet.explained.text(after.says),
        target,
        class_="nav-after",
    )
