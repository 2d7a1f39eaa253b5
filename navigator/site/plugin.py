"""MkDocs as an adapter: the library becomes files of a build, and MkDocs does the rest."""

import json
import logging
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from navigator.browser.runtime import Runtime, RuntimeMissing, assemble
from navigator.core.codec import encode
from navigator.site import nav
from navigator.site.catalogue import Catalogue
from navigator.site.pages import pages
from navigator.site.trusted import BadData, trusted
from navigator.site.wizard import ASSETS, RUNTIME, Engine

# Not below the logger `mkdocs`, where a warning would end a strict build: without an engine the site still works.
log = logging.getLogger("navigator.site")
ASSET_FOLDER = Path(__file__).parent.parent / "browser" / "assets"


class NavigatorConfig(base.Config):
    """What mkdocs.yml may say about the navigator."""

    folder = option.Type(str, default="policy_data")
    """The folder of YAML, as seen from mkdocs.yml."""
    runtime = option.Type(bool, default=True)
    """Whether to serve the engine, which works out dates in the browser."""
    cache = option.Type(str, default=".cache/navigator")
    """Where downloads and builds of the engine are kept, as seen from mkdocs.yml."""
    unexplained = option.ListOfItems(option.Type(str), default=[])
    """Glossary terms that running text never explains, as the word has an everyday meaning too."""


class NavigatorPlugin(BasePlugin[NavigatorConfig]):
    """Adds the library's pages, the wizard and its engine to a build."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Publish the look of the site."""
        config.extra_css.append(f"{ASSETS}site.css")
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the library once, and add all that is made from it. Raises PluginError for bad data."""
        home = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        try:
            library = trusted(_shown(home / self.config.folder))
        except BadData as problem:
            raise PluginError(str(problem)) from problem
        catalogue = Catalogue(library, frozenset(self.config.unexplained))
        runtime = self._runtime(home / self.config.cache) if self.config.runtime else None
        engine = Engine(runtime.gzipped_bytes) if runtime else None
        for page in pages(catalogue, get_build_datetime().date(), engine):
            _add(files, File.generated(config, page.path, content=page.markdown(), inclusion=_NOT_IN_NAV))
        content = json.dumps(encode(library), ensure_ascii=False, separators=(",", ":"))
        _add(files, File.generated(config, f"{ASSETS}library.json", content=content))
        for path in sorted(ASSET_FOLDER.iterdir()):
            _add(files, File.generated(config, f"{ASSETS}{path.name}", abs_src_path=str(path)))
        for served in runtime.files if runtime else ():
            path = runtime.folder / served.name if runtime else Path()
            _add(files, File.generated(config, f"{RUNTIME}{served.name}", abs_src_path=str(path)))
        if config.nav is None:
            config.nav = nav.menu(library, [file.src_uri for file in files])
        return files

    def _runtime(self, cache: Path) -> Runtime | None:
        try:
            return assemble(cache / "runtime", cache)
        except RuntimeMissing as problem:
            log.warning("The site is built without its engine, so it works out no dates in the browser.\n%s", problem)
            return None


_NOT_IN_NAV = InclusionLevel.NOT_IN_NAV


def _add(files: Files, file: File) -> None:
    """Add a file, in place of one by the same name that somebody wrote by hand."""
    earlier = files.get_file_from_path(file.src_uri)
    if earlier:
        files.remove(earlier)
    files.append(file)


def _shown(folder: Path) -> Path:
    """Return a folder as seen from where the build was started, for messages that an editor can follow."""
    try:
        return folder.relative_to(Path.cwd())
    except ValueError:
        return folder
