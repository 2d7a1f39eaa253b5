"""The start-up scripts: which Python they take, when they make the environment anew, what they say."""

import ast
import json
import re
import stat
import sys
import tomllib
from pathlib import Path

import _checks
import _chromium
import _environment
import _pythons
import _setup
import _steps
import pytest
import serve
from _pythons import Interpreter, Unusable
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent
START_UP = [*sorted(PROJECT.glob("scripts/_*.py")), PROJECT / "scripts/serve.py", PROJECT / "scripts/test.py"]


def python(version: tuple[int, int, int]) -> Interpreter:
    return Interpreter(Path(f"/somewhere/python{version[0]}.{version[1]}"), version)


def program(path: Path, script: str) -> Path:
    """Write an executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


# Which Python


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ([(3, 12, 9), (3, 14, 1), (3, 13, 0)], (3, 13, 0)),
        ([(3, 14, 1), (3, 12, 1), (3, 15, 0)], (3, 12, 1)),
        ([(3, 15, 0), (3, 14, 0), (3, 11, 9)], (3, 14, 0)),
        ([(3, 13, 1), (3, 13, 9)], (3, 13, 1)),
    ],
)
def test_preferred_python(versions: list[tuple[int, int, int]], chosen: tuple[int, int, int]) -> None:
    """3.13 comes before 3.12, that before newer ones, nearer before farther, the first among equals."""
    best = _pythons.choose(python(version) for version in versions)
    assert best is not None
    assert best.version == chosen


def test_no_suitable_python() -> None:
    """A Python that is too old and one that does not run are no choice at all."""
    assert _pythons.choose([python((3, 11, 7)), Unusable(Path("/shim"), "does not run")]) is None


def test_looking_ends_at_the_preferred_python() -> None:
    """Once a 3.13 is found no other Python is started."""
    places = iter([python((3, 12, 1)), python((3, 13, 0)), python((3, 14, 0))])
    _pythons.choose(places)
    assert next(places).version == (3, 14, 0)


def test_probe_of_a_real_python() -> None:
    """A Python that runs tells its version."""
    assert _pythons.probe(Path(sys.executable)) == Interpreter(Path(sys.executable), sys.version_info[:3])


def test_probe_of_a_shim(tmp_path: Path) -> None:
    """A shim for a version that is not switched on is unusable, although it is on PATH."""
    shim = program(tmp_path / "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    assert _pythons.probe(shim) == Unusable(shim, "does not run")


def test_probe_of_a_python_without_venv(tmp_path: Path) -> None:
    """A Python whose venv module is packaged apart is unusable, and the package's name is told."""
    bare = program(
        tmp_path / "python3.13", "echo \"ModuleNotFoundError: No module named 'ensurepip'\" >&2; exit 1"
    )
    found = _pythons.probe(bare)
    assert isinstance(found, Unusable)
    assert "python3-venv" in found.reason


def test_probe_of_nothing(tmp_path: Path) -> None:
    """A Python that is not there is unusable, not an error."""
    assert isinstance(_pythons.probe(tmp_path / "python3"), Unusable)


def test_places_where_pythons_are(tmp_path: Path) -> None:
    """The running Python comes first, then PATH, then pyenv, uv and /opt, and none comes twice."""
    running = tmp_path / "running" / "python3"
    on_path = program(tmp_path / "path" / "python3.13", "")
    pyenv = program(tmp_path / "home/.pyenv/versions/3.13.0/bin/python3.13", "")
    uv = program(tmp_path / "home/.local/share/uv/python/cpython-3.12.1-linux/bin/python3.12", "")
    opt = program(tmp_path / "root/opt/python/bin/python3.14", "")
    old = program(tmp_path / "home/.pyenv/versions/3.11.7/bin/python3.11", "")
    search_path = f"{on_path.parent}:{pyenv.parent}"
    found = list(
        _pythons.candidates(
            running=running, search_path=search_path, home=tmp_path / "home", root=tmp_path / "root"
        )
    )
    assert found == [running, on_path, pyenv, uv, opt]
    assert old not in found


def test_message_when_no_python_is_new_enough() -> None:
    """The message names what is needed, every Python looked at and why it will not do."""
    message = _pythons.none_found([python((3, 11, 7)), Unusable(Path("/shims/python3.13"), "does not run")])
    assert message.startswith("Python 3.12 or newer is needed")
    assert "/somewhere/python3.11 is Python 3.11.7" in message
    assert "/shims/python3.13 does not run" in message


