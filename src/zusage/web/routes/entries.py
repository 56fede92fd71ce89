"""``/{language}/ledger`` and ``/{language}/entries/{entry}``."""

from __future__ import annotations

from zusage.reconcile.naming import Names
from zusage.web.address import LANGUAGES
from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.charts import draw_ledger
from zusage.web.drawings import draw_entry
from zusage.web.page import Page
from zusage.web.views.citing import entry_titled
from zusage.web.views.entries import entry_page, ledger_page
from zusage.web.views.parts import Part, part_of, slice_of, table_of
from zusage.workflow.lookups import EVERYTHING
from zusage.workflow.remarks import count_published_on


def answer_ledger(asked: Asked) -> Page:
    """The entries that fit the filters, a page of them; as CSV all of them."""
    names = tuple(Names(language, asked.workspace.dossier) for language in LANGUAGES)
    view = ledger_page(asked.lookups, asked.address, names, whole=asked.address.form == "csv")

    def draw(width: float) -> str:
        return draw_ledger(view, asked, width)

    return Page(
        template="ledger.html",
        view=view,
        table=table_of(view.entries),
        drawing=draw if view.entries else None,
        is_part=view.part.of > 1,
    )


def answer_entry(asked: Asked) -> Page:
    """One entry with its history and every quote: a page of them, as data all."""
    is_read = asked.address.form == "html"
    page = slice_of(asked.address.page) if is_read else EVERYTHING
    found = asked.lookups.entry(asked.values["entry"], as_of=asked.address.as_of, page=page)
    total = len(found.entry.statements)
    part = part_of(asked.address.page, total) if is_read else Part(1, 1, total)
    remarks = count_published_on(asked.workspace, found.entry) if asked.site.people.remarks[0] else 0
    view = entry_page(found, part, whole=asked.visitor.sees_all, remarks=remarks)

    def draw(width: float) -> str:
        return draw_entry(found.entry, asked, width)

    return Page(
        template="entry.html",
        view=view,
        table=view.table,
        drawing=draw,
        is_part=part.of > 1,
        titled=entry_titled(asked, found.line),
    )


OFFERS = [
    offer("/ledger", answer_ledger, more=DRAWN),
    offer("/entries/{entry}", answer_entry, more=DRAWN),
]
