"""What the browser gets to run the engine: the right files, unharmed, complete, and from this site alone."""

import ast
import hashlib
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from navigator import __version__
from navigator.runtime import npm, subprocesses, wheel
from navigator.runtime.assemble import Runtime, RuntimeMissing, assemble, build_engine_wheel
from tests.browser.served import Server

PROJECT = Path(__file__).parent.parent
CACHE = PROJECT / ".cache" / "navigator"  # the set-up fetched the runtime for the site


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    return assemble(tmp_path_factory.mktemp("site") / "runtime", CACHE)


def engine_wheel(runtime: Runtime) -> str:
    """Return the name of the engine's wheel."""
    (name,) = (file.name for file in runtime.files if file.name.endswith(".whl"))
    return name


@pytest.fixture(scope="module")
def engine(runtime: Runtime) -> dict[str, str]:
    """Return the text of each file in the engine's wheel."""
    with zipfile.ZipFile(runtime.folder / engine_wheel(runtime)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


# What is served


def test_folder_holds_what_a_browser_needs(runtime: Runtime) -> None:
    """The folder has Pyodide's files, the engine's wheel, and what a quick start is unpacked from."""
    needed = {"pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"}
    needed |= {"start.zip.bin", "pyodide.asm.wasm.bin", engine_wheel(runtime)}
    assert {path.name for path in runtime.folder.iterdir()} == needed


def test_files_are_as_described(runtime: Runtime) -> None:
    """Each file has the size and the checksum that the runtime tells."""
    for file in runtime.files:
        content = (runtime.folder / file.name).read_bytes()
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest()), file.name
    assert {file.name for file in runtime.files} == {path.name for path in runtime.folder.iterdir()}


def test_download_is_counted(runtime: Runtime) -> None:
    """The gzipped total is what a first visit fetches: less than 0.8 of what a plain start would."""
    size = {file.name: file.gzipped for file in runtime.files}
    scripts = size["pyodide.js"] + size["pyodide.asm.js"]
    packed = size["start.zip.bin"] + size["pyodide.asm.wasm.bin"]
    assert runtime.gzipped_bytes == scripts + packed
    plain = scripts + sum(
        file.gzipped for file in npm.pinned_files() if file.name not in {npm.LOADER, "pyodide.asm.js"}
    )
    assert runtime.gzipped_bytes < 0.8 * plain


