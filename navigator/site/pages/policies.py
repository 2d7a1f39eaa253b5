"""Policies: everything that one publisher's document says, in the order a reader needs it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from navigator.core.journey import enter
from navigator.core.model import Policy, Words
from navigator.core.published import publishes_findings
from navigator.core.role_names import sentence
from navigator.render.blocks import Block, Points, Section
from navigator.render.components import bullets, when
from navigator.render.html import Child, Html, el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex, documents_of
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.page_writer import PageWriter
from navigator.site.kit.policy_description import ANSWERS, PHASES, STAGES, describe_policy
from navigator.site.kit.print_links import on_paper, to_print
from navigator.site.pages.findings import open_point
from navigator.site.pages.ladder import ladder
from navigator.site.pages.stages import stages
from navigator.site.pages.timescales import timescales

RULES: Final = (
    "covers", "before", "entry", "principles", "rights", "alongside", "replaces", "not-covered",
)  # fmt: skip
"""The sections that a page folds away together, in their order."""


def policy_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the list of policies and a page for each."""
    yield Draft("policies/index.md", partial(overview, index))
    for policy in index.library.policies:
        yield Draft(f"policies/{policy.id}.md", partial(policy_page, index, policy))


def overview(index: LibraryIndex) -> Page:
    """Write the list of policies, by route."""
    words = index.library.words
    page = PageBuilder(index, "policies/index.md", words["site.policies.title"], "policies")
    page.paragraph("site.policies.lede")
    page.add(el("p", page.link("sheets/", words["site.sheets.title"])))
    for route in index.library.routes:
        cards = [listed(page, policy) for policy in index.policies_of.get(route.id, [])]
        page.section(route.name, route.id, rows(cards, class_="nav-cards"))
    return page.page(words["site.policies.description"])


def listed(page: PageBuilder, policy: Policy) -> Child:
    """Show a policy in a list."""
    return (page.to_policy(policy), el("p", listed_line(page, policy)))


def listed_line(page: PageBuilder, policy: Policy) -> str:
    """Say whose policy it is, and whom it is for."""
    said = {"publisher": sentence(policy.publisher), "applies_to": policy.applies_to}
    if policy.national:
        return page.words("site.policies.listed_national", **said)
    owners = [service.name for service in page.index.owners_of(policy) if service.name != policy.publisher]
    if owners:
        return page.words("site.policies.listed_own", owners=page.words.listed(owners), **said)
    return page.words("site.policies.listed", **said)


def cards_of(page: PageBuilder, policy: Policy) -> list[Html]:
    """Link to the cards for the first hour that this policy says in full."""
    cards = (card for card in page.library.first_hour if card.policy == policy.id)
    links = (page.link(f"first-hour/{card.id}/", card.title) for card in cards)
    return [el("p", page.fill("site.first_hour.card", card=link)) for link in links]


def policy_page(index: LibraryIndex, policy: Policy) -> Page:
    """Write a policy's page: first what can be seen at a glance, then everything else in folds."""
    page = PageBuilder(index, f"policies/{policy.id}.md", policy.title, f"policies/{policy.id}")
    words, heading = page.words, page.words.group("site.policy")
    sections = {section.id: section for section in describe_policy(index.library, policy)}
    writer = PageWriter(page, policy.document)
    page.crumbs(("policies/", words["site.policies.title"]), matter=index.library.route[policy.route])
    page.add(danger_notice(index.library) if index.library.route[policy.route].urgent else None)
    page.add(superseded(page, policy))
    page.add(el("p", listed_line(page, policy), class_="nav-for"))
    page.section(heading["ladder"], "ladder", ladder(page, policy))
    page.add(into_the_wizard(page, policy), to_print(page, f"policies/{policy.id}"))
    page.add(cards_of(page, policy))
    for name in ("warnings", ANSWERS):
        page.section(sections[name].heading, name, writer.write(*sections[name].blocks))
    page.section(sections[PHASES].heading, PHASES, folds(page, writer, sections[PHASES].blocks))
    stages(page, policy, sections[STAGES].heading)
    page.section(heading["times"], "times", timescales(page, policy))
    rules = [fold(page, writer, sections[name]) for name in RULES]
    page.section(heading["rules"], "rules", rules)
    contacts = sections["contacts"]
    page.section(contacts.heading, contacts.id, writer.write(*contacts.blocks))
    page.section(heading["about"], "about", about(page, policy, sections))
    page.add(on_paper(page))
    return page.page(policy.summary)


