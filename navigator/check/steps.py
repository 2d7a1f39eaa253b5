"""Work that can be left between two steps, for somebody who meanwhile has something more urgent to do."""

from collections.abc import Generator

type Steps[T] = Generator[None, None, T]
"""Work in steps, with what comes of it at the end."""


def at_once[T](steps: Steps[T]) -> T:
    """Take all steps, one after the other, and return what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: T = end.value
            return made
