"""What a browser matches somebody's own words with."""

from navigator.core.model import Library
from navigator.own_words.model import packed
from navigator.own_words.training import trained


class OwnWordsJson:
    """Writes what was learned, and learns again only once something of what it learns from has changed."""

    def __init__(self) -> None:
        """Have nothing learned."""
        self._from: tuple[object, ...] = ()
        self._text = ""

    def write(self, library: Library) -> str:
        """Return the model as JSON."""
        learned_from = (
            library.own_words,
            library.everyday_words,
            library.danger_words,
            library.words_alike,
            library.scenarios,
            library.routes,
            library.signposts,
            library.policies,
            library.triage,
        )
        if learned_from != self._from:
            self._from, self._text = learned_from, packed(trained(library))
        return self._text
