"""The page shown instead of one that is not in the offline copy, while there is no network."""

from typing import Final

from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows

PATH: Final = "offline/index.md"


def offline_page(index: LibraryIndex) -> Page:
    """Write the page, which says what works without a network and leads there."""
    page = PageBuilder(index, PATH, index.library.words["site.offline.title"], "triage")
    words = page.words
    page.add(danger_notice(index.library))
    page.paragraph("site.offline.lede")
    wizard = page.link(index.first.address, words["site.find"])
    tables = page.link("dates/", words["site.dates.title"])
    routes = page.link("routes/", words["site.routes.title"])
    practice = page.link("practice/", words["practice.cases.title"])
    bench = page.link("workbench/", words["workbench.shell.title"])
    links = {"wizard": wizard, "routes": routes, "dates": tables, "learning": practice, "workbench": bench}
    page.add(rows([page.fill(f"site.offline.{name}", link=link) for name, link in links.items()]))
    page.paragraph("site.offline.engine")
    page.paragraph("site.offline.rest")
    return page.page()
