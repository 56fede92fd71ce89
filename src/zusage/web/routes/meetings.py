"""``/{language}/meetings``."""

from __future__ import annotations

from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.charts import draw_meetings
from zusage.web.page import Page
from zusage.web.views.meetings import meetings_page


def answer_meetings(asked: Asked) -> Page:
    """When each meeting can have been, and who came how; as CSV all of them."""
    view = meetings_page(asked.lookups, asked.address.page, whole=asked.address.form == "csv")

    def draw(width: float) -> str:
        return draw_meetings(view, asked, width)

    return Page(template="meetings.html", view=view, table=view.table, drawing=draw if view.meetings else None)


OFFERS = [offer("/meetings", answer_meetings, more=DRAWN)]
