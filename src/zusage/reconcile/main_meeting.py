"""Which meeting the reports of one story are about, and which reports begin with it.

A story is an event; its reports may name other meetings first (the call before, the summit of last year). What is
compared as the story's meeting is only what fits. Uses `zusage.model`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from zusage.model.values import MeetingKind
from zusage.reconcile.likeness import NEAR_DAYS, Features, days_apart


def meeting_in_story(features: Sequence[Features]) -> Mapping[str, int | None]:
    """For each report of a story 0 if its main meeting is the story's, None if it has none or another one.

    Where an input file names the event, every report that has a meeting is about it, however far apart their days are.
    """
    days = Counter(each.day for each in features if each.day)
    day = min(days, key=lambda each: (-days[each], each)) if days else None
    calls = Counter(each.kind is MeetingKind.CALL for each in features if each.kind is not None)
    is_call = calls[True] > calls[False]
    return {each.report: 0 if _fits(each, day, is_call=is_call) else None for each in features}


def _fits(features: Features, day: str | None, *, is_call: bool) -> bool:
    if features.kind is None or features.event is not None:
        return features.kind is not None
    apart = days_apart(features.day, day)
    if apart is not None and apart > NEAR_DAYS:
        return False
    return apart == 0 or (features.kind is MeetingKind.CALL) == is_call
