"""How files leave the page: one as a file, several as a zip, and the whole folder of a service."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.workbench.leaving import head, way


def saved(page: PageBuilder) -> Html:
    """Write the ways to save, which a script names and opens."""
    words = page.words.group("workbench.saved")
    return el(
        "div",
        head(words, "js-changed", "js-told"),
        el(
            "p",
            way(words["this"], "js-save-this", quiet=False, disabled=True),
            way(words["all"], "js-save-all", disabled=True),
            class_="nav-bench-row",
        ),
        el(
            "p",
            el("label", words["service"], for_="bench-service"),
            el("select", id="bench-service", autocomplete="off"),
            class_="nav-bench-field",
        ),
        el("p", way(words["folder"], "js-save-folder", disabled=True), class_="nav-bench-row"),
        el("p", words["again"], class_="nav-hint"),
    )
