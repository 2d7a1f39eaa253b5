"""What a session's page offers beside its cases: large type, a summary, and what to print."""

from navigator.render.html import Html, el


def tools(*more: Html, printing: bool = False) -> Html:
    """Write the row of tools. Large type needs no script; whatever does is hidden until one is there."""
    return el(
        "div",
        el("label", el("input", type="checkbox", class_="nav-large", autocomplete="off"), " Large type"),
        button("summary", "Summary of this session"),
        [button("handout", "Handout to print"), button("answers", "Answer sheet to print")]
        if printing
        else None,
        button("print", "Print"),
        button("cases", "Back to the cases"),
        *more,
        class_="nav-tools-row",
        role="group",
        aria_label="Tools for this session",
    )


def button(view: str, words: str) -> Html:
    """Write a button that only works with scripts."""
    return el("button", words, type="button", data_view=view, hidden=True)
