"""The site's pages as a folder of Markdown, for another generator."""

import shutil
from pathlib import Path

from mkdocs.config import load_config

from navigator.core.errors import NavigatorError
from navigator.site.build.plugin import NavigatorPlugin
from navigator.site.build.run_mkdocs import CONFIG, quiet, settings


def export(folder: Path, data: Path | None = None, config: Path = CONFIG) -> int:
    """Write every page and every file that pages need into an empty folder. Returns the number of pages.

    Raises NavigatorError where the folder is in use, or nothing can be published.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InUse(f"{folder} is not an empty folder. Name one that is empty, or not there yet.")
    with quiet():
        loaded = load_config(**settings(data, config))
        loaded.plugins.on_startup(command="build", dirty=False)
    plugin = next(each for each in loaded.plugins.values() if isinstance(each, NavigatorPlugin))
    made = plugin.outputs(loaded)
    shutil.copytree(loaded.docs_dir, folder, dirs_exist_ok=True)
    for output in made:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.bytes)
    return sum(1 for _ in folder.rglob("*.md"))


class InUse(NavigatorError):
    """A folder has something in it already."""

    exit_code = 1
