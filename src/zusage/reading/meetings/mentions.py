"""Places in a text that speak of a meeting: its nouns, verbs of meeting, and what is only done at meetings.

"Der Gipfel in Oslo", "the ministers met on Tuesday", "signed in Lugano on 3 May", "the foreign ministers agreed in Brussels on
Monday". Hypothetical ones, sittings of parliaments and meetings of nobody in particular are left out.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Pos, Role, Tense, Voice
from zusage.model.values import MeetingKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.afar import is_afar
from zusage.reading.meetings.cities import Dateline, Placed, city_at, city_beside, places_in, unknown_city
from zusage.reading.meetings.counts import Counted, count_in
from zusage.reading.meetings.days import Dated, day_of, days_in, is_remote
from zusage.reading.meetings.kinds import classes_of, has_class, refined
from zusage.reading.operators import is_negated

_HYPOTHETICAL = frozenset({"können", "dürfen", "müssen", "can", "could", "may", "might", "should", "would", "must"})
_SITTING = ("bundestags", "parlaments", "unterhaus")
_PARLIAMENTS = frozenset(
    {"parliament", "parlament", "bundestag", "commons", "congress", "kongress", "unterhaus", "ausschuss", "committee"}
)
_NOUNS = frozenset({Pos.NOUN, Pos.PROPN})
_GERUNDS = frozenset({"VBG", "NN"})
_REACH = 8
_BACKGROUND = 0.6
_AROUND, _SENTENCE = 3, 12  # tokens
_DEED = "deed of a meeting"
_CONFERRING = "verb of conferring"
NOUN = "noun of meeting"
"""The rule of mentions by a noun."""
_OPENING = "Meeting"
_MEETERS = ("official", "leaders", "ministers", "officers", "delegation", "envoy", "audience")
_WHERE_MET = frozenset({"in", "at", "on", "near"})
_BY = frozenset({"by", "per", "via", "am", "in", "über"})
_THERE = frozenset({"where", "wo"})
_INSIDE = frozenset({"at", "im", "in"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that speaks of a meeting.

    ``rank``: how well the words name one; ``remote``: they put it weeks away from the report; ``afar``: nobody travels to it;
    ``background``: it is told of in the pluperfect.
    """

    clause: int
    token: int
    kind: MeetingKind
    rank: float
    rule: str
    day: Dated | None
    city: Placed | None
    countries: Counted | None = None
    word: str = ""
    remote: bool = False
    afar: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A word that may name a meeting: its clause, its token, and the character where the dateline ends."""

    context: Context
    index: int
    token: int
    after: int


def find_mentions(context: Context, opening: Dateline | None) -> Iterator[Mention]:
    """Yield the mentions of meetings in the report's order."""
    after = opening.end if opening is not None else 0
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause):
            continue
        found = _noun(context, index, after)
        if found is not None and _is_set_off(context, clause, found):
            found = replace(found, rank=found.rank * _BACKGROUND)
            beside = _verb(context, index, after)
            found = beside if beside is not None and beside.city is not None else found
        found = found or _verb(context, index, after) or _deed(context, index, after)
        if found is None or (clause.question and (found.day is None or found.city is None)):
            continue
        if not _is_vague(context, clause, found):
            yield replace(found, rank=found.rank * _BACKGROUND) if _is_distant(context, found) else found


def _is_set_off(context: Context, clause: Clause, found: Mention) -> bool:
    """Say whether a meeting only dates or compares another: "**ahead of a summit in Lima**, ministers met in Quito on Monday"."""
    phrase = next((p for p in clause.phrases if p.start <= found.token < p.end), None)
    return phrase is not None and any(
        context.tokens[i].lower in words("set-off") for i in range(phrase.start, found.token)
    )


def _is_vague(context: Context, clause: Clause, mention: Mention) -> bool:
    """Say whether a meeting is only thought of: "beim nächsten Treffen", "could meet", "is ready for talks"."""
    distant = _is_distant(context, mention)
    verb = clause.verb
    aimed = (
        clause.link is Link.PURPOSE and not _is_attended(context, mention.clause) and not _is_where(context, mention)
    )
    thought = (
        clause.link is Link.CONDITION
        or aimed
        or (verb is not None and (bool(set(verb.modals) & _HYPOTHETICAL) or verb.mood is Mood.HYPOTHETICAL))
    )
    if distant:
        return mention.day is None or not mention.day.firm
    return thought and (mention.day is None or mention.city is None)


