"""The catalogue of words, with what a data folder changes in it or adds in another language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter, ascii_letters
from typing import Final

from navigator.core.codec import BROKEN
from navigator.core.faults import did_you_mean, show
from navigator.core.model import Words, kinds
from navigator.core.model.words import ENGLISH, OTHER
from navigator.load import strict_yaml
from navigator.load.problem import Problem, Severity
from navigator.load.tree import spot

CATALOGUE: Final = Path(__file__).parents[1] / "words"
"""The folder with the catalogue of this package: a file a language, `en-GB.yaml` being whole."""
FOLDER: Final = "words"
"""The folder of a data folder that may hold files of the same form."""
PSEUDO: Final = "en-XA"
"""The pseudo-language: every text of the catalogue in accented letters, so that any other is seen at once."""
_ACCENTED: Final = str.maketrans(ascii_letters, "áƀćđéғğĥíĵķĺḿńóþǫŕśťúνŵχýźÁɃĆĐÉҒĞĤÍĴĶĹḾŃÓÞǪŔŚŤÚΝŴΧÝŹ")
"""Letters that can still be read, and that the font of the PDFs has too."""
_NUMBERS: Final = "language.numbers"

type Texts = dict[str, str]
"""Texts by their keys, such as `unit.weeks.one`."""


@dataclass(frozen=True)
class WordsFile:
    """One language as a data folder has it, which may be a few texts only."""

    shown: str
    """The file as reached from the working folder."""
    language: str
    """Its tag, which is the file's name."""
    tree: object
    """Its plain data, which knows where each value stands."""
    texts: Texts
    """Its texts."""

    def problem(self, path: kinds.Path, what: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem with the text of a path."""
        return Problem(self.shown, *spot(self.tree, path), show(path), what, hint, severity)


def words_files(folder: Path) -> tuple[list[WordsFile], list[Problem]]:
    """Return the languages of a data folder, and what is wrong with their files."""
    found: list[WordsFile] = []
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            tree, wrong = strict_yaml.read(path.as_posix(), path.read_bytes())
        except OSError as error:
            problems.append(
                Problem(path.as_posix(), 1, 1, "the file", f"cannot be read: {error.strerror}", "Mend it.")
            )
            continue
        file = WordsFile(path.as_posix(), path.stem, tree, {})
        problems += wrong
        if tree is not BROKEN:
            problems += _collected(file)
            found.append(file)
    return found, problems


def _collected(file: WordsFile) -> Iterator[Problem]:
    """Put the texts of a file into it, and yield what is wrong with any of them."""
    known = english()
    for path, value in _leaves(file.tree, ()):
        key = ".".join(map(str, path))
        model = known.get(key) or known.get(f"{key.rpartition('.')[0]}.{OTHER}")
        if value is BROKEN:
            continue
        if key.startswith(f"{_NUMBERS}."):
            file.texts[key] = str(value)
        elif not isinstance(value, str):
            yield file.problem(path, "is not text", "Write some words, in quotes.")
        elif model is None:
            yield file.problem(path, "is not a key of the catalogue", did_you_mean(key, known))
        elif extra := placeholders(value) - (allowed := placeholders(model)):
            hint = (
                f"Write only: {', '.join(f'{{{name}}}' for name in sorted(allowed))}."
                if allowed
                else "Take it out."
            )
            yield file.problem(path, f"has a placeholder that is not filled in: {{{min(extra)}}}", hint)
        else:
            file.texts[key] = value


def placeholders(text: str) -> set[str]:
    """Return the names of a text's placeholders; a brace without its partner counts as one."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}


def _leaves(tree: object, path: kinds.Path) -> Iterator[tuple[kinds.Path, object]]:
    """Yield each text with the way to it; items of lists are counted from 1, as months are."""
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree, 1):
            yield from _leaves(value, (*path, number))
    else:
        yield path, str(tree) if isinstance(tree, int) and not isinstance(tree, bool) else tree


@cache
def english_words() -> Words:
    """Return the words of the package itself, for commands and checks, which speak English."""
    return Words(ENGLISH, english())


@cache
def english() -> Texts:
    """Return the package's whole catalogue, which is in English."""
    return _packaged(ENGLISH)


def _packaged(language: str) -> Texts:
    path = CATALOGUE / f"{language}.yaml"
    if not path.is_file():
        return {}
    tree, problems = strict_yaml.read(path.as_posix(), path.read_bytes())
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return {".".join(map(str, way)): str(text) for way, text in _leaves(tree, ())}


def words_in(language: str, files: list[WordsFile]) -> Words:
    """Return the words of a language: a text that it lacks is taken from English."""
    english_here = english() | _texts(files, ENGLISH)
    if language == PSEUDO:
        return Words(PSEUDO, {key: _accented(key, text) for key, text in english_here.items()})
    own = {} if language == ENGLISH else _packaged(language) | _texts(files, language)
    return Words(language, english_here | own)


def languages(files: list[WordsFile]) -> list[str]:
    """Return the languages there are, the pseudo-language included."""
    packaged = {path.stem for path in CATALOGUE.glob("*.yaml")}
    return sorted({*packaged, *(file.language for file in files), PSEUDO})


def _texts(files: list[WordsFile], language: str) -> Texts:
    return next((file.texts for file in files if file.language == language), {})


def _accented(key: str, text: str) -> str:
    """Put an accent on every letter of a text, and leave its placeholders as they are."""
    if key.startswith(_NUMBERS):
        return text
    parts = Formatter().parse(text)
    return "".join(
        said.translate(_ACCENTED).replace("{", "{{").replace("}", "}}")
        + ("" if name is None else f"{{{name}:{form}}}")
        for said, name, form, _ in parts
    )
