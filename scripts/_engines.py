"""Find the browsers and web servers that tests try besides Chromium; install them where all are asked for."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from _steps import SetupFailed, answer, run, tool_environment

VARIABLE = "NAVIGATOR_EVERYTHING"
"""Set, all of PACKAGES are installed, and a browser or server that is missing is a failure."""
PACKAGES = (
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "nginx-light",
    "apache2",
    "lighttpd",
    "caddy",
)
"""What brings all of them on Debian."""
FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
WEBKIT_BROWSERS = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")
SMALL = 100_000
# Read by invoke-rc.d and deb-systemd-invoke: 101 forbids what a package wants to start.
STARTS_NOTHING = "#!/bin/sh\nexit 101\n"
POLICY = Path("/usr/sbin/policy-rc.d")
FAILED = f"""\
not everything could be installed that {VARIABLE} asks for. Look into the log, then start again; or install it
yourself: sudo apt-get install {" ".join(PACKAGES)}"""


@dataclass(frozen=True)
class WebKit:
    """The programs that WebKit is tried with."""

    driver: str
    browser: str
    screen: str
    """A screen in memory, as WebKit opens windows."""


def everything_is_asked_for() -> bool:
    """Return whether nothing may be left out."""
    return bool(os.environ.get(VARIABLE))


def firefox() -> str | None:
    """Return the path of the first Firefox that starts with a profile of the tests' own, None without one."""
    return next((path for path in map(shutil.which, FIREFOX) if path and _starts(path)), None)


def _starts(program: str) -> bool:
    if os.name == "nt":
        return False
    path = Path(program)
    # One in a snap has a /tmp of its own, and never sees such a profile.
    if path.stat().st_size < SMALL and b"/snap/" in path.read_bytes():
        return False
    return "Firefox" in (answer(program, "--version") or "")


def webkit(root: Path = Path("/usr")) -> WebKit | None:
    """Return the programs that WebKit for GTK is tried with, None where one is missing."""
    found = (path for pattern in WEBKIT_BROWSERS for path in sorted(root.glob(pattern), reverse=True))
    browser, driver, screen = next(found, None), shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    return WebKit(driver, str(browser), screen) if browser and driver and screen else None


def install() -> str:
    """Install all of PACKAGES as root on Debian, start none of them, and return in a word what was done.

    Raises SetupFailed, with what to run, where that fails.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_root and shutil.which("apt-get")):
        return "as this machine has them"
    env = {**tool_environment(), "DEBIAN_FRONTEND": "noninteractive"}
    install_all = ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
    forbids = not POLICY.exists()
    if forbids:
        POLICY.write_text(STARTS_NOTHING, encoding="utf-8")
        POLICY.chmod(0o755)
    try:
        try:
            run("everything", install_all, "", env=env)
        except SetupFailed:  # the list of packages is missing, or old
            run("everything-update", ["apt-get", "update"], FAILED, env=env)
            run("everything", install_all, FAILED, env=env)
    finally:
        if forbids:
            POLICY.unlink()
    return "installed"
