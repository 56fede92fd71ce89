"""Tables of derived rows: what the append-only rows come to, kept so that it need not be worked out again.

They are apart from `zusage.ledger.tables`: nothing is in them that cannot be made anew, backups leave them out, and
`zusage.workflow.derive` changes them in the transaction of what they are derived from. Lists that are searched for one value
are written with a bar around each: ``|de|fr|``.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text

metadata = MetaData()

state = Table(
    "derived_state",
    metadata,
    Column(
        "name", String, primary_key=True, comment="basis, or the table up to whose row the derived rows are in line"
    ),
    Column("value", String, nullable=False, comment="digest of program and dossier, or the last row's seq"),
)

reports = Table(
    "derived_reports",
    metadata,
    Column("report", String, primary_key=True, comment="id of the report"),
    Column("arrival", Integer, nullable=False, comment="order of arrival"),
    Column("name", String, comment="id that an input file gives it"),
    Column("title", Text, nullable=False, comment="headline"),
    Column("outlet", String, comment="who published it"),
    Column("language", String, nullable=False, comment="ISO 639-1"),
    Column("published_on", String, comment="day of publication"),
    Column("address", String, comment="canonical address"),
    Column("credit", String, comment="agency or outlet that the text credits"),
    Column("synthetic", Boolean, nullable=False, comment="written for samples or training"),
    Column("first_text", String, nullable=False, comment="digest of the text that it was first known by"),
    Column("statements", Integer, nullable=False, comment="how many it has"),
    Column("features", Text, nullable=False, comment="what its story is found by"),
    Column("tally", Text, nullable=False, comment="what it adds to the tallies: [[sort, subject, value, count], …]"),
    Column("story", String, nullable=False, comment="id of its story"),
    Column("member", Text, nullable=False, comment="why it belongs to its story"),
    Column("root", String, nullable=False, comment="the report that it counts for"),
    Column("copied", Text, nullable=False, comment="why it is a copy of an earlier one, empty for a root"),
    Index("derived_reports_by_story", "story"),
    Index("derived_reports_by_root", "root"),
    Index("derived_reports_by_day", "published_on", "report"),
    Index("derived_reports_by_outlet", "outlet"),
)

claims = Table(
    "derived_claims",
    metadata,
    Column("statement", String, primary_key=True, comment="id of the statement as it was read or coded"),
    Column("report", String, nullable=False, comment="id of its report"),
    Column("kind", String, nullable=False, comment="as in statements"),
    Column("status", String, nullable=False, comment="read, accepted, rejected, corrected or coded"),
    Column("counts", Boolean, nullable=False, comment="it may set something"),
    Column("actor", String, comment="of a commitment; a collective by its one name"),
    Column("measure", String, comment="of a commitment"),
    Column("recipient", String, comment="of a commitment, as the statement names it"),
    Column("object", String, comment="of a commitment, its plain words"),
    Column("speaker", String, comment="of a commitment"),
    Column("day", String, comment="of a commitment, from which it is known to have been made"),
    Column("at_meeting", Boolean, comment="of a commitment, said on the day of its report's meeting"),
    Column("payload", Text, comment="of a commitment, all fields that entries are made of"),
    Column("pledge", String, comment="of a commitment, digest of the key by which it goes to an entry"),
    Column("entry", String, comment="of a commitment, the entry that it is in"),
    Column("look", String, comment="why a person should look at it again"),
    Column("look_other", String, comment="the statement on the other side of that"),
    Index("derived_claims_by_report", "report"),
    Index("derived_claims_by_pledge", "pledge"),
    Index("derived_claims_by_entry", "entry", "day"),
    Index("derived_claims_by_actor", "actor", "measure", "recipient"),
    Index("derived_claims_by_object", "actor", "measure", "object"),
    Index("derived_claims_by_speaker", "speaker"),
    Index("derived_claims_by_day", "day", "entry"),
)

renamed = Table(
    "derived_renamed",
    metadata,
    Column("earlier", String, primary_key=True, comment="id of a judged statement of an earlier reading"),
    Column("statement", String, nullable=False, comment="the statement that says it now"),
    Column("report", String, nullable=False, comment="id of their report"),
    Index("derived_renamed_by_report", "report"),
)

tallies = Table(
    "derived_tallies",
    metadata,
    Column("sort", String, nullable=False, comment="attends, speaks, acts, recipient or object"),
    Column("subject", String, nullable=False, comment="a person, an actor, or an actor and a measure"),
    Column("value", String, nullable=False, comment="an actor, a recipient or an object"),
    Column("times", Integer, nullable=False, comment="how many statements or reports say so"),
    PrimaryKeyConstraint("sort", "subject", "value"),
)

marks = Table(
    "derived_marks",
    metadata,
    Column("mark", BigInteger, nullable=False, comment="digest of what reports share that are compared"),
    Column("day", Integer, nullable=False, comment="number of the report's day, 0 for unknown"),
    Column("report", String, nullable=False, comment="id of the report"),
    PrimaryKeyConstraint("mark", "day", "report"),
    Index("derived_marks_by_report", "report"),
    sqlite_with_rowid=False,
)

links = Table(
    "derived_links",
    metadata,
    Column("report", String, nullable=False, comment="id of a report"),
    Column("other", String, nullable=False, comment="one that may be about the same event; each pair stands twice"),
    PrimaryKeyConstraint("report", "other"),
    sqlite_with_rowid=False,
)

bands = Table(
    "derived_bands",
    metadata,
    Column("band", BigInteger, nullable=False, comment="digest of a part of the text's signature"),
    Column("report", String, nullable=False, comment="id of the report"),
    PrimaryKeyConstraint("band", "report"),
    Index("derived_bands_by_report", "report"),
    sqlite_with_rowid=False,
)

copies = Table(
    "derived_copies",
    metadata,
    Column("report", String, nullable=False, comment="id of a report"),
    Column("other", String, nullable=False, comment="one that shares runs of words; each pair stands twice"),
    PrimaryKeyConstraint("report", "other"),
    sqlite_with_rowid=False,
)

stories = Table(
    "derived_stories",
    metadata,
    Column("story", String, primary_key=True, comment="made of its reports, or of the event that a file names"),
    Column("event", String, comment="event that an input file names"),
    Column("title", Text, nullable=False, comment="headline of its first report, or its first words"),
    Column("first_day", String, comment="of its reports"),
    Column("last_day", String, comment="of its reports"),
    Column("reports", Integer, nullable=False, comment="how many"),
    Column("roots", Integer, nullable=False, comment="how many are left when copies count once"),
    Column("languages", String, nullable=False, comment="of its reports"),
    Column("synthetic", Boolean, nullable=False, comment="one of its reports was written as a sample"),
    Index("derived_stories_by_day", "first_day"),
)


def _entry_columns() -> list[Column[Any]]:
    return [
        Column("pledge", String, nullable=False, comment="digest of its key"),
        Column("place", Integer, nullable=False, comment="of its measure in the dossier's order"),
        Column("actor", String, nullable=False, comment="under the name that most roots use"),
        Column("measure", String, nullable=False, comment="what is contributed"),
        Column("recipient", String, comment="for whom"),
        Column("firmness", String, comment="how firm it is"),
        Column("step", Integer, nullable=False, comment="height of that, -1 without one"),
        Column("conditions", String, nullable=False, comment="their types, each between bars"),
        Column("roots", Integer, nullable=False, comment="independent reports"),
        Column("reviewed", Boolean, nullable=False, comment="a person has judged some of it"),
        Column("unsure", Boolean, nullable=False, comment="it rests on nothing that counts"),
        Column("first_day", String, comment="of its statements"),
        Column("last_day", String, comment="of its statements"),
    ]


entries = Table(
    "derived_entries",
    metadata,
    Column("entry", String, primary_key=True, comment="id of the entry"),
    *_entry_columns(),
    Column("conflicts", Integer, nullable=False, comment="how many quote its statements"),
    Index("derived_entries_by_pledge", "pledge"),
    Index("derived_entries_by_actor", "actor", "place"),
    Index("derived_entries_by_recipient", "recipient"),
)
_COLUMNS = entries.c
Index(  # begins as lists are ordered, and holds all by which they are filtered: no list has to look at the rows themselves
    "derived_entries_in_order",
    _COLUMNS.unsure,
    _COLUMNS.place,
    _COLUMNS.step.desc(),
    _COLUMNS.actor,
    _COLUMNS.entry,
    _COLUMNS.measure,
    _COLUMNS.recipient,
    _COLUMNS.firmness,
    _COLUMNS.conditions,
    _COLUMNS.roots,
    _COLUMNS.reviewed,
    _COLUMNS.conflicts,
    _COLUMNS.first_day,
    _COLUMNS.last_day,
)

lines = Table(
    "derived_lines",
    metadata,
    Column("entry", String, primary_key=True, comment="id of the entry"),
    Column("pledge", String, nullable=False, comment="digest of its key"),
    Column("shown", Text, nullable=False, comment="what a line of the ledger shows of it beyond what it is found by"),
    Column("days", Text, nullable=False, comment="on which something was said of it, each between bars"),
    Index("derived_lines_by_pledge", "pledge"),
)

versions = Table(
    "derived_versions",
    metadata,
    Column("entry", String, nullable=False, comment="id of the entry"),
    Column("since", String, nullable=False, comment="day from which it was so"),
    Column("until", String, nullable=False, comment="day from which it was not so any more; ~ if it still is"),
    *_entry_columns(),
    PrimaryKeyConstraint("entry", "since"),
    Index("derived_versions_by_pledge", "pledge"),
)


def _change_columns() -> list[Column[Any]]:
    return [
        Column("pledge", String, nullable=False, comment="digest of the entry's key"),
        Column("day", String, nullable=False, comment="of the step, empty if it is unknown"),
        Column("before", String, comment="firmness before, none for the first step"),
        Column("after", String, nullable=False, comment="firmness since"),
        Column("actor", String, nullable=False, comment="of the entry"),
        Column("measure", String, nullable=False, comment="of the entry"),
        Column("unsure", Boolean, nullable=False, comment="of the entry"),
        Column("shown", Text, nullable=False, comment="what a line shows of it beyond that: words, statements"),
    ]


changes = Table(
    "derived_changes",
    metadata,
    Column("entry", String, nullable=False, comment="id of the entry"),
    Column("number", Integer, nullable=False, comment="of the step in its history"),
    *_change_columns(),
    PrimaryKeyConstraint("entry", "number"),
    Index("derived_changes_by_pledge", "pledge"),
)

past_changes = Table(
    "derived_past_changes",
    metadata,
    Column("entry", String, nullable=False, comment="id of the entry"),
    Column("number", Integer, nullable=False, comment="of the step in its history"),
    Column("since", String, nullable=False, comment="day from which the history was so"),
    Column("until", String, nullable=False, comment="day from which it was not so any more; ~ if it still is"),
    *_change_columns(),
    PrimaryKeyConstraint("entry", "number", "since"),
    Index("derived_past_changes_by_pledge", "pledge"),
)
for _table, _times in ((changes, ()), (past_changes, ("since", "until"))):
    _COLUMNS = _table.c
    Index(  # as that of entries: words are looked at only of the steps that are shown
        f"{_table.name}_in_order",
        _COLUMNS.unsure,
        _COLUMNS.day.desc(),
        _COLUMNS.entry,
        _COLUMNS.number,
        *(_COLUMNS[name] for name in (*_times, "actor", "measure", "before", "after")),
    )

conflicts = Table(
    "derived_conflicts",
    metadata,
    Column("conflict", String, primary_key=True, comment="made of what it says"),
    Column("story", String, nullable=False, comment="id of the story"),
    Column("slot", String, nullable=False, comment="on what"),
    Column("severity", Integer, nullable=False, comment="3 high, 2 medium, 1 low"),
    Column("subject", Text, nullable=False, comment="the point"),
    Column("actors", String, nullable=False, comment="whom it is about, each between bars"),
    Column("payload", Text, nullable=False, comment="all fields"),
    Index("derived_conflicts_by_story", "story"),
    Index("derived_conflicts_by_severity", "severity", "story", "slot", "subject", "conflict"),
)

cited = Table(
    "derived_cited",
    metadata,
    Column("statement", String, nullable=False, comment="a statement whose words a conflict quotes"),
    Column("conflict", String, nullable=False, comment="id of the conflict"),
    PrimaryKeyConstraint("statement", "conflict"),
    Index("derived_cited_by_conflict", "conflict"),
)

meetings = Table(
    "derived_meetings",
    metadata,
    Column("story", String, primary_key=True, comment="id of the story"),
    Column("payload", Text, nullable=False, comment="its bounds and stated days"),
    Column("attendance", Text, nullable=False, comment="who came how by which report: [[report, fields], …]"),
)
