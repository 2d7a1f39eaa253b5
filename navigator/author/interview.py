"""The questions, in the order in which somebody with a policy in hand can answer them."""

from collections.abc import Iterable

from navigator.author.asking import Asker, Stopped
from navigator.author.checks import amount, names, new_event, new_id, one_of, slug, some_ids, words
from navigator.author.policy_answers import (
    ActionAnswers,
    NewDocument,
    NewEvent,
    NewRole,
    NewRoute,
    NewService,
    PolicyAnswers,
    StageAnswers,
    TimescaleAnswers,
)
from navigator.core.model import Confidence, DocumentKind, Firmness, Library, Unit
from navigator.core.policies import policy_for
from navigator.core.units import UNITS

NEW = "new"


def interview(library: Library, asker: Asker) -> PolicyAnswers:
    """Ask everything that a policy needs. Raises Stopped."""
    return _Interview(library, asker).answers()


class _Interview:
    """One conversation: it remembers what was added on the way, so that it can be named again."""

    def __init__(self, library: Library, asker: Asker) -> None:
        self._library = library
        self._asker = asker
        self._roles = {role.id for role in library.roles}
        self._events = {event.id for event in library.events}
        self._new_roles: list[NewRole] = []
        self._new_events: list[NewEvent] = []
        self._stage_begins: str | None = None

    def answers(self) -> PolicyAnswers:
        ask = self._asker
        title = ask.text("title", "What is the policy called?", words)
        taken = self._library.policy
        name = ask.text(
            "id", "A short name for its file and its address?", new_id(taken), _free(title, taken)
        )
        publisher = ask.text("publisher", "Who published it?", words)
        route, new_route = self._route()
        document, new_document = self._document(title, publisher)
        service, new_service = self._service(route)
        applies_to = ask.text("applies_to", "Whom is it for? Write a sentence.", words)
        summary = ask.text("summary", "What does it do? Write one to three sentences.", words)
        stages = self._stages()
        not_begun = ask.optional("not_begun", "How would a person say that nothing has begun yet?", words)
        unsure = None
        if len(stages) > 1:
            question = "What do you tell somebody who does not know the stage? They are shown the first one."
            unsure = ask.text("unsure", question, words)
        return PolicyAnswers(
            name, title, route, publisher, applies_to, summary, document, service, stages, not_begun, unsure,
            new_document, new_service, new_route, self._new_roles, self._new_events,
        )  # fmt: skip

    def _route(self) -> tuple[str, NewRoute | None]:
        ask, library = self._asker, self._library
        question = f"Which route is it for? One of {_listed(library.route)}, or {NEW}."
        route = ask.text("route", question, one_of([*library.route, NEW]))
        if route != NEW:
            return route, None
        name = ask.text("new_route.name", "What is the new route called?", words)
        identity = ask.text(
            "new_route.id", "A short name for the route?", new_id(library.route), _free(name, library.route)
        )
        asked = [each.id for each in library.triage.questions]
        made = NewRoute(
            identity,
            name,
            ask.text("new_route.purpose", "What is it for? Write a sentence.", words),
            ask.text("new_route.who_starts", "Who starts it? Write a sentence.", words),
            ask.text(
                "new_route.question",
                f"Which question gets one more answer? One of {_listed(asked)}.",
                one_of(asked),
            ),
            ask.text("new_route.label", "What does that answer say?", words),
            ask.text("new_route.because", "Why does it lead there? Write a sentence.", words),
        )
        return identity, made

    def _document(self, title: str, publisher: str) -> tuple[str, NewDocument | None]:
        ask, known = self._asker, self._library.document
        question = "A short name for the document it restates? One that is there is used as it is."
        name = ask.text("document.id", question, new_id(()), _free(title, known))
        if name in known:
            return name, None
        kinds = [each.value for each in DocumentKind]
        levels = [each.value for each in Confidence]
        made = NewDocument(
            name,
            ask.text("document.title", "The document's own title?", words, title),
            publisher,
            ask.text(
                "document.kind", f"What sort of text is it? One of {_listed(kinds)}.", one_of(kinds), "policy"
            ),
            ask.text(
                "document.confidence",
                "How well is it known? A: you read the original. B: a copy. C: not confirmed.",
                one_of(levels),
                "A",
            ),
            ask.optional("document.dated", "The date or version printed on it?", words),
        )
        return name, made

    def _service(self, route: str) -> tuple[str, NewService | None]:
        ask, library = self._asker, self._library
        question = (
            f"Whose policy is it? One of {_listed(library.service)}, or a short name for a new service."
        )
        name = ask.text("service.id", question, new_id(()))
        if name in library.service:
            self._refuse_second(name, route)
            return name, None
        return name, NewService(name, ask.text("service.name", "The full name of that service?", words))

    def _refuse_second(self, service: str, route: str) -> None:
        """Stop where the service has a policy for that route. Raises Stopped."""
        if route not in self._library.route:
            return
        held = policy_for(self._library, route, service)
        if held.id in self._library.service[service].policies:
            raise Stopped(
                f"{service} has a policy for {route} already: {held.id}. "
                f"Change policies/{held.id}.yaml, or see version_of in the reference."
            )

    def _stages(self) -> tuple[StageAnswers, ...]:
        found: list[StageAnswers] = []
        while not found or self._asker.more(f"stages.{len(found)}", "Is there another stage?"):
            found.append(self._stage(f"stages.{len(found)}", len(found) + 1))
        return tuple(found)

    def _stage(self, key: str, number: int) -> StageAnswers:
        ask = self._asker
        title = ask.text(f"{key}.title", f"Stage {number}: its heading in the document?", words)
        section = ask.text(f"{key}.section", "In which section does it stand?", words, title)
        summary = ask.optional(
            f"{key}.summary", "What happens at this stage? Write a sentence or two.", words
        )
        asks = ask.text(f"{key}.asks", "How would a person say that it has got this far?", words)
        self._stage_begins = self._event(
            f"{key}.begins_with", "What happens on the day it begins?", optional=True
        )
        steps = self._steps(key)
        times = self._times(key)
        then = ask.text(f"{key}.then", "What follows if this does not settle it? Write a sentence.", words)
        routes = self._library.route
        question = f"Does another route follow, and not the next stage? One of {_listed(routes)}."
        route = ask.optional(f"{key}.route", question, one_of(routes))
        return StageAnswers(title, section, summary, asks, self._stage_begins, steps, times, then, route)

    def _steps(self, key: str) -> tuple[ActionAnswers, ...]:
        ask = self._asker
        found: list[ActionAnswers] = []
        while not found or ask.more(f"{key}.steps.{len(found)}", "Does somebody do something else here?"):
            at = f"{key}.steps.{len(found)}"
            who = self._role(f"{at}.who", "Who acts?")
            does = ask.text(
                f"{at}.does", "What do they do? Begin with the verb: `writes to the team`.", words
            )
            to = self._told(f"{at}.to")
            record = ask.optional(f"{at}.record", "What must be written down, and where?", words)
            found.append(ActionAnswers(who, does, to, record))
        return tuple(found)

    def _times(self, key: str) -> tuple[TimescaleAnswers, ...]:
        ask = self._asker
        found: list[TimescaleAnswers] = []
        while not found or ask.more(
            f"{key}.times.{len(found)}", "Is there another time limit at this stage?"
        ):
            at = f"{key}.times.{len(found)}"
            does = ask.text(
                f"{at}.does", "What should have happened by then? Write a sentence without the time.", words
            )
            units = [unit.value for unit in Unit]
            unit = Unit(ask.text(f"{at}.unit", f"Counted in what? One of {_listed(units)}.", one_of(units)))
            if unit not in UNITS:
                firmness = None if unit is Unit.NONE_STATED else self._firmness(at)
                found.append(TimescaleAnswers(does, unit.value, None, None, firmness, closes=False))
                continue
            number = int(ask.text(f"{at}.amount", "How many?", amount))
            starts = self._event(f"{at}.from", "Counted from which event?", self._stage_begins)
            closes = not any(each.closes for each in found) and self._closes(at)
            found.append(TimescaleAnswers(does, unit.value, number, starts, self._firmness(at), closes))
        return tuple(found)

    def _firmness(self, at: str) -> str:
        firm = [each.value for each in Firmness]
        return self._asker.text(f"{at}.firmness", f"How firm is it? One of {_listed(firm)}.", one_of(firm))

    def _closes(self, at: str) -> bool:
        question = "Should the whole stage be over by then? yes or no"
        return self._asker.text(f"{at}.closes", question, one_of(["yes", "no", "true", "false"]), "no") in (
            "yes",
            "true",
        )

    def _role(self, key: str, ask: str) -> str:
        """Ask for a role; one that is not there is described, and can then be named again."""
        name = self._asker.text(key, f"{ask} A short name, such as foster-carer.", new_id(()))
        self._describe(name)
        return name

    def _told(self, key: str) -> tuple[str, ...]:
        """Ask who is told."""
        answer = self._asker.optional(key, "To whom? Short names with commas between them.", some_ids)
        found = names(answer or "")
        for name in found:
            self._describe(name)
        return found

    def _describe(self, name: str) -> None:
        if name in self._roles:
            return
        key = f"roles.{name}"
        shown = self._asker.text(
            f"{key}.name", f"{name} is new. Its name in a sentence?", words, name.replace("-", " ")
        )
        explains = self._asker.text(f"{key}.explains", "What does this person do? Write a sentence.", words)
        self._new_roles.append(NewRole(name, shown, explains))
        self._roles.add(name)

    def _event(self, key: str, ask: str, default: str | None = None, *, optional: bool = False) -> str | None:
        """Ask for an event; one that is not there is described, and can then be named again."""
        question = f"{ask} A short name with underscores, such as letter_sent."
        if optional:
            name = self._asker.optional(key, question, new_event(()))
        else:
            name = self._asker.text(key, question, new_event(()), default)
        if name and name not in self._events:
            said = self._asker.text(
                f"events.{name}.name",
                f"{name} is new. The day in words, such as: the day the letter was sent",
                words,
            )
            asked = self._asker.text(f"events.{name}.ask", "The question for its date?", words)
            self._new_events.append(NewEvent(name, said, asked))
            self._events.add(name)
        return name


def _listed(known: Iterable[str]) -> str:
    return ", ".join(known)


def _free(title: str, taken: Iterable[str]) -> str:
    """Return an id made from a title that nothing has yet."""
    name, held, number = slug(title) or "policy", set(taken), 1
    while (found := name if number == 1 else f"{name}-{number}") in held:
        number += 1
    return found
