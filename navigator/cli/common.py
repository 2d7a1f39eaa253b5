"""What several commands share: options, the library, and names that must be known."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from navigator.check.checked import load_checked
from navigator.cli.strict import Folder
from navigator.core.errors import NavigatorError
from navigator.core.model import Library
from navigator.core.typed import times as typed_times
from navigator.core.typed.dates import BadDate, read_iso
from navigator.load.clock import today_in_london
from navigator.load.words import english_words

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

PATH: Final = click.Path(path_type=Path)
WIDTH: Final = 96
"""Texts for a terminal are wrapped at this many characters."""


def data_folder() -> Path:
    """Return the folder of policies to use where none is named. Raises NavigatorError where there is none."""
    here, project = Path("policy_data"), Path(__file__).resolve().parents[2] / "policy_data"
    for folder in (here, project):
        if folder.is_dir():
            return folder
    raise NavigatorError(
        "There is no folder policy_data here. Name the folder that holds your policies with --data DIR."
    )


def site_folder() -> Path | None:
    """Return the folder of policies to make a site of where none is named; None where mkdocs.yml names it."""
    return None if Path("mkdocs.yml").is_file() else data_folder()


def _data_option(default: Callable[[], Path | None], where: str) -> Decorator:
    shown = f"the folder of policies (default: {where})"
    return click.option("--data", type=Folder("services"), default=default, metavar="DIR", help=shown)


data_option: Final = _data_option(data_folder, "policy_data here, or the project's own")
site_data_option: Final = _data_option(site_folder, "as mkdocs.yml says, or else policy_data here")

language_option: Final = click.option(
    "--language", metavar="TAG", help="the language, such as en-GB (default: as mkdocs.yml says)"
)


def format_option(*names: str) -> Decorator:
    """Return the option that says how the output is written; the first name is the default."""
    return click.option("--format", "output", type=click.Choice(names), default=names[0], show_default=True)


def open_library(data: Path) -> Library:
    """Return the library of a folder, as of today. Raises BadData."""
    return load_checked(data, today_in_london())[0]


def find[T](there: Mapping[str, T], name: str, kind: str) -> T:
    """Return what has a name. Raises NavigatorError, with the names there are."""
    if name not in there:
        raise NavigatorError(f"{name}: there is no such {kind}; there are {', '.join(there)}")
    return there[name]


def read_moment(text: str) -> date:
    """Read a day written YYYY-MM-DD, or a `datetime` written YYYY-MM-DDTHH:MM. Raises NavigatorError."""
    try:
        return typed_times.read_moment(english_words(), text)
    except BadDate as problem:
        raise NavigatorError(f"{text}: {problem}") from None


def read_day(text: str) -> date:
    """Read a day written YYYY-MM-DD. Raises NavigatorError."""
    try:
        return read_iso(english_words(), text)
    except BadDate as problem:
        raise NavigatorError(f"{text}: {problem}") from None
