"""Cases that are run against the draft, and a new case made of what the preview shows."""

from typing import Final

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder

LONGEST_TITLE: Final = 100
LONGEST_TEXT: Final = 3000
"""The signs of a text of a case."""


def tried(page: PageBuilder) -> Html:
    """Write the place for the cases, and the form of a new one."""
    words = page.words.group("workbench.tried")
    every = el("input", type="checkbox", class_="js-tried-all", id="tried-all", autocomplete="off")
    return el(
        "div",
        el("p", words["empty"], class_="nav-hint js-tried-empty"),
        el(
            "div",
            _made(page),
            el("p", words["older"], class_="nav-note js-tried-older", role="status", hidden=True),
            el("p", class_="nav-tried-told js-tried-told", role="status"),
            el("p", el("label", every, el("span", words["all"]), for_="tried-all"), class_="nav-tried-all"),
            el("div", class_="js-tried-cases"),
            class_="js-tried",
            hidden=True,
        ),
    )


def _made(page: PageBuilder) -> Html:
    """Write the form of a new case: the parts of its result come from the desk."""
    words = page.words.group("workbench.tried.made")
    routes = [el("option", route.name, value=route.id) for route in page.library.routes]
    return el(
        "section",
        el("h3", words["heading"], id="made-heading", tabindex="-1"),
        el("p", words["intro"], class_="nav-hint"),
        el("div", class_="js-made-errors js-errors nav-errors", role="alert", tabindex="-1", hidden=True),
        el("div", class_="js-made-parts"),
        _field(
            "made-title", words["title"], words["title_hint"], "input", type="text", maxlength=LONGEST_TITLE
        ),
        _field("made-story", words["story"], words["story_hint"], "textarea", rows=4, maxlength=LONGEST_TEXT),
        _field(
            "made-worked", words["worked"], words["worked_hint"], "textarea", rows=4, maxlength=LONGEST_TEXT
        ),
        el(
            "p",
            el("label", words["route"], for_="made-route"),
            el("span", words["route_hint"], id="made-route-hint", class_="nav-hint"),
            el(
                "select",
                el("option", words["no_route"], value=""),
                routes,
                id="made-route",
                aria_describedby="made-route-hint",
                autocomplete="off",
            ),
        ),
        _field("made-why", words["why"], words["why_hint"], "textarea", rows=2, maxlength=LONGEST_TEXT),
        el(
            "p",
            el("button", words["put"], type="button", class_="nav-button js-made-put"),
            " ",
            el("button", words["leave"], type="button", class_="nav-button nav-quiet-button js-made-leave"),
        ),
        class_="nav-made js-made",
        aria_labelledby="made-heading",
        hidden=True,
    )


def _field(identity: str, label: str, hint: str, name: str, **attributes: str | int) -> Html:
    hint_id = f"{identity}-hint"
    field = el(name, id=identity, aria_describedby=hint_id, autocomplete="off", **attributes)
    return el("p", el("label", label, for_=identity), el("span", hint, id=hint_id, class_="nav-hint"), field)
