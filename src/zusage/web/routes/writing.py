"""``/api/…`` for programs that write: judging and coding statements, deciding on remarks. By token only, each within its scopes.

A browser's session is not enough here, so that no foreign page can make a browser write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Depends, Query, Request
from fastapi import Path as InPath
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from zusage.errors import wording
from zusage.ledger.auditing import add_audit
from zusage.model.accounts import Audit
from zusage.model.remarks import Refusal, Remark, RemarkKind, RemarkState
from zusage.web.access import ADD, MODERATE, REVIEW, Visitor, may
from zusage.web.answering import visitor_of
from zusage.web.asking import FormError
from zusage.web.site import Site
from zusage.workflow import judge, remarks
from zusage.workflow.workspace import Workspace

ROUTER = APIRouter(prefix="/api", tags=["writing"])

Why = Annotated[str, Field(max_length=500, description="The reason; it stays with the decision.")]
StatementId = Annotated[
    str, InPath(pattern="^[0-9a-f]{4,16}$", description="A statement's id, or the beginning of it.")
]
ReportId = Annotated[str, InPath(pattern="^[0-9a-f]{4,64}$", description="A report's id, or the beginning of it.")]
Most = Annotated[int, Query(ge=1, le=1000, description="How many are listed.")]
RemarkId = Annotated[str, InPath(pattern="^[0-9a-f]{16}$", description="A remark's id.")]


class Refused(BaseModel):
    """Why a request was not carried out, in one line."""

    detail: str


class Invalid(BaseModel):
    """What in a request cannot be: one line, or what is wrong with each field."""

    detail: str | list[Any]


class Decision(BaseModel):
    """What somebody decides about a statement; ``changes`` are the fields that a correction sets, as in the codebook."""

    model_config = ConfigDict(extra="forbid")

    act: Literal["accept", "reject", "correct"]
    changes: dict[str, Any] = Field(default_factory=dict)
    why: Why = ""


class Coded(BaseModel):
    """A statement that the reader missed: a commitment's or position's record of the codebook, with its exact words."""

    model_config = ConfigDict(extra="forbid")

    record: dict[str, Any]
    near: int = Field(
        0, ge=0, description="Of several places with these words the one closest to this character is meant."
    )
    why: Why = ""


class Made(BaseModel):
    """The judgement that was made; ``new`` is false where the same person had said the same already."""

    judgement: str
    act: str
    statement: str
    who: str
    at: str
    new: bool


class RemarkLine(BaseModel):
    """A reader's remark as moderators see it."""

    id: str
    entry: str
    kind: RemarkKind
    text: str
    source: str
    by: str
    received_at: str
    state: RemarkState
    reason: Refusal | None
    answer: str


class RemarkList(BaseModel):
    """The remarks that wait, the oldest first."""

    remarks: list[RemarkLine]


class Moderated(BaseModel):
    """What a moderator decides: to refuse a remark needs the rule that it breaks."""

    model_config = ConfigDict(extra="forbid")

    act: Literal["publish", "refuse", "reopen"]
    reason: Refusal | None = None
    answer: Annotated[str, Field(max_length=500, description="A word to all readers, shown below the remark.")] = ""

    @model_validator(mode="after")
    def check_reason(self) -> Self:
        """Make sure that a refusal has a reason."""
        if self.act == "refuse" and self.reason is None:
            raise ValueError("to refuse a remark needs the rule that it breaks")
        return self


