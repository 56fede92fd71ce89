"""``/{language}/``: the overview. A model for all other groups of pages."""

from __future__ import annotations

from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.charts import draw_overview
from zusage.web.page import Page
from zusage.web.views.overview import overview


def answer_overview(asked: Asked) -> Page:
    """Who has said what on which measure, and what is new."""
    view = overview(asked.lookups, as_of=asked.address.as_of, since=asked.address.since, packages=asked.site.packages)

    def draw(width: float) -> str:
        return draw_overview(view, asked, width)

    return Page(template="overview.html", view=view, table=view.table, drawing=draw if view.rows else None)


OFFERS = [offer("/", answer_overview, more=DRAWN)]
