"""What was read from files, kept for as long as they hold the same: for somebody who changes one of many."""

from collections.abc import Callable, Hashable
from hashlib import blake2b


class Kept[T]:
    """What came of each file when it was last read."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._held: dict[Hashable, tuple[bytes, T]] = {}

    def of(self, name: Hashable, content: bytes, read: Callable[[], T]) -> T:
        """Return what came of a file, which is read only where its content is another than before."""
        digest = blake2b(content).digest()
        held = self._held.get(name)
        if held is None or held[0] != digest:
            held = self._held[name] = (digest, read())
        return held[1]
