"""Positions: what actors think of proposals, as stance and topic.

Rules, each on a clause, the first that applies:

- a verb that voices a noun of stance: "äußerte Zweifel an der Truppe", "renewed its call for a ceasefire";
- a verb of stance: "begrüßt", "fordert", "opposes", "warns of"; also refusing what others would do;
- a verb of calling with a word of opinion: "nannte die Pläne inakzeptabel";
- wanting or expecting something of somebody else: "wants the allies to close ranks";
- backing what is nobody's contribution, and being ready to talk: "supports the accession", "ist zu Gesprächen bereit";
- in somebody's words: obligations of others ("Europe must pay, she said"), judgements ("das sei ein Fehler"), orders;
- beside any of them: whose a noun of stance is ("eine amerikanische Bitte"), and with whom something meets what.

Last, `zusage.reading.comments` reads what experts and the adversary say without any such word.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Role
from zusage.model.values import Aim, Stance
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.commitments import Candidate, refuses_own
from zusage.reading.comments import COMMENTED, find_comments
from zusage.reading.context import COPULAS, Context
from zusage.reading.firmness import MUST
from zusage.reading.holders import holders, parties, source_of, speaking
from zusage.reading.lexicon import Sense
from zusage.reading.operators import WISHES, is_negated, is_wish_for_others
from zusage.reading.opinions import (
    is_participle_of_opinion,
    judgement_at,
    judgement_in,
    leaning,
    met_with,
    possessed_stances,
    stance_object,
    stance_of_form,
    turned,
)
from zusage.reading.speech import Said
from zusage.reading.topics import Topics

RELATIVES = frozenset({"was", "which"})
LESS = frozenset(
    "stoppen beenden aufheben kürzen verringern einstellen lockern stop lift end halt cut ease reduce close".split()
)
MIGHT = frozenset({"können", "could", "might", "may", "can"})
NOT_ALLOWED = frozenset({"dürfen", "can", "may", "können", *MUST})
CONTENT = (Link.COMPLEMENT, Link.QUESTION)
LIKENING = frozenset(
    {"bedeuten", "darstellen", "gleichkommen", "gelten", "amount", "amount to", "constitute", "represent", "mean"}
)
ONGOING = frozenset(
    "enden aufhören abreißen nachlassen abbrechen scheitern verzögern warten ohne without stop end slacken wait delay fail".split()
)
POLITE = frozenset({"widersprechen", "kritisieren", "contradict", "criticise", "criticize"})
"""Verbs that say nothing about a proposal where their object is only a person."""

ASKING = frozenset({"ask", "bitten", "request"})
OWNING = frozenset({"haben", "have"})
BACKING = frozenset({"unterstützen", "stehen", "support", "back", "stand", "tragen", "mittragen"})
BACKED = frozenset(
    {
        "membership",
        "ceasefire",
        "peace-talks",
        "leaders-meeting",
        "territory",
        "sanctions",
        "other",
        "security-guarantees",
    }
)
"""Topics that are proposals rather than somebody's contribution: who supports them takes a position."""

VOTING = frozenset({"stimmen", "vote"})
TALKS = frozenset({"peace-talks", "leaders-meeting"})
READY = frozenset(
    {
        "bereit",
        "bereitschaft",
        "gesprächsbereitschaft",
        "offen",
        "gesprächsbereit",
        "verhandlungsbereit",
        "ready",
        "readiness",
        "willing",
        "willingness",
        "open",
        "prepared",
    }
)
PERSONS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ROLE})
RECOGNISING = frozenset({"anerkennen", "recognise", "recognize"})
DECLARING = frozenset({"erklären", "declare"})
FEELING = COPULAS | {"zeigen", "äußern", "feel", "sprechen"}
ANSWERING = frozenset({"eingehen", "nachkommen", "entsprechen", "erfüllen", "meet", "fulfil", "grant", "turn down"})
TAKING_PART = frozenset(
    "say mitreden mitbestimmen einbezogen beteiligt berücksichtigt included involved consulted heard".split()
)
ATTACKING = frozenset("angreifen beschießen versenken bombardieren attack strike target sink bomb".split()) | {
    "fire on",
    "shoot at",
}
THREATENING = frozenset("drohen ankündigen schwören threaten vow warn promise announce".split())
GIVING_UP = frozenset(
    "abtreten aufgeben hergeben verzichten überlassen räumen abgeben give cede surrender yield abandon".split()
) | {"give up", "hand over", "give away"}
WHETHER = frozenset({"ob", "whether", "if"})
DOUBTED = frozenset({"nicht", "wirklich", "überhaupt", "not", "really", "ever"})
REACH = 8
"""Tokens behind a name in which its verb must stand."""

