"""How a policy is begun with nothing: an empty one, which the form fills."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def anew(page: PageBuilder) -> Html:
    """Write what is asked before the form takes over: whose policy it is, and what it is called."""
    words = page.words.group("workbench.anew")
    return el(
        "details",
        el("summary", words["summary"]),
        el("p", words["hint"], class_="nav-hint"),
        _field("begin-whose", words["whose"], "select", class_="js-whose"),
        el(
            "div",
            _field("begin-service", words["service"], "input", class_="js-service", type="text"),
            class_="js-service-field",
        ),
        _field("begin-title", words["called"], "input", class_="js-title", type="text"),
        el("p", class_="nav-field-wrong js-begin-wrong", role="alert"),
        el("p", el("button", words["make"], type="button", class_="nav-button js-make-policy")),
        class_="nav-edit-begin js-begin",
    )


def _field(identity: str, label: str, name: str, **attributes: str) -> Html:
    return el(
        "div",
        el("label", label, for_=identity),
        el(name, id=identity, autocomplete="off", **attributes),
        class_="nav-field",
    )
