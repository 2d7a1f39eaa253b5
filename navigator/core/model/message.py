"""A draft message: what somebody who acts at a stage could write, ready to be copied and changed."""

from dataclasses import dataclass

from navigator.core.model.kinds import RoleId, Text


@dataclass(frozen=True)
class Message:
    """A short message for the next step, from the one who acts: to be copied, as nothing here sends it."""

    who: RoleId
    """The role that writes it: one that acts at this stage."""
    to: tuple[RoleId, ...]
    """Whom it is addressed to, as the steps of this role say."""
    subject: Text
    """The subject line."""
    body: Text
    """The text, with an empty line between paragraphs. `{date:event}` is a day the reader gave, and
    `{due:timescale}` the last day of a timescale of this stage or of the whole. Where that is not known,
    `[date]` stands there."""
    cc: tuple[RoleId, ...] = ()
    """Who gets a copy, as the steps of this role say."""
