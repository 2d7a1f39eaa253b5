"""What a browser matches somebody's own words with."""

from functools import cache
from pathlib import Path
from typing import Final

from navigator.core.model import Library
from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.own_words import training
from navigator.own_words.examples import examples
from navigator.own_words.model import packed
from navigator.own_words.places import Places
from navigator.runtime.subprocesses import cache_key

_NAME: Final = "model.json"


class OwnWordsJson:
    """Writes what was learned, and looks for it again only once something of a library has changed."""

    def __init__(self) -> None:
        """Have nothing learned."""
        self._from: tuple[object, ...] = ()
        self._text = ""

    def write(self, library: Library, kept: Path) -> str:
        """Return the model as JSON; `kept` is the folder of what was learned before."""
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
            self._from, self._text = learned_from, own_words_json(library, kept)
        return self._text


def own_words_json(library: Library, kept: Path) -> str:
    """Return the model as JSON, from a folder of `kept` that is named by all that it is learned from.

    Learning takes many seconds. Most changes of a policy leave the examples as they are.
    """
    places = Places(library)
    taught = (places.all, *examples(library, places), library.everyday_words, library.words_alike)
    folder = kept / f"own-words-{cache_key(_program(), repr(taught).encode())}"
    if not is_whole(folder):
        with made_at_once(folder) as making:
            (making / _NAME).write_text(packed(training.trained(library)), encoding="utf-8")
    return (folder / _NAME).read_text(encoding="utf-8")


@cache
def _program() -> bytes:
    """Return the modules that learn."""
    return b"".join(path.read_bytes() for path in sorted(Path(training.__file__).parent.glob("*.py")))