def _is_where(context: Context, mention: Mention) -> bool:
    """Say whether a meeting is where something was done: "pledged money to help Chad **at a conference** in Paris"."""
    ahead = (context.tokens[i].lower for i in range(mention.token - 1, max(mention.token - _AROUND, 0) - 1, -1))
    return (
        mention.rule == NOUN
        and mention.city is not None
        and any(word in words("where-things-are-done") for word in ahead)
    )


def _is_distant(context: Context, mention: Mention) -> bool:
    """Say whether a meeting is a later one: "beim nächsten Treffen am 8. Oktober"; not "next month's summit"."""
    return _next_before(context, mention) is not None and not is_of_next(context, mention)


def is_of_next(context: Context, mention: Mention) -> bool:
    """Say whether a meeting is told by its month or week alone: "next month's summit"."""
    at = _next_before(context, mention)
    return at is not None and context.tokens[at + 1].lemma.lower() in words("time-units")


def _next_before(context: Context, mention: Mention) -> int | None:
    first = max(mention.token - 3, context.clauses[mention.clause].start)
    named = (i for i in range(first, mention.token) if "next" in classes_of(context, context.tokens[i].lemma))
    return next(named, None)


def _is_attended(context: Context, index: int) -> bool:
    """Say whether a clause tells of coming to a meeting: "to attend talks in Oslo", "reiste zu Gesprächen nach Oslo"."""
    sense = context.sense(index)
    return sense is not None and sense.kind == "attend"


# --- nouns -------------------------------------------------------------------------------------------------------


def _noun(context: Context, index: int, after: int) -> Mention | None:
    """The best noun of meeting of a clause: "beim Gipfel", "the ministers' meeting"."""
    clause = context.clauses[index]
    best: Mention | None = None
    for i in gatherings_in(context, clause):
        found = gathering_at(context, i)
        if found is None or (best is not None and found[1] <= best.rank and not _is_how(context, i, found[0])):
            continue
        kind, rank = found
        if kind is MeetingKind.BILATERAL and rank == 1 and not _is_occasion(context, i):
            kind = MeetingKind.SUMMIT  # "the talks" may be anybody's
        mention = _mention(_Found(context, index, i, after), kind, rank, NOUN)
        dated = mention.day is not None or mention.city is not None or _is_occasion(context, i)
        if rank > 1 or (dated and (_is_attended(context, index) or not _is_about(context, i))):
            best = mention
    return best


def _is_how(context: Context, i: int, kind: MeetingKind) -> bool:
    """Say whether a call only tells how people met: "held their first meeting **by videoconference**"."""
    return kind is MeetingKind.CALL and context.tokens[i - 1].lower in ("by", "via", "per")


def _is_about(context: Context, i: int) -> bool:
    """Say whether a weak noun is what is spoken of: "über sein Gespräch mit …", "briefed them on his visit"."""
    for j in range(i - 1, max(i - 4, -1), -1):
        if context.tokens[j].pos is Pos.ADP:
            counted = context.tokens[j - 1].lemma.lower() if j else ""
            if counted in words("rounds-of-talks"):
                return False  # "began three days of talks"
            return has_class(context, context.tokens[j].lower, "about")
        if context.tokens[j].pos in (Pos.VERB, Pos.NOUN, Pos.PUNCT):
            return False
    return False


def gathering_at(context: Context, i: int) -> tuple[MeetingKind, int] | None:
    """The kind and rank of the meeting that a token names, None if it names none."""
    return _gatherings(context).get(i)


def gatherings_in(context: Context, clause: Clause) -> Iterator[int]:
    """Yield the clause's own tokens that name a meeting, in order."""
    named = _gatherings(context)
    for start, end in clause.own if named else ():
        yield from (i for i in named if start <= i < end)


def _gatherings(context: Context) -> dict[int, tuple[MeetingKind, int]]:
    """Every token that names a meeting, in order."""
    kept: dict[int, tuple[MeetingKind, int]] | None = context.kept.get("gathering")
    if kept is None:
        nouns = (
            k
            for k, token in enumerate(context.tokens)
            if token.pos in _NOUNS or token.tag in _GERUNDS or token.text == _OPENING
        )
        named = ((k, _find_gathering(context, k)) for k in nouns)
        kept = context.kept["gathering"] = {k: found for k, found in named if found is not None}
    return kept


