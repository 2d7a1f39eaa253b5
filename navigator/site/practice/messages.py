"""What may have to be said of a session's link: a case is gone, or has changed, or did not come."""

from navigator.render.html import Html, el, fill
from navigator.site.kit.page_builder import PageBuilder


def messages(page: PageBuilder, *kinds: str) -> Html:
    """Write the messages, or some kinds of them; scripts show what is true and put in the names."""
    parts = {
        "choose": page.link("practice/make/", page.words["practice.session.choose"]),
        "names": el("span", class_="js-names", data_separator=page.words["list.separator"]),
    }
    texts = page.words.group("scripts.link")
    return el(
        "div",
        [
            el("p", fill(texts[kind], **parts), class_="nav-warning", data_message=kind, hidden=True)
            for kind in kinds or texts
        ],
        class_="nav-messages",
        role="status",
    )
