"""Build the engine's wheel: the part of this package that runs in the browser, and nothing else."""

import hashlib
import shutil
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from navigator import __version__
from navigator.runtime.subprocesses import made_at_once, run

PACKAGE = Path(__file__).parent.parent
IN_BROWSER = ("core", "render")
NAME = "navigator-engine"

PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "The engine of the fostering policy navigator, as it runs in the browser."
requires-python = ">=3.12"

[tool.hatch.build]
ignore-vcs = true

[tool.hatch.build.targets.wheel]
packages = ["navigator"]
"""

# Any fixed moment will do (this is 1 January 2020): the same sources then give the same bytes.
SOURCE_DATE_EPOCH = "1577836800"


def engine_sources() -> dict[str, bytes]:
    """Return the content of the engine's Python files by path, such as `navigator/core/__init__.py`."""
    paths = [PACKAGE / "__init__.py"]
    for part in IN_BROWSER:
        paths += sorted((PACKAGE / part).rglob("*.py"))
    return {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in paths}


def engine_version(sources: Mapping[str, bytes]) -> str:
    """Return this package's version with a post-release number made from the engine's `sources`.

    The wheel's name then changes whenever its content does, so that no cache on the way to the browser
    serves an old wheel with a new lock file.
    """
    digest = hashlib.sha256(f"{version('hatchling')} {SOURCE_DATE_EPOCH} {PYPROJECT}".encode())
    for name, content in sources.items():
        digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return f"{__version__}.post{int(digest.hexdigest()[:8], 16)}"


def build_engine_wheel(out: Path) -> Path:
    """Return the engine's wheel in a folder of `out`, building it unless it is there for these very sources.

    Raises RuntimeMissing when it cannot be built.
    """
    sources = engine_sources()
    engine = engine_version(sources)
    final = out.resolve() / f"engine-{engine}"
    name = f"{NAME.replace('-', '_')}-{engine}-py3-none-any.whl"
    if not (final / name).is_file():
        shutil.rmtree(final, ignore_errors=True)
        with made_at_once(final) as folder:
            _build(folder, engine, sources)
    return final / name


def _build(folder: Path, engine: str, sources: Mapping[str, bytes]) -> None:
    """Build the wheel into `folder` from a copy of its `sources`, which is removed again."""
    staged = folder / "sources"
    for name, content in sources.items():
        (staged / name).parent.mkdir(parents=True, exist_ok=True)
        (staged / name).write_bytes(content)
    (staged / "pyproject.toml").write_text(PYPROJECT.format(name=NAME, version=engine), encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    environment = {"SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH}
    run(command, cwd=staged, purpose="building the engine's wheel", env=environment)
    shutil.rmtree(staged)
