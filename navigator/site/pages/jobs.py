"""Who does what, by job: every act of whoever has it, under whatever name a policy gives them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby

from navigator.core.addressing import chain, is_the_reader, speaking_to
from navigator.core.model import Action, Job, Library, Phase, Policy
from navigator.core.model.policy import Position
from navigator.core.phrases import case_in_words
from navigator.core.role_names import role_names, sentence, to_do
from navigator.core.time.rule_wording import rule_in_words
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page, anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.task_table import timescale_of


@dataclass(frozen=True)
class Done:
    """An act at a stage, or in a phase of one."""

    policy: Policy
    position: Position
    step: Action
    phase: str | None = None
    """The phase in which it is done, in the words of whoever is in it; None where it is done anyway."""


class JobView:
    """The library as it speaks to whoever has a job, and what they do in it."""

    def __init__(self, written: Library, job: Job) -> None:
        """Make every role of the job the reader's own."""
        self.job, self.reader = job, job.reader or job.id
        roles = tuple(
            replace(role, readers=(*role.readers, self.reader)) if job.id in role.jobs else role
            for role in written.roles
        )
        self.library = speaking_to(replace(written, roles=roles), self.reader)
        self.yours = {
            role.id for role in self.library.roles if is_the_reader(self.library, role, self.reader)
        }

    @property
    def called(self) -> tuple[str, ...]:
        """The other names under which policies know whoever has the job, but for names of others too."""
        acting = {done.step.who for done in self.acts}
        told = speaking_to(self.library, None).roles
        names = [role.name for role in told if role.id in acting and set(role.whose) == {self.reader}]
        return tuple(name for name in dict.fromkeys(names) if name != self.job.name)

    @cached_property
    def acts(self) -> list[Done]:
        """What they do: in the order of the routes, and of each policy's stages."""
        return [done for done in self._all() if done.step.who in self.yours and done.step.act]

    @cached_property
    def of_others(self) -> list[Done]:
        """What others do that reaches them."""
        steps = (done for done in self._all() if not done.phase and done.step.who not in self.yours)
        return [done for done in steps if self.yours & {*done.step.to, *done.step.cc}]

    def _all(self) -> Iterator[Done]:
        for route in self.library.routes:
            for policy in self.library.policies:
                if policy.route == route.id and policy.version_of is None and self._is_theirs(policy):
                    yield from self._of(policy)

    def _is_theirs(self, policy: Policy) -> bool:
        """Say whether they read a policy: a national one may be for other readers."""
        if not policy.national:
            return True
        chosen = self.library.spoken_to.get(policy.route, {})
        mine = next((chosen[each] for each in chain(self.library, self.reader) if each in chosen), None)
        return mine is policy or (mine is None and not policy.speaks_to)

    def _of(self, policy: Policy) -> Iterator[Done]:
        """Yield each act once: those of a stage, then what is done in its phases."""
        for position in policy.leaf_stages():
            stage = position.innermost
            said = {step.act for step in stage.steps if step.who in self.yours}
            yield from (Done(policy, position, step) for step in stage.steps)
            for each in stage.phases:
                label = each.label or self.library.words[f"phase.{each.phase}"]
                for step in (*each.steps, *each.meanwhile):
                    if step.who in self.yours and step.act not in said:
                        said.add(step.act)
                        yield Done(policy, position, step, None if each.phase is Phase.TO_START else label)


type _Say = Callable[[PageBuilder, JobView, Done], Child]


def job_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write a page for each job."""
    for job in index.library.jobs:
        yield Draft(f"who-does-what/{job.id}.md", partial(job_page, index, job))


def job_list(page: PageBuilder) -> Html:
    """List the jobs, each with its page."""
    cards = (
        (page.link(f"who-does-what/{job.id}/", sentence(job.name)), el("p", job.explains))
        for job in page.library.jobs
    )
    return rows(cards, class_="nav-cards")


def job_page(index: LibraryIndex, job: Job) -> Page:
    """Write the page of a job: what you do, route by route, and what others do that reaches you."""
    view = JobView(index.written, job)
    words = view.library.words
    page = PageBuilder(index, f"who-does-what/{job.id}.md", sentence(job.name), f"jobs/{job.id}")
    page.crumbs(("who-does-what/", words["site.who_does_what.title"]))
    page.add(el("p", job.explains))
    if view.called:
        page.paragraph("site.jobs.called", class_="nav-hint", names=words.listed(view.called))
    for route, of_route in groupby(view.acts, key=lambda done: done.policy.route):
        acts = list(of_route)
        summary = words("site.jobs.route", route=view.library.route[route].name, number=len(acts))
        page.add(page.fold(summary, *_by_policy(page, view, acts, _yours), identity=route))
    if view.of_others:
        summary = words("site.jobs.others", number=len(view.of_others))
        page.add(page.fold(summary, *_by_policy(page, view, view.of_others, _theirs), identity="others"))
    return page.page(words("site.jobs.description", job=job.name), contents=False)


def _by_policy(page: PageBuilder, view: JobView, acts: Iterable[Done], say: _Say) -> list[Child]:
    """Write acts, policy by policy and stage by stage."""
    parts: list[Child] = []
    for policy, of_policy in groupby(acts, key=lambda each: each.policy):
        whose = (page.to_policy(policy), ". ", sentence(policy.publisher), ".")
        parts.append(el("p", whose, class_="nav-hint"))
        for position, done in groupby(of_policy, key=lambda each: each.position):
            place = f"policies/{policy.id}/#{anchor_of(position.key)}"
            parts.append(el("p", el("strong", page.link(place, position.title))))
            parts.append(rows(say(page, view, each) for each in done))
    return parts


def _yours(page: PageBuilder, view: JobView, done: Done) -> Child:
    """Say an act of yours, to whom, in which case and by when."""
    words, roles, step = view.library.words, view.library.role, done.step
    said = words("lead.alone", said=sentence((step.act or step.does).removesuffix(".")))
    phase = el("em", words("site.jobs.in_phase", phase=done.phase), " ") if done.phase else None
    case = case_in_words(words, done.policy, step)
    to, copy_to = (role_names(words, map(roles.__getitem__, named)) for named in (step.to, step.cc))
    about = page.addressed(to, copy_to, step.record, _when(view, done))
    return (phase, said, el("p", case) if case else None, about)


def _theirs(page: PageBuilder, view: JobView, done: Done) -> Child:
    """Say what somebody else does, and by when."""
    said = to_do(view.library.words, view.library.role[done.step.who], done.step.does)
    return (said, page.addressed(None, None, None, _when(view, done)))


def _when(view: JobView, done: Done) -> str | None:
    timescale = timescale_of(done.policy, done.step)
    return rule_in_words(view.library, timescale) if timescale else None
