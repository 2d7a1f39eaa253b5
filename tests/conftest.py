"""What tests of several parts share."""

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from navigator.core.model import Library
from tests import shipped
from tests.mini import Mini

BUILD_SECONDS = 240

# A busy machine is slow, and that is no fault of the code.
settings.register_profile("navigator", deadline=None)
settings.load_profile("navigator")


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    return Mini(tmp_path / "data")


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the policies as they are shipped."""
    return shipped.library()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site as `navigator build` makes it, built once for all the processes of a test run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, log = shared / "site", shared / "site.log"
    try:
        (shared / "site-begun").mkdir()
    except FileExistsError:
        _wait_for(log)
    else:
        _build(folder, log)
    said = log.read_text(encoding="utf-8")
    assert (folder / "find").is_dir(), f"The site could not be built:\n{said}"
    assert (folder / "assets" / "runtime").is_dir(), f"The site was built without its engine:\n{said}"
    return folder


def _build(folder: Path, log: Path) -> None:
    """Build the site as of the day that the tests are set in; the log appears when all is done."""
    noon = int(datetime.fromisoformat(shipped.NOON).timestamp())
    ended = subprocess.run(
        [sys.executable, "-m", "navigator", "build", "--out", str(folder)],
        cwd=shipped.PROJECT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(noon)},
        capture_output=True,
        text=True,
        check=False,
        timeout=BUILD_SECONDS,
    )
    unfinished = log.with_suffix(".part")
    unfinished.write_text(ended.stdout + ended.stderr, encoding="utf-8")
    unfinished.replace(log)


def _wait_for(log: Path) -> None:
    end = time.monotonic() + BUILD_SECONDS
    while not log.exists():
        assert time.monotonic() < end, "another process that builds the site has not ended"
        time.sleep(0.2)
