"""The library as the engine in a browser reads it."""

import json
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from navigator.core.answered import UNSAID, as_answered, told
from navigator.core.codec import encode
from navigator.core.model import Library, Policy, Question, Source
from navigator.core.published import answers_tell_findings
from navigator.core.shape import parts_of, shape_of

PAGES_ONLY: Final = ("gap", "scripts", "site", "practice", "paper", "theme")
"""The groups of words that only whole pages and papers have."""

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
            policies=tuple(self._as_answered(library, policy, trimmed) for policy in side_by_side(library)),
            triage=replace(
                library.triage,
                needs=(),
                helpline=None,
                phases=told(library.triage.phases),
                questions=tuple(map(_without_reasons, library.triage.questions)),
            ),
            services=tuple(replace(service, note=None) for service in library.services),
            contacts=tuple(
                replace(contact, source=NOWHERE, review_by=None, review_why=None)
                for contact in library.contacts
            ),
            roles=tuple(replace(role, also_called=()) for role in library.roles),
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
            own_words=(),
            everyday_words=(),
            danger_words=(),
            words_alike=(),
            words=library.words.without(PAGES_ONLY),
        )
        needed = _with_what_is_named(needed)
        before, self._written = self._written, {}
        fields = ((field, getattr(needed, field.name)) for field in shape_of(Library).fields)
        parts = [
            f"{_text(field.key)}:{self._part(value, before)}"
            for field, value in fields
            if field.required or value != field.default
        ]
        return f"{{{','.join(parts)}}}"

    def _as_answered(
        self, library: Library, policy: Policy, before: dict[tuple[int, bool], tuple[Policy, Policy]]
    ) -> Policy:
        """Return a policy without what no answer shows: what it is for, and findings of no stage."""
        publishes = answers_tell_findings(library, policy)
        key = id(policy), publishes
        held = before.get(key)
        if held is None or held[0] is not policy:
            shown = policy.findings if publishes else ()
            findings = tuple(replace(each, ask_owner=UNSAID, source=NOWHERE) for each in shown if each.stages)
            held = (policy, replace(as_answered(policy), findings=findings))
        self._trimmed[key] = held
        return held[1]

    def _part(self, value: object, before: dict[int, tuple[object, str]]) -> str:
        """Return a part of the library, which holds many things or is one."""
        if isinstance(value, tuple):
            return f"[{','.join(self._part(item, before) for item in value)}]"
        held = before.get(id(value))
        if held is None or held[0] is not value:
            held = (value, _text(encode(value)))
        self._written[id(value)] = held
        return held[1]


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


def side_by_side(library: Library) -> list[Policy]:
    """Return the policies with those of one route together: they say much alike, and so take less room."""
    return sorted(library.policies, key=lambda policy: (policy.route, policy.title))


def _text(data: Any) -> str:  # noqa: ANN401 - plain data
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
