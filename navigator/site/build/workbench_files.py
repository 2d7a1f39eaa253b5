"""What the workbench's worker asks for: its program, and the data of this site with what that needs."""

import hashlib
import json
import lzma
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.load.holidays import PACKAGE, TABLE, table_of
from navigator.load.layout import NATIONAL, WORDS
from navigator.load.library import Loaded
from navigator.load.national import is_own, placed
from navigator.load.travelling import travelling
from navigator.runtime.assemble import Runtime
from navigator.runtime.many_in_one import many_in_one
from navigator.runtime.subprocesses import cache_key
from navigator.runtime.xz import SUFFIX, pack
from navigator.site.kit.page import Output
from navigator.site.pages.wizard import RUNTIME

WORKER: Final = "workbench-worker.js"
"""The worker that asks for them."""
FOLDER: Final = "data"
"""The data folder, on the disk in the browser's memory."""
PROGRAM: Final = "navigator"
"""The program's own folder there, which has the national part of a site that has none of its own."""
NATIONS: Final = (("GB", "ENG"), ("GB", "NIR"), ("GB", "SCT"), ("GB", "WLS"))
"""Whose bank holidays a draft may ask for, whatever calendars there are."""
READ: Final = "read"
"""The file with what was read of the data folder."""
YEARS: Final = (1990, 2060)
"""The first and the last year that a draft's calendar may cover."""
QUICK: Final = {"id": lzma.FILTER_LZMA2, "preset": 2, "dict_size": 1 << 23}
"""How data is packed, which changes often: in a fifth of the time that the smallest would take."""


class WorkbenchFiles:
    """The files of one site's workbench."""

    def __init__(self, loaded: Loaded, runtime: Runtime, cache: Path) -> None:
        """Take what was read of the data folder; nothing is packed yet."""
        self._loaded = loaded
        self._runtime = runtime
        self._cache = cache
        self._program = pack(runtime.workbench, cache)
        self._code = f"{runtime.workbench.name}-{_digest(self._program.read_bytes())}"
        self._data = f"workbench-data-{_digest(*self._told())}{SUFFIX}"

    def outputs(self) -> Iterator[Output]:
        """Yield the files beside those of the engine. The data is packed when it is asked for."""
        yield Output(f"{RUNTIME}{self._code}{SUFFIX}", copy_of=self._program)
        yield Output(f"{RUNTIME}{self._data}", make=self._packed_data)

    def worker(self, script: str) -> str:
        """Return the worker's script, which begins with the names and checksums of all that it asks for."""
        files = {file.name: file.sha256 for file in self._runtime.files} | self._runtime.unpacked
        for name, path in ((self._code, self._runtime.workbench), (f"{self._code}{SUFFIX}", self._program)):
            files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        engine = {"files": files, "lock": self._runtime.lock_info}
        asked = {"program": self._code, "data": self._data}
        return f"const ENGINE = {json.dumps(engine)}, WORKBENCH = {json.dumps(asked)};\n{script}"

    def _told(self) -> Iterator[bytes]:
        """Yield what the data hangs on: what was read of it is in the form of this very program."""
        yield self._code.encode()
        yield repr((version(PACKAGE), self._places(), YEARS, is_own(self._loaded.folder))).encode()
        for name, file in sorted(self._loaded.files.items()):
            yield name.encode() + b"\0" + file.digest
        for words in self._loaded.words:
            yield repr((words.language, words.texts)).encode()

    def _places(self) -> list[tuple[str, str]]:
        """Return the places whose bank holidays travel: of the nations, and of all calendars there are."""
        calendars = self._loaded.library.calendars if self._loaded.library else ()
        return sorted({*NATIONS, *((each.country, each.subdivision) for each in calendars)})

    def _packed_data(self) -> Path:
        folder = self._cache / self._data.removesuffix(SUFFIX)
        if not is_whole(folder):
            with made_at_once(folder) as making:
                packed = lzma.compress(self.contents(), lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=[QUICK])
                (making / self._data).write_bytes(packed)
        return folder / self._data

    def contents(self) -> bytes:
        """Return one file with all of the data folder, by where each file goes on the disk in memory."""
        folder = self._loaded.folder
        home = FOLDER if is_own(folder) else PROGRAM
        files = {
            f"{home if name.startswith(f'{NATIONAL}/') else FOLDER}/{name}": placed(folder, name).read_bytes()
            for name in self._loaded.files
        }
        for words in self._loaded.words:
            files[f"{FOLDER}/{WORDS}/{words.language}.yaml"] = Path(words.shown).read_bytes()
        files[f"{PROGRAM}/{TABLE.name}"] = table_of(self._places(), *YEARS).encode()
        files[READ] = travelling(self._loaded)
        return many_in_one(files)


def _digest(*parts: bytes) -> str:
    return cache_key(*parts)[:12]
