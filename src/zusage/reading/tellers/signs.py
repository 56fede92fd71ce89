"""What speaks for each who may say a contribution: the features of `likely`.

The options are the outlet itself, the contributor itself, whom the rules name, and each who speaks or is named for him in
the sentences around (a person, an office, a name that no lexicon has). An option has signs of what it is, crossed with signs of
the contribution's own words: who says its clause, by which rule, verb, tense, mood, what stands before and behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Pos, Tense
from zusage.model.records import record
from zusage.model.values import Voice
from zusage.reading.actors import ActorRef, MentionKind
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.operators import is_negated
from zusage.reading.speech import Said
from zusage.reading.tellers.ruled import Ruled, name_of, slug_of, unknown_name

BACK, ON = 3, 2
"""Sentences before and behind a contribution in which somebody may speak for it."""
MOST_TOLD = 12
"""Words that tell who says it, whose nouns are signs."""

_DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_NAMED = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


@record(frozen=True, slots=True)
class Option:
    """Who may say it, as the codebook writes him, None for the outlet itself; what speaks for it; in which words, if in any."""

    speaker: str | None
    features: tuple[str, ...]
    said: Said | None = None


@record(frozen=True, slots=True)
class _Voice:
    """Somebody's words near a contribution: how many sentences away, in the same paragraph or not."""

    said: Said
    offset: int
    beside: bool


def options_of(context: Context, candidate: Candidate, said: Sequence[Said | None], told: Ruled) -> list[Option]:
    """Who may say a contribution, each with its signs; ``told``: who does by the rules."""
    voices = _voices(context, candidate, said)
    own = tuple(_of_contribution(context, candidate, told, voices))
    actor = candidate.actor.actor
    himself = told.speaker if told.ref is not None and is_holder(told.ref, actor) else actor
    found = [Option(None, _crossed("outlet", own)), Option(himself, _crossed("giver", own))]
    if told.speaker is not None:
        signs = (*_crossed("ruled", own), *_of_ruled(candidate, told))
        found.append(Option(told.speaker, signs, candidate.said))
    for voice in voices:
        found.extend(_of_voice(context, candidate, voice, told, own))
    found.extend(_of_names(context, candidate, told, own))
    found.extend(_of_subjects(context, candidate, told, own))
    found.extend(_of_most(context, candidate, said, told, own))
    return found


def _crossed(kind: str, own: Sequence[str]) -> tuple[str, ...]:
    return (kind, *(f"{kind} & {sign}" for sign in own))


def is_holder(ref: ActorRef, actor: str) -> bool:
    """Say whether somebody is told of by his office alone: "Chile's president" is who holds it, not the state (codebook, 1).

    Not where the state was only guessed ("the president said"): no name is better than a wrong one.
    """
    mention = ref.mention
    return ref.actor == actor and ref.person is not None and mention is not None and mention.kind is MentionKind.OFFICE


# --- what goes for all options -----------------------------------------------------------------------------------


def _of_contribution(context: Context, candidate: Candidate, told: Ruled, voices: Sequence[_Voice]) -> Iterator[str]:
    own = candidate.said
    clause = context.clauses[candidate.clauses[0]]
    yield f"how {told.how}"
    yield f"how {told.how} {context.analysis.language}"
    yield f"how {told.how} {_side(candidate, told.ref)}"
    if own is not None:
        yield f"own {own.rule} {'named' if own.speakers else 'unnamed'}"
        yield f"own {own.voice.value}"
        yield from (f"own told {lemma}" for lemma in _nouns(context, own))
    if clause.verb is not None:
        tense = "done" if clause.verb.tense in _DONE else clause.verb.tense.value
        modal = f"{tense} {clause.verb.modals[0] if clause.verb.modals else ''} {clause.verb.mood.value}"
        yield from (f"verb {clause.verb.lemma.lower()}", f"tense {modal}", f"tense {modal} how {told.how}")
    if is_negated(clause):
        yield "negated"
    if told.ref is not None:
        yield f"reason {told.ref.reason}"
    yield from (f"firmness {candidate.firmness}", f"firmness {candidate.firmness} how {told.how}")
    yield f"giver {_who(candidate.actor)}"
    yield f"giver {_who(candidate.actor)} how {told.how}"
    yield f"party {candidate.party.rule}"
    sentence = context.analysis.sentences[clause.sentence]
    for i in sentence.clauses:
        sense = context.sense(i)
        if i not in candidate.clauses and sense is not None and context.clauses[i].subject is not None:
            yield f"beside {sense.kind}"
    if any(True for _ in context.quoted_at(sentence.start, sentence.end)):
        yield "with a quotation"
    for side, offsets in (("before", (-1,)), ("behind", (1,)), ("here", (0,))):
        near = [v for v in voices if v.offset in offsets and v.beside]
        mine = "mine" if any(_side(candidate, r).startswith("own") for v in near for r in v.said.speakers) else "others"
        unnamed = any(not v.said.speakers for v in near)
        yield f"{side} {mine if near and not unnamed else 'unnamed' if near else 'nobody'} how {told.how}"


