"""The page on which a trainer writes a case of their own: for tomorrow's session, and for the policy's owner.

What is written stays in the open page. It leaves it as a link that holds the case itself, and as a file.
"""

from typing import Final

from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.wizard import RUNTIME, WORKER, Engine, status_words
from navigator.site.practice.session_link import MAKE, SESSION

LONGEST_TITLE: Final = 100
LONGEST_TEXT: Final = 3000
"""The signs of a text: a link with much more is cut by some programs."""
MOST_TURNS: Final = 3
"""So many wrong turns can be written."""


def write_case(index: LibraryIndex, engine: Engine | None) -> Page:
    """Write the page. Without scripts it says that it needs them, and leads to cases that do not."""
    page = PageBuilder(index, "practice/write.md", index.library.words["practice.write.title"], "scenarios")
    words = page.words.group("practice.write")
    page.crumbs(("practice/", page.words["practice.cases.title"]), (MAKE, page.words["practice.make.title"]))
    page.add(
        el("p", words["intro"]),
        el(
            "div",
            el("p", words["without_scripts"]),
            rows([page.link("packs/", page.words["practice.make.packs"])]),
            class_="js-without",
        ),
        el(
            "div",
            rows([words[name] for name in ("kept", "names", "unchecked")]),
            el("p", id="navigator-status", role="status", aria_live="polite"),
            el("div", class_="js-problems js-errors nav-errors", role="alert", tabindex="-1", hidden=True),
            _story(page),
            _answers(page),
            _more(page),
            el("p", el("button", words["make"], type="button", class_="nav-button js-make-case")),
            _made(page),
            _said(page),
            status_words(page.words, engine, failed_write=words["failed"]),
            id="navigator",
            class_="nav-write js-write",
            hidden=True,
            data_worker=f"{page.root}{ASSETS}{WORKER}" if engine else None,
            data_runtime=f"{page.root}{RUNTIME}" if engine else None,
            data_runtime_size=engine.bytes if engine else None,
            data_library=f"{page.root}{ASSETS}library.json",
        ),
    )
    return page.page(words["description"], contents=False, learn=True, script="write", searched=False)


def _story(page: PageBuilder) -> Html:
    words = page.words.group("practice.write")
    return el(
        "section",
        el("h2", words["story_heading"], id="story"),
        _labelled(
            "case-title", words["name"], "input", words["name_hint"], type="text", maxlength=LONGEST_TITLE
        ),
        _labelled(
            "case-story", words["story"], "textarea", words["story_hint"], rows=6, maxlength=LONGEST_TEXT
        ),
        _labelled("case-day", words["day"], "input", words["day_hint"], type="date", required=True),
        aria_labelledby="story",
    )


def _answers(page: PageBuilder) -> Html:
    words = page.words.group("practice.write")
    tick = el("input", type="checkbox", id="case-confirmed", autocomplete="off")
    return el(
        "section",
        el("h2", words["answers_heading"], id="case-answers", tabindex="-1"),
        el("p", words["answers_hint"], class_="nav-hint"),
        el("div", class_="js-wizard"),
        el(
            "div",
            el("label", tick, el("span", words["confirm"]), for_="case-confirmed"),
            class_="nav-confirm js-confirm",
            hidden=True,
        ),
        aria_labelledby="case-answers",
    )


def _more(page: PageBuilder) -> Html:
    """Ask for what a link can do without, and the file cannot."""
    words = page.words.group("practice.write")
    routes = [el("option", route.name, value=route.id) for route in page.library.routes]
    turns = [
        el(
            "fieldset",
            el("legend", page.words("practice.write.turn", number=number)),
            el(
                "p",
                el("label", words["turn_route"], for_=f"turn-{number}"),
                el(
                    "select",
                    el("option", words["turn_none"], value=""),
                    routes,
                    id=f"turn-{number}",
                    autocomplete="off",
                ),
            ),
            _labelled(
                f"turn-{number}-why", words["turn_why"], "textarea", None, rows=2, maxlength=LONGEST_TEXT
            ),
            class_="js-turn",
        )
        for number in range(1, MOST_TURNS + 1)
    ]
    return el(
        "section",
        el("h2", words["more_heading"], id="more"),
        el("p", words["more_hint"], class_="nav-hint"),
        _labelled(
            "case-worked", words["worked"], "textarea", words["worked_hint"], rows=4, maxlength=LONGEST_TEXT
        ),
        turns,
        aria_labelledby="more",
    )


def _labelled(identity: str, label: str, name: str, hint: str | None, **attributes: str | int | bool) -> Html:
    """Write a field with its label and its hint above it."""
    hint_id = f"{identity}-hint"
    return el(
        "p",
        el("label", label, for_=identity),
        el("span", hint, id=hint_id, class_="nav-hint") if hint else None,
        el(
            name,
            id=identity,
            aria_describedby=hint_id if hint else None,
            autocomplete="off",
            **attributes,
        ),
    )


def _made(page: PageBuilder) -> Html:
    """Write what a script shows of a case that is made: its link and its file."""
    words = page.words.group("practice.write")
    length = page.fill("practice.write.length", number=el("span", "0", class_="js-length"))
    file: Child = (
        el("p", words["file_hint"]),
        el(
            "p",
            el("button", words["save_file"], type="button", class_="nav-button js-save-file"),
            " ",
            el("button", words["copy_file"], type="button", class_="nav-button js-copy-file"),
        ),
        el("details", el("summary", words["show_file"]), el("pre", class_="js-yaml", tabindex="0")),
    )
    return el(
        "section",
        el("h2", words["made_heading"], id="made-case", tabindex="-1"),
        el("p", class_="js-told", role="status"),
        el("h3", words["link_heading"]),
        el("p", words["link_hint"]),
        _labelled("case-session", words["add_to"], "input", words["add_to_hint"], type="text"),
        _labelled("case-link", words["link"], "input", None, type="text", readonly=True),
        el("p", length),
        el("p", words["dense"], class_="nav-note js-dense", hidden=True),
        el(
            "p",
            el("button", words["copy_link"], type="button", class_="nav-button js-copy-link"),
            " ",
            page.link(SESSION, words["open"], class_="nav-button js-open-session", target="_blank"),
        ),
        el("h3", words["file_heading"]),
        el("p", words["no_file"], class_="js-no-file"),
        el("div", file, class_="js-file"),
        class_="nav-made-case js-made-case",
        aria_labelledby="made-case",
        hidden=True,
    )


def _said(page: PageBuilder) -> Html:
    """Write the sentences that a script says."""
    texts = page.words.group("practice.write.said").items()
    lines = [el("p", text, data_said=name.replace("_", "-")) for name, text in texts]
    return el("template", lines, class_="js-said")
