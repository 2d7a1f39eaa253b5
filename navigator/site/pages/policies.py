"""Policies: everything that one publisher's document says, in the order a reader needs it."""

from collections.abc import Iterable, Iterator
from datetime import date

from navigator.core.journey import enter
from navigator.core.model import Bypass, Caution, EntryRule, Policy, Said, Words
from navigator.render.components import bullets, contact_card, sentence, when
from navigator.render.html import Child, Html, el
from navigator.render.quick_exit import exit_control
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.library_index import LibraryIndex, documents_of
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, commas, facts, rows
from navigator.site.kit.print_links import on_paper, to_print
from navigator.site.pages.findings import findings
from navigator.site.pages.stages import stages
from navigator.site.pages.timeline import timeline
from navigator.site.pages.timescales import timescales

type Statement = Said | Caution | EntryRule | Bypass
"""Anything that a document says in one sentence or two, with its place."""


def policy_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write the list of policies and a page for each."""
    yield overview(catalogue)
    for policy in catalogue.library.policies:
        yield policy_page(catalogue, policy)


def overview(catalogue: LibraryIndex) -> Page:
    """Write the list of policies, by route."""
    sheet = PageBuilder(catalogue, "policies/index.md", "Policies", "policies")
    sheet.add(
        el(
            "p",
            "Each policy belongs to its publisher. Check whose it is before you rely on a step or a time.",
        )
    )
    for route in catalogue.library.routes:
        found = catalogue.policies_of.get(route.id, [])
        sheet.section(
            route.name, route.id, rows([listed(sheet, policy) for policy in found], class_="nav-cards")
        )
    return sheet.page("Every policy held here: stages, time limits and sources.")


def listed(sheet: PageBuilder, policy: Policy) -> Child:
    """Show a policy in a list."""
    return (
        sheet.link(f"policies/{policy.id}/", policy.title),
        el("p", f"Publisher: {sentence(policy.publisher)}. {policy.applies_to}"),
    )


def policy_page(catalogue: LibraryIndex, policy: Policy) -> Page:
    """Write a policy's page."""
    sheet = PageBuilder(catalogue, f"policies/{policy.id}.md", policy.title, f"policies/{policy.id}.yaml")
    sheet.above(exit_control(catalogue.library, catalogue.library.route[policy.route]))
    sheet.above(crumbs(sheet, ("policies/", "Policies")))
    sheet.add(sheet.say(policy.summary, class_="nav-lede"))
    sheet.add(superseded(sheet, policy))
    sheet.section("At a glance", "at-a-glance", at_a_glance(sheet, policy), into_the_wizard(sheet, policy))
    sheet.add(to_print(sheet, f"policies/{policy.id}"))
    sheet.section("Know before you act", "warnings", statements(sheet, policy, policy.warnings))
    sheet.section("What it covers", "covers", statements(sheet, policy, policy.covers))
    sheet.section("Before it begins", "before", statements(sheet, policy, policy.before))
    sheet.section("The stages in time", "timeline", timeline(sheet, policy))
    stages(sheet, policy)
    sheet.section("Time limits", "times", timescales(sheet, policy))
    rules = statements(sheet, policy, policy.entries) + statements(sheet, policy, policy.bypass)
    sheet.section("Beginning later, and skipping stages", "entry", rules)
    sheet.section("What holds throughout", "principles", statements(sheet, policy, policy.principles))
    sheet.section("What can run at the same time", "alongside", alongside(sheet, policy))
    sheet.section("What it does not cover", "not-covered", not_covered(sheet, policy))
    sheet.section("What it leaves open", "open", findings(sheet, policy))
    sheet.section(
        "Who to contact",
        "contacts",
        [contact_card(catalogue.library.words, each) for each in catalogue.contacts_of(policy)],
    )
    sheet.section("Where this comes from", "sources", sources(sheet, policy))
    sheet.add(on_paper(sheet))
    return sheet.page(policy.summary)


