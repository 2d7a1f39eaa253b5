"""The settings on the page for hosts, as real servers run them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hosts import servers
from tests.hosts.asking import ask
from tests.shipped import PROJECT

PAGE = (PROJECT / "docs" / "site" / "hosting.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = dict(BLOCK.findall(PAGE))
POLICY = BLOCKS.pop("header").strip()
SETTINGS = BLOCKS
WRITTEN_FOR = {"nginx": "nginx", "apache": "apache2", "caddyfile": "caddy", "lighttpd": "lighttpd"}
SAID = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "frame-ancestors 'none'",
}
FOR_EVER = "public, max-age=31536000, immutable"
# lighttpd counts twelve months of thirty days.
KEPT_FOR_EVER = {FOR_EVER, "max-age=31104000"}
PACKS = ("nginx", "apache2", "caddy")


@dataclass(frozen=True)
class SetUp:
    """A server with the settings of the page."""

    name: str
    address: str
    site: Path


@pytest.fixture(scope="module", params=[each for each in WRITTEN_FOR.values() if each in servers.installed()])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[SetUp]:
    (written,) = (key for key, name in WRITTEN_FOR.items() if name == request.param)
    with servers.serving(request.param, site, SETTINGS[written]) as address:
        yield SetUp(request.param, address, site)


def some(site: Path, pattern: str) -> str:
    """Return the address of a file on the site, below its root."""
    return next(iter(sorted(site.glob(pattern)))).relative_to(site).as_posix()


def test_there_are_settings_for_each_server() -> None:
    """The page has a block for each server, and no block that no test runs."""
    assert set(SETTINGS) == set(WRITTEN_FOR)


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("index.html", {"no-cache"}),
        ("sw.js", {"no-cache"}),
        ("release.txt", {"no-cache"}),
        ("manifest.json", {"no-cache"}),
        ("search/names.json", {"no-cache"}),
        ("assets/images/favicon.png", {"no-cache"}),
        ("assets/navigator/*/site.js", KEPT_FOR_EVER),
        ("assets/runtime/*/pyodide.asm.js", KEPT_FOR_EVER),
        ("assets/offline/*.bin", KEPT_FOR_EVER),
    ],
)
@pytest.mark.parametrize("below", ["", servers.SUB_PATH], ids=["at the root", "below a path"])
def test_files_are_kept_as_long_as_they_hold(host: SetUp, pattern: str, kept: set[str], below: str) -> None:
    """What has an address for each content is kept for ever, and all else is asked for each time."""
    answer = ask(f"{host.address}{below}{some(host.site, pattern)}")
    assert answer.status == 200
    assert {name: answer.headers.get(name) for name in SAID} == SAID
    assert answer.headers["cache-control"] in kept


def test_a_page_is_asked_for_by_its_folder(host: SetUp) -> None:
    """A folder's page has the same headers, and comes packed where the server can do that."""
    answer = ask(f"{host.address}privacy/")
    assert {name: answer.headers.get(name) for name in SAID} == SAID
    assert answer.headers["cache-control"] == "no-cache"
    assert (answer.headers.get("content-encoding") == "gzip") == (host.name in PACKS)


def test_pages_for_frames_may_be_framed(host: SetUp) -> None:
    """Of pages made for frames a server says that this site may show them, where the owner can add others."""
    framed = SAID | {"content-security-policy": "frame-ancestors 'self'"}
    for address in ("embed/ask/", f"{servers.SUB_PATH}embed/routes/complaint/", "embed/embed.js"):
        answer = ask(host.address + address)
        assert answer.status == 200
        assert {name: answer.headers.get(name) for name in SAID} == framed
        assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("pattern", ["assets/navigator/*/site.css", "assets/runtime/*/pyodide.asm.js"])
def test_what_can_be_packed_is_packed(host: SetUp, pattern: str) -> None:
    """Styles and scripts come in less than half of their size where the server can pack."""
    path = some(host.site, pattern)
    came = len(ask(host.address + path).body)
    whole = (host.site / path).stat().st_size
    assert came < whole / 2 if host.name in PACKS else came == whole


@pytest.mark.parametrize("path", ["no/such/page/", "assets/navigator/0/site.js"])
def test_a_missing_address_is_told_by_the_site(host: SetUp, path: str) -> None:
    """The page for missing addresses comes with the status that says so, and is not kept for ever."""
    answer = ask(host.address + path, **{"Accept-Encoding": "identity"})
    assert answer.status == 404
    assert answer.body == (host.site / "404.html").read_bytes()
    assert answer.headers.get("cache-control") not in KEPT_FOR_EVER


def test_the_page_names_folders_of_every_release(site: Path) -> None:
    """The page names the folders that are kept for ever as they are called in every release."""
    page = (site / "hosting" / "index.html").read_text(encoding="utf-8")
    for folder in ("navigator", "runtime", "offline"):
        assert f"<code>assets/{folder}</code>" in page
