"""Meetings: what the report is about or mentions with a date or a place; the main one first.

Rules put meetings together from their mentions (`ruled`). Whether the report is about one at all, and on which day and in which
city that one is, is learned, with what the rules tell as one of its signs (`likely`).
Source: codebook, section 4.
"""

from __future__ import annotations

from zusage.model.statement import Meeting
from zusage.reading.context import Context
from zusage.reading.meetings.likely import with_likely
from zusage.reading.meetings.ruled import ruled_meetings

__all__ = ["find_meetings"]


def find_meetings(context: Context, *, rules_only: bool = False) -> tuple[Meeting, ...]:
    """Find the meetings of a report; the main one comes first. ``rules_only`` leaves out what was learned."""
    ruled = ruled_meetings(context)
    return ruled if rules_only else with_likely(context, ruled)
