"""The library as the engine in a browser reads it."""

import json
from dataclasses import replace
from typing import Any, Final

from navigator.core.codec import encode
from navigator.core.model import Library, Policy
from navigator.core.published import publishes_findings
from navigator.core.shape import shape_of

PAGES_ONLY: Final = ("gap", "scripts", "site", "practice", "paper", "theme")
"""The groups of words that only whole pages and papers have."""


class LibraryJson:
    """Writes a library, and again after a change: what has not changed is not written anew."""

    def __init__(self) -> None:
        """Have nothing written."""
        self._written: dict[int, tuple[object, str]] = {}
        self._silent: dict[int, tuple[Policy, Policy]] = {}
        """Policies whose findings are not published, by the identity of each, and as they are written."""

    def write(self, library: Library) -> str:
        """Return a library as JSON, without practice cases and words of pages."""
        silent, self._silent = self._silent, {}
        needed = replace(
            library,
            policies=tuple(self._published(library, policy, silent) for policy in library.policies),
            scenarios=(),
            packs=(),
            words=library.words.without(PAGES_ONLY),
        )
        before, self._written = self._written, {}
        fields = ((field, getattr(needed, field.name)) for field in shape_of(Library).fields)
        parts = [
            f"{_text(field.key)}:{self._part(value, before)}"
            for field, value in fields
            if field.required or value != field.default
        ]
        return f"{{{','.join(parts)}}}"

    def _published(
        self, library: Library, policy: Policy, before: dict[int, tuple[Policy, Policy]]
    ) -> Policy:
        """Return a policy with no finding that its service does not publish."""
        if not policy.findings or publishes_findings(library, policy):
            return policy
        held = before.get(id(policy))
        if held is None or held[0] is not policy:
            held = (policy, replace(policy, findings=()))
        self._silent[id(policy)] = held
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


def _text(data: Any) -> str:  # noqa: ANN401 - plain data
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
