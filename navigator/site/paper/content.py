"""What a paper says, as plain parts that any typesetter could set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from navigator.core.citations import cite
from navigator.core.deadlines import rule_in_words
from navigator.core.model import Action, Confidence, Contact, Library, Policy, Route, Source, Timescale, Words
from navigator.core.model.policy import Position
from navigator.render.components import CONFIDENCE, FIRMNESS, actor_words, sentence
from navigator.site.kit.library_index import LibraryIndex, documents_of

type Text = str | dict[str, str]
"""A paragraph; with `label` and `text` one that begins in bold letters, with `source` alone one in small."""
type Part = dict[str, object]
"""A `heading` of a `level`, and what stands below it: `text` (paragraphs) and `points` (a list)."""


@dataclass(frozen=True)
class Paper:
    """One PDF before it is set."""

    path: str
    """The file below the site's root."""
    title: str
    kind: str
    """What the title names: a route or a policy."""
    edition: str
    """Which state of the policies it holds."""
    address: str
    """The page it belongs to; below the site's root where nobody has said where the site will be."""
    parts: tuple[Part, ...]


def papers(catalogue: LibraryIndex) -> Iterator[Paper]:
    """Yield a paper for each route and each policy."""
    for route in catalogue.library.routes:
        yield route_paper(catalogue, route)
    for policy in catalogue.library.policies:
        yield policy_paper(catalogue, policy)


def route_paper(catalogue: LibraryIndex, route: Route) -> Paper:
    """Write what a route is for, and the first step of every policy that describes it."""
    library = catalogue.library
    policies = catalogue.policies_of.get(route.id, [])
    limits = [
        f"{limit.says} Go to: {library.route[limit.route].name}." if limit.route else limit.says
        for limit in route.not_for
    ]
    parts = [
        part(1, "What it is for", [route.purpose]),
        part(1, "Who starts it", [route.who_starts]),
        part(1, "What it is not for", points=limits),
    ]
    for policy in policies:
        parts.append(part(1, policy.title, [*at_a_glance(library, policy)]))
        first = policy.first_stage
        parts += position(library, policy, first, f"Next step: {first.title}")
    checked = max((policy.checked_on for policy in policies), default=None)
    edition = f"Policies checked on {library.words.short_date(checked)}" if checked else ""
    return paper(catalogue, f"routes/{route.id}", route.name, "Route", edition, parts)


def policy_paper(catalogue: LibraryIndex, policy: Policy) -> Paper:
    """Write everything that a policy's page says."""
    library = catalogue.library
    route = library.route[policy.route].name
    parts = [
        part(1, "At a glance", [policy.summary, *at_a_glance(library, policy), labelled("Route", route)])
    ]
    parts.append(part(1, "Know before you act", points=[item.says for item in policy.warnings]))
    parts.append(part(1, "What it covers", points=[item.says for item in policy.covers]))
    parts.append(part(1, "Before it begins", points=[item.says for item in policy.before]))
    for number, place in enumerate(policy.leaf_stages()):
        parts += position(library, policy, place, place.title if number else f"Next step: {place.title}")
    parts.append(part(1, "Time limits for the whole", list(limits(library, policy, policy.overall))))
    rules = [item.says for item in policy.entries] + [item.says for item in policy.bypass]
    parts.append(part(1, "Beginning later, and skipping stages", points=rules))
    parts.append(part(1, "What holds throughout", points=[item.says for item in policy.principles]))
    parts.append(part(1, "What can run at the same time", points=[item.says for item in policy.alongside]))
    excluded = [f"{sentence(item.what)}. {item.says}" for item in policy.does_not_cover]
    parts.append(part(1, "What it does not cover", points=excluded))
    parts.append(part(1, "What it leaves open", points=[item.says for item in policy.findings]))
    reached = [contact(library.words, library.contact[each]) for each in policy.contacts]
    parts.append(part(1, "Who to contact", points=reached))
    documents = [policy.document, *sorted(documents_of(policy) - {policy.document})]
    read = [document(library, each) for each in documents]
    parts.append(part(1, "Where this comes from", points=read))
    edition = f"{version(library, policy)}. Checked on {library.words.short_date(policy.checked_on)}"
    return paper(catalogue, f"policies/{policy.id}", policy.title, "Policy", edition, parts)


