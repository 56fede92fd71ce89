"""Stories: which reports speak of the same event, whatever their language, and why.

Reports that share a telling mark in the same days are compared; what hangs together is parted into groups. Both look at
nothing beyond the neighbourhood of a report, so that adding one costs the same however many there are, and what comes
out depends on the set of reports alone. An input file's own `event` decides where it is there, and a person decides over
everything. Uses `zusage.model` and what is beside it.

Source: docs/methodology.md, "Stories".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zusage.model.ledger import Judgement, Membership, Story
from zusage.model.report import Reading, digest
from zusage.reconcile.claims import in_order
from zusage.reconcile.clusters import APART, ENOUGH, TOGETHER, connected, part
from zusage.reconcile.known import Mention
from zusage.reconcile.likeness import (
    AMOUNT,
    DAYS,
    NAME,
    PERSON,
    PLACE,
    Features,
    Likeness,
    features_of,
    likeness,
    points_of,
)
from zusage.reconcile.main_meeting import meeting_in_story
from zusage.reconcile.marks import Marks
from zusage.reconcile.parting import Decided, decided_stories

CLEARLY = 1.0
"""Points by which a report without a day has to fit one story better than any other."""

TELLING = 0.3
"""Weight from which a mark brings two reports together to be compared."""

Group = tuple[str, ...]
Linked = tuple[str, str, float]
"""Two reports that may be about one event, and the points that speak for it."""

Key = tuple[str, object]


class StoryIndex:
    """The stories of a set of reports; adding one looks at its neighbours only.

    What it says depends on the reports that it holds, never on the order in which they came.
    """

    def __init__(
        self,
        features: Iterable[Features] = (),
        *,
        decided: Decided | None = None,
        links: Iterable[Linked] | None = None,
    ) -> None:
        """Start with some reports; ``decided`` is what people said about stories.

        ``links``: those between the reports where they are known; then no report can be added.
        """
        self._decided = decided or Decided()
        self._features: dict[str, Features] = {}
        self._holders: dict[Key, dict[int | None, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._links: dict[str, dict[str, float]] = {}
        self._compared: dict[str, dict[str, float]] = {}
        self._groups: dict[str, Group] = {}
        self._stories: dict[Group, Story] = {}
        if links is None:
            for each in features:
                self._enter(each)
        else:
            self._take(features, links)
        self._regroup(self._features)

    def add(self, features: Features) -> Story:
        """Add a report, in place of what there is of it, and return its story."""
        self.discard(features.report)
        self._enter(features)
        self._regroup(connected(features.report, self._links))
        return self.story_of(features.report)

    def discard(self, report: str) -> None:
        """Take a report out, if it is there."""
        features = self._features.pop(report, None)
        if features is None:
            return
        around = connected(report, self._links) - {report}
        day = features.when_number
        for key in keys_of(features):
            self._holders[key][day].remove(report)
        for other in self._links.pop(report):
            del self._links[other][report]
        for other in self._compared.pop(report):
            del self._compared[other][report]
        self._groups.pop(report)
        self._regroup(around)

    def story_of(self, report: str) -> Story:
        """Return the story of a report that is there."""
        group = self._groups[report]
        if group not in self._stories:
            self._stories[group] = self._story(group)
        return self._stories[group]

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, ordered by their ids; every report is in exactly one."""
        found = {group: self.story_of(group[0]) for group in self._groups.values()}
        return tuple(sorted(found.values(), key=lambda story: story.id))

    def _enter(self, features: Features) -> None:
        """Link a report with those of its neighbours that may be about the same event."""
        report, day = features.report, features.when_number
        candidates = {other for other in self._decided.of.get(report, {}) if other in self._features}
        keys = keys_of(features)
        for key in keys:
            candidates.update(self._near(key, day))
        self._features[report] = features
        self._links[report], self._compared[report] = {}, {}
        for other in candidates:
            points = self._points(report, other)
            if points >= 0:
                self._links[report][other] = self._links[other][report] = points
        for key in keys:
            self._holders[key][day].append(report)

    def _take(self, features: Iterable[Features], links: Iterable[Linked]) -> None:
        self._features = {each.report: each for each in features}
        self._links = {name: {} for name in self._features}
        self._compared = {name: {} for name in self._features}
        for one, other, points in links:
            self._compared[one][other] = self._compared[other][one] = points
            if points >= 0:
                self._links[one][other] = self._links[other][one] = points

    def _near(self, key: Key, day: int | None) -> Iterator[str]:
        """The reports with a mark in the days around one; all with it for a report without a day."""
        by_day = self._holders.get(key, {})
        if day is None or key[0] in {"meeting", "event"}:
            days: Iterable[int | None] = list(by_day)
        else:
            days = (*range(day - DAYS, day + DAYS + 1), None)
        for each in days:
            yield from by_day.get(each, ())

    def _points(self, one: str, other: str) -> float:
        known = self._compared[one].get(other)
        if known is None:
            known = weigh(self._features[one], self._features[other], self._decided)
            self._compared[one][other] = self._compared[other][one] = known
        return known

    def _compare(self, one: str, other: str) -> Likeness:
        return compare(self._features[one], self._features[other], self._decided)

    # --- Groups ---

    def _regroup(self, reports: Iterable[str]) -> None:
        """Part some reports anew; they have to be all that hang together with any of them."""
        reports = set(reports)
        for report in reports:
            self._stories.pop(self._groups.get(report, ()), None)
        groups = list(part((each for each in reports if not self._is_open(each)), self._links, self._points))
        fits = {each: self._best(each, groups) for each in sorted(reports) if self._is_open(each)}
        joined = [tuple(sorted((*group, *(each for each, best in fits.items() if best == group)))) for group in groups]
        alone = [each for each, best in fits.items() if best is None]
        for group in (*joined, *part(alone, self._links, self._points)):
            self._groups.update(dict.fromkeys(group, group))

    def _is_open(self, report: str) -> bool:
        """Say whether a report has no day by which it could be placed, and nobody placed it."""
        features = self._features[report]
        is_placed = features.event is not None or any(
            self._decided.are_together(report, other) for other in self._decided.of.get(report, {})
        )
        return features.when_number is None and not is_placed

    def _best(self, report: str, groups: Sequence[Group]) -> Group | None:
        """The group that a report without a day fits best; None if it fits none, or two nearly alike."""
        links = self._links[report]
        found = []
        for group in groups:
            if not links.keys().isdisjoint(group):
                mean = sum(self._points(report, each) for each in group) / len(group)
                found.append((-mean, group))
        found.sort()
        if not found or -found[0][0] < ENOUGH or (len(found) > 1 and found[1][0] - found[0][0] < CLEARLY):
            return None
        return found[0][1]

    # --- Stories ---

    def _story(self, group: Group) -> Story:
        features = [self._features[report] for report in group]
        meetings = meeting_in_story(features)
        members = tuple(self._member(report, group, meetings[report]) for report in group)
        names = sorted({each.event for each in features if each.event is not None})
        is_parted = any(
            self._decided.are_apart(each, other) for each in group for other in self._decided.of.get(each, ())
        )
        named = names[0] if names else None
        return Story(story_id(group, None if is_parted else named), members, named)

    def _member(self, report: str, group: Group, meeting: int | None) -> Membership:
        event = self._features[report].event
        points = {other: self._points(report, other) for other in group if other != report}
        nearest = min(points, key=lambda other: (-points[other], other), default=None)
        best = self._compare(report, nearest) if nearest is not None else Likeness(0.0)
        if not best.reasons:
            reason = f"the input names the event {event}" if event else "the only report of its event"
            best = Likeness(best.points, (reason,))
        return Membership(report, meeting, "; ".join(best.reasons), best.points)


