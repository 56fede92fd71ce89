"""``/{language}/conflicts`` and ``/{language}/conflicts/{conflict}``."""

from __future__ import annotations

from zusage.web.answering import offer
from zusage.web.asking import Asked
from zusage.web.page import Page
from zusage.web.views.conflicts import conflict_page, conflicts_page
from zusage.web.views.parts import row_of

_PLEDGES = 12
"""Pledges that are shown with a conflict at most."""


def answer_conflicts(asked: Asked) -> Page:
    """Where reports contradict each other, the severest first; as CSV all that fit."""
    view = conflicts_page(asked.lookups, asked.address, whole=asked.address.form == "csv")
    return Page(template="conflicts.html", view=view, table=view.table())


def answer_conflict(asked: Asked) -> Page:
    """One conflict with the words of each side."""
    found = asked.lookups.conflict(asked.values["conflict"])
    pledges = tuple(row_of(each) for each in asked.lookups.entry_lines(found.entries[:_PLEDGES]))
    view = conflict_page(found, pledges)
    return Page(template="conflict.html", view=view, table=view.table())


OFFERS = [offer("/conflicts", answer_conflicts), offer("/conflicts/{conflict}", answer_conflict)]
