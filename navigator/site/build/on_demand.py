"""A site of which MkDocs makes each page when it is asked for: most are not, while somebody works on one."""

import posixpath
from pathlib import Path
from threading import RLock
from typing import Final

# MkDocs has no public names for these. They do all that a build does for one page, hooks included.
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from navigator.site.build.made_files import PAGE
from navigator.site.build.plugin import NavigatorPlugin, navigator_plugin
from navigator.site.build.search_index import NAMES, TEXTS

DRAFT: Final = InclusionLevel.DRAFT
SEARCHED: Final = (NAMES, TEXTS)
"""What is written once every page is there."""
FIRST: Final = "index.html"
"""A page as good as any to try the templates on."""


class SiteOnDemand:
    """A site in a folder: what has been asked for is there."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Do what a build does before it writes anything, and read the pages that are written by hand.

        Raises what a build raises.
        """
        self.folder = Path(config.site_dir)
        self.given_up = False
        """True once a newer site is served: what takes long is then not brought to its end."""
        self._one_at_a_time = RLock()
        self._config = config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        self._files = get_files(config)
        self._env = config.theme.get_env()
        self._plugin: NavigatorPlugin = navigator_plugin(config)
        if self._plugin.kept:
            self._env.bytecode_cache = self._plugin.kept.templates
        self._files.add_files_from_theme(self._env, config)
        self._files = config.plugins.on_files(self._files, config=config)
        set_exclusions(self._files, config)
        self._nav = config.plugins.on_nav(
            get_navigation(self._files, config), config=config, files=self._files
        )
        self._pages = self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self._read()
        self._env = config.plugins.on_env(self._env, config=config, files=self._files)
        self._by_hand = {file.dest_uri: file for file in self._files if file.inclusion.value >= DRAFT.value}

    def _read(self) -> None:
        """Read the pages that are written by hand, and any whose title the menu needs; tell of bad links."""
        in_menu = {page.file.src_uri for page in self._nav.pages if page.title is None}
        read = []
        for file in self._pages:
            page = file.page or Page(None, file, self._config)
            if file.src_uri in in_menu or file.src_uri not in self._plugin.made:
                _populate_page(page, self._config, self._files)
                read.append(page)
        for page in read:
            page.validate_anchor_links(files=self._files, log_level=self._config.validation.links.anchors)

    def make(self, address: str) -> bool:
        """Make the file at an address below the site's root, or the page in the folder of that name.

        Return whether the site has any. Raises what keeps it from being made.
        """
        if address in SEARCHED:
            self._make_search()
        for path in (address, posixpath.join(address, FIRST)):
            with self._one_at_a_time:
                if (self.folder / path).is_file() or self._make(path):
                    return True
        return False

    def _make(self, path: str) -> bool:
        """Make the file at a path, if the site has one."""
        if path in self._config.theme.static_templates:
            _build_theme_template(path, self._env, self._files, self._config, self._nav)
            return True
        file = self._file(path)
        if file is None:
            return False
        if file.is_documentation_page():
            self._write(file)
        elif output := self._plugin.made.get(file.src_uri):
            target = Path(file.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.bytes)
        else:
            file.copy_file()
        return True

    def _file(self, path: str) -> File | None:
        """Return what a file of the site is made from."""
        if path in self._by_hand:
            return self._by_hand[path]
        stem = path.removesuffix(f"/{FIRST}").removesuffix(".html")
        found = (
            self._files.get_file_from_path(name) for name in (path, f"{stem}{PAGE}", f"{stem}/index{PAGE}")
        )
        return next((file for file in found if file and file.dest_uri == path), None)

    def _write(self, file: File) -> None:
        """Write a page."""
        page = file.page or Page(None, file, self._config)
        if page.content is None:
            _populate_page(page, self._config, self._files)
        draft = file.inclusion == DRAFT
        _build_page(page, self._config, self._pages, self._nav, self._env, excluded=draft)

    def _make_search(self) -> None:
        """Make every page that search knows, one by one, so that others can be asked for meanwhile."""
        made = self._plugin.made
        by_hand = [file.src_uri for file in self._pages if file.src_uri not in made]
        pages = [path for path, output in made.items() if path.endswith(PAGE) and output.searched]
        for path in (*by_hand, *pages):
            file = self._files.get_file_from_path(path)
            if self.given_up:
                return
            if file:
                self.make(file.dest_uri)
        with self._one_at_a_time:
            if not (self.folder / NAMES).is_file():
                self._config.plugins.on_post_build(config=self._config)
