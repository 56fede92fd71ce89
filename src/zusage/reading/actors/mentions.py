"""Finding mentions of actors in an analysed text. Uses the scene and its finders; rules are in their modules."""

from __future__ import annotations

from datetime import date

from zusage.language.analysis import Analysis
from zusage.reading.actor_tables import words
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.givers import find_givers
from zusage.reading.actors.groups import find_bare_numbers, find_exclusions, find_groups
from zusage.reading.actors.mention import Mention
from zusage.reading.actors.people import find_people
from zusage.reading.actors.scene import set_scene
from zusage.reading.actors.seats import find_houses, find_seats
from zusage.reading.actors.shared_seats import settle_seats
from zusage.reading.actors.surnames import find_surnames
from zusage.reading.actors.unnamed import find_unnamed

_SHIPS = words("ships")
_QUOTES = frozenset("„“”\"»«›‹'‚‘")


def find_mentions(analysis: Analysis, gazetteer: Gazetteer, on: date | None = None) -> tuple[Mention, ...]:
    """Return all mentions in the order of the text, without overlaps.

    ``on``: the report's date; it decides who is in office. Without one, what the text says decides, and after it the
    latest term that is known. An empty analysis gives none.

    Source: codebook, section 1.
    """
    if not analysis.tokens:
        return ()
    scene = set_scene(analysis, gazetteer, on)
    find_exclusions(scene)
    find_unnamed(scene)
    find_people(scene)
    find_surnames(scene)
    find_groups(scene)
    find_houses(scene)
    find_seats(scene)
    find_bare_numbers(scene)
    find_givers(scene)
    found = (mention for mention in scene.mentions if not _is_a_ship(analysis, mention))
    return settle_seats(analysis, sorted(found, key=lambda mention: (mention.char_start, mention.char_end)))


def _is_a_ship(analysis: Analysis, mention: Mention) -> bool:
    """Say whether a name is a ship's: "Die Fregatte „Hessen“ ist eingetroffen"; "Schiffe Hessens" are not."""
    at = mention.start - 1
    if at > 0 and analysis.tokens[at].text in _QUOTES:
        at -= 1
    return at >= 0 and analysis.tokens[at].lower in _SHIPS
