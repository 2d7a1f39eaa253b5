"""The servers that the site is tried on: they start and end, at any path."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import _engines
import pytest

from tests.hosts import servers
from tests.hosts.asking import ask

READ_SETTINGS_AT_START = ("nginx", "lighttpd", "caddy")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site" / "one").mkdir(parents=True)
    (tmp_path / "site" / "one" / "index.html").write_text("<p>One</p>", encoding="utf-8")
    return tmp_path / "site"


def test_every_server_is_there() -> None:
    """Where every server is asked for, a missing one is a failure; elsewhere the run names it at its end."""
    if _engines.everything_is_asked_for():
        assert servers.missing() == []
    assert "python" in servers.installed()


@pytest.mark.parametrize("name", servers.installed())
def test_a_server_serves_a_folder_while_it_is_wanted(name: str, folder: Path) -> None:
    """A server gives the pages of a folder at the root and below a path, and is gone at the end."""
    with servers.serving(name, folder) as address:
        for path in ("one/", f"{servers.SUB_PATH}one/"):
            assert ask(address + path).body == b"<p>One</p>"
    where = urlsplit(address)
    with socket.socket() as probe:
        assert probe.connect_ex((str(where.hostname), int(where.port or 0))) != 0
    assert [path.name for path in folder.iterdir()] == ["one"]


@pytest.mark.parametrize("name", [each for each in servers.installed() if each in READ_SETTINGS_AT_START])
def test_a_server_that_cannot_start_says_why(name: str, folder: Path) -> None:
    """Settings that a server does not understand are told in its own words."""
    with (
        pytest.raises(RuntimeError, match=rf"(?s){name} could not be started.*nonsense"),
        servers.serving(name, folder, more="nonsense nonsense;\n"),
    ):
        pytest.fail("it has started")
