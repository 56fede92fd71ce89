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
from zusage.ledger.derived import WHOLE
from zusage.ledger.editions import Edition
from zusage.ledger.word_index import Sort, quoted

RANKED = 1000
"""Hits that are ranked, those that were added last: nobody reads more, and each is asked whether it is in force."""
_MOST_ROWS = 64
"""Ways to write a row of words that FTS5 is asked for."""

_IN_FORCE = """
AND EXISTS (SELECT 1 FROM {claims} AS claims WHERE claims.statement = documents.name AND claims.status <> 'rejected')
"""
"""Statements of an edition that nobody has rejected."""
_SQLITE = """
WITH hits AS MATERIALIZED (
  SELECT documents.seq, documents.name, documents.report, bm25(search_terms, 4.0, 1.0, 0.3) AS rank
  FROM search_terms CROSS JOIN search_documents AS documents ON documents.seq = search_terms.rowid
  WHERE search_terms MATCH :question AND documents.kind = :kind {among}
  ORDER BY search_terms.rowid DESC LIMIT :ranked + 1
)
"""
"""Hits, those that were added last first, so that no more have to be ranked; one more than are ranked tells that there are.

Words are looked for first: CROSS JOIN keeps SQLite to that order.
"""
_POSTGRES = """
WITH hits AS MATERIALIZED (
  SELECT last.seq, last.name, last.report,
    -ts_rank('{{0.05, 0.1, 0.3, 1.0}}', last.vector, CAST(:question AS tsquery), 1) AS rank
  FROM (
    SELECT documents.seq, documents.name, documents.report, search_terms.vector
    FROM search_terms JOIN search_documents AS documents ON documents.seq = search_terms.seq
    WHERE search_terms.vector @@ CAST(:question AS tsquery) AND documents.kind = :kind {among}
    ORDER BY search_terms.seq DESC LIMIT :ranked + 1
  ) AS last
)
"""
_SHOWN = """
SELECT documents.name, documents.report, count(*) OVER () AS found, seen.count > :ranked AS is_part
FROM hits AS documents, (SELECT count(*) AS count, min(seq) AS first FROM hits) AS seen
WHERE (seen.count <= :ranked OR documents.seq > seen.first) {among}
ORDER BY documents.rank, documents.name LIMIT :limit OFFSET :offset
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Names of what was found, best first: ids of reports or of statements, each with its report; how many.

    ``is_part``: there are more than `RANKED` hits, and these are the best of those that were added last.
    """

    hits: tuple[tuple[str, str], ...]
    total: int
    is_part: bool = False


def find_by_words(
    connection: Connection,
    question: Question,
    sort: Sort,
    *,
    limit: int,
    offset: int = 0,
    edition: Edition | None = None,
) -> Found:
    """Return the reports or quotes that have the words of a question.

    ``edition``: of quotes only those of its statements, and no rejected ones; without one also those of readings that are
    in force no more.
    """
    known = "" if edition is None or sort is not Sort.QUOTE else _IN_FORCE.format(claims=edition.claims.name)
    among, after = ("", known) if edition is WHOLE else (known, "")
    is_sqlite = connection.dialect.name == "sqlite"
    asked = _fts5(question) if is_sqlite else _tsquery(question)
    given: dict[str, str | int] = {"question": asked, "kind": str(sort)}
    given |= {"ranked": RANKED, "limit": limit, "offset": offset}
    query = text((_SQLITE if is_sqlite else _POSTGRES).format(among=among) + _SHOWN.format(among=after))
    rows = connection.execute(query, given).all()
    hits = tuple((row.name, row.report) for row in rows)
    return Found(hits, rows[0].found if rows else 0, bool(rows) and bool(rows[0].is_part))


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
