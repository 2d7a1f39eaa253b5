"""The site served to somebody who is changing it: what is wrong is shown, and the last good site stays."""

import logging
import posixpath
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from navigator.check.checked import BadData
from navigator.core.errors import NavigatorError
from navigator.disk.stopping import stoppable
from navigator.load import gc_pause
from navigator.load.words import CATALOGUE, english_words, look_again
from navigator.site.build import banner
from navigator.site.build.kept import Kept
from navigator.site.build.on_demand import FIRST, SiteOnDemand
from navigator.site.build.plugin import POLICIES, navigator_plugin
from navigator.site.build.run_mkdocs import CONFIG, FAULTS, SiteRefused, in_words, settings
from navigator.site.build.watching import observer, written_by_hand

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

log = logging.getLogger("navigator.site")
LIVE_RELOAD: Final = "/livereload/"
QUIET_SECONDS: Final = 3


def serve(host: str, port: int, data: Path | None = None, language: str | None = None) -> None:
    """Serve the site until it is stopped, built again at each change. Raises SiteRefused."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with stoppable(), tempfile.TemporaryDirectory(prefix="navigator_") as folder:
        preview = Preview(Path(folder), f"http://{host}:{port}", data, language)
        config = preview.build()
        server: LiveReloadServer = Server(preview, host, port)
        if config:
            server = config.plugins.on_serve(server, config=config, builder=server.builder)
        try:
            server.serve()  # type: ignore[no-untyped-call] # MkDocs leaves it without types
        except KeyboardInterrupt:
            log.info("Shutting down...")
        except OSError as problem:
            raise SiteRefused(
                f"Port {port} cannot be used: {problem.strerror}. Name another with --port."
            ) from None
        finally:
            server.shutdown()


class Preview:
    """The site as it last was without errors, and what is wrong with what was written since."""

    def __init__(
        self, folder: Path, host: str, data: Path | None = None, language: str | None = None
    ) -> None:
        """Build below `folder`, which is empty. `host` is the address without the path."""
        self.root = folder / "0"
        """The folder to serve: another one for each site, so that none holds a page of an earlier one."""
        self.site: SiteOnDemand | None = None
        """What makes the pages in it; None while it only holds the page that there is no site yet."""
        self.banner = banner.NONE
        self.mount = ""
        """The path that the site is served at, once a file of settings has said it."""
        self.inputs: set[Path] = set()
        """What to watch for changes."""
        self._host, self._data, self._language = host, data, language
        self._words = english_words()
        self._has_settings = CONFIG.is_file()
        self._kept = Kept()
        self._open = FIRST
        self._count = 0
        self._made: float | None = None
        self.root.mkdir()

    def build(self) -> MkDocsConfig | None:
        """Make the site anew, or keep the one before. Return the settings if they are in order."""
        self._made = None
        with gc_pause.paused():
            config = self._build()
            gc_pause.set_aside()
        self._made = time.monotonic()
        return config

    def rest(self) -> None:
        """Clear away what earlier sites have left, once nothing has changed for a while."""
        if self._made and time.monotonic() - self._made > QUIET_SECONDS:
            self._made = None
            gc_pause.clear_away()

    def _build(self) -> MkDocsConfig | None:
        """Make the site, and at once the page that was asked for last, as somebody is looking at it."""
        self._count += 1
        folder = self.root.with_name(str(self._count))
        config = None
        with _records() as records, self._told(records):
            config = self._settings(folder)
            site = SiteOnDemand(config)
            if not site.make(self._open):
                site.make(FIRST)
            self._words = navigator_plugin(config).library.words
            self._show(site, _lines(records, logging.WARNING))
        if folder != self.root:
            shutil.rmtree(folder, ignore_errors=True)
        return config

    def make(self, path: str) -> SiteOnDemand | None:
        """Make what is asked for at a path, and return the site that it was made for.

        What keeps it from being made is told, and there is nothing at that path.
        """
        site = self.site
        if site is None or not f"{path}/".startswith(self.mount):
            return site
        address = posixpath.normpath("/" + path.removeprefix(self.mount)).lstrip("/")
        with _records() as records, self._told(records):
            if site.make(address) and path.endswith("/"):
                self._open = address
        return site

    @contextmanager
    def _told(self, records: list[logging.LogRecord]) -> Iterator[None]:
        """Tell what is wrong, should anything be, and go on."""
        try:
            yield
        except (*FAULTS, NavigatorError) as problem:
            reasons = _reasons(problem, records)
            # MkDocs itself has told why it gave up.
            self._refuse(reasons, () if isinstance(problem, Abort) else (in_words(problem),))
        except Exception as problem:
            log.exception("This is a fault of the program, and not of the site.")
            self._refuse([f"{type(problem).__name__}: {problem}"])

    def _settings(self, folder: Path) -> MkDocsConfig:
        """Return the settings as they stand now, for a build into a folder."""
        look_again()
        self.inputs |= written_by_hand(CONFIG, self._data) | {CATALOGUE}
        if self._has_settings and not CONFIG.is_file():
            raise SiteRefused(f"{CONFIG} is not there any more. Put it back.")
        # A warning ends a strict build. Somebody who is still writing goes on seeing the site.
        given = settings(self._data, language=self._language)
        config = load_config(**given, site_dir=str(folder), strict=False)
        # These plugins make the pages of this site alone. MkDocs would take them for the next one too.
        MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined] # MkDocs hides its type
        plugin = navigator_plugin(config)
        plugin.by_mkdocs, plugin.kept = False, self._kept
        self.inputs |= {Path(config.docs_dir), plugin.inputs(config)[POLICIES]}
        if not self.mount:
            self.mount = urlsplit(config.site_url or "").path.rstrip("/") + "/"
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = self._host + self.mount
        return config

    def _show(self, site: SiteOnDemand, warned: list[str]) -> None:
        """Serve a site, with what would keep it from being published."""
        before, earlier = self.root, self.site
        self.root, self.site = site.folder, site
        if earlier:
            earlier.given_up = True
        shutil.rmtree(before, ignore_errors=True)
        self.banner = banner.banner(self._words, "noticed", warned) if warned else banner.NONE

    def _refuse(self, reasons: list[str], untold: Iterable[str] = ()) -> None:
        """Go on serving what there is, with the reasons why there is nothing newer."""
        state = "kept" if self.site else "nothing"
        self.banner = banner.banner(self._words, state, reasons)
        if not self.site:
            (self.root / "index.html").write_text(banner.empty_page(self._words, state), encoding="utf-8")
        for line in (*untold, f"{self._words[f'site.preview.{state}.title']}."):
            log.error("%s", line)


class Server(LiveReloadServer):
    """MkDocs' server for a preview: each page has its banner, and loads again after each build."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        """Serve nothing yet."""
        super().__init__(self._build, host, port, str(preview.root), preview.mount or "/")
        self._preview = preview
        self.error_handler = self._error_page
        self.observer = observer()  # type: ignore[assignment] # of the same use, and of another class
        self._watch_inputs()

    def service_actions(self) -> None:
        """Do what is best done while there is nothing else to do; the server calls this again and again."""
        super().service_actions()
        self._preview.rest()

    def _build(self) -> None:
        self._preview.build()
        self.root = str(self._preview.root)
        self._watch_inputs()

    def _watch_inputs(self) -> None:
        for path in sorted(self._preview.inputs):
            if str(path.absolute()) not in self._watched_paths:
                self.watch(str(path))

    def _error_page(self, code: int) -> bytes | None:
        """Return the page for a missing address, where the site has one."""
        name = f"{code}.html"
        site = self._preview.site
        return (site.folder / name).read_bytes() if site and site.make(name) else None

    def serve_request(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request; a page begins with the banner, and is the only one where there is no site."""
        path = environ["PATH_INFO"]
        if path == banner.ADDRESS:
            start_response("200 OK", [("Content-Type", "text/css; charset=utf-8")])
            return [banner.STYLES.read_bytes()]
        if path.startswith(LIVE_RELOAD):
            return super().serve_request(environ, start_response)
        if not self._preview.site:
            environ["PATH_INFO"] = self.mount_path
        content, status, headers = self._answer(environ)
        if not self._preview.banner or dict(headers).get("Content-Type") != "text/html":
            start_response(status, headers)
            return content
        page = banner.with_banner(b"".join(content), self._preview.banner)
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]

    def _answer(self, environ: "WSGIEnvironment") -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """Return what MkDocs' server answers, once what is asked for has been made, with status and headers.

        It waits while a newer site is being made. What is asked for has then to be made again.
        """
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        while True:
            site = self._preview.make(path)
            begun: list[Any] = []

            def begin(*said: object, into: list[Any] = begun) -> Callable[[bytes], None]:
                into.extend(said)
                return lambda _: None

            content = super().serve_request(environ, begin)
            status, headers = begun
            if site is self._preview.site or not status.startswith("404"):
                return content, status, headers


class _Collecting(logging.Handler):
    """Collects what is told in one thread: others are told of what is asked for meanwhile."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.records.append(record)


@contextmanager
def _records() -> Iterator[list[logging.LogRecord]]:
    """Collect the warnings and errors that are told while the body runs."""
    handler = _Collecting(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield handler.records
    finally:
        logging.getLogger().removeHandler(handler)


def _lines(records: Iterable[logging.LogRecord], level: int) -> list[str]:
    """Return what was told at a level or above."""
    return [line for each in records if each.levelno >= level for line in each.getMessage().splitlines()]


def _reasons(problem: Exception, records: Iterable[logging.LogRecord]) -> list[str]:
    """Return why a site could not be built, one line each: what MkDocs has told, or the error itself."""
    if isinstance(problem, BadData):
        return list(map(str, problem.problems))
    told = _lines(records, logging.ERROR)
    return told if told and isinstance(problem, Abort) else [*told, in_words(problem)]
