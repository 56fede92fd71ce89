"""Tables of derived rows: what the append-only rows come to, kept so that it need not be worked out again.

They are apart from `zusage.ledger.tables`: nothing is in them that cannot be made anew, backups leave them out, and
`zusage.workflow.derive` changes them in the transaction of what they are derived from. Lists that are searched for one value
are written with a bar around each: ``|de|fr|``.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from zusage.ledger.editions import make_edition

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
    Column("accepted", Integer, nullable=False, comment="how many of them a person stands behind"),
    Column("features", Text, nullable=False, comment="what its story is found by"),
    Column("bands", LargeBinary, nullable=False, comment="numbers of its text's bands, 8 bytes each"),
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
    Column(
        "sort",
        String,
        nullable=False,
        comment="attends, speaks, acts, recipient or object; with ! of what a person stands behind",
    ),
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
    Column("reports", LargeBinary, nullable=False, comment="ids of the reports, 8 bytes each, in order"),
    PrimaryKeyConstraint("mark", "day"),
    sqlite_with_rowid=False,
)

links = Table(
    "derived_links",
    metadata,
    Column("report", String, primary_key=True, comment="id of a report"),
    Column(
        "others", LargeBinary, nullable=False, comment="ids of those that may be about the same event, 8 bytes each"
    ),
    sqlite_with_rowid=False,
)

bands = Table(
    "derived_bands",
    metadata,
    Column("part", Integer, primary_key=True, autoincrement=False, comment="first 16 bits of the bands in this row"),
    Column(
        "entries", LargeBinary, nullable=False, comment="numbers of bands, each with a report that has it, 8 bytes each"
    ),
)

copies = Table(
    "derived_copies",
    metadata,
    Column("report", String, primary_key=True, comment="id of a report"),
    Column("others", LargeBinary, nullable=False, comment="ids of those that share runs of words, 8 bytes each"),
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


WHOLE = make_edition(metadata, "derived")
"""What all statements come to."""

ACCEPTED = make_edition(metadata, "derived_accepted")
"""What those come to that a person stands behind: the public edition. Reports and stories are those of all."""

EDITIONS = (WHOLE, ACCEPTED)

claims, entries, lines = WHOLE.claims, WHOLE.entries, WHOLE.lines
versions, changes, past_changes = WHOLE.versions, WHOLE.changes, WHOLE.past_changes
conflicts, cited, meetings = WHOLE.conflicts, WHOLE.cited, WHOLE.meetings
