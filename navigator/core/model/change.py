"""Changes: what is new for readers, told in a dated entry each."""

from dataclasses import dataclass
from datetime import date

from navigator.core.model.kinds import DocumentId, Id, PolicyId, SignpostId, Text
from navigator.core.model.lists import Source


@dataclass(frozen=True)
class Change:
    """One entry of the list of what has changed. It is about content, and not about the program."""

    id: Id
    """The short name. It stays as it is once published, as readers of the feed know the entry by it."""
    day: date
    """The day on which this navigator says it, as YYYY-MM-DD: not the day on which a law came into force."""
    title: Text
    """What has changed, in a few neutral words: it may be read over somebody's shoulder."""
    says: Text
    """What is different now for whoever reads, in one to three plain sentences."""
    source: Source
    """Where it stands; the document must be named."""
    policies: tuple[PolicyId, ...] = ()
    """The policies that say something else now."""
    signposts: tuple[SignpostId, ...] = ()
    """The signposts that are new or say something else."""
    documents: tuple[DocumentId, ...] = ()
    """The documents that are new, have changed or were read again, besides that of the source."""
