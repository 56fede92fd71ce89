"""Clauses that report: a verb of saying over what is said, and one set into it.

1. A complement: "Die Ministerin sagte, das Land werde helfen", "… said that it would".
2. A parenthesis: "Das Land werde helfen, sagte die Ministerin", "wie die Behörde mitteilte", "so der Minister", "she said".

Source: codebook, sections 2 (`speaker`, `voice`).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Pos, Role, Voice
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech.model import Form, Run, Speech
from zusage.reading.speech.spans import descendants, message, run_of, with_commas
from zusage.reading.speech.speakers import beside_message, who_says

SAYING = frozenset({"say", "ask", "deny", "position", "expect", "commit", "refuse"})
"""Classes of verbs whose subject says the complement."""

FINDING = words("finding-verbs")
FINDINGS = words("findings")
NO_SPEECH = words("no-speech")
ADVERBS = frozenset({"weiter", "dazu"})
"""Adverbs that pass for particles: "sagte weiter"."""

CORRELATES = frozenset({"davon", "darauf", "dafür", "dagegen", "darüber", "daran", "dazu", "dahingehend"})


def frame_speech(context: Context, index: int) -> Iterator[Speech]:
    """Yield what a clause reports: its complements, or the clause that it is set into."""
    if is_parenthesis(context, index):
        yield from _around(context, index)
    else:
        yield from _under(context, index)


def is_parenthesis(context: Context, index: int) -> bool:
    """Say whether a clause names the speaker of the one it hangs on: ", sagte er", ", wie X mitteilte", ", she said"."""
    clause = context.clauses[index]
    sense = context.sense(index)
    if clause.link == Link.PARENTHESIS:
        return _tells(context, index)
    if clause.marker == "wie" and clause.link in (Link.QUESTION, Link.MANNER):
        return _is_aside(context, index)
    if clause.marker == "as" and clause.link == Link.MANNER:
        return _words_it(context, clause)
    if sense is None or sense.kind not in ("say", "position") or clause.verb is None or clause.kind != ClauseKind.MAIN:
        return False
    if sense.kind == "position" and (context.content_phrases(index, sense) or context.children[index]):
        return False
    if clause.link not in (Link.COMPLEMENT, Link.COORDINATE):
        return False
    first = first_word(context, clause)
    if first is None or context.tokens[first].pos == Pos.CCONJ or _goes_on(clause):
        return False
    return first == clause.verb.finite or (clause.link == Link.COORDINATE and context.analysis.language == "en")


def _is_aside(context: Context, index: int) -> bool:
    """Say whether a clause with "wie" tells a source: "Wie die Behörde bekannt gab, …", "wie aus dem Bericht hervorgeht"."""
    clause = context.clauses[index]
    sense = context.sense(index)
    if clause.verb is None or clause.parent is None or clause.with_role(Role.OBJECT):
        return False
    above = context.sense(clause.parent)
    if above is not None and above.kind in ("say", "ask"):
        return False  # "fragte, wie er das sage"
    return clause.verb.lemma in FINDING or (sense is not None and sense.kind in ("say", "commit"))


def _words_it(context: Context, clause: Clause) -> bool:
    """Say whether a clause tells whose wording it is: "…, as the Finnish minister **put it**"."""
    if clause.verb is None or clause.verb.lemma not in words("wording-verbs"):
        return False
    return any(context.head(phrase).lower == "it" for phrase in clause.phrases if phrase is not clause.subject)


def _tells(context: Context, index: int) -> bool:
    """Say whether a parenthesis tells who speaks, and is no mere remark: a verb of saying, "so" or "wie"."""
    clause = context.clauses[index]
    first = first_word(context, clause)
    word = context.tokens[first].lower if first is not None else ""
    if clause.verb is None:
        return word == "so" and clause.subject is not None
    if word in {"so", "wie", "as"}:
        return True
    sense = context.sense(index)
    if sense is None or sense.kind not in SAYING:
        return False
    return context.analysis.language != "de" or not _goes_on(clause)


def _goes_on(clause: Clause) -> bool:
    """Say whether a clause is a second verb phrase: "Oslo hat Schiffe versprochen, nennt jedoch keinen Tag"."""
    verb = clause.verb
    return clause.subject is None and verb is not None and verb.voice == Voice.ACTIVE and verb.lemma != "verlauten"


def first_word(context: Context, clause: Clause) -> int | None:
    """The first own token that is no sign."""
    return next((i for i in context.own_tokens(clause) if context.tokens[i].pos != Pos.PUNCT), None)


def _around(context: Context, index: int) -> Iterator[Speech]:
    clause = context.clauses[index]
    host = clause.parent
    if host is None:
        return
    top = _whole(context, host)
    rest = [c for c in context.linked(index, Link.COMPLEMENT) if not _hangs_on_noun(context, c)]  # "…, sagte er, …"
    set_in = descendants(context, index)
    behind = [d for c in rest for d in descendants(context, c)]
    content = [*(set(descendants(context, top)) - set(set_in)), *behind]
    frame_clauses = [d for d in set_in if d not in behind and context.clauses[d].start >= clause.start]
    own = run_of(context, frame_clauses)
    frame = with_commas(context, own, sentence_run(context, clause))
    source, speakers = who_says(context, index, aside=True)
    speakers = beside_message(context, index, speakers)
    yield Speech(
        message=message(context, run_of(context, content), [frame]),
        form=Form.INDIRECT,
        rule="parenthesis",
        told=clause.own,
        source=source,
        cue=cue_of(context, clause),
        frame=(frame,),
        addressee=addressee(clause),
        speakers=speakers,
        clauses=(host, *rest),
    )


def _whole(context: Context, index: int) -> int:
    """The first of the coordinated main clauses that a parenthesis is set into or behind."""
    clause = context.clauses[index]
    while clause.parent is not None and clause.link == Link.COORDINATE:
        index = clause.parent
        clause = context.clauses[index]
    return index


def _under(context: Context, index: int) -> Iterator[Speech]:
    clause = context.clauses[index]
    inner = [c for c in context.linked(index, Link.COMPLEMENT) if not is_parenthesis(context, c)]
    inner = [c for c in inner if not _stands_beside(context, index, context.clauses[c])]
    if clause.verb is None or not inner or not _reports(context, index, inner):
        return
    own = [c for c in inner if not _hangs_on_noun(context, c)] or inner
    run = run_of(context, [d for c in own for d in descendants(context, c)])
    source, speakers = who_says(context, index)
    infinite = all(context.clauses[c].kind == ClauseKind.INFINITIVE for c in inner)
    yield Speech(
        message=message(context, run),
        form=Form.INDIRECT,
        rule="infinitive" if infinite else "complement",
        told=clause.own,
        source=source,
        cue=cue_of(context, clause),
        frame=_beside(context, clause, run),
        addressee=addressee(clause),
        speakers=speakers,
        clauses=tuple(inner),
    )


def _stands_beside(context: Context, index: int, inner: Clause) -> bool:
    """Say whether a main clause only follows one that has its object: "Oslo sagte Geld zu, Riga will Schiffe schicken"."""
    if context.analysis.language != "de" or inner.kind != ClauseKind.MAIN or inner.verb is None:
        return False
    if inner.verb.mood != Mood.INDICATIVE or context.tokens[inner.start - 1].text != ",":
        return False
    sense = context.sense(index)
    if sense is None or sense.kind == "say":
        return False
    objects = context.clauses[index].with_role(Role.OBJECT)
    return any(context.head(phrase).pos in (Pos.NOUN, Pos.PROPN) for phrase in objects)


def _hangs_on_noun(context: Context, index: int) -> bool:
    anchor = context.clauses[index].anchor
    return anchor is not None and context.tokens[anchor].pos in (Pos.NOUN, Pos.PROPN)


def _reports(context: Context, index: int, inner: list[int]) -> bool:
    """Say whether a clause reports its complements: by its verb, its predicate, or by their Konjunktiv I."""
    sense, verb = context.sense(index), context.clauses[index].verb
    if verb is None:
        return False
    rows = [context.clauses[c] for c in inner]
    if all(c.kind == ClauseKind.INFINITIVE for c in rows) and verb.lemma in NO_SPEECH:
        return False
    if sense is not None and sense.kind in SAYING:
        return True
    if any(c.kind == ClauseKind.SUBORDINATE for c in rows) and _finds(context, index):
        return True
    if verb.mood == Mood.REPORTED:  # "die Lage sei ernst, man prüfe alles": side by side
        return False
    return any(c.kind == ClauseKind.MAIN and c.verb is not None and c.verb.mood == Mood.REPORTED for c in rows)


def _finds(context: Context, index: int) -> bool:
    """Say whether a clause states what is found or thought: "es wird angenommen", "ist der Ansicht", "wurde bekannt"."""
    clause = context.clauses[index]
    if clause.verb is not None and clause.verb.lemma in FINDING:
        return True
    words = (context.tokens[i] for i in context.own_tokens(clause))
    return any(token.lower in FINDINGS or token.lemma.lower() in FINDINGS for token in words)


def _beside(context: Context, clause: Clause, run: Run) -> tuple[Run, ...]:
    """The words of the sentence before what is said, or of the clause behind it."""
    start, end = sentence_run(context, clause)
    last = clause.own[-1][1]
    runs = [(start, run[0])] if run[0] > start else []
    if last > run[1]:
        runs.append((run[1], min(last, end)))
    return tuple(runs)


def sentence_run(context: Context, clause: Clause) -> Run:
    """The run of a clause's sentence."""
    sentence = context.analysis.sentences[clause.sentence]
    return sentence.start, sentence.end


