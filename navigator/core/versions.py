"""Which version of a policy holds on a day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from navigator.core.journey import Destination
from navigator.core.model import Library, Policy


def versions(library: Library, policy: Policy) -> tuple[Policy, ...]:
    """Return the policy and its other versions."""
    return (policy, *library.other_versions.get(policy.id, ()))


def holds(policy: Policy, day: date) -> bool:
    """Say whether a policy is in force on a day; where the document gives no dates, it is taken to be."""
    begun = policy.effective_from is None or policy.effective_from <= day
    return begun and (policy.effective_until is None or day <= policy.effective_until)


def in_force(library: Library, end: Destination, dates: Mapping[str, date], today: date) -> Destination:
    """Put the version in place that held on the day of the event.

    The day is that on which the stage began; failing that the earliest date given, failing that today.
    Where no version held, or the one that did has no such stage, the end stays as it is, and the outcome
    warns that its policy was not in force.
    """
    day = deciding_day(end, dates, today)
    for policy in versions(library, end.policy):
        keys = {position.key for position in policy.leaf_stages()}
        if holds(policy, day) and end.position.key in keys:
            return replace(end, policy=policy, position=policy.position(end.position.key))
    return end


def deciding_day(end: Destination, dates: Mapping[str, date], today: date) -> date:
    """Return the day that picks the version: only an event that this policy counts from can decide."""
    begins = end.position.innermost.begins_with
    if begins and begins in dates:
        return dates[begins]
    return min((dates[event] for event in _events(end.policy) if event in dates), default=today)


def _events(policy: Policy) -> set[str]:
    return {event for place in policy.timescales() for event in place.timescale.events}
