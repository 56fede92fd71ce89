"""Looking things up in a ledger: the one way by which commands and pages read entries, conflicts, stories and reports.

| method of `Lookups` | gives |
|---|---|
| `revision` | a token that changes with every change of what anything here shows |
| `entries`, `entry` | lines of the ledger, filtered, ordered and paged; one in full with trace and context |
| `matrix`, `changes` | actors by measures as of a day; the newest steps of all histories |
| `conflicts`, `conflict` | where reports contradict each other or known facts |
| `meetings` | when each can have been, and who came how |
| `stories`, `story` | reports of one event, copies folded |
| `reports`, `report` | what was added; one with its text and its statements |
| `actors`, `beginning`, `is_synthetic` | whose entries there are; how much of an id is enough; whether there are samples |
| `counts` | how much there is of all that |

``as_of`` (a day) is what had been said by then, ``known_at`` (a time of recording) what the ledger held then.
"""

from __future__ import annotations

from zusage.workflow.lookups.found import (
    Cell,
    ChangeLine,
    ConflictCount,
    ConflictInFull,
    Counts,
    EntryInFull,
    EntryLine,
    Listed,
    Matrix,
    MeetingInFull,
    Pledged,
    ReportInFull,
    ReportInStory,
    ReportLine,
    Saying,
    StatementInEntry,
    StatementInReport,
    Step,
    StoryInFull,
    StoryLine,
    Words,
)
from zusage.workflow.lookups.lookups import Lookups
from zusage.workflow.lookups.names import Sort
from zusage.workflow.lookups.wanted import (
    EVERYTHING,
    NOTHING,
    ChangeFilter,
    ConflictFilter,
    EntryFilter,
    EntryOrder,
    Page,
    ReportFilter,
)

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "Cell",
    "ChangeFilter",
    "ChangeLine",
    "ConflictCount",
    "ConflictFilter",
    "ConflictInFull",
    "Counts",
    "EntryFilter",
    "EntryInFull",
    "EntryLine",
    "EntryOrder",
    "Listed",
    "Lookups",
    "Matrix",
    "MeetingInFull",
    "Page",
    "Pledged",
    "ReportFilter",
    "ReportInFull",
    "ReportInStory",
    "ReportLine",
    "Saying",
    "Sort",
    "StatementInEntry",
    "StatementInReport",
    "Step",
    "StoryInFull",
    "StoryLine",
    "Words",
]
