"""MkDocs as an adapter: the library becomes files of a build, and MkDocs does the rest."""

import logging
import re
import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import Final, Literal, cast

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from navigator.check.checked import load_checked
from navigator.core.addressing import speaking_to
from navigator.core.errors import NavigatorError
from navigator.core.journey import first
from navigator.core.model import Library, Words
from navigator.core.model.words import ENGLISH
from navigator.disk.folders import replaced
from navigator.disk.stopping import Interrupted
from navigator.load.clock import build_day
from navigator.load.file_names import left_alone
from navigator.load.library import load
from navigator.render.html import Html, el
from navigator.runtime.assemble import Runtime, RuntimeMissing, assemble
from navigator.runtime.esbuild import unbundled
from navigator.site.build import nav
from navigator.site.build.csp import with_policy
from navigator.site.build.for_hosts import write_for_hosts
from navigator.site.build.gone import without_gone
from navigator.site.build.kept import Kept
from navigator.site.build.library_json import LibraryJson
from navigator.site.build.made_files import FilesOnDemand, Folders, Made, file_of, leading
from navigator.site.build.offline import RELEASE, WORKER, write_offline
from navigator.site.build.origin import Origin
from navigator.site.build.outputs import assets, pages_by_folder, papers_on_demand, rendered_papers
from navigator.site.build.own_words_json import OwnWordsJson
from navigator.site.build.release import Release
from navigator.site.build.search_index import write_search
from navigator.site.build.theme_styles import theme_styles
from navigator.site.build.workbench_files import WorkbenchFiles
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Output, address_of
from navigator.site.paper.renderer import PaperRenderer

# Not below the logger `mkdocs`, where a warning ends a strict build: without an engine the site still works.
log = logging.getLogger("navigator.site")


class NavigatorConfig(base.Config):  # type: ignore[no-untyped-call] # MkDocs leaves it without types
    """What mkdocs.yml may say about the navigator."""

    folder = option.Type(str, default="policy_data")
    """The folder of YAML, as seen from mkdocs.yml."""
    runtime = option.Type(bool, default=True)
    """Whether to serve the engine, which works out dates in the browser."""
    cache = option.Type(str, default=".cache/navigator")
    """Where downloads, builds of the engine and papers are kept, as seen from mkdocs.yml."""
    language = option.Type(str, default=ENGLISH)
    """The language of the site, such as `en-GB`: one that the catalogue or the folder has words in."""
    unexplained = option.ListOfItems(option.Type(str), default=[])
    """Glossary terms that running text never explains, as the word has an everyday meaning too."""
    embedded_by = option.ListOfItems(Origin(), default=[])
    """The sites that may show pages made for that, each as its origin: `https://www.example.org`."""


