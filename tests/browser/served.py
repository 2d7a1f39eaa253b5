"""A static server for the site, which can be told to go wrong."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from tests.shipped import NOON

SUB_PATH = "/some/path/"
MISSING = "missing"
CUT_SHORT = "cut short"
GARBLED = "garbled"
HELD = "held"
STALLED = "stalled"
PORTAL = "portal"
LOGIN = b"<!doctype html><title>Welcome</title><h1>Log in to this network</h1>"
"""What a network sends in the place of everything, until somebody has logged in."""
PART = 100_000
PATIENCE = 60


class Server:
    """Serves a folder at `/` and below `/some/path/`, with faults for the names of single files."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; the server runs for as long as it is used as a context."""
        self.faults: dict[str, str] = {}
        """What is wrong, by the file's name or its path below the root: `missing`, `cut short`, `garbled`,
        `held` or `stalled` until `let_go`, or a `portal` in its place.
        """
        self.once: set[str] = set()
        """What goes wrong only the first time."""
        self.clock: datetime | None = datetime.fromisoformat(NOON)
        """The time that is sent as Date, if any."""
        self.changes: dict[str, Callable[[bytes], bytes]] = {}
        """What else is sent in the place of a file, by its name, made from what the file holds."""
        self.headers: dict[str, str] = {}
        """What is said besides with each answer, such as how long it stays fresh."""
        self.asked: list[str] = []
        """Every path asked for."""
        self.let_go = threading.Event()
        self.folder = folder
        """What is served."""
        handler = functools.partial(_Handler, self)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """The address of the site, as served at the root."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    @contextmanager
    def serving(self, folder: Path) -> Iterator[None]:
        """Serve another folder for a while, as after a release."""
        earlier, self.folder = self.folder, folder
        try:
            yield
        finally:
            self.folder = earlier

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go.set()
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, owner: Server, *args: object, **kwargs: object) -> None:
        self.owner = owner
        super().__init__(*args, directory=str(owner.folder), **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.owner.asked.append(self.path)
        path = self.path.partition("?")[0]
        if path.startswith(SUB_PATH):
            self.path = self.path.removeprefix(SUB_PATH[:-1])
        name = path.rpartition("/")[2]
        faults = self.owner.faults
        if name in self.owner.changes:
            self._send(self.owner.changes[name](self._file().read_bytes()))
            return
        # What is wrong with a file is wrong with what it is packed into.
        wrong = next((each for each in (name.removesuffix(".bin"), path[1:]) if each in faults), "")
        fault = faults.get(wrong)
        if wrong in self.owner.once:
            faults.pop(wrong, None)
        match fault:
            case "missing":
                self.send_error(404)
            case "cut short":
                self._part(whole=False)
            case "garbled":
                self._garbled()
            case "held":
                self._part(whole=True)
            case "stalled":
                self._part(whole=True, first=100)
            case "portal":
                self._login()
            case _:
                super().do_GET()

    def _garbled(self) -> None:
        """Send a file of the right length whose second half is not what it was."""
        content = bytearray(self._file().read_bytes())
        for place in range(len(content) // 2, len(content), 5_000):
            content[place] ^= 0x55
        self._send(bytes(content))

    def _part(self, *, whole: bool, first: int = PART) -> None:
        """Send the beginning of a file, and the rest when it is let go, or never."""
        content = self._file().read_bytes()
        if not whole:
            self._send(content[:first])
            return
        self._begin(len(content))
        self.wfile.write(content[:first])
        self.wfile.flush()
        if self.owner.let_go.wait(PATIENCE):
            self.wfile.write(content[first:])

    def _login(self) -> None:
        """Send what caches keep for an hour: not every network forbids them to."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(LOGIN)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(LOGIN)

    def end_headers(self) -> None:
        for name, value in self.owner.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def _file(self) -> Path:
        path = Path(self.translate_path(self.path))
        return path / "index.html" if path.is_dir() else path

    def _begin(self, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(self._file())))
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send(self, content: bytes) -> None:
        self._begin(len(content))
        self.wfile.write(content)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Give the time that tests are set in as now."""
        if timestamp is None and self.owner.clock:
            timestamp = self.owner.clock.timestamp()
        return super().date_time_string(timestamp)

    def send_header(self, keyword: str, value: str) -> None:
        """Leave out the date where there is none."""
        if keyword != "Date" or self.owner.clock:
            super().send_header(keyword, value)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the tests' output clean."""
