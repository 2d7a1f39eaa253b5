"""Options that are obeyed or refused: none is given twice, none is empty, and a folder is there."""

from collections import Counter
from pathlib import Path
from typing import Any, Final

import click

from navigator.load.file_names import shown


class StrictCommand(click.Command):
    """A command that takes no option twice, unless it may be repeated, and nothing that is empty."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises UsageError for an option given twice, and for one without a value."""
        values, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for parameter, times in Counter(given).items():
            if times > 1 and isinstance(parameter, click.Option) and not _is_repeatable(parameter):
                raise click.UsageError(f"{_name(parameter)} is given {_times(times)}. Give it once.", ctx)
        for parameter in self.get_params(ctx):
            if _is_empty(values.get(parameter.name or "")):
                hint = "Write a value." if parameter.required else "Write a value, or leave it out."
                raise click.UsageError(f"{_name(parameter)} is empty. {hint}", ctx)
        return super().parse_args(ctx, args)


def _is_repeatable(option: click.Option) -> bool:
    return option.multiple or option.is_eager


def _is_empty(value: object) -> bool:
    return any(map(_is_empty, value)) if isinstance(value, list | tuple) else value == ""


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(_NO_CONTEXT)


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


_NO_CONTEXT: Final = click.Context(click.Command(None))


class Folder(click.Path):
    """A folder that must be there."""

    name = "folder"

    def __init__(self, holds: str) -> None:
        """Take what the folder holds, for the message."""
        super().__init__(path_type=Path)
        self._holds = holds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401
        """Return the folder as a path. Fails where it is not there, or is a file."""
        folder = Path(value)
        if not folder.is_dir():
            what = "is a file" if folder.exists() else "is not there"
            self.fail(f"{shown(folder)} {what}. Name the folder that holds {self._holds}.", param, ctx)
        return folder