def compare(one: Features, other: Features, decided: Decided) -> Likeness:
    """What speaks for two reports being in one story: what a person decided, the input's events, else their likeness."""
    if (judged := decided.between(one.report, other.report)) is not None:
        return _judged(judged, is_together=decided.are_together(one.report, other.report))
    if one.event is None and other.event is None:
        return likeness(one, other)
    if one.event == other.event:
        return Likeness(TOGETHER, (f"the input names the event {one.event}",))
    return Likeness(APART)


def weigh(one: Features, other: Features, decided: Decided) -> float:
    """Return the points that `compare` gives, without its reasons."""
    if decided.between(one.report, other.report) is None and one.event is None and other.event is None:
        return points_of(one, other)
    return compare(one, other, decided).points


def story_id(group: Sequence[str], event: str | None = None) -> str:
    """Return a story's id: of the event that an input file names (unless a person parted it), else of the reports."""
    content = "story\n" + "\n".join(group) if event is None else f"event\n{event}"
    return digest(content)[:16]


def find_stories(
    readings: Iterable[Reading],
    *,
    events: bool = True,
    doubtful: frozenset[str] = frozenset(),
    mentions: Iterable[Mention] = (),
    judgements: Iterable[Judgement] = (),
) -> tuple[Story, ...]:
    """Group reports by the event that they are about; every report is in exactly one story, alone if nobody else tells it.

    ``events``: trust the `event` of input files. ``doubtful``: ids of reports whose stated day known facts rule out; it
    is then not used for matching. ``mentions``: whose meeting it is, where they name a circle. ``judgements``: what people
    decided; those on stories count.
    """
    circles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.person is None and mention.meeting == 0:
            circles[mention.report].add(mention.actor)
    found = [
        features_of(each, doubtful=each.report.id in doubtful, circles=circles[each.report.id], events=events)
        for each in in_order(readings)
    ]
    return StoryIndex(found, decided=decided_stories(judgements)).stories()


def keys_of(features: Features) -> Mapping[Key, float]:
    """What a report shares with those that it is compared with at all; each with the most points that sharing it gives."""
    if features.event is not None:
        return {("event", features.event): 0.0}
    found: dict[Key, float] = {}
    if features.day is not None and features.place is not None:
        found["meeting", (features.day, features.place)] = 0.0
    for sort, points, marks in _marks(features.marks):
        found.update(((sort, mark), points * weight) for mark, weight in marks.items() if weight >= TELLING)
    found.update((("person", person), PERSON) for person in features.persons)
    return found


def points_untold(features: Features) -> float:
    """The most points that marks give by which reports are not brought together."""
    return sum(
        points * weight for _, points, marks in _marks(features.marks) for weight in marks.values() if weight < TELLING
    )


def _marks(marks: Marks) -> tuple[tuple[str, float, Mapping[Any, float]], ...]:
    return ("place", PLACE, marks.places), ("name", NAME, marks.names), ("number", AMOUNT, marks.numbers)


def _judged(judgement: Judgement, *, is_together: bool) -> Likeness:
    if not is_together:
        return Likeness(APART)
    why = f": {judgement.why}" if judgement.why else ""
    return Likeness(TOGETHER, (f"{judgement.who} put them together{why}",))
