"""What the matcher learns from: phrases, practice cases and names, each with the place that it means."""

from collections.abc import Iterator
from typing import NamedTuple

from navigator.core.model import Library, Scenario
from navigator.own_words.places import Place, Places
from navigator.own_words.tokens import clauses


class Example(NamedTuple):
    """A text, and what it means."""

    text: str
    """As somebody would type it."""
    place: int | None
    """The place that is meant, by its number; None where the text says nothing of that."""
    danger: bool
    """Whether it points to danger."""


def examples(library: Library, places: Places) -> Iterator[Example]:
    """Yield all that a library says of how people say it."""
    number = {place.id: at for at, place in enumerate(places.all)}
    for words in library.own_words:
        if words.id in number:
            for phrase in words.phrases:
                yield Example(phrase, number[words.id], words.safety)
            for story in words.stories:
                yield from _of_story(story, number[words.id], safety=words.safety)
    for at, place in enumerate(places.all):
        yield from (Example(text, at, place.safety) for text in places.described(place))
    for case in library.scenarios:
        meant = _place_of(case, places)
        if meant:
            yield from _of_story(case.story, number[meant.id], safety=meant.safety)
    for group in library.danger_words:
        yield from (Example(clause, None, True) for clause in group.danger)
        yield from (Example(clause, None, False) for clause in group.safe)


def _of_story(story: str, place: int, *, safety: bool) -> Iterator[Example]:
    """Yield a story, and its clauses where none of them points to danger."""
    yield Example(story, place, safety)
    if not safety:
        yield from (Example(clause, None, False) for clause in clauses(story))


def _place_of(case: Scenario, places: Places) -> Place | None:
    """Return the place that a case is about: the one whose phrases are those of its reader and stage."""
    said = {answer.option for answer in case.answers}
    topic = case.expect.signpost or case.expect.route
    of_topic = [place for place in places.all if place.topic == topic]
    return max(
        of_topic,
        key=lambda place: (place.stage == case.expect.stage, place.reader in said, place.reader is None),
        default=None,
    )
