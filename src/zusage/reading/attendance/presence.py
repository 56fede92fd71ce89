"""An attendance before it is written down, and the classes of words that tell of it.

Uses the context and the lexicon of attendance (`presence.tsv`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.model.values import Authority, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.kinds import classes_of, has_class

Refs = tuple[ActorRef, ...]
_DEPTH = 6
WITH_SEATS = frozenset({"eu", "nato", "un"})
"""Organisations that have people of their own, so that their members' ministers are not they; the G7 are their members."""
_ONLY_MEMBERS = frozenset({"g7", "g8", "g20", "brics", "eurogroup"})
"""Groups of states that have no people of their own."""
_AND = frozenset({"and", "und", "sowie"})
_GENITIVES = frozenset({"der", "des"})
_ROW = frozenset({",", *_AND, *_GENITIVES})
_SENDERS = frozenset({"aus", "von", "of", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Somebody's attendance as one rule reads it; ``words``: the tokens that say how; ``sure`` between 0 and 1."""

    ref: ActorRef
    mode: Mode
    clause: int
    rule: str
    words: tuple[int, int]
    part: Part = Part.PARTICIPANT
    sure: float = 0.9


def own_words(context: Context, clause: Clause, *classes: str) -> Iterator[int]:
    """Yield the clause's own tokens that stand in one of the classes."""
    if _classes_in(context, clause).isdisjoint(classes):
        return
    presence = context.presence
    for i in context.own_tokens(clause):
        if not presence[i].isdisjoint(classes):
            yield i


def _classes_in(context: Context, clause: Clause) -> frozenset[str]:
    """The classes of all of a clause's own words; nearly every rule asks, so they are kept."""
    kept: dict[int, frozenset[str]] = context.kept.setdefault("classes of clauses", {})
    found = kept.get(id(clause))
    if found is None:
        presence = context.presence
        found = kept[id(clause)] = frozenset().union(*(presence[i] for i in context.own_tokens(clause)))
    return found


def is_word(context: Context, i: int, *classes: str) -> bool:
    """Say whether a token stands in one of the classes, by its lemma or as it is written."""
    return not context.presence[i].isdisjoint(classes)


def run_of(clause: Clause) -> tuple[int, int]:
    """The clause's verb, or its first words, as the words that tell."""
    return (
        (clause.verb.head, clause.verb.head + 1)
        if clause.verb is not None
        else (clause.start, min(clause.start + 4, clause.end))
    )


def subjects(context: Context, index: int, depth: int = 0) -> Refs:
    """The actors that do what a clause says: its subject, the noun that it hangs on, the subject of the clause before it."""
    clause = context.clauses[index]
    refs = _of_subjects(context, clause)
    if refs or depth > _DEPTH:
        return _with_list(context, clause, refs)
    if clause.subject is None and (named := _named_before(context, clause)):
        return named
    if clause.subject is not None and not _is_pronoun(context, clause.subject):
        return ()
    if clause.anchor is not None and (
        clause.link is Link.RELATIVE or clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE)
    ):
        return _with_list(context, clause, _at_anchor(context, clause.anchor))
    if clause.parent is None:
        return ()
    if clause.link is Link.COMPLEMENT and clause.subject is not None:  # "announced that it would skip the talks"
        return subjects(context, clause.parent, depth + 1) if _takes_up(context, clause.subject) else ()
    if clause.link in (Link.COORDINATE, Link.OTHER) and clause.subject is None:
        named = context.who.actors_at(clause.anchor) if clause.anchor is not None else ()
        return named or subjects(context, clause.parent, depth + 1)
    return ()


def _with_list(context: Context, clause: Clause, refs: Refs) -> Refs:
    """All the names of a list that a relative clause hangs on the last of: "Peru und Chile, die nicht eingeladen waren"."""
    if clause.link is not Link.RELATIVE or clause.anchor is None or len(refs) != 1 or clause.verb is None:
        return refs
    last = context.who.by_token.get(clause.anchor)
    if last is None or last.person is not None or last is not refs[0].mention or not _is_plural(context, clause):
        return refs
    joined = context.tokens[last.start - 1].lower if last.start else ""
    first = context.who.by_token.get(last.start - 2) if joined in _AND else None
    return (*context.who.actors_at(first.head), *refs) if first is not None and first.end == last.start - 1 else refs


def _is_plural(context: Context, clause: Clause) -> bool:
    """Say whether a German clause has a verb in the plural, or an English one a subject that tells no number."""
    if context.analysis.language == "en":
        return context.tokens[clause.verb.head].tag != "VBZ" if clause.verb is not None else False
    finite = clause.verb.finite if clause.verb is not None else None
    return finite is not None and context.tokens[finite].lower.endswith(("en", "sind"))


def _of_subjects(context: Context, clause: Clause) -> Refs:
    """The actors of all phrases that stand as subject; a list that the analysis broke has several."""
    if clause.subject is None:
        return ()
    heads = {clause.subject.head}
    phrases = [clause.subject, *(p for p in clause.with_role(Role.SUBJECT) if p.head not in heads)]
    return tuple(
        ref
        for phrase in sorted(phrases, key=lambda p: p.start)
        for part in phrase.each()
        for ref in people_of(context, part)
    ) or context.actors(clause.subject)


def _led_by_them(context: Context, part: Phrase) -> Refs:
    """Whose leaders or ministers come, told in a row: "die Regierungschefs der drei Staaten Peru, Chile und Kenia"."""
    if not is_word(context, part.head, "leaders", "ministers"):
        return ()
    return context.who.actors_in(part.head + 1, part.end)


def _named_before(context: Context, clause: Clause) -> Refs:
    """The name that a clause without a subject hangs on or follows after a comma: "Minister Holm, hosting the event, …"."""
    if clause.anchor is not None and clause.anchor in context.who.by_token:
        return tuple(ref for ref in context.who.actors_at(clause.anchor) if ref.person is not None)
    at = clause.start - 2
    if clause.kind is ClauseKind.PARTICIPLE and at >= 0 and context.tokens[at + 1].text == ",":
        mention = context.who.by_token.get(at)
        return context.who.actors_at(at) if mention is not None and mention.end == at + 1 else ()
    return ()


def _sent_by(context: Context, subject: Phrase) -> Refs:
    """Whose officials come, where they are not named: "Vertreter aus Chile und der EU", "ministers from Peru"."""
    if not is_word(context, subject.head, "delegation", "official") or any(
        ref.person for ref in context.actors(subject)
    ):
        return ()
    found: list[ActorRef] = []
    for part in subject.dependents:
        if part.prep in _SENDERS or part.role is Role.GENITIVE:
            found.extend(context.actors(part) or context.who.actors_in(part.start, part.end, places=True))
    if not found and any(context.tokens[i].lower in words("or-words") for i in range(subject.start, subject.head)):
        found.extend(context.who.actors_in(subject.start, subject.head))  # "no Chilean or senior US officials"
    return tuple(found)


def _of_many(context: Context, phrase: Phrase) -> Refs:
    """Whose ministers or leaders an English plural names in a row: "the foreign ministers of Peru and Chile"."""
    if context.analysis.language != "en":
        return _of_row(context, phrase)
    if context.head(phrase).tag != "NNS":
        return ()
    if not is_word(context, phrase.head, "leaders", "ministers", "official", "envoy"):
        return ()
    rows = [part for part in phrase.dependents if part.prep in _SENDERS and part.members]
    if not rows:
        return ()
    found = context.who.actors_in(phrase.start, rows[0].end, places=True)
    named = (ref.mention is not None and ref.mention.kind is MentionKind.PERSON for ref in found)
    return found if not any(named) else ()


def _of_row(context: Context, phrase: Phrase) -> Refs:
    """Whose ministers or leaders German genitives name in a row: "die Minister **Malis, Perus und der Mongolei**"."""
    office = context.who.by_token.get(phrase.head)
    if office is None or office.kind is not MentionKind.OFFICE:
        return ()
    if office.end == phrase.head + 1 or office.end < phrase.end:
        return ()
    if office.end == len(context.tokens) or context.tokens[office.end].text != ",":
        return ()
    end = next((i for i in range(office.end, len(context.tokens)) if not _goes_on(context, i)), office.end)
    refs = context.who.listed(office, end)
    return refs if context.tokens[end - 1].text not in _ROW and len(refs) > 1 else ()


def _goes_on(context: Context, i: int) -> bool:
    """Say whether a token goes on with a row of genitives: a name in the genitive, its article, a comma or "und"."""
    token, mention = context.tokens[i], context.who.by_token.get(i)
    if mention is None:
        return token.lower in _ROW
    article = context.tokens[mention.start - 1].lower in _GENITIVES or context.tokens[mention.start].lower in _GENITIVES
    return mention.kind in (MentionKind.STATE, MentionKind.ORGANISATION) and (
        article or token.text.endswith(("s", "\u2019", "'"))
    )


def people_of(context: Context, phrase: Phrase) -> Refs:
    """Whom a phrase names as those who come, or whose people they are."""
    named = _of_many(context, phrase) or _sent_by(context, phrase) or context.actors(phrase)
    if named and not all(ref.actor.startswith("group:") for ref in named):
        return named
    return _led_by_them(context, phrase) or named


def sent_by_all(context: Context, phrase: Phrase, end: int) -> Refs:
    """Whose people come in a phrase, those told behind a group too: "representatives from countries including Peru and Chile"."""
    named = people_of(context, phrase)
    if named and not all(ref.actor.startswith("group:") for ref in named):
        return named
    return context.who.actors_in(phrase.start, end, places=True) or named


def _takes_up(context: Context, subject: Phrase) -> bool:
    return context.head(subject).lower in words("third-persons")


def _is_pronoun(context: Context, phrase: Phrase) -> bool:
    return context.head(phrase).pos.value in ("PRON", "DET")


def _at_anchor(context: Context, anchor: int) -> Refs:
    refs = context.who.actors_at(anchor)
    if refs:
        return refs
    part = _parts(context).get(anchor)
    return context.actors(part) if part is not None else ()


def _parts(context: Context) -> dict[int, Phrase]:
    """The first phrase of each head word, lists apart; looked up once for all."""
    found = context.kept.get("parts by their heads")
    if found is None:
        found = context.kept["parts by their heads"] = {}
        for part in (part for clause in context.clauses for phrase in clause.phrases for part in phrase.walk()):
            if not part.members:
                found.setdefault(part.head, part)
    return found


def acts(refs: Sequence[ActorRef]) -> Refs:
    """Those who can attend: states, organisations, persons; no collective, no organisation for its many ministers."""
    return tuple(ref for ref in refs if not ref.actor.startswith("group:") and not _is_many(ref))


def over_a_text(context: Context, index: int) -> Refs:
    """The states that do something with a meeting's text, if a clause is over one; parliaments do so at home."""
    clause = context.clauses[index]
    over = (p for p in clause.phrases if p is not clause.subject)
    if not any(context.head(p).lemma.lower() in words("meeting-texts") for p in over):
        return ()
    states = (MentionKind.STATE, MentionKind.OFFICE)
    return tuple(
        ref
        for ref in acts(subjects(context, index))
        if ref.mention is not None and ref.mention.kind in states and ref.authority is not Authority.PARLIAMENT
    )


def _is_many(ref: ActorRef) -> bool:
    """Say whether officials of many states are named by their organisation: "the EU's foreign ministers"."""
    named = ref.mention
    if ref.reason == "an alliance's members" and ref.actor not in _ONLY_MEMBERS:
        return True  # "the AU member states will meet"
    many = named is not None and named.plural and named.kind in (MentionKind.OFFICE, MentionKind.ROLE)
    return many and ref.person is None and ref.actor in WITH_SEATS


def parts_with(clause: Clause, preps: frozenset[str]) -> Iterator[Phrase]:
    """Yield the phrases of a clause, nested ones too, that stand under one of the prepositions."""
    for phrase in clause.phrases:
        for part in phrase.walk():
            if part.prep in preps:
                yield part


def objects(clause: Clause) -> tuple[Phrase, ...]:
    """The objects of a clause."""
    return clause.with_role(Role.OBJECT, Role.INDIRECT)


__all__ = [
    "Presence",
    "acts",
    "classes_of",
    "has_class",
    "is_word",
    "objects",
    "own_words",
    "parts_with",
    "run_of",
    "subjects",
]
