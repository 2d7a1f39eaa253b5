"""What leads to paper and back: a link to the PDF on every page, a code only where the address is known."""

from collections.abc import Iterator

import pytest

from navigator.core.model import Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.pages.policies import policy_pages
from navigator.site.pages.routes import route_pages


def pages(library: Library, site_url: str) -> Iterator[Page]:
    """Yield the pages of routes and policies without their lists."""
    index = LibraryIndex(library, frozenset(), "Site", site_url)
    for draft in (*route_pages(index), *policy_pages(index)):
        if not draft.path.endswith("index.md"):
            yield draft.write()


def test_every_route_and_policy_links_to_its_paper(library: Library) -> None:
    """The PDF, the sheet and its pictures are one press away, on the page they belong to."""
    for page in pages(library, ""):
        stem = page.path.removesuffix(".md")
        assert f'href="../../{stem}.pdf"' in page.text, page.path
        for kind in ("pdf", "svg", "png"):
            assert f'href="../../sheets/{stem}.{kind}"' in page.text, page.path


@pytest.mark.parametrize("site_url", ["https://site.example/path", "https://site.example/path/"])
def test_with_an_address_a_code_leads_back(library: Library, site_url: str) -> None:
    """The code is drawn in the page, and the same address is printed below it."""
    for page in pages(library, site_url):
        assert page.text.count("<figure") == 1, page.path
        assert f">https://site.example/path/{page.address}<" in page.text
        assert "<svg" in page.text


def test_without_an_address_there_is_no_code(library: Library) -> None:
    """Nobody can scan a way to an unknown place."""
    assert not any("<figure" in page.text for page in pages(library, ""))
