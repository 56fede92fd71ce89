"""The JSON API does what its description says; schemathesis asks it what nobody thought of."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from starlette.testclient import TestClient

from zusage.settings import Settings
from zusage.web.app import create_app
from zusage.web.site import Site
from zusage.workflow.workspace import open_workspace

OK, NOT_FOUND, REFUSED = 200, 404, 422


@pytest.fixture(scope="session")
def app(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The application over a copy of the sample ledger."""
    folder = tmp_path_factory.mktemp("api") / "ledger"
    shutil.copytree(sample_ledger, folder)
    return create_app(Site(open_workspace(Settings(ledger=folder))))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_the_api_keeps_its_word(app: FastAPI, mode: GenerationMode) -> None:
    """Every operation, asked what it takes and what it does not: schemathesis has nothing to say against the answers.

    Its own pytest plugin does not know pytest 9.2, so that the operations are gone through by hand.
    """
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = 0
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            case.call_and_validate(headers={"Host": "localhost"} | dict(case.headers or {}))

        ask()
        asked += 1
    assert asked >= 8


def test_the_api_says_the_same_as_the_pages(client: TestClient) -> None:
    for page, path in (
        ("overview", "overview"),
        ("ledger", "entries"),
        ("conflicts", "conflicts"),
        ("reports", "reports"),
    ):
        assert client.get(f"/api/{path}").json() == client.get(f"/en/{page}.json").json()
    filtered = client.get("/api/entries?measure=troops&from=2026-01-01&sort=newest").json()
    assert filtered == client.get("/en/ledger.json?measure=troops&from=2026-01-01&sort=newest").json()
    assert filtered["entries"]
    for same in ("stories", "search?q=soldat", "search?q=macron&kind=quotes", "reports?in=de&from=2026-01-01"):
        path, _, query = same.partition("?")
        assert client.get(f"/api/{same}").json() == client.get(f"/en/{path}.json?{query}").json()


def test_what_does_not_exist_is_refused(client: TestClient) -> None:
    for query in ("measures=troops", "firmness=solid", "from=2025-13-01", "page=0", "roots=-1", "sort=by-luck"):
        assert client.get(f"/api/entries?{query}").status_code == REFUSED
    assert client.get("/api/entries/ffff").status_code == NOT_FOUND
    assert client.get("/api/entries/ffff").json()["detail"]
    assert client.get("/api/nothing").status_code == NOT_FOUND


def test_everything_is_described(client: TestClient) -> None:
    description = client.get("/api/openapi.json").json()
    for path, methods in description["paths"].items():
        for method in methods.values():
            assert method["summary"], path
            assert method["description"], path
            assert all(each.get("description") or each["in"] == "path" for each in method.get("parameters", ())), path
            done = next(answer for status, answer in method["responses"].items() if status.startswith("2"))
            assert "$ref" in done["content"]["application/json"]["schema"], path
