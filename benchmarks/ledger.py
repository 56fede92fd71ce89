"""A ledger of a million statements against one of ten thousand: adding a report, looking things up, making all anew.

usage: ledger.py [--small N] [--large N] [--anew N] [--samples N] [--folder DIR]

Reports are generated (stories of 1 to 30 reports with copies, a meeting, restatements, changes and contradictions; 18
statements each) and written as rows; all that is derived from them is made by the program. The large ledger is the small
one many times over: every row is written again under other ids, with other recipients, so that entries, stories and
conflicts grow with the statements. Then reports are added to both in turn, as `zusage add` does, and lists are asked for.
Times are processor time, since other work on the machine is none of the ledger's. Printed are ratios and limits; the exit
status says whether one was missed. The last column is what passed by the clock. The small ledger is recorded over twenty days,
so that it is known what it held on each. With ``--anew`` nothing is done but to make all anew in a generated ledger of so many
statements, by as many processes as the machine has cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache, partial
from itertools import combinations
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core

import numpy as np
from sqlalchemy import Connection, func, select, update

from generated_reports import FIRST, OTHERS, PLEDGES, READER, SIZES, capture, reading
from zusage.dossier import Dossier, load_dossier
from zusage.intake.reports import Item
from zusage.ledger import derived, past, tables
from zusage.ledger.store import open_ledger
from zusage.ledger.writing import save_reading, save_report
from zusage.model.report import Reading, Report, digest
from zusage.workflow.add import add_items
from zusage.workflow.derive.catching_up import catch_up, rebuild
from zusage.workflow.derive.packed import band_rows, ids_of, pack, unpack
from zusage.workflow.lookups import EntryFilter, EntryOrder, Lookups
from zusage.workflow.workspace import Workspace, init_ledger

ADDING, PAGE_MS, THEN_MS, MEMORY_MB = 2.0, 100.0, 1_000.0, 1_000
"""Limits: times as long; milliseconds of a first page, and of one as of a day; megabytes."""

REBUILT, WANTED = 2_000, 10_000
"""Statements a second of making all anew: what one core may not fall below, and what is wanted and not reached yet."""

AT_ONCE = 1_000
"""Reports that are written in one transaction: in a log of gigabytes each page would be looked up."""

RECORDED, KNOWN = 20, (1, 8, 15)
"""Days over which the small ledger is recorded, and those of which it is asked what it held."""


def main() -> int:
    """Make both ledgers, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=10_000, help="statements")
    parser.add_argument("--large", type=int, default=1_000_000, help="statements")
    parser.add_argument("--anew", type=int, help="statements of a ledger that is only made anew, by all cores")
    parser.add_argument("--samples", type=int, default=30)
    parser.add_argument("--folder", type=Path, help="keep the ledgers here; that of --anew is filled once")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.anew:
            return make_anew(folder / "anew", options.anew)
        small, size = first_ledger(folder / "small", options.small, days=RECORDED)
        report = Printed()
        seconds = seconds_anew(small, folder / "anew")
        report.line("statements, reports", f"{statements_in(small):,}", f"{size:,}")
        report.check("making all anew, statements/s", statements_in(small) / seconds, REBUILT, least=True)
        report.line("  wanted", f"{WANTED:,}")
        report.check("memory for that, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, MEMORY_MB)
        shutil.copytree(folder / "small", folder / "large")
        large = Workspace(open_ledger(folder / "large"), small.dossier)
        multiply(large, max(1, round(options.large / statements_in(small))))
        compare(small, large, size, options.samples, report)
        look_up(large, report)
    return report.status


class Printed:
    """Prints numbers beside their limits, and keeps whether all were met."""

    def __init__(self) -> None:
        """Start with nothing missed."""
        self.status = 0

    def line(self, name: str, *values: str) -> None:
        """Print a line."""
        print((f"{name:50}" + "".join(f"{value:>12}" for value in values)).rstrip(), flush=True)

    def check(self, name: str, value: float, limit: float, *, least: bool = False, clock: float | None = None) -> None:
        """Print a number with its limit; ``clock`` is what passed meanwhile."""
        is_met = value >= limit if least else value <= limit
        self.status |= not is_met
        passed = "" if clock is None else f"{clock:,.2f}"
        self.line(name, f"{value:,.2f}", f"{'≥' if least else '≤'} {limit:,.0f}", "" if is_met else "MISSED", passed)


# --- Two ledgers ---


def first_ledger(folder: Path, wanted: int, *, days: int = 1) -> tuple[Workspace, int]:
    """Make a ledger with so many statements, recorded on some days; return it, and how many reports it has."""
    workspace = init_ledger(folder, dossier="ukraine-guarantees")
    size = reports_with(wanted)
    for day in range(days):
        with workspace.ledger.writing() as connection:
            fill(connection, range(size * day // days, size * (day + 1) // days), recorded_on(day))
            catch_up(connection, workspace.dossier)
    return workspace, size


def reports_with(wanted: int) -> int:
    """Return how many reports have so many statements."""
    return max(sum(SIZES), wanted // (PLEDGES + OTHERS + 1))


def recorded_on(day: int) -> str:
    """Return the time at which the reports of a day are recorded."""
    return f"{FIRST + timedelta(days=day)}T12:00:00.000Z"


def fill(connection: Connection, numbers: Sequence[int], at: str) -> None:
    """Write the rows of some reports."""
    for number in numbers:
        each = reading(number)
        text, _ = save_report(connection, capture(each.report), each.report, resource="generated", at=at)
        save_reading(connection, each, text=text, at=at)


def seconds_anew(workspace: Workspace, folder: Path) -> float:
    """Make all anew in a copy of a ledger, by this process alone; return the seconds that this takes."""
    workspace.ledger.forget()  # its log goes into its file
    shutil.copytree(workspace.ledger.folder, folder)
    with open_ledger(folder).writing() as connection:
        start = time.process_time()
        rebuild(connection, workspace.dossier, workers=0)
        return time.process_time() - start


def make_anew(folder: Path, wanted: int) -> int:
    """Make all anew in a ledger of so many statements; print how long that takes by the clock and on all cores."""
    report, reports = Printed(), reports_with(wanted)
    if folder.exists():  # filled before
        workspace = Workspace(open_ledger(folder), load_dossier("ukraine-guarantees"))
    else:
        workspace = init_ledger(folder, dossier="ukraine-guarantees")
        for start in range(0, reports, AT_ONCE):
            with workspace.ledger.writing() as connection:
                fill(connection, range(start, min(start + AT_ONCE, reports)), recorded_on(0))
    with workspace.ledger.writing() as connection:
        start, before = time.perf_counter(), seconds_of_all()
        rebuild(connection, workspace.dossier)
        passed, after = time.perf_counter() - start, seconds_of_all()
    statements = statements_in(workspace)
    report.line("statements, reports", f"{statements:,}", f"{reports:,}")
    report.line("statements/s by the clock", f"{statements / passed:,.0f}")
    own, others = (now - then for now, then in zip(after, before, strict=True))
    report.line("processor seconds: the writer's, the others'", f"{own:.1f}", f"{others:.1f}")
    report.check("statements/s of one core", statements / (own + others), REBUILT, least=True)
    for name, who in (("the writer", resource.RUSAGE_SELF), ("each other", resource.RUSAGE_CHILDREN)):
        report.check(f"memory of {name}, MB", resource.getrusage(who).ru_maxrss / 1024, MEMORY_MB)
    return report.status


def seconds_of_all() -> tuple[float, float]:
    """Processor seconds of this process, and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


def statements_in(workspace: Workspace) -> int:
    """How many statements a ledger has."""
    return Lookups(workspace).counts().statements


IDS = frozenset(
    {"id", "capture", "text", "reading", "statement", "pledge", "story", "conflict", "target", "earlier", "look_other"}
)
"""Columns with ids of rows."""
KEPT = frozenset(
    {
        "schema_versions",
        "derived_state",
        "derived_tallies",
        "past_gaps",
        "judgements",
        "tombstones",
        "failures",
        "feeds",
    }
)


def multiply(workspace: Workspace, times: int) -> None:
    """Write every row again, so that there are so many times as many, under other ids and with other recipients."""
    metadata = (tables.metadata, derived.metadata, past.metadata)
    wanted = [each for one in metadata for each in one.sorted_tables if each.name not in KEPT and _is_ours(each.name)]
    with workspace.ledger.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for function in (other_report, other_reports, other_entry, other_shown, other_step):
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101 - a connection that is in use has one
            raw.create_function(function.__name__, 2, function, deterministic=True)
        _name_rows(connection)
        for table in wanted:
            connection.exec_driver_sql(f"CREATE TEMP TABLE first_{table.name} AS SELECT * FROM {table.name}")  # noqa: S608 - our own names
        for number in range(1, times):
            for table in wanted:
                if table is derived.bands:
                    continue
                names = [column.name for column in table.columns if column.name != "seq"]
                values = [_value(table.name, name, f"{number:03x}") for name in names]
                columns, made = ", ".join(f'"{name}"' for name in names), ", ".join(values)
                connection.exec_driver_sql(
                    f"INSERT OR IGNORE INTO {table.name} ({columns}) SELECT {made} FROM first_{table.name}"  # noqa: S608 - as above
                )
        _multiply_bands(connection, times)
        for source in ("readings", "judgements", "tombstones"):
            last = select(func.coalesce(func.max(tables.metadata.tables[source].c.seq), 0))
            connection.execute(
                update(derived.state).where(derived.state.c.name == source).values(value=str(connection.scalar(last)))
            )
        connection.exec_driver_sql("ANALYZE")


def _is_ours(name: str) -> bool:
    return not name.startswith(("search", "visits"))


def _name_rows(connection: Connection) -> None:
    """Keep what makes the ids of reports and entries, so that their copies get theirs."""
    reports = derived.reports.c
    for row in connection.execute(select(reports.report, reports.name, reports.first_text)):
        REPORTS[row.report] = row.name, row.first_text
    for table in (past.entries, derived.entries):
        entries = table.c
        for row in connection.execute(select(entries.entry, entries.actor, entries.measure, entries.recipient)):
            if row.actor is not None:
                ENTRIES[row.entry] = row.actor, row.measure, row.recipient


REPORTS: dict[str, tuple[str, str]] = {}
ENTRIES: dict[str, tuple[str, str, str]] = {}


@cache
def other_report(report: str | None, mark: str) -> str | None:
    """Return the id of a report under another name."""
    if report is None:
        return None
    name, first = REPORTS[report]
    return digest(f"{name}-{mark}\n{first}")[:16]


def other_reports(written: bytes, mark: str) -> bytes:
    """Return reports' ids under other names."""
    return pack(other_report(each, mark) or "" for each in unpack(written))


def _multiply_bands(connection: Connection, times: int) -> None:
    """Write the rows of bands, in which all reports stand together: each time under other numbers."""
    found = connection.scalars(select(derived.bands.c.entries)).all()
    entries = np.frombuffer(b"".join(found), dtype=">u8").astype(np.uint64).reshape(-1, 2)
    names = unpack(entries[:, 1].astype(">u8").tobytes())
    numbers, reports = [entries[:, 0]], [entries[:, 1]]
    for number in range(1, times):
        mark = f"{number:03x}"
        numbers.append(entries[:, 0] + np.uint64(number))
        reports.append(ids_of([other_report(name, mark) or "" for name in names]))
    every, owners = np.concatenate(numbers), np.concatenate(reports)
    order = np.lexsort((owners, every))
    connection.execute(derived.bands.delete())
    for rows in band_rows(every[order], owners[order]):
        values = [{"part": part, "entries": written} for part, written in rows]
        connection.execute(derived.bands.insert(), values)


@cache
def other_entry(entry: str | None, mark: str) -> str | None:
    """Return the id of an entry with another recipient."""
    if entry is None:
        return None
    actor, measure, recipient = ENTRIES[entry]
    return digest(f"entry\n{actor}\n{measure}\nr{mark}{recipient[1:]}\n")[:16]


def other_shown(shown: str | None, mark: str) -> str | None:
    """Return what a line shows of an entry, with the ids of other reports and statements."""
    if shown is None:
        return None
    plain, synthetic, quantity, conditions, said = json.loads(shown)
    for condition in conditions:
        condition[5] = [
            [other_report(one, mark), words, mark + statement[3:]] for one, words, statement in condition[5]
        ]
    words = [[quote, speaker, other_report(report, mark), *more] for quote, speaker, report, *more in said]
    row = [plain, synthetic, quantity, conditions, words]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def other_step(shown: str, mark: str) -> str:
    """Return what a line shows of a step in a history, with another recipient and the ids of another report."""
    thing, recipient, words, statements, *more = json.loads(shown)
    said = words and [*words[:2], other_report(words[2], mark)]
    row = [thing, recipient and f"r{mark}{recipient[1:]}", said, [mark + name[3:] for name in statements], *more]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _value(table: str, name: str, mark: str) -> str:
    """How a column is written again."""
    of_report = f"other_report({name}, '{mark}')"
    here = {
        ("texts", "name"): f"name || '-{mark}'",
        ("derived_reports", "name"): f"name || '-{mark}'",
        ("past_reports", "name"): f"name || '-{mark}'",
        ("derived_changes", "shown"): f"other_step(shown, '{mark}')",
        ("derived_past_changes", "shown"): f"other_step(shown, '{mark}')",
        ("derived_claims", "payload"): (
            f"""replace(payload, ',"r' || substr(recipient, 2) || '",', ',"r{mark}' || substr(recipient, 2) || '",')"""
        ),
    }
    anywhere = {
        "report": of_report,
        "root": of_report,
        "entry": f"other_entry(entry, '{mark}')",
        "payload": f"""replace(payload, '"recipient":"r', '"recipient":"r{mark}')""",
        "shown": f"other_shown(shown, '{mark}')",
        "mark": f"mark + {int(mark, 16)}",
        "others": f"other_reports(others, '{mark}')",
        "reports": f"other_reports(reports, '{mark}')" if table == "derived_marks" else "reports",
        "recipient": f"'r{mark}' || substr(recipient, 2)",
    }
    otherwise = f"'{mark}' || substr(\"{name}\", 4)" if name in IDS else f'"{name}"'
    return here.get((table, name)) or anywhere.get(name, otherwise)


# --- Measuring ---


def compare(small: Workspace, large: Workspace, start: int, samples: int, report: Printed) -> None:
    """Add reports to both ledgers in turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(start, start + samples):
        each = reading(number)
        for workspace, seconds in zip((small, large), taken, strict=True):
            before = time.process_time()
            add(workspace, each)
            seconds.append(time.process_time() - before)
    medians = [statistics.median(each[samples // 10 :]) for each in taken]  # the first ones warm up
    report.line("statements now", f"{statements_in(small):,}", f"{statements_in(large):,}")
    report.line("adding one report, ms (median)", *(f"{each * 1e3:.1f}" for each in medians))
    report.check("adding one report, times as long", medians[1] / medians[0], ADDING)


def add(workspace: Workspace, each: Reading) -> None:
    """Add one report as `zusage add` does, with a reader that has read it already."""

    def read(report: Report, dossier: Dossier) -> Reading:
        del report, dossier
        return each

    list(add_items(workspace, iter([Item("generated", capture(each.report), each.report)]), read, who=READER))


FILTERS: Mapping[str, EntryFilter] = {
    "none": EntryFilter(),
    "actor": EntryFilter(actors=("de",)),
    "measure": EntryFilter(measures=("troops",)),
    "recipient": EntryFilter(recipient="r3001"),
    "firmness": EntryFilter(firmness="concrete"),
    "condition": EntryFilter(condition="ceasefire"),
    "roots": EntryFilter(roots=5),
    "days": EntryFilter(since="2015-01-05", until="2015-01-07"),
    "a year": EntryFilter(since="2015-01-01", until="2015-12-31"),
    "reviewed": EntryFilter(reviewed=True),
    "contested": EntryFilter(contested=True),
    "unsure": EntryFilter(unsure=True),
}


def look_up(workspace: Workspace, report: Printed) -> None:
    """Ask for first pages, with every filter and in every order."""
    lookups = Lookups(workspace)
    counts = lookups.counts()
    report.line(
        "entries, conflicts, stories", *(f"{each:,}" for each in (counts.entries, counts.conflicts, counts.stories))
    )
    asked: dict[str, Callable[[], object]] = {
        f"first page, filter: {name}": (lambda wanted=wanted: lookups.entries(wanted))
        for name, wanted in FILTERS.items()
    }
    asked |= {f"first page, order: {order}": (lambda order=order: lookups.entries(order=order)) for order in EntryOrder}
    each_within(asked, PAGE_MS, report)
    pairs = {f"{one} and {other}": both(FILTERS[one], FILTERS[other]) for one, other in combinations(FILTERS, 2)}
    asked = {
        f"  {names}, by {order}": (lambda wanted=wanted, order=order: lookups.entries(wanted, order=order))
        for names, wanted in pairs.items()
        for order in EntryOrder
    }
    worst_within(f"first page, two filters in any order ({len(asked)})", asked, PAGE_MS, report)
    day = "2015-01-20"
    then: dict[str, Callable[[], object]] = {
        f"as of a day, filter: {name}": (lambda wanted=wanted: lookups.entries(wanted, as_of=day))
        for name, wanted in FILTERS.items()
    }
    then["as of a day, matrix"] = lambda: lookups.matrix(as_of=day)
    then["as of a day, changes"] = lambda: lookups.changes(as_of=day)
    each_within(then, THEN_MS, report)
    for day in KNOWN:
        known = {
            f"  known on day {day + 1}, filter: {name}": partial(lookups.entries, wanted, known_at=recorded_on(day))
            for name, wanted in FILTERS.items()
        }
        worst_within(f"known on day {day + 1}, any filter ({len(known)})", known, THEN_MS, report)
    other: dict[str, Callable[[], object]] = {
        "newest changes": lookups.changes,
        "conflicts": lookups.conflicts,
        "meetings": lookups.meetings,
        "stories": lookups.stories,
        "reports": lookups.reports,
    }
    for name, run in other.items():
        spent, passed = milliseconds(run)
        report.line(f"first page: {name}, ms", f"{spent:.1f}", "", "", f"{passed:.1f}")


def both(one: EntryFilter, other: EntryFilter) -> EntryFilter:
    """Put two filters together: what the other does not ask for is as the one has it."""
    nothing = EntryFilter()
    names = [each.name for each in fields(EntryFilter)]
    asked = {name: getattr(other, name) for name in names if getattr(other, name) != getattr(nothing, name)}
    return replace(one, **asked)


def each_within(asked: Mapping[str, Callable[[], object]], limit: float, report: Printed) -> None:
    """Time some questions; each is held against the limit."""
    for name, run in asked.items():
        spent, passed = milliseconds(run)
        report.check(f"{name}, ms", spent, limit, clock=passed)


def worst_within(name: str, asked: Mapping[str, Callable[[], object]], limit: float, report: Printed) -> None:
    """Time some questions; the slowest is held against the limit, and each that is too slow is printed."""
    taken = {one: milliseconds(run) for one, run in asked.items()}
    slowest = max(taken, key=lambda one: taken[one])
    report.check(f"{name}, ms", *taken[slowest][:1], limit, clock=taken[slowest][1])
    for one, (spent, passed) in taken.items():
        if one == slowest or spent > limit:
            report.line(f"{one}, ms", f"{spent:,.2f}", "", "", f"{passed:,.2f}")


def milliseconds(run: Callable[[], object]) -> tuple[float, float]:
    """The lower of two times: of the processor, and by the clock."""
    taken = []
    for _ in range(2):
        spent, passed = time.process_time(), time.perf_counter()
        run()
        taken.append(((time.process_time() - spent) * 1e3, (time.perf_counter() - passed) * 1e3))
    return min(taken)


if __name__ == "__main__":
    sys.exit(main())
