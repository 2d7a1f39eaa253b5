"""The questions, in the order in which somebody with a policy in hand can answer them."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count, zip_longest
from typing import Final

from navigator.author.asking import Asker, Stopped
from navigator.author.checks import amount, event_key, identity, names, new_id, one_of, some_ids, words
from navigator.core import model
from navigator.core.policies import policy_for
from navigator.core.units import UNITS

NEW: Final = "new"
EVENT_KEY: Final = "A short name with underscores, such as letter_sent."


@dataclass(frozen=True)
class NewPolicy:
    """A policy as answered, and what must be added for it."""

    policy: model.Policy
    service: model.Service
    """Whose policy it is."""
    added: list[model.Document | model.Role | model.Event | model.Route]
    """What is not held yet."""
    option: model.Option | None
    """For a new route: the answer that leads to it."""
    question: str | None
    """For a new route: the question of the triage that gets that answer."""


def interview(library: model.Library, asker: Asker, today: date) -> NewPolicy:
    """Ask everything that a policy needs. Raises Stopped."""
    return _Interview(library, asker, today).answers()


class _Interview:
    """One conversation: it remembers what was added on the way, so that it can be named again."""

    def __init__(self, library: model.Library, asker: Asker, today: date) -> None:
        self._library = library
        self._asker = asker
        self._today = today
        self._added: list[model.Document | model.Role | model.Event | model.Route] = []
        self._option: model.Option | None = None
        self._question: str | None = None
        self._roles = set(library.role)
        self._events = set(library.event)
        self._closed = False

    def answers(self) -> NewPolicy:
        taken = self._library.policy
        title = self._words("title", "What is the policy called?")
        name = self._new_id("id", "A short name for its file and its address?", title, taken)
        publisher = self._words("publisher", "Who published it?")
        route = self._route(name)
        document = self._document(title, publisher)
        service = self._service(name, route)
        applies_to = self._words("applies_to", "Whom is it for? Write a sentence.")
        summary = self._words("summary", "What does it do? Write one to three sentences.")
        stages = self._each("stages", "Is there another stage?", self._stage)
        ask = "How would a person say that nothing has begun yet?"
        not_begun = self._asker.optional("not_begun", ask, words)
        unsure = None
        if len(stages) > 1:
            ask = "What do you tell somebody who does not know the stage? They are shown the first one."
            unsure = model.Unsure(stages[0].id, self._words("unsure", ask))
        policy = model.Policy(
            name, title, route, publisher, document, applies_to, summary, self._today,
            tuple(_leading_on(stage, after) for stage, after in zip_longest(stages, stages[1:])),
            start=model.Start(not_begun) if not_begun else None, unsure=unsure,
        )  # fmt: skip
        if self._option:
            self._option = replace(self._option, source=model.Source(stages[0].source.section, document))
        return NewPolicy(policy, service, self._added, self._option, self._question)

    def _route(self, policy: str) -> str:
        library = self._library
        ask = f"Which route is it for? One of {', '.join(library.route)}, or {NEW}."
        route = self._asker.text("route", ask, one_of([*library.route, NEW]))
        if route != NEW:
            return route
        name = self._words("new_route.name", "What is the new route called?")
        route = self._new_id("new_route.id", "A short name for the route?", name, library.route)
        purpose = self._words("new_route.purpose", "What is it for? Write a sentence.")
        who_starts = self._words("new_route.who_starts", "Who starts it? Write a sentence.")
        self._added.append(model.Route(route, name, purpose, who_starts, policy))
        ask = "Which question gets one more answer?"
        self._question = self._one_of("new_route.question", ask, library.question)
        label = self._words("new_route.label", "What does that answer say?")
        because = self._words("new_route.because", "Why does it lead there? Write a sentence.")
        self._option = model.Option(route, label, route=route, because=because)
        return route

    def _document(self, title: str, publisher: str) -> str:
        known = self._library.document
        ask = "A short name for the document it restates? One that is there is used as it is."
        name = self._asker.text("document.id", ask, identity, _free(title, known))
        if name not in known:
            title = self._words("document.title", "The document's own title?", title)
            ask = "What sort of text is it?"
            kind = model.DocumentKind(self._one_of("document.kind", ask, model.DocumentKind, "policy"))
            ask = "How well is it known? A: you read the original. B: a copy. C: not confirmed."
            grade = self._asker.text("document.confidence", ask, one_of(list(model.Confidence)), "A")
            dated = self._asker.optional("document.dated", "The date or version printed on it?", words)
            grounded = self._today, model.Confidence(grade), dated
            self._added.append(model.Document(name, title, publisher, kind, *grounded))
        return name

    def _service(self, policy: str, route: str) -> model.Service:
        """Ask whose policy it is. Raises Stopped where that service has one for the route."""
        library = self._library
        ask = f"Whose policy is it? One of {', '.join(library.service)}, or a short name for a new service."
        service = self._asker.text("service.id", ask, identity)
        if service not in library.service:
            name = self._words("service.name", "The full name of that service?")
            return model.Service(service, name, name, library.services[0].calendar, policies=(policy,))
        held = policy_for(library, route, service).id if route in library.route else None
        if held in library.service[service].policies:
            raise Stopped(
                f"{service} has a policy for {route} already: {held}. "
                f"Change policies/{held}.yaml, or see version_of in the reference."
            )
        return library.service[service]

    def _stage(self, key: str, number: int) -> model.Stage:
        title = self._words(f"{key}.title", f"Stage {number}: its heading in the document?")
        section = self._words(f"{key}.section", "In which section does it stand?", title)
        ask = "What happens at this stage? Write a sentence or two."
        summary = self._asker.optional(f"{key}.summary", ask, words)
        asks = self._words(f"{key}.asks", "How would a person say that it has got this far?")
        ask = f"What happens on the day it begins? {EVENT_KEY}"
        begins = self._asker.optional(f"{key}.begins_with", ask, event_key)
        self._meet_event(begins)
        self._closed = False
        steps = self._each(f"{key}.steps", "Does somebody do something else here?", self._step)
        times = self._each(
            f"{key}.times",
            "Is there another time limit at this stage?",
            lambda at, index: self._time(at, f"stage-{number}-time-{index}", model.Source(section), begins),
        )
        then = self._words(f"{key}.then", "What follows if this does not settle it? Write a sentence.")
        routes = self._library.route
        ask = f"Does another route follow, and not the next stage? One of {', '.join(routes)}."
        route = self._asker.optional(f"{key}.route", ask, one_of(routes))
        return model.Stage(
            f"stage-{number}", title, model.Source(section), summary, asks, begins, steps, times,
            model.Next(then, route=route),
        )  # fmt: skip

    def _step(self, key: str, _: int) -> model.Action:
        who = self._asker.text(f"{key}.who", "Who acts? A short name, such as foster-carer.", identity)
        self._meet_role(who)
        does = self._words(f"{key}.does", "What do they do? Begin with the verb: `writes to the team`.")
        ask = "To whom? Short names with commas between them."
        to = names(self._asker.optional(f"{key}.to", ask, some_ids) or "")
        for role in to:
            self._meet_role(role)
        record = self._asker.optional(f"{key}.record", "What must be written down, and where?", words)
        return model.Action(who, does, to, record=record)

    def _time(self, key: str, name: str, source: model.Source, begins: str | None) -> model.Timescale:
        ask = "What should have happened by then? Write a sentence without the time."
        does = self._words(f"{key}.does", ask)
        unit = model.Unit(self._one_of(f"{key}.unit", "Counted in what?", model.Unit))
        number = counted_from = firmness = None
        closes = False
        if unit in UNITS:
            number = int(self._asker.text(f"{key}.amount", "How many?", amount))
            ask = f"Counted from which event? {EVENT_KEY}"
            counted_from = self._asker.text(f"{key}.from", ask, event_key, begins)
            self._meet_event(counted_from)
            if not self._closed:  # at most one of a stage
                ask = "Should the whole stage be over by then? yes or no"
                taken = one_of(["yes", "no", "true", "false"])
                closes = self._asker.text(f"{key}.closes", ask, taken, "no") in ("yes", "true")
                self._closed = closes
        if unit is not model.Unit.NONE_STATED:
            firmness = model.Firmness(self._one_of(f"{key}.firmness", "How firm is it?", model.Firmness))
        return model.Timescale(
            name,
            unit,
            source,
            does,
            number,
            counted_from=counted_from,
            firmness=firmness,
            closes_stage=closes,
        )

    def _meet_role(self, name: str) -> None:
        """Have a role described that is not there, so that it can be named again."""
        if name not in self._roles:
            ask = f"{name} is new. Its name in a sentence?"
            shown = self._words(f"roles.{name}.name", ask, name.replace("-", " "))
            explains = self._words(f"roles.{name}.explains", "What does this person do? Write a sentence.")
            self._added.append(model.Role(name, shown, explains))
            self._roles.add(name)

    def _meet_event(self, name: str | None) -> None:
        """Have an event described that is not there, so that it can be named again."""
        if name and name not in self._events:
            ask = f"{name} is new. The day in words, such as: the day the letter was sent"
            shown = self._words(f"events.{name}.name", ask)
            asks = self._words(f"events.{name}.ask", "The question for its date?")
            self._added.append(model.Event(name, shown, asks))
            self._events.add(name)

    def _words(self, key: str, ask: str, default: str | None = None) -> str:
        return self._asker.text(key, ask, words, default)

    def _new_id(self, key: str, ask: str, title: str, taken: Collection[str]) -> str:
        """Ask for an id that nothing has yet; one made from a title is offered."""
        return self._asker.text(key, ask, new_id(taken), _free(title, taken))

    def _one_of(self, key: str, ask: str, known: Iterable[str], default: str | None = None) -> str:
        """Ask for one of some names, and list them."""
        listed = list(known)
        return self._asker.text(key, f"{ask} One of {', '.join(listed)}.", one_of(listed), default)

    def _each[T](self, key: str, another: str, one: Callable[[str, int], T]) -> tuple[T, ...]:
        """Ask for one thing after another, at least one, each by its key and its number."""
        found: list[T] = []
        while not found or self._asker.more(f"{key}.{len(found)}", another):
            found.append(one(f"{key}.{len(found)}", len(found) + 1))
        return tuple(found)


def _leading_on(stage: model.Stage, after: model.Stage | None) -> model.Stage:
    """Have a stage that leads to no route lead to the one after it, or to nothing that is stated."""
    if stage.if_unresolved is None or stage.if_unresolved.route:
        return stage
    then = replace(stage.if_unresolved, stage=after.id if after else None, none_stated=after is None)
    return replace(stage, if_unresolved=then)


def _free(title: str, taken: Collection[str]) -> str:
    """Return an id made from a title that nothing has yet."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "policy"
    return next(each for each in chain([name], (f"{name}-{n}" for n in count(2))) if each not in taken)
