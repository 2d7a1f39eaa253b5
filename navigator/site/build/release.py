"""What a browser must know of one release, so that no part of one is ever taken for a part of another."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from navigator.runtime.assemble import Runtime
from navigator.site.build.csp import add_to_head
from navigator.site.kit.page import ASSETS, Output
from navigator.site.pages.wizard import RUNTIME

DIGITS: Final = 12


def with_release(worker: Path, library: str, runtime: Runtime) -> str:
    """Return the engine's worker, which begins with the checksum of every file that the engine is made of."""
    files = {file.name: file.sha256 for file in runtime.files} | runtime.unpacked
    files["library.json"] = hashlib.sha256(library.encode()).hexdigest()
    engine = {"files": files, "lock": runtime.lock_info}
    return f"const ENGINE = {json.dumps(engine)};\n{worker.read_text(encoding='utf-8')}"


class Release:
    """One release: its own folders for scripts and for the engine, and the name that every page carries.

    A page then never meets a script of another release, whatever caches stand between, and a browser keeps
    the engine's files for as long as they stay the same.
    """

    def __init__(self, made: Iterable[Output], runtime: Runtime | None) -> None:
        """Name the release by its scripts, its library and its engine."""
        digest = hashlib.sha256((runtime.digest if runtime else "").encode())
        for output in sorted(made, key=lambda each: each.path):
            if output.path.startswith(ASSETS):
                digest.update(output.path.encode() + b"\0" + hashlib.sha256(output.bytes).digest())
        self.name = digest.hexdigest()[:DIGITS]
        self._moves = {ASSETS: f"{ASSETS}{self.name}/"}
        if runtime:
            self._moves[RUNTIME] = f"{RUNTIME}{runtime.digest}/"

    def placed(self, output: Output) -> Output:
        """Return a file in the folder of its release."""
        path = self._moved(output.path)
        return output if path == output.path else replace(output, path=path)

    def page(self, html: str) -> str:
        """Return a page that refers to this release's folders and carries its name."""
        return add_to_head(self._moved(html), f'<meta name="navigator-release" content="{self.name}">')

    def _moved(self, text: str) -> str:
        for old, new in self._moves.items():
            text = text.replace(old, new)
        return text
