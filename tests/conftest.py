"""What tests of several parts share."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from navigator.core.model import Library
from tests import shipped
from tests.engines import passes
from tests.mini import Mini

BUILD_SECONDS = 480
LONGEST_FIRST = (
    "browser/test_states.py",
    # While one process builds the site, the others do what needs none.
    "author/test_new_policy.py",
    "site/test_words_of_pages.py",
    "site/test_check_and_build.py",
    "fuzz/test_fuzz_inputs.py",
    "exhaustive/test_clock.py",
    "site/test_pages.py",
    "engines/test_engines.py",
    "browser/test_faults.py",
    "browser/test_keyboard.py",
    "browser/test_parity.py",
    "engines/test_matrix.py",
    "engines",
    "browser/test_crawl.py",
    "browser",
    "hosts",
    "author",
    "site",
    "exhaustive",
)
"""Files and folders that are begun with, so that all processes end at about the same time."""
LONGEST_ID = 60
"""A row of parameters is named by at most so many letters of a value."""

# A busy machine is slow, and that is no fault of the code.
settings.register_profile("navigator", deadline=None)
settings.load_profile("navigator")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a row of parameters by what its values say: dates, ids and answers, each on one short line.

    Return None for what pytest names well itself.
    """
    if isinstance(val, date):
        return val.isoformat()
    if isinstance(val, dict):
        return _short(" ".join(f"{key}={_named(value)}" for key, value in val.items()) or "nothing")
    if isinstance(val, tuple | list | set | frozenset):
        names = [_named(value) for value in val]
        # A set is named in one order by every process, so that all of them name the tests alike.
        return _short(" ".join(names if isinstance(val, tuple | list) else sorted(names)) or "none")
    if isinstance(val, str) and ("\n" in val or len(val) > LONGEST_ID):
        return _short(val)
    if is_dataclass(val) and not isinstance(val, type):
        return _short(str(getattr(val, "id", None) or " ".join(_fields(val))))
    return None


def _fields(value: object) -> Iterator[str]:
    """Yield the fields of an object that say something."""
    for name, held in vars(value).items():
        if held not in (None, (), False):
            yield _named(held) if held is not True else name


def _named(value: object) -> str:
    return pytest_make_parametrize_id(value) or str(value)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_ID else f"{text[:LONGEST_ID].rstrip()}..."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long first; the tests of a file stay together and in their order."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        path = item.path.relative_to(here)
        names = (path.as_posix(), path.parts[0])
        return next((at for at, name in enumerate(LONGEST_FIRST) if name in names), len(LONGEST_FIRST))

    items.sort(key=rank)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what passed in which engine and on which server, and what was not tried."""
    passes.summary(terminalreporter)


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
    named = [] if shipped.DATA == shipped.HELD else ["--data", str(shipped.DATA)]
    noon = int(datetime.fromisoformat(shipped.NOON).timestamp())
    ended = subprocess.run(
        [sys.executable, "-m", "navigator", "build", "--out", str(folder), *named],
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
