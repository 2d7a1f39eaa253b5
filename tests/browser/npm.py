"""What the browser tests and the check of the scripts work with, pinned, fetched by npm once."""

import hashlib
import shutil
from functools import cache
from pathlib import Path

from navigator.runtime.npm import NPM_FILES, find_npm
from navigator.runtime.subprocesses import made_at_once, run
from tests.shipped import PROJECT

HERE = Path(__file__).parent
CACHE = PROJECT / ".cache" / "navigator"
AXE = "axe-core/axe.min.js"
READER = "@guidepup/virtual-screen-reader/lib/esm/index.browser.js"


@cache
def script(name: str) -> str:
    """Return the text of a file of the packages."""
    return (packages() / name).read_text(encoding="utf-8")


def packages() -> Path:
    """Return the folder of the packages that package-lock.json pins with their checksums."""
    digest = hashlib.sha256(b"".join((HERE / each).read_bytes() for each in NPM_FILES)).hexdigest()
    folder = CACHE / f"npm-tests-{digest[:16]}"
    if not folder.is_dir():
        _install(folder)
    return folder / "node_modules"


def _install(folder: Path) -> None:
    npm = find_npm()
    assert npm, "npm is missing: run the tests by scripts/test.py, which brings it"
    with made_at_once(folder) as staged:
        for each in NPM_FILES:
            shutil.copyfile(HERE / each, staged / each)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        run(command, cwd=staged, purpose="fetching the test packages by npm")
