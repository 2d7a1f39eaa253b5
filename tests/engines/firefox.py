"""Firefox, driven over WebDriver BiDi, which it speaks itself: no other program stands in between."""

import itertools
import json
import re
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

import _engines
from websockets.sync.client import ClientConnection, connect

from tests.engines.tab import PATIENCE, PATIENCE_WITH_BROWSERS, NotNow, Settings, Tab, Tabs, at_home_in

QUIET: Final = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.download.alwaysOpenPanel": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
"""A browser that asks for nothing by itself and shows no page of its own."""
NO_COOKIES_NOR_STORAGE: Final = 2
LISTENS: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# In a page without scripts no promise is ever kept.
AS_JSON: Final = """found => found instanceof Promise
    ? found.then(each => JSON.stringify([each])) : JSON.stringify([found])"""
IN_VIEW: Final = """element => {
    element.scrollIntoView({block: "center", behavior: "instant"});
    const {left, top, width, height} = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    // Until all of a page is there, what is pressed may move away from under the pointer.
    return document.readyState === "complete" && width > 0 && there !== null && element.contains(there);
}"""
FOCUSED: Final = (
    "element => { element.focus(); element.select?.(); return document.activeElement === element; }"
)
BACKSPACE: Final = "\ue003"
CONTROL: Final = "\ue009"
END: Final = "\ue010"
ENTER: Final = "\ue007"


@contextmanager
def firefox(settings: Settings) -> Tabs:
    """Start Firefox with a profile of its own, and give what opens tabs in it."""
    program = _engines.firefox()
    assert program, "Firefox is not installed"
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _prefs(settings))
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile],
            env={**at_home_in(profile), **({"TZ": settings.timezone} if settings.timezone else {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        try:
            assert process.stderr
            with connect(f"{_listening(process.stderr)}/session", compression=None, max_size=None) as socket:
                browser = _Connection(socket)
                yield lambda: FirefoxTab(browser)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def _prefs(settings: Settings) -> list[tuple[str, object]]:
    prefs: dict[str, object] = {
        **QUIET,
        "javascript.enabled": settings.scripts,
        "javascript.options.wasm": settings.wasm,
        "browser.privatebrowsing.autostart": settings.private,
        "privacy.resistFingerprinting": settings.no_fingerprints,
    }
    if not settings.storage:
        prefs["network.cookie.cookieBehavior"] = NO_COOKIES_NOR_STORAGE
    return list(prefs.items())


def _listening(said: IO[str]) -> str:
    """Return the address at which Firefox waits to be told what to do."""
    heard = []
    for line in said:
        if found := LISTENS.search(line):
            return found[1]
        heard.append(line)
    raise RuntimeError(f"Firefox did not start: {''.join(heard)}")


class _Connection:
    """A session of WebDriver BiDi: one command at a time, and what is told meanwhile."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.told: list[dict[str, Any]] = []
        """What pages wrote into their consoles, errors that nobody caught, and what a policy refused."""
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])

    def send(self, method: str, **params: object) -> dict[str, Any]:
        """Return what a command gives. Raises NotNow with what Firefox says where it fails."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(timeout=PATIENCE_WITH_BROWSERS))
            if message["type"] == "event":
                self.told.append(message["params"])
            elif message["id"] == number:
                break
        if message["type"] == "error":
            raise NotNow(f"{message['error']}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result


class FirefoxTab(Tab):
    """A tab in a context of its own, as if the browser had been set up for it."""

    def __init__(self, browser: _Connection) -> None:
        """Open the tab."""
        self._browser = browser
        self._user = browser.send("browser.createUserContext")["userContext"]
        self._context = browser.send("browsingContext.create", type="tab", userContext=self._user)["context"]

    @property
    def problems(self) -> list[str]:
        self._browser.send("browsingContext.getTree", root=self._context)  # what came before is told before
        ours = (event for event in self._browser.told if event["source"].get("context") == self._context)
        return [event["text"] for event in ours if event["level"] == "error"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", delta=-1)

    def reload(self) -> None:
        self._send("browsingContext.reload", wait="complete")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        written = self._script("script.evaluate", expression=f"({AS_JSON})({expression})")
        return json.loads(written)[0]

    def press(self, selector: str, aside: int = 0) -> None:
        element = self._element(selector)
        if not self._script("script.callFunction", functionDeclaration=IN_VIEW, arguments=[element]):
            raise NotNow(f"{selector} is covered")
        middle = {"type": "element", "element": element}
        moves = [
            {"type": "pointerMove", "x": aside, "y": 0, "origin": middle},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def type(self, selector: str, text: str) -> None:
        self._focus(selector)
        self._strokes(text or BACKSPACE)

    def enter(self, selector: str) -> None:
        self._focus(selector)
        self._strokes(ENTER)

    def add(self, text: str) -> None:
        self._strokes(END + text)

    def paste(self, selector: str) -> None:
        self._focus(selector)
        self._keys([("keyDown", CONTROL), ("keyDown", "v"), ("keyUp", "v"), ("keyUp", CONTROL)])

    def close(self) -> None:
        self._browser.send("browser.removeUserContext", userContext=self._user)
        self._browser.told.clear()

    def _focus(self, selector: str) -> None:
        element = self._element(selector)
        if not self._script("script.callFunction", functionDeclaration=FOCUSED, arguments=[element]):
            raise NotNow(f"{selector} does not take the focus")

    def _strokes(self, keys: str) -> None:
        self._keys([(way, key) for key in keys for way in ("keyDown", "keyUp")])

    def _keys(self, keys: list[tuple[str, str]]) -> None:
        actions = [{"type": way, "value": key} for way, key in keys]
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self._send("input.performActions", actions=[source])

    def _element(self, selector: str) -> dict[str, Any]:
        locator = {"type": "css", "value": selector}
        found = self._send("browsingContext.locateNodes", locator=locator, maxNodeCount=1)["nodes"]
        if not found:
            raise NotNow(f"there is no {selector}")
        return {"sharedId": found[0]["sharedId"]}

    def _script(self, method: str, **params: object) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        target = {"context": self._context}
        answer = self._browser.send(method, target=target, awaitPromise=True, **params)
        if answer["type"] == "exception":
            raise NotNow(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def _send(self, method: str, **params: object) -> dict[str, Any]:
        return self._browser.send(method, context=self._context, **params)
