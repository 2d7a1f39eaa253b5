"""Who reads: the answers to `Who are you?`, and what is theirs."""

from dataclasses import dataclass

from navigator.core.model.kinds import Id, ReaderId, Text


@dataclass(frozen=True)
class Reader:
    """Somebody who asks. What a page says, to whom and from whom follows from who they are."""

    id: Id
    """The short name that answers and roles use."""
    name: Text
    """Who they are, to stand after `for`: `a foster carer`."""
    like: ReaderId | None = None
    """The reader whose pages they get where a policy does not speak of them in particular."""
    closing: Text | None = None
    """Whom they ask where nothing here fits: the last line of their pages. Left out, that of the reader they
    are like, or else the navigator's own."""
    safety: Text | None = None
    """What they do at any time if a child is at risk. Left out, as for `closing`."""
