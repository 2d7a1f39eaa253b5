"""The other browsers and the web servers: how they are found, and all installed where that is asked for."""

import os
from pathlib import Path

import _engines
import _steps
import pytest

from tests.engines import engines, passes
from tests.engines.passes import FAILED, NOT_TRIED, PASSED, PROPERTY, SERVERS, Place
from tests.hosts import servers
from tests.test_setup import program


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder on PATH, with nothing in it yet."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(_engines, "FIREFOX", ("firefox-esr", "firefox"))
    monkeypatch.setattr(_steps, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(_engines, "POLICY", tmp_path / "policy-rc.d")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path / "bin"


# Finding them


@pytest.mark.parametrize(
    "script",
    ["exit 1", "echo 'Command not found'", "echo Mozilla Firefox 153; exec /snap/bin/firefox"],
    ids=["does not start", "no Firefox", "in a snap"],
)
def test_what_is_no_firefox_for_tests(bin_folder: Path, script: str) -> None:
    """A program that does not start, is another, or sees no file of the tests is passed over."""
    program(bin_folder / "firefox-esr", script)
    assert _engines.firefox() is None
    other = program(bin_folder / "firefox", "echo Mozilla Firefox 153.7.0esr")
    assert _engines.firefox() == str(other)


@pytest.mark.parametrize("lacking", ["WebKitWebDriver", "Xvfb", "MiniBrowser"])
def test_webkit_needs_three_programs(bin_folder: Path, tmp_path: Path, lacking: str) -> None:
    """WebKit is tried where its driver, its browser and a screen in memory are there, and else is not."""
    browser = program(tmp_path / "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "")
    driver, screen = program(bin_folder / "WebKitWebDriver", ""), program(bin_folder / "Xvfb", "")
    root = tmp_path / "usr"
    assert _engines.webkit(root) == _engines.WebKit(str(driver), str(browser), str(screen))
    next(each for each in (browser, driver, screen) if each.name == lacking).unlink()
    assert _engines.webkit(root) is None


def test_what_is_not_there_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is not installed is left out, and tried all the same where everything is asked for."""
    monkeypatch.setattr(engines, "FINDS", {"Firefox": lambda: None, "WebKit": lambda: "there"})
    monkeypatch.delenv(_engines.VARIABLE, raising=False)
    assert engines.tried() == ["Chromium", "WebKit"]
    monkeypatch.setenv(_engines.VARIABLE, "1")
    assert engines.tried() == ["Chromium", "Firefox", "WebKit"]


# Installing them

APT = """\
PATH=/usr/bin:/bin
echo "$1" >> "{folder}/asked"
[ -x "{folder}/policy-rc.d" ] && "{folder}/policy-rc.d"; echo "$?" >> "{folder}/policy"
echo "$@" > "{folder}/last"
"""


def asked(folder: Path) -> list[str]:
    return (folder / "asked").read_text(encoding="utf-8").split()


def test_everything_is_installed_and_nothing_started(bin_folder: Path, tmp_path: Path) -> None:
    """While packages are installed a policy forbids to start anything; afterwards it is gone."""
    program(bin_folder / "apt-get", APT.format(folder=tmp_path))
    assert _engines.install() == "installed"
    assert asked(tmp_path) == ["install"]
    assert (tmp_path / "last").read_text(encoding="utf-8").split()[-7:] == list(_engines.PACKAGES)
    assert (tmp_path / "policy").read_text(encoding="utf-8") == "101\n"
    assert not _engines.POLICY.exists()


def test_a_machines_own_policy_stays(bin_folder: Path, tmp_path: Path) -> None:
    """A policy that somebody has set is left as it is."""
    program(_engines.POLICY, "exit 104")
    program(bin_folder / "apt-get", APT.format(folder=tmp_path))
    _engines.install()
    assert (tmp_path / "policy").read_text(encoding="utf-8") == "104\n"
    assert "exit 104" in _engines.POLICY.read_text(encoding="utf-8")


def test_an_old_list_of_packages_is_fetched_anew(bin_folder: Path, tmp_path: Path) -> None:
    """Where packages are not found at once, their list is fetched, and they are looked for again."""
    known = f'[ "$1" = update ] && touch "{tmp_path}/known"; [ -e "{tmp_path}/known" ]'
    program(bin_folder / "apt-get", APT.format(folder=tmp_path) + known)
    assert _engines.install() == "installed"
    assert asked(tmp_path) == ["install", "update", "install"]


def test_packages_that_cannot_be_installed(bin_folder: Path, tmp_path: Path) -> None:
    """The message says what to run, and no policy is left behind."""
    program(bin_folder / "apt-get", APT.format(folder=tmp_path) + "echo no network; exit 100")
    with pytest.raises(_steps.SetupFailed, match=r"apt-get install firefox-esr .* caddy") as failed:
        _engines.install()
    assert "no network" in _steps.explain(failed.value)
    assert not _engines.POLICY.exists()


def test_nothing_is_installed_by_anybody_else(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is not root, or has another system, gets no package: the tests of what is missing fail then."""
    assert _engines.install() == "as this machine has them"
    program(bin_folder / "apt-get", APT.format(folder=tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert _engines.install() == "as this machine has them"
    assert not (tmp_path / "asked").exists()


# The table of passes


def report(when: str, outcome: str, place: list[str]) -> pytest.TestReport:
    entered = [(PROPERTY, place)]
    return pytest.TestReport("x", ("x", 1, "x"), {}, outcome, None, when, user_properties=entered)  # type: ignore[arg-type]


def test_a_pass_is_a_pass_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test whose start or end fails has failed, whatever comes before or after."""
    well, ill = [SERVERS, "nginx", "Firefox"], [SERVERS, "caddy", "Firefox"]
    found = passes.results(
        [
            report("setup", "passed", well),
            report("call", "passed", well),
            report("call", "passed", ill),
            report("teardown", "failed", ill),
            report("call", "passed", ill),
        ]
    )
    assert found == {Place(*well): PASSED, Place(*ill): FAILED}


def test_the_table_tells_what_was_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each server has a row and each engine a column: what is not installed here is told in so many words."""
    monkeypatch.setattr(engines, "missing", lambda: ["WebKit"])
    monkeypatch.setattr(servers, "missing", lambda: ["caddy"])
    found = {Place(SERVERS, "nginx", "Chromium"): PASSED, Place(SERVERS, "nginx", "Firefox"): FAILED}
    lines = passes.written(found)
    assert lines[:2] == [f"## {SERVERS}", ""]
    assert lines[2:5] == [
        "|  | Chromium | Firefox | WebKit |",
        "| --- | --- | --- | --- |",
        f"| nginx | pass | FAILED | {NOT_TRIED} |",
    ]
    assert f"| caddy | {NOT_TRIED} | {NOT_TRIED} | {NOT_TRIED} |" in lines
    assert f"| apache2 | not run | not run | {NOT_TRIED} |" in lines
