"""The real web servers of Debian's packages, each as its package sets it up, serving one folder.

Only the port, the folder, and where they write logs and process numbers are changed. They run as whoever runs
the tests, from settings in a temporary folder, and are ended with the context.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SUB_PATH: Final = "some/path/"
"""The site is served at the root and below this path, by a link in the folder."""
PATIENCE: Final = 20
"""Seconds until a server has to answer."""
TRIES: Final = 3
"""How often a port that somebody else was quicker to take is replaced by another."""
PLACES: Final = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
NGINX: Final = Path("/etc/nginx")
APACHE: Final = Path("/etc/apache2")
LIGHTTPD: Final = Path("/etc/lighttpd/lighttpd.conf")
CADDY: Final = Path("/etc/caddy/Caddyfile")
NGINX_TEMPORARY: Final = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Place:
    """Where one run of a server reads and writes."""

    www: Path
    """The folder that is served."""
    home: Path
    """Its own folder for settings, logs and the like."""
    port: int
    more: str
    """What stands in its settings besides, as somebody would write it who sets up the site."""

    def write(self, name: str, text: str) -> str:
        """Write a file of settings and return its path."""
        (self.home / name).write_text(text, encoding="utf-8")
        return str(self.home / name)


@dataclass(frozen=True)
class Command:
    """What starts a server in the foreground."""

    arguments: list[str]
    variables: Mapping[str, str] = field(default_factory=dict)


def installed() -> list[str]:
    """Return the names of the servers that this machine has, with the settings of Debian's package."""
    return [name for name in SERVERS if _program(name) and all(path.exists() for path in _needs(name))]


def missing() -> list[str]:
    """Return the names of the servers that this machine lacks: a test run says that they were not tried."""
    there = installed()
    return [name for name in SERVERS if name not in there]


@contextmanager
def serving(name: str, folder: Path, more: str = "") -> Iterator[str]:
    """Serve a folder at the root and below SUB_PATH; give the root's address, such as `http://127.0.0.1:81/`.

    `more` are settings besides: lines for nginx' `server`, a `.htaccess` for Apache, lines for lighttpd, and
    lines for the site of a Caddyfile. What is served is the folder as it is now.
    """
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as scratch:
        www = copied(folder, Path(scratch) / "www")
        below = www / SUB_PATH
        below.parent.mkdir(parents=True)
        below.symlink_to(os.path.relpath(www, below.parent), target_is_directory=True)
        Path(scratch).chmod(0o755)
        with running(name, www, more) as address:
            yield address


@contextmanager
def running(name: str, www: Path, more: str = "") -> Iterator[str]:
    """Serve a folder in its place, which everybody has to be able to read; give the root's address."""
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as scratch:
        home = Path(scratch)
        home.chmod(0o755)
        process, address = _started(name, www, home, more)
        try:
            yield address
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _started(name: str, www: Path, home: Path, more: str) -> tuple[subprocess.Popen[bytes], str]:
    log = home / "said.log"
    for _ in range(TRIES):
        port = free_port()
        command = SERVERS[name](Place(www, home, port, more))
        with log.open("wb") as said:
            process = subprocess.Popen(
                command.arguments,
                env={**os.environ, **command.variables},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Apache ends every process of its group
            )
        if answers(process, port):
            return process, f"http://127.0.0.1:{port}/"
    told = "\n".join(path.read_text(encoding="utf-8") for path in home.rglob("*.log"))
    raise RuntimeError(f"{name} could not be started:\n{told}")


def answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a server takes connections; return False when it has ended instead."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return True
    process.kill()
    process.wait()
    return False


def free_port() -> int:
    """Return a port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def copied(folder: Path, target: Path) -> Path:
    """Copy a site to a new folder, without a copy of its files where that can be; return that folder."""
    shutil.copytree(folder, target, copy_function=_link)
    # Started by root, some servers read files as somebody else.
    target.chmod(0o755)
    return target


def _link(source: str, target: str) -> None:
    """Put a file into another folder, without a copy where that can be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _program(name: str) -> str | None:
    return sys.executable if name == "python" else shutil.which(name, path=PLACES)


def _needs(name: str) -> tuple[Path, ...]:
    needed = {
        "nginx": (NGINX / "nginx.conf", NGINX / "sites-available" / "default"),
        "apache2": (APACHE / "apache2.conf", APACHE / "sites-available" / "000-default.conf"),
        "lighttpd": (LIGHTTPD,),
        "caddy": (CADDY,),
    }
    return needed.get(name, ())


