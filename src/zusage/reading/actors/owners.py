"""To whom an office belongs: the state or organisation beside it ("der estnische …", "… of Estonia", "Italy's …").

Uses the scene only.
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.reading.actor_tables import words
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Entry, Hit, Sense

HOUSES = (Sense.GOVERNMENT, Sense.HOUSE, Sense.PARLIAMENT, Sense.MILITARY)
_NAMES = (Sense.STATE, Sense.ORGANISATION, Sense.METONYM, Sense.CAPITAL)
_MARKS = (Sense.ACTING, Sense.TITLE, Sense.FORMER)
_OF = {language: words("of", language) for language in ("de", "en")}
_ARTICLES = words("articles")
_SENT = words("sent-to-organisations", "de")
_FIELDS = words("fields", "en")
_IN = frozenset({"in"})
_FOR_PLACES = words("for-places", "de")
_GIVES_ITSELF = words("gives-itself", "de")


@dataclass(frozen=True, slots=True)
class Owner:
    """An actor beside an office, over units ``[start, end)``; ``former``: a word like "ehemalige" stands there too."""

    actor: str
    start: int
    end: int
    former: bool = False


def owner_before(scene: Scene, at: int) -> Owner | None:
    """Return whom the words that end at a unit make the office belong to.

    Examples: "der **estnische** Regierungschef", "**US**-Präsident", "**Norwegens** Ministerpräsident", "**Kyiv's** top
    diplomat", "the **Polish foreign ministry** spokesman".
    """
    hit = scene.by_end.get(at)
    if hit is None and (owner := _before_field(scene, at)) is not None:
        return owner
    if hit is None or not scene.follows(at):
        return _in_brackets(scene, hit, at)
    if (sender := _sender(scene, hit, at)) is not None:
        return sender
    if hit.of(Sense.ADJECTIVE, Sense.PEOPLE):
        return Owner(_first(hit, Sense.ADJECTIVE, Sense.PEOPLE).ref, hit.start, at)
    if hit.of(*_NAMES):
        return Owner(_first(hit, *_NAMES).ref, hit.start, at) if _binds(scene, hit, at) else None
    if hit.of(*HOUSES, *_MARKS):
        inner = owner_before(scene, hit.start)
        former = hit.of(Sense.FORMER) is not None
        return Owner(inner.actor, inner.start, at, inner.former or former) if inner else None
    return None


def _before_field(scene: Scene, at: int) -> Owner | None:
    """The state before what an English official is in charge of: "**Danish** aid official", "**Peru's** trade adviser"."""
    if scene.german or at < 2 or scene.gap(at) != "" or scene.key(at - 1) not in _FIELDS:  # noqa: PLR2004 - state, field
        return None
    inner = owner_before(scene, at - 1)
    return Owner(inner.actor, inner.start, at, inner.former) if inner is not None else None


def _in_brackets(scene: Scene, hit: Hit | None, at: int) -> Owner | None:
    """The organisation whose short name stands in brackets before the office: "the Arab League (**AL**) chief"."""
    if hit is None or scene.gap(at) != ")" or scene.gap(hit.start) != "(" or hit.of(Sense.ORGANISATION) is None:
        return None
    full = scene.by_end.get(hit.start)
    start = full.start if full is not None and full.of(Sense.ORGANISATION) is not None else hit.start
    return Owner(_first(hit, Sense.ORGANISATION).ref, start, at)


def _sender(scene: Scene, hit: Hit, at: int) -> Owner | None:
    """The state whose man at an organisation is meant: "der **chilenische** UN-Vertreter" speaks for Chile."""
    if hit.of(Sense.ORGANISATION) is None or scene.gap(at) != "-" or scene.key(at) not in _SENT:
        return None
    before = scene.by_end.get(hit.start)
    if before is None or not scene.follows(hit.start) or not before.of(Sense.ADJECTIVE, Sense.PEOPLE):
        return None
    return Owner(_first(before, Sense.ADJECTIVE, Sense.PEOPLE).ref, before.start, at)


def _binds(scene: Scene, hit: Hit, at: int) -> bool:
    """Say whether a name binds to the word after it: by a hyphen or a genitive, in English by standing there."""
    if scene.gap(at) == "-" or scene.units.possessive[at - 1]:
        return True
    if not scene.german:
        return True
    return scene.units.words[at - 1].endswith("s") or hit.of(Sense.ORGANISATION) is not None


def owner_after(scene: Scene, at: int, *, seat: bool = False) -> Owner | None:
    """Return whom the words from a unit on make the office belong to; ``seat``: "in Nassau" does as well.

    Examples: "prime minister **of Estonia**", "Präsident **der Ukraine**", "Sprecher **des Auswärtigen Amts**", "the
    foreign ministry **in Nassau**", "Außenminister **Deutschlands**", "Sprecherin **der Umweltgruppe Grüne Ufer**".
    """
    if scene.gap(at) != "":
        return None
    word = scene.key(at)
    language = "de" if scene.german else "en"
    if seat and word in _IN:
        return _seat_at(scene, at)
    if word in _OF[language]:
        start = at + 1
        while scene.key(start) in _ARTICLES and scene.gap(start) == "":
            start += 1
        return _owner_at(scene, start, at) if scene.gap(start) == "" else None
    if scene.german and at in scene.by_start and scene.units.words[at][-1] == "s":
        hit = scene.by_start[at]
        entry = hit.of(Sense.STATE, Sense.CAPITAL)
        return Owner(entry.ref, at, hit.end) if entry else None
    return None


def tells_where_to(scene: Scene, hit: Hit) -> bool:
    """Say whether a German compound tells what something is for by its first part: "ein Mali-Einsatz", "die Haiti-Truppe"."""
    if not scene.german or scene.gap(hit.end) != "-" or scene.key(hit.start) in _GIVES_ITSELF:
        return False
    return any(scene.key(hit.end).startswith(word) for word in _FOR_PLACES)


def _seat_at(scene: Scene, at: int) -> Owner | None:
    hit = scene.by_start.get(at + 1)
    entry = hit.of(Sense.CAPITAL, Sense.STATE) if hit and scene.gap(at + 1) == "" else None
    return Owner(entry.ref, at, hit.end) if hit and entry else None


def _owner_at(scene: Scene, at: int, start: int) -> Owner | None:
    hit = scene.by_start.get(at)
    if hit is None:
        return None
    if hit.of(Sense.INTRODUCER):
        return _introduced(scene, hit, start)
    entry = hit.of(*_NAMES)
    if entry is not None and tells_where_to(scene, hit):
        return None
    if entry is not None:
        following = scene.by_start.get(hit.end)
        if following is not None and following.of(*HOUSES) and scene.gap(hit.end) in {"", "-"}:
            return Owner(entry.ref, start, following.end)
        return Owner(entry.ref, start, hit.end)
    if hit.of(Sense.ADJECTIVE, Sense.PEOPLE):
        return _adjective_owner(scene, hit, start)
    if hit.of(Sense.GOVERNMENT, Sense.PARLIAMENT, Sense.HOUSE):
        inner = owner_after(scene, hit.end, seat=True)
        return Owner(inner.actor, start, inner.end) if inner else None
    return None


def _introduced(scene: Scene, hit: Hit, start: int) -> Owner | None:
    """The organisation that a noun introduces: "a spokesman for **the charity Oxfam**"."""
    if hit.start in scene.introduced:
        end, mention = scene.introduced[hit.start]
        return Owner(mention.actor, start, end) if mention.actor else None
    named = scene.by_start.get(hit.end) if scene.gap(hit.end) == "" else None
    entry = named.of(Sense.ORGANISATION) if named is not None else None
    return Owner(entry.ref, start, named.end) if named is not None and entry is not None else None


def _adjective_owner(scene: Scene, hit: Hit, start: int) -> Owner | None:
    following = scene.by_start.get(hit.end)
    if following is not None and following.of(Sense.INTRODUCER):  # "the **British charity Oxfam**"
        return _introduced(scene, following, start)
    if following is None or not following.of(*HOUSES):
        return None
    return Owner(_first(hit, Sense.ADJECTIVE, Sense.PEOPLE).ref, start, following.end)


def _first(hit: Hit, *senses: Sense) -> Entry:
    entry = hit.of(*senses)
    assert entry is not None  # noqa: S101 - the caller has asked the hit before
    return entry
