"""Finding reports and quotes by their words: a question put to the index in the database's own language.

Uses `zusage.ledger.word_index`. A report's title weighs more than its body, a word itself more than a part of a compound.
Ranking looks at every hit, so that of a word that is nearly everywhere only the hits that were added last are ranked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from sqlalchemy import Connection, text

from zusage.language.question import Phrase, Question
from zusage.ledger.word_index import Sort, quoted

MOST = 1000
"""Hits that are looked at, the best ones: nobody reads more, and each is asked whether it is in force."""
RANKED = 2000
"""Hits that are ranked, those that were added last."""
_MOST_ROWS = 64
"""Ways to write a row of words that FTS5 is asked for."""

_IN_FORCE = """
AND (EXISTS (SELECT 1 FROM findings JOIN readings ON readings.id = findings.reading
             WHERE findings.statement = documents.name
             AND readings.seq = (SELECT max(newest.seq) FROM readings AS newest WHERE newest.report = documents.report))
     OR documents.name IN (SELECT statement FROM judgements WHERE act = 'code' AND statement IS NOT NULL)
     OR EXISTS (SELECT 1 FROM judgements WHERE target = documents.name))
"""
"""What the newest reading of a report finds, and what people coded or judged; asked of the best hits alone."""
_ACCEPTED = """
AND (documents.name IN (SELECT statement FROM judgements WHERE act = 'code' AND statement IS NOT NULL)
     OR EXISTS (SELECT 1 FROM judgements WHERE target = documents.name AND act IN ('accept', 'correct')))
"""
"""What people coded or accepted at some time: whether they stand by it is for whoever knows all judgements."""
_FLOOR = """
SELECT documents.seq FROM search_terms JOIN search_documents AS documents ON documents.seq = search_terms.rowid
WHERE search_terms MATCH :question AND documents.kind = :kind {among}
ORDER BY search_terms.rowid DESC LIMIT 1 OFFSET :ranked
"""
"""The last hit that is not ranked; none where all are."""
_SQLITE = """
WITH hits AS MATERIALIZED (
  SELECT documents.name, documents.report, bm25(search_terms, 4.0, 1.0, 0.3) AS rank
  FROM search_terms JOIN search_documents AS documents ON documents.seq = search_terms.rowid
  WHERE search_terms MATCH :question AND search_terms.rowid > :floor AND documents.kind = :kind {among}
  ORDER BY rank, documents.name LIMIT :most
)
"""
_POSTGRES_FLOOR = """
SELECT documents.seq FROM search_terms JOIN search_documents AS documents ON documents.seq = search_terms.seq
WHERE search_terms.vector @@ CAST(:question AS tsquery) AND documents.kind = :kind {among}
ORDER BY search_terms.seq DESC LIMIT 1 OFFSET :ranked
"""
_POSTGRES = """
WITH hits AS MATERIALIZED (
  SELECT documents.name, documents.report,
    -ts_rank('{{0.05, 0.1, 0.3, 1.0}}', search_terms.vector, CAST(:question AS tsquery), 1) AS rank
  FROM search_terms JOIN search_documents AS documents ON documents.seq = search_terms.seq
  WHERE search_terms.vector @@ CAST(:question AS tsquery) AND search_terms.seq > :floor
  AND documents.kind = :kind {among}
  ORDER BY rank, documents.name LIMIT :most
)
"""
_SHOWN = """
SELECT documents.name, documents.report, count(*) OVER () AS found FROM hits AS documents WHERE TRUE {among}
ORDER BY documents.rank, documents.name LIMIT :limit OFFSET :offset
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Names of what was found, best first: ids of reports or of statements, each with its report; how many, up to `MOST`.

    ``is_part``: there are more than `RANKED` hits, and these are the best of those that were added last.
    """

    hits: tuple[tuple[str, str], ...]
    total: int
    is_part: bool = False


def find_by_words(
    connection: Connection, question: Question, sort: Sort, *, limit: int, offset: int = 0, accepted: bool = False
) -> Found:
    """Return the reports or quotes that have the words of a question; of quotes those in force.

    ``accepted``: only quotes of statements that a person accepted or coded.
    """
    are_quotes = sort is Sort.QUOTE
    among, after = _ACCEPTED if are_quotes and accepted else "", _IN_FORCE if are_quotes and not accepted else ""
    is_sqlite = connection.dialect.name == "sqlite"
    asked = _fts5(question) if is_sqlite else _tsquery(question)
    given: dict[str, str | int] = {"question": asked, "kind": str(sort)}
    before, ranked = (_FLOOR, _SQLITE) if is_sqlite else (_POSTGRES_FLOOR, _POSTGRES)
    floor = connection.scalar(text(before.format(among=among)), given | {"ranked": RANKED})
    query = text(ranked.format(among=among) + _SHOWN.format(among=after))
    given |= {"floor": floor or 0, "most": MOST, "limit": limit, "offset": offset}
    rows = connection.execute(query, given).all()
    total = rows[0].found if rows else 0
    return Found(tuple((row.name, row.report) for row in rows), total, floor is not None)


def _fts5(question: Question) -> str:
    wanted = " AND ".join(f"({_fts5_row(row)})" for row in question.wanted)
    unwanted = " OR ".join(f"({_fts5_row(row, whole=True)})" for row in question.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts5_row(row: Phrase, *, whole: bool = False) -> str:
    """Write a row; ``whole``, or of several words: only words themselves count, no parts of compounds."""
    ways = [_string(" ".join(words)) for words in _first(product(*row))]
    either = " OR ".join(ways)
    return f"{{title body}} : ({either})" if whole or len(row) > 1 else either


def _first(ways: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [way for way, _ in zip(ways, range(_MOST_ROWS), strict=False)]


def _string(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _tsquery(question: Question) -> str:
    wanted = [_tsquery_row(row) for row in question.wanted]
    unwanted = [f"!{_tsquery_row(row, whole=True)}" for row in question.unwanted]
    return " & ".join((*wanted, *unwanted))


def _tsquery_row(row: Phrase, *, whole: bool = False) -> str:
    weights = ":AB" if whole or len(row) > 1 else ""
    words = [f"({' | '.join(f'{quoted(each)}{weights}' for each in alternatives)})" for alternatives in row]
    return f"({' <-> '.join(words)})"