class NavigatorPlugin(BasePlugin[NavigatorConfig]):  # type: ignore[no-untyped-call] # the same
    """Adds the library's pages, the wizard and its engine to a build."""

    by_mkdocs = True
    """Whether MkDocs' own command runs this, which tells its own errors only without a traceback."""
    kept: Kept | None = None
    """What the build before has left, where pages are made one by one; None where the whole site is built."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Remember whether the site is served to somebody who is changing its policies."""
        self._serving = command == "serve"
        self._facts: dict[str, object] = {}
        self.made = Made((), {})
        self._last_checked: date | None = None
        self._release: Release | None = None
        self._papers: PaperRenderer | None = None
        self._site = ExitStack()

    @event_priority(100)  # before the theme's search plugin, which reads templates
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Publish the look of the site. Our templates come before the theme's, a project's before ours."""
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES))
        config.extra_css.append(f"{ASSETS}site.css")
        config.theme["language"] = WORDS_PARTIAL
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let MkDocs, which empties the site's folder, write beside it. Raises where it may not.

        While it serves, MkDocs has a folder of its own.
        """
        if self._serving:
            return
        out = config.site_dir
        with self._told():
            config.site_dir = str(self._site.enter_context(replaced(_shown(Path(out)), self.inputs(config))))
        self._site.callback(setattr, config, "site_dir", out)

    def on_shutdown(self) -> None:
        """Put the site into its place at the very end: MkDocs counts a strict build's warnings last.

        It calls this as it ends, whether with an error or not. With one the site that was there stays.
        """
        try:
            if self._papers:
                self._papers.stop()
        finally:
            with self._told():
                self._site.__exit__(*sys.exc_info())

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the library once, and add all that is made from it. Raises BadData."""
        with self._told():
            listed, folders = self._begun(config)
        listed.append(theme_styles(config.theme.dirs))
        for file in [each for each in files if left_alone(Path(each.src_uri).name) or unused(each.src_uri)]:
            files.remove(file)
        self._release = Release(listed, self._runtime)
        listed.append(Output(RELEASE, f"{self._release.name}\n"))
        self.made = Made(map(self._release.placed, listed), folders)
        for earlier in [file for file in files if file.src_uri in self.made]:
            files.remove(earlier)
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.NOT_IN_NAV
        pages = [*(file.src_uri for file in files.documentation_pages()), *leading(folders)]
        if config.nav is None:
            config.nav = nav.menu(self.library, pages)
        self._words = self.library.words
        self._facts = site_facts(speaking_to(self.library, None), pages, self._last_checked)
        self._facts["embedded_by"] = " ".join(self.config.embedded_by)
        if self.kept:
            return FilesOnDemand(files, self.made, config)
        for output in self.made.values():
            files.append(file_of(config, output))
        return files

    def on_pre_page(self, page: MkDocsPage, /, **_: object) -> MkDocsPage:
        """Let the list of pages for search engines change where the data does, and not with each build."""
        if self._last_checked:
            # The list is packed by a program that knows of no day outside these.
            page.update_date = min(max(self._last_checked, _EARLIEST), build_day()).isoformat()
        return page

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, files: Files, **_: object) -> str:
        """Let a page written by hand speak of policies that this site does not have.

        A page of the wizard is HTML already: there is nothing in it for Markdown to turn into HTML.
        """
        if _is_html(page):
            self._html = markdown
            return ""
        if page.file.generated_by:
            return markdown
        there = cast("Container[str]", files)  # which knows only of texts whether it holds them
        return without_gone(markdown, page.file.src_uri, there, self._words)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Let an error of ours be one of MkDocs' where MkDocs has to tell it."""
        try:
            yield
        except NavigatorError as problem:
            if isinstance(problem, Interrupted) or not self.by_mkdocs:
                raise
            raise PluginError(str(problem)) from problem

    def on_page_read_source(self, /, *, page: MkDocsPage, **_: object) -> str | None:
        """Write a page that is made from the library, now that MkDocs wants to read it."""
        output = self.made.get(page.file.src_uri)
        return output.bytes.decode() if output else None

    def on_page_content(self, html: str, /, *, page: MkDocsPage, **_: object) -> str:
        """Let tables written by hand scroll by keyboard where they are wider than the window."""
        if _is_html(page):
            return self._html
        label = self._words["theme.table"]
        return _PLAIN_TABLE.sub(lambda table: _scrolling(label, table.group(1)), html)

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Give the templates what they say apart from a page's own content, and wait for the PDFs.

        By now every page has been turned into HTML, and no file has been copied yet. Lines of a template that
        only decide something leave no empty line in a page.
        """
        env.trim_blocks = env.lstrip_blocks = True
        env.globals["navigator"] = facts(self._words) | self._facts
        if self._papers and not self.kept:
            self._papers.wait()
        return env

    def on_post_page(self, output: str, /, *, page: MkDocsPage, **_: object) -> str:
        """Let the page load only what this site itself holds."""
        return self._bound(output, framing=bool(page.meta.get("embedding")))

    def on_post_template(self, output: str, /, **_: object) -> str:
        """Do the same for the page for missing addresses."""
        return self._bound(output)

    def _bound(self, output: str, *, framing: bool = False) -> str:
        released = self._release.page(output) if self._release else output
        return with_policy(released, serving=self._serving, framing=framing)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Build again whenever a policy changes."""
        server.watch(str(self.inputs(config)[POLICIES]))
        return server

    @event_priority(-100)  # after the plugin that collects what pages say
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the finished site be searched, and work without a network.

        While it is being changed, nothing is kept of it.
        """
        site = Path(config.site_dir)
        write_search(site, speaking_to(self.library, None))
        if self._serving:
            return
        write_for_hosts(site)
        if self._release:
            bundled = self._runtime.scripts / WORKER if self._runtime else None
            script = bundled.read_text(encoding="utf-8") if bundled else dict(unbundled())[WORKER]
            write_offline(site, self._release.name, script)

    def outputs(self, config: MkDocsConfig) -> list[Output]:
        """Return every file that is made from the library, and wait until all are there. Raises BadData."""
        listed, folders = self._begun(config)
        if self._papers:
            self._papers.wait()
        return [*listed, *Made((), folders).values()]

    def inputs(self, config: MkDocsConfig) -> dict[str, Path]:
        """Return the places that a site is made from, by what they are: nothing is written into them."""
        home = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        found = {
            POLICIES: _shown(home / self.config.folder),
            "the folder of pages": Path(config.docs_dir),
            "the cache": home / self.config.cache,
            "the program": Path(__file__).parents[2],
        }
        if config.config_file_path:
            found["the settings"] = Path(config.config_file_path)
        if config.theme.custom_dir:
            found["the theme"] = Path(config.theme.custom_dir)
        return found

    def _begun(self, config: MkDocsConfig) -> tuple[list[Output], Folders]:
        """Return every file made from the library, the pages by folder, while PDFs are being rendered."""
        today, inputs = build_day(), self.inputs(config)
        if self._serving:
            log.info("Reading %s ...", inputs[POLICIES])
            kept = self.kept or Kept()
            loaded = load(inputs[POLICIES], self.config.language, kept.files)
            log.info("Checking %s policies ...", f"{len(loaded.of('policies')):,}")
            self.library, differing = kept.checked.for_preview(loaded, today, self.config.language)
            if differing:
                log.warning("These practice cases are left out until they fit the policies again.")
            for problem in differing:
                log.warning("%s", problem)
        else:
            self.library, loaded = load_checked(inputs[POLICIES], today, self.config.language)
        index = LibraryIndex(
            self.library,
            frozenset(self.config.unexplained),
            config.site_name,
            config.site_url or "",
            tuple(self.config.embedded_by),
        )
        self._last_checked = index.last_checked
        cache = inputs["the cache"]
        self._runtime = self._assembled(cache) if self.config.runtime else None
        self._papers = PaperRenderer(cache / "papers")
        papers = papers_on_demand if self.kept else rendered_papers
        json = self.kept.json if self.kept else LibraryJson()
        learned = self.kept.own_words if self.kept else OwnWordsJson()
        own_words = partial(learned.write, kept=cache)
        bench = WorkbenchFiles(loaded, self._runtime, cache) if self._runtime else None
        listed = [*papers(index, self._papers), *assets(index, self._runtime, json, own_words, bench)]
        return listed, pages_by_folder(index, today, self._runtime)

    def _assembled(self, cache: Path) -> Runtime | None:
        """Return the engine for browsers; while the site is served, the one that was assembled first."""
        if self.kept and self.kept.runtime:
            return self.kept.runtime
        runtime = _runtime(cache)
        if self.kept:
            self.kept.runtime = runtime
        return runtime


POLICIES: Final = "the folder of policies"
WORDS_PARTIAL: Final = "navigator"
"""The theme's partial that takes its words from the catalogue, whatever the language."""
TEMPLATES: Final = Path(__file__).parents[2] / "web" / "theme"
_EARLIEST: Final = date(1980, 1, 1)
_PLAIN_TABLE: Final = re.compile(r"<table>(.*?)</table>", re.DOTALL)


