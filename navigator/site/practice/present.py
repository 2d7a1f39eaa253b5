"""The page that shows a session to a room: one step at a time, and notes for the trainer in a second window.

The cases are fetched from their own pages, as the link of the session names them.
"""

from typing import Final

from navigator.core.model import Pack, Words
from navigator.render.html import Html, el, fill
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.messages import messages
from navigator.site.practice.packs import cases_of, hash_of
from navigator.site.practice.session_link import PRESENT, case_links, signs

ALL_ADDRESSES: Final = "--host 0.0.0.0"
"""The option of `navigator serve` by which other devices reach the site."""
MINUTES: Final = (1, 2, 3, 5)
"""The lengths that the timer can be set to."""


def present(index: LibraryIndex) -> Page:
    """Write the page: what a script shows a session with, and what is read where there is none."""
    words, packs = index.library.words, index.library.packs
    page = PageBuilder(index, "practice/present.md", words["present.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    said = {f"data_{name}": text for name, text in words.group("present.says").items()}
    parts = (_screens(words), _trainers_window(page), _controls(words))
    stage = el(
        "section", parts, class_="nav-stage js-stage", tabindex="-1", aria_label=words["present.stage"]
    )
    page.add(messages(page), el("div", stage, class_="nav-present js-present", hidden=True, **said))
    to_present = [page.link(f"{PRESENT}{hash_of(index, pack)}", pack.title) for pack in packs]
    to_read = [page.link(f"packs/{pack.id}/", pack.title) for pack in packs]
    page.add(
        el("div", el("p", words["present.choose"]), rows(to_present), class_="js-choose", hidden=True),
        el(
            "div",
            el("p", words["present.needs_scripts"]),
            el("p", words["present.without_scripts"]),
            rows(to_read),
            el("h2", words["practice.cases.all"]),
            rows(case_links(page)),
            class_="js-without",
        ),
    )
    return page.page(words["present.description"], contents=False, present=True, searched=False)


def _screens(words: Words) -> Html:
    """Write what the room sees: how to join, a step of a case, and the end."""
    case = (
        el("p", class_="nav-where js-where"),
        el("h2", class_="js-case-title"),
        el("div", el("div", class_="js-first"), el("div", class_="js-second"), class_="nav-step"),
    )
    return el(
        "div",
        _screen("join", el("h2", class_="js-title"), _joining(words)),
        _screen("case", case),
        _screen("end", el("h2", words["present.end.title"]), _collecting(words)),
        class_="nav-scene js-scene",
        hidden=True,
    )


def _screen(kind: str, *parts: Html | tuple[Html, ...]) -> Html:
    return el("div", parts, data_kind=kind, hidden=True)


def _joining(words: Words) -> Html:
    texts = words.group("present.join")
    short = el("p", texts["short"], " ", el("span", translate="no"), class_="js-short", hidden=True)
    return el(
        "div",
        _code(texts["code"]),
        el(
            "div",
            el("p", texts["scan"], class_="nav-lead"),
            short,
            el("p", texts["open"], " ", _address()),
            el("p", class_="js-length"),
            el(
                "p",
                fill(texts["of_this_device"], option=el("code", ALL_ADDRESSES)),
                class_="nav-warning js-of-this-device",
                hidden=True,
            ),
        ),
        class_="nav-step",
    )


def _collecting(words: Words) -> Html:
    texts = words.group("present.end")
    said = (el("p", texts["learners"], class_="nav-lead"), el("p", texts["trainer"], " ", _address()))
    return el("div", _code(texts["code"]), el("div", said), class_="nav-step")


def _code(label: str) -> Html:
    """Leave room for a code to scan, which is named by what it leads to."""
    return el("figure", class_="nav-qr js-qr", data_label=label)


def _address() -> Html:
    return el("a", href="", class_="js-address", translate="no")


def _trainers_window(page: PageBuilder) -> Html:
    """Write the window of the trainer: where the session is, the answer, what is next, and notes."""
    texts = page.words.group("present.notes")
    notes = [_notes(page, pack) for pack in page.library.packs]
    return el(
        "div",
        el("h2", texts["now"]),
        el("p", class_="nav-lead js-now"),
        el("div", el("h2", texts["answer"]), el("div", class_="js-answers"), class_="js-answer-part"),
        el("div", el("h2", texts["hands"]), el("ol", class_="js-count-list"), class_="js-count-part"),
        el("h2", texts["next"]),
        el("p", class_="js-after"),
        notes,
        class_="nav-notes js-notes",
        hidden=True,
    )


def _notes(page: PageBuilder, pack: Pack) -> Html:
    """Write the notes of a pack, which scripts know by its cases."""
    lines = [el("p", line) for line in (pack.notes or "").splitlines() if line]
    return el(
        "div",
        el("h2", page.words["present.notes.pack"]),
        lines,
        el("p", page.link(f"packs/{pack.id}/", pack.title)),
        data_signs=signs(cases_of(page.index, pack)),
        hidden=True,
    )


def _controls(words: Words) -> Html:
    """Write the buttons, the timer, what is read aloud of a step, and the list of cases."""
    texts = words.group("present.controls")
    lengths = [
        el("option", words.count("practice.pack.minutes", minutes), value=minutes) for minutes in MINUTES
    ]
    timer = (
        el("span", class_="nav-clock js-clock", role="timer"),
        el("select", lengths, class_="js-minutes", aria_label=texts["minutes"], autocomplete="off"),
        _button(words["present.says.start"], "js-toggle"),
        _button(texts["reset"], "js-reset"),
    )
    jump = el(
        "dialog",
        el("h2", texts["cases"]),
        el("ol", class_="js-jump-list"),
        _button(texts["close"], "js-jump-close"),
        class_="nav-jump js-jump",
        aria_label=texts["cases"],
    )
    return el(
        "div",
        el("p", class_="nav-hidden js-told", role="status"),
        _group(texts["steps"], _button(texts["back"], "js-back"), _button(words["present.says.on"], "js-on")),
        _group(texts["timer"], *timer),
        _group(
            texts["more"],
            _button(texts["counting"], "js-counting", aria_pressed="false"),
            _button(texts["clear"], "js-clear", hidden=True),
            _button(texts["cases"], "js-jump-open"),
            _button(texts["notes"], "js-open-notes"),
            _button(words["present.says.full"], "js-full", hidden=True),
        ),
        jump,
        class_="nav-controls",
    )


def _group(label: str, *parts: Html) -> Html:
    return el("div", parts, role="group", aria_label=label)


def _button(text: str, class_: str, **attributes: str | bool) -> Html:
    return el("button", text, type="button", class_=class_, **attributes)
