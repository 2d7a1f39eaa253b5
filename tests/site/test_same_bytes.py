"""The same policies give the same bytes: on any machine, in any zone and locale, and on another day."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.mini import FILES
from tests.site.conftest import small_project

BUILD = (
    "import os, sys; os.umask(int(sys.argv[2], 8)); os.chdir(sys.argv[1]);"
    "from navigator.cli import main; raise SystemExit(main(['build', '--out', 'built']))"
)


def begin(folder: Path, umask: str, **environment: str) -> subprocess.Popen[str]:
    """Begin to build a small site in a folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), umask],
        env={**kept, **environment},
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def digests(folder: Path) -> dict[str, str]:
    """Return a checksum of every file of a built site."""
    files = sorted(path for path in (folder / "built").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Build on three machines at once: two unlike each other in all but the month, one in another month."""
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "another", "later")]
    for folder in folders:
        small_project(folder)
    # A file system may list the files in the order in which they were written.
    for name in reversed(FILES):
        path = folders[1] / "policy_data" / name
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    running = [
        begin(
            folders[0], "022", SOURCE_DATE_EPOCH="1795608000", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1"
        ),
        begin(
            folders[1],
            "077",
            SOURCE_DATE_EPOCH="1795694400",
            TZ="Pacific/Kiritimati",
            LC_ALL="C",
            LANGUAGE="ar_SA:tr_TR",
            PYTHONHASHSEED="2",
            PYTHONUTF8="0",
            PYTHONCOERCECLOCALE="0",
        ),
        begin(folders[2], "022", SOURCE_DATE_EPOCH="1798286400", TZ="UTC", LC_ALL="tr_TR.UTF-8"),
    ]
    for each in running:
        said, _ = each.communicate(timeout=120)
        assert each.returncode == 0, said
    return [digests(folder) for folder in folders]


def test_another_machine_on_another_day_gives_the_same_bytes(builds: list[dict[str, str]]) -> None:
    """Zone, locale, encoding, hash seed, rights, folder and day leave no trace in any file."""
    one, another, _ = builds
    assert len(one) > 50
    assert another == one


def test_another_month_changes_the_tables_of_dates_only(builds: list[dict[str, str]]) -> None:
    """What is looked up by day has another first month, and the list of what works offline names it anew."""
    one, _, later = builds
    changed = {name for name in one.keys() | later.keys() if one.get(name) != later.get(name)}
    assert changed
    pages = {name for name in changed if name.endswith(".html")}
    assert pages
    assert all(name.startswith("built/dates/") for name in pages), pages
    assert {name.split("/")[1] for name in changed - pages} <= {"assets", "sw.js"}, changed - pages
