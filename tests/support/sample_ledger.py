"""A small ledger with rows in every table, made the way the program makes them; its clock and its reader are fixed.

`tools/freeze_schema.py` writes it down for each version of the schema, and later versions are tried on what was written.
A new table gets its rows here.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, insert

from zusage.dossier import Dossier
from zusage.intake.reports import Intake, read_reports
from zusage.intake.source import Source
from zusage.ledger import people_tables
from zusage.ledger.fetched import FeedState, note_gone, save_feed
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, TraceStep
from zusage.model.values import ConditionType, Firmness, MeetingKind, Mode, Role, Stance, Voice
from zusage.workflow import judge, pledges, stories, takedown
from zusage.workflow.add import add_items, add_sources, reread
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace, init_ledger

DOSSIER = "ukraine-guarantees"

_RECORDS = (
    {
        "id": "harbour-en",
        "language": "en",
        "title": "Oslo names a number",
        "outlet": "Harbour Gazette",
        "address": "https://gazette.example/oslo",
        "published_on": "2025-03-06",
        "text": "Oslo will send 40 medics once parliament agrees, the minister said in Bergen. Moscow objects to it.",
    },
    {
        "id": "hafen-de",
        "language": "de",
        "title": "Köche für die Küste",
        "outlet": "Hafenbote",
        "published_on": "2025-03-07",
        "text": "Die Minister trafen sich in Bergen. Riga will send 12 cooks, hieß es – „ohne Bedingung“. Oslo will send 9 medics.",
    },
    {"id": "broken", "language": "en", "text": "A dragon will send 7 knights, and no reader can read that."},
    {"id": "withdrawn", "language": "en", "address": "https://gazette.example/old", "text": "Bern will send 3 tents."},
)
_PAGE = """<!doctype html><html lang="en"><head><title>Bern counts its tents</title></head><body><article>
<h1>Bern counts its tents</h1><p>Bern will send 30 tents by the end of the month, an official said on Thursday evening.</p>
<p>The tents stand in a hall beside the lake and are packed for the journey, as everybody could see from the road.</p>
</article></body></html>"""

_ACTORS = {"Oslo": "no", "Riga": "lv", "Bern": "ch"}
_PLEDGE = re.compile(r"(Oslo|Riga|Bern) will send (\d+) (\w+)")
_MEETING = re.compile(r"(?:said|sich) in (Bergen)")


class SampleReader:
    """Reads "Oslo will send 40 medics", "said in Bergen" and "Moscow objects"; a later version is less sure."""

    def __init__(self, version: int) -> None:
        """Be a version of the reader."""
        self._version = version

    def __call__(self, report: Report, dossier: Dossier) -> Reading:
        """Read a report."""
        del dossier
        if "dragon" in report.text:
            raise ZeroDivisionError
        return Reading(
            report=report,
            commitments=tuple(self._commitment(report, match) for match in _PLEDGE.finditer(report.text)),
            positions=tuple(
                Position(
                    actor="ru",
                    stance=Stance.OPPOSES,
                    topic="humanitarian-aid",
                    quote=Quote.cut(report.text, *match.span()),
                    certainty=0.5,
                )
                for match in re.finditer("Moscow objects", report.text)
            ),
            meetings=tuple(
                Meeting(
                    date=None, place=match[1], kind_of=MeetingKind.SUMMIT, quote=Quote.cut(report.text, *match.span())
                )
                for match in _MEETING.finditer(report.text)
            ),
            attendance=tuple(
                Attendance(
                    actor="no",
                    role=Role.HOST,
                    mode=Mode.IN_PERSON,
                    quote=Quote.cut(report.text, *match.span()),
                    meeting=0,
                )
                for match in _MEETING.finditer(report.text)
            ),
            reader=Reader("sample", str(self._version), "frozen"),
            notes=("a sample",),
        )

    def _commitment(self, report: Report, match: re.Match[str]) -> Commitment:
        said = "once parliament agrees"
        conditions: tuple[Condition, ...] = ()
        if said in report.text:
            conditions = (Condition(ConditionType.PARLIAMENT, of="no", quote=Quote.find(report.text, said)),)
        words = Quote.find(report.text, "will send")
        return Commitment(
            actor=_ACTORS[match[1]],
            measure="humanitarian",
            firmness=Firmness.PLEDGED,
            quote=Quote.cut(report.text, *match.span()),
            recipient="ua",
            conditions=conditions,
            quantity=Quantity(int(match[2]), int(match[2]), "persons"),
            voice=Voice.REPORTED,
            said_on=report.published_on,
            evidence={"firmness": (words,)},
            trace=(TraceStep("firmness", "future", words), TraceStep("voice", "default")),
            certainty=0.875 if self._version == 1 else 0.75,
        )


def make_sample(folder: Path, url: str | None) -> Workspace:
    """Make the ledger in a new folder, its rows there or at ``url``."""
    ticks = itertools.count()
    workspace = init_ledger(
        folder,
        dossier=DOSSIER,
        clock=lambda: f"2025-04-01T00:{next(ticks):02}:00.000Z",
        database_url=url or "",
    )
    _add_reports(workspace)
    _judge(workspace)
    _fetch(workspace)
    _let_in(workspace)
    return workspace


def _sources() -> Iterator[Source]:
    for record in _RECORDS:
        written = json.dumps(record | {"synthetic": True}, ensure_ascii=False).encode("utf-8")
        yield Source(f"{record['id']}.json", written)


def _add_reports(workspace: Workspace) -> None:
    for source in _sources():
        list(add_items(workspace, read_reports(source, Intake()), SampleReader(1)))
    list(reread(workspace, Intake(), SampleReader(2)))


def _judge(workspace: Workspace) -> None:
    found = {
        (claim.report.name, claim.statement.quote.exact[:4]): claim.id
        for claim in judge.open_claims(workspace)
        if claim.statement.quote
    }
    oslo, riga = found["harbour-en", "Oslo"], found["hafen-de", "Riga"]
    judge.accept(workspace, oslo, who="mona", why="so it stands there")
    judge.reject(workspace, found["harbour-en", "Mosc"], who="mona")
    judge.correct(workspace, riga, {"firmness": "signalled", "said_on": "2025-03-05"}, who="ole", why="only hinted at")
    coded = {
        "quote": "„ohne Bedingung“",
        "actor": "lv",
        "measure": "training",
        "firmness": "concrete",
        "recipient": "ua",
    }
    judge.code(workspace, "hafen-de", coded, who="mona")
    undone = judge.reject(workspace, oslo, who="ole", why="a slip")
    judge.undo(workspace, undone.judgement.id, who="ole", why="it was one")
    _judge_entries(workspace)
    _judge_stories(workspace)


def _judge_entries(workspace: Workspace) -> None:
    entries = {entry.actor: entry.id for entry in view_ledger(workspace).entries}
    merged = pledges.merge(workspace, [entries["no"], entries["lv"]], who="mona")
    judge.undo(workspace, merged.id, who="mona")
    pledges.tell_apart(workspace, entries["no"], entries["lv"], who="mona")


def _judge_stories(workspace: Workspace) -> None:
    view = view_ledger(workspace)
    found = [stories.find_story(view, name).story.id for name in ("harbour-en", "hafen-de", "withdrawn")]
    names = list(dict.fromkeys(found))
    stories.merge_stories(workspace, names, who="ole")
    joined = stories.find_story(view_ledger(workspace), "harbour-en")
    stories.split_story(workspace, joined.story.id, ["hafen-de"], who="ole", why="another one after all")


def _fetch(workspace: Workspace) -> None:
    page = Source(
        "https://gazette.example/tents",
        _PAGE.encode("utf-8"),
        kind="page",
        address="https://gazette.example/tents",
        fetched_at="2025-03-08T06:00:00.000Z",
    )
    list(add_sources(workspace, iter((page,)), Intake(language="en"), SampleReader(2)))
    takedown.take_down(workspace, "withdrawn", who="mona", why="the paper asked for it")
    with workspace.ledger.writing() as connection:
        save_feed(
            connection,
            FeedState(address="https://gazette.example/feed", etag='"7"', polled_at="2025-03-08T06:00:00.000Z"),
        )
        note_gone(connection, "https://gazette.example/gone", at="2025-03-08T06:00:00.000Z")


def _let_in(workspace: Workspace) -> None:
    """A row in each table about people; what stands in it does not matter to a migration."""
    with workspace.ledger.writing() as connection:
        for table in people_tables.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name != "seq"]
            connection.execute(insert(table).values({column.name: _fill(table, column) for column in columns}))


def _fill(table: Table, column: Column[Any]) -> object:
    """A value that a column can have; what points at a person or a subscription points at the one there is."""
    if column.name in {"name", "account"}:
        return "mona"
    if column.foreign_keys:
        return next(f"{key.column.table.name} {key.column.name}" for key in column.foreign_keys)
    words = f"{table.name} {column.name}"
    return {bool: True, int: 1, bytes: words.encode()}.get(column.type.python_type, words)
