"""What somebody sees who is changing the policies while something in them is wrong."""

from collections.abc import Iterable, Iterator

from navigator.core.model import Words
from navigator.load.problem import Problem
from navigator.render.components import bullets
from navigator.render.html import el
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import plain


def error_pages(words: Words, problems: Iterable[Problem], paths: Iterable[str]) -> Iterator[Page]:
    """Yield a page with all problems for every path, so that no page shows what is no longer there."""
    title = words["site.refused.title"]
    told = bullets(el("code", str(problem)) for problem in problems)
    text = f"# {plain(title)}\n\n<div>{told}{el('p', words['site.refused.after'])}</div>\n"
    for path in {"index.md": None, **dict.fromkeys(paths)}:
        yield Page(path, title, text, "", contents=False)
