"""Run inside Pyodide while the site is built: pack what a start needs, compiled, into one archive.

A plain start compiles some 160 modules from their sources each time. Here they are compiled once, together
with the engine, by the very Python that will read them. What is needed is not listed anywhere: it is whatever
Pyodide itself has imported, and whatever the engine's modules import, those within functions included.
"""

import ast
import builtins
import codecs
import dataclasses
import importlib
import importlib.util
import io
import marshal
import sys
import types
import zipfile
from collections.abc import Iterator

HEADER = importlib.util.MAGIC_NUMBER + bytes(12)
"""What stands before compiled code in its file; where its source is missing, no date is read."""

WITH_DOCSTRINGS = ("_pyodide", "navigator")
"""Packages that keep theirs: Pyodide reads its own, and a dataclass without one works out a text instead."""

MADE = "_dataclass_code"
"""The module that holds the code of the methods which `dataclass` would write and compile at each start."""

USE_MADE = f"""
import builtins as _builtins, {MADE}
def exec(text, *spaces):
    return _builtins.exec({MADE}.CODES.get(text, text), *spaces)
"""


def pack(stdlib: str, wheel: str) -> bytes:
    """Return an archive, not compressed, of all that Pyodide and the engine in `wheel` import."""
    methods = import_engine(wheel)
    roots = {f"{stdlib}/": zipfile.ZipFile(stdlib), f"{wheel}/": zipfile.ZipFile(wheel)}
    packed: dict[str, bytes] = {}
    for name, module in sorted(sys.modules.items()):
        if getattr(module.__spec__, "origin", None) == "frozen":
            continue  # it is a part of Python's own program, and never read from a file
        place = getattr(module, "__file__", None) or ""
        for root, archive in roots.items():
            if place.startswith(root):
                path = place.removeprefix(root)
                packed[f"{path}c"] = HEADER + marshal.dumps(compiled(name, path, archive.read(path)))
    codes = marshal.dumps({text: bare(code) for text, code in sorted(methods.items())})
    made = compile(f"import marshal\nCODES = marshal.loads({codes!r})", f"{MADE}.py", "exec")
    packed[f"{MADE}.pyc"] = HEADER + marshal.dumps(made)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, content in packed.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return out.getvalue()


def import_engine(wheel: str) -> dict[str, types.CodeType]:
    """Import every module of the engine and all it may import; return the code made for its dataclasses."""
    methods: dict[str, types.CodeType] = {}

    def note(text: str, *spaces: dict[str, object]) -> None:
        methods[text] = compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2)
        builtins.exec(text, *spaces)  # noqa: S102 - dataclasses call this in place of the builtin

    sys.path.append(wheel)
    dataclasses.exec = note  # type: ignore[attr-defined] # the module then finds this before the builtin
    with zipfile.ZipFile(wheel) as archive:
        sources = {path: archive.read(path) for path in archive.namelist() if path.endswith(".py")}
    for path, source in sources.items():
        importlib.import_module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for name in imported(source):
            importlib.import_module(name)
    for name in ("ascii", "latin-1"):
        codecs.lookup(name)
    return methods


def imported(source: bytes) -> Iterator[str]:
    """Yield the modules that a source imports anywhere, functions included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def compiled(name: str, path: str, source: bytes) -> types.CodeType:
    """Compile a module, without what only serves people who read its errors."""
    if name == dataclasses.__name__:
        source += USE_MADE.encode()
    optimize = 0 if name.startswith(WITH_DOCSTRINGS) else 2
    return bare(compile(source, path, "exec", dont_inherit=True, optimize=optimize))


def bare(code: types.CodeType) -> types.CodeType:
    """Leave out the line numbers, here and in all code within."""
    consts = tuple(bare(each) if isinstance(each, types.CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=consts)
