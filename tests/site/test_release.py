"""A release: its name, its folders, what a browser keeps of it, and its signs."""

import gzip
import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from navigator.site.build.offline import WORKER, needed, write_offline
from navigator.site.build.release import Release
from navigator.site.build.web_manifest import app
from navigator.site.kit.page import ASSETS, Output

SCRIPT = "addEventListener('fetch', answer);"
PAGE = '<meta charset="utf-8"><script src="../../assets/navigator/a.js"></script>\n<p>One</p>\n'


def release(script: str) -> Release:
    return Release([Output(f"{ASSETS}a.js", script), Output("index.md", "any")], None)


def test_a_release_is_named_by_its_scripts() -> None:
    """The name changes with a script, and with nothing outside the folder of scripts."""
    assert release("1").name == release("1").name
    assert release("1").name != release("2").name
    other = Release([Output(f"{ASSETS}a.js", "1"), Output("index.md", "another")], None)
    assert other.name == release("1").name


def test_files_and_pages_move_together() -> None:
    """A script lies where the pages of its release look for it, and each page carries the name."""
    found = release("1")
    placed = found.placed(Output(f"{ASSETS}a.js", "1"))
    html = found.page(PAGE)
    assert placed.path in html
    assert f'<meta name="navigator-release" content="{found.name}">' in html
    assert found.placed(Output("index.md", "any")).path == "index.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": "<link href='x'>Home<a href=\"plan.png\">The plan</a>",
        "plan.png": "opened from a page, and no part of it",
        "404.html": "Gone",
        "find/one/index.html": PAGE.replace("assets/navigator/", "assets/navigator/1/"),
        "find/two/index.html": '<div data-worker="../../assets/navigator/1/c.js"></div>'
        + PAGE.replace("One", "Two").replace("assets/navigator/", "assets/navigator/1/"),
        "assets/navigator/1/a.js": 'import { b } from "./room/b.js";',
        "assets/navigator/1/room/b.js": "export const b = 1;",
        "assets/navigator/1/c.js": "",
        "assets/navigator/1/not-used.js": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def told(site: Path) -> dict[str, Any]:
    first = (site / WORKER).read_text(encoding="utf-8").splitlines()[0]
    found: dict[str, Any] = json.loads(first.removeprefix("const RELEASE = ").removesuffix(";"))
    return found


def pages_of(site: Path, part: Mapping[str, Any]) -> dict[str, str]:
    """Return the pages that are kept together, from the one file that they travel in."""
    packed = json.loads(gzip.decompress((site / part["pages"]["path"]).read_bytes()))
    return {path: "".join(packed["parts"][each] for each in parts) for path, parts in packed["pages"].items()}


def test_scripts_that_scripts_load_are_kept(site: Path) -> None:
    """What a page's scripts import, and the worker it names, are kept; what nobody loads is not."""
    pages = sorted(site.rglob("index.html"))
    names = [path.name for path in needed(site, pages)]
    assert names == ["a.js", "c.js", "b.js"]


def test_pages_are_kept_letter_for_letter(site: Path) -> None:
    """The one file that all pages travel in gives each of them back."""
    write_offline(site, "1", SCRIPT)
    pages = pages_of(site, told(site))
    for path, text in pages.items():
        file = site / path / "index.html" if not path.endswith(".html") else site / path
        assert file.read_text(encoding="utf-8") == text
    assert set(pages) == {"", "404.html", "find/one/", "find/two/"}


def test_pages_to_learn_with_are_kept_apart(site: Path) -> None:
    """They travel in a file of their own, with what they need beside what is kept in any case."""
    page = site / "practice/make/index.html"
    page.parent.mkdir(parents=True)
    scripts = "".join(
        f'<script src="../../assets/navigator/1/{name}.js"></script>' for name in ("a", "not-used")
    )
    page.write_text(scripts, encoding="utf-8")
    write_offline(site, "1", SCRIPT)
    learning = told(site)["learning"]
    assert pages_of(site, learning) == {"practice/make/": scripts}
    assert [each["path"] for each in learning["files"]] == ["assets/navigator/1/not-used.js"]


def test_what_is_kept_is_named_by_all_of_it(site: Path) -> None:
    """A word changed on one page, or a letter in one script, makes other names and checksums."""
    write_offline(site, "1", SCRIPT)
    before = told(site)
    script = site / "assets/navigator/1/c.js"
    script.write_text("1", encoding="utf-8")
    write_offline(site, "1", SCRIPT)
    after = told(site)
    assert before["digest"] != after["digest"]
    kept = {each["path"]: each["checksum"] for each in after["files"]}
    assert kept["assets/navigator/1/c.js"] == hashlib.sha256(b"1").hexdigest()
    page = site / "find/one/index.html"
    page.write_text("Changed", encoding="utf-8")
    write_offline(site, "1", SCRIPT)
    assert told(site)["digest"] != after["digest"]


def test_the_site_keeps_its_release(site: Path) -> None:
    """The same site gives the same script, so that nothing is fetched anew without need."""
    write_offline(site, "1", SCRIPT)
    before = (site / WORKER).read_bytes()
    write_offline(site, "1", SCRIPT)
    assert (site / WORKER).read_bytes() == before


def test_icons_are_pictures_of_their_size() -> None:
    """The manifest names an SVG and two PNGs that are there; each PNG has the size that is told of it."""
    manifest, *pictures = app("Fostering policies", "en-GB")
    icons = {icon["src"]: icon["sizes"] for icon in json.loads(manifest.content or "")["icons"]}
    assert {picture.path for picture in pictures} == set(icons)
    sizes = {}
    for picture in pictures:
        if picture.path.endswith(".svg"):
            assert picture.bytes.startswith(b"<svg ")
        else:
            assert picture.bytes.startswith(b"\x89PNG")
            sizes[picture.path] = "{}x{}".format(*struct.unpack(">2I", picture.bytes[16:24]))
    assert sizes == {path: size for path, size in icons.items() if size != "any"}
    assert len(sizes) == 2
