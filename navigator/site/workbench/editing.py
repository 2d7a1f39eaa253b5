"""The editor: one file as a form and as YAML, which are two views of one text."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def editing(page: PageBuilder) -> Html:
    """Write what a script fills: the way to an empty policy, the bar above the views, and both views."""
    words = page.words.group("workbench.editing")
    return el(
        "div",
        _begin(words),
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


def _begin(words: dict[str, str]) -> Html:
    return el(
        "details",
        el("summary", words["begin"]),
        el("p", words["begin_hint"], class_="nav-hint"),
        _field("begin-whose", words["begin_whose"], "select", class_="js-whose"),
        el(
            "div",
            _field("begin-service", words["begin_service"], "input", class_="js-service", type="text"),
            class_="js-service-field",
        ),
        _field("begin-title", words["begin_title"], "input", class_="js-title", type="text"),
        el("p", class_="nav-field-wrong js-begin-wrong", role="alert"),
        el("p", _button(words["begin_make"], "js-make-policy")),
        class_="nav-edit-begin js-begin",
    )


def _field(identity: str, label: str, name: str, **attributes: str) -> Html:
    return el(
        "div",
        el("label", label, for_=identity),
        el(name, id=identity, autocomplete="off", **attributes),
        class_="nav-field",
    )


def _button(text: str, classes: str, **attributes: str | bool) -> Html:
    return el("button", text, type="button", class_=f"nav-button {classes}", **attributes)
