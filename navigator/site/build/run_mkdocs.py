"""MkDocs run by this program: by a project's mkdocs.yml, or by the settings that come with the package."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from navigator.core.errors import NavigatorError
from navigator.disk.errors import CannotWrite, FolderRefused
from navigator.disk.errors import in_words as system_error
from navigator.disk.stopping import Interrupted

# Material greets every build with a banner about MkDocs 2, which this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import mkdocs.commands.build
from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from navigator.site.build.plugin import navigator_plugin

CONFIG: Final = Path("mkdocs.yml")
PACKAGED: Final = Path(__file__).with_name("mkdocs.yml")
PACKAGE: Final = Path(__file__).parents[2]
FAULTS: Final = (MkDocsException, OSError, UnicodeError, TemplateError)
"""What somebody who writes pages, settings or templates may bring about."""


class SiteRefused(NavigatorError):
    """MkDocs cannot make a site of the settings or the pages."""

    exit_code = 1


def build(out: Path, data: Path | None = None, config: Path = CONFIG, language: str | None = None) -> None:
    """Build the site into a folder. Raises a NavigatorError, with the folder as it was."""
    with quiet(f"{out} is as it was." if out.exists() else f"{out} was not made."):
        held = loaded(data, config, language)
        held.site_dir = str(out.absolute())
        try:
            mkdocs.commands.build.build(held)
        finally:
            held.plugins.on_shutdown()


def loaded(data: Path | None, config: Path, language: str | None) -> MkDocsConfig:
    """Return MkDocs' settings for one build."""
    held = load_config(**settings(data, config, language))
    navigator_plugin(held).by_mkdocs = False
    held.plugins.on_startup(command="build", dirty=False)
    return held


def settings(data: Path | None, config: Path = CONFIG, language: str | None = None) -> dict[str, Any]:
    """Return what MkDocs loads: a file of settings, with policies and a language in place of those it names.

    Where there is no such file, the settings and the hand-written pages are those of the package, and what
    is downloaded or drawn is kept in the user's own cache. A file that names no theme and no plugins adds
    to the settings of the package.
    """
    changes = {"folder": str(data.absolute())} if data else {}
    changes |= {"language": language} if language else {}
    own = as_written(config) if config.is_file() else {}
    if own.keys() & {"theme", "plugins"}:
        return {"config_file": str(config), **_with_plugin(config, changes)}
    changes["cache"] = str(_users_cache().absolute())
    # The pages written by hand lie in the package, or in the checkout that it is used from.
    docs = next(path for path in (PACKAGE / "docs", PACKAGE.parent / "docs" / "site") if path.is_dir())
    if not config.is_file():
        return {"config_file": str(PACKAGED), "docs_dir": str(docs), **_with_plugin(PACKAGED, changes)}
    # A file of settings that names neither says of the site only what is its own.
    plugins = {**_plugins(as_written(PACKAGED)), **_plugins(own)}
    plugins["navigator"] = {**(plugins.get("navigator") or {}), **changes}
    rest = {"docs_dir": str(docs), **as_written(PACKAGED)}
    given = {key: value for key, value in rest.items() if key not in own}
    return {"config_file": str(config), **given, "plugins": plugins}


def _users_cache() -> Path:
    """Return where the user keeps downloads and drawings. Raises SiteRefused for a user without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "navigator"
    except RuntimeError:  # as in a container, for a user that its system does not know
        raise SiteRefused(
            "You have no home folder to keep downloads in. Name one: XDG_CACHE_HOME=FOLDER navigator build"
        ) from None


def _with_plugin(config: Path, changes: Mapping[str, str]) -> dict[str, Any]:
    """Return the plugins that a file of settings names, with changed options of this program's own."""
    if not changes:
        return {}
    named = _plugins(as_written(config))
    return {"plugins": {**named, "navigator": {**(named.get("navigator") or {}), **changes}}}


def _plugins(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plugins of settings, each with its options, however they are written."""
    named = settings.get("plugins", {})
    if isinstance(named, Mapping):
        return dict(named)
    pairs = (item.items() if isinstance(item, Mapping) else [(item, {})] for item in named)
    return dict(pair for item in pairs for pair in item)


def as_written(config: Path) -> dict[str, Any]:
    """Return a file of settings as plain data, with those that it inherits."""
    with config.open("rb") as file:
        return yaml_load(file)


@contextmanager
def quiet(after: str = "") -> Iterator[None]:
    """Let MkDocs say what is wrong on the error stream, and end with an error that says how things are then.

    Raises SiteRefused, FolderRefused, CannotWrite or Interrupted.
    """
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        yield
    except (FolderRefused, CannotWrite, Interrupted):  # which say it themselves
        raise
    except NavigatorError as problem:
        refused = SiteRefused(f"{problem}\n{after}".strip())
        refused.exit_code = problem.exit_code
        raise refused from None
    except KeyboardInterrupt as stopped:
        raise Interrupted(after, stopped) from None
    except FAULTS as problem:
        raise SiteRefused(f"{in_words(problem)} {after}") from None


def in_words(problem: Exception) -> str:
    """Return what keeps a site from being made, as a person reads it."""
    match problem:
        case OSError():
            return system_error(problem)
        case UnicodeDecodeError():
            return f"A page is not in UTF-8: {problem}."
        case TemplateSyntaxError():
            return f"{problem.filename or problem.name}:{problem.lineno}: {problem.message}"
        case _:
            return str(problem)
