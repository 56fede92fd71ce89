"""Persons and offices: "Norwegens Ministerpräsident Jonas Gahr Støre", "the Polish defence minister", "Ex-General …".

An office, the owner beside it and the name beside both make one mention. Uses the scene, owners and names.

Source: codebook, section 1: a person in office acts for what the office belongs to at the report's date, or, where the
report has none, for what the text says he is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from zusage.model.values import Authority
from zusage.reading.actor_tables import words
from zusage.reading.actors.folding import person_slug
from zusage.reading.actors.groups import number_word
from zusage.reading.actors.mention import Gender, MentionKind, Use
from zusage.reading.actors.names import full_name_end, name_end, written_name
from zusage.reading.actors.owners import Owner, owner_after, owner_before
from zusage.reading.actors.records import PARTY_LEADER, PersonRecord, is_federal
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Entry, Hit, Sense

_PARTIES = frozenset({"party", "parliament-group"})
_MANY = words("many-holders")
_DETERMINERS = words("determiners")
_SOME = words("several") | words("many") | words("other") | words("of-one-side")
_NEEDS_ARTICLE = words("bare-with-article")
_COMMA = ","
_ENDS = frozenset({",", "."})
_FOR_DUTIES = frozenset({"fur", "bei", "beim", "for", "to"})  # keys are folded: "für"
_LONGEST_DUTY = 8
_LONGEST_NAME = 4
_NATIONAL = frozenset({"foreign-minister", "defence-minister", "development-minister", "chancellor", "deputy-head"})
"""Offices that only a state has, none of its lands."""
_JOINS = frozenset({"und", "sowie", "von", "aus", "and", "of", "from"})
_WIDEST_LIST = 16
_SENT_ABROAD = words("sent-abroad")
"""Whose place is not whose he is: "its **ambassador** in Lima"."""
_SEATED = frozenset({Authority.OFFICIAL, Authority.SPOKESPERSON})  # "a spokesman in Ottawa" speaks for Canada


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name over units ``[start, end)``; ``slug`` known or made."""

    slug: str
    start: int
    end: int
    known: PersonRecord | None


@dataclass(frozen=True, slots=True)
class Post:
    """What the text says somebody is: an office or role over units ``[start, end)`` with its owner."""

    entry: Entry
    start: int
    end: int
    head: int
    owner: str | None
    former: bool

    @property
    def acts(self) -> bool:
        """Say whether it is an office that is still held, not a role or a former office."""
        return self.entry.sense is Sense.OFFICE and not self.former


def find_people(scene: Scene) -> None:
    """Add a mention for every office and role, with owner and name, and for every full name without one."""
    for hit in scene.hits:
        entry = hit.of(Sense.OFFICE, Sense.ROLE)
        if entry is not None and scene.is_free(hit.start, hit.end) and hit.of(Sense.PERSON) is None:
            post = _post(scene, hit, entry)
            if _is_house(scene, hit, entry, post):
                continue
            if post.owner is not None or not entry.plural or hit.of(Sense.COLLECTIVE) is None:
                _add_post(scene, post)
    for hit in scene.hits:
        entry = hit.of(Sense.PERSON)
        if entry is not None and scene.is_free(hit.start, hit.end):
            _add_named(scene, Name(entry.ref, hit.start, hit.end, scene.gazetteer.persons[entry.ref]))
    _add_unknown(scene)


def _is_house(scene: Scene, hit: Hit, entry: Entry, post: Post) -> bool:
    """Say whether members of a parliament are all of them: "Norwegian lawmakers approved it", not "two", "opposition MPs"."""
    if entry.sense is not Sense.ROLE or not entry.plural or hit.of(Sense.PARLIAMENT) is None:
        return False
    before = scene.key(post.start - 1) if scene.gap(post.start) == "" else ""
    counted = before in _SOME or number_word(before, "de" if scene.german else "en") is not None
    return post.owner is not None and not counted and _name_at(scene, post.end, post) is None


