"""The box for somebody's own words: a script matches them on the device. Without scripts it is not shown."""

from typing import Final

from navigator.render.components import way_to_reach
from navigator.render.html import Html, el, fill
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS

MODEL: Final = "own-words.json"
"""What the words are matched with, among the scripts."""
MOST: Final = 3
"""No more places than this are shown."""


def box(index: LibraryIndex, root: str, onward: str) -> Html | None:
    """Build the box of a page, from which `root` leads to the site's root; None where there are no phrases.

    `onward` is where somebody goes who finds none of the places right.
    """
    if not index.library.own_words:
        return None
    words = index.library.words
    said = {f"found-{number}": words.count("site.own_words.found", number) for number in range(1, MOST + 1)}
    said |= {name: words[f"site.own_words.{name}"] for name in ("because", "nothing", "failed")}
    template = el(
        "template",
        [el("p", text.replace("{words}", "{}"), data_word=name) for name, text in said.items()],
        danger_line(index),
        el("p", el("a", words["site.own_words.none_of_these"], href=onward), class_="nav-own-onward"),
    )
    return el(
        "section",
        el("label", words["site.own_words.label"], for_="own-words", class_="nav-own-label"),
        el("p", words["site.own_words.hint"], id="own-words-hint", class_="nav-hint"),
        el("textarea", id="own-words", rows="3", aria_describedby="own-words-hint", autocomplete="off"),
        el("div", role="status", class_="js-own-status"),
        el("div", class_="js-own-places"),
        template,
        id="own-words-box",
        class_="nav-own",
        hidden=True,
        data_root=root,
        data_model=f"{root}{ASSETS}{MODEL}",
    )


def danger_line(index: LibraryIndex) -> Html:
    """Build the line that stands first where words point to danger."""
    library = index.library
    phone = library.contact[library.triage.danger.contact].phone or ""
    said = fill(library.words["site.own_words.danger"], phone=way_to_reach("phone", phone))
    return el("p", said, class_="nav-own-danger")
