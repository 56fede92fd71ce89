"""Third step: stories and copy families of the reports that changed and of those that hang together with them.

A story hangs on the links of its reports, a family on shared words and on stories: what can be reached over these is taken
out and grouped by the same code that groups all. So what comes out is what grouping all anew would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Table, or_, select

from zusage.ledger import derived
from zusage.ledger.payload import compact, read_json
from zusage.ledger.queries import texts_in_force
from zusage.model.ledger import Family, Membership, Story
from zusage.model.report import Report
from zusage.reconcile import Features, find_families
from zusage.reconcile.copies import Runs, compare_runs
from zusage.reconcile.likeness import DAYS
from zusage.reconcile.shingles import runs_of
from zusage.reconcile.stories import Linked, keys_of, weigh
from zusage.workflow.derive import packed
from zusage.workflow.derive.alone import ALONE, UNTOLD
from zusage.workflow.derive.crowds import Crowds, tell_crowds
from zusage.workflow.derive.features import ANYWHEN, band_numbers, decode_features, mark_numbers, number_of
from zusage.workflow.derive.work import TOGETHER, Work, batches

reports = derived.reports


def group(work: Work) -> None:
    """Bring the stories and families of dirty reports up to date."""
    around, copied = _neighbours(work, derived.links), _neighbours(work, derived.copies)
    there = set(_unlink_gone(work))
    for name in sorted(there):
        around |= _link(work, name)
    around |= work.reports
    copied |= _compare_texts(work, sorted(there))
    _, changed = tell_stories(work, around, _reach(work, derived.links))
    _fold_copies(work, changed | copied | around)


def _neighbours(work: Work, table: Table) -> set[str]:
    """What dirty reports were joined with before."""
    return set().union(*packed.others_of(work, table, work.reports).values())


def _unlink_gone(work: Work) -> Iterable[str]:
    """Take away what dirty reports were joined with; return those that are there."""
    for table in (derived.links, derived.copies):
        packed.part(work, table, work.reports)
    return work.scalars(reports.c.report, reports.c.report, work.reports)


# --- Stories ---


def load_features(work: Work, names: Iterable[str]) -> dict[str, Features]:
    """Return the features of some reports."""
    query = select(reports.c.report, reports.c.features)
    rows = work.rows(query, reports.c.report, sorted(names))
    return {row.report: decode_features(row.report, row.features) for row in rows}


def _link(work: Work, name: str) -> set[str]:
    """Enter a report's marks and link it with those of its neighbours that may be about the same event."""
    own = load_features(work, [name])[name]
    candidates = _candidates(work, own) | {other for other in work.decided.of.get(name, {}) if other != name}
    near = load_features(work, candidates - {name})
    linked = {other for other, features in near.items() if weigh(own, features, work.decided) >= 0}
    decided = set(work.decided.of.get(name, {})) & near.keys()
    packed.join(work, derived.links, name, linked | decided)
    packed.enter_marks(work, name, own.when_number or 0, mark_numbers(own).tolist())
    return linked | decided


def _candidates(work: Work, features: Features) -> set[str]:
    """The reports that share a mark in the same days, or any for a report without a day."""
    marks = derived.marks
    day = features.when_number
    numbers = {number_of(key): key[0] for key in keys_of(features)}
    always = [number for number, sort in numbers.items() if day is None or sort in ANYWHEN]
    dated = [number for number, sort in numbers.items() if day is not None and sort not in ANYWHEN]
    found: set[str] = set()
    for batch in batches(always):
        found.update(_reports_in(work, marks.c.mark.in_(batch)))
    days = marks.c.day == 0
    if day is not None:
        days = or_(days, marks.c.day.between(day - DAYS, day + DAYS))
    for batch in batches(dated):
        found.update(_reports_in(work, marks.c.mark.in_(batch) & days))
    return found


