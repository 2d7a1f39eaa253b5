"""How people say it: phrases that mean a place to begin, everyday words, and words that point to danger."""

from dataclasses import dataclass

from navigator.core.model.kinds import Id, Phrase, ReaderId, Text


@dataclass(frozen=True)
class OwnWords:
    """Phrases with which people mean one place to begin."""

    id: Id
    """The short name; also the file's name. It may be that of the topic."""
    topic: Id
    """The route or the signpost that is meant. While there is none of this name, the file has no effect."""
    phrases: tuple[Phrase, ...]
    """How people say it, in short phrases and in whole sentences, each of them one to 25 words."""
    reader: ReaderId | None = None
    """Who says so, where the page is that reader's own; left out where anybody may say it."""
    stage: Id | None = None
    """With a route: the stage to begin at, where the phrases already say which."""
    title: Text | None = None
    """What the place is called in the list of places; left out, it is called as the route or the signpost."""
    safety: bool = False
    """True where somebody may be in danger: it is then the first place, and the line on danger is shown."""
    stories: tuple[Text, ...] = ()
    """Whole stories of people who mean it, with the other troubles that they tell of on the way."""


@dataclass(frozen=True)
class EverydayWords:
    """Words that people use for one that the pages use."""

    means: Phrase
    """The words of the pages."""
    words: tuple[Phrase, ...]
    """What people say for it: abbreviations, everyday words, and common misspellings of a name."""


@dataclass(frozen=True)
class DangerWords:
    """Clauses that point to danger, and clauses like them that do not."""

    about: Text
    """What they are about, for those who look after the list."""
    danger: tuple[Phrase, ...] = ()
    """Clauses that point to danger or harm: one of them is enough, also in the middle of a long text."""
    safe: tuple[Phrase, ...] = ()
    """Clauses that have such words and point to no danger."""


@dataclass(frozen=True)
class WordsAlike:
    """Words of one kind, such as parts of the body. Where danger is looked for, one tells what others do."""

    about: Text
    """What they have in common, for those who look after the list."""
    words: tuple[Phrase, ...]
    """The words, each in one of its forms: `kick` stands for `kicks` and `kicked` as well."""
