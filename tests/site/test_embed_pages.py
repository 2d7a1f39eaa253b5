"""Pages made for other sites: the line of HTML, who is listed, and what they lead to."""

import re
from html import unescape
from pathlib import Path

import pytest
from mkdocs.config.base import ValidationError

from navigator.site.build.csp import with_policy
from navigator.site.build.origin import Origin
from navigator.site.kit.frame_builder import FRAMES
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.embed import embed_pages, how_to
from tests.shipped import library
from tests.site.built import Site
from tests.site.conftest import small_project
from tests.site.served import Serving

COUNCIL = "https://www.council.example"
LIBRARY = library()
WRONG = (
    "https://www.council.example/",
    "www.council.example",
    "https://*.council.example",
    "HTTPS://A.example",
)


@pytest.mark.parametrize("right", [COUNCIL, "http://intranet", "https://a.example:8443"])
def test_an_origin_is_taken_as_it_is(right: str) -> None:
    """A site is named by its origin, an intranet by its name or port too."""
    assert Origin().run_validation(right) == right


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_origin_is_refused(wrong: str) -> None:
    """A path, a star or capitals would never fit what a browser says, so the build says what to write."""
    with pytest.raises(ValidationError, match=r"https://www\.example\.org"):
        Origin().run_validation(wrong)


def test_each_route_and_each_policy_can_be_shown(site: Site) -> None:
    """There is a page for the box, each route and each policy, and a line of HTML for each of them."""
    made = {draft.path.removesuffix(".md") + "/" for draft in embed_pages(LibraryIndex(LIBRARY))} - {
        "embed/index/"
    }
    wanted = {f"{FRAMES}ask/", *(f"{FRAMES}routes/{each.id}/" for each in LIBRARY.routes)}
    assert made == wanted | {f"{FRAMES}policies/{each.id}/" for each in LIBRARY.policies}
    text = unescape(re.sub("</?span[^>]*>", "", (site.folder / FRAMES / "index.html").read_text("utf-8")))
    lines = re.findall(
        r'<code><iframe src="https://www\.example\.org/fostering/([^"]*)" title="[^"]+" ', text
    )
    assert sorted(lines) == sorted(made)


def test_a_page_for_others_has_nothing_that_stores_or_asks(site: Site) -> None:
    """It loads its own styles and scripts only, and its links open in the place of the page around."""
    for address in (f"{FRAMES}ask/", f"{FRAMES}routes/complaint/", f"{FRAMES}policies/norfolk-complaint/"):
        text = (site.folder / address / "index.html").read_text("utf-8")
        names = {each.rpartition("/")[2] for each in site.page(address).fetched}
        assert names - {"own-words.js", "own-words.json", ""} == {"framed.css", "framed.js"}
        assert '<base target="_top">' in text
        assert not re.search(r"localStorage|manifest\.json|sw\.js|<nav|href=\"#", text)
        assert '"noindex"' in text


def test_who_is_listed_stands_where_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting reaches the page that is shown, the page for owners and the header that it tells of."""
    folder = small_project(tmp_path / "project")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "runtime: false", f"runtime: false, embedded_by: ['{COUNCIL}']"
    )
    settings.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    serving = Serving(tmp_path / "served")
    assert f'data-embedded-by="{COUNCIL}"' in serving.page("/embed/ask/")
    how = serving.page("/embed/")
    assert f"Listed: {COUNCIL}." in how
    assert f"frame-ancestors 'self' {COUNCIL}</code>" in unescape(how)
    assert "frame-src 'self'" in how
    assert "frame-src" not in serving.page("/")


def test_the_address_of_the_site_stands_in_the_line() -> None:
    """Where the settings say where the site will be, nothing has to be put into the line."""
    page = how_to(LibraryIndex(LIBRARY, site_url="https://fostering.example/"))
    assert 'src="https://fostering.example/embed/ask/"' in unescape(re.sub("</?span[^>]*>", "", page.text))
    assert "www.example.org" not in page.text


def test_only_the_page_with_the_sample_shows_a_page_within_it() -> None:
    """Its policy allows a page of this site within it; no other page's does."""
    assert "frame-src 'self'" in with_policy('<meta charset="utf-8">', framing=True)
    assert "frame-src" not in with_policy('<meta charset="utf-8">')
