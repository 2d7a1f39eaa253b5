"""Whose policy it is, for which route, and which document it restates."""

from functools import partial
from typing import Any, Final

from navigator.author.draft import name, slug
from navigator.author.form import Ask
from navigator.author.interview import Interview
from navigator.author.names import exact, near
from navigator.author.person import Choice, Refused
from navigator.author.reading import only
from navigator.author.terminal import listed
from navigator.core.model import Route
from navigator.core.model.kinds import Path
from navigator.core.policies import policy_for

NEW: Final = "new"


def route(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for the route; a new one is described, with the answer that leads to it."""
    draft, names = interview.asking.draft, interview.names

    def take(typed: str) -> dict[str, Any]:
        if typed.lower() == NEW:
            return {}
        if typed.lower() == "list":
            rows = ((each.id, f" {each.name}") for each in names.known("routes"))
            raise Refused(f"Routes:\n{listed(rows)}")
        found = names.find("routes", typed)
        if alone := only(interview.library):
            _version(interview, alone, found)
        return {"route": found}

    routes = interview.library.route
    choices = (
        *(
            Choice(each.id, each.name, routes[each.id].purpose)
            for each in names.known("routes")
            if each.id in routes
        ),
        Choice(NEW, "None of these: a new route"),
    )
    interview.ask(at, ("route",), ask.says, take, at_terminal=f"{ask.says} {ask.typing}", choices=choices)
    if draft.has_asked(name((*at, "route"))):

        def called(typed: str) -> dict[str, Any]:
            there = names.known("routes")
            if exact(typed, there):
                raise Refused(f"{typed} is there already. Go back with < and name it.")
            return {"name": typed, "id": slug(typed, (each.id for each in there))}

        interview.ask(("routes", 0), ("name", "id"), "What is the new route called?", called)
        interview.item(Route, ("routes", 0))


def document(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for the document, which most often is called as the policy is, and then whose policy it is."""
    names, draft = interview.names, interview.asking.draft
    default = draft.get((*at, "title"))

    def take(typed: str) -> dict[str, Any]:
        return {"document": names.find("documents", typed)}

    known = partial(names.named, "documents")
    interview.ask(at, ("document",), ask.says, take, default=default, names=known)
    interview.describe("documents", draft.get((*at, "document")))
    _whose(interview)


def _whose(interview: Interview) -> None:
    """Ask whose policy it is. A service has one policy for a route."""
    names, library, draft = interview.names, interview.library, interview.asking.draft
    if only(library):
        return  # a site of one service asks nobody
    there = [each for each in names.known("services") if not library.service[each.id].unsure]

    def take(typed: str) -> dict[str, Any]:
        found = exact(typed, there)
        if not found and (likely := near(typed, there)):
            chosen = interview.asking.person.pick("Is one of these meant?", [each.name for each in likely])
            found = likely[chosen] if chosen is not None else None
        if not found:
            if not interview.asking.person.confirm(f"{typed} is new. Is that its full name?"):
                raise Refused("Write its full name, or the name of one that is there.")
            return {"service": {"id": slug(typed, names.taken("services")), "name": typed}}
        _version(interview, found.id, draft.get(("policy", "route")))
        return {"whose": found.id}

    shown = ", ".join(each.name for each in there[:6])
    says = "Whose policy is it?"
    typing = f"{says} Its full name. Here are: {shown}." if there else f"{says} Its name."
    interview.ask(
        (), ("whose", "service"), says, take, at_terminal=typing,
        names=lambda: tuple(each.name for each in there),
    )  # fmt: skip


def _version(interview: Interview, service: str, route: str | None) -> None:
    """Where a service has a policy for a route already, ask whether this is another version of it.

    Raises Refused where it is none.
    """
    library, draft = interview.library, interview.asking.draft
    draft.take(("policy", "version_of"))
    if route not in library.route:
        return
    held = policy_for(library, route, service).id
    if held not in library.service[service].policies:
        return
    written, name = interview.names.written(service, held), library.service[service].name
    says = f"{name} has a policy for this route already: {written}. Is yours another version of it?"
    if not interview.asking.person.confirm(says):
        raise Refused("A service has one policy for a route. Change that one, or go back with <.")
    draft.put(("policy", "version_of"), written)
