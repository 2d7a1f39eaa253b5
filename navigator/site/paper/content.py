"""What a paper says, as plain parts that any typesetter could set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from navigator.core.citations import cite
from navigator.core.deadlines import rule_in_words
from navigator.core.model import (
    Action,
    Alongside,
    Bypass,
    Caution,
    Contact,
    EntryRule,
    Finding,
    Library,
    Policy,
    Route,
    Said,
    Source,
    Timescale,
    Words,
)
from navigator.core.model.policy import Position
from navigator.core.phrases import actor, cited_in_words, rule_and_firmness, sentence
from navigator.site.kit.library_index import LibraryIndex, documents_of

type Text = str | dict[str, str]
"""A paragraph; with `label` and `text` one that begins in bold letters, with `source` alone one in small."""
type Section = dict[str, object]
"""A `heading` of a `level`, and what stands below it: `text` (paragraphs) and `points` (a list)."""


@dataclass(frozen=True)
class Paper:
    """One PDF before it is set."""

    path: str
    """The file below the site's root."""
    language: str
    """The tag of its language, such as `en-GB`."""
    title: str
    kind: str
    """What the title names: a route or a policy."""
    footer: str
    """The site, which state of the policies it holds, and the address of its page."""
    page: str
    """The number of a page, as a text with {page} and {pages}."""
    sections: tuple[Section, ...]


def papers(index: LibraryIndex) -> Iterator[Paper]:
    """Yield a paper for each route and each policy."""
    for route in index.library.routes:
        yield route_paper(index, route)
    for policy in index.library.policies:
        yield policy_paper(index, policy)


def route_paper(index: LibraryIndex, route: Route) -> Paper:
    """Write what a route is for, and the first step of every policy that describes it."""
    library, words = index.library, index.library.words
    policies = index.policies_of.get(route.id, [])
    sections = [
        section(words["paper.for"], [route.purpose]),
        section(words["site.route.who_starts"], [route.who_starts]),
        section(
            words["site.route.not_for"],
            points=[go_to(library, limit.says, limit.route) for limit in route.not_for],
        ),
    ]
    for policy in policies:
        sections.append(section(policy.title, at_a_glance(library, policy)))
        first = policy.first_stage
        sections += stage(library, policy, first, words("paper.next_step", stage=first.title))
    checked = max((policy.checked_on for policy in policies), default=None)
    edition = words("paper.checked_policies", date=words.short_date(checked)) if checked else ""
    return paper(index, f"routes/{route.id}", route.name, words["paper.route"], edition, sections)


def policy_paper(index: LibraryIndex, policy: Policy) -> Paper:
    """Write everything that a policy's page says."""
    library, words = index.library, index.library.words
    heading = words.group("site.policy")
    route = labelled(words, words["site.label.route"], library.route[policy.route].name)
    sections = [
        section(heading["at_a_glance"], [policy.summary, *at_a_glance(library, policy), route]),
        section(heading["warnings"], points=says(policy.warnings)),
        section(heading["covers"], points=says(policy.covers)),
        section(heading["before"], points=says(policy.before)),
    ]
    for number, position in enumerate(policy.leaf_stages()):
        title = position.title if number else words("paper.next_step", stage=position.title)
        sections += stage(library, policy, position, title)
    excluded = [
        words("site.policy.excluded", what=sentence(item.what), says=item.says)
        for item in policy.does_not_cover
    ]
    documents = [policy.document, *sorted(documents_of(policy) - {policy.document})]
    sections += [
        section(words["paper.whole"], limits(library, policy, policy.overall)),
        section(heading["entry"], points=[*says(policy.entries), *says(policy.bypass)]),
        section(heading["principles"], points=says(policy.principles)),
        section(heading["alongside"], points=says(policy.alongside)),
        section(heading["not_covered"], points=excluded),
        section(heading["open"], points=says(policy.findings)),
        section(heading["contacts"], points=[contact(words, each) for each in index.contacts_of(policy)]),
        section(heading["sources"], points=[document(library, each) for each in documents]),
    ]
    checked = words.short_date(policy.checked_on)
    edition = words("paper.edition", version=version(library, policy), date=checked)
    return paper(index, f"policies/{policy.id}", policy.title, words["paper.policy"], edition, sections)


def paper(
    index: LibraryIndex, page: str, title: str, kind: str, edition: str, sections: Iterable[Section]
) -> Paper:
    """Put a paper together, with whom to call in danger before all else."""
    words, danger = index.library.words, index.library.triage.danger
    said = (section(danger.heading, [danger.says]), *sections)
    base = f"{index.site_url.rstrip('/')}/" if index.site_url else ""
    address = urljoin(base, f"{page}/")
    footer = words("paper.footer", site=index.site_name, edition=edition, address=address)
    written = tuple(part for part in said if part["text"] or part["points"])
    return Paper(f"{page}.pdf", words.language, title, kind, footer, words["paper.page"], written)


