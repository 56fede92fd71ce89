"""Reports that stand together in one row, and rows that are kept at hand: they come back as they were."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import Newsroom, open_at

from zusage.ledger import derived
from zusage.workflow.derive.alone import Loaded
from zusage.workflow.derive.packed import (
    band_rows,
    enter_bands,
    enter_marks,
    ids_of,
    join,
    leave_bands,
    leave_marks,
    others_of,
    pack,
    part,
    sharing_bands,
    unpack,
)
from zusage.workflow.derive.registering import load
from zusage.workflow.derive.spool import Spool
from zusage.workflow.derive.work import Work

ONE, OTHER, THIRD = "00000000000000a1", "a00000000000000b", "f" * 16
IDS = st.integers(0, 2**64 - 1).map("{:016x}".format)


@given(st.sets(IDS))
def test_ids_come_back_in_order(reports: set[str]) -> None:
    assert unpack(pack(reports)) == sorted(reports)


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), IDS), unique=True))
def test_each_band_is_in_the_row_of_its_part(entries: list[tuple[int, str]]) -> None:
    entries.sort()
    numbers = np.array([number for number, _ in entries], dtype=np.uint64)
    rows = [row for some in band_rows(numbers, ids_of([report for _, report in entries])) for row in some]
    found = [
        (number, f"{report:016x}", place)
        for place, written in rows
        for number, report in np.frombuffer(written, dtype=">u8").reshape(-1, 2).tolist()
    ]
    assert found == [(number, report, number >> 48) for number, report in entries]
    assert len({place for place, _ in rows}) == len(rows)


def test_what_is_entered_is_found_until_it_is_taken_away(tmp_path: Path) -> None:
    workspace = open_at(tmp_path / "ledger")
    with workspace.ledger.writing() as connection:
        work = Work(connection, workspace.dossier)
        join(work, derived.links, ONE, [OTHER, THIRD])
        assert others_of(work, derived.links, [OTHER, THIRD]) == {OTHER: {ONE}, THIRD: {ONE}}
        part(work, derived.links, {OTHER})
        assert others_of(work, derived.links, [ONE, OTHER, THIRD]) == {ONE: {THIRD}, THIRD: {ONE}}
        part(work, derived.links, {ONE})
        assert not others_of(work, derived.links, [ONE, OTHER, THIRD])
        for report in (THIRD, ONE):
            enter_bands(work, report, [-5, 7])
            enter_marks(work, report, 3, [8, 9])
        enter_bands(work, OTHER, [8])
        leave_marks(work, THIRD, 3, [8, 9])
        assert sharing_bands(work, [7, 1]) == {ONE, THIRD}
        leave_bands(work, ONE, [-5, 7])
        assert sharing_bands(work, [-5, 7, 8]) == {OTHER, THIRD}
        marks = connection.execute(derived.marks.select()).all()
        assert [(row.mark, row.day, unpack(row.reports)) for row in marks] == [(8, 3, [ONE]), (9, 3, [ONE])]


def test_rows_that_are_kept_are_those_of_the_ledger(tmp_path: Path) -> None:
    newsroom = Newsroom(open_at(tmp_path / "ledger"), 3)
    for number in range(3):
        newsroom.add(number)
    workspace = newsroom.workspace
    with workspace.ledger.reading() as connection, Spool() as spool:
        work = Work(connection, workspace.dossier, anew=True)
        names = list(connection.scalars(derived.reports.select().with_only_columns(derived.reports.c.report)))
        loaded = load(work, names)
        kept = [spool.keep(each) for each in loaded]
        assert not any(isinstance(each, Loaded) for each in kept)
        found = {each.report: each.open() for each in spool.find([*names, "of nobody"])}
        assert found == {each.report: each for each in loaded}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_what_a_full_disk_does_not_keep_is_left_to_the_ledger(tmp_path: Path) -> None:
    newsroom = Newsroom(open_at(tmp_path / "ledger"), 3)
    newsroom.add(0)
    workspace = newsroom.workspace
    with workspace.ledger.reading() as connection, Path("/dev/full").open("wb", buffering=0) as full:
        work = Work(connection, workspace.dossier, anew=True)
        names = list(connection.scalars(derived.reports.select().with_only_columns(derived.reports.c.report)))
        (loaded,) = load(work, names)
        with Spool() as spool, patch.object(spool, "_file", full):
            assert spool.keep(loaded).open() == loaded
            assert not spool.find(names)