def cue_of(context: Context, clause: Clause) -> tuple[int, ...]:
    """The words that make it speech: "teilte … mit", "wies darauf hin", "wie … sagte", "so"."""
    if clause.verb is None:
        first = first_word(context, clause)
        return (first,) if first is not None else ()
    impersonal = clause.verb.lemma == "heißen" or clause.verb.voice is not Voice.ACTIVE
    found = {i for i in clause.verb.tokens if context.tokens[i].lower not in ADVERBS}
    for i in context.own_tokens(clause):
        token = context.tokens[i]
        particle = (clause.verb.reflexive and token.lower == "sich") or (impersonal and token.lower == "es")
        if token.lower in CORRELATES or particle or token.lower in FINDINGS or token.lemma.lower() in FINDINGS:
            found.add(i)
    first = first_word(context, clause)
    if clause.marker in ("wie", "as") and first is not None:
        found.add(first)
    return tuple(sorted(found))


def addressee(clause: Clause) -> Run | None:
    """To whom it is said: "sagte Reportern", "gegenüber dem Sender", "told reporters"."""
    for phrase in clause.phrases:
        if phrase.role == Role.INDIRECT and phrase.prep is None:
            return phrase.start, phrase.end
        if phrase.prep == "gegenüber":
            return phrase.start, phrase.end
    return None
