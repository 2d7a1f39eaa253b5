"""What opens files of a policy, and lists those of the draft."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

from navigator.load.layout import ALL, ITEMS, LISTS, DataFile
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder

ACCEPTED: Final = ".yaml,.yml,.zip"


def files(page: PageBuilder) -> Html:
    """Write the ways to open something, the files of the draft, and what is kept on the device."""
    return el(
        "div",
        el("div", class_="js-refused nav-errors", role="alert", tabindex="-1", hidden=True),
        el("div", class_="js-unplaced", hidden=True),
        el("div", _of_this_site(page), _of_this_device(page), class_="nav-bench-ways"),
        _yours(page),
        _keeping(page),
        data_kinds=json.dumps(list(kinds()), separators=(",", ":")),
    )


def kinds() -> Iterator[dict[str, Any]]:
    """Yield what a script tells the kinds of files by."""
    for place in ALL:
        keys = [field.name for field in fields(place.cls)]
        yield {"name": place.name, "file": _file(place), "each": place in ITEMS[1:], "keys": keys}


def _file(place: DataFile) -> str:
    return "" if place in ITEMS[1:] else place.file if place in (*LISTS, ITEMS[0]) else place.pattern


def _of_this_site(page: PageBuilder) -> Html:
    words = page.words.group("workbench.files")
    return _way(
        words["site"],
        el("label", words["find"], for_="bench-find"),
        el("input", type="search", id="bench-find", autocomplete="off", aria_describedby="bench-find-hint"),
        el("p", words["wait"], id="bench-find-hint", class_="nav-hint js-found-count", role="status"),
        el("ul", class_="nav-bench-found js-found"),
    )


def _of_this_device(page: PageBuilder) -> Html:
    words = page.words.group("workbench.files")
    return _way(
        words["own"],
        el("p", words["own_hint"], class_="nav-hint"),
        _buttons(words, ("open_files", "open_folder")),
        el("input", type="file", class_="js-input-files", multiple=True, accept=ACCEPTED, hidden=True),
        el("input", type="file", class_="js-input-folder", webkitdirectory=True, hidden=True),
    )


def _yours(page: PageBuilder) -> Html:
    words = page.words.group("workbench.files")
    return el(
        "div",
        el("h3", words["yours"], tabindex="-1", class_="js-yours"),
        el("p", words["yours_empty"], class_="nav-hint js-none"),
        el("ul", class_="nav-bench-list js-list"),
        el(
            "p",
            el("button", words["undo_all"], type="button", class_="nav-button nav-quiet-button js-undo-all"),
            class_="js-some",
            hidden=True,
        ),
        el(
            "dialog",
            el("p", words["undo_all_sure"]),
            _buttons(words, ("undo_all_yes", "undo_all_no")),
            class_="nav-bench-dialog js-sure",
            aria_label=words["undo_all"],
        ),
        class_="nav-bench-yours",
    )


def _keeping(page: PageBuilder) -> Html:
    words = page.words.group("workbench.files")
    tick = el(
        "input", type="checkbox", id="bench-keep", autocomplete="off", aria_describedby="bench-keep-hint"
    )
    return el(
        "div",
        el("p", el("label", tick, el("span", words["keep"]), for_="bench-keep"), class_="nav-bench-tick"),
        el("p", words["keep_hint"], id="bench-keep-hint", class_="nav-hint"),
        el("p", words["keep_not"], class_="nav-note js-keep-not", hidden=True),
        class_="nav-bench-keep",
    )


def _way(heading: str, *parts: Child) -> Html:
    return el("div", el("h3", heading), *parts, class_="nav-bench-way")


def _buttons(words: dict[str, str], names: Iterable[str]) -> Html:
    """Write buttons in a row, of which the first is the likeliest."""
    made = [
        el(
            "button",
            words[name],
            type="button",
            class_=f"nav-button{' nav-quiet-button' if at else ''} js-{name.replace('_', '-')}",
        )
        for at, name in enumerate(names)
    ]
    return el("p", made, class_="nav-bench-row")