def _reports_in(work: Work, condition: ColumnElement[bool]) -> Iterator[str]:
    """Yield the reports of some rows of marks."""
    for written in work.connection.scalars(select(derived.marks.c.reports).where(condition)):
        yield from packed.unpack(written)


Reach = Callable[[set[str]], set[str]]
"""Gives the reports that some are joined with."""

Links = Mapping[str, Mapping[str, float]]
"""For each report those that it is linked with, and the points of the link."""


def tell_stories(
    work: Work, around: Iterable[str], reach: Reach, links: Links | None = None
) -> tuple[list[Story], set[str]]:
    """Group all that hangs together with some reports anew; return its stories, and the reports of those that changed.

    ``links``: of each report with others, where they are known.
    """
    stories: list[Story] = []
    changed: set[str] = set()
    crowds = (_load_crowds(work, part, links) for part in _together(_parts(around, reach)))
    for told in work.crew.share(tell_crowds, crowds):
        stories += told
        changed |= _Before(work, [name for story in told for name in story.reports]).place(told)
    return stories, changed


def _load_crowds(work: Work, crowds: Sequence[set[str]], links: Links | None) -> Crowds:
    names = {name for crowd in crowds for name in crowd}
    rows = work.rows(select(reports.c.report, reports.c.features), reports.c.report, sorted(names))
    written = {row.report: row.features for row in rows}
    inside = [{name: written[name] for name in crowd if name in written} for crowd in crowds]
    return Crowds(inside, work.decided, None if links is None else [_links_in(crowd, links) for crowd in crowds])


def _links_in(crowd: Iterable[str], links: Links) -> list[Linked]:
    return [(name, other, points) for name in crowd for other, points in links.get(name, {}).items() if name < other]


def _together(crowds: Iterable[set[str]]) -> Iterator[list[set[str]]]:
    """Yield crowds, some at a time."""
    gathered: list[set[str]] = []
    for crowd in crowds:
        gathered.append(crowd)
        if sum(map(len, gathered)) >= TOGETHER:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _reach(work: Work, table: Table) -> Reach:
    """Return what gives the reports that some are joined with."""
    return lambda new: set().union(*packed.others_of(work, table, new).values())


class _Before:
    """Which reports were in which story, and what changes with that."""

    def __init__(self, work: Work, names: Iterable[str]) -> None:
        self._work = work
        self._rows: dict[str, tuple[str, str]] = {}
        self._company: dict[str, set[str]] = defaultdict(set)
        if work.anew:
            self._rows = dict.fromkeys(names, UNTOLD)
            return
        query = select(reports.c.report, reports.c.story, reports.c.member)
        for row in work.rows(query, reports.c.report, sorted(names)):
            self._rows[row.report] = row.story, row.member
            if row.story and row.report not in work.reports:
                self._company[row.story].add(row.report)

    def place(self, stories: Iterable[Story]) -> set[str]:
        """Write which report is in which story and why; whoever has other company than before is dirty."""
        work, changed = self._work, set[str]()
        made: list[tuple[str, str, str]] = []
        for story in stories:
            company = set(story.reports) - work.reports
            for member in story.members:
                written = compact([member.meeting, member.reason, member.score])
                old, as_written = self._rows[member.report]
                if (old, as_written) == (story.id, written):
                    continue
                made.append((story.id, written, member.report))
                work.stories.update({old, story.id})
                if old != story.id:
                    changed.update(story.reports)
                if not work.anew and self._company[old] != company:
                    _spoil(work, member.report)
        _update(work, ("story", "member"), made)
        return changed


def _spoil(work: Work, name: str) -> None:
    """The pledges that a report tells of have to be made anew."""
    for edition in work.editions:
        claims = edition.tables.claims
        edition.pledges |= work.scalars(claims.c.pledge, claims.c.report, [name]) - {None}


def _update(work: Work, names: Sequence[str], values: Sequence[tuple[str, ...]]) -> None:
    """Set columns of reports; the last of the values is the report."""
    if not work.anew:
        work.memory.note_reports(work, [row[-1] for row in values])
    work.update_values(reports, names, "report", values)


