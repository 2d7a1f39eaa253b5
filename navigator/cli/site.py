"""What the commands that make the site share: where it is configured, and MkDocs kept quiet."""

import logging
import os
import sys
from pathlib import Path
from typing import Final

CONFIG: Final = Path("mkdocs.yml")


def mkdocs_ready(level: int = logging.WARNING) -> None:
    """Let MkDocs say what is wrong on the error stream, and nothing else. Comes before importing it."""
    # Material greets every build with a banner about MkDocs 2, which this project does not use.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)
