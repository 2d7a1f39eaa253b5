"""A small project that is served, without a browser and without the waiting."""

from collections.abc import Callable
from pathlib import Path
from wsgiref.util import FileWrapper

from navigator.site.build.serving import Preview, Server

ADDRESS = "http://127.0.0.1:8000"


class Serving:
    """The project in the working folder, as its author sees it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.preview = Preview(folder, ADDRESS)
        self.preview.build()
        self.server = Server(self.preview, "127.0.0.1", 8000)

    def answer(self, path: str) -> tuple[str, bytes]:
        """Return the status and the content at an address."""
        begun: list[str] = []

        def begin(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            begun.append(status)
            return lambda _: None

        answer = self.server.serve_request({"PATH_INFO": path}, begin)
        content = b"".join(answer)
        if isinstance(answer, FileWrapper):
            answer.close()
        return begun[0], content

    def get(self, path: str) -> tuple[str, str]:
        """Return the status and the text at an address."""
        status, content = self.answer(path)
        return status, content.decode()

    def page(self, path: str) -> str:
        """Make the site anew, as the server does at each change, and return a page."""
        self.server.builder()
        status, text = self.get(path)
        assert status == "200 OK"
        return text
