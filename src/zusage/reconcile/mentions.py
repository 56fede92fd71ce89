"""Which known circles a report has meeting: the name of a coalition in one sentence with a word for meeting.

A simple stand-in for what a reader finds: it needs no analysis, only the dossier's names. Uses `zusage.model`,
`zusage.dossier` and the word list of meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from zusage.model.report import Reading, Report
from zusage.model.statement import Meeting
from zusage.reconcile.evidence import meeting_pattern, sentence_around
from zusage.reconcile.known import Mention

if TYPE_CHECKING:  # processes of a rebuild need no dossier
    from zusage.dossier.dossier import Dossier

CircleNames = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For each actor his names by language."""


def circle_names(dossier: Dossier) -> CircleNames:
    """The names of the effort and of every actor that a known fact bounds."""
    bounded = {actor for event in dossier.events for actor in event.bounds}
    names = {dossier.effort.actor: {"de": dossier.effort.names.de, "en": dossier.effort.names.en}}
    for actor in dossier.actors:
        if actor.id in bounded and actor.id not in names:
            names[actor.id] = {"de": actor.names.de, "en": actor.names.en}
    return names


def find_mentions(readings: Iterable[Reading], names: CircleNames) -> tuple[Mention, ...]:
    """Find the first sentence of each report that has a named circle meet; only for reports with a meeting.

    Where a report has several meetings the sentence has to name the place of the one that it is about.

    Example: "Die Allianz der Hilfsbereiten traf sich am Montag in Prag" has the alliance meet, "Die Allianz der
    Hilfsbereiten liefert Zelte" has not.
    """
    found = [
        mention
        for reading in readings
        if reading.meetings
        for actor in _may_stand_in(reading.report, names)
        if (mention := _mention(reading, actor, names[actor]))
    ]
    return tuple(sorted(found, key=lambda each: (each.report, each.actor)))


def _mention(reading: Reading, actor: str, by_language: Mapping[str, tuple[str, ...]]) -> Mention | None:
    report = reading.report
    wanted = by_language.get(report.language, ())
    for run in _pattern(wanted).finditer(report.text):
        sentence = sentence_around(report.text, run.start(), run.end())
        if meeting_pattern(report.language).search(sentence.exact):
            meeting = _meeting_in(sentence.exact, reading.meetings)
            if meeting is not None:
                return Mention(report.id, actor, sentence, meeting=meeting)
    return None


def _may_stand_in(report: Report, names: CircleNames) -> list[str]:
    """The actors of whom a name stands in a text, maybe within a word: that is asked much more quickly."""
    plain = report.text.casefold()
    return [
        actor
        for actor, by_language in names.items()
        if any(name.casefold() in plain for name in by_language.get(report.language, ()))
    ]


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def _meeting_in(sentence: str, meetings: Sequence[Meeting]) -> int | None:
    """The index of the meeting that a sentence is about: the one whose place it names, or the only one with a place."""
    placed = [(index, meeting.place) for index, meeting in enumerate(meetings) if meeting.place]
    if len(placed) < 2:  # noqa: PLR2004 - nothing to choose
        return placed[0][0] if placed else 0
    return next((index for index, place in placed if place in sentence), None)
