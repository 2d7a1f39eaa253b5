"""The way off a page in a hurry, for somebody who must not be seen reading it."""

from navigator.core.model import Library, Route
from navigator.render.html import Html, el


def exit_control(library: Library, route: Route | None) -> Html | None:
    """Link to a page that tells nothing, where a route calls for it. Scripts make it act at once."""
    if route is None or not route.quick_exit:
        return None
    return el(
        "p",
        el("a", "Exit this page", href=library.triage.exit_to, rel="nofollow noreferrer", data_exit=True),
        class_="nav-exit",
        data_search_exclude=True,
    ) + el(
        "p",
        "Your browser's history keeps this page. ",
        el("span", "Pressing Shift three times exits too.", class_="nav-needs-script"),
        class_="nav-hint nav-exit-note",
        data_search_exclude=True,
    )
