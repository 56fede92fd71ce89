"""``/api/…``: the same data as the pages', described by OpenAPI at ``/api/openapi.json`` with a model for each answer."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from zusage.web.address import Address, read_query
from zusage.web.answering import PageFunction, answer, reply, visitor_of
from zusage.web.asking import Asked
from zusage.web.parameters import (
    ActorId,
    AsOf,
    ConflictParameters,
    EntryParameters,
    Id,
    ListParameters,
    MeasureId,
    OverviewParameters,
    Parameters,
    PartyParameters,
    ReportParameters,
    SearchParameters,
    StoryParameters,
)
from zusage.web.routes.conflicts import answer_conflict, answer_conflicts
from zusage.web.routes.entries import answer_entry, answer_ledger
from zusage.web.routes.meetings import answer_meetings
from zusage.web.routes.overview import answer_overview
from zusage.web.routes.parties import answer_actor, answer_measure
from zusage.web.routes.reports import answer_report, answer_reports, answer_search, answer_stories, answer_story
from zusage.web.views.conflicts import ConflictPage, ConflictsPage
from zusage.web.views.entries import EntryPage, LedgerPage
from zusage.web.views.meetings import MeetingsPage
from zusage.web.views.overview import Overview
from zusage.web.views.parties import PartyPage
from zusage.web.views.reports import ReportList, ReportPage
from zusage.web.views.searching import SearchPage
from zusage.web.views.stories import StoryList, StoryPage


class Problem(BaseModel):
    """What is wrong, in one line."""

    detail: str


MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "It is not in the ledger."}}
DESCRIPTION = (
    "The ledger as data: the same as the `.json` of the pages. Values are tokens of the codebook; days are ISO days. Nothing "
    "that is machine-read is checked: `reviewed`, `status` and `unsure` say what a person has looked at, `synthetic` marks "
    "reports that were written as samples. Every answer has an entity tag; ask again with `If-None-Match`."
)

ROUTER = APIRouter(prefix="/api", tags=["ledger"])


async def _send(request: Request, path: str, answers: PageFunction, parameters: Parameters) -> Response:
    """Answer as the page at a path does in JSON, from the same cache."""
    given = parameters.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    query = read_query((name, str(value)) for name, value in given.items())
    address = Address(language="en", path=path, form="json", query=query)
    asked = Asked(request.app.state.site, address, visitor_of(request), dict(request.path_params))
    return reply(request, await answer(asked, answers))


@ROUTER.get("/overview", response_model=Overview, summary="Actors by measures, newest changes, conflicts, counts")
async def overview(request: Request, given: Annotated[OverviewParameters, Query()]) -> Response:
    """Answer with the firmest pledge of each actor on each measure, and what changed."""
    return await _send(request, "/", answer_overview, given)


@ROUTER.get("/entries", response_model=LedgerPage, summary="Pledges, filtered, ordered and in parts of 25")
async def entries(request: Request, given: Annotated[EntryParameters, Query()]) -> Response:
    """Answer with the pledges that fit all filters, each with the words that set its firmness, and its newest."""
    return await _send(request, "/ledger", answer_ledger, given)


@ROUTER.get("/entries/{entry}", response_model=EntryPage, responses=MISSING, summary="One pledge in full")
async def entry(request: Request, entry: Id, given: Annotated[AsOf, Query()]) -> Response:
    """Answer with a pledge's history, conditions, amounts, and every statement with its quote and trace."""
    return await _send(request, f"/entries/{entry}", answer_entry, given)


@ROUTER.get("/actors/{actor}", response_model=PartyPage, responses=MISSING, summary="What one actor has said")
async def actor(request: Request, actor: ActorId, given: Annotated[PartyParameters, Query()]) -> Response:
    """Answer with an actor's pledges, its newest changes and the conflicts about it."""
    return await _send(request, f"/actors/{actor}", answer_actor, given)


@ROUTER.get(
    "/measures/{measure}", response_model=PartyPage, responses=MISSING, summary="Who has said what on a measure"
)
async def measure(request: Request, measure: MeasureId, given: Annotated[PartyParameters, Query()]) -> Response:
    """Answer with the pledges on a measure, the firmest first."""
    return await _send(request, f"/measures/{measure}", answer_measure, given)


@ROUTER.get("/conflicts", response_model=ConflictsPage, summary="Where reports contradict each other")
async def conflicts(request: Request, given: Annotated[ConflictParameters, Query()]) -> Response:
    """Answer with the conflicts that fit, the gravest first, with the words of each side."""
    return await _send(request, "/conflicts", answer_conflicts, given)


@ROUTER.get("/conflicts/{conflict}", response_model=ConflictPage, responses=MISSING, summary="One conflict")
async def conflict(request: Request, conflict: Id, given: Annotated[Parameters, Query()]) -> Response:
    """Answer with a conflict, its sides, and the pledges that it is about."""
    return await _send(request, f"/conflicts/{conflict}", answer_conflict, given)


@ROUTER.get("/meetings", response_model=MeetingsPage, summary="When each meeting can have been, who came how")
async def meetings(request: Request, given: Annotated[ListParameters, Query()]) -> Response:
    """Answer with the meetings, the reasons for their days, and who is said to have come how."""
    return await _send(request, "/meetings", answer_meetings, given)


@ROUTER.get("/reports", response_model=ReportList, summary="The reports, the newest first")
async def reports(request: Request, given: Annotated[ReportParameters, Query()]) -> Response:
    """Answer with all reports that fit."""
    return await _send(request, "/reports", answer_reports, given)


@ROUTER.get("/reports/{report}", response_model=ReportPage, responses=MISSING, summary="One report with its quotes")
async def report(request: Request, report: Id, given: Annotated[Parameters, Query()]) -> Response:
    """Answer with a report's text as far as it may be shown, cut at its quotes, and every statement with its trace."""
    return await _send(request, f"/reports/{report}", answer_report, given)


@ROUTER.get("/stories", response_model=StoryList, summary="Reports of the same event")
async def stories(request: Request, given: Annotated[StoryParameters, Query()]) -> Response:
    """Answer with the stories, the newest first."""
    return await _send(request, "/stories", answer_stories, given)


@ROUTER.get("/stories/{story}", response_model=StoryPage, responses=MISSING, summary="One story, side by side")
async def story(request: Request, story: Id, given: Annotated[Parameters, Query()]) -> Response:
    """Answer with what its reports say alike, what only one says, and where they differ; copies folded."""
    return await _send(request, f"/stories/{story}", answer_story, given)


@ROUTER.get("/search", response_model=SearchPage, summary="Actors, quotes and reports by their words")
async def search(request: Request, given: Annotated[SearchParameters, Query()]) -> Response:
    """Answer with what has all the words, in any form; ``problem`` says why a question is none."""
    return await _send(request, "/search", answer_search, given)
