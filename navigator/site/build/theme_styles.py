"""The theme's own styles in one file, in the lowest layer, so that all of ours come after them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from navigator.site.kit.page import ASSETS, Output

NAME: Final = "theme.css"
SHEETS: Final = ("main", "palette")
CHARSET: Final = '@charset "UTF-8";'
"""Stands at the beginning of a file only. Every file of the site is read as UTF-8 without it."""


def theme_styles(folders: Iterable[str]) -> Output:
    """Return the file, made from the style sheets in the theme's folders.

    A page could name the layer by itself, in a style of its own. There are hosts whose policy forbids that.
    """
    texts = [
        path.read_text(encoding="utf-8").removeprefix(CHARSET)
        for sheet in SHEETS
        for folder in folders
        for path in sorted(Path(folder).glob(f"assets/stylesheets/{sheet}.*.css"))
    ]
    return Output(f"{ASSETS}{NAME}", f"@layer theme {{\n{'\n'.join(texts)}\n}}\n")
