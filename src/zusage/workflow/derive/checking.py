"""Are the derived rows what deriving all anew gives? Tried on a copy, so that nothing waits and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from zusage.dossier import Dossier
from zusage.ledger import derived
from zusage.ledger.checking import Checked, Flaw
from zusage.ledger.copying import copy_rows
from zusage.ledger.store import Ledger, make_ledger
from zusage.workflow.derive.catching_up import is_in_line, rebuild

_BATCH = 1_000


def check_derived(ledger: Ledger, dossier: Dossier, *, at: str) -> Iterator[Flaw | Checked]:
    """Compare every derived row with a rebuild; yield each row that differs, and how many rows each table has.

    Rows that another program or dossier has made are not looked at: the next who works with the ledger makes them anew.
    """
    with TemporaryDirectory(prefix="zusage-check-") as folder, ledger.reading() as kept:
        if not is_in_line(kept, dossier):
            return
        copy = make_ledger(Path(folder) / "copy", {}, at=at)
        with copy.writing() as made:
            copy_rows(kept, made)
            rebuild(made, dossier)
            for table in derived.metadata.sorted_tables:
                if table is not derived.state:
                    yield from _compare(table, kept, made)


def _compare(table: Table, kept: Connection, made: Connection) -> Iterator[Flaw | Checked]:
    """Go through both in the order of their keys."""
    keys = [column.name for column in table.primary_key]
    count = 0
    ours, theirs = _rows(table, kept), _rows(table, made)
    one, other = next(ours, None), next(theirs, None)
    while one is not None or other is not None:
        key, wanted = _key(one, keys), _key(other, keys)
        count += one is not None and (wanted is None or (key is not None and key <= wanted))
        if other is None or (key is not None and wanted is not None and key < wanted):
            yield Flaw(_name(table, key), "nothing that is recorded makes it")
            one = next(ours, None)
        elif one is None or key != wanted:
            yield Flaw(_name(table, wanted), "it is missing, though what is recorded makes it")
            other = next(theirs, None)
        else:
            if one != other:
                yield Flaw(_name(table, key), "it is not what deriving it anew gives")
            one, other = next(ours, None), next(theirs, None)
    yield Checked(table.name, count)


def _rows(table: Table, connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield a table's rows in the order of their keys, as Python orders them on both databases."""
    columns = list(table.primary_key)
    keys = sorted(tuple(row) for row in connection.execute(select(*columns)))
    for start in range(0, len(keys), _BATCH):
        batch = set(keys[start : start + _BATCH])
        first = columns[0].in_(sorted({key[0] for key in batch}))
        found = {_of(row, columns): dict(row._mapping) for row in connection.execute(select(table).where(first))}  # noqa: SLF001 - SQLAlchemy's public name
        yield from (found[key] for key in keys[start : start + _BATCH])


def _of(row: Row[Any], columns: list[Any]) -> tuple[Any, ...]:
    return tuple(getattr(row, column.name) for column in columns)


def _key(row: dict[str, Any] | None, names: list[str]) -> tuple[Any, ...] | None:
    return None if row is None else tuple(row[name] for name in names)


def _name(table: Table, key: tuple[Any, ...] | None) -> str:
    return f"{table.name} {' '.join(str(part)[:12] for part in key or ())}"
