"""Copies: which texts are taken from one another, and which of them is the root.

Two texts are copies if enough of the shorter one's runs of words stand in the other, outside of quotation marks, or if
they share one long run; two reports of one event that credit the same agency are one source as well. Which texts are
compared at all, MinHash says, and the stories: reworded copy of one event is compared however little is left of it.
Uses `zusage.model` and numpy.

Source: docs/methodology.md, "Corroboration"; Broder, "On the resemblance and containment of documents", SEQUENCES 1997
(containment of shingles).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import NamedTuple, Self

from zusage.model.ledger import Family, Story
from zusage.model.records import record
from zusage.model.report import Report
from zusage.reconcile.minhash import Bands, bands_of
from zusage.reconcile.shingles import RUN, Numbers32, runs_of

CONTAINED = 0.4
"""Share of the shorter text's runs that makes a copy whatever else it may hold."""

REWORDED = 0.15
"""Share that makes a reworded copy, of the one text that it shares most with."""

LEAST = 8
"""Runs that have to be shared, so that two lines of boilerplate make no family."""

LONG = 30
"""Words in a row that nobody writes twice."""


@record(frozen=True, slots=True)
class Copying:
    """How much two texts share: runs, their share of the shorter text's, and the longest unbroken words."""

    shared: int
    share: float
    longest: int

    @property
    def is_plain(self) -> bool:
        """Whether the two texts belong to one family whatever other texts there are."""
        return self.shared >= LEAST and (self.share >= CONTAINED or self.longest >= LONG)

    @property
    def is_reworded(self) -> bool:
        """Whether one may be a reworded copy of the other."""
        return self.shared >= LEAST and self.share >= REWORDED

    @property
    def is_copy(self) -> bool:
        """Whether the one may be a copy of the other."""
        return self.is_plain or self.is_reworded

    @property
    def reason(self) -> str:
        """The measure in words."""
        if self.share >= REWORDED:
            return f"shares {self.share:.0%} of the shorter text's runs of {RUN} words"
        return f"shares {self.longest} words in a row"


@record(frozen=True, slots=True)
class Runs:
    """A text's runs of words as plain numbers, in order and each once: quicker to compare than arrays of this length."""

    ordered: list[int]
    distinct: frozenset[int]

    @classmethod
    def of(cls, numbers: Numbers32) -> Self:
        """Make them of the numbers of a text's runs."""
        ordered = numbers.tolist()
        return cls(ordered, frozenset(ordered))


def compare_runs(one: Runs, other: Runs) -> Copying:
    """Measure what two texts share; the order of the two does not matter.

    Unbroken words are measured only where they decide whether it is a copy.
    """
    shared = len(one.distinct & other.distinct)
    if not shared:
        return Copying(0, 0.0, 0)
    shorter, longer = sorted((one, other), key=lambda runs: (len(runs.ordered), runs.ordered))
    share = shared / len(shorter.distinct)
    is_asked = shared >= LEAST and share < CONTAINED
    longest = _longest(shorter.ordered, longer.distinct) + RUN - 1 if is_asked else 0
    return Copying(shared, share, longest)


def _longest(ordered: Iterable[int], there: frozenset[int]) -> int:
    """The most runs in a row that are there."""
    best = count = 0
    for number in ordered:
        if number in there:
            count += 1
        else:
            best, count = max(best, count), 0
    return max(best, count)


Pair = tuple[str, str]
_NO_LINKS: Mapping[str, Copying] = MappingProxyType({})


