"""How people say it: each phrase points one way, and each file leads to a place that there is."""

from collections.abc import Iterable, Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.faults import quote
from navigator.core.model import DangerWords, EverydayWords, OwnWords, Route, WordsAlike
from navigator.load.problem import Problem
from navigator.own_words.places import Places


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each phrase that is written twice, and for each list without any."""
    yield from _once((each, ("phrases",)) for each in parts.of(OwnWords))
    yield from _once((each, ("words",)) for each in parts.of(EverydayWords))
    yield from _once((each, ("danger", "safe")) for each in parts.of(DangerWords))
    yield from _once((each, ("words",)) for each in parts.of(WordsAlike))


def _once(lists: Iterable[tuple[Located[object], tuple[str, ...]]]) -> Iterator[Problem]:
    seen: dict[str, tuple[Located[object], str, int]] = {}
    for located, keys in lists:
        if not any(getattr(located.value, key) for key in keys):
            yield located.error("is empty", "Write how somebody would say it.", keys[0])
        for key in keys:
            for index, phrase in enumerate(getattr(located.value, key)):
                here = (located, key, index)
                first = seen.setdefault(phrase.casefold(), here)
                if first is not here:
                    what = f"{quote(phrase)} stands already in {first[0].file.name}"
                    yield located.error(what, "Take one out: a phrase points one way.", key, index)


def places(parts: LocatedParts) -> Iterator[Problem | None]:
    """Yield a finding for each file of phrases that leads nowhere, or not to its own reader and stage.

    It takes long where a page is reached by no answer alone, and yields None meanwhile.

    A route that has no policy, as its service is not here, is left out with its phrases.
    """
    if parts.loaded.library is None:
        return
    found = Places(parts.loaded.library, parts.walk.asked)
    left_out = {route.value.id for route in parts.of(Route)} - parts.loaded.library.route.keys()
    for located in parts.of(OwnWords):
        words = located.value
        if words.topic in left_out:
            continue
        yield from found.looking(words)
        if not found.is_there(words):
            what = f"{words.topic} is no route and no signpost, so these phrases have no effect"
            yield located.finding(what, "Write the id of one that is there.", "topic")
        elif not found.is_exact(words):
            what = "leads to the beginning of the route: there is no page for this reader and stage"
            yield located.finding(
                what, "Write a stage that the reader's policy has.", "reader" if words.reader else "stage"
            )
