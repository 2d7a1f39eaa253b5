"""Words explained: every word, role, form and process, with its other names and where it is used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navigator.core.model import Policy, Role, Route, Term
from navigator.core.role_names import sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.mentions import Mentions
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.people_and_documents import named

ROLE, PROCESS, FORM, WORD = KINDS = ("role", "process", "form", "word")
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


def glossary(index: LibraryIndex) -> Page:
    """Write the page of words."""
    words = index.library.words
    page = PageBuilder(index, "glossary.md", words["site.glossary.title"], "glossary")
    page.paragraph("site.glossary.lede")
    explained = sorted(entries(page), key=lambda entry: (entry.name.lower(), entry.anchor))
    for kind in KINDS:
        links = [
            el("a", sentence(entry.name), href=f"#{entry.anchor}")
            for entry in explained
            if entry.kind == kind
        ]
        if links:
            heading = words(f"site.glossary.all.{kind}", number=len(links))
            page.add(el("details", el("summary", heading), rows(links)))
    for entry in explained:
        page.heading(2, sentence(entry.name), entry.anchor)
        page.add(
            el("p", words[f"site.glossary.{entry.kind}"], class_="nav-hint"),
            el("p", entry.explains),
            named(page, "site.also_called", entry.also),
            entry.more,
            used_in(page, entry.used),
        )
    return page.page(words["site.glossary.description"])


def entries(page: PageBuilder) -> Iterator[GlossaryEntry]:
    """Yield every entry. A role that the glossary has a word for has its entry under that word only."""
    library = page.library
    mentions = Mentions(library.policies)
    under_a_word = {term.role for term in library.glossary if term.role}
    yield from (_word(page, mentions, term) for term in library.glossary)
    yield from (_role(page, role) for role in library.roles if role.id not in under_a_word)
    yield from (_process(page, route) for route in library.routes)


def _word(page: PageBuilder, mentions: Mentions, term: Term) -> GlossaryEntry:
    used = mentions.of((term.term, *term.also_called))
    if term.role is None:
        kind = FORM if term.form else WORD
        return GlossaryEntry(term.id, term.term, kind, term.explains, term.also_called, tuple(used))
    role = page.library.role[term.role]
    acting = [policy for policy in _acting(page, role) if policy not in used]
    names = dict.fromkeys((*term.also_called, role.name, *role.also_called))
    also = tuple(name for name in names if name != term.term)
    return GlossaryEntry(
        term.id, term.term, ROLE, term.explains, also, (*used, *acting), more=_more(page, role)
    )


def _role(page: PageBuilder, role: Role) -> GlossaryEntry:
    used = tuple(_acting(page, role))
    return GlossaryEntry(
        f"role-{role.id}", role.name, ROLE, role.explains, role.also_called, used, _more(page, role)
    )


def _process(page: PageBuilder, route: Route) -> GlossaryEntry:
    used = tuple(page.index.policies_of.get(route.id, []))
    more = el("p", page.fill("site.glossary.see_route", route=page.to_route(route)))
    return GlossaryEntry(f"route-{route.id}", route.name, PROCESS, route.purpose, (), used, more)


def _acting(page: PageBuilder, role: Role) -> Iterable[Policy]:
    """Return the policies in which a role acts or is written to."""
    acts = (task.policy for task in page.index.tasks.get(role.id, []))
    return {policy.id: policy for policy in (*acts, *page.index.copied.get(role.id, []))}.values()


def _more(page: PageBuilder, role: Role) -> Html:
    return el("p", page.fill("site.glossary.see_role", role=page.link(f"roles/#{role.id}", role.name)))


def used_in(page: PageBuilder, used: tuple[Policy, ...]) -> Html | None:
    """Link to the policies that use a word."""
    if len(used) <= MOST:
        return named(page, "site.glossary.used_in", map(page.to_policy, used))
    names = page.listed(map(page.to_policy, used[:MOST]))
    more = page.count("site.glossary.used_in_more", len(used) - MOST, names=names)
    return el("p", more, class_="nav-also")
