"""Meetings of reports that name none: what many did together on a day, what was promised or signed in a city on a day.

Examples: "OSLO, 9 January - Donors committed more than nine billion on Monday"; "Diese Zusagen machten Geber am Donnerstag in
Lima"; "Vier Milliarden hat die Welt am Donnerstag in Kathmandu versprochen"; a title "Riga meeting raises two billion".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, Phrase, Tense, Voice
from zusage.model.values import MeetingKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import Dateline, places_in
from zusage.reading.meetings.days import days_in
from zusage.reading.meetings.mentions import Mention, mention_of_verb
from zusage.reading.operators import is_negated
from zusage.reading.places import city_named, state_of

TOGETHER = "what many did together"
"""The rule of what donors, ministers or states did on a day in the first sentences."""
_FIRST = 4  # sentences
_SEAT = "New York"
"""Where the Security Council sits: what it does on a day, as told from there, is a meeting."""
_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_DONE = frozenset({"commit", "give", "sign", "decide"})


def find_assemblies(context: Context, opening: Dateline | None) -> Iterator[Mention]:
    """Yield what may be a report's meeting where it names none: of the ways to tell it, the likeliest that finds one."""
    for read in (_together, _done_there, _titled):
        found = tuple(read(context, opening))
        if found:
            yield from found
            return


# --- many together -----------------------------------------------------------------------------------------------


def _together(context: Context, opening: Dateline | None) -> Iterator[Mention]:
    """What many did together on a day in the first sentences."""
    for index, clause in enumerate(context.clauses):
        verb, subject = clause.verb, clause.subject
        if clause.sentence >= _FIRST or context.is_hidden(clause) or verb is None or subject is None:
            continue
        if verb.tense not in _PAST or verb.voice is not Voice.ACTIVE or verb.modals or is_negated(clause):
            continue
        heads = {context.head(part).lemma.lower() for part in subject.each() if _is_many(context, clause, part)}
        seated = opening is not None and opening.city == _SEAT and not opening.bare
        council = (seated or verb.lemma in words("voting-verbs")) and _is_council(context, subject)
        if not (council or heads & words("assembled") or context.lemmas[subject.head] in words("assembled-as-one")):
            continue
        kind = MeetingKind.DONORS if heads & words("donor-people") else MeetingKind.SUMMIT
        kind = MeetingKind.MINISTERIAL if "minister" in heads else kind
        mention = mention_of_verb(context, index, opening, kind, TOGETHER)
        if mention.day is not None or (opening is not None and _names_day(context, clause, opening.end)):
            yield mention


def _is_council(context: Context, subject: Phrase) -> bool:
    """Say whether a council acts, by itself or by its members: "the Security Council", "twelve of the council's members"."""
    return any(context.lemmas[i] in words("councils") for i in range(subject.start, subject.end))


def _is_many(context: Context, clause: Clause, part: Phrase) -> bool:
    """Say whether a subject is in the plural: by its tag, in German by the verb."""
    if context.analysis.language == "en":
        return context.head(part).tag.endswith("S")
    finite = clause.verb.finite if clause.verb is not None else None
    return finite is not None and context.tokens[finite].lower.endswith("n")


def _names_day(context: Context, clause: Clause, after: int) -> bool:
    sentence = context.analysis.sentences[clause.sentence]
    return next(days_in(context, sentence.start, sentence.end, opening=after), None) is not None


# --- done in a city ----------------------------------------------------------------------------------------------


def _done_there(context: Context, opening: Dateline | None) -> Iterator[Mention]:
    """What was promised, agreed or signed on a day in a city where those who did it are not at home."""
    for index, clause in enumerate(context.clauses):
        sense, verb = context.sense(index), clause.verb
        if sense is None or verb is None or context.is_hidden(clause) or clause.question or verb.modals:
            continue
        classes = context.lexicon.presence_classes(verb.lemma.split(" ")[0])
        if not (sense.kind in _DONE or classes & _DONE) or verb.tense not in _PAST or is_negated(clause):
            continue
        mention = mention_of_verb(context, index, opening, MeetingKind.SUMMIT, "what was done in a city")
        signed = "sign" in classes and opening is not None and clause.sentence < _FIRST
        if mention.day is None or not (signed or (mention.city is not None and mention.city.firm)):
            continue
        actors = {ref.actor for ref in context.actors(clause.subject)}
        if mention.city is None or actors != {state_of(mention.city.city)}:
            yield mention


# --- the title ---------------------------------------------------------------------------------------------------


def _titled(context: Context, opening: Dateline | None) -> Iterator[Mention]:
    """The meeting of the title, at the first clause of the report that names its city."""
    title = (context.report.title or "").replace(":", " ").split()
    named = (context.lexicon.gathering(one, before) for one, before in zip(title, ["", *title], strict=False))
    found = next((row for row in named if row is not None and row.kind != "none" and row.rank > 1), None)
    city = next((known for word in title if word[:1].isupper() and (known := city_named(word.split("-")[0]))), None)
    if found is None or city is None:
        return
    for index, clause in enumerate(context.clauses):
        place = next((p for s, e in clause.own for p in places_in(context, s, e) if p.city == city), None)
        if place is not None or (opening is not None and opening.city == city):
            mention = mention_of_verb(context, index, opening, MeetingKind(found.kind), "named in the title")
            yield replace(mention, city=place) if place is not None else mention
            return
