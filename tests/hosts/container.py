"""The site's container: built and run where a container engine runs, or else its steps taken by hand."""

import fnmatch
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.hosts.asking import ask
from tests.hosts.servers import PLACES, answers, free_port
from tests.shipped import PROJECT

FOLDER: Final = PROJECT / "scripts" / "container"
FILE: Final = FOLDER / "Containerfile"
ENGINES: Final = ("docker", "podman")
PORT: Final = 8080
TAG: Final = "navigator-site-in-tests"
BUILDING: Final = 300
WITHOUT_RIGHTS: Final = "nobody"


def instructions() -> list[tuple[str, str]]:
    """Return the file's instructions in their order, each with what follows it."""
    text = FILE.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def engine() -> str | None:
    """Return the container engine that runs here, or nothing."""
    for name in ENGINES:
        program = shutil.which(name)
        if program and subprocess.run([program, "info"], capture_output=True, check=False).returncode == 0:
            return program
    return None


def context(site: Path, folder: Path) -> Path:
    """Return a folder as the project's is once the site is built, with what the engine is told to take."""
    shutil.copytree(FOLDER, folder / "scripts" / "container")
    shutil.copytree(site, folder / "site")
    kept = Path(f"{FILE}.dockerignore").read_text(encoding="utf-8").splitlines()
    assert kept[0] == "*"
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        assert any(fnmatch.fnmatch(name, f"{each[1:]}*") or each[1:].startswith(name) for each in kept[1:])
    return folder


@contextmanager
def by_engine(program: str, files: Path) -> Iterator[str]:
    """Build the image and run it as the page says; give the address."""
    build = [program, "build", "--file", "scripts/container/Containerfile", "--tag", TAG, "."]
    subprocess.run(build, cwd=files, check=True, timeout=BUILDING)
    port = free_port()
    run = [program, "run", "--detach", "--rm", "--read-only", "--tmpfs", "/tmp"]  # noqa: S108 - its own
    started = subprocess.run(
        [*run, "--publish", f"127.0.0.1:{port}:{PORT}", TAG], capture_output=True, text=True, check=True
    )
    try:
        end = time.monotonic() + BUILDING
        while True:
            try:
                ask(f"http://127.0.0.1:{port}/")
                break
            except OSError:
                assert time.monotonic() < end, "the container does not answer"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        subprocess.run([program, "rm", "--force", started.stdout.strip()], check=False, capture_output=True)


@contextmanager
def by_hand(files: Path) -> Iterator[str]:
    """Take the file's steps one by one with this machine's nginx, below a folder; give the address."""
    with tempfile.TemporaryDirectory(prefix="container-") as scratch:
        root = Path(scratch)
        root.chmod(0o755)
        (root / "tmp").mkdir()
        if os.geteuid() == 0:
            shutil.chown(root / "tmp", WITHOUT_RIGHTS)
        with _steps(files, root) as address:
            yield address


@contextmanager
def _steps(files: Path, root: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    user: str | None = None
    for step, what in instructions():
        if step == "COPY":
            source, target = what.split()
            _copy(files / source, root / target[1:], target)
        elif step == "RUN":
            _settings_below(root, port)
            command = _below(root, what.split())
            ended = subprocess.run(command, user=user, capture_output=True, text=True, check=False)
            assert ended.returncode == 0, ended.stderr
        elif step == "USER":
            user = WITHOUT_RIGHTS if os.geteuid() == 0 else None
        elif step == "CMD":
            command = _below(root, re.findall(r'"([^"]*)"', what))
            process = subprocess.Popen(command, user=user, start_new_session=True)
            try:
                assert answers(process, port)
                yield address
            finally:
                process.terminate()
                process.wait()
        else:
            assert step in {"FROM", "EXPOSE"}


def _copy(source: Path, target: Path, written: str) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        target = target / source.name if written.endswith("/") else target
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _settings_below(root: Path, port: int) -> None:
    """Let the settings name the container's places below a folder, and this machine's for all else."""
    path = root / "etc/nginx/nginx.conf"
    text = path.read_text(encoding="utf-8")
    for place in ("/tmp/", "/usr/share/nginx/html"):  # noqa: S108 - the container's own
        assert place in text
        text = text.replace(f" {place}", f" {root}{place}")
    assert f"listen {PORT};" in text
    path.write_text(text.replace(f"listen {PORT};", f"listen 127.0.0.1:{port};"), encoding="utf-8")


def _below(root: Path, command: list[str]) -> list[str]:
    """Return a command of the container as it runs here."""
    program, *arguments = command
    assert program == "nginx"
    found = shutil.which(program, path=PLACES)
    assert found
    return [found, "-c", f"{root}/etc/nginx/nginx.conf", *arguments]
