"""The journey on a real web server, in each engine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import _engines
import pytest

from tests.engines import journey
from tests.engines.engines import ALL
from tests.engines.tab import Tab
from tests.hosts.servers import SERVERS, installed, serving

EACH: Final = ("nginx",)
"""The server that every engine is tried on.

One engine is tried on others too, among the tests of hosts. On the tests' own server every engine makes the
journey with storage blocked.
"""
HOSTS = [
    host for host in (SERVERS if ALL else EACH) if _engines.everything_is_asked_for() or host in installed()
]


@pytest.fixture(scope="module")
def address_on(built_site: Path) -> Iterator[Callable[[str], str]]:
    """Return a function that gives the site's address on a server, which is started once."""
    addresses: dict[str, str] = {}
    with ExitStack() as running:

        def address(host: str) -> str:
            if host not in addresses:
                addresses[host] = running.enter_context(serving(host, built_site))
            return addresses[host]

        yield address


@pytest.mark.parametrize("host", HOSTS)
def test_the_journey(host: str, visitor: Callable[..., Tab], address_on: Callable[[str], str]) -> None:
    """From the home page to a deadline, its message and back: the same on every server, in every engine."""
    journey.whole(visitor(), address_on(host))
