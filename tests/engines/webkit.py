"""WebKit as GTK has it, driven by its own WebDriver, in windows of a screen that nobody sees."""

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final
from urllib.error import HTTPError, URLError

import _engines

from tests.engines.tab import (
    BETWEEN_LOOKS,
    PATIENCE,
    PATIENCE_WITH_BROWSERS,
    NotNow,
    Settings,
    Tab,
    Tabs,
    at_home_in,
)

SCREEN: Final = "1280x1024x24"
# Its sandbox needs rights that root in a container lacks; the only site it opens is ours.
VARIABLES: Final = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "NO_AT_BRIDGE": "1"}
NO_WASM: Final = {"JSC_useWasm": "0"}
COMPILED_ONCE: Final = {"JSC_useOMGJIT": "0"}
"""Python's program is compiled quickly and never again: a journey asks it little."""
NO_STORAGE: Final = "--features=-CacheAPI,-IndexedDBAPI,-LocalStorage,-ServiceWorkers,-Cookie"
CONTROL: Final = "\ue009"
END: Final = "\ue010"
ENTER: Final = "\ue007"
# WebDriver looks for an element at once, and a page that scrolls smoothly has not brought it there by then.
INTO_VIEW: Final = "{block: 'center', behavior: 'instant'}"
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""The name that WebDriver gives to a reference to an element."""


@contextmanager
def webkit(settings: Settings) -> Tabs:
    """Start WebKit's driver, and give what opens tabs, each in a browser of its own."""
    programs = _engines.webkit()
    assert programs, "WebKit is not installed"
    with (
        tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as home,
        _screen(programs.screen) as display,
        _driver(programs.driver, {**at_home_in(home), "DISPLAY": display}, settings) as address,
    ):
        yield lambda: WebKitTab(address, programs.browser, settings)


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """Give the name of a screen that exists in memory only."""
    told, tell = os.pipe()
    process = subprocess.Popen(
        [program, "-displayfd", str(tell), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[tell],
    )
    os.close(tell)
    try:
        number = os.read(told, 10)
        yield f":{number.decode().strip()}"
    finally:
        os.close(told)
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def _driver(program: str, variables: Mapping[str, str], settings: Settings) -> Iterator[str]:
    """Give the address of a running driver."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [program, f"--port={port}"],
        env={**variables, **VARIABLES, **(COMPILED_ONCE if settings.wasm else NO_WASM)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _await(address)
        yield address
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _await(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            _command(f"{address}/status")
        except URLError:
            if time.monotonic() > end:
                raise
        else:
            return
        time.sleep(BETWEEN_LOOKS)


def _command(address: str, body: object = None, method: str | None = None) -> Any:  # noqa: ANN401 - JSON
    """Return what a command of WebDriver gives. Raises NotNow with what WebKit says where it fails."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_WITH_BROWSERS) as answer:  # noqa: S310
            return json.load(answer)["value"]
    except HTTPError as error:
        with error:
            told = json.load(error)["value"]
        raise NotNow(f"{told['error']}: {told['message']}") from None


class WebKitTab(Tab):
    """The one tab of a browser that keeps what it keeps in memory only."""

    def __init__(self, driver: str, browser: str, settings: Settings) -> None:
        """Open the tab."""
        arguments = ["--automation"]
        if not settings.scripts:
            arguments.append("--enable-javascript-markup=false")
        if not settings.storage:
            arguments.append(NO_STORAGE)
        if settings.private:
            arguments.append("--private")
        if settings.timezone:
            arguments.append(f"--time-zone={settings.timezone}")
        wanted = {"webkitgtk:browserOptions": {"binary": browser, "args": arguments}}
        made = _command(f"{driver}/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"{driver}/session/{made['sessionId']}"

    @property
    def problems(self) -> list[str]:
        return []  # WebDriver has no command that tells them

    def open(self, address: str) -> None:
        self._send("url", url=address)

    def back(self) -> None:
        self._send("back")

    def reload(self) -> None:
        self._send("refresh")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        return self._send("execute/sync", script=f"return ({expression})", args=[])

    def press(self, selector: str, aside: int = 0) -> None:
        element = self._element(selector)
        self.evaluate(f"document.querySelector({json.dumps(selector)})?.scrollIntoView({INTO_VIEW})")
        if not aside:
            self._send(f"{element}/click")
            return
        origin = {ELEMENT: element.removeprefix("element/")}
        moves = [
            {"type": "pointerMove", "x": aside, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._send("actions", actions=[{"type": "pointer", "id": "mouse", "actions": moves}])

    def type(self, selector: str, text: str) -> None:
        element = self._element(selector)
        self._send(f"{element}/clear")
        self._send(f"{element}/value", text=text)

    def enter(self, selector: str) -> None:
        self._send(f"{self._element(selector)}/value", text=ENTER)

    def add(self, text: str) -> None:
        strokes = [{"type": way, "value": key} for key in END + text for way in ("keyDown", "keyUp")]
        self._send("actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def paste(self, selector: str) -> None:
        self._send(f"{self._element(selector)}/value", text=f"{CONTROL}v")

    def close(self) -> None:
        _command(self._session, method="DELETE")

    def _element(self, selector: str) -> str:
        return f"element/{self._send('element', using='css selector', value=selector)[ELEMENT]}"

    def _send(self, path: str, **body: object) -> Any:  # noqa: ANN401 - JSON
        return _command(f"{self._session}/{path}", body)
