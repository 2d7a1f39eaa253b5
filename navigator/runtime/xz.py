"""Pack files smaller than any browser can unpack by itself: a library in the engine's worker does."""

from pathlib import Path
from typing import Final

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.subprocesses import RuntimeMissing, cache_key

SUFFIX: Final = ".bin"
"""It says nothing of packing: a server that knew `.xz` might send such a file as something to be unpacked."""
# Contexts of three bits, and no regard to positions: this packs both programs and compiled Python best.
MODEL: Final = {"lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 24}


def pack(source: Path, cache: Path) -> Path:
    """Return `source` packed, in a folder of `cache` named by its content. Raises RuntimeMissing."""
    try:
        import lzma  # noqa: PLC0415 - a Python may have been built without it
    except ImportError as error:
        raise RuntimeMissing("this Python was built without lzma. Install another one") from error
    model = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, **MODEL}
    content = source.read_bytes()
    name = f"{source.name}{SUFFIX}"
    folder = cache / f"packed-{cache_key(content, repr((model, name)).encode())}"
    if not is_whole(folder):
        with made_at_once(folder) as making:
            # The library knows no other checksum than this one.
            packed = lzma.compress(content, lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=[model])
            (making / name).write_bytes(packed)
    return folder / name
