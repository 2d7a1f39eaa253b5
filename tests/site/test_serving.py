"""The site while somebody changes it: what is wrong is shown on the last good site, and then mended."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.disk_state import room_for
from tests.site.conftest import small_project
from tests.site.served import Serving

POLICY = Path("policy_data/services/town/policies/town-complaint.yaml")
SETTINGS = Path("mkdocs.yml")
PAGE = "/policies/town-complaint/"
CASES = re.compile(r'href="\.\./practice/c\w+/"')
WAIT_SECONDS = 60

CASE = """\
id: late
title: A late answer
story: Nobody answered.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
dates: [{event: sent, day: 2026-11-02}]
today: 2026-11-03
expect:
  route: complaint
  service: town
  policy: town-complaint
  stage: stage-1
  deadlines: [{id: answer, due: 2026-11-16}]
  next: stage-2/level-1
worked_out: Ten working days after 2 November.
source: {section: Section 1, document: guide}
wrong_turns:
  - {route: complaint, why: It is not., source: {section: Section 1, document: guide}}
"""
"""A practice case that holds while the policy's time is ten working days."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a project and work in it. Every test leaves it as it was."""
    folder = small_project(tmp_path_factory.mktemp("serving") / "project")
    case = folder / "policy_data/services/town/scenarios/late.yaml"
    case.parent.mkdir()
    case.write_text(CASE, encoding="utf-8")
    shutil.copytree(folder, folder.with_name("kept"))
    with contextlib.chdir(folder):
        yield folder


@pytest.fixture(scope="module")
def serving(folder: Path) -> Iterator[Serving]:
    serving = Serving(folder.with_name("served"))
    yield serving
    serving.server.server_close()


@pytest.fixture(autouse=True)
def mended(folder: Path) -> Iterator[None]:
    yield
    shutil.copytree(folder.with_name("kept"), folder, dirs_exist_ok=True)
    for path in (folder / "docs/site/new.md", folder / "theme/main.html"):
        path.unlink(missing_ok=True)


def change(old: str, new: str) -> None:
    """Change the first place where a text stands in the policy."""
    text = POLICY.read_text(encoding="utf-8")
    assert old in text
    POLICY.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_change_is_seen_and_an_error_is_shown_until_it_is_mended(serving: Serving) -> None:
    """An error stands on top of the last good page, with its place and what to write, and then goes."""
    assert "Within 10 working days" in serving.get(PAGE)[1]

    change("amount: 10\n", "amount: six\n")
    page = serving.page(PAGE)
    assert f"{POLICY.as_posix()}:" in page
    assert "is not a whole number" in page
    assert "Within 10 working days" in page
    # So does every other page, that for missing addresses among them, and all that pages need is there.
    assert "is not a whole number" in serving.get("/")[1]
    assert "is not a whole number" in serving.get("/nowhere/")[1]
    styles = re.search(r'href="\.\./\.\.(/assets/navigator/\w+/site\.css)"', page)
    assert styles
    status, text = serving.get(styles[1])
    assert status == "200 OK"
    assert "whole number" not in text
    assert serving.get("/navigator-banner.css")[0] == "200 OK"

    change("amount: six\n", "amount: 10\n")
    page = serving.page(PAGE)
    assert "Within 10 working days" in page
    assert "nav-banner" not in page


def test_what_would_not_be_published_is_shown_with_the_change(serving: Serving) -> None:
    """A practice case that no longer holds is left out and told, until somebody works it out again."""
    assert len(CASES.findall(serving.get("/practice/")[1])) == 2  # by its topic, and by who tells it
    change("amount: 10\n", "amount: 6\n")
    page = serving.page(PAGE)
    assert "Within 6 working days" in page
    assert "could not be published yet" in page
    assert "services/town/scenarios/late.yaml:" in page
    assert not CASES.findall(serving.get("/practice/")[1])


def spoil_utf8() -> None:
    Path("docs/site/new.md").write_bytes(b"# New\n\xff")


def link_to_nothing() -> None:
    Path("docs/site/new.md").symlink_to("nothing")


def spoil_settings() -> None:
    SETTINGS.write_text("plugins: [: {", encoding="utf-8")