def _post(scene: Scene, hit: Hit, entry: Entry) -> Post:
    before = owner_before(scene, hit.start)
    start = before.start if before else hit.start
    former = before.former if before else False
    mark = scene.by_end.get(start)
    while mark is not None and scene.gap(start) in {"", "-"} and mark.of(Sense.FORMER, Sense.ACTING, Sense.TITLE):
        former = former or mark.of(Sense.FORMER) is not None
        start = mark.start
        mark = scene.by_end.get(start)
    before = before or owner_before(scene, start)
    start = min(start, before.start) if before else start
    house = entry.plural and hit.of(Sense.PARLIAMENT) is not None  # "lawmakers in Tokyo"
    sits = scene.key(hit.end - 1) not in _SENT_ABROAD and (house or entry.authority in _SEATED)
    after = None if before else owner_after(scene, hit.end, seat=sits)
    end = after.end if after else hit.end
    late = scene.by_start.get(end)
    if late is not None and late.of(Sense.FORMER) and scene.gap(end) == "" and scene.german and scene.key(end) == "a":
        former, end = True, late.end
    return Post(entry, start, end, hit.end - 1, _owner_of(scene, entry, before or after), former)


def _owner_of(scene: Scene, entry: Entry, owner: Owner | None) -> str | None:
    record = scene.gazetteer.offices.get(entry.ref)
    bound = record.actor if record else None
    return owner.actor if owner else bound


def _add_post(scene: Scene, post: Post) -> None:
    name = (
        _name_at(scene, post.end, post)
        or _name_after_comma(scene, post)
        or _name_behind_duties(scene, post)
        or _name_before_comma(scene, post)
    )
    if name is None:
        _add_office(scene, post)
        return
    start, end = min(post.start, name.start), max(post.end, name.end)
    behind = (
        owner_after(scene, name.end) if post.owner is None and name.start >= post.end and not scene.german else None
    )
    if behind is not None:  # "President Ana Rojas of Peru"
        post, end = replace(post, owner=behind.actor), behind.end
    _add_person(scene, name, post, (start, end))


def _name_at(scene: Scene, at: int, post: Post | None) -> Name | None:
    """Return the name that stands right at a unit, titles skipped: "Premierminister **Sir Keir Starmer**"."""
    if scene.gap(at) != "":
        return None
    title = scene.by_start.get(at)
    while title is not None and title.of(Sense.TITLE):
        at = title.end
        title = scene.by_start.get(at)
    hit = scene.by_start.get(at)
    if hit is not None and hit.of(Sense.PERSON):
        return _known(scene, hit, Sense.PERSON, post)
    end = name_end(scene, at)
    if (
        hit is not None
        and hit.of(Sense.SURNAME)
        and (end <= hit.end or (scene.german and end - at > 1 and hit.end == at + 1))
    ):
        found = _known(scene, hit, Sense.SURNAME, post)
        if found is not None and (end <= hit.end or not scene.is_name_word(hit.end)):
            return found
    if end == at or not scene.is_free(at, end):
        return None
    role = post is not None and post.entry.sense is Sense.ROLE
    if role and end - at == 1 and scene.german and scene.key(at).endswith("s"):
        return None  # "Bewohner Khartums"
    return Name(person_slug(written_name(scene, at, end)), at, end, None)


def _known(scene: Scene, hit: Hit, sense: Sense, post: Post | None) -> Name | None:
    slugs = [entry.ref for entry in hit.entries if entry.sense is sense]
    persons = [scene.gazetteer.persons[slug] for slug in slugs]
    best = min(persons, key=lambda person: _fit(scene, person, post))
    if sense is Sense.SURNAME and _fit(scene, best, post) >= _NO_FIT:
        return None
    return Name(best.slug, hit.start, hit.end, best)


_NO_FIT = 4


def _fit(scene: Scene, person: PersonRecord, post: Post | None) -> int:
    """Return how badly a person fits the text: 0 the same owner on the day, 4 in no office and of no such owner."""
    tenure = person.tenure(scene.on)
    owner = post.owner if post else None
    if tenure is not None and owner is not None and tenure.actor == owner:
        return 0
    if owner is not None and any(term.actor == owner for term in person.tenures):
        return 1
    if owner is not None and scene.gazetteer.type_of(owner) == "state":
        return _NO_FIT
    return 2 if tenure is not None else 3


def _name_after_comma(scene: Scene, post: Post) -> Name | None:
    """Return the name in apposition: "Italy's foreign minister, **Antonio Tajani**, said"."""
    if scene.gap(post.end) != _COMMA or post.entry.plural:
        return None
    return _full_name(scene, post.end, loose=_is_of_state(scene, post))


