"""Third step where all is made anew: stories and copy families of all reports at once, day after day.

What comes out is what `grouping` makes of one report after another. Reports are taken in the order of their days, so that
those that are compared are near each other, and rows are written in the order of their tables.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from zusage.ledger import derived
from zusage.reconcile.comparing import Measured
from zusage.reconcile.copies import Copying
from zusage.reconcile.likeness import LATE
from zusage.workflow.derive.comparing import Told, compare_texts, tell_texts
from zusage.workflow.derive.grouping import count_for, tell_stories
from zusage.workflow.derive.groupings import Number
from zusage.workflow.derive.packed import band_rows, ids_of, mark_rows, pack
from zusage.workflow.derive.sweeping import Stretch, decided_links, links_by_event, sweep
from zusage.workflow.derive.work import TOGETHER, Work, batches

_STRETCH = 2_000
"""Reports that are swept at once."""

_REPORTS = derived.reports.c


def group_all(work: Work, *, chores: Iterable[object] = ()) -> None:
    """Group all reports; ``chores`` are as for `Crew.share`."""
    found = work.groupings
    ordered = sorted(found, key=lambda name: (found[name].day, name))
    links = _link(work, ordered, chores)
    _compare(work, ordered)
    work.groupings = {}
    told, _ = tell_stories(work, ordered, partial(_linked, links), links)
    count_for(work, work.copying.families(told))
    del work.copying  # it takes more room than all else


def _write_marks(work: Work, ordered: Sequence[str]) -> Iterator[None]:
    """Write the rows of all marks, some at a time."""
    if not (found := work.groupings):
        return
    days = np.array([found[name].day for name in ordered], dtype=np.int64)
    numbers, places = _in_order([found[name].marks for name in ordered])
    for rows in mark_rows(numbers, days[places], ids_of(ordered)[places]):
        work.insert_values(derived.marks, ("mark", "day", "reports"), rows)
        yield


def _write_bands(work: Work, ordered: Sequence[str]) -> Iterator[None]:
    """Write the rows of all bands, some at a time."""
    if not (by_name := sorted(ordered)):
        return
    numbers, places = _in_order([work.groupings[name].bands for name in by_name])
    for rows in band_rows(numbers, ids_of(by_name)[places]):
        work.insert_values(derived.bands, ("part", "entries"), rows)
        yield


def _linked(links: Mapping[str, Mapping[str, float]], reports: set[str]) -> set[str]:
    return {other for report in reports for other in links.get(report, ())}


def _link(work: Work, ordered: Sequence[str], chores: Iterable[object]) -> Mapping[str, Mapping[str, float]]:
    """Link all reports; return for each those that it is linked with, and the points of the link."""
    links: dict[str, dict[str, float]] = defaultdict(dict)
    events: dict[str, list[str]] = defaultdict(list)
    for name in ordered:
        if (event := work.groupings[name].event) is not None:
            events[event].append(name)
    placed = {name for reports in events.values() for name in reports}
    stretches = _stretches(work, [name for name in ordered if name not in placed])
    found = work.crew.share(sweep, stretches, chores=chain(chores, _write_marks(work, ordered)))
    swept = (link for part in found for link in part)
    for one, other, points in chain(swept, links_by_event(events, work.decided), decided_links(work.decided, ordered)):
        links[one][other] = links[other][one] = points
    for batch in batches(sorted(links)):
        work.insert_values(derived.links, ("report", "others"), [(name, pack(links[name])) for name in batch])
    return links


def _stretches(work: Work, ordered: Sequence[str]) -> Iterator[Stretch]:
    """Part reports in the order of their days; those without a day come first, and reach into all others."""
    days = [work.groupings[name].day for name in ordered]
    dayless = bisect_left(days, 1)
    for start in range(0, len(ordered), _STRETCH):
        end = min(start + _STRETCH, len(ordered))
        first = bisect_left(days, days[start] - LATE, lo=dayless)
        before = [*ordered[: min(dayless, start)], *ordered[first:start]]
        rows = work.rows(select(_REPORTS.report, _REPORTS.features), _REPORTS.report, [*before, *ordered[start:end]])
        written = {row.report: row.features for row in rows}
        early, late = ([(name, written[name]) for name in part] for part in (before, ordered[start:end]))
        yield Stretch(early, late, work.decided)


def _compare(work: Work, ordered: Sequence[str]) -> None:
    """Find the texts that are copies, and write which."""
    found, known = work.groupings, dict[Measured, Copying]()
    for name in ordered:
        work.copying.enter(found[name].source, found[name].runs)
    if ordered:
        work.crew.tell(
            tell_texts, Told.of([found[name].runs for name in ordered], [found[name].bands for name in ordered])
        )
    parts = ((start, min(start + TOGETHER, len(ordered))) for start in range(0, len(ordered), TOGETHER))
    for copies in work.crew.share(compare_texts, parts, chores=_write_bands(work, ordered)):
        for later, earlier, copying in copies.pairs(known):
            work.copying.link(ordered[later], ordered[earlier], copying)
    work.crew.tell(tell_texts, None)
    for batch in batches(sorted(ordered)):
        rows = [(name, pack(others)) for name in batch if (others := work.copying.copies_of(name))]
        work.insert_values(derived.copies, ("report", "others"), rows)


def _in_order(numbered: Sequence[NDArray[Number]]) -> tuple[NDArray[Number], NDArray[np.int32]]:
    """Return the numbers of all reports in order, each report's ones once, and the place of the report beside each."""
    places = np.repeat(np.arange(len(numbered), dtype=np.int32), [len(each) for each in numbered])
    numbers = np.concatenate(numbered)
    order = np.lexsort((places, numbers))
    numbers, places = numbers[order], places[order]
    is_new = np.ones(len(order), dtype=bool)
    is_new[1:] = (numbers[1:] != numbers[:-1]) | (places[1:] != places[:-1])
    return numbers[is_new], places[is_new]
