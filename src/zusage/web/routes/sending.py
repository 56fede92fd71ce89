"""``/api/additions``: adding reports by programs, by token with the scope `add`; each waits its turn and can be watched."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from zusage.ledger.auditing import add_audit
from zusage.model.accounts import Audit
from zusage.model.additions import Given
from zusage.web.adding import as_record
from zusage.web.routes.writing import ANSWERS, Adder
from zusage.web.site import Site

ROUTER = APIRouter(prefix="/api", tags=["writing"])

_LONGEST = 2_000_000

Short = Annotated[str, Field(max_length=500)]
AdditionId = Annotated[str, InPath(pattern="^[A-Za-z0-9_-]{8,32}$", description="What adding answered with.")]


class Wanted(BaseModel):
    """What is to be added: the address of a page or feed, or a text with what is known of it."""

    model_config = ConfigDict(extra="forbid")

    address: Annotated[str, Field(max_length=2000)] = ""
    text: Annotated[str, Field(max_length=_LONGEST)] = ""
    title: Short = ""
    outlet: Short = ""
    published_on: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    language: Annotated[str, Field(pattern="^(de|en)?$")] = ""


class AddedReport(BaseModel):
    """What came of one report; ``problem`` is why there is none."""

    resource: str
    report: str | None
    title: str
    change: str
    statements: int
    notes: list[str]
    problem: str


class Addition(BaseModel):
    """How far it is: waiting, running, done or failed; ``more`` reports were added than are listed.

    ``tries``: how often it was begun, more than once where the server stopped meanwhile.
    """

    id: str
    name: str
    asked_at: str
    state: str
    tries: int
    reports: list[AddedReport]
    more: int
    problem: str


@ROUTER.post("/additions", response_model=Addition, status_code=202, responses=ANSWERS, summary="Add a report")
async def add_report(request: Request, wanted: Wanted, adder: Adder) -> dict[str, Any]:
    """Take something to be added; it is fetched and read when those before it are done. Needs the scope `add`."""
    site: Site = request.app.state.site
    return await run_in_threadpool(_ask, site, wanted, adder.account or "")


@ROUTER.get("/additions/{addition}", response_model=Addition, responses=ANSWERS, summary="How far an addition is")
async def watch_addition(request: Request, addition: AdditionId, adder: Adder) -> dict[str, Any]:
    """Say how far something is that the same account asked to be added. Needs the scope `add`."""
    site: Site = request.app.state.site
    found = site.adding.find(addition, adder.account or "")
    if found is None:
        raise HTTPException(404)
    return as_record(found)


def _ask(site: Site, wanted: Wanted, who: str) -> dict[str, Any]:
    made = site.adding.ask(Given(**wanted.model_dump()), who)
    entry = Audit(at=made.asked_at, who=who, act="add by token", about=made.name[:200], detail=made.id)
    with site.workspace.ledger.writing() as connection:
        add_audit(connection, entry)
    return as_record(made)
