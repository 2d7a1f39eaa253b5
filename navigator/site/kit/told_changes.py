"""What has changed: the entries that authors wrote, and one for each version of a policy, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.model import Document, Policy, Signpost, Source
from navigator.site.kit.library_index import LibraryIndex


@dataclass(frozen=True)
class Entry:
    """One change, as the page and the feed tell it."""

    id: str
    """Its anchor on the page. It stays the same, as readers of the feed know the entry by it."""
    day: date
    title: str
    says: str
    source: Source
    document: str | None
    """The document that the source falls back on."""
    parts: tuple[Policy | Signpost | Document, ...]
    """What says something else now. What this site does not have is left out."""


def told_changes(index: LibraryIndex) -> list[Entry]:
    """Return every change up to the newest day on which anything here was checked, the newest first.

    So a build tells of the same changes on whatever day it is made.
    """
    entries = [*_written(index), *_versions(index)]
    until = index.last_checked or date.max
    told = [entry for entry in entries if entry.day <= until]
    return sorted(told, key=lambda entry: entry.day, reverse=True)


def _written(index: LibraryIndex) -> Iterator[Entry]:
    library = index.library
    for change in library.changes:
        held = (
            *(library.policy.get(name) for name in change.policies),
            *(library.signpost.get(name) for name in change.signposts),
            *(library.document.get(name) for name in change.documents),
        )
        parts = tuple(part for part in held if part)
        yield Entry(change.id, change.day, change.title, change.says, change.source, None, parts)


def _versions(index: LibraryIndex) -> Iterator[Entry]:
    """Yield an entry for each version of a policy whose document says from when it is in force."""
    words = index.library.words
    for versions in index.versions_of.values():
        for policy in versions:
            if policy.effective_from:
                yield Entry(
                    f"version-{policy.id}",
                    policy.effective_from,
                    words("site.changes.version_title", policy=policy.title),
                    words(
                        "site.changes.version",
                        version=policy.version or policy.id,
                        date=words.short_date(policy.effective_from),
                    ),
                    policy.first_stage.innermost.source,
                    policy.document,
                    (policy,),
                )
