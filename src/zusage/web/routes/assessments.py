"""``/{language}/assessment`` and ``/assessment/{package}``: whether a package of guarantees adds up."""

from __future__ import annotations

from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.page import Page
from zusage.web.views.assessments import assessment_page, package_list


def answer_packages(asked: Asked) -> Page:
    """The packages of the dossier."""
    view = package_list(asked.lookups)
    return Page(template="assessments.html", view=view, table=view.table)


def answer_assessment(asked: Asked) -> Page:
    """One package under the scenario that the address holds."""
    view = assessment_page(asked.lookups, asked.values["package"], asked.address)
    return Page(template="assessment.html", view=view, table=view.table, drawing=view.draw)


OFFERS = [offer("/assessment", answer_packages), offer("/assessment/{package}", answer_assessment, more=DRAWN)]
