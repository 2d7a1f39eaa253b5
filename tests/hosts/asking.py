"""Ask a server for a file, as a browser does, and see all that it says."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answered:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes
    """As it came, compressed or not."""

    @property
    def kind(self) -> str:
        """The media type, without its encoding."""
        return self.headers.get("content-type", "").partition(";")[0]


def ask(address: str, **headers: str) -> Answered:
    """Return a server's answer to a request, redirects included."""
    where = urlsplit(address)
    connection = http.client.HTTPConnection(str(where.hostname), where.port, timeout=20)
    try:
        connection.request("GET", where.path, headers={"Accept-Encoding": "gzip, br", **headers})
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answered(answer.status, told, answer.read())
    finally:
        connection.close()
