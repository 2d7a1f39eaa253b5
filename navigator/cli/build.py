"""`navigator build`: the whole site as files for any static host."""

import sys
from pathlib import Path

from navigator.cli.site import CONFIG, mkdocs_ready


def run(out: Path | None = None, config: Path = CONFIG) -> int:
    """Build the site into a folder, by default the one that mkdocs.yml names, and return the exit code."""
    mkdocs_ready()
    from mkdocs.commands.build import build  # noqa: PLC0415 - other commands need no MkDocs, which takes a while
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    try:
        settings = load_config(str(config), site_dir=str(out.absolute()) if out else None)
        settings.plugins.on_startup(command="build", dirty=False)
        build(settings)
    except MkDocsException as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The site is in {out or Path(settings.site_dir)}")
    return 0
