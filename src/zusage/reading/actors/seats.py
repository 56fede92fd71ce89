"""States, capitals, seats, parliaments, organisations: who acts, and what is only a place. Uses the scene."""

from __future__ import annotations

import re

from zusage.model.values import Authority
from zusage.reading.actor_tables import words
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.actors.owners import HOUSES, Owner, owner_after, owner_before, tells_where_to
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Entry, Hit, Sense

_HOUSE_AUTHORITY = {
    Sense.GOVERNMENT: Authority.OFFICIAL,
    Sense.HOUSE: Authority.OFFICIAL,
    Sense.PARLIAMENT: Authority.PARLIAMENT,
    Sense.MILITARY: Authority.MILITARY,
}
_NAMES = (Sense.STATE, Sense.ORGANISATION, Sense.METONYM, Sense.CAPITAL, Sense.ADJECTIVE, Sense.PEOPLE)
_WHERE = {language: words("where", language) for language in ("de", "en")}
_OUT_OF = words("out-of")
_TO = words("to")
_TRAVEL = words("travel", "en")
_HEARSAY = words("hearsay", "de")
_SKIPPED = words("articles") | {"a", "an"}
_GOES_ON = words("goes-on")
_MEMBER = words("member")
_WHENCE = words("whence", "en")
_ALSO_GIVEN = words("also-given-names", "en")
_FOR = frozenset({"for", "fur"})
_FROM = frozenset({"aus", "from"})
_LEAVING, _WITHDRAWING = words("leaving-nouns"), words("withdrawing")
_BEFORE_TROOPS, _BEHIND_TROOPS = 5, 6
"""Words before and behind troops within which a word of leaving may stand."""


def find_houses(scene: Scene) -> None:
    """Add governments, ministries, parliaments and armies with whom they belong to: "the Norwegian side"."""
    for hit in scene.hits:
        entry = hit.of(*HOUSES)
        if entry is not None and scene.is_free(hit.start, hit.end):
            _add_house(scene, hit, entry)


def _add_house(scene: Scene, hit: Hit, entry: Entry) -> None:
    before = owner_before(scene, hit.start)
    is_for_others = entry.sense is Sense.MILITARY and scene.key(hit.end) in _FOR  # "900 soldiers for Chad"
    seat = entry.sense in {Sense.GOVERNMENT, Sense.PARLIAMENT}
    apart = before or is_for_others or _is_leaving(scene, hit)
    after = None if apart else owner_after(scene, hit.end, seat=seat)
    owner = before or after
    if owner is None and entry.sense not in {Sense.GOVERNMENT, Sense.PARLIAMENT}:
        return
    if before is not None and _is_member(scene, hit.start):
        return
    start, end = (before.start if before else hit.start), (after.end if after else hit.end)
    if not scene.is_free(start, end) or (owner is not None and not _has(scene, entry, owner)):
        return
    scene.add(
        start,
        end,
        hit.end - 1,
        MentionKind.STATE if owner else MentionKind.OFFICE,
        Use.METONYM if owner else Use.DESCRIPTION,
        actor=owner.actor if owner else None,
        reason=_house_reason(owner),
        office=None if owner else entry.sense.value,
        authority=_HOUSE_AUTHORITY[entry.sense],
    )


def _is_leaving(scene: Scene, hit: Hit) -> bool:
    """Say whether what follows is where troops leave from, not whose they are: "der Abzug der **Truppen** aus Peru"."""
    if scene.key(hit.end) not in _FROM:
        return False
    before = [scene.key(unit) for unit in range(max(0, hit.start - _BEFORE_TROOPS), hit.start)]
    after = [scene.key(unit) for unit in range(hit.end + 1, hit.end + _BEHIND_TROOPS)]
    return not _LEAVING.isdisjoint(before) or not _WITHDRAWING.isdisjoint((*before, *after))


def _has(scene: Scene, entry: Entry, owner: Owner) -> bool:
    """Say whether an actor can have such a body: an army is a state's or an alliance's."""
    owner_type = scene.gazetteer.type_of(owner.actor)
    return owner_type in {"state", "alliance"} or (
        entry.sense is not Sense.MILITARY and owner_type not in {"party", ""}
    )


