"""The kinds of text a field may hold, as annotations that the loader, the schema and the checks all read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

type Path = tuple[str | int, ...]
"""The way to a value: keys and indices as in the YAML."""


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of something declared elsewhere, such as a role or a document."""

    to: str
    """The collection of the library it points into, for example `roles`."""


@dataclass(frozen=True)
class Mentions:
    """Marks a text in which ids of something declared elsewhere stand among other words."""

    to: str
    """The collection of the library that they are of."""
    regex: str
    """What an id stands in: the first group is the id."""

    def renamed(self, text: str, known_as: Callable[[str, str], str]) -> str:
        """Return a text with other ids in it: what an id is called is asked of a function."""

        def other(found: re.Match[str]) -> str:
            begin, end = (at - found.start() for at in found.span(1))
            return f"{found[0][:begin]}{known_as(self.to, found[1])}{found[0][end:]}"

        return re.sub(self.regex, other, text)


@dataclass(frozen=True)
class Pattern:
    """Marks a text as having a fixed form."""

    regex: str
    """What the whole text must match; in a form that Python and JavaScript read alike."""
    says: str
    """The form in words, for the error message."""


@dataclass(frozen=True)
class Alias:
    """Gives a field another name in YAML, where the plain word is reserved in Python."""

    name: str
    """The key as authors write it."""


RUNNING = Pattern(r"\S([\s\S]*\S)?", "some words, with no space at either end")
"""Running text, which may be written once for all readers or under the tag of each language."""
ROLE_MENTIONED = re.compile(
    r"\{(?P<role>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?:(?P<own>'s)|(?P<only>:)? (?P<third>[^{}|]+)\|(?P<second>[^{}|]+))?\}"
)
"""A role in a text: `{child}`, `{child's}`, `{child asks|ask}` or `{child: them|you}`."""
Text = Annotated[str, RUNNING, Mentions("roles", ROLE_MENTIONED.pattern)]
Id = Annotated[
    str, Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens, such as stage-1")
]
EventKey = Annotated[
    str,
    Pattern(r"[a-z0-9]+(_[a-z0-9]+)*", "lower-case letters, digits and underscores, such as letter_sent"),
]
WebAddress = Annotated[
    str,
    Pattern(r"https://[a-z0-9.-]+(/[A-Za-z0-9._~/-]*)?", "an address such as https://www.example.org/page"),
]

TimeOfDay = Annotated[
    str, Pattern(r"([01][0-9]|2[0-3]):[0-5][0-9]", 'a time of day in quotes, such as "16:00"')
]
DayOfYear = Annotated[
    str,
    Pattern(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", 'a month and a day in quotes, such as "04-01"'),
]

RoleId = Annotated[str, Ref("roles")]
JobId = Annotated[str, Ref("jobs")]
EventId = Annotated[str, Ref("events")]
DocumentId = Annotated[str, Ref("documents")]
ContactId = Annotated[str, Ref("contacts")]
RouteId = Annotated[str, Ref("routes")]
PolicyId = Annotated[str, Ref("policies")]
ServiceId = Annotated[str, Ref("services")]
CalendarId = Annotated[str, Ref("calendars")]
QuestionId = Annotated[str, Ref("questions")]
ScenarioId = Annotated[str, Ref("scenarios")]
ReaderId = Annotated[str, Ref("readers")]
PackId = Annotated[str, Ref("packs")]
SignpostId = Annotated[str, Ref("signposts")]
Phrase = Annotated[
    str,
    Pattern(r"\S+( \S+){0,24}", "one to 25 words, with one space between them"),
]
"""Words as somebody would type them: nobody is shown them."""
RuleName = Annotated[str, RUNNING, Mentions("policies", r"^([a-z0-9-]+)/")]
MessageText = Annotated[str, RUNNING, Mentions("events", r"\{date:([a-z0-9_]+)\}")]
PositionRef = Annotated[str, Ref("positions")]
ConditionRef = Annotated[str, Ref("conditions")]
TimescaleRef = Annotated[str, Ref("timescales")]
