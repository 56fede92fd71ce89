"""Phrases that name a source: "laut Polizei", "nach Angaben der Regierung", "so der Minister", a name and a colon.

Source: codebook, section 2 (`speaker`).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Phrase, Pos, Sentence
from zusage.reading.actors import ActorRef, Use
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech.frames import sentence_run
from zusage.reading.speech.model import Form, Run, Speech
from zusage.reading.speech.spans import descendants, message, run_of, with_commas

SOURCES = words("source-preps")
AFTER = frozenset({"zufolge", "gemäß"})
SOURCE_NOUNS = words("source-nouns")
"""Nouns that with "nach" name a source: "nach Angaben von", "nach den Worten"."""
WORDINGS = frozenset({"words", "worten"})
LONGEST_SHORT = 3
"""Letters of capitals that are no city: "EU:", "IWF:"."""


def phrase_speech(context: Context, index: int) -> Iterator[Speech]:
    """Yield what a phrase of the clause gives as somebody's words: "Laut Polizei ist die Straße frei"."""
    clause = context.clauses[index]
    for phrase in clause.phrases:
        if not is_source(context, phrase):
            continue
        run, cue = _extent(phrase)
        refs = context.actors(phrase) or tuple(r for part in phrase.dependents for r in context.actors(part))
        if not refs and any(context.tokens[i].lemma.lower() == "eigen" for i in context.inner_tokens(phrase)):
            refs = context.actors(clause.subject)  # "nach eigenen Angaben"
        whole = run_of(context, descendants(context, index))
        frame = with_commas(context, run, sentence_run(context, clause)) if _is_apart(context, run) else run
        yield Speech(
            message=message(context, whole, [frame]),
            form=Form.INDIRECT,
            rule="source phrase",
            told=(run,),
            source=_named(run, cue),
            cue=cue,
            frame=(frame,),
            speakers=refs,
            clauses=(index,),
        )
        return


def is_source(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names a source: "nach Angaben des Ministeriums", "laut …", "according to …"."""
    if phrase.prep is None:
        return _is_followed(context, phrase)
    if phrase.prep == "nach":
        return _is_source_noun(context, phrase)
    if phrase.prep == "in":  # "in the words of its ambassador"
        return context.head(phrase).lower in WORDINGS and any(part.prep in ("of", None) for part in phrase.dependents)
    return phrase.prep in SOURCES and not (phrase.prep == "per" and context.analysis.language == "de")


def _is_source_noun(context: Context, phrase: Phrase) -> bool:
    """Say whether a noun names words or findings, compounds too: "Polizeiangaben", "UNO-Schätzungen"."""
    lemma = context.head(phrase).lemma.lower()
    return any(lemma.endswith((noun, f"{noun}n", f"{noun}en")) for noun in SOURCE_NOUNS)


def _is_followed(context: Context, phrase: Phrase) -> bool:
    """Say whether a preposition of source stands behind a phrase: "Medienberichten zufolge", "seiner Meinung nach"."""
    if phrase.end >= len(context.tokens):
        return False
    word = context.tokens[phrase.end].lower
    if word == "nach":
        return _is_source_noun(context, phrase)
    return word in AFTER


def _extent(phrase: Phrase) -> tuple[Run, tuple[int, ...]]:
    """A source phrase with its preposition before or behind it, and that preposition."""
    if phrase.prep is None:
        return (phrase.start, phrase.end + 1), (phrase.end,)
    size = len(phrase.prep.split())
    return (phrase.start, phrase.end), tuple(range(phrase.start, phrase.start + size))


def _named(run: Run, cue: tuple[int, ...]) -> Run:
    return (run[0] + len(cue), run[1]) if cue[0] == run[0] else (run[0], run[1] - 1)


def _is_apart(context: Context, run: Run) -> bool:
    """Say whether a phrase is set off by commas."""
    return run[0] > 0 and context.tokens[run[0] - 1].text == ","


def demnach_speech(context: Context, index: int) -> Iterator[Speech]:
    """Yield what "demnach" opens: "Es gibt einen neuen Bericht. Demnach sinkt die Zahl"; the walk finds whose it is."""
    clause = context.clauses[index]
    place = next((i for i in context.own_tokens(clause) if context.tokens[i].lower == "demnach"), None)
    if place is None or clause.parent is not None:
        return
    frame = (place, place + 1)
    yield Speech(
        message=message(context, run_of(context, descendants(context, index)), [frame]),
        form=Form.INDIRECT,
        rule="demnach",
        told=(frame,),
        source=frame,
        cue=(place,),
        frame=(frame,),
        clauses=(index,),
    )


def before_colon(context: Context, sentence: Sentence) -> Speech | None:
    """What a name and a colon open: "Macron: 26 countries have committed"."""
    start, end = sentence.start, sentence.end
    for i in range(start, min(end - 1, start + 8)):
        if context.tokens[i].text == ":":
            if any(context.tokens[k].pos in (Pos.VERB, Pos.AUX) for k in range(start, i)):
                return None
            refs = context.who.actors_in(start, i)
            if not refs or not _is_sentence(context, i + 1, end) or _is_dateline(context, start, i):
                return None
            return _named_speech(context, (start, i), (i + 1, end), refs, "name before a colon")
    return None


def _is_dateline(context: Context, start: int, end: int) -> bool:
    """Say whether capital letters open a report: "KARACHI: The donors …" is where it was written, and nobody's words."""
    named = context.who.by_token.get(start)
    capitals = all(token.text.isupper() and len(token.text) > LONGEST_SHORT for token in context.tokens[start:end])
    return start == 0 and capitals and named is not None and named.use is not Use.NAME


def _is_sentence(context: Context, start: int, end: int) -> bool:
    """Say whether words behind a colon say something: a line of a list ("Oslo: 200 soldiers") says nothing."""
    return any(context.tokens[i].pos in (Pos.VERB, Pos.AUX) for i in range(start, end))


def after_so(context: Context, sentence: Sentence) -> Speech | None:
    """What "so" and a name close: "…, so Außenamtssprecherin X", "…, so der Minister"."""
    start, end = sentence.start, sentence.end
    for i in range(end - 1, start, -1):
        if context.tokens[i].lower == "so" and context.tokens[i - 1].text in {",", "“", '"'} and i + 1 < end:
            refs = context.who.actors_in(i + 1, min(i + 8, end))
            if refs:
                return _named_speech(context, (i, min(i + 4, end)), (start, i), refs[:1], "so and a name")
    return None


def _named_speech(context: Context, frame: Run, content: Run, refs: tuple[ActorRef, ...], rule: str) -> Speech:
    return Speech(
        message=message(context, content),
        form=Form.INDIRECT,
        rule=rule,
        told=(frame,),
        source=frame,
        frame=(frame,),
        speakers=refs,
    )