def _house_reason(owner: Owner | None) -> str:
    return "a house or body and whom it belongs to" if owner else "a government or parliament alone"


def find_seats(scene: Scene) -> None:
    """Add what is left: names of states and organisations, adjectives, peoples, capitals and seats, with their use."""
    for hit in scene.hits:
        entry = hit.of(*_NAMES)
        if entry is not None and scene.is_free(hit.start, hit.end) and not _is_aside(scene, hit, entry):
            _add_seat(scene, hit, entry)


def _is_aside(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """Say whether a hit is a party in brackets, "(SPD)", begins another name, "London Marathon", or a sum, "US $ 5 million".

    Nor is whoever only tells where a thing is from: "Cyprus-based jets", "the Geneva-based body".
    """
    if scene.key(hit.start) in {"us", "u.s"} and (
        scene.gap(hit.end).startswith("$") or scene.gap(hit.start).endswith("$")
    ):
        return scene.key(hit.start - 1) not in _SKIPPED
    if scene.gap(hit.end) == "-" and scene.key(hit.end) in _WHENCE:
        return True
    if scene.key(hit.end) in _GOES_ON and scene.units.capital(hit.end) and scene.gap(hit.end) == "":
        return True
    if _is_membership(scene, hit):
        return True
    if entry.sense in {Sense.STATE, Sense.CAPITAL} and _is_given_or_surname(scene, hit):
        return True
    bracketed = scene.gap(hit.start).endswith("(") and scene.gap(hit.end).startswith((")", ",", ";"))
    return bracketed and hit.start - 1 in scene.used and scene.gazetteer.type_of(entry.ref) == "party"


def _is_membership(scene: Scene, hit: Hit) -> bool:
    """Say whether a name only tells what a state belongs to: "das EU-Land Malta", "Nato member Albania"."""
    return scene.gap(hit.end) in {"", "-"} and _is_member(scene, hit.end)


def _is_member(scene: Scene, at: int) -> bool:
    """Say whether a word tells what the state behind it is a member of something."""
    following = scene.by_start.get(at + 1)
    named = following is not None and following.of(Sense.STATE) is not None
    return named and scene.key(at) in _MEMBER and scene.gap(at + 1) == ""


def _is_given_or_surname(scene: Scene, hit: Hit) -> bool:
    """Say whether a place name is a person's name: "Denzel Washington", "Jordan Miller"."""
    before, key = hit.start - 1, " ".join(scene.units.keys[hit.start : hit.end])
    if (
        before >= 0
        and scene.gap(hit.start) == ""
        and scene.units.capital(before)
        and scene.key(before) in scene.gazetteer.given_names
    ):
        return before not in scene.used
    likely = key in _ALSO_GIVEN and not scene.german
    following = hit.end not in scene.by_start and scene.units.capital(hit.end) and scene.gap(hit.end) == ""
    return likely and following and not scene.units.possessive[hit.end - 1]


def _add_seat(scene: Scene, hit: Hit, entry: Entry) -> None:
    kind = MentionKind.ORGANISATION if scene.gazetteer.type_of(entry.ref) not in {"state", ""} else MentionKind.STATE
    use = _use(scene, hit, entry)
    state = scene.gazetteer.states.get(entry.ref)
    scene.add(
        hit.start,
        hit.end,
        hit.end - 1,
        kind,
        use,
        actor=entry.ref,
        reason=f"{entry.sense.value} of the lexicon",
        authority=entry.authority,
        gender=entry.gender,
        plural=entry.plural or (entry.sense is Sense.PEOPLE and state is None),
    )


def _use(scene: Scene, hit: Hit, entry: Entry) -> Use:
    if entry.sense is Sense.ADJECTIVE:
        noun = hit.of(Sense.PEOPLE)
        return Use.PEOPLE if noun is not None and _stands_alone(scene, hit) else Use.ADJECTIVE
    if entry.sense is Sense.PEOPLE:
        return Use.PEOPLE
    if entry.sense is Sense.ORGANISATION:
        return Use.NAME
    if _is_dateline(scene, hit):
        return Use.DATELINE
    if _is_of_a_city(scene, hit) or tells_where_to(scene, hit):
        return Use.PLACE
    usual = Use.NAME if entry.sense is Sense.STATE else Use.METONYM
    return _place_or(scene, hit, usual) if entry.place or entry.sense is Sense.STATE else usual


def _is_of_a_city(scene: Scene, hit: Hit) -> bool:
    """Say whether a name in brackets only tells where a city is: "in Vilnius (Litauen)"."""
    if not scene.gap(hit.start).endswith("(") or not scene.gap(hit.end).startswith((")", "¶")):
        return False
    before = scene.by_end.get(hit.start)
    return before is not None and before.of(Sense.CAPITAL) is not None


def _stands_alone(scene: Scene, hit: Hit) -> bool:
    """Say whether no noun follows, so that the word is the people: "the Swiss refuse" against "Swiss troops"."""
    return (
        scene.gap(hit.end) != ""
        or (scene.german and not scene.units.capital(hit.end))
        or scene.token(hit.end).pos.value in {"VERB", "AUX"}
    )


def _is_dateline(scene: Scene, hit: Hit) -> bool:
    """Say whether a place opens a paragraph as its dateline: "KYIV — …", "Brüssel, 17. März (epd)", "Wien/Kiew"."""
    start = hit.start
    while (
        start > 0
        and scene.gap(start) == "/"
        and start - 1 in {other.end - 1 for other in (scene.by_end.get(start),) if other}
    ):
        start = scene.by_end[start].start
    if not scene.gap(start).endswith("¶"):
        return False
    end = hit.end
    while scene.gap(end) == "/":
        following = scene.by_start.get(end)
        end = following.end if following else end + 1
    sign = scene.gap(end)
    later = scene.analysis.text[scene.units.ends[end - 1] : scene.units.ends[end - 1] + 45]
    return sign[:1] in {"—", "–", "-", "("} or (sign[:1] == "," and _DAY.match(later) is not None)


_DAY = re.compile(
    r",\s*(?:(?:[A-ZÄÖÜÉ][\w.]*|am|dem|den|im|on|the),?\s+){0,2}?\(?(?:\d{1,2}\b|(?:Jan|Feb|M(?:ar|är|ay|ai)|Apr|Jun|Jul|Aug|Sep|Oc?k?t|Nov|De[cz])\w*\.?\s+\d)"
)
"""What follows the place of a dateline: a day, after the weekday or country; not "Peru, meanwhile, pledged 20 tanks"."""


def _goes_on(scene: Scene, hit: Hit) -> bool:
    """Say whether a list goes on behind a name: not in "schickt Helfer nach Tonga, Neuseeland ein Schiff"."""
    return scene.gap(hit.end) != "" or scene.key(hit.end) in {"und", "oder", "sowie"}


def _place_or(scene: Scene, hit: Hit, usual: Use) -> Use:
    """Return whether a name after a preposition is a place or a source; coordinated names follow the first one."""
    at = hit.start
    listed = not scene.german or _goes_on(scene, hit)
    while scene.gap(at) in ({"", ","} if listed else {""}) and at > 0:
        before = scene.by_end.get(at - 1) if scene.key(at - 1) in {"und", "and", "oder", "or"} else scene.by_end.get(at)
        if (
            before is None
            or not before.of(Sense.STATE, Sense.CAPITAL, Sense.METONYM)
            or (not scene.german and scene.gap(at) == "," and bool(before.of(Sense.STATE)) != bool(hit.of(Sense.STATE)))
            or (scene.gap(at) == "" and before.end == at)
        ):
            break
        at = before.start
    while scene.gap(at) == "" and scene.key(at - 1) in _SKIPPED:
        at -= 1
    word = scene.key(at - 1) if scene.gap(at) == "" else ""
    if word not in _WHERE["de" if scene.german else "en"]:
        return usual
    following = [scene.key(unit) for unit in range(hit.end, hit.end + 5)]
    if word in _OUT_OF or (word == "in" and scene.german and _HEARSAY.intersection(following[:3])):
        return Use.SOURCE
    if word in _TO and not scene.german:
        before_words = {scene.key(unit) for unit in range(at - 6, at - 1)}
        return Use.PLACE if _TRAVEL & before_words else usual
    return Use.PLACE