def _who(ref: ActorRef) -> str:
    if ref.actor.startswith(("group:", "person:")):
        return ref.actor.split(":")[0]
    mention = ref.mention
    if mention is None:
        return "unknown"
    return f"{mention.kind.value} {mention.use.value}"


def _nouns(context: Context, said: Said) -> Iterator[str]:
    """The nouns of the words that tell who says it: "sagte ein **Sprecher** der **Organisation**"."""
    numbers = [i for start, end in said.told for i in range(start, end)][:MOST_TOLD]
    for i in numbers:
        if context.tokens[i].pos is Pos.NOUN:
            yield context.tokens[i].lemma.lower()


def _side(candidate: Candidate, ref: ActorRef | None) -> str:
    """What somebody is to the contributor: his own state or person, or another's."""
    if ref is None:
        return "none"
    side = "own" if ref.actor == candidate.actor.actor else "other"
    return f"{side} {'person' if ref.person is not None else 'actor'}"


# --- single options ----------------------------------------------------------------------------------------------


def _of_ruled(candidate: Candidate, told: Ruled) -> Iterator[str]:
    ref = told.ref
    if ref is None:
        return
    yield f"ruled reason {ref.reason}"
    yield f"ruled {_side(candidate, ref)} {_who(ref)}"
    if candidate.said is not None:
        yield f"ruled by {candidate.said.rule} {_side(candidate, ref)}"
        yield f"ruled by {candidate.said.rule} {_who(ref)}"


def _voices(context: Context, candidate: Candidate, said: Sequence[Said | None]) -> list[_Voice]:
    """Whose words stand in the sentences around, each once, the nearest first."""
    here = context.clauses[candidate.clauses[0]].sentence
    sentences = context.analysis.sentences
    found: dict[int, _Voice] = {}
    for number in sorted(
        range(max(0, here - BACK), min(len(sentences), here + ON + 1)), key=lambda n: (abs(n - here), n)
    ):
        for i in sentences[number].clauses:
            one = said[i]
            if one is not None and one.start not in found:
                beside = context.paragraph_of[number] == context.paragraph_of[here]
                found[one.start] = _Voice(one, number - here, beside)
    return list(found.values())


def _of_voice(
    context: Context, candidate: Candidate, voice: _Voice, told: Ruled, own: Sequence[str]
) -> Iterator[Option]:
    said = voice.said
    where = f"{voice.offset} {'beside' if voice.beside else 'apart'}"
    same = "same" if candidate.said is not None and candidate.said.start == said.start else "another"
    options = [(name_of(context, said, ref), _side(candidate, ref)) for ref in said.speakers]
    if not options:
        name = unknown_name(context, said)
        options = [(name, "unknown name")] if name is not None else [(candidate.actor.actor, "unnamed")]
    nouns = tuple(_nouns(context, said)) if not said.speakers else ()
    for speaker, side in options:
        features = [
            f"voice {side}",
            f"voice {side} {where}",
            f"voice {side} {where} how {told.how}",
            f"voice {side} {same} how {told.how}",
            f"voice {side} {said.rule} {same}",
            f"voice {side} {said.voice.value} {where}",
            f"voice {side} {said.voice.value} {where} how {told.how}",
            *(f"voice {side} & {sign}" for sign in own if sign.startswith(("tense", "firmness", "giver"))),
            *(f"voice {side} {noun}" for noun in nouns),
        ]
        if said.voice is Voice.QUOTED:
            features.append(f"voice {side} quoted how {told.how}")
        if speaker == told.speaker:
            features.append(f"voice ruled {where}")
        yield Option(speaker, tuple(features), said)


