"""``/{language}/actors/{actor}`` and ``/{language}/measures/{measure}``."""

from __future__ import annotations

import re

from zusage.web.answering import DRAWN, offer
from zusage.web.asking import Asked, NotThereError
from zusage.web.drawings import drawing_of_party
from zusage.web.page import Page
from zusage.web.views.parties import PartyPage, actor_page, measure_page

_ACTOR = re.compile(r"(group:|person:)?[a-z0-9]+(-[a-z0-9]+)*")
"""What an actor's id looks like (codebook, section 1): one may be named, as a guest is, and have said nothing."""


def answer_actor(asked: Asked) -> Page:
    """What one actor has said."""
    view = actor_page(asked.lookups, asked.values["actor"], as_of=asked.address.as_of, number=asked.address.page)
    return _page(view, asked, is_known=bool(_ACTOR.fullmatch(view.id)))


def answer_measure(asked: Asked) -> Page:
    """Who has said what on one measure."""
    view = measure_page(asked.lookups, asked.values["measure"], as_of=asked.address.as_of, number=asked.address.page)
    return _page(view, asked, is_known=view.id in asked.workspace.dossier.measures)


def _page(view: PartyPage, asked: Asked, *, is_known: bool) -> Page:
    if not view.part.total and not is_known:
        raise NotThereError
    return Page(template="party.html", view=view, table=view.table, drawing=drawing_of_party(view, asked))


OFFERS = [
    offer("/actors/{actor}", answer_actor, more=DRAWN),
    offer("/measures/{measure}", answer_measure, more=DRAWN),
]
