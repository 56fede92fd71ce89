"""Collectives: "26 countries", "die baltischen Staaten", "several donors", "all but Hungary". Uses the scene.

Source: codebook, section 1: `group:` and a plain English label.
"""

from __future__ import annotations

from zusage.reading.actor_tables import word_list, words
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.actors.owners import owner_after, owner_before
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Hit, Sense

_LANGUAGES = ("de", "en")
_SMALL = {name: {word: value for value, word in enumerate(word_list("small-numbers", name))} for name in _LANGUAGES}
_TENS = {name: {word: 10 * value for value, word in enumerate(word_list("tens", name), 2)} for name in _LANGUAGES}
_QUANTIFIERS = {word: label for label in ("several", "many", "other") for word in word_list(label)}
_GENERIC = "countries"
_MEMBERS = "eu-members"
_OF_SOMEBODY = frozenset({"leaders", _GENERIC, _MEMBERS})
_BUT = words("but")
_ALL = words("all")
_PARTS = words("parts-of-alliances")
_ITS = words("determiners")
_AND = words("and")
_NUMBERED_ONLY = words("numbered-only")
_OPENS_LIST = frozenset({",", "–", "—", ":", "("})


def number_word(word: str, language: str) -> int | None:
    """Return the number that a folded word or digits name, up to 99: "26", "sieben", "sechsundzwanzig", "twenty"."""
    if word.isdecimal():
        return int(word)
    small = _SMALL[language]
    if word in small:
        return small[word]
    tens = _TENS[language]
    if word in tens:
        return tens[word]
    ones, _, ten = word.partition("und")
    return small[ones] + tens[ten] if language == "de" and ones in small and ten in tens else None


def find_groups(scene: Scene) -> None:
    """Add a mention for every collective, with its number or quantifier in the label."""
    for hit in scene.hits:
        entry = hit.of(Sense.COLLECTIVE)
        if entry is not None and scene.is_free(hit.start, hit.end):
            _add_group(scene, hit, entry.ref, plural=entry.plural)


def _add_group(scene: Scene, hit: Hit, label: str, *, plural: bool) -> None:
    owner = owner_before(scene, hit.start) or (owner_after(scene, hit.end) if label in _OF_SOMEBODY else None)
    if owner is None and label == _MEMBERS and _is_with_its_members(scene, hit.start):
        return
    start = min(owner.start, hit.start) if owner else hit.start
    end = max(owner.end, hit.end) if owner else hit.end
    alliance = _alliance(scene, owner.actor) if owner is not None else None
    some = alliance is not None and (_is_some(scene, start, alliance) or _has_examples(scene, end))
    if alliance is not None and not some:
        scene.add(
            start,
            end,
            hit.end - 1,
            MentionKind.ORGANISATION,
            Use.DESCRIPTION,
            actor=alliance,
            reason="an alliance's members",
            plural=True,
        )
        return
    label = f"{alliance}-members" if alliance is not None else label
    end = max(end, hit.end) if some else hit.end
    start = start if some else hit.start
    language = "de" if scene.german else "en"
    number, first = _count(scene, start, language)
    if number is not None:
        name = f"{number}-{label}" if label == _GENERIC else label
    else:
        quantifier = _QUANTIFIERS.get(scene.key(start - 1)) if scene.gap(start) == "" else None
        first = start - 1 if quantifier else start
        name = f"{quantifier}-{label}" if quantifier else label
    if number is not None and _are_named(scene, hit.end, number):
        return
    start = first
    if number is None and scene.key(hit.end - 1) in _NUMBERED_ONLY:
        return  # "members", "Mitglieder" of whatever
    end, name = _exclusion(scene, end, name)
    scene.add(
        start,
        end,
        hit.end - 1,
        MentionKind.COLLECTIVE,
        Use.DESCRIPTION,
        actor=f"group:{name}",
        reason="a collective",
        plural=plural,
    )


def _alliance(scene: Scene, actor: str) -> str | None:
    """Return the alliance that its members together are: "the EU's members", "leaders of the Union" are `eu`."""
    return actor if scene.gazetteer.type_of(actor) == "alliance" else None


def _is_some(scene: Scene, at: int, alliance: str) -> bool:
    """Say whether some of an alliance's members are meant, not all: "three EU countries", "a group of EU countries"."""
    number, _ = _count(scene, at, "de" if scene.german else "en")
    if number is not None:
        return number != scene.gazetteer.organisations[alliance].number
    if scene.key(at - 1) in _QUANTIFIERS and scene.gap(at) == "":
        return True
    return scene.key(at - 1) in {"of", "von"} and any(scene.key(i) in _PARTS for i in range(at - 3, at - 1))


