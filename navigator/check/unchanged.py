"""Which cases a change cannot touch, so that they need not be played again."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Final

from navigator.core.model import Library, Policy, Signpost
from navigator.core.outcome import Outcome

_NOT_PLAYED: Final = (
    "scenarios", "packs", "policies", "own_words", "everyday_words", "danger_words", "words_alike", "changes",
    "jobs", "first_hour", "glossary", "untranslated",
)  # fmt: skip
"""What of a library has no part in what comes of a case, or is looked at by itself."""


def unchanged(
    before: Library, outcomes: Mapping[str, Outcome | Signpost | str], after: Library
) -> dict[str, Outcome | Signpost | str]:
    """Return those outcomes of cases in one library that come of them in another too.

    Where no more than the insides of some policies has changed, every case keeps its way. What the rules look
    at in its outcome can then be another only on the routes of those policies. Of other routes an outcome may
    show something too, such as the last day for a complaint: of that the outcomes here may be out of date.
    """
    changed = {policy.route for policy in _changed(before, after)} if _alike(before, after) else None
    if changed is None:
        return {}
    told = {case.id: case for case in before.scenarios}
    return {
        case.id: held
        for case in after.scenarios
        if told.get(case.id) == case and not isinstance(held := outcomes.get(case.id, ""), str)
        if isinstance(held, Signpost) or held.route.id not in changed
    }


def _alike(before: Library, after: Library) -> bool:
    """Say whether two libraries differ in nothing but their cases and what stands within policies."""
    names = [field.name for field in fields(Library) if field.name not in _NOT_PLAYED]
    return all(getattr(before, name) == getattr(after, name) for name in names) and [
        *map(_head, before.policies)
    ] == [*map(_head, after.policies)]


def _head(policy: Policy) -> Policy:
    """Return what of a policy has a part in where answers lead."""
    return replace(policy, stages=(), findings=(), summary="", title="")


def _changed(before: Library, after: Library) -> Iterator[Policy]:
    pairs = zip(before.policies, after.policies, strict=True)
    return (policy for earlier, policy in pairs if earlier is not policy and earlier != policy)
