"""What fields mean: the docstrings written under them, which Python itself does not keep."""

import ast
import inspect
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType


def of_class(cls: type) -> str:
    """Return a class's docstring on one line."""
    return " ".join((inspect.getdoc(cls) or "").split())


def of_fields(cls: type) -> MappingProxyType[str, str]:
    """Return the docstring under each field of a class or member of an enum, on one line, in order."""
    return MappingProxyType(_of_module(inspect.getsourcefile(cls) or "").get(cls.__name__, {}))


@cache
def _of_module(file: str) -> dict[str, dict[str, str]]:
    """Return the docstrings under the fields of each class in a file."""
    module = ast.parse(Path(file).read_bytes())
    classes = [node for node in module.body if isinstance(node, ast.ClassDef)]
    return {each.name: _under_fields(each.body) for each in classes}


def _under_fields(body: list[ast.stmt]) -> dict[str, str]:
    """Return the docstring under each field, or under each member of an enum."""
    found: dict[str, str] = {}
    for each in pairwise(body):
        match each:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=text)),
            ):
                found[name] = " ".join(str(text).split())
            case _:
                pass
    return found
