"""Conflicts about the meeting itself: its day, its place, how many took part, and who came how.

Uses `zusage.model` and the evidence and drafts beside it.

Source: codebook, section 4; docs/methodology.md, "Conflicts".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from zusage.model.ledger import Citation, Severity, Story
from zusage.model.statement import Meeting
from zusage.model.values import Mode
from zusage.reconcile.affiliation import collective, number_of
from zusage.reconcile.claims import Claim, attendance_of, meetings_of
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.evidence import Counted, counted_words, day_words, place_words
from zusage.reconcile.firmness import Saying
from zusage.reconcile.likeness import plain_place
from zusage.reconcile.wording import LANGUAGES, actor_label, day_label, label, person_label

_WIDE = 0.25
"""Share by which numbers of participants have to differ to matter."""


def meeting_differences(story: Story, claims: Sequence[Claim]) -> list[Draft]:
    """Find what reports of one story say differently about its meeting.

    ``claims``: those of the story's reports that count, in order.
    """
    mains = [
        (claim, meeting)
        for claim, meeting in meetings_of(claims)
        if claim.index == 0 and claim.report.id in story.at_meeting
    ]
    return [*_days(story, mains), *_places(story, mains), *_numbers(story, mains), *_attendance(story, claims)]


def _topic(mains: Sequence[tuple[Claim, Meeting]]) -> dict[str, str]:
    places = Counter(meeting.place for _, meeting in mains if meeting.place)
    place = min(places, key=lambda name: (-places[name], name), default=None)
    if place is None:
        return {"de": "das Treffen", "en": "the meeting"}
    return {"de": f"das Treffen in {place}", "en": f"the meeting in {place}"}


def _days(story: Story, mains: Sequence[tuple[Claim, Meeting]]) -> list[Draft]:
    days = {meeting.date for _, meeting in mains if meeting.date}
    if not any(_apart(one, other) for one, other in combinations(sorted(days), 2)):
        return []
    said = tuple(
        Said(
            meeting.date,
            Citation(claim.report.id, day_words(claim.report, meeting), claim.id),
            {language: day_label(meeting.date, language) for language in LANGUAGES},
        )
        for claim, meeting in mains
        if meeting.date
    )
    reasons = ("a meeting is on one day",)
    return [
        Draft(slot="date", said=said, severity=Severity.MEDIUM, reasons=reasons, topic=_topic(mains), story=story.id)
    ]


def _apart(one: str, other: str) -> bool:
    """Say whether neither of two days is a less precise form of the other (2025-09 holds 2025-09-04)."""
    return not (one.startswith(other) or other.startswith(one))


def _places(story: Story, mains: Sequence[tuple[Claim, Meeting]]) -> list[Draft]:
    if len({plain_place(meeting.place) for _, meeting in mains if meeting.place}) < 2:  # noqa: PLR2004 - one place is no difference
        return []
    said = tuple(
        Said(meeting.place, Citation(claim.report.id, place_words(claim.report, meeting), claim.id))
        for claim, meeting in mains
        if meeting.place
    )
    topic = {"de": "das Treffen", "en": "the meeting"}
    reasons = ("a meeting is in one place",)
    return [Draft(slot="place", said=said, severity=Severity.MEDIUM, reasons=reasons, topic=topic, story=story.id)]


def _numbers(story: Story, mains: Sequence[tuple[Claim, Meeting]]) -> list[Draft]:
    counted = [(claim, meeting, found) for claim, meeting in mains if (found := counted_words(claim.report, meeting))]
    at_odds = [
        (one, other)
        for one, other in combinations(counted, 2)
        if one[0].report != other[0].report and not one[2].fits(other[2])
    ]
    if not at_odds:
        return []
    kinds = {each[2].kind for pair in at_odds for each in pair}
    said = tuple(
        Said(str(meeting.countries), Citation(claim.report.id, found.quote, claim.id))
        for claim, meeting, found in counted
        if found.kind in kinds
    )
    severity = Severity.MEDIUM if any(_wide(one[2], other[2]) for one, other in at_odds) else Severity.LOW
    reasons = ("the same is counted, and the numbers exclude each other",)
    return [Draft(slot="count", said=said, severity=severity, reasons=reasons, topic=_topic(mains), story=story.id)]


def _wide(one: Counted, other: Counted) -> bool:
    low, high = sorted((one, other), key=lambda each: each.min)
    return high.min - min(low.max, high.min) > _WIDE * high.min


def collective_differences(story: Story, sayings: Iterable[Saying]) -> list[Draft]:
    """Find different numbers in the name of one collective: "26 countries will send" against "28 states"."""
    numbers: dict[str, dict[str, list[tuple[int, Saying]]]] = defaultdict(lambda: defaultdict(list))
    for saying in sayings:
        number = number_of(saying.commitment.actor)
        if number is not None:
            found = numbers[collective(saying.commitment.actor)][saying.claim.report.id]
            if all(number != each for each, _ in found):
                found.append((number, saying))
    drafts = []
    for label_of, by_report in sorted(numbers.items()):
        sets = [{number for number, _ in found} for found in by_report.values()]
        if any(not one & other for one, other in combinations(sets, 2)):
            said = tuple(
                Said(str(number), saying.claim.citation) for found in by_report.values() for number, saying in found
            )
            topic = {language: actor_label(label_of, language) for language in LANGUAGES}
            reasons = ("the number of those who contribute differs",)
            drafts.append(
                Draft(slot="count", said=said, severity=Severity.MEDIUM, reasons=reasons, topic=topic, story=story.id)
            )
    return drafts


def _attendance(story: Story, claims: Sequence[Claim]) -> list[Draft]:
    present: dict[tuple[str, str | None], list[tuple[Claim, Mode]]] = defaultdict(list)
    for claim, attendance in attendance_of(claims):
        if attendance.meeting in {None, 0}:
            present[attendance.actor, attendance.person].append((claim, attendance.mode))
    drafts = []
    for (actor, person), found in sorted(present.items(), key=lambda each: (each[0][0], each[0][1] or "")):
        said = found if person else _with_absence(actor, present)
        modes: dict[str, set[Mode]] = defaultdict(set)
        for claim, mode in said:
            modes[claim.report.id].add(mode)
        if any(not one & other for one, other in combinations(modes.values(), 2)):
            drafts.append(_came(story, actor, person, said))
    return drafts


def _with_absence(
    actor: str, present: dict[tuple[str, str | None], list[tuple[Claim, Mode]]]
) -> list[tuple[Claim, Mode]]:
    """A state said to stay away, against anybody of it who came; other records without a person say nothing exact."""
    absent = [each for each in present[actor, None] if each[1] is Mode.ABSENT]
    came = [
        each
        for (who, _), found in sorted(present.items(), key=lambda item: (item[0][0], item[0][1] or ""))
        for each in found
        if who == actor and each[1] is not Mode.ABSENT
    ]
    return [*absent, *came] if absent and came else []


def _came(story: Story, actor: str, person: str | None, found: Sequence[tuple[Claim, Mode]]) -> Draft:
    modes = {mode for _, mode in found}
    said = tuple(
        Said(mode, claim.citation, {language: label("mode", mode, language) for language in LANGUAGES})
        for claim, mode in found
    )
    absent = Mode.ABSENT in modes
    return Draft(
        slot="attendance",
        said=said,
        severity=Severity.HIGH if absent else Severity.MEDIUM,
        reasons=("there, or not there" if absent else "the same person cannot have come in two ways",),
        topic={language: person_label(person) if person else actor_label(actor, language) for language in LANGUAGES},
        story=story.id,
    )
