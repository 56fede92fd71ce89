"""The parameters of the JSON API, as its OpenAPI description has them; what the pages take, and checked more strictly."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from zusage.model.ledger import Severity
from zusage.model.values import ConditionType, Firmness
from zusage.workflow.lookups import EntryOrder

MOST_PAGES = 1_000_000


def _checked(day: str) -> str:
    if date.fromisoformat(day).isoformat() != day:
        raise ValueError("a day is written as 2025-09-04")
    return day


Day = Annotated[str, AfterValidator(_checked), WithJsonSchema({"type": "string", "format": "date"})]

Token = Annotated[str, Field(pattern=r"^(group:|person:)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An actor, a measure, a value of a list: small letters, digits and hyphens."""

Id = Annotated[
    str,
    Path(pattern=r"^[0-9a-f]{4,16}$", description="its id, or enough of its beginning", examples=["3f516c863bcf4d7f"]),
]
ActorId = Annotated[str, Path(pattern=r"^(group:|person:)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=80, examples=["de"])]
MeasureId = Annotated[str, Path(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80, examples=["troops"])]


class Parameters(BaseModel):
    """What all answers know; a parameter that does not exist is refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class AsOf(Parameters):
    """A day up to which things were said."""

    as_of: Day | None = Field(None, description="only what had been said by that day")


class OverviewParameters(AsOf):
    """Of the overview."""

    since: Day | None = Field(None, description="changes are marked since that day; else 30 days before the last one")


class ListParameters(Parameters):
    """Of every list."""

    page: int = Field(1, ge=1, le=MOST_PAGES, description="which part of the list, from 1 on")


class PartyParameters(AsOf, ListParameters):
    """Of an actor or a measure."""


class EntryParameters(AsOf, ListParameters):
    """Of the list of pledges; all that are given have to fit."""

    actor: Token | None = Field(None, description="as fr, nato, group:europeans")
    measure: Token | None = Field(None, description="as troops")
    firmness: Firmness | None = Field(None, description="how firm it is")
    condition: ConditionType | None = Field(None, description="what it hangs on")
    roots: int | None = Field(None, ge=0, le=9999, description="at least so many independent roots")
    from_: Day | None = Field(None, alias="from", description="spoken of on that day or later")
    until: Day | None = Field(None, description="spoken of on that day or earlier")
    reviewed: Literal["yes", "no"] | None = Field(None, description="whether a person has judged any of it")
    contested: Literal["1"] | None = Field(None, description="only what reports contradict each other on")
    all: Literal["1"] | None = Field(None, description="also what the reader is too unsure of to count")
    sort: EntryOrder | None = Field(None, description="in which order; by measure if nothing is said")


class ConflictParameters(ListParameters):
    """Of the list of conflicts."""

    slot: Token | None = Field(None, description="on which point: firmness, condition, quantity, attendance, date …")
    severity: Severity | None = Field(None, description="how grave")
    actor: Token | None = Field(None, description="about which actor")


class ReportParameters(ListParameters):
    """Of the list of reports."""

    from_: Day | None = Field(None, alias="from", description="published on that day or later")
    until: Day | None = Field(None, description="published on that day or earlier")
    in_: Literal["de", "en"] | None = Field(None, alias="in", description="in which language")
    outlet: str | None = Field(None, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+$", description="where")


class StoryParameters(ListParameters):
    """Of the list of stories."""

    all: Literal["1"] | None = Field(None, description="also stories that only one report tells")


class SearchParameters(ListParameters):
    """Of a search."""

    q: str = Field(
        ..., min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$", description="words, as Soldaten -Manöver"
    )
    kind: Literal["quotes", "reports"] | None = Field(None, description="only these, a page of them")
