"""What runs in the browser is pure: no clock, no file, no network, nothing but the standard library."""

import ast
import sys
from pathlib import Path

import pytest

import navigator

PACKAGE = Path(navigator.__file__).parent
CORE = sorted((PACKAGE / "core").rglob("*.py"))
RENDER = sorted((PACKAGE / "render").rglob("*.py"))
IMPURE = {
    "os", "io", "time", "random", "secrets", "uuid", "locale", "subprocess", "socket", "ssl", "urllib",
    "http", "pathlib", "shutil", "tempfile", "glob", "threading", "asyncio", "multiprocessing", "logging",
    "zoneinfo", "platform", "getpass", "webbrowser", "sys",
}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp"}
DOORS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "globals", "breakpoint"}


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_there_is_something_to_look_at() -> None:
    """The folders looked at are the ones with the engine and the renderer in them."""
    assert {"core/engine.py", "core/time/counting.py", "core/model/policy.py"} <= set(map(name, CORE))
    assert "render/outcome.py" in set(map(name, RENDER))


@pytest.mark.parametrize("path", CORE, ids=name)
def test_core_imports_the_standard_library_and_itself_only(path: Path) -> None:
    """The core imports nothing from outside the standard library, nor from other parts of the navigator."""
    for module in imported(parse(path)):
        top = module.split(".")[0]
        assert top in sys.stdlib_module_names or module.startswith("navigator.core"), module


@pytest.mark.parametrize("path", RENDER, ids=name)
def test_render_imports_the_standard_library_the_core_and_itself_only(path: Path) -> None:
    """The renderer runs in the browser too, so it imports the core and the standard library only."""
    for module in imported(parse(path)):
        top = module.split(".")[0]
        inside = module.startswith(("navigator.core", "navigator.render"))
        assert top in sys.stdlib_module_names or inside, module


@pytest.mark.parametrize("path", [*CORE, *RENDER], ids=name)
def test_no_clock_file_or_network(path: Path) -> None:
    """Nothing here can read the clock, a file, the network or chance, nor print."""
    tree = parse(path)
    assert not {module.split(".")[0] for module in imported(tree)} & IMPURE
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"line {node.lineno}: {node.func.attr}()"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in DOORS, f"line {node.lineno}: {node.func.id}()"


@pytest.mark.parametrize("path", [*CORE, *RENDER], ids=name)
def test_nothing_is_kept_in_global_variables(path: Path) -> None:
    """No function changes a module's variables, so that one answer cannot leak into the next."""
    assert not [node for node in ast.walk(parse(path)) if isinstance(node, ast.Global)]
