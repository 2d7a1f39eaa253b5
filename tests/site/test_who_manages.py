"""Who manages whom: only what a document says, where it holds, and the way that a matter goes up."""

import re
from html import unescape

import pytest

from navigator.core.model import Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.services import service_page

SILENT = "No document of this service that is held here says more."


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def section(index: LibraryIndex, service: str) -> str:
    text = service_page(index, index.library.service[service]).text
    return text.split("{ #manages }")[1].split("\n## ")[0]


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html))


def test_a_line_of_a_services_document_is_drawn_there_and_nowhere_else(index: LibraryIndex) -> None:
    """The escalation policy says that the social worker has a line manager; Norfolk's says nothing of it."""
    own, other = section(index, "four-stage"), section(index, "norfolk")
    worker, manager = "<strong>Supervising social worker</strong>", "<strong>Line manager</strong>"
    assert own.index(manager) < own.index(worker) < own.index("<strong>Foster carer</strong>")
    assert "Escalation Policy, Stage 2" in words(own)
    assert manager not in other
    assert SILENT not in own
    assert SILENT in other


def test_every_line_has_its_source(index: LibraryIndex) -> None:
    """Whoever stands under somebody else has the place that says so."""
    for service in index.library.services:
        tree = section(index, service.id).split('class="nav-tree"')[1].split("<ol")[0]
        tops = len(re.findall(r"<li><strong>[^<]+</strong><ul>", tree))
        assert tops
        assert tree.count('class="nav-source"') == tree.count("<strong>") - tops


def test_the_way_up_is_that_of_the_policy_and_no_list_of_managers(index: LibraryIndex) -> None:
    """Somerset's goes up in six steps; a home's stages stand beside one another and make no way up."""
    somerset = section(index, "somerset")
    assert "This is no list of managers." in words(somerset)
    up = re.findall(r"<li>([^<]+)</li>", somerset.split("<ol")[1])
    assert up == [
        "Social worker", "Practice supervisor, team manager", "Operations manager", "Head of service",
        "Deputy director", "Director of Children's Services",
    ]  # fmt: skip
    assert "no list of managers" not in words(section(index, "childrens-home"))
