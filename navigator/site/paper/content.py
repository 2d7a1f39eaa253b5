"""What the PDFs of routes and policies say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from urllib.parse import urljoin

from navigator.core.citations import cite
from navigator.core.model import Action, Form, Library, Policy, Route, RouteLimit, Stage, Timescale
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words, detour_in_words, rule_and_firmness
from navigator.core.role_names import actor, role_names, sentence
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.core.ways import Way, ways_on
from navigator.render.blocks import Block, Facts, Paragraph, Points, Section, some
from navigator.site.kit.library_index import LibraryIndex, documents_of
from navigator.site.kit.policy_description import STAGES, describe_policy
from navigator.site.kit.task_table import task_table, timescale_of
from navigator.site.kit.timescale_description import assumed, for_whom, may_change, says_more
from navigator.site.paper.typst_writer import Part, TypstWriter


@dataclass(frozen=True)
class Paper:
    """One PDF before it is rendered."""

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
    sections: tuple[Part, ...]


def papers(index: LibraryIndex) -> Iterator[Paper]:
    """Yield a paper for each route and each policy."""
    return (write() for _, write in drafts(index))


def drafts(index: LibraryIndex) -> Iterator[tuple[str, Callable[[], Paper]]]:
    """Yield the path of each paper, and what writes it."""
    for route in index.library.routes:
        yield path_of(f"routes/{route.id}"), partial(route_paper, index, route)
    for policy in index.library.policies:
        yield path_of(f"policies/{policy.id}"), partial(policy_paper, index, policy)


def path_of(page: str) -> str:
    """Return the path of the paper of a page."""
    return f"{page}.pdf"


def route_paper(index: LibraryIndex, route: Route) -> Paper:
    """Write what a route is for, and the first step of every policy that describes it."""
    library, words = index.library, index.library.words
    policies = index.policies_of.get(route.id, [])
    limits = tuple(limit_in_words(library, limit) for limit in route.not_for)
    sections = [
        Section("for", words["paper.for"], (Paragraph(route.purpose),)),
        Section("who-starts", words["site.route.who_starts"], (Paragraph(route.who_starts),)),
        Section("not-for", words["site.route.not_for"], (Points(limits),)),
    ]
    for policy in policies:
        sections += [
            Section(policy.id, policy.title, at_a_glance(library, policy)),
            first_stage(library, policy),
        ]
    checked = max((policy.checked_on for policy in policies), default=None)
    edition = words("paper.checked_policies", date=words.short_date(checked)) if checked else ""
    return paper(index, f"routes/{route.id}", route.name, words["paper.route"], edition, sections)


def limit_in_words(library: Library, limit: RouteLimit) -> str:
    """Say what a route is not for, and where to go instead."""
    target = library.route[limit.route].name if limit.route else None
    target = library.signpost[limit.signpost].title if limit.signpost else target
    return f"{limit.says} {library.words('site.go_to', target=target)}" if target else limit.says


def policy_paper(index: LibraryIndex, policy: Policy) -> Paper:
    """Write everything that a policy's page says."""
    library, words = index.library, index.library.words
    route = Facts(((words["site.label.route"], library.route[policy.route].name),))
    glance = (Paragraph(policy.summary), *at_a_glance(library, policy), route)
    sections = [Section("at-a-glance", words["site.policy.at_a_glance"], glance)]
    for section in describe_policy(library, policy):
        if section.id == STAGES:
            sections.append(first_stage(library, policy))
            others = islice(policy.leaf_stages(), 1, None)
            sections += (stage(library, policy, position, position.title) for position in others)
            sections.append(Section("whole", words["paper.whole"], limits(library, policy, policy.overall)))
        elif section.id == "sources":
            sections.append(replace(section, blocks=(sources(library, policy),)))
        else:
            sections.append(section)
    checked = words.short_date(policy.checked_on)
    edition = words("paper.edition", version=version(library, policy), date=checked)
    about, kind = f"policies/{policy.id}", words["paper.policy"]
    return paper(index, about, policy.title, kind, edition, sections, policy.document)


def paper(
    index: LibraryIndex,
    page: str,
    title: str,
    kind: str,
    edition: str,
    sections: Iterable[Section],
    document: str | None = None,
) -> Paper:
    """Put a paper together, with whom to call in danger before all else.

    Where it is about one document, its sources name the section alone.
    """
    words, danger = index.library.words, index.library.triage.danger
    warned = (Section("danger", danger.heading, (Paragraph(danger.says),)), *sections)
    base = f"{index.site_url.rstrip('/')}/" if index.site_url else ""
    footer = words("paper.footer", site=index.site_name, edition=edition, address=urljoin(base, f"{page}/"))
    parts = tuple(TypstWriter(words, document).sections(warned))
    return Paper(path_of(page), words.language, title, kind, footer, words["paper.page"], parts)


