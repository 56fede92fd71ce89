"""The export formats by name: what each is for, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from zusage.publish.exports.edition import Edition

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is for, and whether it comes as several files in a folder or as one."""

    about: str
    write: Callable[[Edition], Files]
    is_folder: bool = False


def _load(module: str, function: str, edition: Edition) -> Files:
    """Import a writer when it is called: half of them need a library that the others do not."""
    files: Files = getattr(import_module(f"zusage.publish.exports.{module}"), function)(edition)
    return files


FORMATS: Mapping[str, Format] = {
    "csv": Format(
        "tables for spreadsheets and R, with a data dictionary", partial(_load, "plain_tables", "write_csv"), True
    ),
    "jsonl": Format("the same tables as JSON lines", partial(_load, "plain_tables", "write_jsonl"), True),
    "parquet": Format("the same tables, typed, for data frames", partial(_load, "parquet", "write_parquet"), True),
    "graphml": Format("actors, measures and conditions as a network", partial(_load, "graphml", "write_graphml")),
    "events": Format(
        "an event list for the Discourse Network Analyzer and R", partial(_load, "events", "write_events")
    ),
    "iati": Format("pledged sums as IATI 2.03 activities", partial(_load, "iati", "write_iati")),
    "annotations": Format("the quotes as W3C Web Annotations", partial(_load, "annotations", "write_annotations")),
}