def _name_behind_duties(scene: Scene, post: Post) -> Name | None:
    """Return the name set in behind what the office is for: "der Sonderbeauftragte für die Sahelzone, **Leo Hinter**, sagte"."""
    at = post.end
    if post.entry.plural or scene.gap(at) != "" or scene.key(at) not in _FOR_DUTIES:
        return None
    last = min(at + _LONGEST_DUTY, len(scene.units.words) - 1)
    while at < last and scene.gap(at) == "":
        at += 1
    name = _full_name(scene, at, loose=False) if scene.gap(at) == _COMMA else None
    return name if name is not None and scene.gap(name.end)[:1] in _ENDS else None


def _is_of_state(scene: Scene, post: Post) -> bool:
    return post.acts and post.owner is not None and scene.gazetteer.type_of(post.owner) == "state"


def _full_name(scene: Scene, at: int, *, loose: bool) -> Name | None:
    """Return the full name that stands at a unit; in German one without a known given name only where it is ``loose``."""
    title = scene.by_start.get(at)
    if title is not None and title.of(Sense.TITLE):
        at = title.end
    hit = scene.by_start.get(at)
    if hit is not None and hit.of(Sense.PERSON):
        return _known(scene, hit, Sense.PERSON, None)
    end = full_name_end(scene, at)
    if end == at and (loose or not scene.german):
        end = name_end(scene, at)
        named = not scene.german or all(scene.is_name_word(unit) for unit in range(at, end))
        end = end if end - at >= 2 and named and scene.gap(end)[:1] in {",", "."} else at  # noqa: PLR2004 - two words at least
    if end == at or not scene.is_free(at, end):
        return None
    return Name(person_slug(written_name(scene, at, end)), at, end, None)


def _name_before_comma(scene: Scene, post: Post) -> Name | None:
    """Return the name that the office explains: "**Ed Arnold**, ein Sicherheitsexperte", "**X**, Haiti's president"."""
    at, steps = post.start, 0
    while scene.gap(at) == "" and steps < 3 and not scene.units.capital(at - 1):  # noqa: PLR2004 - article and two adjectives
        at, steps = at - 1, steps + 1
    if scene.gap(at) != _COMMA or at == 0 or (at < post.start and scene.key(at) not in _DETERMINERS):
        return None
    hit = scene.by_end.get(at)
    if hit is not None and hit.of(Sense.PERSON) and scene.is_free(hit.start, at):
        return _known(scene, hit, Sense.PERSON, None)
    for start in range(max(0, at - 4), at - 1):
        if full_name_end(scene, start) == at and scene.is_free(start, at):
            return Name(person_slug(written_name(scene, start, at)), start, at, None)
    return _unknown_before_comma(scene, post, at)


def _unknown_before_comma(scene: Scene, post: Post, at: int) -> Name | None:
    """The name of somebody whose given name no list has, between commas: "**Ravo Teilor**, the finance minister, said"."""
    if scene.gap(post.end)[:1] not in _ENDS:
        return None
    start = at
    while start > max(0, at - _LONGEST_NAME) and scene.is_name_word(start - 1):
        if start < at and scene.gap(start) != "":
            break
        start -= 1
    if at - start < 2 or name_end(scene, start) != at or not scene.is_free(start, at):  # noqa: PLR2004 - two words at least
        return None
    return Name(person_slug(written_name(scene, start, at)), start, at, None)


def _add_person(scene: Scene, name: Name, post: Post, run: tuple[int, int]) -> None:
    actor, authority, reason = acting(scene, name, post)
    gender = name.known.gender if name.known else _gender(scene, name, post)
    scene.add(
        *run,
        name.end - 1,
        MentionKind.PERSON,
        Use.NAME,
        actor=actor,
        reason=reason,
        person=name.slug,
        office=post.entry.ref,
        authority=authority,
        gender=gender,
    )


def _gender(scene: Scene, name: Name, post: Post | None) -> Gender:
    given = scene.gazetteer.given_names.get(scene.key(name.start), Gender.UNKNOWN)
    return given or (post.entry.gender if post else Gender.UNKNOWN)


