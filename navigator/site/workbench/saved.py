"""How files leave the page: one as a file, several as a zip, and the whole folder of a service."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def saved(page: PageBuilder) -> Html:
    """Write the ways to save, which a script names and opens."""
    words = page.words.group("workbench.saved")
    button = "nav-button nav-quiet-button"
    return el(
        "div",
        el("h3", words["title"]),
        el("p", words["empty"], class_="nav-hint js-changed"),
        el("p", class_="js-told nav-bench-told", role="status"),
        el(
            "p",
            el("button", words["this"], type="button", class_="nav-button js-save-this", disabled=True),
            el("button", words["all"], type="button", class_=f"{button} js-save-all", disabled=True),
            class_="nav-bench-row",
        ),
        el(
            "p",
            el("label", words["service"], for_="bench-service"),
            el("select", id="bench-service", autocomplete="off"),
            class_="nav-bench-field",
        ),
        el(
            "p",
            el("button", words["folder"], type="button", class_=f"{button} js-save-folder", disabled=True),
            class_="nav-bench-row",
        ),
        el("p", words["again"], class_="nav-hint"),
    )
