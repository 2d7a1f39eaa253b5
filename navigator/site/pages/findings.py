"""What the policies leave open: every gap and contradiction, with a question for the owner."""

from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final

from navigator.check import gaps
from navigator.check.gaps import OpenPoint, is_published
from navigator.core.model import Finding, PlainQuestion, PlainReply, Policy
from navigator.render.components import bullets, table
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page, anchor_of
from navigator.site.kit.page_builder import PageBuilder

ASKED_OF_ALL: Final = tuple(each for each in PlainQuestion if each is not PlainQuestion.OWN)
"""The plain questions that are asked of every policy."""


def open_points(index: LibraryIndex, today: date) -> Page:
    """Write the page of all that is open, by policy."""
    words = index.library.words
    page = PageBuilder(index, "open.md", words["site.open.title"], "policies")
    page.paragraph("site.open.lede")
    page.section(words["site.open.answers"], "answers", answered(page))
    shown = (point for point in gaps.open_points(index.library, today) if is_published(index.library, point))
    for policy_id, points in groupby(shown, key=attrgetter("policy")):
        policy = index.library.policy[policy_id]
        page.heading(2, policy.title, policy.id)
        link = page.link(f"policies/{policy.id}/", words["site.open.read"])
        page.paragraph("site.open.publisher", publisher=policy.publisher, link=link)
        said = [(open_point(page, policy, point), where(page, policy, point)) for point in points]
        page.add(page.fold(words.count("site.open.points", len(said)), bullets(said)))
    return page.page(words["site.open.description"])


def answered(page: PageBuilder) -> Html:
    """Show which policy answers which of the plain questions, and how."""
    words = page.words
    lines = (
        [page.to_policy(policy), *(_reply(page, policy, question) for question in ASKED_OF_ALL)]
        for policy in page.library.policies
        if policy.answers
    )
    headings = [words["site.open.policy"], *(words[f"site.open.asked.{each}"] for each in ASKED_OF_ALL)]
    made = table(words["site.open.answers_caption"], headings, lines)
    return el("div", made, class_="nav-replies") if made else Html("")


def _reply(page: PageBuilder, policy: Policy, question: PlainQuestion) -> str:
    """Say how a policy answers a question: in a word, and whether that differs from stage to stage."""
    said = dict.fromkeys(each.answer for each in policy.answers if each.question is question)
    return page.words.listed(
        page.words[f"site.open.reply.{each}"] for each in said or [PlainReply.NOT_STATED]
    )


def open_point(page: PageBuilder, policy: Policy, point: Finding) -> Child:
    """Show one point: its kind, what is open, the question for the owner, and its place."""
    label = el("strong", page.words["site.open.question"])
    return (
        page.fill(
            "statement.with_term",
            term=el("strong", page.words[f"site.finding.{point.kind}"]),
            says=page.explained.text(point.says),
        ),
        el("p", page.fill("site.open.ask", label=label, question=point.ask_owner), class_="nav-ask"),
        page.cited(point.source, policy.document),
    )


def where(page: PageBuilder, policy: Policy, point: OpenPoint) -> Html | None:
    """Link to the stages that a point is about; nothing where it is about all of them."""
    stages = list(policy.leaf_stages())
    meant = [stage for stage in stages if stage.key in point.stages]
    if not meant or len(meant) == len(stages):
        return None
    links = (page.link(f"policies/{policy.id}/#{anchor_of(stage.key)}", stage.title) for stage in meant)
    return el("p", page.fill("site.open.where", stages=page.listed(links)))
