"""Links that carry dates: made only when somebody asks for one, and read with suspicion.

The part of the address after `#` never goes to a server. It names the policy, and the state of its words and
of its time limits, so that whoever opens the link later can see what has changed.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from navigator.core.answered import as_answered
from navigator.core.asks import AskedDate
from navigator.core.codec import encode
from navigator.core.errors import NavigatorError
from navigator.core.event_names import as_asked
from navigator.core.model import Library, Policy, Words
from navigator.core.outcome import Outcome
from navigator.core.time.calendar import calendar_for
from navigator.core.typed.dates import BadDate
from navigator.core.typed.times import FIELD, read_moment, written_moment
from navigator.render.dateform import Typed

NO_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
LONGEST: Final = 600
"""No link that this site makes is longer, in characters after `#`."""
_FORM: Final = re.compile(
    r"#?policy=([a-z0-9-]+)\.([0-9a-f]{6})\.([0-9a-f]{6})&dates=([a-z0-9_]+\.[0-9T:-]+(?:,[a-z0-9_]+\.[0-9T:-]+)*)"
)

_ENCODED: Final = re.compile("(%[0-9A-Fa-f]{2})+")
_AROUND: Final = ".;:!?)]}>'\"»”\u2019"
"""What a text may have put after a link. Not a comma or an ellipsis: a part may be cut off before those."""


class BadLink(NavigatorError):
    """A link cannot be used; the message says why, as a sentence for its reader."""


@dataclass(frozen=True)
class Version:
    """Which policy a page follows, and in which state."""

    policy: str
    words: str
    """Stands for everything that an answer says of the policy, but for what it leaves open."""
    times: str
    """Stands for its time limits and the days off that they are counted by."""


@dataclass(frozen=True)
class SharedLink:
    """What a link carries."""

    version: Version
    dates: Mapping[str, date]
    """Each date by its event; one with a time of day is a `datetime`."""


def version_of(library: Library, policy: Policy, service: str | None) -> Version:
    """Return the state of a policy as a service's readers see it; the day it was last checked is no part."""
    record = library.service[service] if service else None
    calendar = calendar_for(library, policy, record)
    timescales = [position.innermost.timescales for position in policy.leaf_stages()]
    days_off = [calendar.closures, record.closures if record else ()]
    said = replace(as_answered(policy), checked_on=date.min, findings=())
    return Version(
        policy.id,
        _mark(encode(said)),
        _mark([encode(tuple(part)) for part in (*timescales, policy.overall, *days_off)]),
    )


def _mark(data: object) -> str:
    return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:6]


def fragment(library: Library, outcome: Outcome) -> str | None:
    """Return what a link to an outcome carries after its address; None where no date was given for it."""
    version = version_of(library, outcome.policy, outcome.service)
    dates = ",".join(f"{item.event}.{_moment(item)}" for item in outcome.asks if item.given)
    return f"#policy={version.policy}.{version.words}.{version.times}&dates={dates}" if dates else None


def _moment(item: AskedDate) -> str:
    if item.given is None:
        return ""
    return written_moment(datetime.combine(item.given, item.given_at) if item.given_at else item.given)


def read_fragment(words: Words, text: str) -> SharedLink:
    """Read the fragment of a link, the part after its address. Raises BadLink."""
    text = _as_made(text)
    if len(text) > LONGEST:
        raise BadLink(words["link.too_long"])
    form = _FORM.fullmatch(text)
    if form is None:
        raise BadLink(words["link.malformed"])
    dates: dict[str, date] = {}
    for pair in form[4].split(","):
        event, _, day = pair.partition(".")
        if event in dates:
            raise BadLink(words["link.date_twice"])
        try:
            dates[event] = read_moment(words, day)
        except BadDate:
            raise BadLink(words["link.no_such_day"]) from None
    return SharedLink(Version(form[1], form[2], form[3]), dates)


def _as_made(text: str) -> str:
    """Return a fragment as it was made, where a mail or a chat has passed it on in another form."""
    sent, _, _ = _ENCODED.sub(_decoded, text).replace("&amp;", "&").partition(":~:")
    return "".join(sent.split()).rstrip(_AROUND)


def _decoded(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="replace")


def what_changed(words: Words, then: Version, now: Version) -> str | None:
    """Say what has changed since a link was made; None where nothing has."""
    if then == now:
        return None
    if then.policy != now.policy:
        return words["link.other_policy"]
    return words["link.times_changed" if then.times != now.times else "link.words_changed"]


@dataclass(frozen=True)
class Opened:
    """A link that somebody opened: the dates as its reader may correct them, and what to say about it."""

    typed: Typed
    then: Version | None
    """The state the policy was in when the link was made; None for a link that cannot be used."""
    wrong: str | None = None
    """What is wrong with the link."""

    def notice(self, library: Library, outcome: Outcome | None) -> str:
        """Say what the link has brought, and what has changed since it was made."""
        words = library.words
        if self.wrong or self.then is None or outcome is None:
            return words("link.unusable", problem=self.wrong)
        changed = what_changed(words, self.then, version_of(library, outcome.policy, outcome.service))
        return words("link.opened_and_changed", changed=changed) if changed else words["link.opened"]


def open_link(
    words: Words, asks: tuple[AskedDate, ...], text: str, own_events: Mapping[str, tuple[str, ...]] = NO_NAMES
) -> Opened:
    """Take the dates out of a link to a page. A link that cannot be used opens the page without them.

    A link may be older than another service's event of the same name: `own_events` tells what it meant then.
    """
    try:
        link = read_fragment(words, text)
    except BadLink as problem:
        return Opened({}, None, str(problem))
    asked_for = {asked.event for asked in asks}
    dates = as_asked(own_events, link.dates, asked_for)
    if not dates.keys() <= asked_for:
        return Opened({}, None, words["link.not_asked_for"])
    typed = {event: _as_typed(words, day) for event, day in dates.items()}
    return Opened(typed, link.version)


def _as_typed(words: Words, day: date) -> dict[str, str]:
    fields = {"day": str(day.day), "month": str(day.month), "year": f"{day.year:04}"}
    return fields | ({FIELD: words.time_of_day(day.time())} if isinstance(day, datetime) else {})
