"""Bundle the site's scripts and styles with esbuild: one small file for each that a page asks for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.subprocesses import RuntimeMissing, cache_key, run

WEB: Final = Path(__file__).parents[1] / "web"
WRITTEN: Final = (".css", ".mjs")
"""The kinds of our own files."""
SERVED: Final = (".css", ".js")
"""The same as a site has them: every server knows these for what they are."""
OPTIONS: Final = ("--bundle", "--minify", "--format=esm", "--charset=utf8")


def sources(web: Path = WEB) -> list[Path]:
    """Return every script and style below a folder."""
    return sorted(path for path in web.rglob("*") if path.suffix in WRITTEN)


def unbundled(web: Path = WEB) -> Iterator[tuple[str, str]]:
    """Yield every script and style as it is written: the name that it is served under, and its text."""
    for path in sources(web):
        name = path.relative_to(web).with_suffix(".css" if path.suffix == ".css" else ".js")
        yield name.as_posix(), path.read_text(encoding="utf-8").replace('.mjs"', '.js"')


def bundle(packages: Path, cache: Path, web: Path = WEB) -> Path:
    """Return a folder of `cache` with the bundle of each script and style at the top of the folder `web`.

    A bundle needs no other file. `packages` is the folder of npm's packages. Raises RuntimeMissing.
    """
    made_from = (packages.parent / "package-lock.json", *sources(web))
    parts = (f"\0{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes() for path in made_from)
    bundled = cache.resolve() / f"web-{cache_key(repr(OPTIONS).encode(), *parts)}"
    if not is_whole(bundled):
        # npm installs the program of this machine alone.
        program = next(packages.glob("@esbuild/*/**/esbuild*"), None)
        if program is None:
            raise RuntimeMissing("esbuild has no program for this machine among npm's packages")
        with made_at_once(bundled) as folder:
            command = [str(program), *OPTIONS, f"--outdir={folder}"]
            command += [path.name for path in sources(web) if path.parent == web]
            env = {"NODE_PATH": str(packages)}
            run(command, cwd=web, purpose="bundling the scripts and styles", env=env)
    return bundled
