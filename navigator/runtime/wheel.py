"""Build the engine's wheel: the part of this package that runs in the browser, and nothing else."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from navigator import __version__
from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.subprocesses import cache_key

PACKAGE: Final = Path(__file__).parent.parent
IN_BROWSER: Final = ("core", "render")
NAME: Final = "navigator-engine"
METADATA: Final = """\
Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: The engine of the fostering policy navigator, as it runs in the browser.
Requires-Python: >=3.12
"""
WHEEL: Final = """\
Wheel-Version: 1.0
Generator: {name}
Root-Is-Purelib: true
Tag: py3-none-any
"""


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
    parts = (f"\0{name}\0{len(content)}\0".encode() + content for name, content in sources.items())
    return f"{__version__}.post{int(cache_key((METADATA + WHEEL).encode(), *parts)[:8], 16)}"


def build_engine_wheel(out: Path) -> Path:
    """Return the engine's wheel in a folder of `out`, building it unless it is there for these very sources.

    The same sources give the same bytes: the archive's dates are those that `ZipInfo` has by itself.
    """
    sources = engine_sources()
    version = engine_version(sources)
    stem = f"{NAME.replace('-', '_')}-{version}"
    built, name = out.resolve() / f"engine-{version}", f"{stem}-py3-none-any.whl"
    if not is_whole(built):
        about = {"METADATA": METADATA, "WHEEL": WHEEL}
        files = sources | {
            f"{stem}.dist-info/{name}": text.format(name=NAME, version=version).encode()
            for name, text in about.items()
        }
        record = f"{stem}.dist-info/RECORD"
        files[record] = "".join([*map(_recorded, files, files.values()), f"{record},,\n"]).encode()
        with made_at_once(built) as folder, ZipFile(folder / name, "w", ZIP_DEFLATED) as archive:
            for path, content in files.items():
                archive.writestr(ZipInfo(path), content, ZIP_DEFLATED)
    return built / name


def _recorded(path: str, content: bytes) -> str:
    """Return a file's line of a wheel's RECORD: its path, checksum and size."""
    checksum = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{path},sha256={checksum},{len(content)}\n"
