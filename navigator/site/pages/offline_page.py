"""The page shown in place of one that is not kept, while there is no network."""

from typing import Final

from navigator.render.html import el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows

PATH: Final = "offline/index.md"


def away(catalogue: LibraryIndex) -> Page:
    """Write the page, which says what works without a network and leads there."""
    sheet = PageBuilder(catalogue, PATH, "What works without a network", "triage.yaml")
    sheet.add(danger_notice(catalogue.library))
    sheet.add(
        el(
            "p",
            "You may be offline now. After a first visit, these parts of the site work without a network:",
        )
    )
    sheet.add(
        rows(
            [
                (sheet.link(catalogue.first.address, "Find the right route"), ": every question and answer."),
                (sheet.link("dates/", "Tables of dates"), ": find a deadline without any calculation."),
            ]
        )
    )
    sheet.add(el("p", "Dates are worked out for you offline too, once this device has done so before."))
    sheet.add(el("p", "The other pages need a network."))
    return sheet.page()
