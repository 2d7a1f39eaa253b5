"""The library as the engine in a browser reads it."""

import json
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from navigator.core.answered import UNSAID, as_answered, told
from navigator.core.model import Finding, FindingKind, Library, Policy, Question, Source
from navigator.core.published import answers_tell_findings
from navigator.core.rows import as_rows, which, with_form
from navigator.core.shape import parts_of, shape_of

PAGES_ONLY: Final = ("gap", "scripts", "site", "practice", "paper", "theme", "workbench")
"""The groups of words that only whole pages and papers have."""

_TELLING: Final = 10
"""From so many characters on, a text that two policies share is more than a common name."""
_FADING: Final = 0.7
"""How much of what a policy has in common with those before it still counts one place further on."""

NOWHERE: Final = Source(UNSAID)
"""Stands where a place must be and no answer shows it."""


class LibraryJson:
    """Writes a library as far as answers need it, and again after a change: only what has changed, anew."""

    def __init__(self) -> None:
        """Have nothing written."""
        self._written: dict[int, tuple[object, str]] = {}
        self._trimmed: dict[tuple[int, bool], tuple[Policy, Policy]] = {}
        """Policies as they are written, by the identity of each and by whether its findings are published."""

    def write(self, library: Library) -> str:
        """Return a library as JSON, without practice cases, signposts, the glossary and words of pages."""
        trimmed, self._trimmed = self._trimmed, {}
        needed = replace(
            library,
            policies=tuple(self._as_answered(library, policy, trimmed) for policy in library.policies),
            triage=replace(
                library.triage,
                needs=(),
                helpline=None,
                phases=told(library.triage.phases),
                questions=tuple(map(_without_reasons, library.triage.questions)),
            ),
            services=tuple(replace(service, note=None) for service in library.services),
            contacts=tuple(
                replace(contact, source=NOWHERE, review_by=None, review_why=None, reaches=None)
                for contact in library.contacts
            ),
            roles=tuple(replace(role, also_called=(), filled_in=False) for role in library.roles),
            routes=tuple(
                replace(route, not_for=(), purpose=UNSAID, who_starts=UNSAID, phases=told(route.phases))
                for route in library.routes
            ),
            documents=tuple(
                replace(document, note=None, dated=None, review_by=None, review_why=None)
                for document in library.documents
            ),
            glossary=(),
            scenarios=(),
            packs=(),
            signposts=(),
            jobs=(),
            first_hour=(),
            own_words=(),
            everyday_words=(),
            danger_words=(),
            words_alike=(),
            changes=(),
            words=library.words.without(PAGES_ONLY),
        )
        needed = _with_what_is_named(needed)
        before, self._written = self._written, {}
        fields = list(shape_of(Library).told(needed))
        parts = [str(which(Library, (field for field, _ in fields)))]
        for field, value in fields:
            if field.name == "policies":
                policies = side_by_side([self._part(policy, before) for policy in value])
                parts.append(f"[{','.join(policies)}]")
            else:
                parts.append(self._part(value, before))
        return with_form(Library, f"[{','.join(parts)}]")

    def _as_answered(
        self, library: Library, policy: Policy, before: dict[tuple[int, bool], tuple[Policy, Policy]]
    ) -> Policy:
        """Return a policy without what no answer shows: what it is for, and findings of no stage."""
        publishes = answers_tell_findings(library, policy)
        key = id(policy), publishes
        held = before.get(key)
        if held is None or held[0] is not policy:
            shown = policy.findings if publishes else ()
            findings = tuple(_said_only(each) for each in shown if each.stages)
            held = (policy, replace(as_answered(policy), findings=findings))
        self._trimmed[key] = held
        return held[1]

    def _part(self, value: object, before: dict[int, tuple[object, str]]) -> str:
        """Return a part of the library, which holds many things or is one."""
        if isinstance(value, tuple):
            return f"[{','.join(self._part(item, before) for item in value)}]"
        held = before.get(id(value))
        if held is None or held[0] is not value:
            held = (value, _text(as_rows(value)))
        self._written[id(value)] = held
        return held[1]


def _said_only(finding: Finding) -> Finding:
    """Return a finding as answers show it: what it says, at its stages."""
    return replace(finding, id=UNSAID, kind=FindingKind.MISSING, ask_owner=UNSAID, source=NOWHERE)


def _with_what_is_named(needed: Library) -> Library:
    """Return a library with those documents and contacts only that something in it names: pages have more."""
    rest = replace(needed, documents=(), contacts=())
    cited = {part.document for part in parts_of(rest) if isinstance(part, Source | Policy)}
    held = chain(
        *(policy.contacts for policy in needed.policies), *(each.contacts for each in needed.services)
    )
    called = {needed.triage.danger.contact, *held}
    return replace(
        needed,
        documents=tuple(document for document in needed.documents if document.id in cited),
        contacts=tuple(contact for contact in needed.contacts if contact.id in called),
    )


def _without_reasons(question: Question) -> Question:
    """Return a question without the reasons of answers that lead to a signpost: no answer page tells them."""
    if not any(option.signpost for option in question.options):
        return question
    options = (
        replace(option, because=None, source=None) if option.signpost else option
        for option in question.options
    )
    return replace(question, options=tuple(options))


def side_by_side(texts: list[str]) -> list[str]:
    """Return JSON texts with those near each other that say much alike: packed, they then take less room.

    What packs them looks back some 32 kB only. The shortest comes first. After it comes, each time, what has
    most in common with those before it, for its size: the nearer they are, the more that counts.
    """
    said = [dict.fromkeys(part for part in text.split('"') if len(part) >= _TELLING) for text in texts]
    sayers: dict[str, set[int]] = {}
    for number, parts in enumerate(said):
        for part in parts:
            sayers.setdefault(part, set()).add(number)
    in_common = dict.fromkeys(sorted(range(len(texts)), key=lambda number: len(texts[number])), 0.0)
    placed = []
    while in_common:
        nearest = max(in_common, key=lambda number: in_common[number] / len(texts[number]) ** 0.5)
        placed.append(texts[nearest])
        del in_common[nearest]
        for number in in_common:
            in_common[number] *= _FADING
        for part in said[nearest]:
            sayers[part].discard(nearest)
            for number in sayers[part]:
                in_common[number] += len(part)
    return placed


def _text(data: Any) -> str:  # noqa: ANN401 - plain data
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
