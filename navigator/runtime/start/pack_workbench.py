"""Run inside Pyodide while the site is built: pack the workbench's program, compiled, into one archive.

`make.mjs` calls `pack` as it does for the engine's start. What the start has of the standard library is left
out, as the workbench starts from it too.
"""

import dataclasses
import importlib
import importlib.util
import json
import marshal
import struct
import sys
import types
import zipfile

NOT_HERE = ("holidays", "segno", "typst")
"""What modules import within functions, and do without where it is not installed."""

SOURCES_TOO = "navigator/core/model/"
"""Modules whose sources are read: what a form says of a field is not in compiled code."""

METHODS = "workbench_methods.marshal"
"""The file with the code of the methods that `dataclass` would write and compile at each start."""


def pack(stdlib: str, wheel: str) -> bytes:
    """Return one file with all that the workbench imports and the start lacks: see `many_in_one`."""
    with zipfile.ZipFile(wheel) as archive:
        handed = {path: archive.read(path) for path in archive.namelist()}
    given = set(json.loads(handed.pop("given.json")))
    helpers = types.ModuleType("helpers")
    exec(compile(handed.pop("helpers.py"), "helpers.py", "exec"), helpers.__dict__)  # noqa: S102 - our own
    methods = imported_all(wheel, handed, helpers)
    packed: dict[str, bytes] = {}
    for path, source in handed.items():
        if not path.endswith(".py"):
            packed[path] = source
        elif path.startswith(SOURCES_TOO):
            packed[path] = source
            folder, _, name = path.rpartition("/")
            packed[f"{folder}/__pycache__/{cached(name)}"] = unchecked(source) + code_of(
                path, source, helpers
            )
        else:
            packed[f"{path}c"] = helpers.HEADER + code_of(path, source, helpers)
    with zipfile.ZipFile(stdlib) as archive:
        for module in list(sys.modules.values()):
            place = getattr(module, "__file__", None) or ""
            path = place.removeprefix(f"{stdlib}/")
            if place != path and f"{path}c" not in given:
                packed[f"{path}c"] = helpers.HEADER + code_of(path, archive.read(path), helpers)
    packed[METHODS] = marshal.dumps({text: helpers.bare(code) for text, code in sorted(methods.items())})
    return many_in_one(packed)


def imported_all(
    wheel: str, handed: dict[str, bytes], helpers: types.ModuleType
) -> dict[str, types.CodeType]:
    """Import every module and all that it may import; return the code of their dataclasses."""
    methods: dict[str, types.CodeType] = {}

    def note(text: str, *spaces: dict[str, object]) -> None:
        methods[text] = compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2)
        exec(text, *spaces)  # noqa: S102 - dataclasses call this in place of the builtin

    sys.path.insert(0, wheel)
    dataclasses.exec = note  # type: ignore[attr-defined] # the module then finds this before the builtin
    for path, source in handed.items():
        if not path.endswith(".py"):
            continue
        importlib.import_module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for name in helpers.imported(source) if path.startswith("navigator/") else ():
            if name not in NOT_HERE:
                importlib.import_module(name)
    return methods


def code_of(path: str, source: bytes, helpers: types.ModuleType) -> bytes:
    """Return a module's code as it stands in a file, after what comes before it."""
    return marshal.dumps(helpers.compiled(path.removesuffix(".py").replace("/", "."), path, source))


def cached(name: str) -> str:
    """Return the name of the file with the code of a module that has its source beside it."""
    return f"{name.removesuffix('.py')}.{sys.implementation.cache_tag}.pyc"


def unchecked(source: bytes) -> bytes:
    """Return what stands before code that belongs to a source and is never held against it."""
    return importlib.util.MAGIC_NUMBER + struct.pack("<I", 1) + importlib.util.source_hash(source)


def many_in_one(files: dict[str, bytes]) -> bytes:
    """Return one file for many, as `navigator/runtime/many_in_one.py` has it."""
    held = sorted(files.items())
    listed = json.dumps([[path, len(content)] for path, content in held], separators=(",", ":")).encode()
    return b"".join([struct.pack("<I", len(listed)), listed, *(content for _, content in held)])