def _find_gathering(context: Context, i: int) -> tuple[MeetingKind, int] | None:
    token = context.tokens[i]
    before = context.tokens[i - 1] if i else None
    gerund = before is not None and before.pos in (Pos.ADJ, Pos.DET, Pos.NOUN, Pos.NUM) and token.tag in _GERUNDS
    gerund = gerund or _is_opening(context, i)
    if token.pos not in _NOUNS and not gerund:
        return None
    word = token.lower if gerund and token.pos in (Pos.VERB, Pos.AUX) else token.lemma
    found = context.lexicon.gathering(word, before.lemma if before is not None else "")
    if found is None:
        found = context.lexicon.gathering(token.text, before.text if before is not None else "")
    if found is None or found.kind == "none" or _is_parliament(context, i, _AROUND if found.rank > 1 else _SENTENCE):
        return None
    following = context.tokens[i + 1] if i + 1 < len(context.tokens) else None
    bare = token.lemma.lower() == "call" and found.rank == 1  # "a conference call on Haiti" is one
    if bare and following is not None and following.lower in {"to", "for", "on"}:
        spoken = before is not None and has_class(context, before.lemma, "phone", "remote")
        if not spoken:  # "a phone call on Monday"
            return None
    if (
        context.analysis.language == "en"
        and following is not None
        and following.lower in {"room", "table", "hall", "centre", "center"}
    ):
        return None
    return MeetingKind(found.kind), found.rank


def _is_opening(context: Context, i: int) -> bool:
    """Say whether a sentence opens with where they met: "Meeting in Sejong on Tuesday, the 26 members voted"."""
    if context.tokens[i].text != _OPENING or i + 1 >= len(context.tokens):
        return False
    return context.tokens[i + 1].lower in _WHERE_MET


def _is_parliament(context: Context, i: int, near: int) -> bool:
    """Say whether the noun's neighbours make it a sitting of a parliament, which is no meeting."""
    around = range(max(i - near, 0), min(i + 5, len(context.tokens)))
    words = [context.tokens[j].lemma.lower() for j in around]
    return any(word in _PARLIAMENTS or word.startswith(_SITTING) or word.endswith("ausschuss") for word in words)


def _is_occasion(context: Context, i: int) -> bool:
    """Say whether a weak noun stands as an occasion: "nach Gesprächen mit …", "after talks with …", "bei einem Besuch"."""
    with_whom = any(
        context.tokens[j].lower in {"mit", "with", "between", "zwischen"}
        for j in range(i + 1, min(i + 3, len(context.tokens)))
    )
    occasion = any(
        context.tokens[j].lower in {"nach", "bei", "beim", "after", "during", "at", "in", "following", "am"}
        for j in range(max(i - 3, 0), i)
    )
    return with_whom and occasion


# --- verbs -------------------------------------------------------------------------------------------------------


def _verb(context: Context, index: int, after: int) -> Mention | None:
    """A verb of meeting or hosting: "kamen in Oslo zusammen", "where she was host to ministers"."""
    clause = context.clauses[index]
    sense, verb = context.sense(index), clause.verb
    if verb is None or is_negated(clause):
        return None
    if sense is not None and sense.kind == "meet" and _is_of_actors(context, clause):
        kind = MeetingKind.CALL if sense.value == "remote" else _two_or_more(context, clause)
        return _mention(_Found(context, index, verb.head, after), kind, 1.0, "verb of meeting")
    lemma = verb.lemma.split(" ")[0]
    speaks = lemma in words("speaking") and (_is_remote_talk(context, clause) or is_face_to_face(context, clause))
    confers = (speaks or has_class(context, lemma, "confer")) and clause.kind is not ClauseKind.INFINITIVE
    if (
        confers and _is_remote_talk(context, clause) and _is_of_actors(context, clause)
    ):  # "conferred by video on Monday"
        mention = _mention(_Found(context, index, verb.head, after), MeetingKind.CALL, 1.0, _CONFERRING)
        return mention if mention.day is not None else None
    if confers and clause.subject is None and verb.voice is not Voice.ACTIVE:  # "in Oslo wird verhandelt"
        mention = _mention(_Found(context, index, verb.head, after), MeetingKind.OTHER, 1.0, _CONFERRING)
        return mention if mention.city is not None and mention.city.firm else None
    if confers and _is_of_actors(context, clause) and not _is_parliament(context, verb.head, _SENTENCE):
        mention = _mention(_Found(context, index, verb.head, after), MeetingKind.SUMMIT, 1.0, _CONFERRING)
        set_there = mention.city is not None and mention.city.firm
        return mention if mention.day is not None and (set_there or _is_of_two(context, clause, mention)) else None
    host = _host_word(context, clause)
    greets = has_class(context, lemma, "greet") and _receives_people(context, clause)
    if host is not None or greets or (sense is not None and sense.kind == "host"):
        mention = _mention(
            _Found(context, index, verb.head if host is None else host, after),
            _kind_hosted(context, clause),
            1.0,
            "hosting",
        )
        return mention if mention.city is not None or mention.day is not None else None
    return None


