"""What many policies cost: the site against stock Material, the check against reading the same files."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from tests.bench.growing import grow
from tests.bench.measure import Measure

PROJECT: Final = Path(__file__).parents[2]
READ: Final = """\
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yaml"):
    with path.open("rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""
# What the kernel counts for a finished process begins with its parent's memory, so each tells its own.
TELL_PEAK: Final = """\
import atexit, os
def tell():
    held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    open(os.environ["BENCH_PEAK"], "w").write(str(int(held.split()[1]) * 1024))
atexit.register(tell)
"""
CHECK: Final = "import sys; from navigator.cli import main; sys.exit(main(['check', '--data', sys.argv[1]]))"
BUILD: Final = """\
import sys
from pathlib import Path
from navigator.site.build.run_mkdocs import build
build(Path(sys.argv[1]), config=Path(sys.argv[2]))
"""
EXPORT: Final = """\
import sys
from pathlib import Path
from navigator.site.build.export import export
export(Path(sys.argv[1]), config=Path(sys.argv[2]))
"""
STOCK: Final = """\
site_name: Stock
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
  font: false
plugins:
  - search
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
"""
LAST: Final = 2_000
STOCK_BUILD: Final = "MkDocs and Material on the same Markdown"
PATIENCE: Final = 600
"""How long the other site's build may take, in seconds. Where it is stopped, the true ratio is smaller."""
MKDOCS: Final = "import sys; from mkdocs.__main__ import cli; cli(sys.argv[1:])"


# An installed program is compiled once, so both sides of each measure find their modules compiled.
_KEEPING_BYTECODE: Final = {
    **{name: held for name, held in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPYCACHEPREFIX": str(PROJECT / ".cache" / "bench-bytecode"),
}


@dataclass
class Cost:
    """What a command cost."""

    seconds: float
    megabytes: float
    """The most memory it held; 0 where it was stopped."""
    stopped: bool = False
    """True where it took too long."""


def cost(code: str, *arguments: str, patience: float | None = None) -> Cost:
    """Run Python code as a process of its own, which is stopped when it takes longer than `patience` seconds.

    Raises RuntimeError with what it said last.
    """
    with tempfile.TemporaryDirectory() as name:
        peak = Path(name) / "peak"
        begun = time.monotonic()
        try:
            ended = subprocess.run(
                [sys.executable, "-c", TELL_PEAK + code, *arguments],
                cwd=PROJECT,
                env={**_KEEPING_BYTECODE, "NO_MKDOCS_2_WARNING": "1", "BENCH_PEAK": str(peak)},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
                timeout=patience,
            )
        except subprocess.TimeoutExpired:
            return Cost(time.monotonic() - begun, 0, stopped=True)
        seconds = time.monotonic() - begun
        if ended.returncode:
            raise RuntimeError(ended.stdout.decode(errors="replace")[-LAST:])
        return Cost(seconds, int(peak.read_text(encoding="utf-8")) / 1_000_000)


def build_and_check(folder: Path, policies: int, rounds: int) -> tuple[list[Measure], dict[str, float]]:
    """Build the site of so many policies, and check them, each in turn with what it is held against.

    Return the measures, and the memory each command held, in MB.
    """
    data = folder / "data"
    count = grow(PROJECT / "policy_data", data, policies)
    ours_config, stock = our_config(folder, data), folder / "stock.yml"
    markdown = folder / "markdown"
    cost(EXPORT, str(markdown), str(ours_config))
    stock.write_text(STOCK.format(docs=markdown / "docs", site=folder / "stock"), encoding="utf-8")
    build = Measure(f"Site build, {count:,} policies", STOCK_BUILD, 1.3, "s")
    check = Measure(f"navigator check, {count:,} policies", "yaml.CSafeLoader on the same files", 3, "s")
    memory: dict[str, float] = {}
    cost(CHECK, str(data))  # which compiles what no build needs
    for _ in range(rounds):
        ours = cost(BUILD, str(folder / "ours"), str(ours_config))
        theirs = cost(MKDOCS, "build", "--quiet", "--config-file", str(stock), patience=PATIENCE)
        if theirs.stopped:
            build.against = f"{STOCK_BUILD}, stopped after {PATIENCE / 60:g} minutes"
        build.add(ours.seconds, theirs.seconds)
        checked, read = cost(CHECK, str(data)), cost(READ, str(data))
        check.add(checked.seconds, read.seconds)
        costs = {"site build": ours, "stock build": theirs, "check": checked, "CSafeLoader": read}
        memory |= {name: max(memory.get(name, 0), each.megabytes) for name, each in costs.items()}
    return [build, check], memory


def our_config(folder: Path, data: Path) -> Path:
    """Write the project's own configuration for another folder of policies, and return where it is."""
    told = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "docs_dir": str(PROJECT / "docs" / "site"),
        "strict": False,
        "plugins": {"navigator": {"folder": str(data), "cache": str(PROJECT / ".cache/navigator")}},
    }
    config = folder / "ours.yml"
    config.write_text(yaml.safe_dump(told, sort_keys=False), encoding="utf-8")
    return config
