"""The fonts of the PDFs, which come as packages, and what none of them can show."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

PACKAGES: Final = {
    "font-source-sans-pro": "font_source_sans_pro/files",
    "manimgx-fonts": "manimgx_fonts",
    "noto-cjk-sans-otc": "noto_cjk_sans_otc",
}
"""The packages with fonts, and the folder of each below what it is installed in."""
STANDARD: Final = "ua-1"
"""PDF/UA-1: the standard for PDFs that assistive technology can read. It refuses text that no font has."""
FIRST: Final = ("Source Sans Pro", "Noto Sans")
LAST: Final = ("Noto Emoji", "DejaVu Sans Mono", "New Computer Modern Math")
"""Signs that no other font has; the last two come with Typst."""
HAN: Final = {"ja": "JP", "ko": "KR", "zh-HK": "HK", "zh-TW": "TC"}
"""Whose shapes of Chinese signs a language takes; any other takes the simplified ones."""
ODD: Final = re.compile("[^\n -~\xa0-\u017f\u2010-\u2027]")
"""What is not certain to be in the first font: anything but Latin letters and common punctuation."""
_SPACE: Final = re.compile("[ \n]+")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Numbers that every font may use as it likes: what is shown for one is never what was meant."""
_PROBE: Final = b"""
#let asked = json(bytes(sys.inputs.asked))
#set document(title: "?")
#set text(font: asked.fonts)
#title()
#for said in asked.texts { par[a #said b *a #said b*] }
"""


@cache
def fonts() -> "typst.Fonts":
    """Return every font of the packages, and those that Typst brings, none of the machine's own."""
    import typst  # noqa: PLC0415 - needed where a text is unusual, and nearly none is

    folders = []
    for place in PACKAGES.values():
        package = find_spec(place.partition("/")[0])
        if package is None or package.origin is None:
            raise ModuleNotFoundError(f"{place} is not there. Install what requirements.lock names.")
        folders.append(Path(package.origin).parents[1] / place)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def families(language: str) -> tuple[str, ...]:
    """Return the families in the order in which a character is looked for, for a tag such as `en-GB`."""
    han = HAN.get(language) or HAN.get(language.partition("-")[0], "SC")
    others = (name for name in fonts().families() if "CJK" not in name and name not in (*FIRST, *LAST))
    scripts = sorted({name for name in others if name.startswith("Noto Sans ")})
    return (*FIRST, *scripts, f"Noto Sans CJK {han}", *LAST)


def not_shown(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts that cannot be printed, each with the characters that no font has.

    Where no single character is to blame, but how several of a word stand together, those are all named.
    """
    words = {text: [word for word in _SPACE.split(text) if ODD.search(word)] for text in texts}
    # Texts share many words, and each is tried once.
    lacking = {word: _to_blame(word) for word in _refused(tuple(dict.fromkeys(chain(*words.values()))))}
    blamed = {text: dict.fromkeys(chain(*(lacking.get(word, ()) for word in words[text]))) for text in words}
    return {text: tuple(characters) for text, characters in blamed.items() if characters}


def _refused(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that cannot be printed; nearly always there is none, and one look is enough."""
    if not words or _prints(words):
        return
    if len(words) == 1:
        yield words[0]
        return
    half = len(words) // 2
    yield from _refused(words[:half])
    yield from _refused(words[half:])


def _to_blame(word: str) -> tuple[str, ...]:
    odd = tuple(dict.fromkeys(ODD.findall(word)))
    return tuple(character for character in odd if not _prints((f"a{character}b",))) or odd


def _prints(texts: tuple[str, ...]) -> bool:
    """Say whether every text can be printed, by printing it."""
    if any(map(_PRIVATE.search, texts)):
        return False
    if find_spec("typst") is None:
        return True  # in a browser there is nothing to print with, and the site's build will tell
    import typst  # noqa: PLC0415 - as above

    asked = json.dumps({"fonts": families("en"), "texts": texts})
    try:
        typst.compile(
            _PROBE,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"asked": asked},
            pdf_standards=[STANDARD],
        )
    except typst.TypstError:
        return False
    return True
