"""``/{language}/about``: what these pages are, how they are to be read, and how sure they are."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from zusage.web.answering import offer
from zusage.web.asking import Asked
from zusage.web.page import Page, Table
from zusage.workflow.lookups import Counts


@dataclass(frozen=True, slots=True)
class About:
    """How much there is, and the day on which it last changed."""

    counts: Counts
    changed_on: str


def answer_about(asked: Asked) -> Page:
    """What is here, in words and numbers."""
    view = About(asked.lookups.counts(), asked.site.changed_on())
    numbers = {name: count for name, count in asdict(view.counts).items() if isinstance(count, int)}
    table = Table(("what", "count"), tuple(numbers.items()))
    return Page(template="about.html", view=view, table=table)


OFFERS = [offer("/about", answer_about)]
