"""What is wrong in the files, each with the way to its place."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def problems(page: PageBuilder) -> Html:
    """Write what stands there until the files have been checked."""
    return el(
        "div",
        el("p", page.words["workbench.problems.empty"], class_="nav-bench-verdict js-verdict", role="status"),
        el("div", class_="js-problems"),
        _findings(page, "findings", unfolded=True),
        _findings(page, "elsewhere", unfolded=False),
    )


def _findings(page: PageBuilder, name: str, unfolded: bool) -> Html:
    """Write the place for findings: of the files that somebody works on, or of all others."""
    words = page.words.group("workbench.problems")
    return el(
        "details",
        el("summary", words[name], " ", el("span", class_=f"js-{name}-count")),
        el("p", words[f"{name}_hint"], class_="nav-hint"),
        el("div", class_=f"js-{name}"),
        class_=f"js-some-{name}",
        open=unfolded,
        hidden=True,
    )
