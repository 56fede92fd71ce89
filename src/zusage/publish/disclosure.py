"""What an audience may see: the one place that decides it for pages, feeds, exports and the static edition.

A private server on one's own machine and people who are signed in see everything, labelled where nobody has reviewed it.
The public sees what a person has accepted. Of a report the public sees its title, its metadata, and the quotes with a
little around them; the whole text only where its licence allows that.
Uses `zusage.model`.

Source: docs/methodology.md, "What is public".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from zusage.model.ledger import Status
from zusage.model.quote import Span
from zusage.model.report import Report

AROUND = (100, 40, 0)
"""Characters on either side of a quote that the public sees, cut at a blank: the most with which `SHARE` is kept."""
SHARE = 0.4
"""The part of a text, at most, that the public sees with what is around the quotes; quotes alone are always shown."""
BY_HAND = frozenset({Status.ACCEPTED, Status.CORRECTED, Status.CODED})
"""What a person stands behind: all of the statements that the public sees."""


class Audience(StrEnum):
    """For whom something is shown."""

    PRIVATE = "private"
    """Whoever runs the program, or is signed in."""
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What is shown: to whom, and which hosts' texts may be shown whole."""

    audience: Audience = Audience.PRIVATE
    free_hosts: frozenset[str] = frozenset()

    def shows(self, status: Status) -> bool:
        """Say whether a statement is shown; what was rejected or not reviewed only to those who work on it."""
        return self.audience is Audience.PRIVATE or status in BY_HAND

    def shows_whole(self, report: Report) -> bool:
        """Say whether a report's whole text is shown: to the public where it is ours, or its host's licence allows it."""
        if self.audience is Audience.PRIVATE or report.synthetic:
            return True
        host = (urlsplit(report.address).hostname or "") if report.address and "//" in report.address else ""
        return any(host == free or host.endswith(f".{free}") for free in self.free_hosts)

    def passages(self, report: Report, quotes: Iterable[Span]) -> tuple[Span, ...] | None:
        """Return the runs of a report's text that are shown, in order and apart; None for all of it.

        Quotes that are close to one another share a run.
        """
        if self.shows_whole(report):
            return None
        places = sorted(quotes)
        found: tuple[Span, ...] = ()
        for around in AROUND:
            found = _joined(_around(report.text, quote, around) for quote in places)
            if sum(run.end - run.start for run in found) <= SHARE * len(report.text):
                break
        return found


def disclosure_for(*, sees_all: bool, free_hosts: Iterable[str] = ()) -> Disclosure:
    """Return what somebody sees: everything, or the public's part."""
    return Disclosure() if sees_all else Disclosure(audience=Audience.PUBLIC, free_hosts=frozenset(free_hosts))


def _joined(runs: Iterable[Span]) -> tuple[Span, ...]:
    """Join runs that overlap or touch; they come in the order of their beginnings, or nearly so."""
    found: list[Span] = []
    for run in sorted(runs):
        if found and run.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, run.end))
        else:
            found.append(run)
    return tuple(found)


def _around(text: str, quote: Span, signs: int) -> Span:
    """Return a quote with so many signs on either side, cut at a blank; never beyond its own paragraph."""
    start = max(0, quote.start - signs, text.rfind("\n", 0, quote.start) + 1)
    line = text.find("\n", quote.end)
    end = min(quote.end + signs, len(text) if line < 0 else line)
    if start == quote.start - signs and start > 0:
        blank = text.find(" ", start, quote.start)
        start = blank + 1 if blank >= 0 else quote.start
    if end == quote.end + signs and end < len(text):
        blank = text.rfind(" ", quote.end, end)
        end = blank if blank >= 0 else quote.end
    return Span(start, end)
