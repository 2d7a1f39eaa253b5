"""A static server as hosts are, with gzip, at the end of a link of a given speed."""

import functools
import gzip
import http.server
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final

PART: Final = 8_192
COMPRESSED: Final = {".html", ".css", ".js", ".mjs", ".json", ".wasm", ".svg", ".xml"}
"""What hosts compress on their way out."""
MIME: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
BARE: Final = "bare.html"
"""A page with nothing on it, which every folder is served with."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in the base class
        """Say nothing of a browser that hangs up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Link:
    """Serves a folder; all its connections together have `megabits` a second, or no limit."""

    def __init__(self, folder: Path, megabits: float | None = None) -> None:
        """Take the folder; the server runs for as long as it is used as a context."""
        self.folder = folder
        self.sent = 0
        """How many bytes have been sent, headers left out."""
        self._rate = megabits * 1_000_000 / 8 if megabits else None
        self._free_at = 0.0
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), functools.partial(_Handler, self))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def pace(self, size: int) -> None:
        """Wait as long as the link takes for some bytes."""
        with self._lock:
            self.sent += size
            if not self._rate:
                return
            now = time.monotonic()
            self._free_at = max(self._free_at, now) + size / self._rate
            wait = self._free_at - now
        time.sleep(wait)

    def __enter__(self) -> "Link":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


@functools.cache
def body_of(file: Path, changed: float) -> tuple[bytes, bool]:
    """Return what is sent for a file, and whether it is compressed; `changed` is when it was last written."""
    content = file.read_bytes()
    return (gzip.compress(content, 6), True) if file.suffix in COMPRESSED else (content, False)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, link: Link, *args: object) -> None:
        self._link = link
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        file = self._link.folder / path
        if file.is_dir():
            file /= "index.html"
        if path == BARE:
            self._send(b"<!doctype html><title>Bare</title>", ".html", packed=False)
        elif file.is_file():
            content, packed = body_of(file, file.stat().st_mtime)
            self._send(content, file.suffix, packed=packed)
        else:
            self.send_error(404)

    def _send(self, content: bytes, suffix: str, *, packed: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", MIME.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            for begin in range(0, len(content), PART):
                part = content[begin : begin + PART]
                self._link.pace(len(part))
                self.wfile.write(part)
        except ConnectionError:
            self.close_connection = True  # the browser has left

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the benchmark's output clean."""
