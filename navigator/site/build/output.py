"""A file of the site, before any generator has seen it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Output:
    """One file of the site: either its content, or the file it is a copy of."""

    path: str
    content: str | None = None
    copy_of: Path | None = None

    @property
    def bytes(self) -> bytes:
        """What is in the file."""
        return self.copy_of.read_bytes() if self.copy_of else (self.content or "").encode()
