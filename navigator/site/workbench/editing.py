"""The editor: one file as a form and as YAML, which are two views of one text."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def editing(page: PageBuilder) -> Html:
    """Write what a script fills: the bar above the views, and both views."""
    words = page.words.group("workbench.editing")
    return el(
        "div",
        el("p", words["empty"], class_="nav-hint js-none"),
        el(
            "div",
            _bar(words),
            el("p", class_="nav-note js-why", role="status", hidden=True),
            el("p", class_="nav-said-now js-said-now", role="status"),
            el("div", class_="nav-edit-form js-form", id="workbench-form"),
            el(
                "div",
                el("p", words["code_hint"], class_="nav-hint"),
                el("div", class_="nav-code-host js-code"),
                class_="js-code-view",
                hidden=True,
            ),
            class_="js-editor",
            hidden=True,
        ),
    )


def _bar(words: dict[str, str]) -> Html:
    """Write the choice of the view, what takes an edit back, and how much is to be mended."""
    return el(
        "div",
        el(
            "div",
            _button(words["as_form"], "js-as-form nav-quiet-button", aria_pressed="true"),
            _button(words["as_text"], "js-as-text nav-quiet-button", aria_pressed="false"),
            class_="nav-edit-views",
            role="group",
            aria_label=words["views"],
        ),
        el(
            "div",
            _button(words["undo"], "js-undo nav-quiet-button", disabled=True),
            _button(words["redo"], "js-redo nav-quiet-button", disabled=True),
            _button(words["search"], "js-search nav-quiet-button", hidden=True),
        ),
        el(
            "div",
            el("span", class_="nav-edit-count js-count", role="status"),
            " ",
            _button(words["next"], "js-next nav-quiet-button", hidden=True),
        ),
        class_="nav-edit-bar",
    )


def _button(text: str, classes: str, **attributes: str | bool) -> Html:
    return el("button", text, type="button", class_=f"nav-button {classes}", **attributes)