class CopyIndex:
    """Which of many reports are copies; adding one compares it with candidates only.

    What it says depends on the reports that it holds, never on the order in which they came.
    """

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        """Start with some reports."""
        self._bands = Bands()
        self._order: list[str] = []
        self._runs: dict[str, Numbers32] = {}
        self._at_hand: dict[str, Runs] = {}
        self._ages: dict[str, Age] = {}
        self._credits: dict[str, tuple[str, str | None]] = {}
        self._links: dict[str, dict[str, Copying]] = defaultdict(dict)
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> tuple[str, ...]:
        """Add a report unless it is there; return the ids of the texts that it is a copy of, or they of it."""
        if report.id not in self._runs:
            runs = runs_of(report)
            bands = bands_of(runs)
            others = [self._order[number] for number in self._bands.find(bands)]
            self._bands.add(bands)
            self._order.append(report.id)
            self.enter(source_of(report), runs)
            for other in others:
                self.compare(report.id, other)
        return tuple(sorted(self._links[report.id]))

    def enter(self, source: Source, runs: Numbers32) -> None:
        """Add a report that is not there and whose runs have been made, without comparing it with any."""
        self._runs[source.report] = runs
        self._ages[source.report] = source.age
        self._credits[source.report] = source.language, source.credit

    def compare(self, one: str, other: str) -> None:
        """Compare two reports, and keep it if they are copies; reports that are not there are passed over."""
        if one == other or other in self._links[one] or one not in self._runs or other not in self._runs:
            return
        found = compare_runs(self._runs_of(one), self._runs_of(other))
        if found.is_copy:
            self.link(one, other, found)

    def link(self, one: str, other: str, found: Copying) -> None:
        """Keep that two reports are copies, and what they share."""
        self._links[one][other] = self._links[other][one] = found

    def discard(self, report: str) -> None:
        """Take a report out, if it is there."""
        if self._runs.pop(report, None) is not None:
            for other in self._links.pop(report, {}):
                self._links[other].pop(report, None)

    def copies_of(self, report: str) -> list[str]:
        """Return the reports that share enough with a report to be copies, in the order of their ids."""
        return sorted(self._links[report]) if report in self._links else []

    def neighbours(self, report: str) -> Mapping[str, Copying]:
        """Return the copies that share a family with a report directly: plain ones, and those it is reworded from."""
        return {other: found for other, found in sorted(self._links[report].items()) if self._holds(report, other)}

    def family_of(self, report: str) -> tuple[str, ...]:
        """Return the reports of a report's family, the root first, looking at no others."""
        group, new = {report}, [report]
        while new:
            new = list(dict.fromkeys(other for each in new for other in self.neighbours(each) if other not in group))
            group.update(new)
        return tuple(sorted(group, key=self._ages.__getitem__))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the reports."""
        return iter(self._runs)

    def families(self, stories: Iterable[Story] = ()) -> tuple[Family, ...]:
        """Group all reports into copy families, as `find_families` does."""
        groups = [[name for name in story.reports if name in self._runs] for story in stories]
        for one, other in (pair for group in groups for pair in combinations(group, 2)):
            if self._credits[one][0] == self._credits[other][0]:
                self.compare(one, other)
        credited = {pair: reason for group in groups for pair, reason in self._credit_links(group)}
        sources = _Sources(self._source)
        found = (self._family(group, credited, sources) for group in self._groups(credited, sources))
        return tuple(sorted(found, key=lambda family: family.root))

    def _groups(self, credited: Iterable[Pair], sources: _Sources) -> Iterator[list[str]]:
        """Yield the reports that hang together."""
        also: dict[str, list[str]] = defaultdict(list)
        for one, other in credited:
            also[one].append(other)
            also[other].append(one)
        seen: set[str] = set()
        for first in self._runs:
            if first in seen:
                continue
            seen.add(first)
            group = [first]
            for one in group:  # grows meanwhile
                links = self._links.get(one, _NO_LINKS)
                new = [other for other in links if other not in seen and sources.hold(one, other, links[other])]
                new += (other for other in also.get(one, ()) if other not in seen)
                seen.update(new)
                group += dict.fromkeys(new)
            yield group

    def _family(self, group: Sequence[str], credited: Mapping[Pair, str], sources: _Sources) -> Family:
        if len(group) == 1:
            return Family(group[0], tuple(group), (), (self._credits[group[0]][1] or "").casefold() or None)
        members = sorted(group, key=self._ages.__getitem__)
        reasons = []
        for place, member in enumerate(members[1:], 1):
            others = (*members[:place], *members[place + 1 :])
            told = (self._reason(member, other, credited, sources) for other in others)
            reasons.append(next((reason for reason in told if reason), "by way of another member"))
        credits_ = Counter(credit.casefold() for name in members if (credit := self._credits[name][1]))
        credit = min(credits_, key=lambda name: (-credits_[name], name)) if credits_ else None
        return Family(members[0], tuple(members), tuple(reasons), credit)

    def _reason(self, one: str, other: str, credited: Mapping[Pair, str], sources: _Sources) -> str | None:
        """Why two reports share a family directly, None if they do not."""
        found = self._links.get(one, _NO_LINKS).get(other)
        if found is not None and sources.hold(one, other, found):
            return found.reason
        return credited.get(_pair(one, other))

    def _credit_links(self, story: Iterable[str]) -> Iterator[tuple[Pair, str]]:
        by_credit: dict[str, list[str]] = defaultdict(list)
        for name in story:
            if credit := self._credits[name][1]:
                by_credit[credit.casefold()].append(name)
        for credit, group in sorted(by_credit.items()):
            for one, other in pairwise(sorted(group)):
                yield _pair(one, other), f"credits {credit} on the same event"

    def _runs_of(self, report: str) -> Runs:
        """A report's runs as plain numbers; those looked at last are kept, since they take much room."""
        if report not in self._at_hand:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            self._at_hand[report] = Runs.of(self._runs[report])
        return self._at_hand[report]

    def _holds(self, one: str, other: str) -> bool:
        return self._links[one][other].is_plain or other == self._source(one) or one == self._source(other)

    def _source(self, report: str) -> str | None:
        """The older text that a reworded copy shares most with."""
        older = [
            (-found.share, self._ages[other], other)
            for other, found in self._links[report].items()
            if self._ages[other] < self._ages[report]
        ]
        return min(older)[2] if older else None


