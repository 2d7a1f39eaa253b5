"""The triage: every answer leads to one place and says why, and every question can be answered `not sure`."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Option, Question, Service
from navigator.core.questions import kind_of
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each question or answer that is incomplete."""
    for option in parts.of(Option):
        yield from _option(option)
    for question in parts.of(Question):
        yield from _question(question)
    yield from _services(list(parts.of(Service)))


def _option(located: Located[Option]) -> Iterator[Problem]:
    option = located.value
    places = [place for place in (option.next, option.route, option.signpost) if place is not None]
    if len(places) != 1:
        what = "leads to more than one place" if places else "leads nowhere"
        yield located.error(what, "Write exactly one of: next, route, signpost.")
    for key in ("service", "stage"):
        if option.route is None and getattr(option, key) is not None:
            yield located.error("is for answers with a route", "Take it out.", key, on_key=True)
    if (option.route or option.signpost) and option.because is None:
        yield located.error("is missing", "Write why this answer leads there.", "because")


def _question(located: Located[Question]) -> Iterator[Problem]:
    question = located.value
    if kind_of(question.id):
        yield located.error(f"{question.id} is the name of a built-in question", "Write another id.", "id")
    unsure = [index for index, option in enumerate(question.options) if option.unsure]
    if not unsure:
        hint = "Add an answer with unsure: true, so that nobody has to guess."
        yield located.error("have no answer for somebody who is not sure", hint, "options")
    for index in unsure[1:]:
        hint = "Keep one answer with unsure: true."
        yield located.error("stands twice in this question", hint, "options", index, "unsure")


def _services(services: list[Located[Service]]) -> Iterator[Problem]:
    unsure = [located for located in services if located.value.unsure]
    if len(services) > 1 and not unsure:
        hint = "Write unsure: true in the one shown to somebody who is not sure."
        yield services[0].error("no service is for somebody who is not sure", hint)
    for located in unsure[1:]:
        yield located.error(f"is true already in {unsure[0].file.name}", "Keep one.", "unsure")
