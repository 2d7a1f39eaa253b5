"""The way off a page in a hurry, for somebody who must not be seen reading it."""

from navigator.core.model import Library, Route
from navigator.render.html import Html, el, fill


def exit_control(library: Library, route: Route | None) -> Html | None:
    """Link to a neutral page of another site, where a route calls for it. Scripts make it act at once."""
    if route is None or not route.quick_exit:
        return None
    words = library.words
    keys = el("span", words["quick_exit.keys"], class_="nav-needs-script")
    leave = el(
        "a", words["quick_exit.exit"], href=library.triage.exit_to, rel="nofollow noreferrer", data_exit=True
    )
    return el("p", leave, class_="nav-exit", data_search_exclude=True) + el(
        "p",
        fill(words["quick_exit.note"], keys=keys),
        class_="nav-hint nav-exit-note",
        data_search_exclude=True,
    )
