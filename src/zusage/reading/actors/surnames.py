"""Later mentions by surname ("Merz", "Dvorskýs"), and well-known surnames without a first name. Uses the scene.

Example: "Der Ökonom Nils Aarfeldt warnt. Aarfeldts Rechnung geht so." names one person twice.
"""

from __future__ import annotations

from zusage.reading.actors.mention import Mention, MentionKind, Use
from zusage.reading.actors.names import surname_key
from zusage.reading.actors.people import Name, acting
from zusage.reading.actors.records import PersonRecord
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Hit, Sense

Named = dict[tuple[str, ...], Mention]


def find_surnames(scene: Scene) -> None:
    """Add a mention for every surname that stands alone and whose bearer the report names or everybody knows."""
    named = _named(scene)
    for hit in scene.hits:
        if hit.of(Sense.SURNAME) and scene.is_free(hit.start, hit.end) and not _is_part(scene, hit):
            _add_surname(scene, hit, named)
    _add_later(scene, named)


def _named(scene: Scene) -> Named:
    """Return the persons mentioned so far by the key of their surname; the first mention with an actor wins."""
    named: Named = {}
    unit_at = {start: unit for unit, start in enumerate(scene.units.starts)}
    end_at = {end: unit + 1 for unit, end in enumerate(scene.units.ends)}
    for mention in sorted(scene.mentions, key=lambda mention: mention.char_start):
        if mention.kind is not MentionKind.PERSON:
            continue
        end = _name_end(scene, mention, end_at)
        if end is None:
            continue
        key = surname_key(scene, unit_at[mention.char_start], end)
        known = named.get(key)
        if known is None or (known.actor is None and mention.actor is not None):
            named[key] = mention
    return named


def _name_end(scene: Scene, mention: Mention, end_at: dict[int, int]) -> int | None:
    """Return the unit after the name; for "Ed Arnold, ein Experte" the head is the name's last word."""
    head = scene.analysis.tokens[mention.head]
    return end_at.get(min(head.end, mention.char_end)) or end_at.get(mention.char_end)


def _is_part(scene: Scene, hit: Hit) -> bool:
    """Say whether the surname belongs to another, unknown name: "Lena Merz", "Merz Pharma" is not known to us."""
    before = hit.start - 1
    if before >= 0 and scene.gap(hit.start) == "" and scene.key(before) in scene.gazetteer.given_names:
        return scene.units.capital(before)
    return False


def _add_surname(scene: Scene, hit: Hit, named: Named) -> None:
    by_slug = {mention.person: mention for mention in named.values()}
    slugs = [entry.ref for entry in hit.entries if entry.sense is Sense.SURNAME]
    earlier = next((by_slug[slug] for slug in slugs if slug in by_slug), None)
    if earlier is not None:
        _repeat(scene, hit.start, hit.end, earlier)
        return
    person = _well_known(scene, hit, slugs)
    if person is None:
        return
    actor, authority, reason = acting(scene, Name(person.slug, hit.start, hit.end, person), None)
    scene.add(
        hit.start,
        hit.end,
        hit.end - 1,
        MentionKind.PERSON,
        Use.NAME,
        actor=actor,
        reason=f"a well-known surname, {reason}",
        person=person.slug,
        authority=authority,
        gender=person.gender,
    )


def _well_known(scene: Scene, hit: Hit, slugs: list[str]) -> PersonRecord | None:
    """Return whom a surname alone means: the one in a high office on the day, else a former head."""
    if _is_common(scene, hit) or not scene.units.capital(hit.start):
        return None
    persons = [scene.gazetteer.persons[slug] for slug in slugs]
    ranked = sorted((_fame(scene, person), person.slug, person) for person in persons)
    return ranked[0][2] if ranked and ranked[0][0] < _OBSCURE else None


_OBSCURE = 5


def _is_common(scene: Scene, hit: Hit) -> bool:
    """Say whether a surname is a word too; "Store" is, "Støre" is not; the German genitive counts as well."""
    word = " ".join(scene.units.words[hit.start : hit.end]).lower()
    common = scene.gazetteer.common_surnames
    return word in common or (scene.german and word.removesuffix("s") in common)


def _fame(scene: Scene, person: PersonRecord) -> int:
    tenure = person.tenure(scene.on)
    if tenure is not None and tenure.actor is not None and tenure.covers(scene.on):
        return tenure.rank
    return 3 if any(term.rank == 0 for term in person.tenures) else _OBSCURE


def _repeat(scene: Scene, start: int, end: int, earlier: Mention) -> None:
    scene.add(
        start,
        end,
        end - 1,
        MentionKind.PERSON,
        Use.NAME,
        actor=earlier.actor,
        reason="the surname of somebody named in full",
        person=earlier.person,
        office=earlier.office,
        authority=earlier.authority,
        gender=earlier.gender,
    )


def _add_later(scene: Scene, named: Named) -> None:
    lasts = {key[-1]: (key, mention) for key, mention in named.items()}
    if scene.german:
        lasts = {**{f"{last}s": found for last, found in lasts.items()}, **lasts}
    for unit, word in enumerate(scene.units.keys):
        found = lasts.get(word)
        if (
            found is None
            or unit in scene.used
            or not scene.units.capital(unit)
            or (unit in scene.by_start and _is_other(scene, unit))
        ):
            continue
        key, mention = found
        start = unit - len(key) + 1
        full = start >= 0 and tuple(scene.units.keys[start:unit]) == key[:-1] and scene.is_free(start, unit + 1)
        _repeat(scene, start if full else unit, unit + 1, mention)


def _is_other(scene: Scene, unit: int) -> bool:
    return scene.by_start[unit].of(Sense.STATE, Sense.CAPITAL, Sense.ADJECTIVE, Sense.PEOPLE) is not None