# When the environment is made anew


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project folder with a finished environment, whose Python says it is 3.13.0."""
    for name in _environment.INPUTS:
        (tmp_path / name).write_text("as locked\n", encoding="utf-8")
    environment = _environment.Environment(tmp_path / ".venv")
    program(environment.command("navigator"), "")
    stamp = _environment.stamp_for(tmp_path, (3, 13, 0))
    (environment.venv / _environment.STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    monkeypatch.setattr(_pythons, "probe", lambda path: Interpreter(path, (3, 13, 0)))
    return tmp_path


def planned(project: Path) -> _environment.Plan:
    return _environment.plan(project, _environment.Environment(project / ".venv"))


def test_finished_environment_is_kept(project: Path) -> None:
    """Nothing is done to an environment whose stamp fits the lock, the project and the Python."""
    assert planned(project) == _environment.Plan("keep")


@pytest.mark.parametrize("name", _environment.INPUTS)
def test_changed_requirements_are_installed(project: Path, name: str) -> None:
    """A change of the lock or of pyproject.toml leads to an install into the same environment."""
    (project / name).write_text("changed\n", encoding="utf-8")
    assert planned(project).action == "install"


def test_interrupted_install_is_finished(project: Path) -> None:
    """An environment without a stamp, or with half a stamp, is installed into again."""
    stamp = project / ".venv" / _environment.STAMP
    stamp.write_text('{"project": ', encoding="utf-8")
    assert planned(project).action == "install"
    stamp.unlink()
    assert planned(project).action == "install"


def test_missing_command_is_installed(project: Path) -> None:
    """An environment that lost the navigator command gets it again, whatever its stamp says."""
    _environment.Environment(project / ".venv").command("navigator").unlink()
    assert planned(project).action == "install"


def test_missing_environment_is_built(tmp_path: Path) -> None:
    """Without an environment one is built, and there is nothing to explain."""
    assert planned(tmp_path) == _environment.Plan("build")


def test_moved_project_is_rebuilt(project: Path) -> None:
    """An environment made for another folder is rebuilt, for its commands hold the old path."""
    moved = project / "moved"
    (project / ".venv").rename(project / "venv-of-before")
    moved.mkdir()
    for name in _environment.INPUTS:
        (project / name).rename(moved / name)
    (project / "venv-of-before").rename(moved / ".venv")
    assert planned(moved) == _environment.Plan("rebuild", "the project folder was moved")


def test_broken_environment_is_rebuilt(tmp_path: Path) -> None:
    """An environment whose Python is gone is rebuilt, and the person is told."""
    (tmp_path / ".venv").mkdir()
    assert planned(tmp_path) == _environment.Plan("rebuild", "the one that was there does not run")


def test_environment_that_leads_nowhere_is_rebuilt(tmp_path: Path) -> None:
    """A .venv that is a link to a folder that was removed is rebuilt."""
    (tmp_path / ".venv").symlink_to(tmp_path / "removed")
    assert planned(tmp_path).action == "rebuild"


def test_environment_of_an_old_python_is_rebuilt(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment of a Python that is too old is rebuilt, and its version is told."""
    monkeypatch.setattr(_pythons, "probe", lambda path: Interpreter(path, (3, 11, 7)))
    assert planned(project) == _environment.Plan("rebuild", "the one that was there is Python 3.11")


# What is said


def test_failed_tool_is_explained(tmp_path: Path) -> None:
    """A failure shows what was wanted, the tool's last lines and where the whole output is."""
    steps = _steps.Steps(1, tmp_path / "logs")
    command = [sys.executable, "-c", "print('before'); raise SystemExit('the disk is full')"]
    with pytest.raises(_steps.ToolFailed) as failed:
        steps.run("libraries", command, cwd=tmp_path)
    wanted = _steps.SetupFailed("the libraries could not be installed")
    wanted.__cause__ = failed.value
    message = _steps.explain(wanted)
    assert message.startswith("The set-up failed: the libraries could not be installed")
    assert "before\nthe disk is full" in message
    assert str(tmp_path / "logs" / "libraries.log") in message


def test_missing_tool_is_a_failure(tmp_path: Path) -> None:
    """A tool that is not there fails like one that ends with an error."""
    with pytest.raises(_steps.ToolFailed, match="no-such-tool"):
        _steps.Steps(1, tmp_path).run("x", [str(tmp_path / "no-such-tool")], cwd=tmp_path)


def test_a_step_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each step prints its number, its title, what was noted and how it ended, on a line."""
    steps = _steps.Steps(2, tmp_path)
    with steps.step("Python environment") as notes:
        notes.append("Python 3.13.0")
    with pytest.raises(ZeroDivisionError), steps.step("Libraries"):
        _ = 1 / 0
    assert capsys.readouterr().out == (
        "1/2 Python environment ... Python 3.13.0, ready\n"
        "2/2 Libraries ... failed\n"
    )  # fmt: skip


def test_last_lines() -> None:
    """Only the last lines with something in them are shown."""
    assert _steps.last_lines("a\n\nb\n \nc\n", 2) == "b\nc"


def test_a_run_without_a_test_fails() -> None:
    """Pytest's "no tests collected" is a failure, and so is any other code but 0."""
    assert _checks.pytest_problem(0) == ""
    assert _checks.pytest_problem(5) == "no test ran"
    assert "1" in _checks.pytest_problem(1)