def _of_names(context: Context, candidate: Candidate, told: Ruled, own: Sequence[str]) -> Iterator[Option]:
    """Persons who act for the contributor, named around it: "Their minister, **Ana Ruiz**, hesitated. Peru will send tents."."""
    here = context.clauses[candidate.clauses[0]].sentence
    sentences = context.analysis.sentences
    first, last = max(0, here - 1), min(len(sentences) - 1, here + 1)
    seen: set[str] = set()
    for mention in context.who.before(sentences[first].start, sentences[last].end):
        if mention.kind not in _NAMED or not mention.acts:
            continue
        for ref in context.who.actors_at(mention.head)[:1]:
            if ref.actor != candidate.actor.actor or ref.person is None:
                continue
            speaker = slug_of(context, ref)
            if speaker in seen:
                continue
            seen.add(speaker)
            number = context.sentence_at(mention.head)
            index = context.clause_of.get(mention.head)
            clause = context.clauses[index] if index is not None else None
            subject = clause.subject if clause is not None else None
            acts = "acts" if subject is not None and subject.start <= mention.head < subject.end else "named"
            sense = context.sense(index) if index is not None else None
            kind = sense.kind if sense is not None else "none"
            yield Option(
                speaker,
                (
                    f"name {mention.kind.value}",
                    f"name {acts} {number - here}",
                    f"name {acts} {number - here} how {told.how}",
                    f"name {acts} {number - here} {mention.kind.value}",
                    f"name {acts} {kind} {number - here}",
                    *(("name ruled",) if speaker == told.speaker else ()),
                    *(f"name & {sign}" for sign in own if sign.startswith(("tense", "how"))),
                ),
            )


def _of_subjects(context: Context, candidate: Candidate, told: Ruled, own: Sequence[str]) -> Iterator[Option]:
    """Who does something else in its sentence: "Whether Peru will send tents **the envoy** would not say"."""
    here = context.clauses[candidate.clauses[0]].sentence
    for i in context.analysis.sentences[here].clauses:
        clause = context.clauses[i]
        if i in candidate.clauses or clause.subject is None or clause.verb is None:
            continue
        sense = context.sense(i)
        kind = sense.kind if sense is not None else "none"
        negated = " not" if is_negated(clause) else ""
        for ref in context.actors(clause.subject)[:1]:
            side = _side(candidate, ref)
            yield Option(
                slug_of(context, ref),
                (
                    f"subject {side}",
                    f"subject {side} {kind}{negated}",
                    f"subject {side} {kind} {clause.link.value}",
                    f"subject {side} how {told.how}",
                    f"subject verb {clause.verb.lemma.lower()}{negated}",
                    *(f"subject & {sign}" for sign in own if sign.startswith(("tense", "firmness"))),
                ),
            )


def _of_most(
    context: Context, candidate: Candidate, said: Sequence[Said | None], told: Ruled, own: Sequence[str]
) -> Iterator[Option]:
    """Who says most of what is said in the report: of an interview or a portrait the rest is his, too."""
    ref, share = _most_heard(context, said)
    if ref is None:
        return
    side = _side(candidate, ref)
    same = "ruled" if slug_of(context, ref) == told.speaker else "another"
    yield Option(
        slug_of(context, ref),
        (
            f"most {side}",
            f"most {share}",
            f"most {side} {share}",
            f"most {side} {share} how {told.how}",
            f"most {side} {share} {same}",
            *(f"most {share} & {sign}" for sign in own if sign.startswith(("tense", "firmness", "giver"))),
        ),
    )


def _most_heard(context: Context, said: Sequence[Said | None]) -> tuple[ActorRef | None, str]:
    """The person who speaks in most sentences of a report, and in how large a part of them."""
    kept: dict[str, tuple[ActorRef | None, str]] = context.kept.setdefault("most heard", {})
    if "" not in kept:
        heard: dict[str, set[int]] = {}
        refs: dict[str, ActorRef] = {}
        for index, one in enumerate(said):
            ref = one.speaker if one is not None else None
            if ref is not None and ref.person is not None:
                heard.setdefault(ref.person, set()).add(context.clauses[index].sentence)
                refs.setdefault(ref.person, ref)
        most = max(heard, key=lambda person: len(heard[person]), default=None)
        part = len(heard[most]) / len(context.analysis.sentences) if most is not None else 0.0
        share = next(name for name, least in _SHARES if part >= least)
        kept[""] = (refs[most] if most is not None and part >= _SHARES[-2][1] else None, share)
    return kept[""]


_SHARES = (("half", 0.5), ("third", 0.3), ("some", 0.15), ("few", 0.0))
