"""What somebody sees who is changing the policies while something in them is wrong."""

from collections.abc import Iterable, Iterator

from navigator.load.problem import Problem
from navigator.render.components import bullets
from navigator.render.html import el
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import plain

TITLE = "The policies have errors"


def refusals(problems: Iterable[Problem], paths: Iterable[str]) -> Iterator[Page]:
    """Yield a page with all problems for every path, so that no page shows what is no longer there."""
    told = bullets(el("code", str(problem)) for problem in problems)
    after = "This page is built again as soon as a file is saved."
    text = f"# {plain(TITLE)}\n\n<div>{told}{el('p', after)}</div>\n"
    for path in {"index.md": None, **dict.fromkeys(paths)}:
        yield Page(path, TITLE, text, "", contents=False)
