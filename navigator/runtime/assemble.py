"""Assemble what the site serves so that a browser can run the engine, with no request to anyone else."""

import gzip
import hashlib
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from navigator.disk.files import write_file
from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.esbuild import bundle
from navigator.runtime.npm import LOADER, LOCK, ServedFile, fetch_runtime, pinned_files, pinned_version
from navigator.runtime.start_archive import NAME as START
from navigator.runtime.start_archive import build_start
from navigator.runtime.subprocesses import RuntimeMissing, checksum, run
from navigator.runtime.wheel import NAME, build_engine_wheel
from navigator.runtime.workbench_code import build_workbench_code
from navigator.runtime.xz import SUFFIX as PACKED
from navigator.runtime.xz import pack

__all__ = ["Runtime", "RuntimeMissing", "ServedFile", "assemble", "build_engine_wheel", "fetch_runtime"]

GZIP_LEVEL = 6
WASM = "pyodide.asm.wasm"
SERVED_LOADER = "pyodide.js"
"""What Pyodide's loader is called here: there are servers that take no `.mjs` for a script."""
FIRST_VISIT = (SERVED_LOADER, "pyodide.asm.js", f"{WASM}{PACKED}", f"{START}{PACKED}")
"""What a browser fetches to start. The others are there for a plain start, where a quick one fails."""


@dataclass(frozen=True)
class Runtime:
    """The files that start Python and the engine in a browser, in one folder."""

    folder: Path
    files: tuple[ServedFile, ...]
    """Every file that has to be served, by name."""
    scripts: Path
    """The folder of the site's scripts and styles, bundled."""
    unpacked: dict[str, str]
    """The checksum of each file that is served packed only, by its name once unpacked."""
    workbench: Path
    """The workbench's program, not packed yet: only its own page asks for it."""

    @property
    def gzipped_bytes(self) -> int:
        """What a browser downloads on a first visit, in bytes, from a server that compresses."""
        return sum(file.gzipped for file in self.files if file.name in FIRST_VISIT)

    @property
    def unpacked_bytes(self) -> int:
        """The same as it comes, once the server's own compression is undone, in bytes."""
        return sum(file.size for file in self.files if file.name in FIRST_VISIT)

    @property
    def digest(self) -> str:
        """A short name for these very files: it changes whenever one of them does."""
        listed = "".join(f"{file.name} {file.sha256}\n" for file in self.files)
        return hashlib.sha256(listed.encode()).hexdigest()[:12]

    @property
    def lock_info(self) -> dict[str, str]:
        """What the lock file says of the runtime, without its packages."""
        info: dict[str, str] = json.loads((self.folder / LOCK).read_text(encoding="utf-8"))["info"]
        return info


def assemble(out: Path, cache: Path) -> Runtime:
    """Write the runtime's files into the folder `out` and return what they are.

    Downloads and builds are kept in `cache`, and a file of `out` that is right already is left as it is, so
    the second call is quick. Wheels of earlier engines are removed from `out`, and nothing else is.

    Raises RuntimeMissing, with what to do, when Pyodide cannot be fetched or the engine cannot be built.
    """
    package = fetch_runtime(cache)
    wheel = build_engine_wheel(cache)
    lock = _lock_with_engine(package / LOCK, wheel)
    start = build_start(package, wheel)
    pinned = {served(file.name): replace(file, name=served(file.name)) for file in pinned_files()}
    sources = {served(file.name): package / file.name for file in pinned_files()}
    sources |= {LOCK: lock, wheel.name: wheel}
    sources |= {path.name: path for path in (pack(start, cache), pack(package / WASM, cache))}
    del pinned[LOCK]
    files = tuple(pinned.get(name) or describe(path) for name, path in sorted(sources.items()))

    for file in files:
        target = out / file.name
        if not target.is_file() or checksum(target) != file.sha256:
            write_file(target, sources[file.name].read_bytes())
    for earlier in out.glob(f"{NAME.replace('-', '_')}-*.whl"):
        if earlier.name != wheel.name:
            earlier.unlink()
    return Runtime(
        folder=out,
        files=files,
        scripts=bundle(package.parent, cache),
        unpacked={START: describe(start).sha256},
        workbench=build_workbench_code(package, start, cache),
    )


def served(name: str) -> str:
    """Return the name that a file of Pyodide's package is served under."""
    return SERVED_LOADER if name == LOADER else name


def describe(path: Path) -> ServedFile:
    """Return the sizes and the checksum of the file at `path`."""
    content = path.read_bytes()
    return ServedFile(
        name=path.name,
        size=len(content),
        gzipped=len(gzip.compress(content, GZIP_LEVEL)),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _lock_with_engine(original: Path, wheel: Path) -> Path:
    """Return a lock file, kept beside the folder of `wheel`, with the engine as its only package.

    The others in Pyodide's own lock are not served here: naming them would invite requests that fail.
    """
    made = wheel.parent.with_name(f"lock-{pinned_version()}-{wheel.parent.name}")
    if not is_whole(made):
        spec = json.loads(original.read_text(encoding="utf-8"))
        with made_at_once(made) as folder:
            empty = folder / "empty.json"
            empty.write_text(json.dumps({**spec, "packages": {}}), encoding="utf-8")
            command = [sys.executable, "-m", "pyodide_cli", "lockfile", "add-wheels", "--input", str(empty)]
            command += ["--output", str(folder / LOCK), "--base-path", str(wheel.parent), str(wheel)]
            run(command, cwd=wheel.parent, purpose="adding the engine to Pyodide's lock file")
    return made / LOCK
