"""The same policies give the same bytes: on any machine, in any zone and locale, and on another day."""

import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from navigator.load.library import load
from navigator.site.build.pages import pages
from navigator.site.kit.library_index import LibraryIndex
from tests.mini import FILES, Mini
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


def test_another_machine_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    """Zone, locale, encoding, hash seed, rights, folder, order of files and day leave no trace."""
    one, another = tmp_path / "one", tmp_path / "another"
    for folder in (one, another):
        small_project(folder)
    # A file system may list the files in the order in which they were written.
    for name in reversed(FILES):
        path = another / "policy_data" / name
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    plain = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    odd = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "ar_SA:tr_TR", "PYTHONHASHSEED": "2"}
    odd |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    running = [
        begin(one, "022", SOURCE_DATE_EPOCH="1795608000", **plain),  # 25 November 2026
        begin(another, "077", SOURCE_DATE_EPOCH="1795694400", **odd),  # the day after
    ]
    for each in running:
        said, _ = each.communicate(timeout=120)
        assert each.returncode == 0, said
    assert len(digests(one)) > 50
    assert digests(another) == digests(one)


def test_only_the_tables_of_dates_move_on_with_the_month(mini: Mini) -> None:
    """A month later another month begins the tables; no other page changes, and within a month none does."""
    library = load(mini.folder).library
    assert library
    first, last, after = (
        {page.path: page.markdown() for page in pages(LibraryIndex(library), day, None)}
        for day in (date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1))
    )
    assert last == first
    changed = {path for path in first if first[path] != after[path]}
    assert changed
    assert changed == {path for path in first if path.startswith("dates/")} - {"dates/index.md"}
