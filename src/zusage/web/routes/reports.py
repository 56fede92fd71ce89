"""``/{language}/reports``, ``/reports/{report}``, ``/stories``, ``/stories/{story}``, ``/search``."""

from __future__ import annotations

from zusage.errors import MissingError
from zusage.web.answering import offer
from zusage.web.asking import Asked
from zusage.web.page import Page
from zusage.web.views.citing import report_titled, story_titled
from zusage.web.views.reports import report_list, report_page
from zusage.web.views.searching import search_page
from zusage.web.views.stories import story_list, story_page
from zusage.workflow.lookups import ReportLine


def answer_reports(asked: Asked) -> Page:
    """The reports, the newest first."""
    view = report_list(asked.lookups, asked.address, whole=asked.address.form != "html")
    return Page(template="reports.html", view=view, table=view.table)


def answer_report(asked: Asked) -> Page:
    """One report with its quotes marked."""
    found = asked.lookups.report(asked.values["report"])
    view = report_page(found, asked.disclosure, root=_root(asked, found.line))
    return Page(template="report.html", view=view, table=view.table, titled=report_titled(found.line))


def answer_stories(asked: Asked) -> Page:
    """The stories, the newest first."""
    view = story_list(asked.lookups, asked.address, whole=asked.address.form != "html")
    return Page(template="stories.html", view=view, table=view.table)


def answer_story(asked: Asked) -> Page:
    """One story: reports side by side."""
    found = asked.lookups.story(asked.values["story"])
    view = story_page(asked.lookups, found, asked.disclosure)
    return Page(template="story.html", view=view, table=view.table, titled=story_titled(found.line))


def answer_search(asked: Asked) -> Page:
    """What has some words."""
    view = search_page(asked.lookups, asked.address, asked.disclosure)
    return Page(template="search.html", view=view, table=view.table)


def _root(asked: Asked, line: ReportLine) -> ReportLine | None:
    """The report that a copy was taken from, if it is still there."""
    if line.root is None:
        return None
    try:
        return asked.lookups.report_line(line.root)
    except MissingError:
        return None


OFFERS = [
    offer("/reports", answer_reports),
    offer("/reports/{report}", answer_report),
    offer("/stories", answer_stories),
    offer("/stories/{story}", answer_story),
    offer("/search", answer_search),
]