def _needs(right: str) -> Callable[[Request], Visitor]:
    """Let in who sends a token with a right."""

    def check(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if not (visitor.is_signed_in and request.headers.get("authorization", "").lower().startswith("bearer ")):
            raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
        if not may(visitor, right):
            raise FormError(
                "this token", wording("may not {right}", right=right), hint="make one with that scope", status=403
            )
        return visitor

    return check


Adder = Annotated[Visitor, Depends(_needs(ADD))]
Reviewer = Annotated[Visitor, Depends(_needs(REVIEW))]
Moderator = Annotated[Visitor, Depends(_needs(MODERATE))]

ANSWERS: dict[int | str, dict[str, Any]] = {
    400: {"model": Refused, "description": "The body is no JSON."},
    401: {"model": Refused, "description": "No token was sent, or one that is none."},
    403: {"model": Refused, "description": "The token has not this scope."},
    404: {"model": Refused, "description": "It is not in the ledger."},
    422: {"model": Invalid, "description": "Something in the request cannot be."},
}


@ROUTER.post("/statements/{statement}/judgements", response_model=Made, responses=ANSWERS, summary="Judge a statement")
async def judge_statement(request: Request, statement: StatementId, decision: Decision, reviewer: Reviewer) -> Made:
    """Accept, reject or correct a statement, as in the review. Needs the scope `review`."""
    return await run_in_threadpool(_judge, _workspace(request), statement, decision, reviewer.account or "")


@ROUTER.post("/reports/{report}/statements", response_model=Made, responses=ANSWERS, summary="Code a statement")
async def code_statement(request: Request, report: ReportId, coded: Coded, reviewer: Reviewer) -> Made:
    """Add what the reader missed, with the exact words of the report. Needs the scope `review`."""
    return await run_in_threadpool(_code, _workspace(request), report, coded, reviewer.account or "")


@ROUTER.get("/remarks", response_model=RemarkList, responses=ANSWERS, summary="Remarks that wait for a moderator")
async def waiting_remarks(request: Request, moderator: Moderator, most: Most = 100) -> RemarkList:
    """List what readers sent and nobody has decided on, the oldest first. Needs the scope `moderate`."""
    assert moderator.account  # noqa: S101 - for the type checker; the dependency has made sure
    found = await run_in_threadpool(remarks.waiting, _workspace(request))
    return RemarkList(remarks=[_line(each) for each in found[:most]])


@ROUTER.post("/remarks/{remark}/decision", response_model=RemarkLine, responses=ANSWERS, summary="Decide on a remark")
async def decide_on_remark(request: Request, remark: RemarkId, decision: Moderated, moderator: Moderator) -> RemarkLine:
    """Let a remark through, refuse it with a reason, or take a decision back. Needs the scope `moderate`."""
    return await run_in_threadpool(_moderate, _workspace(request), remark, decision, moderator.account or "")


def _workspace(request: Request) -> Workspace:
    site: Site = request.app.state.site
    return site.workspace


def _judge(workspace: Workspace, statement: str, decision: Decision, who: str) -> Made:
    if decision.act == "accept":
        made = judge.accept(workspace, statement, who=who, why=decision.why)
    elif decision.act == "reject":
        made = judge.reject(workspace, statement, who=who, why=decision.why)
    else:
        made = judge.correct(workspace, statement, decision.changes, who=who, why=decision.why)
    return _made(workspace, made, made.judgement.target)


def _code(workspace: Workspace, report: str, coded: Coded, who: str) -> Made:
    made = judge.code(workspace, report, coded.record, who=who, why=coded.why, near=coded.near)
    return _made(workspace, made, made.judgement.target)


def _made(workspace: Workspace, made: judge.Judged, about: str) -> Made:
    judgement = made.judgement
    entry = Audit(
        at=judgement.when, who=judgement.who, act=f"{judgement.what} by token", about=about, detail=judgement.id
    )
    with workspace.ledger.writing() as connection:
        add_audit(connection, entry)
    return Made(
        judgement=judgement.id,
        act=str(judgement.what),
        statement=judgement.target,
        who=judgement.who,
        at=judgement.when,
        new=made.is_new,
    )


def _moderate(workspace: Workspace, name: str, decision: Moderated, who: str) -> RemarkLine:
    if decision.act == "publish":
        return _line(remarks.publish(workspace, name, who=who, answer=decision.answer))
    if decision.act == "reopen":
        return _line(remarks.reopen(workspace, name, who=who))
    assert decision.reason is not None  # noqa: S101 - the model has made sure
    return _line(remarks.refuse(workspace, name, decision.reason, who=who))


def _line(remark: Remark) -> RemarkLine:
    return RemarkLine(**{name: getattr(remark, name) for name in RemarkLine.model_fields})
