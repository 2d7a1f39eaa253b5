"""The engines, each started once for a file of tests, and visitors in them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.engines import passes
from tests.engines.engines import ENGINES, tried
from tests.engines.tab import Browser, Settings, Tab

HERE = Path(__file__).parent
AS_IT_COMES = Settings()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test of an engine its place in the tables."""
    for item in items:
        params = (
            item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        )
        if "engine" not in params or HERE not in item.path.parents:
            continue
        assert isinstance(item, pytest.Function)
        if "host" in params:
            passes.enter(item, passes.SERVERS, str(params["host"]), str(params["engine"]))
        else:
            row = item.originalname.removeprefix("test_").replace("_", " ")
            more = " ".join(str(each) for name, each in params.items() if name != "engine")
            passes.enter(item, passes.KINDS, f"{row} {more}".strip(), str(params["engine"]))


@dataclass
class Engine:
    """An engine whose browser is started when it is asked for, and kept for tests with the same settings."""

    name: str
    start: Browser
    started: dict[Settings, Callable[[], Tab]] = field(default_factory=dict)
    until_the_end: ExitStack = field(default_factory=ExitStack)

    def tab(self, settings: Settings) -> Tab:
        """Open a tab in the browser of somebody with certain settings."""
        if settings not in self.started:
            # One of them at a time: a browser takes much memory.
            self.stop()
            self.started[settings] = self.until_the_end.enter_context(self.start(settings))
        return self.started[settings]()

    def stop(self) -> None:
        """End all browsers."""
        self.started.clear()
        self.until_the_end.close()


@pytest.fixture(scope="module", params=tried())
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Return an engine that is tried."""
    made = Engine(request.param, ENGINES[request.param])
    yield made
    made.stop()


@pytest.fixture
def visitor(engine: Engine) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a visitor's tab, with the settings that they have.

    When the test is over, no page may have told an error, except where browser or network lack something.
    """
    begun: list[tuple[Tab, bool]] = []

    def open_tab(settings: Settings = AS_IT_COMES, *, lacking: bool = False) -> Tab:
        begun.append((engine.tab(settings), lacking or not (settings.storage and settings.wasm)))
        return begun[-1][0]

    yield open_tab
    problems = [tab.problems for tab, lacking in begun if not lacking]
    for tab, _ in begun:
        tab.close()
    assert [each for each in problems if each] == []
