"""Roles, words, contacts and documents: one page each, with an anchor for every entry."""

from navigator.core.model import Contact, DocumentKind, Words
from navigator.render.components import CONFIDENCE, sentence, when
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, commas, facts, rows

KINDS = {
    DocumentKind.POLICY: "Policy",
    DocumentKind.LAW: "Law",
    DocumentKind.GUIDANCE: "Guidance",
    DocumentKind.BRIEFING: "Briefing",
    DocumentKind.DECISION: "Decision",
}


def roles(catalogue: LibraryIndex) -> Page:
    """Write the page of roles: what each is, its other names, and what it does in which policy."""
    sheet = PageBuilder(catalogue, "roles.md", "Roles", "roles.yaml")
    more = sheet.link("who-does-what/", "Who does what")
    sheet.add(
        el("p", "The same job has different names in different services. ", more, " has the times too.")
    )
    for role in sorted(catalogue.library.roles, key=lambda each: each.name.lower()):
        sheet.heading(2, sentence(role.name), role.id)
        sheet.add(el("p", role.explains), also_called(role.also_called))
        sheet.add(tasks(sheet, role.id))
    return sheet.page("Who does what in fostering processes, and the other names for each job.", prominence=2)


def also_called(names: tuple[str, ...]) -> Html | None:
    """Give other names, so that search finds them."""
    return el("p", "Also called: ", ", ".join(names), ".", class_="nav-also") if names else None


def tasks(sheet: PageBuilder, role: str) -> Html:
    """List what a role does, by policy."""
    by_policy: dict[str, list[Child]] = {}
    for task in sheet.index.tasks.get(role, []):
        by_policy.setdefault(task.policy.id, []).append((f"{task.position.title}: ", task.step.does))
    found = [
        el(
            "details",
            el("summary", f"What this role does: {sheet.library.policy[policy].title}"),
            rows(acts),
            el("p", sheet.link(f"policies/{policy}/", "Read the whole policy")),
        )
        for policy, acts in by_policy.items()
    ]
    told = [
        sheet.link(f"policies/{policy.id}/", policy.title)
        for policy in sheet.index.copied.get(role, [])
        if policy.id not in by_policy
    ]
    others = el("p", "Written to or given a copy in: ", commas(told), ".") if told else ""
    return Html("".join(found) + others)


def contacts(catalogue: LibraryIndex) -> Page:
    """Write the page of contacts."""
    sheet = PageBuilder(catalogue, "contacts.md", "Contacts", "contacts.yaml")
    sheet.add(el("p", "Numbers and addresses change. Each one says on which day it was checked."))
    for contact in catalogue.library.contacts:
        sheet.heading(2, contact.name, contact.id)
        given = catalogue.reached_by.get(contact.id, [])
        where = el("p", "Given for: ", ", ".join(given), ".", class_="nav-also") if given else None
        sheet.add(ways(catalogue.library.words, contact), where, sheet.cited(contact.source))
    return sheet.page("How to reach people and bodies, and when each contact was checked.")


def ways(words: Words, contact: Contact) -> Html:
    """List every way to reach somebody."""
    number = "".join(sign for sign in contact.phone or "" if sign.isdigit() or sign == "+")
    return facts(
        [
            (
                "Phone",
                el("a", contact.phone, href=f"tel:{number}", translate="no") if contact.phone else None,
            ),
            (
                "E-mail",
                el("a", contact.email, href=f"mailto:{contact.email}", translate="no")
                if contact.email
                else None,
            ),
            ("Website", el("span", contact.web, translate="no") if contact.web else None),
            ("Post", el("span", contact.address, translate="no") if contact.address else None),
            ("Note", contact.note),
            ("Checked on", when(words, contact.checked_on, weekday=False)),
        ]
    )


def documents(catalogue: LibraryIndex) -> Page:
    """Write the page of documents that rules are taken from."""
    sheet = PageBuilder(catalogue, "sources.md", "Sources", "documents.yaml")
    sheet.add(
        el("p", "Every rule here names the document it comes from. This is how well each document is known.")
    )
    for document in catalogue.library.documents:
        sheet.heading(2, document.title, document.id)
        resting = [
            sheet.link(f"policies/{policy.id}/", policy.title)
            for policy in catalogue.resting_on.get(document.id, [])
        ]
        sheet.add(
            facts(
                [
                    ("Publisher", sentence(document.publisher)),
                    ("Kind", KINDS[document.kind]),
                    ("Date or version", document.dated),
                    ("Checked on", catalogue.library.words.short_date(document.checked_on)),
                    ("How it was checked", sentence(f"{CONFIDENCE[document.confidence]}.")),
                    ("Note", document.note),
                    ("Used in", commas(resting)),
                ]
            )
        )
    return sheet.page("The documents that every rule here is taken from, and when each was checked.")
