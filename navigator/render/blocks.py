"""What an outcome or a policy says, as blocks: said once, and set by a writer for each kind of output.

`describe_outcome()` returns blocks; `HtmlWriter` and `TextWriter` set them. A block names what something is
(a source, a step, a receipt), never how it looks. A `kind` becomes the class `nav-<kind>` in HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.citations import Cited
from navigator.core.filled_message import FilledMessage
from navigator.core.lead import Act
from navigator.core.model import Contact, Role, Words
from navigator.core.model.phase import PlainReply
from navigator.core.outcome import PlainReplyShown, Reason
from navigator.core.time.counting import ReceiptLine

type Span = str | Strong | Marked | Day | Link | RoleName | Row | Filled
"""A piece of a line: plain words, or words with a meaning."""

type Block = (
    Section | Heading | Paragraph | Statement | Points | Facts | Group | Fold | Steps | Receipt | Answers
    | PlainAnswers | SourceList | PageOnly | TextOnly | Table | Cited | Contact | FilledMessage
)  # fmt: skip
"""A piece of a page. A `Cited` is the line that names a source; a `Contact` is all ways to reach it."""


@dataclass(frozen=True)
class Strong:
    """Words that matter most in their line."""

    text: Span


@dataclass(frozen=True)
class Marked:
    """Words of a kind of their own within a line."""

    text: Span
    kind: str


@dataclass(frozen=True)
class Day:
    """A date."""

    on: date
    weekday: bool = True
    """Whether the day of the week is written too."""


@dataclass(frozen=True)
class Link:
    """A link to a page of this site."""

    text: Span
    address: str
    """The page's address below the site's root."""


@dataclass(frozen=True)
class RoleName:
    """The name of a role, which pages explain and link to the list of roles."""

    role: Role
    begins: bool = False
    """True at the beginning of a sentence: `The team manager`."""


@dataclass(frozen=True)
class Row:
    """Several names in a row, with commas between them."""

    items: tuple[Span, ...]


@dataclass(frozen=True)
class Filled:
    """A text of the catalogue with spans for its placeholders."""

    text: str
    parts: Mapping[str, Span]


@dataclass(frozen=True)
class Section:
    """A part of a page with its heading; it is left out where it has no blocks."""

    id: str
    """Its anchor."""
    heading: str
    blocks: tuple[Block, ...]
    fold: bool = False
    """True where the blocks are folded away on a page, below the heading."""


@dataclass(frozen=True)
class Heading:
    """A heading within a section."""

    text: str
    level: int = 3


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    text: Span
    kind: str | None = None


@dataclass(frozen=True)
class Statement:
    """Something that a policy says, with its place and the page it leads to."""

    says: Span
    source: Cited | None = None
    term: Span | None = None
    """What the statement is about, in a word or two before it."""
    link: Span | None = None
    """A link, or a sentence with one."""
    more: tuple[Block, ...] = ()
    """What belongs to it, set between its words and its source."""
    kind: str | None = None
    case: str | None = None
    """In which case it holds, as a sentence before its words; None where it always does."""


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[Span | Statement, ...]
    ordered: bool = False
    kind: str | None = None


@dataclass(frozen=True)
class Facts:
    """Names with their values."""

    pairs: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Group:
    """Blocks that belong together, such as a deadline under its heading."""

    blocks: tuple[Block, ...]
    kind: str | None = None


@dataclass(frozen=True)
class Fold:
    """Blocks that a page folds away below a line that says what they are."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Steps:
    """Who does what, in order."""

    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Table:
    """A table; on a narrow screen each row becomes a card."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    """Rows of cells; the first cell of a row names it."""


@dataclass(frozen=True)
class Receipt:
    """How a date was counted, day by day."""

    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True)
class Answers:
    """The answers given, each with the rule it met."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class PlainAnswers:
    """Plain answers to plain questions."""

    replies: tuple[PlainReplyShown, ...]


@dataclass(frozen=True)
class SourceList:
    """Every source of a page, each with the day it was checked."""

    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class PageOnly:
    """What only a page shows, as a text has no links or has said it already."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TextOnly:
    """A line that only a text has, in the place of what a page shows in another form."""

    line: Span


def by_what_is_said(
    answers: PlainAnswers,
) -> tuple[tuple[PlainReplyShown, ...], tuple[PlainReplyShown, ...]]:
    """Return the answers that stand by themselves, and those that share one `The policy does not say`.

    A single one that has something added to it stands by itself.
    """
    left_open = tuple(reply for reply in answers.replies if reply.answer == PlainReply.NOT_STATED)
    if len(left_open) == 1 and left_open[0].says:
        return answers.replies, ()
    return tuple(reply for reply in answers.replies if reply not in left_open), left_open


def some(*parts: Block | None) -> tuple[Block, ...]:
    """Return the blocks that there are."""
    return tuple(part for part in parts if part is not None)


def group(kind: str | None, *parts: Block | None) -> Group:
    """Return the blocks that there are as a group."""
    return Group(some(*parts), kind)


def page_only(*parts: Block | None) -> PageOnly:
    """Return the blocks that there are for pages only."""
    return PageOnly(some(*parts))


def say(words: Words, key: str, **parts: Span) -> Filled:
    """Return a text of the catalogue with spans for its placeholders."""
    return Filled(words[key], parts)


def addressed(words: Words, act: Act) -> tuple[Facts, ...]:
    """Return the recipients of a step, who gets a copy, and what is written down, where there is any."""
    roles = {"step.to": act.to, "step.copy_to": act.cc}
    pairs: dict[str, Span] = {key: Row(tuple(map(RoleName, named))) for key, named in roles.items() if named}
    if act.record:
        pairs["step.record"] = act.record
    return (Facts(tuple((words[key], value) for key, value in pairs.items())),) if pairs else ()
