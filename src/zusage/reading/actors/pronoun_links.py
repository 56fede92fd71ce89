"""Pronouns: what "er", "sie", "it", "they", "sein", "their", "man", "wir" and "we" stand for. Uses the walk."""

from __future__ import annotations

from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link, Pos
from zusage.reading.actor_tables import words
from zusage.reading.actors.discourse import Pronoun, narrowed
from zusage.reading.actors.mention import ActorRef, Mention, MentionKind, Use
from zusage.reading.actors.take_ups import descriptions
from zusage.reading.actors.walk import Walk

_EMPTY = {language: words("empty-verbs", language) for language in ("de", "en")}
_POLITE = words("polite", "de")
_THIRD_RELATIVES = words("third-relatives", "de")
_THIRD_PERSONS = frozenset({"it", "they"})
_EXPLETIVE = frozenset({"es", "it"})
_POSSESSED = frozenset({"'s", "’s"})
_HEARSAY = frozenset({"heißen", "verlauten"})
_OFFICE_HOLDERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


def link_pronoun(walk: Walk, index: int, pronoun: Pronoun) -> None:
    """Link a pronoun to what it stands for, if anything fits, and make it an entity of its own.

    Example: "Die Ministerin zögert. Ihr Land habe kein Geld, sagte sie."
    """
    if pronoun.kinds & {"we", "i"}:
        _link_speaker(walk, index, personal="i" in pronoun.kinds)
    elif (
        _is_of_stranger(walk, index)
        or _is_of_thing_before(walk, index)
        or _is_no_pronoun(walk, index)
        or (pronoun.possessive and _link_relative(walk, index))
    ):
        return
    elif "man" in pronoun.kinds:
        _link_impersonal(walk, index)
    elif not (_link_own(walk, index) or _link_spoken_for(walk, index) or _link_who_says_it(walk, index)):
        _link_antecedent(walk, index, pronoun)


def _link_own(walk: Walk, index: int) -> bool:
    """Link "its" to a subject whose name has the form of a plural: "**The UN** released 20 million from **its** fund"."""
    clause = walk.clause(index)
    if walk.word(index) != "its" or clause is None or clause.subject is None or clause.subject.end > index:
        return False
    mention = walk.who.by_token.get(clause.subject.head)
    plural = mention is not None and mention.plural and mention.use is Use.NAME
    refs = walk.who.actors_at(clause.subject.head) if plural else ()
    if len(refs) == 1:
        walk.link(index, (replace(refs[0], reason="the subject's own"),))
    return len(refs) == 1


def _is_of_stranger(walk: Walk, index: int) -> bool:
    """Say whether "it" is whoever says it, a name that nobody knows: "Oman paid. Acme Power said **it** would invest 5 million".

    The state that was spoken of before is not meant; nor before "the Jeddah-based bank said **it** will lend 5 million".
    """
    clause = walk.clause(index)
    if walk.word(index) != "it" or clause is None or clause.link is not Link.COMPLEMENT or clause.parent is None:
        return False
    saying = walk.who.analysis.clauses[clause.parent].subject
    if saying is None or saying.dependents or walk.who.actors_of(saying, places=True):
        return False
    head = walk.who.analysis.tokens[saying.head]
    firm = head.pos is Pos.NOUN and "state" not in descriptions(walk.language).get(head.lower, frozenset({"state"}))
    return (head.pos is Pos.PROPN or firm) and index in walk.discourse.subjects and saying.head not in walk.who.by_token


def _is_of_thing_before(walk: Walk, index: int) -> bool:
    """Say whether "it" is a thing that its clause opens with: "Peru paid. In **the fund's** first year **it** helped Mali"."""
    clause = walk.clause(index)
    if walk.word(index) != "it" or clause is None or clause.subject is None or clause.subject.head != index:
        return False
    owners = (i - 1 for i in range(clause.start + 1, index) if walk.word(i) in _POSSESSED)
    tokens = walk.who.analysis.tokens
    return any(tokens[i].pos is Pos.NOUN and not walk.who.actors_at(i, places=True) for i in owners)


def _link_spoken_for(walk: Walk, index: int) -> bool:
    """Link "it" in what an office-holder says to whom he speaks for, if nobody else is named between; say whether it was.

    Example: "Oslo waits. A spokesperson for Qatar said it would pay."
    """
    clause = walk.clause(index)
    if walk.word(index) != "it" or clause is None or clause.link is not Link.COMPLEMENT or clause.parent is None:
        return False
    saying = walk.who.analysis.clauses[clause.parent].subject
    mention = walk.who.by_token.get(saying.head) if saying is not None else None
    refs = walk.who.actors_at(saying.head) if saying is not None else ()
    if mention is None or len(refs) != 1 or mention.kind not in _OFFICE_HOLDERS or refs[0].actor.startswith("person:"):
        return False
    between = (walk.who.by_token.get(token) for token in range(mention.end, index))
    if index not in walk.discourse.subjects or any(other is not None and other.acts for other in between):
        return False
    walk.link(index, (replace(refs[0], person=None, reason="whom the speaker speaks for"),))
    return True


def _link_who_says_it(walk: Walk, index: int) -> bool:
    """Link "it", "they" right behind the verb of a relative clause to whom that is about; say whether it was.

    Example: "Oslo waits. Like Peru and Chile, which announced **they** would send troops, …".
    """
    said = index - 1 - (walk.word(index - 1) == "that")
    clause = walk.clause(said) if walk.word(index) in _THIRD_PERSONS and index in walk.discourse.subjects else None
    if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.verb is None or clause.verb.head != said:
        return False
    refs = walk.who.actors_of(clause.subject, places=True) if clause.subject is not None else ()
    if refs:
        walk.link(index, tuple(replace(ref, reason="whom the relative clause is about") for ref in refs))
    return bool(refs)


