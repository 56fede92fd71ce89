"""Who "we" and "I" are in an official text that is written in the first person: whoever publishes it.

Told, in this order, by how "we" introduce themselves ("We, the foreign ministers of Peru and Ghana, …"); by what the text
calls itself, in its title or its first lines ("Statement by the Prime Minister of Malta", "G7-Erklärung"); by whom they
announce something for ("I'm announcing that Malta will …"); by the title's
subject where somebody announces something ("Malta doubles its aid": "I am pleased to announce …"); by the site that it was
fetched from ("…gov.mt"); by the capital that it is dated from. Source: codebook, section 5 (first-person official texts are
read with the publisher as actor).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from zusage.language.analysis import Analysis, Link, Pos
from zusage.language.registry import analyse
from zusage.model.report import Report
from zusage.reading.actors import ActorRef, Who, find_mentions, resolve
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import MentionKind
from zusage.reading.actors.who import Refs, distinct
from zusage.reading.lexicon import LEAST_ENDING, words
from zusage.reading.meetings.cities import dateline
from zusage.reading.places import state_of

LEAST = 3
"""Words of the first person outside quotation marks that make a text somebody's own where only its dateline names him."""

LEAST_NAMED = 2
"""The same where its title, first lines or address do."""

QUESTIONS = 3
"""Paragraphs that ask: from here on the text is an interview, in which "we" are whoever answers."""

MOST = 8
"""Who introduce themselves by name, up to so many, are actors each for itself; more are a group."""

HEAD_LINES, LONGEST_LINE, LONGEST_HEAD = 3, 200, 40
"""The first lines, characters of one that may be a heading, and tokens of a letterhead."""

BEFORE = 4
"""Tokens before a document's name that may say whose it is: "G7 Leaders' Statement"."""

_CALLED = re.compile("|".join(sorted(words("official-texts"))), re.IGNORECASE)
_HOST = re.compile(r"https?://([^/:?#]+)")
_REACH = 80
_HOLDERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


def with_publisher(who: Who, publisher: Refs) -> Who:
    """Let the first person of an official text stand for its publisher."""
    if not publisher:
        return who
    return replace(who, links={**who.links, **dict.fromkeys(_first_person(who.analysis), publisher)})


def find_publisher(who: Who, report: Report, gazetteer: Gazetteer, on: date | None) -> Refs:
    """Who publishes an official text that is written in the first person; nobody for any other text."""
    analysis = who.analysis
    places = list(_first_person(analysis))
    asked = sum(1 for line in analysis.text.split("\n") if line.rstrip().endswith("?"))
    if not places or asked >= QUESTIONS:
        return ()
    refs = _presented(who, places)
    if not refs:
        refs = _letterhead(who)
    if not refs and len(places) >= LEAST_NAMED:
        refs = _in_first_lines(who) or _announced(who, places) or _of_title(who, report, gazetteer, on)
        refs = refs or _of_address(report.address)
    if not refs and len(places) >= LEAST:
        refs = _of_dateline(analysis)
    return refs


def _first_person(analysis: Analysis) -> Iterator[int]:
    """Yield the places of "wir", "unser", "we", "our", "I" that nobody is quoted with."""
    quoted = {i for run in analysis.quoted for i in range(run.start, run.end)}
    for i, token in enumerate(analysis.tokens):
        if token.lower in words("first-person") and i not in quoted and (token.text == "I" or not token.text.isupper()):
            yield i


def _presented(who: Who, places: Sequence[int]) -> Refs:
    """Whom "we" introduce themselves as: "We, the leaders of the G7, …", "Wir, die Außenminister Ghanas und Perus, …".

    A text has one such place, near its beginning; more than a few by name are a group: nobody's word is everybody's.
    """
    tokens = who.analysis.tokens
    for i in places:
        if i + 2 < len(tokens) and tokens[i].lower in words("plural-selves") and tokens[i + 1].text == ",":
            end = _end_of_names(who, i + 2)
            refs = tuple(replace(ref, reason="introduced as we") for ref in _governments(who, i + 2, end))
            if len({ref.actor for ref in refs}) > MOST:
                return (ActorRef("group:signatories", None, None, None, "introduced as we"),)
            if refs:
                return refs
    return ()


def _end_of_names(who: Who, start: int) -> int:
    """Where an introduction ends: at the verb, or at those who are only beside it ("together with the President of Fiji")."""
    tokens = who.analysis.tokens
    for i in range(start, min(len(tokens), start + _REACH)):
        token = tokens[i]
        if token.lower in words("beside") or (token.pos in (Pos.VERB, Pos.AUX) and i not in who.by_token):
            return i
    return start


def _announced(who: Who, places: Sequence[int]) -> Refs:
    """For whom somebody announces something himself: "Today I'm announcing that **Malta** will contribute 20 million"."""
    clauses = who.analysis.clauses
    for clause in clauses:
        outer = clauses[clause.parent] if clause.parent is not None and clause.link is Link.COMPLEMENT else None
        if outer is None or outer.verb is None or outer.verb.lemma not in words("announcing-verbs"):
            continue
        if outer.subject is not None and outer.subject.head in places and clause.subject is not None:
            named = who.by_token.get(clause.subject.head)
            if named is not None and named.kind in (MentionKind.STATE, MentionKind.ORGANISATION):
                return tuple(replace(r, reason="for whom it is announced") for r in who.actors_at(clause.subject.head))
    return ()


