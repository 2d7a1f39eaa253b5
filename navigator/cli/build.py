"""`navigator build`: the whole site as files for any static host."""

import logging
import os
import sys
from pathlib import Path

CONFIG = Path("mkdocs.yml")


def run(out: Path | None = None, config: Path = CONFIG) -> int:
    """Build the site into a folder, and return the exit code."""
    # Material greets every build with a banner about MkDocs 2, which is pinned away here.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415 - other commands need no MkDocs
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    show_messages()
    try:
        settings = load_config(str(config), site_dir=str(out.resolve()) if out else None)
        settings.plugins.on_startup(command="build", dirty=False)
        build(settings)
        settings.plugins.on_shutdown()
    except MkDocsException as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The site is in {out or settings.site_dir}")
    return 0


def show_messages(level: int = logging.WARNING) -> None:
    """Let MkDocs say what is wrong on the error stream."""
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)
