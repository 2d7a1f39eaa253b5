"""The program of the workbench for browsers: all that it imports beyond the engine's own start, compiled.

What it imports is read from its sources, at any depth, so that nothing has to be listed. PyYAML travels with
it, in its half that is Python.
"""

import ast
import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Final

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.npm import pinned_version
from navigator.runtime.start_archive import INSIDE as START
from navigator.runtime.start_archive import MAKE
from navigator.runtime.subprocesses import RuntimeMissing, cache_key, run, tool

NAME: Final = "workbench-code"
"""The archive, as a browser asks for it."""
PACKAGE: Final = Path(__file__).parents[1]
ROOM: Final = "workbench"
"""The room whose modules, and all that they import, are packed."""
INSIDE: Final = Path(__file__).parent / "start" / "pack_workbench.py"
WORDS: Final = "words"
"""The folder of the catalogue of words, which the program reads from a file."""
COMPILED_HALF: Final = "cyaml.py"
"""PyYAML's module for its half in C, which it does without."""


def build_workbench_code(package: Path, start: Path, cache: Path) -> Path:
    """Return the archive for a Pyodide package whose start is the archive `start`, kept in `cache`.

    Raises RuntimeMissing when it cannot be built.
    """
    sources = {**_sources(), **_yaml_sources()}
    scripts = [path.read_bytes() for path in (INSIDE, START, MAKE, start)]
    parts = (f"\0{name}\0{len(content)}\0".encode() + content for name, content in sources.items())
    built = cache.resolve() / f"workbench-{cache_key(pinned_version().encode(), *scripts, *parts)}"
    if not is_whole(built):
        with zipfile.ZipFile(start) as archive:
            sources["given.json"] = json.dumps(archive.namelist()).encode()
        sources["helpers.py"] = START.read_bytes()
        with made_at_once(built) as folder:
            handed = folder / "sources.zip"
            handed.write_bytes(_zipped(sources))
            command = [tool("node"), str(MAKE), str(package), str(handed), str(INSIDE), str(folder / NAME)]
            run(command, cwd=cache, purpose="packing the workbench")
            handed.unlink()
    return built / NAME


def _sources() -> dict[str, bytes]:
    """Return the program's files by path: each module with all that it imports, and the words."""
    found = set((PACKAGE / ROOM).rglob("*.py"))
    waiting = list(found)
    while waiting:
        more = {file for name in _imported(waiting.pop().read_bytes()) for file in _files(name)} - found
        found |= more
        waiting += more
    found.update((PACKAGE / WORDS).glob("*.yaml"))
    return {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in sorted(found)}


def _imported(source: bytes) -> Iterator[str]:
    """Yield the names that a source imports anywhere, and those of the packages around them."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            yield from accumulate(name.split("."), "{}.{}".format)


@cache
def _files(name: str) -> tuple[Path, ...]:
    """Return the file of a module, or of a package, of this project; there is none for any other name."""
    first, *rest = name.split(".")
    if first != PACKAGE.name:
        return ()
    place = PACKAGE.joinpath(*rest)
    return tuple(file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file())


def _yaml_sources() -> dict[str, bytes]:
    """Return PyYAML as it is installed here, without the half that is compiled C."""
    spec = find_spec("yaml")
    if spec is None or spec.origin is None:
        raise RuntimeMissing("PyYAML is not installed")
    folder = Path(spec.origin).parent
    files = (path for path in sorted(folder.glob("*.py")) if path.name != COMPILED_HALF)
    return {f"yaml/{path.name}": path.read_bytes() for path in files}


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return out.getvalue()