def _letterhead(who: Who) -> Refs:
    """Whom the first words of a press release name: "Ministry of Foreign Affairs, Valletta. Press release. …"."""
    tokens = who.analysis.tokens
    head = range(min(LONGEST_HEAD, len(tokens) - 1))
    if not words("letterheads").intersection(f"{tokens[i].lower} {tokens[i + 1].lower}" for i in head):
        return ()
    for i in head:
        mention = who.by_token.get(i)
        if mention is not None and mention.actor is not None and mention.kind is not MentionKind.PERSON:
            return (ActorRef(mention.actor, None, None, mention, "letterhead"),)
    return ()


def _in_first_lines(who: Who) -> Refs:
    """Whose text the first lines say it is, where they are a heading."""
    starts = [token.start for token in who.analysis.tokens]
    offset = first = 0
    for line in who.analysis.text.split("\n")[:HEAD_LINES]:
        offset += len(line) + 1
        end = next((i for i in range(first, len(starts)) if starts[i] >= offset), len(starts))
        if line.strip() and len(line) <= LONGEST_LINE and not line.rstrip().endswith("."):
            refs = _issuer(who, first, end)
            if refs:
                return refs
        first = end
    return ()


def _of_title(text: Who, report: Report, gazetteer: Gazetteer, on: date | None) -> Refs:
    """Whose text the title says it is, or who does what it says where somebody announces it himself."""
    announces = _announces(text)
    if not report.title or not (announces or _CALLED.search(report.title)):
        return ()  # a title is analysed only where it may tell
    analysis = analyse(report.title, report.language)
    who = resolve(analysis, find_mentions(analysis, gazetteer, on), on, gazetteer=gazetteer)
    refs = _issuer(who, 0, len(analysis.tokens))
    if not refs and announces:
        opening = who.by_token.get(0) or who.by_token.get(1)
        refs = who.actors_at(opening.head, places=True) if opening is not None else ()
    # The title's tokens are not the text's: a reference into them would point at other words.
    return tuple(replace(ref, mention=None, reason="the title names the publisher") for ref in refs)


def _issuer(who: Who, start: int, end: int) -> Refs:
    """Whose text a heading says it is: "Statement by the Prime Minister of Malta on …", "G7 Leaders' Statement", "Rede Ghanas"."""
    tokens = who.analysis.tokens
    for i in range(start, end):
        if not _is_document(tokens[i].lower):
            continue
        refs = _governments(who, *_issued_by(who, i + 1, end)) or _governments(who, max(start, i - BEFORE), i)
        return tuple(replace(ref, reason="heading of an official text") for ref in refs)
    return ()


def _issued_by(who: Who, start: int, end: int) -> tuple[int, int]:
    """The run behind a document's name that says who issues it: right behind it, or behind a later "by", "von"."""
    tokens = who.analysis.tokens
    if start >= end or tokens[start].lower not in words("issued-by") | words("issued-by-close"):
        start = next((k for k in range(start, end) if tokens[k].lower in words("issued-by")), end)
    return start, next((k for k in range(start + 1, end) if tokens[k].lower in words("official-subjects")), end)


def _is_document(word: str) -> bool:
    return any(word == noun or (len(noun) >= LEAST_ENDING and word.endswith(noun)) for noun in words("official-texts"))


def _governments(who: Who, start: int, end: int) -> Refs:
    """Whom a run names, offices with the name of their holder once: "President Jane Doe of Malta"."""
    refs = tuple(_itself(ref) for ref in who.actors_in(start, end, places=True))
    named = {ref.actor for ref in refs if ref.mention is not None and ref.mention.kind in _HOLDERS}
    holders = [ref for ref in refs if ref.mention is not None and ref.mention.kind in _HOLDERS]
    rest = [ref for ref in refs if ref.actor not in named]
    if holders and all(ref.actor.startswith("person:") for ref in holders) and rest:
        return distinct(rest)
    return distinct([*holders, *rest])


def _itself(ref: ActorRef) -> ActorRef:
    """The organisation that its states are, where they speak as one: "the G7 Leaders" are the G7."""
    actor = ref.actor.removeprefix("group:").removesuffix("-states")
    return replace(ref, actor=actor) if ref.actor == f"group:{actor}-states" else ref


def _announces(who: Who) -> bool:
    """Say whether somebody announces something himself at the beginning: "I am pleased to announce", "Ich freue mich"."""
    head = " ".join(token.lower for token in who.analysis.tokens[:_REACH])
    return any(re.search(rf"\b{phrase}\b", head) for phrase in words("announcing-oneself"))


def _of_address(address: str | None) -> Refs:
    """Whose site a text was fetched from: "https://www.foreign.gov.mt/…", "…admin.ch", "…nato.int"."""
    found = _HOST.match(address or "")
    host = found.group(1).lower() if found is not None else ""
    labels = host.split(".")
    for row in words("official-sites"):
        site, actor = row.split("=")
        if host == site or host.endswith("." + site):
            return (ActorRef(actor, None, None, None, "the site's owner"),)
    if len(labels) > 2 and labels[-2] in words("official-domains") and len(labels[-1]) == 2:  # noqa: PLR2004
        state = "gb" if labels[-1] == "uk" else labels[-1]
        return (ActorRef(state, None, None, None, "the site's owner"),)
    return ()


def _of_dateline(analysis: Analysis) -> Refs:
    """The state from whose capital a text is dated: "Vaduz, 24. Oktober: Wir stellen 200 000 Franken zur Verfügung. …"."""
    opening = dateline(analysis.text)
    state = state_of(opening.city) if opening is not None else None
    return (ActorRef(state, None, None, None, "first person of an official text"),) if state is not None else ()