def _is_of_two(context: Context, clause: Clause, mention: Mention) -> bool:
    """Say whether two confer on a day of their own, wherever: "Mali and the rebels negotiated directly on Tuesday"."""
    if mention.city is not None or mention.day is None or not mention.day.firm or clause.subject is None:
        return False
    two = len({ref.actor for ref in context.actors(clause.subject)}) > 1 or bool(clause.subject.members)
    return two and any(context.tokens[i].lower in words("directly") for i in context.own_tokens(clause))


def _is_remote_talk(context: Context, clause: Clause) -> bool:
    """Say whether people confer from afar: "talked by video", "berieten per Videoschalte"."""
    own = context.own_tokens(clause)
    return any("remote" in context.presence[i] and _is_by(context, i) for i in own if i)


def is_face_to_face(context: Context, clause: Clause) -> bool:
    """Say whether people speak or come "face to face"."""
    end = context.analysis.sentences[clause.sentence].end
    return any(
        [context.tokens[k].lower for k in range(i, min(i + 3, end))] == ["face", "to", "face"]
        for i in range(clause.start, end)
        if context.tokens[i].lower == "face"
    )


def _is_by(context: Context, i: int) -> bool:
    """Say whether a word of video or telephone tells how: "by video", "am Telefon", "on the phone"."""
    before = context.tokens[i - 1].lower
    return before in _BY or (before == "the" and context.tokens[i - 2].lower in ("on", "by", "over"))


def _kind_hosted(context: Context, clause: Clause) -> MeetingKind:
    """The kind of what a clause says that somebody hosts: "eine Videokonferenz, zu der Peru eingeladen hatte" is a call."""
    hung = gathering_at(context, clause.anchor) if clause.anchor is not None else None
    return hung[0] if hung is not None and clause.kind is ClauseKind.RELATIVE else MeetingKind.SUMMIT


def _is_of_actors(context: Context, clause: Clause) -> bool:
    """Say whether those who meet are named actors or officials: not "their paths met", "traf eine Entscheidung"."""
    subject = clause.subject
    if subject is not None and context.actors(subject):
        return not any(has_class(context, context.head(p).lemma, "decision") for p in clause.with_role(Role.OBJECT))
    run = range(clause.start, clause.end) if subject is None else range(subject.start, subject.end)
    return (subject is None and clause.link is Link.RELATIVE) or any(
        has_class(context, context.tokens[i].lemma, *_MEETERS) or context.lemmas[i] in words("people-who-meet")
        for i in run
    )


def _two_or_more(context: Context, clause: Clause) -> MeetingKind:
    """A bilateral, if two named actors meet each other; else a summit, until its people tell."""
    refs = context.who.actors_in(clause.start, clause.end)
    two = len({ref.actor for ref in refs}) in (1, 2) and any(ref.person is not None for ref in refs)
    groups = any(ref.actor.startswith("group:") for ref in refs)
    return MeetingKind.BILATERAL if two and not groups else MeetingKind.SUMMIT


def _receives_people(context: Context, clause: Clause) -> bool:
    """Say whether those greeted are officials, not a decision: "begrüßte die Staatschefs", "welcomed delegations"."""
    run = [i for phrase in clause.with_role(Role.OBJECT, Role.INDIRECT) for i in range(phrase.start, phrase.end)]
    return any(
        has_class(context, context.tokens[i].lemma, "official", "leaders", "delegation", "ministers") for i in run
    )


