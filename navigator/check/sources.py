"""A rule outside a policy has no document of its own, so its source names one."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.model import Source
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each source outside the policies that names no document."""
    for source in parts.of(Source):
        if source.value.document is None and source.file.place.name != "policies":
            yield source.error("is missing", "Write the id of one of the documents.", "document")
