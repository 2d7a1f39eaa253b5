"""The answers file: its keys, and what is worked out for the author where a key is left out."""

from dataclasses import dataclass

from navigator.core import model
from navigator.core.model.kinds import Id, ServiceId, Text


@dataclass(frozen=True)
class Line:
    """With `--from`: a sentence of the document, and where it belongs. The policy never has it."""

    says: Text
    """The sentence, as it stands there."""
    section: Text | None = None
    """The heading it stands under."""
    place: Id | None = None
    """Where it belongs: `policy`, `out`, or a stage and what it is about there, such as `stage-1-time`."""
    why: Text | None = None
    """For `out`: why it is left out."""


@dataclass(frozen=True)
class Answers:
    """All that `navigator new policy` asks for."""

    policy: model.Policy
    """The policy, with the keys of a policy's file."""
    whose: ServiceId | None = None
    """Whose policy it is: the id of a service that is there. Left out for a new one, and on a site of one."""
    service: model.Service | None = None
    """A new service; only its `name` is needed."""
    documents: tuple[model.Document, ...] = ()
    """Documents that are not there yet; the first is the one that the policy restates."""
    routes: tuple[model.Route, ...] = ()
    """A route that is not there yet, with the answers that lead to it under `offered`."""
    roles: tuple[model.Role, ...] = ()
    """Roles that are not there yet."""
    events: tuple[model.Event, ...] = ()
    """Events that are not there yet."""
    contacts: tuple[model.Contact, ...] = ()
    """Contacts that are not there yet."""
    lines: tuple[Line, ...] = ()
    """With `--from`: the sentences of the document that were put before the author."""
    asked: tuple[Text, ...] = ()
    """Questions that were answered without a value, such as by leaving something out. `--resume` does not ask
    them again: take a line out to be asked."""