def _host_word(context: Context, clause: Clause) -> int | None:
    """A noun of hosting as the predicate of a clause: "war Gastgeber", "was host to"."""
    for phrase in clause.phrases:
        said_of = phrase.role.value == "predicate" or phrase.prep in ("als", "as")
        if said_of and has_class(context, context.head(phrase).lemma, "host"):
            return phrase.head
    return None


# --- deeds -------------------------------------------------------------------------------------------------------


def _deed(context: Context, index: int, after: int) -> Mention | None:
    """What is done together on a day in a city: a paper signed, a decision of ministers or leaders, a paper by its city and day."""
    clause = context.clauses[index]
    if clause.verb is None:
        return _paper(context, index, after)
    lemma = clause.verb.lemma.split(" ")[0]
    classes = classes_of(context, lemma)
    sense = context.sense(index)
    travelled = sense is not None and sense.kind == "attend"
    if clause.verb.modals or is_negated(clause) or (clause.verb.tense is Tense.FUTURE and not travelled):
        return _paper(context, index, after)
    if (
        "sign" in classes
        or ("decide" in classes and _hangs(context, clause))
        or _has_officials(context, clause)
        or _is_held(context, clause)
    ):
        rank = 1.5 if "sign" in classes else 1.0
        mention = _mention(_Found(context, index, clause.verb.head, after), MeetingKind.OTHER, rank, _DEED)
        if (
            mention.city is not None
            and (mention.city.firm or travelled)
            and (mention.day is not None or "sign" in classes)
        ):
            return mention
    return _paper(context, index, after)


def _hangs(context: Context, clause: Clause) -> bool:
    """Say whether a decision is only mentioned: "the plan agreed in Oslo the day before", "which was adopted in Oslo"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    bare = (clause.subject is None or clause.subject_shared) and context.tokens[clause.verb.head].tag in {
        "VBN",
        "VBD",
        "VVPP",
    }
    return bare or clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE)


def _is_held(context: Context, clause: Clause) -> bool:
    """Say whether something that is no vote or march was held: "A review was held in Oslo on 3 May"."""
    verb = clause.verb
    held = verb is not None and verb.lemma in ("hold", "abhalten") and verb.voice is not Voice.ACTIVE
    return held and clause.subject is not None and not has_class(context, context.head(clause.subject).lemma, "vote")


def _has_officials(context: Context, clause: Clause) -> bool:
    """Say whether ministers or leaders in the plural are the subject: "die Außenminister", "EU leaders"."""
    subject = clause.subject
    if subject is None or (context.analysis.language == "en" and context.head(subject).tag not in {"NNS", "NNPS"}):
        return False
    if subject.members or not has_class(context, context.head(subject).lemma, "ministers", "leaders", "officers"):
        return False
    refs = context.actors(subject)
    return all(ref.person is None for ref in refs) and any(
        context.tokens[i].lower in {"die", "eu", "the"} or "eu-" in context.tokens[i].lower or i in context.who.by_token
        for i in range(subject.start, subject.end)
    )


def _paper(context: Context, index: int, after: int) -> Mention | None:
    """A paper by its city and its day: "die Genfer Erklärung vom 3. Mai", "the Oslo accord of 3 May"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        if "paper" not in context.presence[i]:  # nearly every word
            continue
        if context.tokens[i].pos is not Pos.NOUN or not has_class(context, context.tokens[i].lemma, "paper"):
            continue
        city = city_beside(context, i)
        day = next(days_in(context, i, min(i + 5, clause.end), opening=after), None)
        if city is not None and day is not None:
            return Mention(index, i, MeetingKind.SUMMIT, 1.0, "paper with city and day", day, city)
    return None


def mention_of_verb(context: Context, index: int, opening: Dateline | None, kind: MeetingKind, rule: str) -> Mention:
    """What a clause does, as a mention of the meeting that it was done at."""
    clause = context.clauses[index]
    token = clause.verb.head if clause.verb is not None else clause.start
    return _mention(_Found(context, index, token, opening.end if opening is not None else 0), kind, 1.0, rule)


# --- fields ------------------------------------------------------------------------------------------------------


