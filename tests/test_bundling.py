"""Scripts and styles as pages ask for them: one file each, bundled by esbuild from navigator/web."""

import re
import shutil
from pathlib import Path

import pytest

from navigator.disk.marker import MARKER
from navigator.runtime.esbuild import WEB, bundle
from navigator.runtime.npm import fetch_runtime
from navigator.runtime.subprocesses import RuntimeMissing

CACHE = Path(__file__).parent.parent / ".cache" / "navigator"
NEEDS_ANOTHER = re.compile(r"""\b(?:import|from)\s*["']\.|@import""")


@pytest.fixture(scope="module")
def packages() -> Path:
    return fetch_runtime(CACHE).parent


def test_each_file_of_a_page_is_bundled(packages: Path, tmp_path: Path) -> None:
    """Each script and style at the top gives a file of its name, which is smaller and needs no other."""
    bundled = bundle(packages, tmp_path)
    files = {path.name: path for path in bundled.iterdir() if path.name != MARKER}
    assert set(files) == {path.name for path in WEB.glob("*.css")} | {
        path.with_suffix(".js").name for path in WEB.glob("*.mjs")
    }
    for path in files.values():
        assert not NEEDS_ANOTHER.search(path.read_text(encoding="utf-8")), path.name


def test_the_same_sources_give_the_same_bytes(packages: Path, tmp_path: Path) -> None:
    """Two bundlings are alike in their names and bytes, and one cache makes it only once."""
    first, second = bundle(packages, tmp_path / "a"), bundle(packages, tmp_path / "b")
    assert first.name == second.name
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]
    made = first.stat().st_mtime_ns
    assert bundle(packages, tmp_path / "a").stat().st_mtime_ns == made


def test_other_sources_give_another_bundle(packages: Path, tmp_path: Path) -> None:
    """A letter changed in a module that a script imports makes another bundle, in another folder."""
    web = tmp_path / "web"
    (web / "room").mkdir(parents=True)
    (web / "page.mjs").write_text('import { a } from "./room/a.mjs"; console.log(a);', encoding="utf-8")
    made = []
    for value in ("one", "two"):
        (web / "room" / "a.mjs").write_text(f'export const a = "{value}";', encoding="utf-8")
        made.append(bundle(packages, tmp_path / "cache", web))
    assert made[0] != made[1]
    assert "two" in (made[1] / "page.js").read_text(encoding="utf-8")


def test_a_fault_in_a_script_is_told(packages: Path, tmp_path: Path) -> None:
    """A library that is not there ends the bundling with its name and the line that wants it."""
    web = tmp_path / "web"
    web.mkdir()
    (web / "page.mjs").write_text('import "no-such-library";', encoding="utf-8")
    with pytest.raises(RuntimeMissing, match=r"(?s)bundling the scripts.*no-such-library"):
        bundle(packages, tmp_path / "cache", web)
    assert not (tmp_path / "cache").exists()


def test_without_esbuild_the_message_says_so(packages: Path, tmp_path: Path) -> None:
    """Where npm's packages hold no esbuild that runs here, the error says so."""
    empty = tmp_path / "node_modules"
    empty.mkdir()
    shutil.copyfile(packages.parent / "package-lock.json", tmp_path / "package-lock.json")
    with pytest.raises(RuntimeMissing, match="esbuild has no program for this machine"):
        bundle(empty, tmp_path / "cache")


@pytest.mark.parametrize("left", [None, b"", b"half"], ids=["removed", "emptied", "cut short"])
def test_a_damaged_bundle_is_made_again(packages: Path, tmp_path: Path, left: bytes | None) -> None:
    """What a power cut or a full disk has left in the cache is never served."""
    web = tmp_path / "web"
    web.mkdir()
    (web / "page.mjs").write_text("console.log(1 + 1);", encoding="utf-8")
    made = bundle(packages, tmp_path / "cache", web) / "page.js"
    whole = made.read_bytes()
    made.unlink()
    if left is not None:
        made.write_bytes(left)
    assert bundle(packages, tmp_path / "cache", web) / "page.js" == made
    assert made.read_bytes() == whole
