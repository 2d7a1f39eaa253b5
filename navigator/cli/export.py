"""`navigator export`: the site's pages as a folder of Markdown, for any other generator."""

import shutil
import sys
from pathlib import Path

from navigator.cli.site import CONFIG, mkdocs_ready


def run(data: Path | None, folder: Path, config: Path = CONFIG) -> int:
    """Write every page with its front matter, and every asset, into an empty folder; return the exit code.

    The policies are read from `data`, or else from the folder that mkdocs.yml names.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is not an empty folder. Name one that is empty, or not there yet.", file=sys.stderr)
        return 1
    mkdocs_ready()
    from mkdocs.config import load_config  # noqa: PLC0415 - other commands need no MkDocs, which takes a while
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from navigator.site.build.plugin import NavigatorPlugin  # noqa: PLC0415
    from navigator.site.build.preview import BadData  # noqa: PLC0415

    try:
        settings = load_config(str(config))
        settings.plugins.on_startup(command="build", dirty=False)
        plugin = next(each for each in settings.plugins.values() if isinstance(each, NavigatorPlugin))
        if data:
            plugin.config.folder = str(data.absolute())
        made = plugin.outputs(settings)
    except (MkDocsException, BadData) as problem:
        print(problem, file=sys.stderr)
        return 1
    shutil.copytree(settings.docs_dir, folder, dirs_exist_ok=True)
    for output in made:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if output.copy_of:
            shutil.copyfile(output.copy_of, target)
        else:
            target.write_text(output.content or "", encoding="utf-8")
    pages = sum(1 for _ in folder.rglob("*.md"))
    print(f"{pages} pages are in {folder}")
    return 0
