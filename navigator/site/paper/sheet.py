"""A policy or a route on one side of A4, and as a picture for slides: the ladder, and blanks for names."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Final
from urllib.parse import urljoin

import segno

from navigator.check.next_look import next_look
from navigator.core.model import Action, Contact, Library, Policy, Role, Route, Stage, Timescale
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words, ways_to_reach
from navigator.core.role_names import actor, role_names, sentence
from navigator.core.time.rule_wording import does_in_words, other_in_words, rule_in_words
from navigator.core.ways import ways_on
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.print_links import SHEETS, sheet_of
from navigator.site.kit.rungs import first_act, numbered, telling
from navigator.site.kit.short_times import length_and_firmness
from navigator.site.paper.content import limit_in_words

UPRIGHT: Final = "pdf"
"""The kind that is printed; the others are pictures for slides: wide, and without blanks."""
BLANKS: Final = 5
"""So many names are left blank at most: those who act first."""


@dataclass(frozen=True)
class Named:
    """Something with a name in bold before what is said of it."""

    name: str
    says: str = ""


@dataclass(frozen=True)
class Rung:
    """A stage, or a level of one."""

    number: str
    """Its number among those that follow one another; empty where it stands for itself."""
    title: str
    level: bool
    """Whether it is a level within a stage."""
    leads: bool
    """Whether it leads on to the rung below it."""
    notes: tuple[str, ...]
    """What holds for the whole stage, such as that some matters begin here."""
    acts: tuple[Named, ...]
    """Everything that is done: who, and what."""
    opening: tuple[Named, ...]
    """The same in short: who acts first, and what that is."""
    times: tuple[Named, ...]
    """Every time limit, and what has happened by then."""
    time: tuple[Named, ...]
    """The time limit that tells most."""
    ways: tuple[Named, ...]
    """What leads on: in which case, and where to."""


@dataclass(frozen=True)
class Sheet:
    """One sheet before it is drawn."""

    path: str
    """The file below the site's root."""
    language: str
    wide: bool
    """True for a picture for slides, 16 to 9; else it is A4, upright."""
    title: str
    kind: str
    lines: tuple[Named, ...]
    """What it is for, whom it is for, and what it is not for."""
    urgent: Named
    """Whom to call in danger."""
    is_urgent: bool
    """Whether that stands out, as a child's safety may be at stake."""
    services: tuple[Named, ...]
    """Of a route: the policy of each service that has one, and whose it is."""
    services_heading: str
    heading: str
    """What stands above the ladder."""
    headings: tuple[str, ...]
    rungs: tuple[Rung, ...]
    blanks: tuple[str, ...]
    """Whose name and number is filled in."""
    blanks_heading: str
    telephone: str
    numbers: tuple[Named, ...]
    """Numbers that are known, each with whom it reaches."""
    footer: tuple[str, ...]
    """The source, when it was checked, and the address."""
    short: str
    """Said where the stages stand in short, and where the rest is."""
    more: str
    """Said where not every stage fits: a text with {number}."""
    code: str
    """The code that leads to the page, as SVG; empty where nobody said where the site will be."""
    address: str
    """What the code says."""


def sheets(index: LibraryIndex) -> Iterator[Sheet]:
    """Yield the sheet of each route and each policy, in each format."""
    return (write() for _, write in drafts(index))


def drafts(index: LibraryIndex) -> Iterator[tuple[str, Callable[[], Sheet]]]:
    """Yield the path of each sheet, and what writes it."""
    writers: dict[str, Callable[[], Sheet]] = {
        f"routes/{route.id}": partial(route_sheet, index, route) for route in index.library.routes
    }
    writers |= {
        f"policies/{policy.id}": partial(policy_sheet, index, policy) for policy in index.library.policies
    }
    for page, write in writers.items():
        yield from ((sheet_of(page, kind), partial(_as, kind, write)) for kind in SHEETS)


def _as(kind: str, write: Callable[[], Sheet]) -> Sheet:
    sheet = write()
    if kind == UPRIGHT:
        return sheet
    return replace(sheet, path=f"{sheet.path.removesuffix(UPRIGHT)}{kind}", wide=True, blanks=())


