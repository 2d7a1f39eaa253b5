"""What readers will see: the policy's page, the wizard's answers, the ladder of stages, and all messages."""

from typing import Final

from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder

VIEWS: Final = ("page", "answers", "ladder", "messages")
"""What can be looked at, the first of them at once."""


def seen(page: PageBuilder) -> Html:
    """Write the choices of a preview, and the place in which a script shows it."""
    words = page.words.group("workbench.seen")
    return el(
        "div",
        el("p", words["empty"], class_="nav-hint js-seen-empty"),
        el(
            "div",
            _views(page),
            el(
                "div",
                chosen("seen-policy", words["policy"], "js-seen-policy"),
                el(
                    "div",
                    chosen("seen-reader", words["reader"], "js-seen-reader"),
                    chosen("seen-service", words["service"], "js-seen-service"),
                    class_="nav-seen-row js-seen-who",
                    hidden=True,
                ),
                el(
                    "div",
                    chosen("seen-place", words["place"], "js-seen-place"),
                    chosen("seen-phase", words["phase"], "js-seen-phase"),
                    _day(words["today"]),
                    class_="nav-seen-row js-seen-where",
                    hidden=True,
                ),
                class_="nav-seen-choices",
            ),
            el(
                "details",
                el("summary", words["beside"]),
                el("p", words["beside_hint"], class_="nav-hint"),
                el("ul", class_="js-seen-files"),
                class_="nav-seen-beside js-seen-beside",
                hidden=True,
            ),
            el("p", words["older"], class_="nav-note js-seen-older", role="status", hidden=True),
            el("p", class_="nav-seen-told js-seen-told", role="status"),
            el("div", el("div", class_="js-seen-shown"), id="navigator", class_="nav-seen-shown"),
            el(
                "p",
                el("button", words["make"], type="button", class_="nav-button js-seen-make"),
                class_="nav-seen-make",
                hidden=True,
            ),
            class_="js-seen",
            hidden=True,
        ),
    )


def _views(page: PageBuilder) -> Html:
    words = page.words.group("workbench.seen.view")
    buttons = (
        el("button", words[name], type="button", data_view=name, aria_pressed=str(name == VIEWS[0]).lower())
        for name in VIEWS
    )
    return el("div", list(buttons), role="group", aria_label=words["label"], class_="nav-seen-views")


def chosen(identity: str, label: str, name: str, *options: Child) -> Html:
    """Write a list to choose from, with its label."""
    select = el("select", *options, id=identity, class_=name, autocomplete="off")
    return el("p", el("label", label, for_=identity), select, class_="nav-seen-choice")


def _day(label: str) -> Html:
    field = el(
        "input", type="date", id="seen-today", class_="js-seen-today", required=True, autocomplete="off"
    )
    return el("p", el("label", label, for_="seen-today"), field, class_="nav-seen-choice")
