"""`navigator serve`: the site on this machine, built again whenever a policy or a page changes."""

import logging
import sys
from pathlib import Path

from navigator.cli.site import CONFIG, mkdocs_ready

HOST = "127.0.0.1"
PORT = 8000


def run(host: str | None = None, port: int = PORT, config: Path = CONFIG) -> int:
    """Serve the site until it is stopped, and return the exit code."""
    mkdocs_ready(logging.INFO)
    from mkdocs.commands.serve import serve  # noqa: PLC0415 - other commands need no MkDocs, which takes a while
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    try:
        # A warning ends a strict build. Somebody who is still writing is told, and goes on seeing the site.
        serve(str(config), dev_addr=f"{host or HOST}:{port}", strict=False)
    except MkDocsException as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"Port {port} cannot be used: {problem.strerror}. Name another with --port.", file=sys.stderr)
        return 1
    return 0
