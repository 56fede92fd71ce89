"""A real browser, and a real server over the sample reports; both are started once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import NoBrowserError, find_browser
from page_server import serve
from playwright.sync_api import Browser, sync_playwright

from zusage.settings import Settings
from zusage.web.app import create_app
from zusage.web.site import Site
from zusage.workflow import steps
from zusage.workflow.add import add_items
from zusage.workflow.demo import DOSSIER, sample_items
from zusage.workflow.workspace import init_ledger, open_workspace


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; where there is none the test is skipped, and fails if ``CI=true``.

    Playwright keeps an event loop running in this thread for as long as it is there: it leaves with each module,
    so that other tests of the same run find none.
    """
    try:
        path = find_browser()
    except NoBrowserError as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no browser: {problem}")
        pytest.skip(f"NOT TESTED IN A BROWSER: {problem}")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with the sample reports; not to be written to."""
    folder = tmp_path_factory.mktemp("served") / "ledger"
    workspace = init_ledger(folder, dossier=DOSSIER)
    for _ in add_items(workspace, iter(sample_items()), steps.load_reader()):
        pass
    return folder


@pytest.fixture(scope="session")
def served(sample_ledger: Path) -> Iterator[str]:
    """The address of a private server over the sample reports."""
    with serve(create_app(Site(open_workspace(Settings(ledger=sample_ledger))))) as address:
        yield address
