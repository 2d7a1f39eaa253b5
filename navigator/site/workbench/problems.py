"""What is wrong in the files, each with the way to its place."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def problems(page: PageBuilder) -> Html:
    """Write what stands there until the files have been checked."""
    words = page.words.group("workbench.problems")
    return el(
        "div",
        el("p", words["empty"], class_="nav-bench-verdict js-verdict", role="status"),
        el("div", class_="js-problems"),
        el(
            "details",
            el("summary", words["findings"], " ", el("span", class_="js-findings-count")),
            el("p", words["findings_hint"], class_="nav-hint"),
            el("div", class_="js-findings"),
            class_="js-some-findings",
            hidden=True,
        ),
    )
