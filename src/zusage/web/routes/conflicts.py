"""``/{language}/conflicts`` and ``/{language}/conflicts/{conflict}``."""

from __future__ import annotations

from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.charts import draw_conflicts
from zusage.web.page import Page
from zusage.web.views.conflicts import conflict_page, conflicts_page, wanted_of
from zusage.web.views.parts import row_of

_PLEDGES = 12
"""Pledges that are shown with a conflict at most."""


def answer_conflicts(asked: Asked) -> Page:
    """Where reports contradict each other, the severest first; as CSV all that fit."""
    view = conflicts_page(asked.lookups, asked.address, whole=asked.address.form == "csv")

    def draw(width: float) -> str:
        return draw_conflicts(asked.lookups.count_conflicts(wanted_of(asked.address)), asked, width)

    return Page(template="conflicts.html", view=view, table=view.table, drawing=draw if view.conflicts else None)


def answer_conflict(asked: Asked) -> Page:
    """One conflict with the words of each side."""
    found = asked.lookups.conflict(asked.values["conflict"])
    pledges = tuple(row_of(each) for each in asked.lookups.entry_lines(found.entries[:_PLEDGES]))
    view = conflict_page(found, pledges)
    return Page(template="conflict.html", view=view, table=view.table)


OFFERS = [offer("/conflicts", answer_conflicts, more=DRAWN), offer("/conflicts/{conflict}", answer_conflict)]
