"""Pack files smaller than any browser can unpack by itself, and bring the library that unpacks them there."""

import hashlib
from pathlib import Path
from typing import Final

from navigator.runtime.subprocesses import RuntimeMissing, made_at_once

SUFFIX: Final = ".xz"
UNPACKER: Final = "xz.mjs"
LIBRARY: Final = Path("xz-decompress", "dist", "package", "xz-decompress.min.js")
# The library is written for the module system of Node, which no browser has.
MODULE: Final = """\
const exports = {{}};
const module = {{ exports }};
const require = () => globalThis;
{library}
export const {{ XzReadableStream }} = module.exports;
"""
# Contexts of three bits, and no regard to positions: this packs both programs and compiled Python best.
CONTEXT_BITS: Final = 3
WINDOW: Final = 1 << 24


def pack(source: Path, cache: Path) -> Path:
    """Return `source` packed, in a folder of `cache` named by its content. Raises RuntimeMissing."""
    try:
        import lzma  # noqa: PLC0415 - a Python may have been built without it
    except ImportError as error:
        raise RuntimeMissing("this Python was built without lzma. Install another one") from error
    model = {
        "id": lzma.FILTER_LZMA2,
        "preset": 9 | lzma.PRESET_EXTREME,
        "lc": CONTEXT_BITS,
        "lp": 0,
        "pb": 0,
        "dict_size": WINDOW,
    }
    content = source.read_bytes()
    folder = cache / f"packed-{_digest(content, repr(model).encode())}"
    name = f"{source.name}{SUFFIX}"
    if not folder.is_dir():
        with made_at_once(folder) as making:
            # The library knows no other checksum than this one.
            packed = lzma.compress(content, lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=[model])
            (making / name).write_bytes(packed)
    return folder / name


def unpacker(packages: Path, cache: Path) -> Path:
    """Return the library of the npm folder `packages` as a module for browsers. Raises RuntimeMissing."""
    try:
        library = (packages / LIBRARY).read_text(encoding="utf-8")
    except OSError as error:
        raise RuntimeMissing(f"{LIBRARY} is missing among the npm packages: {error}") from error
    module = MODULE.format(library=library).encode()
    folder = cache / f"unpacker-{_digest(module)}"
    if not folder.is_dir():
        with made_at_once(folder) as making:
            (making / UNPACKER).write_bytes(module)
    return folder / UNPACKER


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
