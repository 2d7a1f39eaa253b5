"""The questions, in the order in which somebody with a policy in hand can answer them."""

from collections.abc import Callable, Iterable

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
        self._closed = False

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
        question = f"Which route is it for? One of {', '.join(library.route)}, or {NEW}."
        route = ask.text("route", question, one_of([*library.route, NEW]))
        if route != NEW:
            return route, None
        name = ask.text("new_route.name", "What is the new route called?", words)
        identity = ask.text(
            "new_route.id", "A short name for the route?", new_id(library.route), _free(name, library.route)
        )
        made = NewRoute(
            identity,
            name,
            ask.text("new_route.purpose", "What is it for? Write a sentence.", words),
            ask.text("new_route.who_starts", "Who starts it? Write a sentence.", words),
            self._choice("new_route.question", "Which question gets one more answer?", library.question),
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
        made = NewDocument(
            name,
            ask.text("document.title", "The document's own title?", words, title),
            publisher,
            self._choice("document.kind", "What sort of text is it?", DocumentKind, "policy"),
            ask.text(
                "document.confidence",
                "How well is it known? A: you read the original. B: a copy. C: not confirmed.",
                one_of(list(Confidence)),
                "A",
            ),
            ask.optional("document.dated", "The date or version printed on it?", words),
        )
        return name, made

    def _service(self, route: str) -> tuple[str, NewService | None]:
        ask, library = self._asker, self._library
        question = (
            f"Whose policy is it? One of {', '.join(library.service)}, or a short name for a new service."
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
        return self._each("stages", "Is there another stage?", self._stage)

    def _stage(self, key: str) -> StageAnswers:
        ask = self._asker
        number = int(key.removeprefix("stages.")) + 1
        title = ask.text(f"{key}.title", f"Stage {number}: its heading in the document?", words)
        section = ask.text(f"{key}.section", "In which section does it stand?", words, title)
        summary = ask.optional(
            f"{key}.summary", "What happens at this stage? Write a sentence or two.", words
        )
        asks = ask.text(f"{key}.asks", "How would a person say that it has got this far?", words)
        self._stage_begins = self._event(
            f"{key}.begins_with", "What happens on the day it begins?", optional=True
        )
        self._closed = False
        steps = self._each(f"{key}.steps", "Does somebody do something else here?", self._step)
        times = self._each(f"{key}.times", "Is there another time limit at this stage?", self._time)
        then = ask.text(f"{key}.then", "What follows if this does not settle it? Write a sentence.", words)
        routes = list(self._library.route)
        question = f"Does another route follow, and not the next stage? One of {', '.join(routes)}."
        route = ask.optional(f"{key}.route", question, one_of(routes))
        return StageAnswers(title, section, summary, asks, self._stage_begins, steps, times, then, route)

    def _step(self, key: str) -> ActionAnswers:
        ask = self._asker
        who = self._role(f"{key}.who", "Who acts?")
        does = ask.text(f"{key}.does", "What do they do? Begin with the verb: `writes to the team`.", words)
        to = self._told(f"{key}.to")
        record = ask.optional(f"{key}.record", "What must be written down, and where?", words)
        return ActionAnswers(who, does, to, record)

    def _time(self, key: str) -> TimescaleAnswers:
        ask = self._asker
        question = "What should have happened by then? Write a sentence without the time."
        does = ask.text(f"{key}.does", question, words)
        unit = Unit(self._choice(f"{key}.unit", "Counted in what?", Unit))
        if unit not in UNITS:
            firmness = None if unit is Unit.NONE_STATED else self._firmness(key)
            return TimescaleAnswers(does, unit.value, None, None, firmness, closes=False)
        number = int(ask.text(f"{key}.amount", "How many?", amount))
        counted_from = self._event(f"{key}.from", "Counted from which event?", self._stage_begins)
        closes = not self._closed and self._closes(key)
        self._closed |= closes
        return TimescaleAnswers(does, unit.value, number, counted_from, self._firmness(key), closes)

    def _firmness(self, key: str) -> str:
        return self._choice(f"{key}.firmness", "How firm is it?", Firmness)

    def _closes(self, key: str) -> bool:
        """Ask whether the stage should be over by a time limit; at most one of a stage says so."""
        question = "Should the whole stage be over by then? yes or no"
        taken = one_of(["yes", "no", "true", "false"])
        return self._asker.text(f"{key}.closes", question, taken, "no") in ("yes", "true")

    def _each[T](self, key: str, another: str, one: Callable[[str], T]) -> tuple[T, ...]:
        """Ask for one thing after another, at least one, each by its key."""
        found: list[T] = []
        while not found or self._asker.more(f"{key}.{len(found)}", another):
            found.append(one(f"{key}.{len(found)}"))
        return tuple(found)

    def _choice(self, key: str, question: str, known: Iterable[str], default: str | None = None) -> str:
        """Ask for one of some names, and list them."""
        listed = list(known)
        return self._asker.text(key, f"{question} One of {', '.join(listed)}.", one_of(listed), default)

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


def _free(title: str, taken: Iterable[str]) -> str:
    """Return an id made from a title that nothing has yet."""
    name, held, number = slug(title) or "policy", set(taken), 1
    while (found := name if number == 1 else f"{name}-{number}") in held:
        number += 1
    return found
