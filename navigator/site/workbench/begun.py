"""How a policy is begun: from the text of a document, without one, or from answers that were saved."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def begun(page: PageBuilder) -> Html:
    """Write the way in; the questions come from the desk, one at a time."""
    words = page.words.group("workbench.begun")
    text = el(
        "textarea",
        id="begun-text",
        rows=8,
        aria_describedby="begun-text-hint",
        autocomplete="off",
        spellcheck="false",
    )
    ways = el(
        "p",
        el("button", words["begin"], class_="nav-button"),
        " ",
        el("button", words["without"], type="button", class_="nav-button nav-quiet-button js-begin-without"),
        class_="nav-begun-ways",
    )
    return el(
        "details",
        el("summary", words["summary"]),
        el(
            "form",
            el("p", words["intro"]),
            el("label", words["text"], for_="begun-text"),
            el("span", words["text_hint"], id="begun-text-hint", class_="nav-hint"),
            text,
            ways,
            el("label", words["resume"], for_="begun-resume"),
            el("span", words["resume_hint"], id="begun-resume-hint", class_="nav-hint"),
            el(
                "input",
                type="file",
                id="begun-resume",
                accept=".yaml,.yml,.txt",
                aria_describedby="begun-resume-hint",
            ),
            class_="js-begin",
        ),
        el("p", class_="nav-begun-told js-begun-told", role="status"),
        el("div", class_="js-begun-asked", hidden=True),
        class_="nav-begun",
    )