def superseded(sheet: PageBuilder, policy: Policy) -> Html | None:
    """Warn that a newer version may exist."""
    if policy.superseded is None:
        return None
    return el(
        "div",
        el("p", el("strong", "This may be out of date.")),
        sheet.say(policy.superseded.says),
        sheet.cited(policy.superseded.source, policy.document),
        class_="nav-warning nav-superseded",
    )


def at_a_glance(sheet: PageBuilder, policy: Policy) -> Html:
    """Say whose policy it is, whom it is for, and how current it is."""
    document = sheet.library.document[policy.document]
    owners = [
        sheet.link(f"services/{service.id}/", service.name) for service in sheet.index.owners_of(policy)
    ]
    used_by: Child = "Every service, as it holds across England." if policy.national else commas(owners)
    return facts(
        [
            ("Whom it is for", sheet.explained.text(policy.applies_to)),
            ("Route", sheet.to_route(sheet.library.route[policy.route])),
            ("Publisher", sentence(policy.publisher)),
            ("Whose own policy", used_by),
            ("Document", sheet.link(f"sources/#{document.id}", document.title)),
            ("Version", policy.version or document.dated or "The document gives none."),
            (
                "In force from",
                dated(sheet.library.words, policy.effective_from) or "The document does not say.",
            ),
            ("In force until", dated(sheet.library.words, policy.effective_until)),
            ("Other versions", commas(other_versions(sheet, policy))),
            ("Due for review by", dated(sheet.library.words, policy.review_by)),
            ("Checked on", dated(sheet.library.words, policy.checked_on)),
        ]
    )


def other_versions(sheet: PageBuilder, policy: Policy) -> list[Html]:
    """Link to the other versions of a policy."""
    every = sheet.index.versions_of.get(policy.version_of or policy.id, [])
    found = [each for each in every if each is not policy]
    return [
        sheet.link(f"policies/{each.id}/", each.title, f", {each.version}" if each.version else None)
        for each in found
    ]


def dated(words: Words, day: date | None) -> Html | None:
    """Write a date, if there is one."""
    return when(words, day, weekday=False) if day else None


def into_the_wizard(sheet: PageBuilder, policy: Policy) -> Html:
    """Link to the page of the wizard at which this policy is reached."""
    owners = sheet.index.owners_of(policy)
    node = enter(sheet.library, policy.route, owners[0].id if owners else None)
    return el("p", sheet.link(node.address, "See what happens next", class_="nav-start"), class_="nav-go")


def statements(sheet: PageBuilder, policy: Policy, said: Iterable[Statement]) -> Html:
    """List what the document says, each with its place."""
    return bullets(
        (sheet.explained.text(item.says), sheet.cited(item.source, policy.document)) for item in said
    )


def alongside(sheet: PageBuilder, policy: Policy) -> Html:
    """List what may run at the same time."""
    return bullets(
        (
            sheet.explained.text(item.says),
            (" Go to: ", sheet.to_route(sheet.library.route[item.route]), ".") if item.route else None,
            sheet.cited(item.source, policy.document),
        )
        for item in policy.alongside
    )


def not_covered(sheet: PageBuilder, policy: Policy) -> Html:
    """List what the policy leaves out, and where to go instead."""
    return bullets(
        (
            el("strong", sentence(item.what)),
            ". ",
            sheet.explained.text(item.says),
            (" Go to: ", sheet.to_route(sheet.library.route[item.leads_to]), ".") if item.leads_to else None,
            sheet.cited(item.source, policy.document),
        )
        for item in policy.does_not_cover
    )


def sources(sheet: PageBuilder, policy: Policy) -> Html:
    """List the documents that the page rests on."""
    own = [policy.document, *sorted(documents_of(policy) - {policy.document})]
    found = [sheet.library.document[document] for document in own]
    words = sheet.library.words
    return bullets(
        (
            sheet.link(f"sources/#{document.id}", document.title),
            f". {sentence(document.publisher)}. Checked on {words.short_date(document.checked_on)}.",
        )
        for document in found
    )
