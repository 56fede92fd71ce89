"""The tables as they are today. `zusage.ledger.migrations` makes them; a test compares the two.

All rows are appended, none is changed, but for ``feeds`` (where a poll left off) and what a takedown removes; ``seq``
is the order of arrival. Times are ISO strings in UTC, days ISO days, structured values JSON text.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="number of the migration"),
    Column("recorded_at", String, nullable=False, comment="when it ran"),
)

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True, comment="SHA-256 of the bytes"),
    Column("address", String, comment="where they were fetched"),
    Column("captured_at", String, comment="when they were fetched"),
    Column("headers", Text, nullable=False, comment="name, form, and what the server said"),
    Column("codec", String, nullable=False, comment="how content is compressed: zlib"),
    Column("size", Integer, nullable=False, comment="length of the bytes"),
    Column("content", LargeBinary, nullable=False, comment="the bytes, compressed"),
    Column("recorded_at", String, nullable=False, comment="when the ledger got them"),
)

texts = Table(
    "texts",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("id", String, nullable=False, unique=True, comment="made from the report, the extractor and all fields"),
    Column("report", String, nullable=False, comment="id of the report that it is a text of"),
    Column("capture", String, ForeignKey("captures.id"), nullable=False, comment="the bytes it was made of"),
    Column("resource", String, nullable=False, comment="file, line or address, as it was handed in"),
    Column("extractor", String, nullable=False, comment="name and version of what made it"),
    Column("address", String, comment="canonical address"),
    Column("name", String, comment="id that an input file gives it"),
    Column("outlet", String, comment="who published it"),
    Column("language", String, nullable=False, comment="ISO 639-1"),
    Column("title", Text, nullable=False, comment="headline, not part of the body"),
    Column("body", Text, nullable=False, comment="the words that quotes point into"),
    Column("published_on", String, comment="day of publication"),
    Column("published_how", String, comment="how that day was found"),
    Column("credit", String, comment="agency or outlet that the text credits"),
    Column("source_kind", String, comment="news, official or transcript"),
    Column("genre", String, comment="what sort of text, in an input file's words"),
    Column("event", String, comment="event that an input file names"),
    Column("synthetic", Boolean, nullable=False, comment="written for samples or training"),
    Column("furniture", Text, nullable=False, comment="runs that are not the report itself: [[start, end, rule], …]"),
    Column("recorded_at", String, nullable=False, comment="when the ledger got it"),
    Column("byline", String, comment="who wrote it"),
    Column("flags", Text, comment="what a person should look at, a list"),
    Column("first_text", String, comment="digest of the first text of the report, where this is another one"),
    Index("texts_by_report", "report", "seq"),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival; a report's last one is in force"),
    Column("id", String, nullable=False, unique=True, comment="made from content and the reading before it"),
    Column("content", String, nullable=False, comment="digest of text, reader and findings"),
    Column("report", String, nullable=False, comment="id of the report"),
    Column("text", String, ForeignKey("texts.id"), nullable=False, comment="the text that was read"),
    Column("reader", String, nullable=False, comment="name of the reader"),
    Column("reader_version", String, nullable=False, comment="its version"),
    Column("fingerprint", String, nullable=False, comment="digest of its lexicons and of the dossier"),
    Column("notes", Text, nullable=False, comment="what the reader remarked, a list"),
    Column("recorded_at", String, nullable=False, comment="when it was read"),
    Index("readings_by_report", "report", "seq"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True, comment="made from the report, what is said, and where"),
    Column("report", String, nullable=False, comment="id of the report"),
    Column("kind", String, nullable=False, comment="commitment, position, meeting or attendance"),
    Column("actor", String, comment="who would contribute, thinks or attends"),
    Column("measure", String, comment="of a commitment"),
    Column("firmness", String, comment="of a commitment"),
    Column("recipient", String, comment="of a commitment"),
    Column("stance", String, comment="of a position"),
    Column("topic", String, comment="of a position"),
    Column("said_on", String, comment="day it was said"),
    Column("quote_start", Integer, comment="place of the quote in the body"),
    Column("quote_end", Integer, comment="its end, exclusive"),
    Column("quote", Text, comment="the exact words"),
    Column("payload", Text, nullable=False, comment="all fields"),
    Column("recorded_at", String, nullable=False, comment="when it was first found or coded"),
    Index("statements_by_report", "report"),
    Index("statements_by_actor", "actor", "measure"),
)

findings = Table(
    "findings",
    metadata,
    Column("reading", String, ForeignKey("readings.id"), nullable=False, comment="who found it"),
    Column("kind", String, nullable=False, comment="as in statements"),
    Column("ordinal", Integer, nullable=False, comment="its place among the reading's statements of that kind"),
    Column("statement", String, ForeignKey("statements.id"), nullable=False, comment="what was found"),
    Column("certainty", Float, comment="how sure the reader is, 0 to 1"),
    Column("details", Text, nullable=False, comment="trace and evidence"),
    PrimaryKeyConstraint("reading", "kind", "ordinal"),
    Index("findings_by_statement", "statement"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("id", String, nullable=False, unique=True, comment="made from who, when, what and on which"),
    Column("who", String, nullable=False, comment="who judged"),
    Column(
        "act", String, nullable=False, comment="accept, reject, correct, code, same, different, merge, split or undo"
    ),
    Column(
        "target", String, nullable=False, comment="a statement; of code, merge, split a report; of undo a judgement"
    ),
    Column("report", String, comment="the report that it is about"),
    Column("statement", String, ForeignKey("statements.id"), comment="the statement that was coded"),
    Column(
        "changes",
        Text,
        nullable=False,
        comment="fields that a correction sets, or the others of same, different, merge and split",
    ),
    Column("why", Text, nullable=False, comment="the reason given"),
    Column("recorded_at", String, nullable=False, comment="when"),
    Index("judgements_by_target", "target"),
    Index("judgements_by_report", "report"),
    Index("judgements_by_act", "act"),
)

failures = Table(
    "failures",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("report", String, nullable=False, comment="the report that could not be read"),
    Column("problem", Text, nullable=False, comment="why"),
    Column("recorded_at", String, nullable=False, comment="when"),
)

visits = Table(
    "visits",
    metadata,
    Column("address", String, nullable=False, comment="the address that was asked for"),
    Column("capture", String, nullable=False, comment="SHA-256 of the bytes that came"),
    Column("recorded_at", String, nullable=False, comment="when"),
    PrimaryKeyConstraint("address", "capture"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("report", String, nullable=False, comment="id of the report that was taken down"),
    Column("capture", String, nullable=False, comment="SHA-256 of the bytes that were removed"),
    Column("address", String, comment="where they were fetched"),
    Column("who", String, nullable=False, comment="who took it down"),
    Column("why", Text, nullable=False, comment="the reason given"),
    Column("recorded_at", String, nullable=False, comment="when"),
    Index("tombstones_by_report", "report"),
    Index("tombstones_by_capture", "capture"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("address", String, primary_key=True, comment="address of the feed"),
    Column("etag", String, comment="mark of the version that was read last"),
    Column("last_modified", String, comment="its time, in the server's words"),
    Column("polled_at", String, comment="when it was asked last"),
    Column("next_at", String, comment="before when it is not asked again"),
    Column("failures", Integer, nullable=False, comment="how often it failed in a row"),
    Column("problem", Text, comment="why it failed last"),
)

search_documents = Table(
    "search_documents",
    metadata,
    Column("seq", Integer, primary_key=True, comment="row of the index of words, search_terms"),
    Column("kind", String, nullable=False, comment="report or quote"),
    Column("name", String, nullable=False, comment="id of the report, or of the statement"),
    Column("report", String, nullable=False, comment="id of the report"),
    Column("version", String, nullable=False, comment="what made its terms"),
    UniqueConstraint("kind", "name", name="search_documents_by_name"),
    Index("search_documents_by_report", "report"),
    info={"derived": True},
)
