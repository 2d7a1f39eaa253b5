"""The catalogue of words, with what a data folder changes in it or adds in another language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter, ascii_letters
from typing import Final

from navigator.core.codec import BROKEN
from navigator.core.faults import did_you_mean
from navigator.core.model import Words, kinds
from navigator.core.model.words import ENGLISH, LANGUAGE_TAG, OTHER
from navigator.load import strict_yaml
from navigator.load.content import Unreadable, content
from navigator.load.file_names import shown
from navigator.load.folder import files_within
from navigator.load.layout import WORDS as FOLDER
from navigator.load.problem import Problem
from navigator.load.tree import SourceFile

CATALOGUE: Final = Path(__file__).parents[1] / "words"
"""The folder with the catalogue of this package: a file a language, `en-GB.yaml` being whole."""
PSEUDO: Final = "en-XA"
"""The pseudo-language: every text of the catalogue in accented letters, so that any other is seen at once."""
_ACCENTED: Final = str.maketrans(ascii_letters, "áƀćđéғğĥíĵķĺḿńóþǫŕśťúνŵχýźÁɃĆĐÉҒĞĤÍĴĶĹḾŃÓÞǪŔŚŤÚΝŴΧÝŹ")
"""Letters that can still be read, and that the font of the PDFs has too."""
_NUMBERS: Final = "language.numbers."
"""How the keys begin that say which numbers have a form of their own: `language.numbers.one`."""

type Texts = dict[str, str]
"""Texts by their keys, such as `unit.weeks.one`."""


@dataclass(frozen=True)
class WordsFile(SourceFile):
    """One language as a data folder has it, which may be a few texts only."""

    language: str
    """Its tag, which is the file's name."""
    texts: Texts
    """Its texts, those with a fault left out."""

    @property
    def lacking(self) -> list[str]:
        """The keys of the catalogue that it has no text for, though its language needs one."""
        missing = english().keys() - self.texts.keys()
        forms = plural_forms(self.texts) or english_forms()
        return sorted(key for key in missing if _last(key) in forms or not _is_replaced(key, self.texts))


def words_files(folder: Path) -> tuple[list[WordsFile], list[Problem]]:
    """Return the languages of a data folder, and what is wrong with their files."""
    files: list[WordsFile] = []
    problems: list[Problem] = []
    for name in files_within(folder / FOLDER):
        path = folder / FOLDER / name
        named = shown(path)
        if not LANGUAGE_TAG.fullmatch(path.stem):
            hint = "Name it after a language tag, such as cy.yaml."
            problems.append(Problem(named, 1, 1, "the file", "is not named after a language", hint))
        try:
            tree, wrong = strict_yaml.read(named, content(path, strict_yaml.MAX_BYTES))
        except Unreadable as fault:
            wrong = [Problem(named, 1, 1, "the file", fault.what, fault.hint)]
            tree = BROKEN
        file = WordsFile(named, tree, path.stem, {})
        problems += (*wrong, *_take_texts(file))
        files.append(file)
    return files, problems


def _take_texts(file: WordsFile) -> Iterator[Problem]:
    """Put the texts of a file into it, and yield what is wrong with the others."""
    leaves = list(_leaves(file.tree))
    forms = plural_forms(key for _, key, _ in leaves) or english_forms()
    for path, key, text in leaves:
        fault = _fault(key, text, forms)
        if fault:
            yield file.problem(path, *fault)
        elif isinstance(text, str):
            file.texts[key] = text


def _fault(key: str, text: object, forms: set[str]) -> tuple[str, str] | None:
    """Return what is wrong with a text, and what to write."""
    if text is BROKEN:
        return None  # told when the file was read
    if not isinstance(text, str):
        return "is not text", "Write some words, in quotes."
    if key.startswith(_NUMBERS):
        hint = "Write the numbers that take this form, with a space between them: 3 4."
        return None if re.fullmatch(r"\d+( \d+)*", text) else ("is not a list of numbers", hint)
    model = english().get(key) or (english().get(_other(key)) if _last(key) in forms else None)
    if model is None:
        return "is not a key of the catalogue", did_you_mean(key, english())
    allowed = placeholders(model)
    extra = placeholders(text) - allowed
    if not extra:
        return None
    named = ", ".join(f"{{{name}}}" for name in sorted(allowed))
    hint = f"Write only: {named}." if allowed else "Take it out."
    return f"has a placeholder that is not filled in: {{{min(extra)}}}", hint


def plural_forms(keys: Iterable[str]) -> set[str]:
    """Return the forms of their own that a language gives some numbers; none where it does not say."""
    return {key.removeprefix(_NUMBERS) for key in keys if key.startswith(_NUMBERS)}


def _is_replaced(key: str, own: Texts) -> bool:
    """Say whether an English form of a text is replaced by what another language has of its own."""
    if key.startswith(_NUMBERS):
        return bool(plural_forms(own))
    return _last(key) in english_forms() and _other(key) in own


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _other(key: str) -> str:
    """Return the key of the form for all other numbers of the same text."""
    return f"{key.rpartition('.')[0]}.{OTHER}"


def placeholders(text: str) -> set[str]:
    """Return the names of a text's placeholders; a brace without its partner counts as one."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}


def _leaves(tree: object, path: kinds.Path = ()) -> Iterator[tuple[kinds.Path, str, object]]:
    """Yield each text with the way to it and its key, in which items of lists are counted from 1."""
    if isinstance(tree, dict | list):
        for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _leaves(value, (*path, step))
    else:
        key = ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)
        yield path, key, str(tree) if type(tree) is int else tree


@cache
def english_words() -> Words:
    """Return the words of the package itself, for commands and checks, which speak English."""
    return Words(ENGLISH, english())


@cache
def english() -> Texts:
    """Return the package's whole catalogue, which is in English."""
    return _packaged(ENGLISH)


@cache
def english_forms() -> set[str]:
    """Return the forms of their own that English gives some numbers."""
    return plural_forms(english())


def look_again() -> None:
    """Let the package's catalogue be read again at its next use: somebody may have changed it."""
    for kept in (english, english_words, english_forms):
        kept.cache_clear()


def _packaged(language: str) -> Texts:
    path = CATALOGUE / f"{language}.yaml"
    if not path.is_file():
        return {}
    return _parsed(path.as_posix(), path.read_bytes())


@lru_cache(maxsize=8)
def _parsed(name: str, content: bytes) -> Texts:
    tree, problems = strict_yaml.read(name, content)
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return {key: str(text) for _, key, text in _leaves(tree)}


def words_in(language: str, files: list[WordsFile]) -> Words:
    """Return the words of a language: a text that it lacks is taken from English, in all its forms."""
    texts = english() | _texts(files, ENGLISH)
    if language == PSEUDO:
        return Words(PSEUDO, {key: _accented(key, text) for key, text in texts.items()})
    if language != ENGLISH:
        own = _packaged(language) | _texts(files, language)
        texts = {key: text for key, text in texts.items() if not _is_replaced(key, own)} | own
    return Words(language, texts)


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
        + ("" if name is None else f"{{{name}{form and f':{form}'}}}")
        for said, name, form, _ in parts
    )
