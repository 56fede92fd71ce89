"""Answers that are kept: by the ledger's revision, who may see them, and the one spelling of their address.

Where many ask at once, who is not signed in may for a moment after a change be sent what was there before, while the new
answer is being worked out: else all would wait each time that somebody writes. Who asks alone gets what is there now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from zusage.web.asking import Asked
from zusage.web.cache import Answer
from zusage.web.site import Site, Spot

Work = Callable[[Asked], Answer]
"""What works an answer out: a function of a module, with arguments that can be sent to another process."""


async def kept(asked: Asked, root: str, work: Work) -> Answer:
    """Answer from the cache, else do the work beside the event loop and keep it.

    ``root`` is under which address the site was asked for, where the answer depends on it.
    """
    site = asked.site
    if asked.visitor.audience is None:
        return await site.workshop.apart(asked, work)
    spot = _spot(asked, root)
    asked.spots.append(spot)
    found = site.kept(spot)
    if found is not None:
        return found
    key = (site.revision(), spot)
    making = site.workshop.once(key, asked, work, then=partial(site.cache.put, key))
    older = site.kept_lately(spot) if site.workshop.is_busy else None
    return older if older is not None else await making


async def kept_forms(asked: Asked, root: str, work: Callable[[Asked], Mapping[str, Answer]]) -> Answer:
    """Answer as `kept` does, by work that gives all forms of something at once: the others are kept too."""
    site, form = asked.site, asked.address.form
    if asked.visitor.audience is None:
        return (await site.workshop.apart(asked, work))[form]
    spot = _spot(asked, root)
    asked.spots.append(spot)
    found = site.kept(spot)
    if found is not None:
        return found
    revision = site.revision()

    def keep(made: Mapping[str, Answer]) -> None:
        for each, one in made.items():
            address = replace(asked.address, form=each).canonical
            site.cache.put((revision, replace(spot, address=address)), one)

    return (await site.workshop.once((revision, spot), asked, work, then=keep))[form]


def _spot(asked: Asked, root: str) -> Spot:
    return Spot(asked.visitor.audience, asked.site.people, root, asked.address.canonical)


def sent_again(site: Site, spot: Spot) -> Answer | None:
    """The answer for what was asked for before, if it is there; an older one only while the new one is on its way."""
    spot = spot if spot.people == site.people else replace(spot, people=site.people)
    found = site.kept(spot)
    if found is None and site.workshop.is_at((site.revision(), spot)):
        return site.kept_lately(spot)
    return found