def _link_antecedent(walk: Walk, index: int, pronoun: Pronoun) -> None:
    entity = walk.discourse.antecedent(index, pronoun, narrowed(walk.discourse, index, pronoun.kinds))
    if entity is None or not entity.refs:
        return
    refs = tuple(replace(ref, reason="a pronoun for what was named before") for ref in entity.refs)
    walk.link(index, refs)
    if not pronoun.possessive:
        walk.discourse.add(index, refs, entity.kinds, entity.mention)


def _is_no_pronoun(walk: Walk, index: int) -> bool:
    """Say whether the word is a verb ("sein"), polite "Sie", an article ("diese Länder"), or an empty "es", "it"."""
    token, following = walk.who.analysis.tokens[index], walk.token(index + 1)
    if token.pos in {Pos.AUX, Pos.VERB} or (token.lower in _EXPLETIVE and not _is_full(walk, index)):
        return True
    if walk.german and token.lower in _POLITE and token.text[0].isupper():
        return index not in walk.discourse.sentence_starts and walk.word(index - 1) not in {":", "„", "."}
    article = token.lower.startswith(("diese", "jene"))
    return article and following is not None and following.pos in {Pos.NOUN, Pos.ADJ, Pos.NUM}


def _is_full(walk: Walk, index: int) -> bool:
    """Say whether "es", "it" may stand for something: the subject of a verb that can act.

    Examples: "Das Forum tagt. Es lehnt den Einsatz ab." against "Es gibt keine Zusage."; "whether **it will take part**"
    against "it will take weeks".
    """
    clause = walk.clause(index)
    if index not in walk.discourse.subjects or clause is None or clause.verb is None:
        return False
    if clause.verb.lemma == "take" and walk.word(clause.verb.head + 1) == "part":
        return True
    return clause.verb.lemma.lower().replace("ß", "ss").replace("ü", "u") not in _EMPTY[walk.language]


def _link_relative(walk: Walk, index: int) -> bool:
    """Link "dessen", "deren" of a relative clause to the noun it hangs on; say whether it was one."""
    clause = walk.clause(index)
    if walk.word(index) not in _THIRD_RELATIVES or clause is None:
        return False
    if clause.kind is not ClauseKind.RELATIVE or clause.anchor is None:
        return False
    refs = walk.who.actors_at(clause.anchor)
    if refs:
        walk.link(index, refs)
    return bool(refs)


def _link_impersonal(walk: Walk, index: int) -> None:
    """Link German "man" in reported speech to whoever speaks: "In Oslo heißt es, man prüfe das"."""
    if (ref := _reporting(walk, index)) is not None:
        walk.link(index, (ref,))
        return
    for entity in walk.discourse.recent(index, 1):
        speaks = entity.subject or (entity.mention is not None and entity.mention.use is Use.SOURCE)
        if speaks and entity.refs and not entity.place:
            walk.link(index, entity.refs)
            return


def _reporting(walk: Walk, index: int) -> ActorRef | None:
    """Return who is named behind what is said: "Man prüfe das, hieß es **in Oslo**", "…, sagte **ein Sprecher Perus**"."""
    clause = walk.clause(index)
    if clause is None:
        return None
    for number in walk.who.analysis.sentences[clause.sentence].clauses:
        other = walk.who.analysis.clauses[number]
        if other.link is not Link.PARENTHESIS or other.start < index:
            continue
        hearsay = other.verb is not None and other.verb.lemma in _HEARSAY
        for token in range(other.start, other.end):
            named = walk.who.by_token.get(token)
            if named is not None and named.actor is not None and (named.acts or named.use is Use.SOURCE or hearsay):
                return ActorRef(named.actor, named.person, named.authority, named, "who says it")
    return None


def _link_speaker(walk: Walk, index: int, *, personal: bool) -> None:
    """Link "we" and "I" in quotation marks to the one who is quoted: "We will pay", said the minister."""
    run = next((run for run in walk.who.analysis.quoted if run.start <= index < run.end), None)
    ref = _quoted(walk, run.start, run.end) if run is not None else None
    if ref is not None:
        private = personal or ref.actor.startswith("person:")
        walk.link(index, (replace(ref, reason="the speaker" if private else "the speaker's side"),))


def _quoted(walk: Walk, start: int, end: int) -> ActorRef | None:
    """Return who says a quotation: a subject outside of it in its sentences, else the last subject before it."""
    for mention in _beside(walk, start, end):
        refs = walk.who.actors_at(mention.head)
        if refs:
            return refs[0]
    for entity in walk.discourse.recent(start, 2):
        if entity.subject and entity.refs and not entity.place:
            return entity.refs[0]
    return None


def _beside(walk: Walk, start: int, end: int) -> list[Mention]:
    """Return the subjects outside of a quotation in the sentences that it stands in, the closest first."""
    discourse = walk.discourse
    first, last = discourse.sentence(start), discourse.sentence(end - 1)
    starts = discourse.sentence_starts
    begin = starts[first] if starts else 0
    stop = starts[last + 1] if last + 1 < len(starts) else len(walk.who.analysis.tokens)
    near = dict.fromkeys(walk.who.by_token[token] for token in range(begin, stop) if token in walk.who.by_token)
    found = [
        mention
        for mention in near
        if (mention.end <= start or mention.start >= end)
        and not discourse.subjects.isdisjoint(range(mention.start, mention.end))
    ]
    return sorted(found, key=lambda mention: min(abs(mention.start - end), abs(start - mention.end)))
