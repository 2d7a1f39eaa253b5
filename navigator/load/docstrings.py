"""What classes and fields mean: the docstrings under them, read from the source.

Python itself does not keep those of fields, and with `-OO` none at all.
"""

import ast
import inspect
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType


def of_class(cls: type) -> str:
    """Return a class's docstring on one line."""
    return _of(cls)[0]


def of_fields(cls: type) -> MappingProxyType[str, str]:
    """Return the docstring under each field of a class or member of an enum, on one line, in order."""
    return MappingProxyType(_of(cls)[1])


def _of(cls: type) -> tuple[str, dict[str, str]]:
    return _of_module(inspect.getsourcefile(cls) or "").get(cls.__name__, ("", {}))


@cache
def _of_module(file: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the docstring of each class in a file, and those under its fields."""
    module = ast.parse(Path(file).read_bytes())
    classes = [node for node in module.body if isinstance(node, ast.ClassDef)]
    return {each.name: (_line(ast.get_docstring(each) or ""), _under_fields(each.body)) for each in classes}


def _under_fields(body: list[ast.stmt]) -> dict[str, str]:
    """Return the docstring under each field, or under each member of an enum."""
    found: dict[str, str] = {}
    for each in pairwise(body):
        match each:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=text)),
            ):
                found[name] = _line(str(text))
            case _:
                pass
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
