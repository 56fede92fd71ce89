"""What tests of several folders share: a PostgreSQL server with a new database for each test, and a web server."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from postgres_server import NoServer, Server, start_server
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool
from web_site import Site, serve

from zusage.intake.fetching import Fetching
from zusage.ledger.postgres import parse_url

_NUMBERS = itertools.count()

settings.register_profile("zusage", deadline=None)  # no timed tests: machines are noisy
settings.load_profile("zusage")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A running server; where there is none the test is skipped, and fails if ``CI=true``."""
    try:
        server = start_server()
    except NoServer as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no PostgreSQL server could be started: {problem}")
        pytest.skip(f"NOT TESTED ON POSTGRESQL: {problem}")
    yield server
    server.remove()


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> Callable[[str], str | None]:
    """Make a place for a ledger's rows: None for a file in its folder, or the address of a new schema on PostgreSQL."""

    def make(kind: str) -> str | None:
        if kind == "sqlite":
            return None
        server: Server = request.getfixturevalue("postgres")
        name = f"ledger_{next(_NUMBERS)}"
        engine = create_engine(parse_url(server.url()), poolclass=NullPool)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
        return f"{server.url()}?options=-csearch_path%3D{name}"

    return make


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine that answers as the test says."""
    with serve() as running:
        yield running


@pytest.fixture
def fetching() -> Fetching:
    """Fetch from this machine, impatiently; it is always noon."""
    return Fetching(
        clock=lambda: "2025-03-06T12:00:00.000Z",
        user_agent="Zusage/test (+https://zusage.example)",
        seconds=2.0,
        allow_private=True,
    )