def _parts(names: Iterable[str], reach: Reach) -> Iterator[set[str]]:
    """Yield what can be reached from some names, each crowd once."""
    left = set(names)
    for first in sorted(left):
        if first not in left:
            continue
        crowd, new = {first}, {first}
        while new:
            new = reach(new) - crowd
            crowd |= new
        left -= crowd
        yield crowd


# --- Copies ---


def _compare_texts(work: Work, names: Sequence[str]) -> set[str]:
    """Find the texts that share runs of words with some; return them."""
    found: set[str] = set()
    for row in work.rows(select(reports.c.report, reports.c.bands), reports.c.report, names):
        name, own = row.report, band_numbers(row.bands)
        others = packed.sharing_bands(work, own) - {name}
        packed.enter_bands(work, name, own)
        texts = _load_texts(work, [name, *sorted(others)]) if others else {}
        runs = {each: Runs.of(runs_of(text)) for each, text in texts.items()}
        copies = {other for other in others if compare_runs(runs[name], runs[other]).is_copy}
        packed.join(work, derived.copies, name, copies)
        found |= copies | ({name} if copies else set())
    return found


def _load_texts(work: Work, names: Sequence[str]) -> dict[str, Report]:
    """Return reports with the texts of their readings in force."""
    return {
        name: report
        for batch in batches(names)
        for name, report in texts_in_force(work.connection, batch, known_at=work.known_at).items()
    }


def _fold_copies(work: Work, around: set[str]) -> None:
    """Make the families of all that hangs together with some reports by words or by stories."""
    by_words, by_stories = _reach(work, derived.copies), _mates(work)

    def reach(new: set[str]) -> set[str]:
        return by_words(new) | by_stories(new)

    for crowd in _parts(work.scalars(reports.c.report, reports.c.report, around), reach):
        texts = _load_texts(work, sorted(crowd))
        count_for(work, find_families(texts.values(), stories_of(work, crowd)))


def _mates(work: Work) -> Reach:
    """Return what gives the reports of the stories of some."""
    told = reports.c.story
    return lambda new: work.scalars(reports.c.report, told, work.scalars(told, reports.c.report, new))


def stories_of(work: Work, crowd: Iterable[str]) -> list[Story]:
    """Return the stories of some reports."""
    told = stories_with_members(work, work.scalars(reports.c.story, reports.c.report, crowd))
    return list(told.values())


def stories_with_members(work: Work, names: Iterable[str]) -> dict[str, Story]:
    """Return stories by their ids, as their members' rows have them."""
    members: dict[str, list[Membership]] = defaultdict(list)
    query = select(reports.c.report, reports.c.story, reports.c.member)
    for row in work.rows(query, reports.c.story, sorted(names)):
        members[row.story].append(Membership(row.report, *read_json(row.member)))
    return {
        name: Story(name, tuple(sorted(found, key=lambda each: each.report))) for name, found in sorted(members.items())
    }


def count_for(work: Work, families: Iterable[Family]) -> None:
    """Write for which report each counts; where that is another one, its pledges and its story are dirty."""
    roots = {name: (family.root, reason) for family in families for name, reason in _reasons(family).items()}
    made = []
    if work.anew:
        made = [(*found, name) for name, found in roots.items() if found != (name, ALONE)]
        _update(work, ("root", "copied"), made)
        return
    query = select(reports.c.report, reports.c.root, reports.c.copied, reports.c.story)
    for row in work.rows(query, reports.c.report, sorted(roots)):
        root, reason = roots[row.report]
        if (row.root, row.copied) != (root, reason):
            made.append((root, reason, row.report))
            work.stories.add(row.story)
        if row.root != root:
            _spoil(work, row.report)
    _update(work, ("root", "copied"), made)


def _reasons(family: Family) -> dict[str, str]:
    return dict(zip(family.members, (ALONE, *family.reasons), strict=True))
