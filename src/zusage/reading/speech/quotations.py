"""Words in quotation marks: whose they are.

1. A clause that reports has them as its content: "„Wir kommen“, sagte sie", "Er erklärte: „…“"; several sentences of one
   quotation are its content together.
2. A colon opens them: "Die Ministerin war deutlich: „Wir kommen.“".
3. They are a part of what is reported ("Das sei „ein Anfang“, sagte er") or judged ("nannte es „einen Anfang“").

Names and titles in quotation marks ("das Magazin „Lupe“") are nobody's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zusage.language.analysis import Pos, QuotedRun
from zusage.reading.context import Context
from zusage.reading.speech.frames import SAYING, cue_of
from zusage.reading.speech.model import Form, Run, Speech
from zusage.reading.speech.speakers import who_says

JUDGING = SAYING | {"judge"}
NOMINAL = frozenset({Pos.NOUN, Pos.PROPN})
SMALL = frozenset({Pos.NUM, Pos.ADP, Pos.DET})
"""What a name may have besides words with a capital: "Bild am Sonntag"."""

LEAST_WORDS = 4
"""From so many words on, words in marks are no name."""


def quote_speech(context: Context, framed: Sequence[Speech]) -> list[Speech]:
    """Make quotations of speech in quotation marks, and add those that no clause reports as a whole."""
    near: dict[int, list[Speech]] = {}
    for speech in framed:
        for number in {context.sentence_at(start) for start, _ in speech.message}:
            near.setdefault(number, []).append(speech)
    found: list[Speech] = []
    taken: set[int] = set()
    for quoted in context.analysis.quoted:
        numbers = range(context.sentence_at(quoted.start), context.sentence_at(quoted.end - 1) + 1)
        around = [speech for number in numbers for speech in near.get(number, ())]
        content = [s for s in around if _is_content(context, s.message, quoted)]
        if content:
            taken.update(id(s) for s in content)
            found.append(_direct(context, content[0], quoted))
            continue
        other = _after_colon(context, quoted) or _within(context, quoted, around) or _judged(context, quoted)
        if other is not None:
            found.append(other)
    return [*(s for s in framed if id(s) not in taken), *found]


def quoted_within(context: Context, free: Sequence[Speech], quoted: Sequence[Speech]) -> list[Speech]:
    """Quoted words within speech that goes on: "Es sei „ein Anfang“."."""
    taken = {start for speech in quoted if speech.form is Form.DIRECT for start, _ in speech.message}
    found: list[Speech] = []
    for speech in free:
        if speech.form is Form.DIRECT:
            continue
        for run in context.quoted_at(*speech.message[0]):
            nested = _within(context, run, [speech]) if run.start - 1 not in taken else None
            if nested is not None:
                found.append(nested)
    return found


def whole(context: Context, quoted: QuotedRun) -> Run:
    """A quotation with its marks."""
    return quoted.start - 1, min(quoted.end + 1, len(context.tokens))


def _is_content(context: Context, message: Sequence[Run], quoted: QuotedRun) -> bool:
    """Say whether a message stands in the marks; at most "dass" stands before them."""
    words = [i for run in message for i in range(*run) if context.tokens[i].pos != Pos.PUNCT]
    outside = [i for i in words if not quoted.start <= i < quoted.end]
    return len(outside) < len(words) and all(context.tokens[i].pos is Pos.SCONJ for i in outside)


def _direct(context: Context, speech: Speech, quoted: QuotedRun) -> Speech:
    run = whole(context, quoted)
    return replace(
        speech,
        message=(run,),
        form=Form.DIRECT,
        frame=tuple(part for part in speech.frame if not _overlaps(part, run)),
        clauses=_clauses(context, quoted),
    )


def _overlaps(one: Run, other: Run) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clauses(context: Context, quoted: QuotedRun) -> tuple[int, ...]:
    """The outermost clauses that begin in a quotation."""
    numbers = range(context.sentence_at(quoted.start), context.sentence_at(quoted.end - 1) + 1)
    near = (i for number in numbers for i in context.analysis.sentences[number].clauses)
    inside = {i for i in near if quoted.start <= context.clauses[i].start < quoted.end}
    return tuple(i for i in sorted(inside) if context.clauses[i].parent not in inside)


def _after_colon(context: Context, quoted: QuotedRun) -> Speech | None:
    """Words behind a colon: the subject of the clause before it says them."""
    colon = quoted.start - 2
    if colon < 1 or context.tokens[colon].text != ":":
        return None
    sentence = context.analysis.sentences[context.sentence_at(colon)]
    clause = max((i for i in sentence.clauses if context.clauses[i].start < colon), default=None)
    if clause is None:
        return None
    source, speakers = who_says(context, clause)
    verbless = context.clauses[clause].verb is None
    return Speech(
        message=(whole(context, quoted),),
        form=Form.DIRECT,
        rule="colon and quotation",
        told=((sentence.start, colon),),
        source=(sentence.start, colon) if verbless else source,
        cue=() if verbless else cue_of(context, context.clauses[clause]),
        frame=((sentence.start, colon + 1),),
        speakers=context.who.actors_in(sentence.start, colon)[:1] if verbless else speakers,
        clauses=_clauses(context, quoted),
    )


def _within(context: Context, quoted: QuotedRun, framed: Sequence[Speech]) -> Speech | None:
    """Words that are a part of a message: "Das sei „ein Anfang“, sagte er"."""
    if is_name(context, quoted):
        return None
    for speech in framed:
        if any(start <= quoted.start and quoted.end <= end for start, end in speech.message):
            return replace(
                speech,
                message=(whole(context, quoted),),
                form=Form.DIRECT,
                rule="quoted words",
                clauses=(),
                nested=True,
            )
    return None


def _judged(context: Context, quoted: QuotedRun) -> Speech | None:
    """Words in a clause whose verb says or judges: "nannte den Plan „einen Anfang“"."""
    if is_name(context, quoted):
        return None
    sentence = context.analysis.sentences[context.sentence_at(quoted.start)]
    for index in reversed(sentence.clauses):
        clause, sense = context.clauses[index], context.sense(index)
        if not any(start <= quoted.start < end for start, end in clause.own) or clause.verb is None:
            continue
        if sense is None or sense.kind not in JUDGING:
            return None
        source, speakers = who_says(context, index)
        run = whole(context, quoted)
        return Speech(
            message=(run,),
            form=Form.DIRECT,
            rule="judged in quotation marks",
            told=clause.own,
            source=source,
            cue=cue_of(context, clause),
            frame=tuple(r for r in ((sentence.start, run[0]), (run[1], clause.end)) if r[0] < r[1]),
            speakers=speakers,
        )
    return None


def is_name(context: Context, quoted: QuotedRun) -> bool:
    """Say whether words in quotation marks are a name or title, and nobody's words: "die Zeitung „Lupe“"."""
    tokens = context.tokens[quoted.start : quoted.end]
    words = [t for t in tokens if t.pos != Pos.PUNCT]
    if any(t.pos in (Pos.VERB, Pos.AUX) for t in words) or len(words) >= LEAST_WORDS:
        return False
    before = context.tokens[quoted.start - 2].pos if quoted.start > 1 else Pos.X
    if before in NOMINAL and any(t.pos in NOMINAL for t in words):
        return True
    capitals = all(t.text[:1].isupper() or t.pos in SMALL for t in words)
    return capitals and bool(words) and words[0].text[:1].isupper()