_AT_HAND = 1_000
"""Texts whose runs are kept as plain numbers."""

Age = tuple[str, int, int, str]
"""By what the root is found: day of publication, how near it is to an agency, length (the longer first), id."""

_DATELINE = 100
"""Signs at the beginning of a text in which an agency names itself."""


def age_of(report: Report) -> Age:
    """Return a report's place among its copies: earlier, nearer to an agency, longer; undated ones come last.

    Nearest is a text that names its agency in its first line, "Oslo (ntb) - …", then one that credits it anywhere.
    """
    opens = report.credit is not None and report.credit.casefold() in report.text[:_DATELINE].casefold()
    distance = 0 if opens else int(report.credit is None) + 1
    return report.published_on or "9999", distance, -len(report.text), report.id


class Source(NamedTuple):
    """What a report's place in its family hangs on beside its words."""

    report: str
    age: Age
    language: str
    credit: str | None


def source_of(report: Report) -> Source:
    """Return what families look at beside the words of a report."""
    return Source(report.id, age_of(report), report.language, report.credit)


def find_families(reports: Iterable[Report], stories: Iterable[Story] = ()) -> tuple[Family, ...]:
    """Group reports into copy families; every report is in exactly one, alone if it is nobody's copy.

    With ``stories``, reports of one event that credit the same agency are one family, and reports of one event in one
    language are compared however little they share. Families are ordered by their root, members by age.
    """
    return CopyIndex(sorted(reports, key=lambda each: each.id)).families(stories)


def roots_of(families: Iterable[Family]) -> Mapping[str, str]:
    """For each report the root that it counts for."""
    return {member: family.root for family in families for member in family.members}


class _Sources:
    """The older texts that reworded copies share most with, each found when it is asked for: most copies are plain."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        """Start with none found."""
        self._find = find
        self._found: dict[str, str | None] = {}

    def hold(self, one: str, other: str, copying: Copying) -> bool:
        """Say whether what two texts share joins them directly."""
        return copying.is_plain or other == self._of(one) or one == self._of(other)

    def _of(self, report: str) -> str | None:
        if report not in self._found:
            self._found[report] = self._find(report)
        return self._found[report]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
