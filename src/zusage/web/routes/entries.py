"""``/{language}/ledger`` and ``/{language}/entries/{entry}``."""

from __future__ import annotations

from zusage.reconcile.naming import Names
from zusage.web.address import LANGUAGES
from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked
from zusage.web.charts import draw_ledger
from zusage.web.drawings import draw_entry
from zusage.web.page import Page
from zusage.web.views.entries import entry_page, ledger_page
from zusage.web.views.parts import table_of
from zusage.workflow.remarks import count_published_on


def answer_ledger(asked: Asked) -> Page:
    """The entries that fit the filters, a page of them; as CSV all of them."""
    names = tuple(Names(language, asked.workspace.dossier) for language in LANGUAGES)
    view = ledger_page(asked.lookups, asked.address, names, whole=asked.address.form == "csv")

    def draw(width: float) -> str:
        return draw_ledger(view, asked, width)

    return Page(template="ledger.html", view=view, table=table_of(view.entries), drawing=draw if view.entries else None)


def answer_entry(asked: Asked) -> Page:
    """One entry with its history and every quote."""
    found = asked.lookups.entry(asked.values["entry"], as_of=asked.address.as_of)
    remarks = count_published_on(asked.workspace, found.entry) if asked.site.people.remarks[0] else 0
    view = entry_page(found, whole=asked.visitor.sees_all, remarks=remarks)

    def draw(width: float) -> str:
        return draw_entry(view, asked, width)

    return Page(template="entry.html", view=view, table=view.table(), drawing=draw)


OFFERS = [
    offer("/ledger", answer_ledger, more=DRAWN),
    offer("/entries/{entry}", answer_entry, more=DRAWN),
]