def acting(scene: Scene, name: Name, post: Post | None) -> tuple[str | None, Authority | None, str]:
    """Return for whom a named person acts, with what authority, and the rule; no actor: the report has to tell."""
    tenure = name.known.tenure(scene.on) if name.known else None
    private = f"person:{name.slug}"
    if scene.on is None and post is not None and post.acts and post.owner and not _is_party(scene, post.owner):
        return post.owner, post.entry.authority, "the office that the text gives"
    if scene.on is None and name.known and post is not None and (once := _earlier_actor(scene, name.known, post)):
        return once, post.entry.authority, "the office that the text gives and the person once held"
    if tenure is not None:
        if tenure.actor is None:
            return private, Authority.THIRD_PARTY, "acts for no government or organisation"
        return tenure.actor, scene.gazetteer.ranks.get(tenure.office, Authority.OFFICIAL), f"{tenure.office} on the day"
    if post is None:
        return private, Authority.THIRD_PARTY, "a name without an office"
    return _acting_by_text(scene, name, post)


def _acting_by_text(scene: Scene, name: Name, post: Post) -> tuple[str | None, Authority | None, str]:
    private = f"person:{name.slug}"
    if post.owner is None and is_federal(scene.units.words[post.head]):
        post = replace(post, owner="de")
    owner_type = scene.gazetteer.type_of(post.owner) if post.owner else ""
    if not post.acts:
        works = owner_type in {"ngo", "company", "agency", "bank"} and post.owner is not None and not post.former
        return (
            (post.owner, Authority.OFFICIAL, "speaks for the organisation")
            if works
            else (private, Authority.THIRD_PARTY, "a role that acts for nobody")
        )
    if owner_type in _PARTIES and post.acts and post.entry.authority is Authority.SPOKESPERSON:
        return post.owner, post.entry.authority, "speaks for the party"
    if owner_type in _PARTIES or post.entry.authority is Authority.THIRD_PARTY:
        return private, Authority.THIRD_PARTY, "acts for no government or organisation"
    if post.owner is None and name.known is not None and (earlier := _earlier_actor(scene, name.known, post)):
        return earlier, post.entry.authority, "the office that the text gives and the person once held"
    if post.owner is None and post.entry.ref in _NATIONAL and (home := _home_of_party(scene, name.end)) is not None:
        return home, post.entry.authority, "the party in brackets"
    if post.owner is None and post.entry.ref == "organisation-head":
        return private, Authority.THIRD_PARTY, "a role that acts for nobody"
    return post.owner, post.entry.authority, "the office that the text gives"


def _home_of_party(scene: Scene, at: int) -> str | None:
    """The state whose party stands in brackets behind a minister's name: "Außenministerin Klara Hofer (**ÖVP**)"."""
    hit = scene.by_start.get(at)
    if hit is None or scene.gap(at) != "(" or scene.gap(hit.end)[:1] != ")":
        return None
    party = hit.of(Sense.ORGANISATION)
    record = scene.gazetteer.organisations.get(party.ref) if party is not None else None
    return record.home if record is not None else None


def _earlier_actor(scene: Scene, person: PersonRecord, post: Post) -> str | None:
    """Return whose office a person held that the text speaks of, though not on the day: "President Moïse"."""
    record = scene.gazetteer.offices.get(post.entry.ref)
    holders = record.holders if record else ()
    return next((term.actor for term in person.tenures if term.office in holders and term.actor), None)


def _is_party(scene: Scene, actor: str) -> bool:
    return scene.gazetteer.type_of(actor) in _PARTIES


def _add_office(scene: Scene, post: Post) -> None:
    entry = post.entry
    if entry.ref in _NEEDS_ARTICLE and post.owner is None and scene.key(post.start - 1) not in _DETERMINERS:
        return  # "in general", "chief reason"
    plural = entry.plural or _is_german_plural(scene, post)
    person = None if plural or not post.acts else _holder(scene, post)
    acts = post.acts and entry.authority is not Authority.THIRD_PARTY
    kind = MentionKind.OFFICE if acts else MentionKind.ROLE
    actor, authority = post.owner, entry.authority
    owner = None
    if person is not None:
        tenure = person.tenure(scene.on)
        if tenure is not None and tenure.actor is not None:
            actor = tenure.actor
            authority = scene.gazetteer.ranks.get(tenure.office, authority)
    elif actor is not None and not acts and scene.gazetteer.type_of(actor) == "state":
        actor, owner = None, post.owner if plural else None
    scene.add(
        post.start,
        post.end,
        post.head,
        kind,
        Use.DESCRIPTION,
        actor=actor,
        reason="an office and whom it belongs to" if post.owner else "an office alone",
        person=person.slug if person else None,
        office=entry.ref,
        authority=authority,
        gender=person.gender if person else entry.gender,
        plural=plural,
        owner=owner,
    )


