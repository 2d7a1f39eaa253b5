"""MkDocs as an adapter: the library becomes files of a build, and MkDocs does the rest."""

import logging
import re
from pathlib import Path
from typing import Final

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime

from navigator.browser.runtime import Runtime, RuntimeMissing, assemble
from navigator.core.journey import first
from navigator.core.model import Library
from navigator.site import nav
from navigator.site.catalogue import Catalogue
from navigator.site.outputs import Output, outputs
from navigator.site.trusted import BadData, trusted
from navigator.site.wizard import ASSETS

# Not below the logger `mkdocs`, where a warning ends a strict build: without an engine the site still works.
log = logging.getLogger("navigator.site")


class NavigatorConfig(base.Config):  # type: ignore[no-untyped-call] # MkDocs leaves it without types
    """What mkdocs.yml may say about the navigator."""

    folder = option.Type(str, default="policy_data")
    """The folder of YAML, as seen from mkdocs.yml."""
    runtime = option.Type(bool, default=True)
    """Whether to serve the engine, which works out dates in the browser."""
    cache = option.Type(str, default=".cache/navigator")
    """Where downloads and builds of the engine are kept, as seen from mkdocs.yml."""
    unexplained = option.ListOfItems(option.Type(str), default=[])
    """Glossary terms that running text never explains, as the word has an everyday meaning too."""


class NavigatorPlugin(BasePlugin[NavigatorConfig]):  # type: ignore[no-untyped-call] # the same
    """Adds the library's pages, the wizard and its engine to a build."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Publish the look of the site."""
        config.extra_css.append(f"{ASSETS}site.css")
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the library once, and add all that is made from it. Raises PluginError for bad data."""
        try:
            made = list(self.outputs(config))
        except BadData as problem:
            raise PluginError(str(problem)) from problem
        for each in made:
            _add(files, _file(config, each))
        if config.nav is None:
            config.nav = nav.menu(self.library, [file.src_uri for file in files.documentation_pages()])
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.NOT_IN_NAV
        self._facts = facts(self.library, files)
        return files

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Let tables written by hand scroll by keyboard where they are wider than the window."""
        return _PLAIN_TABLE.sub(_SCROLLING, html)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Tell the templates what they say beside a page's own content."""
        env.globals["navigator"] = self._facts
        return env

    def outputs(self, config: MkDocsConfig) -> list[Output]:
        """Return every file that is made from the library. Raises BadData."""
        home = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        today = get_build_datetime().date()
        self.library = trusted(_shown(home / self.config.folder), today)
        catalogue = Catalogue(
            self.library, frozenset(self.config.unexplained), config.site_name, config.site_url or ""
        )
        runtime = _runtime(home / self.config.cache) if self.config.runtime else None
        return list(outputs(catalogue, today, runtime))


_PLAIN_TABLE: Final = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_SCROLLING: Final = (
    r'<div class="nav-scroll" tabindex="0" role="group" aria-label="Table">'
    r'<table class="nav-plain">\1</table></div>'
)


def facts(library: Library, files: Files) -> dict[str, object]:
    """Return what a page outside the site's structure needs to say and to find."""
    danger = library.triage.danger
    return {
        "danger_heading": danger.heading,
        "danger_says": danger.says,
        "danger_phone": library.contact[danger.contact].phone,
        "first": first(library).address,
        "folders": sorted({file.url.split("/")[0] for file in files.documentation_pages()} - {".", ""}),
    }


def _runtime(cache: Path) -> Runtime | None:
    try:
        return assemble(cache / "runtime", cache)
    except RuntimeMissing as problem:
        log.warning(
            "The site is built without its engine, so it works out no dates in the browser.\n%s", problem
        )
        return None


def _file(config: MkDocsConfig, made: Output) -> File:
    if made.copy_of:
        return File.generated(config, made.path, abs_src_path=str(made.copy_of))
    return File.generated(config, made.path, content=made.content or "")


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
