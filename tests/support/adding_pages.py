"""Adding reports by the pages, for tests: browsers that are signed in, their forms, and waiting for what comes of them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from zusage.model.additions import Addition
from zusage.web.adding import Adding
from zusage.workflow.accounts.passwords import Passwords

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
TEXT = "Norwegen wird 40 Sanitäter in die Ukraine schicken, sagte ein Sprecher der Regierung am Montag in Oslo."

Visit = Callable[..., TestClient]


def token_of(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def finished(browser: TestClient, path: str) -> dict[str, Any]:
    for _ in range(600):
        record: dict[str, Any] = browser.get(f"{path}.json").json()
        if record["state"] in {"done", "failed"}:
            return record
        time.sleep(0.1)
    raise AssertionError(record)


def until_done(adding: Adding, name: str) -> Addition:
    for _ in range(600):
        found = adding.find(name, "mona")
        assert found is not None
        if not found.is_open:
            return found
        time.sleep(0.1)
    raise AssertionError(found)
