"""Words explained: every word, role, form and process, with its other names and where it is used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from navigator.core.model import Policy, Role, Route, Term
from navigator.render.components import plural, sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.mentions import Mentions
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, commas, rows
from navigator.site.pages.people_and_documents import also_called

WORD, ROLE, FORM, PROCESS = "Word", "Role", "Form or record", "Process"
KINDS = {ROLE: "Roles", PROCESS: "Processes", FORM: "Forms and records", WORD: "Other words"}
MOST = 12
"""So many policies are named at most for a word; of more, nobody reads the last."""


@dataclass(frozen=True)
class GlossaryEntry:
    """One entry."""

    anchor: str
    name: str
    kind: str
    explains: str
    also: tuple[str, ...]
    used: tuple[Policy, ...]
    more: Child = None


def glossary(catalogue: LibraryIndex) -> Page:
    """Write the page of words."""
    sheet = PageBuilder(catalogue, "glossary.md", "Words explained", "glossary.yaml")
    sheet.add(el("p", "Words, roles, forms and processes in these policies, in plain English."))
    found = sorted(entries(sheet), key=lambda entry: (entry.name.lower(), entry.anchor))
    for kind, heading in KINDS.items():
        links = [el("a", sentence(each.name), href=f"#{each.anchor}") for each in found if each.kind == kind]
        if links:
            sheet.add(el("details", el("summary", f"{heading} ({len(links)})"), rows(links)))
    for entry in found:
        sheet.heading(2, sentence(entry.name), entry.anchor)
        sheet.add(
            el("p", entry.kind, class_="nav-hint"),
            el("p", entry.explains),
            also_called(entry.also),
            entry.more,
            used_in(sheet, entry.used),
        )
    return sheet.page(
        "Words, roles, forms and processes of fostering policies in plain English.", prominence=4
    )


def entries(sheet: PageBuilder) -> Iterator[GlossaryEntry]:
    """Yield every entry. A role that the glossary has a word for is told of once, under that word."""
    library = sheet.library
    mentions = Mentions(library.policies)
    told = {term.role for term in library.glossary if term.role}
    yield from (_word(sheet, mentions, term) for term in library.glossary)
    yield from (_role(sheet, role) for role in library.roles if role.id not in told)
    yield from (_process(sheet, route) for route in library.routes)


def _word(sheet: PageBuilder, mentions: Mentions, term: Term) -> GlossaryEntry:
    used = mentions.of((term.term, *term.also_called))
    if term.role is None:
        kind = FORM if term.form else WORD
        return GlossaryEntry(term.id, term.term, kind, term.explains, term.also_called, tuple(used))
    role = sheet.library.role[term.role]
    acting = [policy for policy in _acting(sheet, role) if policy not in used]
    names = dict.fromkeys((*term.also_called, role.name, *role.also_called))
    also = tuple(name for name in names if name != term.term)
    return GlossaryEntry(
        term.id, term.term, ROLE, term.explains, also, (*used, *acting), more=_more(sheet, role)
    )


def _role(sheet: PageBuilder, role: Role) -> GlossaryEntry:
    used = tuple(_acting(sheet, role))
    return GlossaryEntry(
        f"role-{role.id}", role.name, ROLE, role.explains, role.also_called, used, _more(sheet, role)
    )


def _process(sheet: PageBuilder, route: Route) -> GlossaryEntry:
    used = tuple(sheet.index.policies_of.get(route.id, []))
    more = el("p", "See the route: ", sheet.to_route(route), ".")
    return GlossaryEntry(f"route-{route.id}", route.name, PROCESS, route.purpose, (), used, more)


def _acting(sheet: PageBuilder, role: Role) -> Iterable[Policy]:
    """Return the policies in which a role acts or is told."""
    acts = (task.policy for task in sheet.index.tasks.get(role.id, []))
    found = {policy.id: policy for policy in (*acts, *sheet.index.copied.get(role.id, []))}
    return found.values()


def _more(sheet: PageBuilder, role: Role) -> Html:
    return el("p", "See the role: ", sheet.link(f"roles/#{role.id}", role.name), ".")


def used_in(sheet: PageBuilder, used: tuple[Policy, ...]) -> Html | None:
    """Link to the policies that use a word."""
    if not used:
        return None
    links = [sheet.link(f"policies/{each.id}/", each.title) for each in islice(used, MOST)]
    rest = len(used) - len(links)
    others = f", and {plural(rest, 'other policy', 'other policies')}" if rest else ""
    return el("p", "Used in: ", commas(links), f"{others}.", class_="nav-also")