def folds(page: PageBuilder, writer: PageWriter, blocks: Iterable[Block]) -> list[Html]:
    """Fold sections away, each under its heading."""
    inner = (section for section in blocks if isinstance(section, Section))
    return [page.fold(each.heading, writer.write(*each.blocks), identity=each.id) for each in inner]


def fold(page: PageBuilder, writer: PageWriter, section: Section) -> Html:
    """Fold a section away, saying how much there is in it."""
    number = sum(len(block.items) for block in section.blocks if isinstance(block, Points))
    name = page.words("site.policy.folded", name=section.heading, number=number)
    return page.fold(name, writer.write(*section.blocks), identity=section.id)


def about(page: PageBuilder, policy: Policy, sections: dict[str, Section]) -> list[Child]:
    """Say what the policy does, and fold away how current it is, what it leaves open and its documents."""
    words = page.words
    points = policy.findings if publishes_findings(page.library, policy) else ()
    left_open = words("site.policy.folded", name=sections["open"].heading, number=len(points))
    return [
        page.say(policy.summary),
        page.fold(words["site.policy.facts"], at_a_glance(page, policy)),
        page.fold(
            left_open, bullets(open_point(page, policy, finding) for finding in points), identity="open"
        ),
        page.fold(sections["sources"].heading, sources(page, policy), identity="sources"),
    ]


def superseded(page: PageBuilder, policy: Policy) -> Html | None:
    """Warn that a newer version may exist."""
    if policy.superseded is None:
        return None
    return el(
        "div",
        el("p", el("strong", page.words["site.policy.superseded"], ".")),
        page.say(policy.superseded.says),
        page.cited(policy.superseded.source, policy.document),
        class_="nav-warning nav-superseded",
    )


def at_a_glance(page: PageBuilder, policy: Policy) -> Html:
    """Say whose policy it is, whom it is for, and how current it is."""
    words, document = page.words, page.library.document[policy.document]
    owners = [page.link(f"services/{service.id}/", service.name) for service in page.index.owners_of(policy)]
    return page.facts(
        readers=page.listed(page.explained.role(page.library.role[role]) for role in policy.readers),
        route=page.to_route(page.library.route[policy.route]),
        publisher=sentence(policy.publisher),
        owners=words["site.policy.national"] if policy.national else page.listed(owners),
        document=page.link(f"sources/#{document.id}", document.title),
        version=policy.version or document.dated or words["site.policy.no_version"],
        in_force_from=dated(words, policy.effective_from) or words["site.policy.no_start"],
        in_force_until=dated(words, policy.effective_until),
        other_versions=page.listed(other_versions(page, policy)),
        review_by=dated(words, policy.review_by),
        checked_on=dated(words, policy.checked_on),
    )


def other_versions(page: PageBuilder, policy: Policy) -> list[Html]:
    """Link to the other versions of a policy."""
    every = page.index.versions_of.get(policy.version_of or policy.id, [])
    return [
        page.link(
            f"policies/{other.id}/",
            page.words("site.policy.other_version", title=other.title, version=other.version)
            if other.version
            else other.title,
        )
        for other in every
        if other is not policy
    ]


def dated(words: Words, day: date | None) -> Html | None:
    """Write a date, if there is one."""
    return when(words, day, weekday=False) if day else None


def into_the_wizard(page: PageBuilder, policy: Policy) -> Html:
    """Link to the page of the wizard at which this policy is reached."""
    owners = page.index.owners_of(policy)
    node = enter(page.library, policy.route, owners[0].id if owners else None)
    return el("p", page.link(node.address, page.words["site.enter"], class_="nav-start"), class_="nav-go")


def sources(page: PageBuilder, policy: Policy) -> Html:
    """List the documents that the page rests on."""
    return bullets(
        page.fill(
            "site.policy.document",
            title=page.link(f"sources/#{document.id}", document.title),
            publisher=sentence(document.publisher),
            date=page.words.short_date(document.checked_on),
        )
        for document in documents_of(page.library, policy)
    )