def test_a_failed_check_shows_its_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check that fails is reported with its output; one that succeeds is one line."""
    quiet = _checks.check("types", [sys.executable, "-c", "print('noise')"], project=tmp_path, variables={})
    assert not quiet.problem
    assert "noise" not in capsys.readouterr().out
    loud = _checks.check("types", [sys.executable, "-c", "exit('bad type')"], project=tmp_path, variables={})
    assert loud.line().startswith("types     FAILED: it ended with code 1")
    assert "bad type" in capsys.readouterr().out


# Chromium


def test_named_chromium_is_the_only_one_tried(tmp_path: Path) -> None:
    """A browser the person named is not silently replaced by another."""
    program(tmp_path / "chromium", "echo Chromium 156")
    assert _chromium.places(str(tmp_path), "/opt/mine/chrome") == [Path("/opt/mine/chrome")]
    assert tmp_path / "chromium" in _chromium.places(str(tmp_path), None)


def test_a_stub_is_no_chromium(tmp_path: Path) -> None:
    """A program called chromium that only says how to install it does not count; a real one does."""
    stub = program(tmp_path / "stub" / "chromium-browser", "echo 'install the snap'; exit 1")
    real = program(tmp_path / "real" / "chromium", "echo 'Chromium 156.0'")
    assert _chromium.first_that_starts([tmp_path / "none", stub, real]) == real


def test_named_chromium_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong NAVIGATOR_CHROMIUM stops the set-up with its value in the message."""
    monkeypatch.setenv("NAVIGATOR_CHROMIUM", "/no/such/chrome")
    steps = _steps.Steps(1, tmp_path)
    with pytest.raises(_steps.SetupFailed, match="NAVIGATOR_CHROMIUM names /no/such/chrome"):
        _chromium.set_up(tmp_path, _environment.Environment(tmp_path / ".venv"), steps)


def test_chromium_that_cannot_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing can be installed the message says what to run: browser tests are never just left out."""
    failing = [sys.executable, "-c", "exit('no network')"]
    monkeypatch.delenv("NAVIGATOR_CHROMIUM", raising=False)
    monkeypatch.setattr(_chromium, "places", lambda search_path, named: [])
    monkeypatch.setattr(_chromium, "_playwrights_own", lambda environment: None)
    monkeypatch.setattr(_chromium, "_ways", lambda environment: [("chromium-apt", [failing])])
    with pytest.raises(_steps.SetupFailed, match="apt-get install chromium") as failed:
        _chromium.set_up(tmp_path, _environment.Environment(tmp_path / ".venv"), _steps.Steps(1, tmp_path))
    assert "no network" in _steps.explain(failed.value)


# What serving can do without


def test_serving_goes_on_without_the_browsers_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without npm the site is still served, and the person is told; the tests are not run without it."""

    def unreachable(environment: _environment.Environment, steps: _steps.Steps) -> None:
        raise _steps.SetupFailed("no npm registry is reached")

    environment = _environment.Environment(tmp_path / ".venv")
    monkeypatch.setattr(_environment, "set_up", lambda project, steps: environment)
    monkeypatch.setattr(_setup, "_runtime", unreachable)
    assert _setup.for_serving().environment == environment
    assert "no npm registry is reached" in capsys.readouterr().out
    with pytest.raises(_steps.SetupFailed, match="no npm registry"):
        _setup.for_testing()


# The files behind the set-up


@pytest.mark.parametrize("script", START_UP, ids=lambda path: path.name)
def test_start_up_scripts_run_on_an_old_python(script: Path) -> None:
    """What runs before a suitable Python is found has the grammar of 3.9 and needs no installed library."""
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 9))
    siblings = {path.stem for path in START_UP}
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= siblings | sys.stdlib_module_names


def test_serve_passes_on_what_was_asked() -> None:
    """The port is always passed on, the host only when it was given."""
    asked = serve.options_of(["--port", "9000"])
    assert serve.serve_command(asked, "navigator") == ["navigator", "serve", "--port", "9000"]
    asked = serve.options_of(["--host", "0.0.0.0"])  # noqa: S104  # only passed on, nothing listens
    assert serve.serve_command(asked, "navigator")[-2:] == ["--host", "0.0.0.0"]  # noqa: S104  # as above


def locked_versions(lock: str) -> dict[str, str]:
    """Return the locked version of each library in the text of a lock file."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.lock", ["", "test"]), ("requirements-node.lock", ["node"])]
)
def test_lock_fits_pyproject(lock: str, groups: list[str]) -> None:
    """Every library that pyproject.toml asks for is locked in a version that it allows."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {"": settings["project"]["dependencies"], **settings["dependency-groups"]}
    locked = locked_versions((PROJECT / lock).read_text(encoding="utf-8"))
    for requirement in (Requirement(text) for group in groups for text in asked[group]):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-node.lock"])
def test_lock_has_checksums_and_no_addresses(lock: str) -> None:
    """Every locked library has a checksum, and no lock says where to download from."""
    text = (PROJECT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked_versions(text))
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
