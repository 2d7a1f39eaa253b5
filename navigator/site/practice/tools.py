"""What a session's page offers: large type, a summary, and what to print."""

from navigator.core.model import Words
from navigator.render.html import Html, el


def tools(words: Words, printing: bool = False) -> Html:
    """Write the row of tools. Large type needs no script; whatever does is hidden until one is there."""
    views = ("summary", *(("handout", "answers") if printing else ()), "print", "cases")
    large = el("input", type="checkbox", class_="nav-large", autocomplete="off")
    return el(
        "div",
        el("label", large, " ", words["scripts.session.large_type"]),
        [
            el("button", words[f"scripts.session.{view}"], type="button", data_view=view, hidden=True)
            for view in views
        ],
        class_="nav-tools-row",
        role="group",
        aria_label=words["scripts.session.label"],
    )
