"""What a time limit says beside its length: for whom and in which case, and what may change it."""

from collections.abc import Iterator

from navigator.core.model import DateKind, Library, Policy, Timescale
from navigator.core.phrases import case_in_words
from navigator.core.role_names import role_names
from navigator.core.time.rule_wording import extension_in_words, who_must
from navigator.render.deadline import meaning


def for_whom(library: Library, policy: Policy, timescale: Timescale) -> Iterator[str]:
    """Yield who must meet it, where its own words do not say so, and what its date means, a sentence each."""
    words, who = library.words, who_must(library, policy, timescale)
    if who and timescale.does:
        yield words("site.timescales.who", role=who.name)
    yield from meaning(words, timescale.kind)


def may_change(library: Library, policy: Policy, timescale: Timescale) -> Iterator[str]:
    """Yield by how much it may be extended and when its clock stands still, in a few sentences each."""
    words, extension = library.words, timescale.extension
    if extension:
        who = library.role[extension.who].name if extension.who else None
        told = role_names(words, (library.role[role] for role in extension.told))
        said = [
            case_in_words(words, policy, extension),
            extension_in_words(library, timescale),
            words("site.timescales.extended_by", role=who) if who else None,
            words("site.timescales.told", roles=told) if told else None,
            extension.says,
        ]
        yield " ".join(filter(None, said))
    for pause in timescale.pauses:
        yield " ".join(filter(None, (case_in_words(words, policy, pause), pause.says)))


def assumed(timescale: Timescale) -> Iterator[str]:
    """Yield what this entry takes where the document says nothing: from when, and in which days."""
    yield from filter(None, (timescale.assumed_start, timescale.assumed_unit))


def says_more(timescale: Timescale) -> bool:
    """Say whether there is more to a time than who must meet it and when, which a table of tasks says."""
    changes = (timescale.extension, *timescale.pauses, *timescale.readings, *assumed(timescale))
    return any(changes) or timescale.kind is not DateKind.DUTY
