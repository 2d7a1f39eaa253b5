"""How long it takes from saving a file until the page that is open shows it, with `navigator serve`.

    python -m tests.bench.editing [POLICIES ...]

It also tells how long the first start takes, and how long other things take that are made when asked for.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.growing import grow

PROJECT: Final = Path(__file__).parents[2]
POLICY: Final = "escalation-four-stage"
SHOWS: Final = "mark => document.body.innerText.includes(mark)"
BROKEN: Final = "mark => document.querySelector('.nav-banner')?.innerText.includes(mark)"
PATIENCE: Final = 600
SOON: Final = 60_000
"""How long an edit may take to be seen, in milliseconds."""
LAST: Final = 2_000
ROUNDS: Final = 5
PAUSES: Final = (0.7, 0.9, 1.0, 1.1, 1.3)
"""Rests between two edits, in seconds: none keeps step with what looks for changes every so often."""
ON_DEMAND: Final = {
    "PDF": f"policies/{POLICY}.pdf",
    "glossary": "glossary/",
    "list of dates": "dates/",
    "search": "search/names.json",
}
"""What is made when it is asked for, and where it is."""


@dataclass
class Editing:
    """What was measured with so many policies, in seconds."""

    policies: int
    start: float = 0
    """From the command until the first page is answered."""
    edits: dict[str, list[float]] = field(default_factory=dict)
    """From saving a file until the open page shows it, by what was edited."""
    asked: dict[str, float] = field(default_factory=dict)
    """From asking for something that is made on demand until it is there."""

    def told(self) -> Iterator[str]:
        """Yield what was found, line by line."""
        yield f"{self.policies:,} policies: first page {self.start:.1f} s after the start"
        for what, took in self.edits.items():
            each = " ".join(f"{seconds:.2f}" for seconds in took)
            yield f"  {what}: {median(took):.2f} s (median of {len(took)}: {each})"
        for what, seconds in self.asked.items():
            yield f"  {what}, when asked for: {seconds:.2f} s"


def measured(browser: Browser, folder: Path, policies: int, rounds: int = ROUNDS) -> Editing:
    """Serve a library of so many policies, and edit a policy, an error into it, and a page of docs."""
    found = Editing(project(folder, policies))
    policy = next((folder / "data").rglob(f"{POLICY}.yaml"))
    docs = folder / "docs" / "about.md"
    with served(folder) as (address, started):
        found.start = started
        page = browser.new_page()
        page.goto(f"{address}policies/{POLICY}/")
        if not page.locator("h1").count():  # there is no site, and the page says why
            raise RuntimeError(page.locator(".nav-banner").inner_text()[:LAST])
        found.edits["an edit of a policy"] = edits(page, policy, _summary, SHOWS, rounds)
        found.edits["an error in a policy"] = edits(page, policy, _error, BROKEN, rounds)
        page.goto(f"{address}about/")
        found.edits["an edit of a page of docs"] = edits(page, docs, _paragraph, SHOWS, rounds)
        for what, path in ON_DEMAND.items():
            begun = time.monotonic()
            with urlopen(address + path, timeout=PATIENCE) as answer:  # noqa: S310
                answer.read()
            found.asked[what] = time.monotonic() - begun
        page.close()
    return found


def project(folder: Path, policies: int) -> int:
    """Make a project of its own with so many policies; return how many there are."""
    count = grow(PROJECT / "policy_data", folder / "data", policies)
    shutil.copytree(PROJECT / "docs" / "site", folder / "docs")
    settings = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "docs_dir": "docs",
        "strict": False,
        "plugins": {"navigator": {"folder": "data", "cache": str(PROJECT / ".cache/navigator")}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    return count


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, float]]:
    """Serve a project; yield its address, and the seconds until its first page was there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    begun = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, "-m", "navigator", "serve", "--port", str(port)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                urlopen(f"{address}policies/{POLICY}/", timeout=PATIENCE).close()  # noqa: S310
                break
            except URLError:
                if server.poll() is not None or time.monotonic() - begun > PATIENCE:
                    raise
                time.sleep(0.05)
        yield address, time.monotonic() - begun
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)


def edits(page: Page, file: Path, changed: Callable[[str, str], str], shows: str, rounds: int) -> list[float]:
    """Save a file again and again; return how long the page took to show each mark. Leave it as it was."""
    before = file.read_text(encoding="utf-8")
    took, mark = [], ""
    for number, pause in zip(range(rounds), PAUSES * rounds, strict=False):
        mark = f"mark{number}{time.monotonic_ns()}"
        page.wait_for_timeout(1000 * pause)
        begun = time.monotonic()
        file.write_text(changed(before, mark), encoding="utf-8")
        page.wait_for_function(shows, arg=mark, timeout=SOON)
        took.append(time.monotonic() - begun)
    file.write_text(before, encoding="utf-8")
    page.wait_for_function("mark => !document.body.innerText.includes(mark)", arg=mark, timeout=SOON)
    return took


def _summary(text: str, mark: str) -> str:
    return text.replace("\nsummary: >-\n  ", f"\nsummary: >-\n  {mark} ", 1)


def _error(text: str, mark: str) -> str:
    return text.replace("\nsummary: ", f"\n{mark}: 1\nsummary: ", 1)


def _paragraph(text: str, mark: str) -> str:
    return f"{text}\n{mark}\n"


def main() -> None:
    """Measure, and print what was found."""
    sys.path.append(str(PROJECT / "scripts"))
    import _chromium  # noqa: PLC0415 - the folder of scripts is no package

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium.find(), args=["--no-sandbox"])
        for policies in map(int, sys.argv[1:] or ("0", "105", "1005")):
            with tempfile.TemporaryDirectory(prefix="bench-") as name:
                found = measured(browser, Path(name) / "project", policies)
                print("\n".join(found.told()), f"\n  load average {os.getloadavg()[0]:.1f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
