"""What a session's page offers: large type, and how it went."""

from navigator.core.model import Words
from navigator.render.html import Html, el


def tools(words: Words) -> Html:
    """Write the row of tools. Large type needs no script; whatever does is hidden until one is there."""
    large = el("input", type="checkbox", class_="nav-large", autocomplete="off")
    return el(
        "div",
        el("label", large, " ", words["scripts.session.large_type"]),
        [_view(words, name) for name in ("summary", "print", "cases")],
        class_="nav-tools-row",
        role="group",
        aria_label=words["scripts.session.label"],
    )


def finish(words: Words) -> Html:
    """Write the button below the last case."""
    return el("p", _view(words, "summary", "finish"), class_="nav-tools-row")


def _view(words: Words, name: str, key: str = "") -> Html:
    says = words[f"scripts.session.{key or name}"]
    return el("button", says, type="button", data_view=name, hidden=True)
