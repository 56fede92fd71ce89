"""``zusage export``: where files go, what is said, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_tables_go_into_a_new_folder(filled: Run) -> None:
    done = filled("export", "jsonl", "--to", "../tables")
    assert done.exit_code == 0, done.stderr
    assert "1 entries, 4 statements" in done.stderr
    (entry,) = (json.loads(line) for line in Path("../tables/entries.jsonl").read_text("utf-8").splitlines())
    assert (entry["actor"], entry["status"]) == ("no", "unreviewed")
    again = filled("export", "jsonl", "--to", "../tables")
    assert again.exit_code == 1
    assert "is there already" in again.stderr
    assert filled("export", "csv").exit_code == 2


def test_one_file_goes_to_standard_output_or_into_a_new_file(filled: Run) -> None:
    printed = filled("export", "events")
    assert printed.stdout.splitlines()[0].startswith('"statement_id";"time"')
    assert filled("export", "events", "--to", "../events.csv").exit_code == 0
    assert Path("../events.csv").read_text("utf-8") == printed.stdout


def test_an_edition_is_cut_by_options(filled: Run) -> None:
    assert "0 entries" in filled("export", "graphml", "--reviewed").stderr
    assert "0 entries" in filled("export", "graphml", "--as-of", "2025-03-03").stderr
    assert "1 entries" in filled("export", "graphml", "--as-of", "2025-03-04").stderr
    assert "0 entries" in filled("export", "graphml", "--known-at", "2001-01-01").stderr
    assert filled("export", "graphml", "--as-of", "soon").exit_code == 2
    assert "no pledge with a sum" in filled("export", "iati").stderr
