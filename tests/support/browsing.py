"""A browser for tests: an installed Chromium, else one that the system's packages bring."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(Exception):
    """There is no browser, and none could be installed."""


def find_browser() -> str:
    """Return the path of a Chromium.

    Raises:
        NoBrowserError: there is none; where this runs as root on Debian or Ubuntu, installing one has been tried.
    """
    named = os.environ.get("ZUSAGE_BROWSER")
    for name in (named, *NAMES):
        if name and (path := shutil.which(name)):
            return path
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise NoBrowserError("no Chromium is installed (on Debian and Ubuntu: apt install chromium)")
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)  # noqa: S603 - fixed words
        if run.returncode:
            raise NoBrowserError(f"{' '.join(command)} failed: {(run.stderr.strip().splitlines() or ['no words'])[-1]}")
    found = shutil.which("chromium")
    if found is None:
        raise NoBrowserError("apt-get installed no chromium")
    return found