def _is_german_plural(scene: Scene, post: Post) -> bool:
    """Say whether an article makes a form plural that may be singular: "die Verteidigungsminister"."""
    masculine = post.entry.gender is Gender.MASCULINE and scene.gap(post.start) == ""
    return scene.german and masculine and scene.key(post.start - 1) in words("plural-articles", "de")


def _holder(scene: Scene, post: Post) -> PersonRecord | None:
    if post.owner is None or (post.entry.ref in _MANY):
        return None
    office = PARTY_LEADER if _is_party(scene, post.owner) else post.entry.ref
    person = scene.gazetteer.holder(post.owner, office, scene.on)
    if person is not None and post.entry.gender and person.gender and person.gender != post.entry.gender:
        return None
    return person


def _add_named(scene: Scene, name: Name) -> None:
    """Add a full name without an office, with a possessive owner: "**Ukraine's** Volodymyr Zelenskiy"."""
    owner = owner_before(scene, name.start)
    holds = owner is not None and scene.units.possessive[name.start - 1]
    start = owner.start if owner and holds else name.start
    actor, authority, reason = acting(scene, name, None)
    if (
        owner
        and holds
        and (actor is None or actor.startswith("person:"))
        and scene.gazetteer.type_of(owner.actor) == "state"
    ):
        actor, authority, reason = owner.actor, Authority.OFFICIAL, "the state that the text gives"
    elif owner and holds and scene.gazetteer.type_of(owner.actor) == "ngo":
        actor, authority, reason = owner.actor, Authority.OFFICIAL, "speaks for the organisation"
    elif name.known is None and (state := _state_in_front(scene, name.start)) is not None:
        actor, authority, reason = state, Authority.MINISTER, "the state before it, in a list of ministers"
    elif name.known is None and (state := _state_behind(scene, name.end)) is not None:
        actor, authority, reason = state, Authority.OFFICIAL, "the state in brackets"
    gender = name.known.gender if name.known else _gender(scene, name, None)
    scene.add(
        start,
        name.end,
        name.end - 1,
        MentionKind.PERSON,
        Use.NAME,
        actor=actor,
        reason=reason,
        person=name.slug,
        authority=authority,
        gender=gender,
    )


def _state_behind(scene: Scene, at: int) -> str | None:
    """The state that stands in brackets behind a name: "Anna Berg (**Finland**) and Ida Lund (**Peru**)"."""
    hit = scene.by_start.get(at)
    if hit is None or scene.gap(at) != "(" or scene.gap(hit.end)[:1] != ")":
        return None
    state = hit.of(Sense.STATE)
    return state.ref if state is not None else None


def _state_in_front(scene: Scene, at: int) -> str | None:
    """The state that a name explains in a list of offices: "die Minister von Peru, Ida Lund, und **Chile**, Eva Kern"."""
    hit = scene.by_end.get(at)
    state = hit.of(Sense.STATE) if hit is not None and scene.gap(at) == _COMMA else None
    if hit is None or state is None or scene.key(hit.start - 1) not in _JOINS:
        return None
    near = (scene.by_start.get(unit) for unit in range(max(0, hit.start - _WIDEST_LIST), hit.start))
    return state.ref if any(found is not None and _is_of_several(scene, found) for found in near) else None


def _is_of_several(scene: Scene, hit: Hit) -> bool:
    """Say whether an office stands in the plural, which its article may tell alone: "die Minister von …"."""
    entry = hit.of(Sense.OFFICE)
    if entry is None:
        return False
    return entry.plural or (scene.german and scene.key(hit.start - 1) in words("plural-articles", "de"))


def _add_unknown(scene: Scene) -> None:
    """Add full names that no lexicon knows: "Mireille Castan, who studies peacekeeping"."""
    given = scene.gazetteer.given_names
    for at, key in enumerate(scene.units.keys):
        if key not in given or at in scene.used:
            continue
        end = full_name_end(scene, at)
        if end > at and scene.is_free(at, end):
            _add_named(scene, Name(person_slug(written_name(scene, at, end)), at, end, None))
