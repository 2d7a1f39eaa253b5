"""What the draft changes for readers."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.workbench.seen import chosen


def changed(page: PageBuilder) -> Html:
    """Write what the draft is compared with, and the place in which a script shows what changes."""
    words = page.words.group("workbench.changed")
    since = (el("option", words[f"since_{name}"], value=name) for name in ("saved", "shipped"))
    return el(
        "div",
        el("p", words["empty"], class_="nav-hint js-changed-empty"),
        el(
            "div",
            chosen("changed-since", words["since"], "js-changed-since", *since),
            el("p", words["older"], class_="nav-note js-changed-older", role="status", hidden=True),
            el("p", class_="nav-hint js-changed-told", role="status"),
            el("div", class_="nav-changed-shown js-changed-shown"),
            class_="js-changed",
            hidden=True,
        ),
    )
