"""A site over the shipped dossier's sample reports, read once, and a client of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from adding_pages import CHEAP, GOOD, Visit, token_of
from starlette.testclient import TestClient

from zusage.model.accounts import Role
from zusage.settings import Settings
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.workflow import steps
from zusage.workflow.accounts import people
from zusage.workflow.add import add_items
from zusage.workflow.demo import DOSSIER, sample_items
from zusage.workflow.workspace import Workspace, init_ledger, open_workspace


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with the sample reports; not to be written to."""
    folder = tmp_path_factory.mktemp("web") / "ledger"
    workspace = init_ledger(folder, dossier=DOSSIER)
    for _ in add_items(workspace, iter(sample_items()), steps.load_reader()):
        pass
    workspace.ledger.settle()
    return folder


@pytest.fixture
def workspace(sample_ledger: Path, tmp_path: Path) -> Workspace:
    """A copy of the sample ledger that a test may write to."""
    folder = tmp_path / "ledger"
    shutil.copytree(sample_ledger, folder)
    return open_workspace(Settings(ledger=folder), write=True)


@pytest.fixture
def site(workspace: Workspace) -> Site:
    """The copy being served privately."""
    return Site(workspace)


@pytest.fixture
def client(site: Site) -> Iterator[TestClient]:
    """Somebody on this machine."""
    with TestClient(create_app(site)) as made:
        yield made


@pytest.fixture
def stranger(workspace: Workspace) -> Iterator[TestClient]:
    """Somebody who asks a public server."""
    with TestClient(create_app(Site(workspace, Serving(public=True, hosts=())))) as made:
        yield made


@pytest.fixture
def visit(workspace: Workspace) -> Iterator[Visit]:
    """Makes browsers, signed in by role or not, of one server."""
    for role in Role:
        people.add_person(workspace, f"a-{role}", role, GOOD, passwords=CHEAP, by="test")
    app = create_app(Site(workspace, Serving(public=True, hosts=()), passwords=CHEAP))
    with ExitStack() as stack:

        def make(role: str | None) -> TestClient:
            made = stack.enter_context(TestClient(app, base_url="http://127.0.0.1", follow_redirects=False))
            if role is not None:
                sent = {
                    "form_token": token_of(made.get("/en/account/sign-in").text),
                    "name": f"a-{role}",
                    "password": GOOD,
                }
                assert made.post("/en/account/sign-in", data=sent).status_code == 303
            return made

        yield make
