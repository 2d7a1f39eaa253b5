"""What the browser tests and the check of the scripts work with, pinned, fetched by npm once."""

import shutil
from functools import cache
from pathlib import Path

from navigator.disk.folders import made_at_once
from navigator.runtime.npm import NPM_FILES
from navigator.runtime.subprocesses import cache_key, run, tool
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
    folder = CACHE / f"npm-tests-{cache_key(*((HERE / each).read_bytes() for each in NPM_FILES))}"
    if not folder.is_dir():
        _install(folder)
    return folder / "node_modules"


def _install(folder: Path) -> None:
    npm = tool("npm")
    with made_at_once(folder) as staged:
        for each in NPM_FILES:
            shutil.copyfile(HERE / each, staged / each)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        run(command, cwd=staged, purpose="fetching the test packages by npm")