def at_a_glance(library: Library, policy: Policy) -> tuple[Block, ...]:
    """Say whose policy it is, whom it is for, and how current it is."""
    words = library.words
    facts = {
        words["site.label.publisher"]: sentence(policy.publisher),
        words["site.label.for_whom"]: policy.applies_to,
        words["site.label.readers"]: role_names(words, (library.role[role] for role in policy.readers)),
        words["site.label.version"]: version(library, policy),
        words["site.label.checked_on"]: words.short_date(policy.checked_on),
    }
    if policy.superseded:
        facts[words["site.policy.superseded"]] = policy.superseded.says
    return (Facts(tuple((name, said) for name, said in facts.items() if said)),)


def version(library: Library, policy: Policy) -> str:
    """Return the version printed on a policy's document."""
    return policy.version or library.document[policy.document].dated or library.words["paper.no_version"]


def first_stage(library: Library, policy: Policy) -> Section:
    """Write the stage that comes first."""
    first = policy.first_stage
    if policy.form is Form.TASKS:
        return stage(library, policy, first, first.title)
    return stage(library, policy, first, library.words("paper.next_step", stage=first.title))


def stage(library: Library, policy: Policy, position: Position, heading: str) -> Section:
    """Write one stage: who does what, by when, what follows and where that stands."""
    headings, innermost = library.words.group("heading"), position.innermost
    tasks, times = policy.form is Form.TASKS, innermost.timescales
    if tasks:
        named = {step.by for step in innermost.steps}
        times = tuple(each for each in times if each.id not in named or says_more(each))
    steps: Block = (
        task_table(library, policy, position)
        if tasks
        else Points(tuple(act(library, policy, step) for step in innermost.steps))
    )
    return Section(
        position.key,
        heading,
        some(
            Paragraph(innermost.summary) if innermost.summary else None,
            cite(library, innermost.source, policy.document),
            Section("detours", headings["detours"], (detours(library, policy, innermost),)),
            Section("steps", headings["steps"], (steps,)),
            Section("when", headings["when"], limits(library, policy, times)),
            following(library, policy, innermost),
        ),
    )


def detours(library: Library, policy: Policy, stage: Stage) -> Points:
    """Say what is tried, or may be, before a stage."""
    words, said = library.words, list[str]()
    for detour in stage.detours:
        who = library.role[detour.who] if detour.who else None
        case = case_in_words(words, policy, detour)
        said.append(
            " ".join(
                [*([case] if case else []), detour.says, *detour_in_words(words, who, detour.may_be_declined)]
            )
        )
    return Points(tuple(said))


def following(library: Library, policy: Policy, stage: Stage) -> Section | None:
    """Say what follows a stage; the heading promises no more than is said below it."""
    words = library.words
    ways = [
        (words[f"ways.{way}"], " ".join(filter(None, (case_in_words(words, policy, after), after.says))))
        for way, after in ways_on(stage)
    ]
    if [way for way, _ in ways_on(stage)] == [Way.UNSETTLED]:
        return Section("next", words["heading.next"], (Paragraph(ways[0][1]),))
    return Section("next", words["heading.follows"], (Facts(tuple(ways)),)) if ways else None


def act(library: Library, policy: Policy, step: Action) -> str:
    """Say one act in a sentence, in which case it is done, those it goes to, and by when."""
    words, does = library.words, step.does.removesuffix(".")
    said = [words("step.to_do", who=actor(words, library.role[step.who]), does=does)]
    case = case_in_words(words, policy, step)
    if case:
        said.append(case)
    for key, roles in (("paper.to", step.to), ("paper.copy_to", step.cc)):
        if roles:
            said.append(words(key, names=role_names(words, (library.role[role] for role in roles))))
    if step.record:
        said.append(words("paper.write_down", record=step.record))
    timescale = timescale_of(policy, step)
    if timescale:
        said.append(words("paper.when", rule=rule_in_words(library, timescale)))
    return " ".join(said)


def limits(library: Library, policy: Policy, timescales: Iterable[Timescale]) -> tuple[Block, ...]:
    """Say each time limit: what happens, how long, how firm, how else it can be read, and where it stands."""
    words, blocks = library.words, list[Block]()
    for timescale in timescales:
        rule = rule_and_firmness(words, rule_in_words(library, timescale), timescale.firmness)
        does = does_in_words(library, policy, timescale).rstrip(".")
        blocks.append(Facts(((does, rule),)))
        about, case = (library, policy, timescale), case_in_words(words, policy, timescale)
        said = chain([case] if case else [], for_whom(*about), may_change(*about), assumed(timescale))
        blocks += map(Paragraph, said)
        for reading in timescale.readings:
            rule = rule_in_words(library, timescale, reading)
            blocks.append(Facts(((words["paper.or"], f"{rule} {reading.why}"),)))
        blocks.append(cite(library, timescale.source, policy.document))
    return tuple(blocks)


def sources(library: Library, policy: Policy) -> Points:
    """Name the documents of a policy, each with its publisher and the day it was checked."""
    words = library.words
    return Points(
        tuple(
            words(
                "site.policy.document",
                title=f"{document.title}. {document.dated}" if document.dated else document.title,
                publisher=sentence(document.publisher),
                date=words.short_date(document.checked_on),
            )
            for document in documents_of(library, policy)
        )
    )
