"""A button that copies the text before it. A script brings it, as nothing else could do that."""

from navigator.core.model import Words
from navigator.render.html import Html, el


def copy_button(words: Words, label: str) -> Html:
    """Build the button, to stand right behind the text, and the line that says whether it was copied."""
    done = el(
        "p",
        role="status",
        class_="nav-taken",
        data_copied=words["scripts.status.copied"],
        data_by_hand=words["scripts.status.by_hand"],
    )
    return el(
        "div", el("button", label, type="button", class_="nav-button"), done, class_="js-copy", hidden=True
    )