def unused(path: str) -> bool:
    """Return whether a file of the theme is one that no page asks for: all of its scripts."""
    return path.startswith("assets/javascripts/")


def navigator_plugin(config: MkDocsConfig) -> NavigatorPlugin:
    """Return the plugin that a file of settings names. Raises ConfigurationError where it names none."""
    for plugin in config.plugins.values():
        if isinstance(plugin, NavigatorPlugin):
            return plugin
    raise ConfigurationError("The settings do not name the plugin navigator. Write it under plugins.")


def _scrolling(label: str, rows: str) -> Html:
    """Return a table, named for screen readers, in a box that scrolls."""
    table = el("table", Html(rows), class_="nav-plain")
    return el("div", table, class_="nav-scroll", tabindex="0", role="group", aria_label=label)


def facts(words: Words) -> dict[str, object]:
    """Return what every template of the theme may use: the language and its words.

    `t` fills texts with parts that are HTML already; `material` has the theme's own words by its own keys.
    """
    return {
        "language": words.language,
        "t": lambda key, **parts: escape(words[key], quote=False).replace('"', "&quot;").format(**parts),
        "material": {"language": words.language, **words.group("theme.material")},
    }


def _is_html(page: MkDocsPage) -> bool:
    """Say whether a page is made here as HTML throughout; what is written by hand is Markdown."""
    return bool(page.file.generated_by and page.meta.get("wizard"))


def site_facts(library: Library, pages: Iterable[str], checked: date | None) -> dict[str, object]:
    """Return what a page outside the site's structure needs to say and to find, and when it was checked."""
    danger = library.triage.danger
    return {
        "checked": library.words.short_date(checked) if checked else None,
        "danger_heading": danger.heading,
        "danger_says": danger.says,
        "danger_phone": library.contact[danger.contact].phone,
        "exit_to": library.triage.exit_to,
        "first": first(library).address,
        "folders": sorted({address_of(page).split("/")[0] for page in pages} - {""}),
    }


def _runtime(cache: Path) -> Runtime | None:
    try:
        return assemble(cache / "runtime", cache)
    except RuntimeMissing as problem:
        log.warning(
            "The site is built without its engine, so it works out no dates in the browser.\n%s", problem
        )
        return None


def _shown(folder: Path) -> Path:
    """Return a folder as seen from where the build was started, for messages that an editor can follow."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
