"""A server that takes the rules seriously: it knows a few kinds of files, and forbids browsers to guess."""

import functools
import http.server
import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Final

KNOWN: Final = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".png": "image/png",
}
"""What every server and object store knows."""
COMMON: Final = {
    ".txt": "text/plain",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "text/xml",
    ".pdf": "application/pdf",
    ".zip": "application/x-zip-compressed",
    ".gz": "application/x-gzip",
    ".bin": "application/octet-stream",
}
"""What Windows' server knows besides. It does not send a file of any other kind."""


class StrictHost:
    """Serves a folder at the root for as long as it is used as a context."""

    def __init__(
        self, folder: Path, others: str | None = None, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Take a folder, the type that is said of all but pages, styles and scripts, and more headers."""
        self.folder = folder
        self.others = others
        self.headers = headers
        self.gone: set[str] = set()
        """The names of files that are not sent."""
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def type_of(self, name: str) -> str | None:
        """Return what is said of a file, or nothing for one that is not sent."""
        suffix = Path(name).suffix
        if name in self.gone:
            return None
        return KNOWN.get(suffix) or self.others or COMMON.get(suffix)

    def __enter__(self) -> "StrictHost":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, owner: StrictHost, *args: object) -> None:
        self.owner = owner
        super().__init__(*args, directory=str(owner.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.endswith("/") or self.owner.type_of(path.rpartition("/")[2]):
            super().do_GET()
        else:
            self.send_error(404)

    def end_headers(self) -> None:
        for name, value in {"X-Content-Type-Options": "nosniff", **self.owner.headers}.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        return self.owner.type_of(Path(str(path)).name) or ""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the tests' output clean."""
