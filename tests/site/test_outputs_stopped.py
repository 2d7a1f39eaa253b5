"""A build that is stopped at any moment leaves a whole site, and no litter for long."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.disk.marker import is_whole
from tests.disk_state import content
from tests.site.conftest import small_project

MOMENTS = 10

BUILDS = """\
import os, sys, time
from navigator.cli import main
from navigator.site.build import plugin, run_mkdocs

def stop_before(name, number):
    function = getattr(plugin, name)
    def stopping(*given):
        os.kill(os.getpid(), number)
        return function(*given)
    setattr(plugin, name, stopping)

run_mkdocs.loaded(None, run_mkdocs.CONFIG, None)  # imports all that a build needs, and begins no thread
for line in sys.stdin:
    number, seconds, name = line.split()
    begun = time.monotonic()
    child = os.fork()
    if not child:
        os.dup2(os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        os.dup2(2, 1)
        if name != "-":
            stop_before(name, int(number))
        sys.exit(main(["build"]))
    how = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while os.waitid(os.P_PID, child, how) is None and time.monotonic() < begun + float(seconds):
        time.sleep(0.001)
    if name == "-":
        os.kill(child, int(number))
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), time.monotonic() - begun, flush=True)
"""
"""Builds, one for each line of input: a signal, after how many seconds it comes, or before which function."""
COURSE = ("load_checked", "facts", "write_offline")
"""Functions called when nothing is written yet, when pages are about to be, and when all else is there."""


class Builds:
    """Builds of a small project in processes of their own, each stopped at some moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = small_project(folder)
        self.running = subprocess.Popen(
            [sys.executable, "-c", BUILDS],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, number: int = signal.SIGKILL, seconds: float = 600, before: str = "-") -> tuple[int, float]:
        """Build, and send a signal when its time has come; return how the build ended, and after how long."""
        assert self.running.stdin
        assert self.running.stdout
        self.running.stdin.write(f"{int(number)} {seconds} {before}\n")
        self.running.stdin.flush()
        code, took = self.running.stdout.readline().split()
        return int(code), float(took)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def said(self) -> str:
        return (self.folder / "said").read_text(encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        policy = self.folder / "policy_data/services/town/policies/town-complaint.yaml"
        text = policy.read_text(encoding="utf-8")
        assert old in text
        policy.write_text(text.replace(old, new), encoding="utf-8")

    def left(self) -> list[str]:
        return [path.name for path in self.folder.iterdir() if path.name.startswith(".site.")]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    builds = Builds(tmp_path_factory.mktemp("stopped") / "project")
    yield builds
    builds.running.communicate()


def test_a_build_killed_at_ten_moments_leaves_a_whole_site_each_time(builds: Builds) -> None:
    """It is the old site, or in the last moments the new one: never a mixture, and never none."""
    code, took = builds.run()
    assert (code, builds.said) == (0, "The site is in site\n")
    old = content(builds.site)
    builds.change("amount: 10\n", "amount: 7\n")
    chance = random.Random(2026)  # noqa: S311 - the same moments in every run, one in each tenth
    for tenth in range(MOMENTS):
        builds.run(seconds=took * (tenth + chance.random()) / MOMENTS)
        assert is_whole(builds.site)
        if content(builds.site) != old:
            page = builds.site / "policies" / "town-complaint" / "index.html"
            assert "Within 7 working days" in page.read_text(encoding="utf-8")
    for name in COURSE:
        before = content(builds.site)
        assert builds.run(before=name)[0] == -signal.SIGKILL
        assert content(builds.site) == before
    assert builds.run()[0] == 0
    assert content(builds.site) != old
    assert builds.left() == []


@pytest.mark.parametrize(
    ("number", "before"),
    [
        (signal.SIGINT, "load_checked"),
        (signal.SIGTERM, "facts"),
        (signal.SIGHUP, "write_offline"),
        (signal.SIGINT, "write_offline"),
    ],
)
def test_a_build_that_is_asked_to_stop_clears_away_what_it_began(
    builds: Builds, number: int, before: str
) -> None:
    """It says so in one line, and its exit code is the one that shells expect."""
    old = content(builds.site)
    assert builds.run(number, before=before)[0] == 128 + number
    assert builds.said.strip() == "Stopped. site is as it was."
    assert content(builds.site) == old
    assert builds.left() == []


def test_two_builds_at_a_time_leave_one_whole_site(builds: Builds) -> None:
    """Each ends well, and the site is that of one of them."""
    both = [
        subprocess.Popen([sys.executable, "-m", "navigator", "build"], cwd=builds.folder, env=os.environ)
        for _ in range(2)
    ]
    assert [each.wait() for each in both] == [0, 0]
    assert is_whole(builds.site)
    assert builds.left() == []