def paper(
    catalogue: LibraryIndex, page: str, title: str, kind: str, edition: str, parts: Iterable[Part]
) -> Paper:
    """Put a paper together, with whom to call in danger before all else."""
    danger = catalogue.library.triage.danger
    first = part(1, danger.heading, [danger.says])
    said = tuple(each for each in (first, *parts) if each["text"] or each["points"])
    base = f"{catalogue.site_url.rstrip('/')}/" if catalogue.site_url else ""
    return Paper(f"{page}.pdf", title, kind, edition, urljoin(base, f"{page}/"), said)


def part(level: int, heading: str, text: Iterable[Text] = (), points: Iterable[str] = ()) -> Part:
    """Build a part of a paper."""
    return {"level": level, "heading": heading, "text": list(text), "points": list(points)}


def labelled(label: str, text: str) -> Text:
    """Build a paragraph that begins with its name."""
    return {"label": label, "text": text}


def at_a_glance(library: Library, policy: Policy) -> Iterator[Text]:
    """Say whose policy it is, whom it is for, and how current it is."""
    yield labelled("Publisher", sentence(policy.publisher))
    yield labelled("Whom it is for", policy.applies_to)
    yield labelled("Version", version(library, policy))
    yield labelled("Checked on", library.words.short_date(policy.checked_on))
    if policy.superseded:
        yield labelled("This may be out of date", policy.superseded.says)


def version(library: Library, policy: Policy) -> str:
    """Return the version printed on a policy's document."""
    return policy.version or library.document[policy.document].dated or "The document gives no version"


def position(library: Library, policy: Policy, place: Position, heading: str) -> Iterator[Part]:
    """Write one stage: who does what, by when, what follows and where that stands."""
    at = place.innermost
    source = {"source": f"Source: {place_of(library, policy, at.source)}"}
    yield part(1, heading, [at.summary, source] if at.summary else [source])
    yield part(2, "Who does what", points=[act(library, step) for step in at.steps])
    yield part(2, "By when", list(limits(library, policy, at.timescales)))
    if at.if_unresolved:
        yield part(2, "If this does not settle it", [at.if_unresolved.says])


def act(library: Library, step: Action) -> str:
    """Say one act in a sentence, with those it goes to."""
    found = [f"{actor_words(library.role[step.who])} {step.does.removesuffix('.')}."]
    for name, roles in (("To", step.to), ("Copy to", step.cc)):
        if roles:
            found.append(f"{name}: {', '.join(library.role[role].name for role in roles)}.")
    if step.record:
        found.append(f"Write down: {step.record}")
    return " ".join(found)


def limits(library: Library, policy: Policy, scales: Iterable[Timescale]) -> Iterator[Text]:
    """Say each time limit: what happens, how long, how firm, how else it can be read, and where it stands."""
    for scale in scales:
        firm = f" {FIRMNESS[scale.firmness]}" if scale.firmness else ""
        yield labelled(scale.does, f"{rule_in_words(library, scale)}{firm}")
        if scale.assumed_start:
            yield scale.assumed_start
        for reading in scale.readings:
            yield labelled("Or", f"{rule_in_words(library, scale, reading)} {reading.why}")
        yield {"source": f"Source: {place_of(library, policy, scale.source)}"}


def place_of(library: Library, policy: Policy, source: Source) -> str:
    """Name the place a rule comes from, and say if it is not confirmed."""
    found = cite(library, source, policy.document)
    doubt = "" if found.confidence is Confidence.A else f" ({CONFIDENCE[found.confidence]})"
    return f"{found.title}, {found.section}{doubt}."


def contact(words: Words, found: Contact) -> str:
    """Give every way to reach somebody, and the day it was checked."""
    ways = [way for way in (found.phone, found.email, found.web, found.address) if way]
    said = [f"{found.name}: {', '.join(ways)}." if ways else f"{found.name}."]
    return " ".join(
        [
            *said,
            *([found.note] if found.note else []),
            f"Checked on {words.short_date(found.checked_on)}.",
        ]
    )


def document(library: Library, identity: str) -> str:
    """Name a document, its publisher and the day it was checked."""
    found = library.document[identity]
    dated = f" {found.dated}." if found.dated else ""
    checked = library.words.short_date(found.checked_on)
    return f"{found.title}.{dated} {sentence(found.publisher)}. Checked on {checked}."
