"""Nobody reads of themselves as of somebody else: what names a reader's own role says `you` to them."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from navigator.check.located import Located, LocatedParts
from navigator.check.texts import texts
from navigator.check.walk import Walk
from navigator.core.addressing import is_the_reader
from navigator.core.model import (
    Action,
    Exclusion,
    Finding,
    HelpStep,
    Library,
    Message,
    Offer,
    Option,
    Policy,
    Question,
    Stage,
)
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.load.problem import Problem

_SAID_IN_ANSWERS: Final = frozenset({"progress_ask", "progress_hint", "because", "closing"})
"""What a policy says of itself in an answer; the rest stands on its page, which speaks to nobody."""
_NOT_IN_ANSWERS: Final = frozenset({"covers", "findings"})
_BESIDE_OTHERS: Final = frozenset({"warnings", "rights", "alongside"})
"""What stays of a national policy beside a service's own."""
_NAMES: Final = {Stage: ("title",), Exclusion: ("what",)}
"""Names of parts of a document."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each text in which somebody who reads it is named as `the` or `your` somebody."""
    library = parts.loaded.library
    if library is None:
        return
    meant = _Meant(library, parts.walk)
    pattern = meant.pattern
    if pattern is None:
        return
    for located, key, text in texts(parts):
        if not meant.may_name(text):
            continue
        for found in pattern.finditer(ROLE_MENTIONED.sub("{}", text)):
            role = meant.role_called.get(found["name"].casefold())
            if role is None:
                continue
            own = found[0].endswith("'s")
            reader = next((each for each in meant.readers(located, key) if meant.is_theirs(role, each)), None)
            if reader:
                written = f"{{{role}'s}}" if own else f"{{{role}}}"
                what = f"names {reader} as somebody else: {found[0]}"
                yield located.finding(what, f"Write {written}, which is `you` to them.", key)
                break


class _Meant:
    """Who reads which text."""

    def __init__(self, library: Library, walk: Walk) -> None:
        self.library = library
        self.by_policy = walk.readers
        self.by_route: dict[str, set[str | None]] = {}
        for policy in library.policies:
            if not policy.speaks_to:
                readers = self.by_route.setdefault(policy.route, set())
                readers |= self.by_policy.get(policy.version_of or policy.id, set())
        self.by_question: dict[str, set[str | None]] = {}
        for node in walk.asked:
            if node.question:
                self.by_question.setdefault(node.question, set()).add(node.reader)
        self.role_called = {role.name.casefold(): role.id for role in library.roles if role.whose}

    def may_name(self, text: str) -> bool:
        """Say whether a text may name a reader's role, quickly, as most do not."""
        folded = text.casefold()
        return ("the " in folded or "your " in folded) and any(name in folded for name in self.role_called)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What names a reader's role as somebody else's; longer names of other roles are none of it."""
        if not self.role_called:
            return None
        named = {name for role in self.library.roles for name in (role.name, role.others or role.name)}
        longest_first = sorted({name.removeprefix("the ") for name in named}, key=len, reverse=True)
        names = "|".join(map(re.escape, longest_first))
        return re.compile(rf"\b(?:the|your)\s+(?P<name>{names})\b(?:'s\b)?", re.IGNORECASE)

    def is_theirs(self, role: str, reader: str | None) -> bool:
        return is_the_reader(self.library, self.library.role[role], reader)

    def readers(self, located: Located[Any], key: str) -> Iterator[str | None]:
        """Yield everybody who may read a text in an answer or in a question."""
        part, place = located.value, located.file.place.name
        if isinstance(part, Finding) or key in _NAMES.get(type(part), ()):
            return
        if place == "policies":
            yield from self._of_policy(located, key)
        elif place == "routes" and "phases" in located.path:
            yield from self.by_route.get(located.file.items[int(located.path[0])].id, ())
        elif place == "triage":
            yield from self._of_triage(located)
        elif place == "signposts":
            yield from self._of_signpost(located, key)
        elif place == "events":
            yield from self._of_event(part.id)

    def _of_policy(self, located: Located[Any], key: str) -> Iterator[str | None]:
        part, begins = located.value, str(next(iter(located.path), ""))
        policy = self.library.policy.get(located.file.part.removeprefix("policies/"))
        if policy is None or begins in _NOT_IN_ANSWERS:
            return
        if isinstance(part, Policy) and key not in _SAID_IN_ANSWERS:
            return
        readers = self.by_policy.get(policy.version_of or policy.id, set())
        if policy.national and not policy.speaks_to and begins in _BESIDE_OTHERS:
            readers = readers | self.by_route.get(policy.route, set())
        who = getattr(part, "who", None)
        for reader in readers:
            own = who is not None and self.is_theirs(who, reader)
            if isinstance(part, Message) and not own:
                continue  # only whoever writes it reads it
            if isinstance(part, Action) and key == "does" and own:
                continue  # to them it is `act`
            yield reader

    def _of_triage(self, located: Located[Any]) -> Iterator[str | None]:
        part = located.value
        if isinstance(part, Question):
            yield from self.by_question.get(part.id, ())
        elif isinstance(part, Option) and len(located.path) > 1:
            question = located.file.items[0].questions[int(located.path[1])]
            yield from self.by_question.get(question.id, ())

    def _of_signpost(self, located: Located[Any], key: str) -> Iterator[str | None]:
        """Yield the first of its readers, whom the page speaks to, but for what only others are told."""
        signpost = next(iter(located.file.items), None)
        reader = next(iter(signpost.readers), None) if signpost else None
        part = located.value
        if isinstance(part, HelpStep) and (key == "does") is self.is_theirs(part.who, reader):
            return
        if not isinstance(part, Offer):  # an answer, which everybody reads who is asked the question
            yield reader

    def _of_event(self, event: str) -> Iterator[str | None]:
        for policy in self._naming.get(event, ()):
            yield from self.by_policy.get(policy, ())

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        """For each event, the policies that name it."""
        found: dict[str, list[str]] = {}
        for policy in self.library.policies:
            for position in policy.leaf_stages():
                for each in (*position.innermost.timescales, *policy.overall):
                    for event in each.events:
                        found.setdefault(event, []).append(policy.id)
        return found