PAST_WORDS = frozenset({"einst", "seinerzeit", "damals", "einstmals"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A position before it is written down. ``sure``: 1 where words name the topic, less where the context does."""

    actor: ActorRef
    stance: Stance
    topic: str
    clauses: tuple[int, ...]
    rule: str
    said: Said | None
    aim: Aim | None = None
    addressee: str | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause with what the rules look at."""

    context: Context
    index: int
    clause: Clause
    said: Said | None
    topics: Topics

    @property
    def words(self) -> frozenset[str]:
        """The clause's own words, in lower case."""
        return frozenset(self.context.tokens[i].lower for i in self.context.own_tokens(self.clause))

    def content(self) -> tuple[Clause, ...]:
        """The clauses that say what it is about."""
        return tuple(self.context.clauses[c] for c in self.context.linked(self.index, *CONTENT))


def find_positions(
    context: Context, said: Sequence[Said | None], commitments: Sequence[Candidate]
) -> tuple[Opinion, ...]:
    """Find the positions of a report, in its order; the commitments tell what the report is about."""
    topics = Topics(context, commitments)
    found: list[Opinion] = []
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question:
            continue
        place = _Place(context, index, clause, said[index] or source_of(context, clause), topics)
        found.extend(_of_nouns(place))
        found.extend(_of_verbless(place))
        if clause.verb is None or _is_within_opinion(context, index) or place.words & PAST_WORDS:
            continue
        found.extend(_of_clause(place))
    found.extend(_of_comments(context, tuple(said), topics, found))
    return tuple(found)


def _of_comments(
    context: Context, said: tuple[Said | None, ...], topics: Topics, found: Sequence[Opinion]
) -> Iterator[Opinion]:
    for comment in find_comments(context, said, frozenset(o.actor.actor for o in found)):
        clauses = [context.clauses[i] for i in comment.clauses]
        topic = topics.of((), clauses, clauses[0].sentence)
        if topic.name in COMMENTED:
            place = _Place(context, comment.clauses[0], clauses[0], said[comment.clauses[0]], topics)
            yield from _plain(place, (comment.holder,), comment.stance, topic.name, "comment", sure=topic.sure * 0.8)


def _is_within_opinion(context: Context, index: int) -> bool:
    """Say whether a clause only tells what another position is about, or what it hangs on."""
    clause = context.clauses[index]
    if (
        clause.link == Link.QUESTION
        and clause.marker in RELATIVES
        and clause.verb is not None
        and clause.verb.modals == ()
    ):
        return False  # "…, was Kiew zurückwies": takes up the whole clause before it
    if clause.link in (Link.CONDITION, Link.QUESTION, Link.PURPOSE, Link.TIME):
        return True
    if clause.link == Link.COMPLEMENT and clause.parent is not None:
        sense = context.sense(clause.parent)
        return sense is not None and sense.kind in ("position", "expect", "deny", "ask")
    return False


def _of_clause(place: _Place) -> Iterator[Opinion]:
    sense = place.context.sense(place.index)
    found = list(_of_calling(place))
    if not found and sense is not None and not is_participle_of_opinion(place.context, place.clause):
        found = list(_of_sense(place, sense))
    for rule in (_of_talks, _of_threat, _of_territory, _of_asking, _of_saying, _of_feeling):
        if not found:
            found = list(rule(place))
    yield from found


def _of_sense(place: _Place, sense: Sense) -> Iterator[Opinion]:
    voiced = stance_object(place.context, place.clause)
    if voiced is not None and voiced[0].negated and voiced[1] == Stance.OPPOSES:
        return  # "has no objections"
    if voiced is not None and any(need.kind == "stance" for need in sense.needs):
        if sense.lemma not in OWNING or voiced[1] in (Stance.DOUBTS, Stance.OPPOSES):
            yield from _of_verb(place, sense, voiced[1], more=voiced[0].dependents)
    elif sense.kind == "position":
        stance = _stance_of(place, sense)
        if stance is not None and not _is_no_position(place, sense, stance):
            yield from _of_verb(place, sense, stance)
    elif sense.kind == "refuse":
        yield from _of_refusal(place, sense)
    elif _wishes_for_others(place, sense):
        yield from _of_verb(place, sense, Stance.DEMANDS)
    elif sense.lemma in BACKING and _backs_a_proposal(place, sense):
        yield from _of_verb(place, sense, Stance.SUPPORTS)


def _stance_of(place: _Place, sense: Sense) -> Stance | None:
    if sense.value is not None:
        return Stance(sense.value)
    judged = judgement_in(place.context, place.clause)
    return judged.stance if judged is not None else None


def _backs_a_proposal(place: _Place, sense: Sense) -> bool:
    """Say whether what is supported is nobody's contribution: "unterstützt den Beitritt", "supports the peace process"."""
    names = place.topics.names(place.context.content_phrases(place.index, sense))
    return bool(names) and names <= BACKED and place.context.is_finite(place.clause)


def _of_calling(place: _Place) -> Iterator[Opinion]:
    """Calling something by a word of opinion: "nannte die Mission einen feindlichen Akt", "erklärte sie für bedeutungslos"."""
    clause, context = place.clause, place.context
    senses = context.lexicon.senses(clause.verb.lemma) if clause.verb is not None else ()
    calling = next((s for s in senses if s.kind == "judge"), None)
    if calling is None and clause.verb is not None and clause.verb.lemma in DECLARING:
        calling = next((replace(s, kind="judge", content=("obj",)) for s in senses), None)
        if not any(p.prep in ("zu", "für") and judgement_at(context, p) is not None for p in clause.phrases):
            return
    judged = judgement_in(context, clause)
    if calling is None or judged is None or judged.felt:
        return
    yield from _of_verb(place, calling, Stance.SUPPORTS if judged.stance == Stance.DEMANDS else judged.stance)


def _is_no_position(place: _Place, sense: Sense, stance: Stance) -> bool:
    """Say whether a verb of stance only greets, asks to be left unnamed, or tells how something was said.

    Examples: "begrüßte die Kanzlerin am Flughafen", "who asked not to be named", "…, he insisted".
    """
    content = place.context.content_phrases(place.index, sense)
    if sense.lemma in RECOGNISING and content:
        return all(_is_actor(place.context, p, persons=False) for p in content)
    if (sense.lemma in POLITE or stance == Stance.SUPPORTS) and content and not place.content():
        return all(_is_actor(place.context, p, persons=stance != Stance.SUPPORTS) for p in content)
    if sense.lemma in ASKING and not content:
        children = (place.context.clauses[c] for c in place.context.linked(place.index, Link.COMPLEMENT))
        return not any(
            c.kind == ClauseKind.INFINITIVE and c.verb is not None and c.verb.voice == "active" for c in children
        )
    if place.clause.link != Link.PARENTHESIS or content:
        return False
    return stance in (Stance.OPPOSES, Stance.SUPPORTS) or sense.lemma in ("insist", "beharren")


def _is_actor(context: Context, phrase: Phrase, *, persons: bool) -> bool:
    mentions = [m for part in phrase.each() for m in context.who.mentions if m.start <= part.head < m.end]
    if context.head(phrase).lower in ("uns", "us") or (context.head(phrase).pos == Pos.PRON and context.actors(phrase)):
        return True  # "backs us"
    return len(mentions) >= len(phrase.each()) and all(not persons or m.kind in PERSONS for m in mentions)


def _wishes_for_others(place: _Place, sense: Sense) -> bool:
    """Say whether somebody wants or expects something of others: "will, dass Berlin zahlt", "expects them to act"."""
    context, clause = place.context, place.clause
    if sense.lemma not in WISHES and sense.kind != "expect":
        return False
    own = {ref.actor for ref in context.actors(clause.subject)}
    asked = {r.actor for p in clause.phrases if p.prep in ("von", "of", "from") for r in context.actors(p)}
    if sense.kind == "expect" and asked - own:
        return True
    if sense.kind == "expect" and sense.value is None:
        return False
    children = [c for c in place.content() if c.link == Link.COMPLEMENT]
    if sense.kind == "expect":
        return any({r.actor for r in context.actors(c.subject)} - own for c in children if c.subject is not None)
    return any(is_wish_for_others(context, clause, c) for c in children)


def _of_verb(place: _Place, sense: Sense, stance: Stance, *, more: Sequence[Phrase] = ()) -> Iterator[Opinion]:
    context, clause = place.context, place.clause
    if clause.verb is None or set(clause.verb.modals) & (MUST | MIGHT):
        return
    if not any(need.kind == "neg" for need in sense.needs) and _is_turned(clause, sense):
        turn = turned(stance, negated=True)
        if turn is None:
            return
        stance = turn
    inside = place.content()
    if clause.link == Link.PARENTHESIS and clause.parent is not None and not inside:
        inside = (context.clauses[clause.parent],)
    if clause.marker in RELATIVES and clause.parent is not None:
        inside = (context.clauses[context.root(place.index)],)
    phrases = (*context.content_phrases(place.index, sense), *more) or _behind_verb(place)
    topic = place.topics.of(phrases, inside, clause.sentence)
    addressee = _addressee(context, clause, stance)
    for ref in holders(context, clause, place.said):
        if ref.actor == addressee and sense.lemma in ASKING:
            continue  # "will ask Congress": a matter of one's own
        yield Opinion(
            actor=ref,
            stance=stance,
            topic=topic.name,
            clauses=(place.index, *context.linked(place.index, *CONTENT)),
            rule=f"verb {sense.lemma}",
            said=place.said,
            aim=_aim(clause, inside),
            addressee=addressee,
            sure=topic.sure,
        )


def _behind_verb(place: _Place) -> tuple[Phrase, ...]:
    """What stands behind an English verb, where none of its phrases was found to be its content."""
    verb = place.clause.verb
    if place.context.analysis.language != "en" or verb is None or place.clause.link == Link.PARENTHESIS:
        return ()
    ends = [end for start, end in place.clause.own if start <= verb.head < end]
    return (Phrase(verb.head + 1, ends[0], verb.head),) if ends and verb.head + 1 < ends[0] else ()


def _is_turned(clause: Clause, sense: Sense) -> bool:
    if sense.kind == "judge" or any(need.kind == "stance" for need in sense.needs):
        return clause.negation is not None  # "keine Zweifel", "nannte das keinen Fehler"
    return is_negated(clause)


def _addressee(context: Context, clause: Clause, stance: Stance) -> str | None:
    if stance != Stance.DEMANDS:
        return None
    for phrase in clause.with_role(Role.OBJECT, Role.INDIRECT):
        refs = context.actors(phrase)
        if refs:
            return refs[0].actor
    return None


def _aim(clause: Clause, inside: Iterable[Clause]) -> Aim:
    for part in (clause, *inside):
        if part.verb is not None and part.verb.lemma in LESS:
            return Aim.LESS
    return Aim.MORE


def _of_refusal(place: _Place, sense: Sense) -> Iterator[Opinion]:
    """Refusing what others would do, or to talk, is opposition ("Moskau lehnt westliche Soldaten ab"); one's own contribution
    is a commitment."""
    phrases = place.context.content_phrases(place.index, sense)
    names = place.topics.names(phrases) or _taken_up(place, phrases)
    voted = sense.lemma in VOTING and not names & {"funding", "sanctions"}
    party = any(ref.actor in parties() for ref in place.context.actors(place.clause.subject))
    if refuses_own(place.context, place.clause, phrases) and not (names & TALKS or voted or party):
        return
    yield from _of_verb(place, sense, Stance.OPPOSES)


def _taken_up(place: _Place, phrases: Sequence[Phrase]) -> frozenset[str]:
    """The topic that a bare pronoun takes up: "Oslo lehnt ein solches ab"."""
    if not phrases or any(place.context.head(p).pos not in (Pos.PRON, Pos.DET, Pos.ADJ) for p in phrases):
        return frozenset()
    return frozenset({place.topics.of(phrases, (), place.clause.sentence).name})


# --- readiness to talk, feelings ---------------------------------------------------------------------------------


def _of_talks(place: _Place) -> Iterator[Opinion]:
    """Being ready to talk or to meet supports it: "zeigte sich zu Gesprächen bereit", "is open for contacts"."""
    context, clause = place.context, place.clause
    lemmas = {context.tokens[i].lemma.lower() for i in context.own_tokens(clause)}
    if not lemmas & READY:
        return
    topics = place.topics.names(clause.phrases, place.content())
    if not topics or not topics <= TALKS:
        return
    stance = Stance.OPPOSES if clause.negation is not None else Stance.SUPPORTS
    yield from _plain(place, holders(context, clause, place.said), stance, min(topics), "readiness to talk")


def _of_feeling(place: _Place) -> Iterator[Opinion]:
    """A predicate that tells what the subject feels is its position: "ist skeptisch", "is against", "zeigte sich erleichtert"."""
    clause = place.clause
    if clause.verb is None or clause.verb.lemma not in FEELING or set(clause.verb.modals) & (MUST | MIGHT):
        return
    if clause.link not in (Link.ROOT, Link.COORDINATE, Link.COMPLEMENT, Link.RELATIVE):
        return
    judged = judgement_in(place.context, clause) or leaning(place.context, clause)
    stance = turned(judged.stance, negated=clause.negation is not None) if judged is not None and judged.felt else None
    if stance is None:
        return
    refs = holders(place.context, clause, place.said)
    topic = place.topics.of([p for p in clause.phrases if p is not clause.subject], place.content(), clause.sentence)
    yield from _plain(place, refs, stance, topic.name, "feeling", sure=topic.sure)


def _of_threat(place: _Place) -> Iterator[Opinion]:
    """Threatening to attack what others send opposes it: "drohte, fremde Soldaten anzugreifen"."""
    clause, context = place.clause, place.context
    if (
        clause.verb is None
        or clause.verb.lemma not in ATTACKING
        or clause.parent is None
        or clause.link != Link.COMPLEMENT
    ):
        return
    outer = context.clauses[clause.parent]
    if outer.verb is None or outer.verb.lemma not in THREATENING or clause.negation is not None:
        return
    topic = place.topics.of([p for p in clause.phrases if p is not clause.subject], (), clause.sentence)
    yield from _plain(place, holders(context, outer, place.said), Stance.OPPOSES, topic.name, "threat", sure=topic.sure)


def _of_territory(place: _Place) -> Iterator[Opinion]:
    """Not giving up land opposes it: "werde kein Gebiet abtreten", "territory we will not give away"."""
    clause = place.clause
    if clause.negation is None or clause.verb is None or clause.verb.lemma not in GIVING_UP:
        return
    if place.topics.names([p for p in clause.phrases if p is not clause.subject]) == frozenset({"territory"}):
        refs = holders(place.context, clause, place.said)
        yield from _plain(place, refs, Stance.OPPOSES, "territory", "keeps its land")


def _of_asking(place: _Place) -> Iterator[Opinion]:
    """Asking whether something is not better otherwise is doubt: "fragte, ob nicht die EU führen solle"."""
    sense = place.context.sense(place.index)
    if sense is None or sense.kind != "ask":
        return
    asked = [place.context.clauses[c] for c in place.context.linked(place.index, Link.QUESTION)]
    doubted = [
        c
        for c in asked
        if c.marker in WHETHER and {place.context.tokens[i].lower for i in place.context.own_tokens(c)} & DOUBTED
    ]
    if doubted:
        topic = place.topics.of((), doubted, place.clause.sentence)
        refs = holders(place.context, place.clause, place.said)
        yield from _plain(place, refs, Stance.DOUBTS, topic.name, "asks whether not", sure=topic.sure)


def _of_verbless(place: _Place) -> Iterator[Opinion]:
    """A line whose verb of stance passes for a noun: "The economist Jane Doe doubts that …", "Oslo and Rome, however, voiced
    doubts about the mission"."""
    clause, context = place.clause, place.context
    if clause.verb is not None or context.analysis.language != "en" or clause.link != Link.ROOT:
        return
    start = next((i for i in range(clause.start, clause.end) if not context.who.actors_at(i)), clause.end)
    for i in range(clause.start + 1, min(start + REACH, clause.end)):
        refs = context.who.actors_in(clause.start, i)
        stance = stance_of_form(context, i, clause.end) if refs else None
        if stance is not None:
            rest = Phrase(i + 1, clause.end, i) if i + 1 < clause.end else None
            inside = [context.clauses[c] for c in context.children[place.index]]
            topic = place.topics.of([rest] if rest is not None else [], inside, clause.sentence)
            yield from _plain(place, refs, stance, topic.name, "verbless", sure=topic.sure * 0.8)
            return


def _plain(
    place: _Place, refs: Iterable[ActorRef], stance: Stance, topic: str, rule: str, *, sure: float = 1.0
) -> Iterator[Opinion]:
    for ref in refs:
        yield Opinion(
            actor=ref,
            stance=stance,
            topic=topic,
            clauses=(place.index, *place.context.linked(place.index, *CONTENT)),
            rule=rule,
            said=place.said,
            aim=Aim.MORE,
            sure=sure,
        )


# --- in somebody's words -----------------------------------------------------------------------------------------


def _of_saying(place: _Place) -> Iterator[Opinion]:
    """What somebody says others must do, or calls wrong or right, is his position."""
    said = place.said
    if said is None or not said.speakers or place.clause.link == Link.PARENTHESIS:
        return
    found = _obligation(place, said) or _said_judgement(place, said)
    if found is None:
        return
    stance, rule = found
    context, clause = place.context, place.clause
    children = [
        context.clauses[c] for c in context.children[place.index] if context.clauses[c].link != Link.PARENTHESIS
    ]
    phrases = [p for p in clause.phrases if not said.start <= p.head < said.end]
    topic = place.topics.of(phrases, children, clause.sentence)
    addressees = sorted(ref.actor for ref in context.actors(clause.subject) if ref.actor != said.speakers[0].actor)
    speaker = speaking(context, said)
    yield Opinion(
        actor=speaker,
        stance=stance,
        topic=topic.name,
        clauses=(place.index,),
        rule=rule,
        said=said,
        aim=_aim(clause, ()),
        addressee=addressees[0] if addressees and stance == Stance.DEMANDS else None,
        sure=topic.sure * 0.8,
    )


def _obligation(place: _Place, said: Said) -> tuple[Stance, str] | None:
    """What others must or must not do: "müsse zahlen", "must be debated", "dürften nie wieder", "cannot be allowed"."""
    clause, context = place.clause, place.context
    verb = clause.verb
    if verb is None or clause.link in (Link.RELATIVE, Link.CAUSE, Link.CONCESSION, Link.TIME):
        return None
    if verb.mood == Mood.IMPERATIVE and clause.kind == ClauseKind.MAIN and clause.subject is None:
        return (Stance.DEMANDS, "order") if place.topics.names(clause.phrases) else None
    modals = {*verb.modals, *([verb.lemma] if verb.lemma == "müssen" else [])}
    if not modals & NOT_ALLOWED or _is_unreal(place):
        return None
    if _is_about_own(place, said):
        return (Stance.DEMANDS, "claim to take part") if modals & MUST and place.words & TAKING_PART else None
    if clause.negation is None:
        return (Stance.DEMANDS, "obligation of others") if modals & MUST else None
    if modals & {"können", "can", "may"} and verb.voice == "active":
        return None
    if verb.lemma in ONGOING or place.words & ONGOING:
        return Stance.DEMANDS, "obligation of others"
    return Stance.OPPOSES, "not allowed"


def _is_unreal(place: _Place) -> bool:
    """Say whether an obligation is only thought: "dann müsste niemand so rechnen", or hangs on a condition."""
    verb = place.clause.verb
    nobody = place.clause.subject is not None and place.context.head(place.clause.subject).lower in (
        "niemand",
        "nobody",
    )
    return nobody and verb is not None and verb.mood in (Mood.HYPOTHETICAL, Mood.REPORTED) and verb.lemma not in MUST


def _is_about_own(place: _Place, said: Said) -> bool:
    """Say whether the subject is the speaker, or a parliament that has to agree first (a condition, no demand)."""
    context, subject = place.context, place.clause.subject
    if subject is None:
        return False
    head = context.head(subject)
    own = {ref.actor for ref in said.speakers}
    if head.lower in ("ich", "wir", "i", "we", "he", "she", "man") or own & {
        ref.actor for ref in context.actors(subject)
    }:
        return True
    trigger = context.lexicon.trigger(head.lemma)
    return trigger is not None and trigger.type in ("parliament", "un-mandate")


def _said_judgement(place: _Place, said: Said) -> tuple[Stance, str] | None:
    """A judgement in somebody's words: "das sei ein Fehler", "soldiers there would be legitimate targets"."""
    verb = place.clause.verb
    if verb is None or place.clause.link in (Link.RELATIVE, Link.CONDITION):
        return None
    if verb.lemma not in COPULAS | LIKENING and not is_participle_of_opinion(place.context, place.clause):
        return None
    judged = judgement_in(place.context, place.clause)
    if judged is None or judged.felt or _is_about_own(place, said):
        return None
    stance = turned(judged.stance, negated=place.clause.negation is not None)
    return (stance, "judgement in speech") if stance is not None else None


# --- nouns of stance ---------------------------------------------------------------------------------------------


def _of_nouns(place: _Place) -> Iterator[Opinion]:
    """Whose demand is answered, and with whom something meets what: "turned down an American request for ships", "stößt bei
    der Bank auf Widerstand"."""
    context, clause = place.context, place.clause
    sense = context.sense(place.index) if clause.verb is not None else None
    met = met_with(context, clause)
    if met is not None:
        stance, refs = met
        topic = place.topics.of([clause.subject] if clause.subject is not None else [], (), clause.sentence)
        yield from _plain(place, refs, stance, topic.name, "met with", sure=topic.sure)
        return
    if sense is None or (sense.kind not in ("refuse", "position") and sense.lemma not in ANSWERING):
        return
    for part, stance, ref in possessed_stances(context, clause):
        anchored = [context.clauses[c] for c in context.children[place.index] if context.clauses[c].anchor == part.head]
        topic = place.topics.of([part], anchored, clause.sentence)
        yield replace(
            next(_plain(place, (ref,), stance, topic.name, "noun of stance", sure=topic.sure)), clauses=(place.index,)
        )