def _mention(found: _Found, kind: MeetingKind, rank: float, rule: str) -> Mention:
    context, index, token = found.context, found.index, found.token
    clause = context.clauses[index]
    background = clause.verb is not None and clause.verb.tense is Tense.PLUPERFECT
    return Mention(
        clause=index,
        token=token,
        kind=refined(context, clause, kind),
        rank=rank * (_BACKGROUND if background else 1.0),
        rule=rule,
        day=day_of(context, index, token, opening=found.after),
        city=None if kind is MeetingKind.CALL else _city(context, index, token, rule),
        countries=count_in(context, index),
        word=context.tokens[token].lemma.lower(),
        remote=is_remote(context, index, token),
        afar=kind is MeetingKind.CALL or (rule == NOUN and is_afar(context, index, token)),
        background=background,
    )


def _city(context: Context, index: int, noun: int, rule: str) -> Placed | None:
    """The city of a mention: beside its noun, in what hangs on it, in its clause; nearer ones after the noun first."""
    clause = context.clauses[index]
    near = (_city_behind(context, noun, clause.end) if rule == NOUN else None) or city_beside(context, noun)
    near = near or _hanging_city(context, index, noun) or _hosting_city(context, index)
    if near is not None:
        return near
    there = clause.parent is not None and clause.marker in _THERE
    runs = context.clauses[clause.parent].own if there and clause.parent is not None else clause.own
    named = (p for start, end in runs for p in places_in(context, start, end))
    places = [p for p in named if rule == _CONFERRING or not _is_of_government(context, p)]
    if not places and rule == _DEED:
        places = list(places_in(context, clause.start, clause.end))
    if places:
        return _likeliest(clause, places, noun, after=rule == NOUN)
    if rule == NOUN:  # "ein Treffen in Uddevalla"
        return unknown_city(context, noun + 1, min(noun + 2, clause.end))
    return next((u for s, e in clause.own if (u := unknown_city(context, s, e)) is not None), None)


def _city_behind(context: Context, noun: int, end: int) -> Placed | None:
    """The city right behind a noun: "a conference **in Lima** that was overshadowed by an attack in Quito", "run **from Lima**"."""
    place = next(places_in(context, noun + 1, min(noun + 2, end)), None)
    if place is not None and place.firm:
        return place
    run = (
        noun + 2 < end
        and context.tokens[noun + 2].lower == "from"
        and context.lemmas[noun + 1] in words("hosted-from-afar")
    )
    return city_at(context, noun + 3) if run else None


def _is_of_government(context: Context, place: Placed) -> bool:
    """Say whether a city belongs to the name of somebody who acts: "die Regierung in Lima"."""
    mention = context.who.by_token.get(place.start)
    if mention is None or mention.start >= place.start or not mention.acts:
        return False
    led = {context.tokens[i].lower for i in range(max(mention.start - 2, 0), mention.start)}
    return not led & _INSIDE  # "at the foreign ministry in Lima"


def _likeliest(clause: Clause, places: list[Placed], noun: int, *, after: bool) -> Placed:
    """Of several cities the one after a noun of meeting, or the one that the verb has, not one inside its object."""
    tops = {phrase.start for phrase in clause.phrases}
    return min(
        places, key=lambda p: (not p.firm, p.start < noun if after else p.start not in tops, abs(p.start - noun))
    )


def _hosting_city(context: Context, index: int) -> Placed | None:
    """The city that hosts: "Oslo hosted a summit", "Lima ist Gastgeber", "Doha was the venue for a meeting"."""
    clause, sense = context.clauses[index], context.sense(index)
    venue = any(context.lemmas[i] in words("venues") for i in context.own_tokens(clause))
    hosts = venue or (sense is not None and sense.kind == "host" and sense.value != "chair")
    if not hosts or clause.subject is None:
        return None
    place = city_at(context, clause.subject.start)
    return place if place is not None and place.end == clause.subject.end else None


def _hanging_city(context: Context, index: int, noun: int) -> Placed | None:
    """The city in a clause that hangs on the noun: "a summit that began in Oslo", "the meeting, held in Oslo, …"."""
    for child in context.children[index]:
        inner = context.clauses[child]
        near = inner.anchor is not None and abs(inner.anchor - noun) <= _REACH
        if near and inner.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
            places = (p for start, end in inner.own for p in places_in(context, start, end))
            return next((p for p in places if not _is_of_government(context, p)), None)
    return None
