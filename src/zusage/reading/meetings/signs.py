"""What a report tells of its main meeting, as signs: those of the report as a whole, and those of the words around a day or a city.

The signs are the features of `likely`: whether the report is about a meeting at all is told by those of the whole, which of the
options of `options` is its day or its city by the words around each, crossed with those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from zusage.language.analysis import Clause, Pos, Tense
from zusage.language.dates import DateKind, DateMention
from zusage.model.records import record
from zusage.model.statement import Meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import Dateline, dateline
from zusage.reading.meetings.mentions import gathering_at, gatherings_in

LEAD = 4
"""Sentences whose words tell whether a report is about a meeting."""

_DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_LONGEST = 4  # days
_TELLING = frozenset({Pos.NOUN, Pos.VERB, Pos.PROPN})
_NEXT, _NEAR = 3, 8  # tokens
_MOST = 5
_SENTENCES = ((0, "0"), (1, "1"), (3, "2-3"), (7, "4-7"))


@record(frozen=True, slots=True)
class Setting:
    """What the signs of all options share.

    ``opening``: the dateline; ``on``: the report's own day; ``nouns``: the tokens that name a meeting, in order; ``whole``: the
    signs of the report as a whole.
    """

    context: Context
    ruled: Sequence[Meeting]
    opening: Dateline | None
    on: date | None
    nouns: Sequence[int]
    whole: tuple[str, ...]


def setting_of(context: Context, ruled: Sequence[Meeting]) -> Setting:
    """Look up what all options share; ``ruled``: the meetings that the rules found."""
    published = context.report.published_on
    on = date.fromisoformat(published) if published is not None else None
    nouns = [i for clause in context.clauses if not context.is_hidden(clause) for i in gatherings_in(context, clause)]
    nouns.sort()
    opening = dateline(context.analysis.text)
    return Setting(context, ruled, opening, on, nouns, tuple(_of_report(context, ruled, opening, nouns)))


# --- the report --------------------------------------------------------------------------------------------------


def _of_report(
    context: Context, ruled: Sequence[Meeting], opening: Dateline | None, nouns: Sequence[int]
) -> Iterator[str]:
    how = how_ruled(ruled)
    yield f"rules {how}"
    if ruled:
        main = ruled[0]
        yield from (f"rules {rule_of(main, 'meeting')}", f"ruled kind {main.kind_of}", f"ruled {min(len(ruled), 3)}")
        yield from (f"rules day {rule_of(main, 'date')}", f"rules place {rule_of(main, 'place')}")
    line = "none" if opening is None else "bare" if opening.bare else "agency"
    yield from (f"opening {line}", f"opening {line} rules {how}", f"nouns {min(len(nouns), _MOST)}")
    if nouns:
        yield from _of_first_noun(context, nouns[0])
    yield from _of_distance(context)
    yield "title names a meeting" if is_titled(context) else "title names none"
    yield f"dates {min(sum(1 for mention in context.dates if is_day(mention)), _MOST)}"


def _of_first_noun(context: Context, noun: int) -> Iterator[str]:
    where, named = place_in(context, noun), gathering_at(context, noun)
    yield from (f"first noun {where}", f"first noun {context.lemmas[noun]}")
    index = context.clause_of.get(noun)
    if index is not None:
        yield f"first noun {where} {tense_of(context.clauses[index])}"
    if named is not None:
        yield f"first noun {named[0]} {named[1]}"


def _of_distance(context: Context) -> Iterator[str]:
    """How far on a word of video or telephone first stands: "four hours **on a screen**", "die **Onlinekonferenz**"."""
    far = next((i for i, classes in enumerate(context.presence) if "remote" in classes), None)
    yield f"remote {place_in(context, far) if far is not None else 'nowhere'}"


def words_of(context: Context) -> set[str]:
    """The words of the title and of the first sentences, as signs of whether a report is about a meeting."""
    sentences = context.analysis.sentences[:LEAD]
    end = sentences[-1].end if sentences else 0
    found = {f"lead {context.lemmas[i]}" for i in range(end) if context.tokens[i].pos in _TELLING}
    for i in range(end):
        found.update([f"lead class {one}" for one in context.presence[i]])
    for sentence in sentences:
        for index in sentence.clauses:
            sense = context.sense(index)
            if sense is not None:
                found.add(f"lead kind {sense.kind}")
    for classes in context.presence:
        found.update([f"class {one}" for one in classes])
    found.update([f"title {word.lower()}" for word in title_words(context)])
    return found


def how_ruled(ruled: Sequence[Meeting]) -> str:
    """What the rules know of the main meeting."""
    if not ruled:
        return "nothing"
    return f"{'day' if ruled[0].date else 'no day'} {'city' if ruled[0].place else 'no city'}"


def rule_of(meeting: Meeting, name: str) -> str:
    """The rule by which a field of a meeting was read."""
    return next((step.rule for step in meeting.trace if step.field == name), "none")


def title_words(context: Context) -> list[str]:
    """The words of the title, without signs."""
    title = (context.report.title or "").replace("'s", " ").replace("’s", " ")
    return "".join(sign if sign.isalnum() or sign in ".'’" else " " for sign in title).split()


def is_titled(context: Context) -> bool:
    """Say whether the title names a meeting."""
    found = title_words(context)
    named = (context.lexicon.gathering(one, before) for one, before in zip(found, ["", *found], strict=False))
    return any(row is not None and row.kind != "none" for row in named)


def is_day(mention: DateMention) -> bool:
    """Say whether a date can be the day of a meeting: a day or a few."""
    period = mention.period
    if period is None or mention.kind not in (DateKind.DATE, DateKind.TIME):
        return False
    return (period.last - period.first).days <= _LONGEST


# --- the words around --------------------------------------------------------------------------------------------


def around(setting: Setting, name: str, token: int, what: str, ruled: str) -> Iterator[str]:
    """The signs of the words around a day or a city.

    ``name``: what it is, "day" or "city"; ``what``: how it is told; ``ruled``: whether the rules tell it.
    """
    context = setting.context
    index, where = context.clause_of.get(token), place_in(context, token)
    before = context.tokens[token - 1].lower if token else ""
    if before in words("before-days-and-cities"):
        yield from (f"{name} after {before}", f"{name} after {before} {ruled}")
    near = _noun_near(setting, token)
    yield from (f"{name} in {where}", f"{name} in {where} {ruled}", f"{name} in {where} {what}")
    yield from (f"{name} noun {near}", f"{name} noun {near} {where}", f"{name} noun {near} {what}")
    if index is None:
        return
    clause, sense = context.clauses[index], context.sense(index)
    tense, kind = tense_of(clause), sense.kind if sense is not None else "none"
    yield from (f"{name} {tense}", f"{name} {tense} {what}", f"{name} {tense} noun {near}")
    yield from (f"{name} kind {kind}", f"{name} kind {kind} {where}", f"{name} kind {kind} noun {near}")
    yield from (f"{name} kind {kind} {tense}", f"{name} link {clause.link} {clause.kind}")
    if clause.verb is not None:
        yield f"{name} verb {clause.verb.lemma.lower()}"


def place_in(context: Context, token: int) -> str:
    """Where in the report a token stands, by sentences."""
    sentence = context.sentence_at(token)
    return next((name for last, name in _SENTENCES if sentence <= last), "later")


def tense_of(clause: Clause) -> str:
    """The tense of a clause, all past ones as one, and whether it has a modal."""
    verb = clause.verb
    if verb is None:
        return "no verb"
    tense = "done" if verb.tense in _DONE else str(verb.tense)
    return f"{tense} modal" if verb.modals else tense


def _noun_near(setting: Setting, token: int) -> str:
    """Where the nearest noun of meeting stands, how well it names one, and whether it is set off ("ahead of a summit")."""
    context = setting.context
    if not setting.nouns:
        return "none"
    sentence = context.sentence_at(token)
    noun = min(setting.nouns, key=lambda i: (context.sentence_at(i) != sentence, abs(i - token)))
    named = gathering_at(context, noun)
    rank = named[1] if named is not None else 0
    away = abs(context.sentence_at(noun) - sentence)
    if away:
        return f"{'next sentence' if away == 1 else 'elsewhere'} {rank}"
    same = "clause" if context.clause_of.get(noun) == context.clause_of.get(token) else "sentence"
    side, reach = "before" if noun < token else "behind", abs(noun - token)
    close = "next" if reach < _NEXT else "near" if reach < _NEAR else "far"
    led = range(max(noun - _NEXT, 0), noun)
    off = " off" if any(context.tokens[k].lower in words("set-off") for k in led) else ""
    return f"{same} {side} {close} {rank}{off}"
