"""``zusage serve``: the pages over a ledger, on this machine or for everybody."""

from __future__ import annotations

import errno
import ipaddress
import socket
from typing import TYPE_CHECKING

import click

from zusage.cli.options import ledger_option, say, settings_of
from zusage.errors import ZusageError
from zusage.workflow.derive.crew import cores
from zusage.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from fastapi import FastAPI

_PATIENCE, _LAG = 1.0, 10.0
"""Seconds after which a change is noticed, and for which a busy server may show who is not signed in what was there before."""

_INSTALL = "pip install 'zusage[web]'"


class ServingError(ZusageError):
    """Pages that cannot be served as asked."""


@click.command(epilog="Example: zusage serve --port 8080")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address that is listened on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="The port.")
@click.option(
    "--public", is_flag=True, help="Serve the public edition: what a person has accepted, quotes, no whole articles."
)
@click.option(
    "--address",
    metavar="URL",
    help="The address under which the world knows the server, as https://pledges.example; default: the setting address.",
)
@click.option(
    "--workers",
    type=click.IntRange(0, 64),
    default=0,
    show_default=True,
    metavar="N",
    help="Processes that work pages out, beside the one that answers; without any it does so itself.",
)
def serve(folder: str | None, host: str, port: int, address: str | None, *, public: bool, workers: int) -> None:
    """Serve the ledger as pages for a browser, at http://127.0.0.1:8765 if nothing else is said.

    Only this machine can reach them, unless another --host is named; that needs --public, or accounts (zusage user): then
    only who signs in sees anything.
    """
    settings = settings_of(ledger=folder, address=address)
    require_web()
    from zusage.web.app import create_app  # noqa: PLC0415 - FastAPI is an extra, and slow to import
    from zusage.web.site import LOOPBACK, Plan, Serving, Site  # noqa: PLC0415 - as above
    from zusage.web.warming import begin_to_warm  # noqa: PLC0415 - as above

    is_open = public or not _is_loopback(host)
    hosts = () if is_open and not settings.address else LOOPBACK
    serving = Serving(
        public=public,
        closed=is_open and not public,
        address=settings.address,
        hosts=hosts,
        patience=_PATIENCE,
        lag=_LAG,
        free_hosts=tuple(settings.free_hosts.lower().split()),
    )
    site = Site(open_workspace(settings, stands=True), serving, settings=settings)
    if site.has_accounts:
        site.passwords.of_nobody  # noqa: B018 - worked out now, so that the first unknown name takes no longer than others
    elif serving.closed:
        raise ServingError(
            f"--host {host}", "would show everything to everybody", hint="add --public, or make accounts: zusage user"
        )
    if workers and not cores():
        raise ServingError("--workers", "needs a system with pipes that processes can be handed", hint="leave it out")
    listener = _listen(host, port)
    say(f"Serving {settings.ledger} at {_shown(host, port)}; Ctrl-C ends it.")
    site.adding.start()
    try:
        if workers:
            site.workshop.hire(workers, Plan(settings, serving))
        else:
            begin_to_warm()
        _run(create_app(site), listener)
    finally:
        site.workshop.close()
        site.adding.stop()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_web() -> None:
    """Make sure that what the pages need is installed.

    Raises:
        ServingError: it is not.
    """
    try:
        import fastapi  # noqa: F401, PLC0415 - only to see whether it is there
        import jinja2  # noqa: F401, PLC0415 - as above
        import uvicorn  # noqa: F401, PLC0415 - as above
    except ImportError as problem:
        raise ServingError("the pages", f"need {problem.name}, which is not installed", hint=_INSTALL) from problem


def _shown(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _listen(host: str, port: int) -> socket.socket:
    """Bind before anything is said, so that a port in use is an error of one line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as problem:
        listener.close()
        hint = "choose another with --port" if problem.errno == errno.EADDRINUSE else "look at --host and --port"
        raise ServingError(
            f"{host}:{port}", f"cannot be listened on: {(problem.strerror or '').lower()}", hint=hint
        ) from problem
    return listener


def _run(app: FastAPI, listener: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415 - an extra

    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])
