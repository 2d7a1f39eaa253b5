"""Every file of the site is what a browser takes it for, whatever a server makes of its name."""

import gzip
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.disk.marker import MARKER
from navigator.site.build.for_hosts import FILES
from tests.hosts import servers
from tests.hosts.asking import Answered, ask

SCRIPT = {"text/javascript", "application/javascript", "application/x-javascript"}
NEEDED = {".html": {"text/html"}, ".css": {"text/css"}, ".js": SCRIPT, ".png": {"image/png"}}
"""The types without which a browser refuses a page, a style, a script or a picture."""
READ_BY_OUR_CODE = {".txt", ".json", ".bin", ".zip", ".wasm", ".whl"}
"""Their type does not matter: our own scripts fetch them and say themselves what they are."""
FOR_OTHERS = {".pdf", ".svg", ".xml", ".gz", ".map"}
"""Nothing on a page needs them: documents to open, one icon of several, and what search engines read."""
PACKED_BY_NAME = (".gz", ".xz", ".br", ".zst", ".z", ".tgz", ".svgz")
"""A server may take such a part of a name, even within it, for how the file is to be unpacked."""


def of_the_site(site: Path) -> Iterator[Path]:
    """Yield the files that pages may need: all but those for hosts and for our own program."""
    yield from (path for path in site.rglob("*") if path.is_file() and path.name not in {*FILES, MARKER})


def samples(site: Path) -> dict[str, list[Path]]:
    """Return files of each kind on the site: the largest and the smallest, below the site's folder."""
    found = defaultdict(list)
    for path in of_the_site(site):
        found[path.suffix].append(path)
    chosen = {}
    for suffix, paths in found.items():
        ordered = sorted(paths, key=lambda path: (path.stat().st_size, path))
        chosen[suffix] = [path.relative_to(site) for path in {ordered[0], ordered[-1]}]
    return chosen


@pytest.fixture(scope="module", params=servers.installed())
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    with servers.serving(request.param, site) as served:
        yield served


def unpacked(answer: Answered) -> bytes:
    """Return what a browser makes of an answer."""
    packed = answer.headers.get("content-encoding")
    assert packed in {None, "gzip"}
    return gzip.decompress(answer.body) if packed else answer.body


@pytest.mark.parametrize("below", ["", servers.SUB_PATH], ids=["at the root", "below a path"])
def test_every_kind_of_file_comes_whole_and_as_what_it_is(address: str, site: Path, below: str) -> None:
    """Each kind comes byte for byte, packed by the answer alone, and of a type that is needed."""
    for suffix, paths in samples(site).items():
        for path in paths:
            answer = ask(f"{address}{below}{path.as_posix()}")
            assert answer.status == 200, path
            assert unpacked(answer) == (site / path).read_bytes(), path
            if suffix in NEEDED:
                assert answer.kind in NEEDED[suffix], path


def test_a_folder_gives_its_page(address: str) -> None:
    """An address that ends in a slash gives the page of the folder, and one without leads there."""
    assert ask(f"{address}privacy/").kind == "text/html"
    led = ask(f"{address}privacy")
    assert led.status in {301, 302, 307, 308}
    assert led.headers["location"].endswith("/privacy/")


def test_the_site_has_no_kind_of_file_that_nobody_has_thought_of(site: Path) -> None:
    """A new kind is added above: to what browsers need, to what our code reads, or to what is for others."""
    assert set(samples(site)) == set(NEEDED) | READ_BY_OUR_CODE | FOR_OTHERS


def test_no_name_is_one_that_hosts_hide_or_unpack(site: Path) -> None:
    """No page needs a file that some hosts leave out for its name, or that sounds like something packed."""
    names = {part for path in of_the_site(site) for part in path.relative_to(site).parts}
    assert [name for name in names if name.startswith(("_", ".", "~"))] == []
    packed = [name for name in names if any(f".{part}" in PACKED_BY_NAME for part in name.split(".")[1:])]
    assert packed == ["sitemap.xml.gz"]  # for search engines, which unpack it themselves
    assert [name for name in names if name != name.lower() or " " in name or not name.isascii()] == []


def test_git_leaves_the_site_alone(site: Path, tmp_path: Path) -> None:
    """Put into git and taken out with the line ends of Windows, each file is as it was."""
    copy, out = tmp_path / "in", tmp_path / "out"
    copy.mkdir()
    for path in [*(site / name for name in FILES), *site.glob("assets/navigator/*/*"), site / "index.html"]:
        (copy / path.relative_to(site)).parent.mkdir(parents=True, exist_ok=True)
        (copy / path.relative_to(site)).write_bytes(path.read_bytes())
    settings = [
        "-c",
        "core.autocrlf=true",
        "-c",
        "core.safecrlf=false",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b",
    ]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "A site"]):
        subprocess.run(["git", *settings, *arguments], cwd=copy, check=True)
    subprocess.run(["git", *settings, "clone", "--quiet", str(copy), str(out)], check=True)
    for path in copy.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            assert (out / path.relative_to(copy)).read_bytes() == path.read_bytes()