def test_lock_names_only_the_engine(runtime: Runtime) -> None:
    """The lock file has the engine with its name and checksum, and no package that is not served."""
    lock = json.loads((runtime.folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert list(lock["packages"]) == ["navigator-engine"]
    package = lock["packages"]["navigator-engine"]
    assert package["file_name"] == engine_wheel(runtime)
    content = (runtime.folder / engine_wheel(runtime)).read_bytes()
    assert package["sha256"] == hashlib.sha256(content).hexdigest()
    assert package["imports"] == ["navigator"]
    assert package["depends"] == []


def test_lock_has_no_addresses(runtime: Runtime) -> None:
    """Nothing in the lock file leads to another site."""
    assert "//" not in (runtime.folder / "pyodide-lock.json").read_text(encoding="utf-8")


def test_versions_are_told(runtime: Runtime) -> None:
    """Pyodide is the pinned one, and the runtime tells its Python, which is the Python of this project."""
    package = json.loads((npm.fetch_runtime(CACHE) / "package.json").read_text(encoding="utf-8"))
    assert package["version"] == npm.pinned_version()
    ours = (PROJECT / ".python-version").read_text(encoding="utf-8").strip()
    assert runtime.lock_info["python"].startswith(f"{ours}.")


# The engine's wheel


def test_wheel_holds_the_engine_only(engine: dict[str, str]) -> None:
    """The wheel has the core, the renderer, the version and its own description, and nothing else."""
    parts = {name.partition("/")[0] for name in engine}
    assert parts == {
        "navigator",
        f"navigator_engine-{wheel.engine_version(wheel.engine_sources())}.dist-info",
    }
    inside = {name.split("/")[1] for name in engine if name.startswith("navigator/")}
    assert inside <= {"__init__.py", "core", "render"}
    assert {"__init__.py", "core"} <= inside


def imports_of(source: str, name: str) -> set[str]:
    """Return the full names of the modules that the module `name` imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = name.removesuffix(".py").split("/")[: -node.level] if node.level else []
            found.add(".".join([*package, *([node.module] if node.module else [])]))
    return found


def test_engine_imports_the_standard_library_only(engine: dict[str, str]) -> None:
    """Every import of the engine is itself, or a standard module that Pyodide starts with."""
    lock = json.loads((npm.fetch_runtime(CACHE) / npm.LOCK).read_text(encoding="utf-8"))
    apart = [one for one in lock["packages"].values() if one["package_type"] == "cpython_module"]
    served = sys.stdlib_module_names - {module for one in apart for module in one["imports"]}
    strangers = {
        (name, module)
        for name, source in engine.items()
        if name.endswith(".py")
        for module in imports_of(source, name)
        if module.partition(".")[0] not in served
        and not f"{module}.".startswith(("navigator.core.", "navigator.render."))
        and module != "navigator"
    }
    assert strangers == set()


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import yaml.nodes", {"yaml.nodes"}),
        ("def f():\n    from navigator.load import read", {"navigator.load"}),
        ("from ...site import plugin", {"navigator.site"}),
        ("from . import dates", {"navigator.core.typed"}),
    ],
)
def test_imports_are_seen(source: str, imported: set[str]) -> None:
    """The check above sees imports inside functions and relative ones."""
    assert imports_of(source, "navigator/core/typed/dates.py") == imported


def test_wheel_is_reproducible(tmp_path: Path) -> None:
    """Two builds of the same sources have the same name and the same bytes."""
    first, second = build_engine_wheel(tmp_path / "a"), build_engine_wheel(tmp_path / "b")
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_wheel_is_built_once(tmp_path: Path) -> None:
    """A second call gives the wheel that is there."""
    first = build_engine_wheel(tmp_path)
    built = first.stat().st_mtime_ns
    assert build_engine_wheel(tmp_path) == first
    assert first.stat().st_mtime_ns == built


def test_version_changes_with_the_sources() -> None:
    """The wheel is named after the package's version and its sources: another content, another name."""
    sources = wheel.engine_sources()
    version = wheel.engine_version(sources)
    assert version.startswith(f"{__version__}.post")
    assert wheel.engine_version({**sources, "navigator/core/new.py": b""}) != version
    assert wheel.engine_version({**sources, "navigator/__init__.py": b""}) != version


# Doing it again


def test_second_assembly_changes_nothing(runtime: Runtime) -> None:
    """What is right already is left as it is, so that a browser's cache stays good."""
    before = {path: path.stat().st_mtime_ns for path in runtime.folder.iterdir()}
    assert assemble(runtime.folder, CACHE) == runtime
    assert {path: path.stat().st_mtime_ns for path in runtime.folder.iterdir()} == before


def test_assembly_repairs_and_tidies(runtime: Runtime, tmp_path: Path) -> None:
    """A damaged file is written anew, an earlier engine goes, and the site's own files stay."""
    out = tmp_path / "runtime"
    shutil.copytree(runtime.folder, out)
    (out / "pyodide.js").write_text("damaged", encoding="utf-8")
    (out / "navigator_engine-0.0.1-py3-none-any.whl").touch()
    (out / "worker.js").touch()
    assert assemble(out, CACHE).files == runtime.files
    kept = {path.name for path in out.iterdir()}
    assert kept == {file.name for file in runtime.files} | {"worker.js"}
    assert (out / "pyodide.js").read_bytes() == (runtime.folder / "pyodide.js").read_bytes()


# When it cannot be had


def test_without_npm_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without npm the error says what to install, and nothing half made is left."""
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(RuntimeMissing, match=r"install Node\.js"):
        assemble(tmp_path / "out", tmp_path / "cache")
    assert not (tmp_path / "out").exists()


def test_failing_npm_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When npm fails its last lines are in the error, and the next call starts afresh."""
    failing = tmp_path / "npm"
    failing.write_text("#!/bin/sh\necho 'registry not reached'\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    monkeypatch.setattr(npm, "tool", lambda _: str(failing))
    with pytest.raises(RuntimeMissing, match="registry not reached"):
        npm.fetch_runtime(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [("pyodide.mjs", "tampered", "another checksum"), ("python_stdlib.zip", None, "is missing")],
)
def test_other_files_than_pinned_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str | None, problem: str
) -> None:
    """A file that is missing or is not the pinned one is named, and the runtime is not used."""
    package = npm.fetch_runtime(CACHE)

    def install(installed: Path) -> None:
        fetched = installed / "node_modules" / "pyodide"
        shutil.copytree(package, fetched)
        (fetched / name).unlink()
        if content is not None:
            (fetched / name).write_text(content, encoding="utf-8")

    monkeypatch.setattr(npm, "_install", install)
    with pytest.raises(RuntimeMissing, match=f"{name} .*{problem}"):
        npm.fetch_runtime(tmp_path)


def test_damaged_cache_is_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that went bad is thrown away and fetched anew, without a word to the person."""
    package = npm.fetch_runtime(CACHE)
    monkeypatch.setattr(
        npm,
        "_install",
        lambda installed: shutil.copytree(
            package, installed / "node_modules" / "pyodide", dirs_exist_ok=True
        ),
    )
    fetched = npm.fetch_runtime(tmp_path)
    (fetched / "pyodide.asm.wasm").write_bytes(b"half a downl")
    assert npm.fetch_runtime(tmp_path) == fetched
    assert (fetched / "pyodide.asm.wasm").stat().st_size > 1_000_000


def test_tool_that_cannot_start(tmp_path: Path) -> None:
    """A tool that is not there is told by name."""
    with pytest.raises(RuntimeMissing, match="no-such-tool cannot be started"):
        subprocesses.run([str(tmp_path / "no-such-tool")], cwd=tmp_path, purpose="trying")


# The pins


def test_npm_lock_has_checksums_and_no_addresses() -> None:
    """The npm lock pins every package by checksum and says nothing about where to download from."""
    lock = json.loads((npm.HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages["node_modules/pyodide"]["version"] == npm.pinned_version()
    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_pinned_sizes_are_of_the_pinned_files() -> None:
    """The sizes kept beside the checksums are the files' own; gzipped ones may differ a little by zlib."""
    package = npm.fetch_runtime(CACHE)
    for pinned in npm.pinned_files():
        assert pinned.size == (package / pinned.name).stat().st_size
        assert 0 < pinned.gzipped <= pinned.size * 1.001


# In a real browser

WORKER = """\
import { loadPyodide } from "./runtime/pyodide.js";
try {
  const base = new URL("./runtime/", import.meta.url).href;
  const python = await loadPyodide({ indexURL: base, lockFileURL: base + "pyodide-lock.json" });
  await python.loadPackage("navigator-engine", { messageCallback() {} });
  postMessage(python.runPython("import sys, navigator, navigator.core\\n" +
    "f'{navigator.__version__} on {sys.version.split()[0]}'"));
} catch (error) {
  postMessage(String(error));
}
"""

START = """\
() => new Promise((resolve) => {
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = (event) => resolve(event.message);
})
"""


@pytest.fixture
def site(runtime: Runtime) -> Iterator[str]:
    """Serve the runtime with a page and a worker beside it, and return the page's address."""
    root = runtime.folder.parent
    (root / "index.html").write_text("<!doctype html><title>Start</title>", encoding="utf-8")
    (root / "worker.js").write_text(WORKER, encoding="utf-8")
    with Server(root) as server:
        yield server.address


def test_engine_starts_in_a_browser(site: str, runtime: Runtime) -> None:
    """In a worker the engine imports, on the Python that was told, and every request goes to this site."""
    chromium = os.environ.get("NAVIGATOR_CHROMIUM") or shutil.which("chromium")
    assert chromium, "Run this by scripts/test.py, which finds or installs Chromium"
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        context = browser.new_context()
        requests: list[str] = []
        context.on("request", lambda request: requests.append(request.url))
        page = context.new_page()
        page.goto(site)
        answer = page.evaluate(START)
        browser.close()
    assert answer == f"{__version__} on {runtime.lock_info['python']}"
    assert [url for url in requests if not url.startswith(site)] == []
    asked_for = {url.rpartition("/")[2] for url in requests}
    of_a_quick_start = {"start.zip.bin", "pyodide.asm.wasm.bin"}
    assert {file.name for file in runtime.files} - of_a_quick_start <= asked_for
