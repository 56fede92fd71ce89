"""Conflicts with known facts: days that reports give for a meeting and that its bounds rule out.

Uses `zusage.model` and the drafts beside it.

Source: docs/methodology.md, "Plausible days".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zusage.model.ledger import BoundedMeeting, MeetingBound, Scope, Severity, StatedDay
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.plausibility import violated
from zusage.reconcile.wording import both, day_label


def impossible_days(bounded: Iterable[BoundedMeeting]) -> list[Draft]:
    """One conflict for each stated day outside of its meeting's bounds.

    On one side the report's own words for the day, on the other the words behind each bound that it breaks, with the
    source of the fact. Days that only publication days rule out are left to the comparison of the reports if they give
    different days.
    """
    return [
        _draft(meeting, stated, broken)
        for meeting in bounded
        for stated in meeting.stated
        if stated.impossible and (broken := violated(meeting, stated.day))
        if len(meeting.stated) == 1 or any(bound.rule != "publication" for bound in broken)
    ]


def _draft(meeting: BoundedMeeting, stated: StatedDay, broken: Sequence[MeetingBound]) -> Draft:
    said = [Said(stated.day, citation) for citation in stated.citations]
    for bound in broken:
        sign = "≥" if bound.side == "first" else "≤"
        said += [Said(f"{sign} {bound.day}", citation, source=bound.source) for citation in bound.citations]
    known = any(bound.rule != "publication" for bound in broken)
    return Draft(
        slot="date",
        said=tuple(said),
        severity=Severity.HIGH,
        reasons=tuple(bound.reason["en"] for bound in broken),
        topic=_topic(meeting),
        scope=Scope.FACTS if known else Scope.REPORTS,
        story=meeting.story,
        sentence=_sentence(meeting, stated, broken),
    )


def _topic(meeting: BoundedMeeting) -> Mapping[str, str]:
    if meeting.place is None:
        return both("das Treffen", "the meeting")
    return both(f"das Treffen in {meeting.place}", f"the meeting in {meeting.place}")


def _sentence(meeting: BoundedMeeting, stated: StatedDay, broken: Sequence[MeetingBound]) -> Mapping[str, str]:
    topic = _topic(meeting)
    de = "; ".join(dict.fromkeys(bound.reason["de"] for bound in broken))
    en = "; ".join(dict.fromkeys(bound.reason["en"] for bound in broken))
    return both(
        f"Der {day_label(stated.day, 'de')} ist für {topic['de']} nicht möglich: {de}.",
        f"{day_label(stated.day, 'en')} is impossible for {topic['en']}: {en}.",
    )
