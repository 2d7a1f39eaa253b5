"""The site's pages as a folder of Markdown with its settings, which other generators can build."""

import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml
from mkdocs.config.defaults import MkDocsConfig

from navigator.core.model import Words
from navigator.disk.folders import replaced
from navigator.load.file_names import left_alone
from navigator.runtime.esbuild import WEB
from navigator.site.build import nav
from navigator.site.build.plugin import NavigatorPlugin, navigator_plugin
from navigator.site.build.run_mkdocs import CONFIG, as_written, loaded, quiet
from navigator.site.kit.page import ASSETS

PAGES: Final = "docs"
STYLES: Final = "site.css"
"""The styles of every page; those of a kind of page are named by the template."""
TEMPLATES: Final = "templates"
LAYERS: Final = WEB / "theme" / "layers.html"
KEPT: Final = (
    "site_name",
    "site_description",
    "site_url",
    "use_directory_urls",
    "theme",
    "markdown_extensions",
)
"""What the exported settings take from the site's own."""
LINK: Final = re.compile(r"\]\((?!\w+:|#)([^)#]+)")
"""A link in Markdown to a file, up to its anchor."""
HEAD: Final = """\
# The settings of these pages. Build them with any of these, in this folder:
#   zensical build
#   properdocs build   (needs the package mkdocs-material for its theme)
#   mkdocs build       (the same)
"""


def export(out: Path, data: Path | None = None, config: Path = CONFIG, language: str | None = None) -> int:
    """Write settings, and every page with all files that it needs, into a folder.

    Returns the number of pages. Raises a NavigatorError, with the folder as it was: see `navigator.disk`.
    """
    with quiet():
        held = loaded(data, config, language)
        plugin = navigator_plugin(held)
        with replaced(out, plugin.inputs(held)) as folder:
            return _write(folder, held, plugin)


def _write(folder: Path, held: MkDocsConfig, plugin: NavigatorPlugin) -> int:
    """Write everything into an empty folder, and return the number of pages."""
    made = plugin.outputs(held)
    files = dict(_hand_written(Path(held.docs_dir))) | {output.path: output.bytes for output in made}
    for path, content in files.items():
        target = folder / PAGES / moved(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / TEMPLATES).mkdir()
    shutil.copyfile(LAYERS, folder / TEMPLATES / "main.html")
    menu = nav.menu(plugin.library, files)
    exported = exported_settings(as_written(Path(held.config_file_path)), plugin.library.words, menu)
    (folder / "mkdocs.yml").write_text(HEAD + yaml.dump(exported, sort_keys=False), encoding="utf-8")
    # The name that ProperDocs looks for first.
    (folder / "properdocs.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    return sum(path.endswith(".md") for path in files)


def moved(path: str) -> str:
    """Return where a file of the site goes: each page is the index of a folder of its own.

    A link then leads from the page's file to the same place as from its address, and it does not matter
    which of the two a generator takes links in HTML to start from.
    """
    stem = path.removesuffix(".md")
    return path if stem == path or PurePosixPath(stem).name == "index" else f"{stem}/index.md"


def _hand_written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files written by hand, their Markdown links leading to where pages go."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = file.relative_to(folder).as_posix()
        if any(map(left_alone, path.split("/"))):
            continue
        content = file.read_bytes()
        if path.endswith(".md"):
            content = LINK.sub(partial(_moved_link, path), content.decode()).encode()
        yield path, content


def _moved_link(path: str, link: re.Match[str]) -> str:
    target = moved(posixpath.normpath(posixpath.join(posixpath.dirname(path), link[1])))
    return f"]({posixpath.relpath(target, posixpath.dirname(moved(path)) or '.')}"


def exported_settings(ours: Mapping[str, Any], words: Words, menu: nav.Menu) -> dict[str, Any]:
    """Return the settings of a site without the navigator's plugin, as written in `ours` otherwise.

    Its scripts are left out, as each page is complete without them, and so are the templates that only the
    plugin can fill: all but the one that puts the styles in layers.
    """
    kept: dict[str, Any] = {key: ours[key] for key in KEPT if key in ours}
    return kept | {
        "theme": {**kept["theme"], "language": words.language.partition("-")[0], "custom_dir": TEMPLATES},
        "docs_dir": PAGES,
        "plugins": ["search"],
        "extra_css": [f"{ASSETS}{STYLES}"],
        "nav": [_moved_in_menu(entry) for entry in menu],
    }


def _moved_in_menu(entry: Any) -> Any:  # noqa: ANN401 - a menu is nested plain data
    """Return an entry of the menu, or a list of them, with where its pages go."""
    if isinstance(entry, str):
        return moved(entry)
    if isinstance(entry, list):
        return [_moved_in_menu(each) for each in entry]
    return {name: _moved_in_menu(each) for name, each in entry.items()}
