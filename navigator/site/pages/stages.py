"""The stages of a policy, each with who does what, to whom, with copies to whom, and what is written down."""

from itertools import groupby

from navigator.core.model import Action, Detour, Form, Next, Policy
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words, detour_in_words
from navigator.core.role_names import sentence
from navigator.core.time.rule_wording import rule_in_words
from navigator.core.ways import Way, ways_on
from navigator.render.components import bullets
from navigator.render.html import Child, Html, el
from navigator.site.kit.page import anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.page_writer import PageWriter
from navigator.site.kit.task_table import task_table, timescale_of


def stages(page: PageBuilder, policy: Policy, heading: str) -> None:
    """Write every stage with its levels, below a heading."""
    page.heading(2, heading, "stages")
    for stage, positions in groupby(policy.leaf_stages(), key=lambda position: position.stage):
        page.heading(3, stage.title, anchor_of(stage.id))
        if stage.levels and stage.summary:
            page.add(page.say(stage.summary))
        for position in positions:
            if position.level:
                page.heading(4, position.level.title, anchor_of(position.key))
            body(page, policy, position)


def body(page: PageBuilder, policy: Policy, position: Position) -> None:
    """Write one stage or level: what happens at it, and folded away who does what and what follows."""
    stage = position.innermost
    page.add(page.say(stage.summary) if stage.summary else None)
    if policy.form is Form.TASKS:
        page.add(PageWriter(page, policy.document).write(task_table(page.library, policy, position)))
        steps = Html("")
    else:
        steps = rows([act(page, policy, action) for action in stage.steps], "ol", class_="nav-steps")
    page.add(
        page.fold(
            page.words["site.policy.step_by_step"],
            bullets(before(page, policy, detour) for detour in stage.detours),
            steps,
            [following(page, policy, way, after) for way, after in ways_on(stage)],
            page.cited(stage.source, policy.document),
        )
    )


def act(page: PageBuilder, policy: Policy, action: Action) -> list[Child]:
    """Write one act: who does what, to whom, with copies to whom, and what is written down."""
    role = page.library.role[action.who]
    who = el("strong", page.explained.role(role, sentence(role.name)))
    does = page.explained.text(action.does.removesuffix("."))
    case, timescale = case_in_words(page.words, policy, action), timescale_of(policy, action)
    return [
        el("p", page.fill("step.to_do", who=who, does=does)),
        el("p", case, class_="nav-in-case") if case else None,
        page.addressed(
            names(page, action.to),
            names(page, action.cc),
            page.explained.text(action.record) if action.record else None,
            rule_in_words(page.library, timescale) if timescale else None,
        ),
        page.cited(action.source, policy.document) if action.source else None,
    ]


def names(page: PageBuilder, roles: tuple[str, ...]) -> Html:
    """Name several roles, each linked to its page."""
    return page.listed(page.explained.role(page.library.role[role]) for role in roles)


def before(page: PageBuilder, policy: Policy, detour: Detour) -> Child:
    """Say what is tried, or may be, before a stage."""
    label = el("strong", page.words["site.policy.detour"])
    says = page.fill("site.policy.way", label=label, says=page.explained.text(detour.says))
    case = case_in_words(page.words, policy, detour)
    who = page.library.role[detour.who] if detour.who else None
    more = [*([case] if case else []), *detour_in_words(page.words, who, detour.may_be_declined)]
    return (
        page.go_to(says, detour.route),
        [el("p", said, class_="nav-in-case") for said in more],
        page.cited(detour.source, policy.document),
    )


def following(page: PageBuilder, policy: Policy, way: Way, after: Next) -> Html:
    """Say one way on from a stage, and in which case it is taken."""
    words, case = page.words, case_in_words(page.words, policy, after)
    label = el("strong", words("ways.label", way=words[f"ways.{way}"]))
    text = " ".join(filter(None, (case, after.says)))
    says = page.fill("site.policy.way", label=label, says=page.explained.text(text))
    target: str | Html | None = after.route
    if after.stage:
        title = policy.position(after.stage).title
        target = el("a", title, href=f"#{anchor_of(after.stage)}")
    return el("p", page.go_to(says, target), class_="nav-after")
