"""What was read from files, kept for as long as they hold the same: for somebody who changes one of many."""

from collections.abc import Callable, Hashable


class Kept[T]:
    """What came of each file when it was last read."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._held: dict[Hashable, tuple[Hashable, T]] = {}

    def of(self, name: Hashable, state: Hashable, read: Callable[[], T]) -> T:
        """Return what came of a file, which is read only where its state is another than before."""
        held = self._held.get(name)
        if held is None or held[0] != state:
            held = self._held[name] = (state, read())
        return held[1]

    def hold(self, name: Hashable, state: Hashable, read: T) -> None:
        """Keep what came of a file elsewhere."""
        self._held[name] = (state, read)

    def copy(self) -> "Kept[T]":
        """Return what is kept now, for somebody who reads other files for a moment."""
        copied: Kept[T] = Kept()
        copied._held = dict(self._held)
        return copied