def name_no_plugin() -> None:
    SETTINGS.write_text("site_name: Mine\ndocs_dir: docs/site\nplugins: [search]\n", encoding="utf-8")


def name_no_such_folder() -> None:
    SETTINGS.write_text(SETTINGS.read_text("utf-8") + "docs_dir: nowhere\n", encoding="utf-8")


def spoil_template() -> None:
    Path("theme").mkdir()
    Path("theme/main.html").write_text("{% extends 'base.html' %}{% block content %}", encoding="utf-8")
    with SETTINGS.open("a", encoding="utf-8") as file:
        file.write(f"theme: {{name: material, custom_dir: {Path('theme').absolute()}}}\n")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_utf8, "new.md"),
        (link_to_nothing, "new.md"),
        (spoil_settings, "mkdocs.yml"),
        (name_no_plugin, "do not name the plugin navigator"),
        (name_no_such_folder, "docs_dir"),
        (spoil_template, "main.html"),
        (SETTINGS.unlink, "mkdocs.yml is not there any more"),
        (lambda: shutil.rmtree("policy_data"), "policy_data"),
        (lambda: shutil.rmtree("docs"), "docs_dir"),
        (
            lambda: Path("policy_data/national/roles.yaml").write_bytes(b""),
            "policy_data/national/roles.yaml:",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_whatever_is_broken_the_last_good_site_stays(
    serving: Serving, capfd: pytest.CaptureFixture[str], spoil: Callable[[], object], told: str
) -> None:
    """The reason stands on its pages, and nobody sees a traceback."""
    spoil()
    page = serving.page(PAGE)
    said, _, _ = page.partition("</section>")
    assert "The last change has errors" in said
    assert told in said
    assert "Second stage" in page
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_full_disk_does_not_end_the_serving(serving: Serving) -> None:
    """The reason is shown until there is room again; so is all that was broken before this test."""
    with room_for(12_000):
        page = serving.page(PAGE)
    assert "File too large" in page
    assert "Second stage" in page
    assert "nav-banner" not in serving.page(PAGE)


def test_at_the_first_start_an_error_is_all_there_is(folder: Path) -> None:
    """Every address shows it, until the site comes in its place."""
    change("amount: 10\n", "amount: six\n")
    serving = Serving(folder.with_name("first"))
    for address in ("/", PAGE, "/nowhere/"):
        status, text = serving.get(address)
        assert status == "200 OK"
        assert "There are errors, and no site to show yet" in text
        assert "is not a whole number" in text
        assert "/livereload/" in text
    change("amount: six\n", "amount: 10\n")
    assert "nav-banner" not in serving.page(PAGE)
    serving.server.server_close()


@pytest.mark.slow
def test_the_page_comes_back_by_itself(folder: Path) -> None:
    """Served for real: an error at the start, a folder that goes and comes back, and a clean end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    change("amount: 10\n", "amount: six\n")
    left = folder.with_name("temporary")
    left.mkdir()
    server = subprocess.Popen(
        [sys.executable, "-m", "navigator", "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "TMPDIR": str(left)},
    )
    try:
        wait_for(port, lambda page: "is not a whole number" in page)
        change("amount: six\n", "amount: 10\n")
        wait_for(port, lambda page: "Within 10 working days" in page and "nav-banner" not in page)
        Path("policy_data").rename("elsewhere")
        wait_for(port, lambda page: "Within 10 working days" in page and "nav-banner" in page)
        Path("elsewhere").rename("policy_data")
        wait_for(port, lambda page: "Within 10 working days" in page and "nav-banner" not in page)
    finally:
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=WAIT_SECONDS)
    assert server.returncode == 0
    assert f"{POLICY.as_posix()}:" in said
    assert "Traceback" not in said
    assert list(left.iterdir()) == []


def wait_for(port: int, expected: Callable[[str], bool]) -> None:
    """Ask for a page until it is as expected."""
    end = time.monotonic() + WAIT_SECONDS
    page = ""
    while not expected(page):
        assert time.monotonic() < end, page
        try:
            with urlopen(f"http://127.0.0.1:{port}{PAGE}", timeout=WAIT_SECONDS) as answer:
                page = answer.read().decode()
        except URLError:
            time.sleep(0.05)