def _changed(settings: Path, changes: Mapping[str, str]) -> str:
    """Return a package's settings, in which each pattern has to be found, with something in its place."""
    text = settings.read_text(encoding="utf-8")
    for pattern, new in changes.items():
        text, found = re.subn(pattern, new.replace("\\", r"\\"), text, flags=re.MULTILINE)
        if not found:
            raise LookupError(f"{settings} has no line like {pattern}")
    return text


def _nginx(place: Place) -> Command:
    temporary = "\n".join(f"{name}_temp_path {place.home}/{name};" for name in NGINX_TEMPORARY)
    site = _changed(
        NGINX / "sites-available" / "default",
        {
            r"^\s*listen 80 default_server;": f"listen 127.0.0.1:{place.port} default_server;\n{place.more}",
            r"^\s*listen \[::\]:80 default_server;": "",
            r"^\s*root /var/www/html;": f"root {place.www};",
        },
    )
    enabled = place.write("site", f"{temporary}\n{site}")
    main = _changed(
        NGINX / "nginx.conf",
        {
            r"^pid .*": f"pid {place.home}/nginx.pid;",
            r"^\s*include /etc/nginx/sites-enabled/\*;": f"include {enabled};",
            r"/var/log/nginx/": f"{place.home}/",
        },
    )
    settings, log = place.write("nginx.conf", main), f"{place.home}/start.log"
    return Command([_found("nginx"), "-e", log, "-c", settings, "-g", "daemon off;"])


def _apache(place: Place) -> Command:
    site = _changed(
        APACHE / "sites-available" / "000-default.conf",
        {r":80>": f":{place.port}>", r"/var/www/html": str(place.www)},
    )
    changes = {
        r"^Include ports\.conf": f"Listen 127.0.0.1:{place.port}",
        r"^<Directory /var/www/>": f"<Directory {place.www}/>",
        r"^IncludeOptional sites-enabled/\*\.conf": f"Include {place.write('site.conf', site)}",
    }
    main = _changed(APACHE / "apache2.conf", changes) + "ServerName 127.0.0.1\n"
    if place.more:
        (place.www / ".htaccess").write_text(place.more, encoding="utf-8")
        modules = "".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
            for name in ("headers", "expires", "rewrite")
        )
        main = modules + main.replace("AllowOverride None", "AllowOverride All")
    variables = {
        "APACHE_RUN_USER": "www-data",
        "APACHE_RUN_GROUP": "www-data",
        "APACHE_PID_FILE": f"{place.home}/apache2.pid",
        **{f"APACHE_{what}_DIR": str(place.home) for what in ("RUN", "LOCK", "LOG")},
    }
    command = [_found("apache2"), "-f", place.write("apache2.conf", main), "-D", "FOREGROUND"]
    return Command(command, variables)


def _lighttpd(place: Place) -> Command:
    settings = _changed(
        LIGHTTPD,
        {
            r"^server\.document-root .*": f'server.document-root = "{place.www}"',
            r"^server\.upload-dirs .*": f'server.upload-dirs = ( "{place.home}" )',
            r"^server\.errorlog .*": "",  # it goes to the error stream then
            r"^server\.pid-file .*": f'server.pid-file = "{place.home}/lighttpd.pid"',
            r"^server\.port .*": f'server.port = {place.port}\nserver.bind = "127.0.0.1"',
            r"^include_shell .*use-ipv6.*": "",
        },
    )
    conf = place.write("lighttpd.conf", f"{settings}\n{place.more}")
    return Command([_found("lighttpd"), "-D", "-f", conf])


def _caddy(place: Place) -> Command:
    settings = _changed(
        CADDY,
        {
            r"^:80 \{": f":{place.port} {{\nbind 127.0.0.1\n{place.more}",
            r"/usr/share/caddy": str(place.www),
        },
    )
    # Its own door for other programs has one port for all.
    conf = place.write("Caddyfile", f"{{\nadmin off\n}}\n{settings}")
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(place.home))
    return Command([_found("caddy"), "run", "--adapter", "caddyfile", "--config", conf], homes)


def _python(place: Place) -> Command:
    where = [str(place.port), "--bind", "127.0.0.1", "--directory", str(place.www)]
    return Command([sys.executable, "-m", "http.server", *where])


def _found(name: str) -> str:
    program = _program(name)
    if not program:
        raise LookupError(f"{name} is not installed")
    return program


SERVERS: Final[dict[str, Callable[[Place], Command]]] = {
    "nginx": _nginx,
    "apache2": _apache,
    "lighttpd": _lighttpd,
    "caddy": _caddy,
    "python": _python,
}
"""How each server is started, by its name."""