def section(heading: str, text: Iterable[Text] = (), points: Iterable[str] = (), level: int = 1) -> Section:
    """Build a section of a paper."""
    return {"level": level, "heading": heading, "text": list(text), "points": list(points)}


def says(items: Iterable[Said | Caution | EntryRule | Bypass | Alongside | Finding]) -> list[str]:
    """Return what each rule says."""
    return [item.says for item in items]


def go_to(library: Library, says: str, route: str | None) -> str:
    """Add to what is said which route to take, where there is one."""
    if route is None:
        return says
    return f"{says} {library.words('site.go_to', target=library.route[route].name)}"


def labelled(words: Words, label: str, text: str) -> Text:
    """Build a paragraph that begins with its name."""
    return {"label": words("paper.label", label=label.rstrip(".")), "text": text}


def at_a_glance(library: Library, policy: Policy) -> Iterator[Text]:
    """Say whose policy it is, whom it is for, and how current it is."""
    words = library.words
    yield labelled(words, words["site.label.publisher"], sentence(policy.publisher))
    yield labelled(words, words["site.label.for_whom"], policy.applies_to)
    yield labelled(words, words["site.label.version"], version(library, policy))
    yield labelled(words, words["site.label.checked_on"], words.short_date(policy.checked_on))
    if policy.superseded:
        yield labelled(words, words["site.policy.superseded"], policy.superseded.says)


def version(library: Library, policy: Policy) -> str:
    """Return the version printed on a policy's document."""
    return policy.version or library.document[policy.document].dated or library.words["paper.no_version"]


def stage(library: Library, policy: Policy, position: Position, heading: str) -> Iterator[Section]:
    """Write one stage: who does what, by when, what follows and where that stands."""
    words, innermost = library.words, position.innermost
    source = {"source": source_line(library, policy, innermost.source)}
    yield section(heading, [innermost.summary, source] if innermost.summary else [source])
    acts = [act(library, step) for step in innermost.steps]
    yield section(words["site.policy.stages"], points=acts, level=2)
    yield section(words["paper.when"], limits(library, policy, innermost.timescales), level=2)
    if innermost.if_unresolved:
        yield section(words["paper.unresolved"], [innermost.if_unresolved.says], level=2)


def act(library: Library, step: Action) -> str:
    """Say one act in a sentence, with those it goes to."""
    words = library.words
    said = [words("step.to_do", who=actor(words, library.role[step.who]), does=step.does.removesuffix("."))]
    for key, roles in (("paper.to", step.to), ("paper.copy_to", step.cc)):
        if roles:
            said.append(words(key, names=words.listed(library.role[role].name for role in roles)))
    if step.record:
        said.append(words("paper.write_down", record=step.record))
    return " ".join(said)


def limits(library: Library, policy: Policy, timescales: Iterable[Timescale]) -> Iterator[Text]:
    """Say each time limit: what happens, how long, how firm, how else it can be read, and where it stands."""
    words = library.words
    for timescale in timescales:
        limit = rule_and_firmness(words, rule_in_words(library, timescale), timescale.firmness)
        yield labelled(words, timescale.does, limit)
        if timescale.assumed_start:
            yield timescale.assumed_start
        for reading in timescale.readings:
            rule = rule_in_words(library, timescale, reading)
            yield labelled(words, words["paper.or"], f"{rule} {reading.why}")
        yield {"source": source_line(library, policy, timescale.source)}


def source_line(library: Library, policy: Policy, source: Source) -> str:
    """Name the place a rule comes from, and say if it is not confirmed."""
    cited = cite(library, source, policy.document)
    return library.words("source.cited", place=cited_in_words(library.words, cited))


def contact(words: Words, contact: Contact) -> str:
    """Give every way to reach somebody, and the day it was checked."""
    ways = [way for way in (contact.phone, contact.email, contact.web, contact.address) if way]
    said = [
        words("paper.contact", name=contact.name, ways=words.listed(ways)) if ways else f"{contact.name}."
    ]
    said += [contact.note] if contact.note else []
    return " ".join([*said, words("paper.checked_on", date=words.short_date(contact.checked_on))])


def document(library: Library, identity: str) -> str:
    """Name a document, its publisher and the day it was checked."""
    held = library.document[identity]
    title = f"{held.title}. {held.dated}" if held.dated else held.title
    checked = library.words.short_date(held.checked_on)
    return library.words(
        "site.policy.document", title=title, publisher=sentence(held.publisher), date=checked
    )