def _has_examples(scene: Scene, at: int) -> bool:
    """Say whether some of an alliance's members are named behind it, who act: "EU countries such as Malta and Spain"."""
    behind = scene.key(at), scene.key(at + 1)
    named = at + 2 if behind == ("such", "as") else at + 1 if behind[0] in {"like", "wie"} else 0
    hit = scene.by_start.get(named) if named and scene.gap(at) == "" else None
    return hit is not None and hit.of(Sense.STATE) is not None


def _is_with_its_members(scene: Scene, at: int) -> bool:
    """Say whether an alliance is named with its members, which are no other giver: "the EU and its member states"."""
    before = at - 1 - (scene.key(at - 1) in _ITS)
    hit = scene.by_end.get(before) if scene.key(before) in _AND else None
    entry = hit.of(Sense.ORGANISATION) if hit is not None else None
    return entry is not None and _alliance(scene, entry.ref) is not None


def _are_named(scene: Scene, at: int, number: int) -> bool:
    """Say whether as many states as were counted are named behind a collective, and so act: "two members, Peru and Chile"."""
    if scene.gap(at) not in _OPENS_LIST:
        return False
    named = 0
    while (hit := scene.by_start.get(at + (scene.key(at) in _ITS))) is not None and hit.of(Sense.STATE) is not None:
        named += 1
        at = hit.end
        if scene.key(at) in _AND:
            at += 1
        elif scene.gap(at) != ",":
            break
    return named == number


def _count(scene: Scene, at: int, language: str) -> tuple[int | None, int]:
    """Return the number before a unit and where it begins; one adjective may stand between ("26 willing countries")."""
    for first in (at - 1, at - 2):
        if first < 0 or scene.gap(first + 1) not in {"", "-"}:
            break
        number = number_word(scene.key(first), language)
        if number is None:
            if scene.units.capital(first):
                break
            continue
        tens = _TENS[language].get(scene.key(first - 1)) if scene.gap(first) == "-" else None
        return (tens + number, first - 1) if tens else (number, first)
    return None, at


def _exclusion(scene: Scene, end: int, name: str) -> tuple[int, str]:
    """Take in what is left out: "alle Staaten **außer Ungarn**"."""
    if scene.key(end) in _BUT and scene.gap(end) in {"", ","}:
        hit = scene.by_start.get(end + 1)
        entry = hit.of(Sense.STATE, Sense.CAPITAL) if hit else None
        if hit and entry:
            return hit.end, f"{name}-but-{entry.ref}"
    return end, name


def find_exclusions(scene: Scene) -> None:
    """Add "all but Hungary", "alle außer Ungarn": everybody without the one named."""
    for hit in scene.hits:
        entry = hit.of(Sense.STATE, Sense.CAPITAL)
        at = hit.start
        if entry is None or not scene.is_free(at, hit.end):
            continue
        but = at - 1 if scene.key(at - 1) in _BUT else at - 2 if scene.key(at - 1) == "auf" else at
        if but < at and scene.key(but) in _BUT and scene.key(but - 1) in _ALL:
            scene.add(
                but - 1,
                hit.end,
                but - 1,
                MentionKind.COLLECTIVE,
                Use.DESCRIPTION,
                actor=f"group:all-but-{entry.ref}",
                reason="everybody without the one named",
                plural=True,
            )


def find_bare_numbers(scene: Scene) -> None:
    """Add "the 27", "die 26": an alliance of that many that the report names, or a collective with that number.

    Example: "The EU met on Monday. The 27 could not agree."
    """
    language = "de" if scene.german else "en"
    named = {mention.actor for mention in scene.mentions}
    for unit, key in enumerate(scene.units.keys):
        if (
            not key.isdecimal()
            or unit in scene.used
            or scene.gap(unit) != ""
            or scene.key(unit - 1) not in {"the", "die", "der", "den"}
        ):
            continue
        if scene.gap(unit + 1) == "" and (
            scene.units.capital(unit + 1) or scene.token(unit + 1).pos.value in {"NOUN", "ADJ", "NUM", "PROPN"}
        ):
            continue
        number = number_word(key, language)
        group = f"group:{number}-countries"
        actor = group if group in named else _numbered(scene, number, named)
        if actor is not None and scene.gap(unit + 1)[:1] != ".":
            scene.add(
                unit,
                unit + 1,
                unit,
                MentionKind.COLLECTIVE,
                Use.DESCRIPTION,
                actor=actor,
                reason="as many as were named",
                plural=True,
            )


def _numbered(scene: Scene, number: int | None, named: set[str | None]) -> str | None:
    records = scene.gazetteer.organisations.values()
    return next((record.id for record in records if record.number == number and record.id in named), None)