def policy_sheet(index: LibraryIndex, policy: Policy) -> Sheet:
    """Write the sheet of a policy."""
    words = index.library.words
    lines = [Named(words["paper.sheet.for_whom"], policy.applies_to)]
    if policy.superseded:
        lines.append(Named(words["paper.sheet.superseded"], policy.superseded.says))
    if not_for := _not_for(index.library, policy):
        lines.append(Named(words["paper.sheet.not_for"], not_for))
    page = f"policies/{policy.id}"
    return _sheet(index, page, policy.title, words["paper.policy"], lines, policy)


def route_sheet(index: LibraryIndex, route: Route) -> Sheet:
    """Write the sheet of a route: whose policies deal with it, and the ladder of the national one.

    Where there is no national one, the ladder is that of the first policy.
    """
    library, words = index.library, index.library.words
    policy = library.policy[route.fallback] if route.fallback else index.policies_of[route.id][0]
    lines = [
        Named(words["paper.sheet.is_for"], route.purpose),
        Named(words["paper.sheet.who_starts"], route.who_starts),
    ]
    if route.not_for:
        lines.append(Named("", " ".join(limit_in_words(library, limit) for limit in route.not_for)))
    sheet = _sheet(index, f"routes/{route.id}", route.name, words["paper.route"], lines, policy)
    heading = words("paper.sheet.steps_of", policy=policy.title)
    return replace(sheet, services=tuple(_services(index, route)), heading=heading)


def _services(index: LibraryIndex, route: Route) -> Iterator[Named]:
    """Yield the services with a policy, those with the same one together, and whose it is."""
    words = index.library.words
    shown: dict[tuple[str, str], list[str]] = {}
    for service in index.library.services:
        policy, basis = index.shown(route, service)
        shown.setdefault((policy.title, basis), []).append(service.name)
    for (title, basis), names in shown.items():
        says = words("paper.sheet.shown", policy=title, basis=words[f"site.shown.{basis}"])
        yield Named(words("paper.label", label=words.listed(names)), says)


def _sheet(
    index: LibraryIndex, page: str, title: str, kind: str, lines: Iterable[Named], policy: Policy
) -> Sheet:
    library, words = index.library, index.library.words
    danger = library.triage.danger
    base = f"{index.site_url.rstrip('/')}/" if index.site_url else ""
    address = urljoin(base, f"{page}/")
    document = library.document[policy.document]
    checked = words(
        "paper.sheet.checked",
        date=words.short_date(policy.checked_on),
        again=words.short_date(next_look(policy).day),
    )
    edition = policy.version or document.dated or words["paper.no_version"]
    source = words(
        "paper.sheet.source",
        document=document.title,
        publisher=sentence(document.publisher),
        edition=edition,
    )
    return Sheet(
        path=sheet_of(page, UPRIGHT),
        language=words.language,
        wide=False,
        title=title,
        kind=kind,
        lines=tuple(lines),
        urgent=Named(danger.heading, danger.says),
        is_urgent=library.route[policy.route].urgent,
        services=(),
        services_heading=words["paper.sheet.services"],
        heading="",
        headings=words.sequence("paper.sheet.headings"),
        rungs=tuple(_rungs(library, policy)),
        blanks=tuple(
            words("paper.label", label=sentence(role.name)) for role in _to_fill_in(library, policy)
        ),
        blanks_heading=words["paper.sheet.blanks"],
        telephone=words["paper.sheet.telephone"],
        numbers=tuple(_numbers(index, policy)),
        footer=(f"{source} {checked}", words("paper.sheet.address", site=index.site_name, address=address)),
        short=words("paper.sheet.short", part=words["site.policy.stages"]),
        more=words["paper.sheet.more"],
        code=_code(address) if base else "",
        address=address,
    )


def _not_for(library: Library, policy: Policy) -> str:
    """Say in a line what a policy leaves out, and which route to take instead."""
    words = library.words
    said = [
        words("paper.sheet.instead", what=left_out.what, route=library.route[left_out.leads_to].name)
        if left_out.leads_to and left_out.leads_to != policy.route
        else left_out.what
        for left_out in policy.does_not_cover
    ]
    return f"{words['paper.sheet.between'].join(said)}." if said else ""


