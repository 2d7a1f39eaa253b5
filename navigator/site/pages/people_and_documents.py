"""Roles, words, contacts and documents: one page each, with an anchor for every entry."""

from collections.abc import Iterable

from navigator.core.model import Contact
from navigator.core.phrases import confidence_in_words, ways_to_reach
from navigator.core.role_names import sentence
from navigator.render.components import way_to_reach, when
from navigator.render.html import Child, Html, el, join
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows


def roles(index: LibraryIndex) -> Page:
    """Write the page of roles: what each is, its other names, and what it does in which policy."""
    words = index.library.words
    page = PageBuilder(index, "roles.md", words["site.roles.title"], "roles")
    page.paragraph("site.roles.lede", link=page.link("who-does-what/", words["site.who_does_what.title"]))
    for role in sorted(index.library.roles, key=lambda role: role.name.lower()):
        page.heading(2, sentence(role.name), role.id)
        page.add(el("p", role.explains), named(page, "site.also_called", role.also_called))
        page.add(tasks(page, role.id))
    return page.page(words["site.roles.description"])


def named(page: PageBuilder, key: str, names: Iterable[str]) -> Html | None:
    """Put names or links into a sentence that search finds too; nothing where there are none."""
    listed = page.listed(names)
    return el("p", page.fill(key, names=listed), class_="nav-also") if listed else None


def tasks(page: PageBuilder, role: str) -> Html:
    """List what a role does, by policy."""
    by_policy: dict[str, list[Child]] = {}
    for task in page.index.tasks.get(role, []):
        said = page.fill("site.roles.task", stage=task.position.title, does=task.step.does)
        by_policy.setdefault(task.policy.id, []).append(said)
    acts = [
        el(
            "details",
            el("summary", page.words("site.roles.acts", policy=page.library.policy[policy].title)),
            rows(said),
            el("p", page.link(f"policies/{policy}/", page.words["site.roles.whole_policy"])),
        )
        for policy, said in by_policy.items()
    ]
    copies = [
        page.to_policy(policy) for policy in page.index.copied.get(role, []) if policy.id not in by_policy
    ]
    return join(
        (acts, el("p", page.fill("site.roles.copied", names=page.listed(copies))) if copies else None)
    )


def contacts(index: LibraryIndex) -> Page:
    """Write the page of contacts."""
    words = index.library.words
    page = PageBuilder(index, "contacts.md", words["site.contacts.title"], "contacts")
    page.paragraph("site.contacts.lede")
    for contact in index.library.contacts:
        page.heading(2, contact.name, contact.id)
        given_for = named(page, "site.contacts.given_for", index.reached_by.get(contact.id, []))
        page.add(ways(page, contact), given_for, page.cited(contact.source))
    return page.page(words["site.contacts.description"])


def ways(page: PageBuilder, contact: Contact) -> Html:
    """List every way to reach somebody."""
    links = {name: way_to_reach(name, way) for name, way in ways_to_reach(contact).items()}
    checked = when(page.words, contact.checked_on, weekday=False)
    return page.facts(**links, note=contact.note, checked_on=checked)


def documents(index: LibraryIndex) -> Page:
    """Write the page of documents that rules are taken from."""
    words = index.library.words
    page = PageBuilder(index, "sources.md", words["site.sources.title"], "documents")
    page.paragraph("site.sources.lede")
    for document in index.library.documents:
        page.heading(2, document.title, document.id)
        page.add(
            page.facts(
                publisher=sentence(document.publisher),
                kind=words[f"site.document_kind.{document.kind}"],
                web=way_to_reach("web", document.web) if document.web else None,
                dated=document.dated,
                checked_on=words.short_date(document.checked_on),
                how_checked=sentence(f"{confidence_in_words(words, document.confidence)}."),
                note=document.note,
                used_in=page.listed(map(page.to_policy, index.resting_on.get(document.id, []))),
            )
        )
    return page.page(words["site.sources.description"])