def _rungs(library: Library, policy: Policy) -> Iterator[Rung]:
    """Yield the rungs of a policy's ladder, from the first."""
    for number, position, leads in numbered(policy):
        stage = position.innermost
        yield Rung(
            number=number,
            title=position.title,
            level=position.level is not None,
            leads=leads,
            notes=tuple(_notes(library, policy, stage)),
            acts=tuple(_acts(library, policy, stage.steps)),
            opening=tuple(_acts(library, policy, (first_act(stage),)) if stage.steps else ()),
            times=tuple(_time(library, policy, each) for each in _times(policy, stage)),
            time=tuple(_time(library, policy, each) for each in [telling(stage)] if each),
            ways=tuple(_ways(library, policy, position)),
        )


def _times(policy: Policy, stage: Stage) -> tuple[Timescale, ...]:
    return (*stage.timescales, *(policy.overall if stage is policy.first_stage.innermost else ()))


def _notes(library: Library, policy: Policy, stage: Stage) -> Iterator[str]:
    if stage.begins_here:
        yield library.words["paper.sheet.begins"]
    for detour in stage.detours:
        yield " ".join(filter(None, (case_in_words(library.words, policy, detour), detour.says)))


def _acts(library: Library, policy: Policy, steps: Iterable[Action]) -> Iterator[Named]:
    """Yield who does what, in which case and to whom; in a table of tasks also by when."""
    words = library.words
    for step in steps:
        said = [f"{step.does.removesuffix('.')}."]
        if case := case_in_words(words, policy, step):
            said.append(case)
        if told := [library.role[role] for role in step.to if library.role[role].name not in step.does]:
            said.append(words("paper.to", names=role_names(words, told)))
        yield Named(actor(words, library.role[step.who]), " ".join(said))


def _time(library: Library, policy: Policy, timescale: Timescale) -> Named:
    """Say how long, from which day, what has happened by then, and how else the limit can be read."""
    words, said = library.words, [does_in_words(library, policy, timescale)]
    if timescale.event and timescale.amount:
        said.append(words("site.short.from", event=library.event[timescale.event].name))
    if case := case_in_words(words, policy, timescale):
        said.append(case)
    others = (other_in_words(library, timescale, other) for other in timescale.alternatives)
    said += (words("timescale.or", rule=rule) for rule in others)
    readings = (rule_in_words(library, timescale, reading) for reading in timescale.readings)
    said += (words("paper.sheet.reading", rule=rule) for rule in readings)
    length = length_and_firmness(library, timescale)
    return Named(words("paper.label", label=length), " ".join(filter(None, said)))


def _ways(library: Library, policy: Policy, position: Position) -> Iterator[Named]:
    """Yield what leads on from a stage: in which case, and where to."""
    words = library.words
    for way, leads in ways_on(position.innermost):
        if leads.stage:
            target = policy.position(leads.stage).title
        elif leads.route:
            target = library.route[leads.route].name
        else:
            target = words["site.ladder.over" if leads.ends else "site.ladder.none_stated"]
        case = case_in_words(words, policy, leads)
        yield Named(words("ways.label", way=words[f"ways.{way}"]), " ".join(filter(None, (target, case))))


def _to_fill_in(library: Library, policy: Policy) -> list[Role]:
    """Return whose name and number a service fills in.

    The first is whom the reader who begins calls their own, then come those who act or are told, in order.
    """
    named = [name for _, step in policy.steps() for name in (step.who, *step.to)]
    begin = {*library.role[named[0]].whose[:1]} if named else set[str]()
    own = next((role.id for role in library.roles if role.filled_in and begin & {*role.yours}), None)
    roles = (library.role[name] for name in dict.fromkeys((*filter(None, [own]), *named)))
    return [role for role in roles if role.filled_in][:BLANKS]


def _numbers(index: LibraryIndex, policy: Policy) -> Iterator[Named]:
    """Yield whom a number reaches that is known: the policy's contacts, and those of its services."""
    owned = chain.from_iterable(service.contacts for service in index.owners_of(policy))
    for contact in (index.library.contact[name] for name in dict.fromkeys((*owned, *policy.contacts))):
        if way := _way(contact):
            yield Named(index.library.words("paper.label", label=contact.name), way)


def _way(contact: Contact) -> str:
    return next(iter(ways_to_reach(contact).values()), "")


def _code(address: str) -> str:
    drawn = BytesIO()
    segno.make_qr(address).save(drawn, kind="svg", xmldecl=False, nl=False, border=0)
    return drawn.getvalue().decode()
