"""Who says it: the speaker of each clause, and in whose words.

Rules, in this order; the first that gives a speaker wins:

1. a parenthesis names the speaker: "…, sagte er", "…, wie der Kanzler mitteilte", "…, she said";
2. the clause hangs on a verb of saying as its complement: "Merz sagte, Deutschland werde helfen";
3. a phrase does: "nach Angaben des Ministeriums", "laut Polizei", "according to the ministry";
4. a name and a colon stand before it: "Macron: 26 countries …";
5. the sentence stands in the Konjunktiv I and follows a sentence of somebody ("Er habe …", "An der Front werde …");
6. the sentence stands in quotation marks and follows or precedes one of somebody.

Source: codebook, sections 2 (`speaker`, `voice`).
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.analysis import ClauseKind
from zusage.reading.context import Context
from zusage.reading.speech.carrying import Walk
from zusage.reading.speech.frames import frame_speech
from zusage.reading.speech.model import Said, Speech
from zusage.reading.speech.quotations import quote_speech, quoted_within
from zusage.reading.speech.sources import demnach_speech, phrase_speech
from zusage.reading.speech.speakers import kept_on


def attribute(context: Context) -> tuple[Said | None, ...]:
    """Find for each clause who says it; None: the outlet itself."""
    said, _ = _attribution(context)
    return tuple(Said(s.speakers, s.voice, s.rule, s.told) if s is not None else None for s in said)


def find_speech(context: Context) -> tuple[Speech, ...]:
    """Find all that is said in a report, in document order: messages with the words that say whose they are."""
    _, speeches = _attribution(context)
    return tuple(sorted(speeches, key=lambda s: s.message[0]))


def _attribution(context: Context) -> tuple[list[Speech | None], list[Speech]]:
    """The speech of each clause, and all speech of the report."""
    clauses = range(len(context.clauses))
    framed = [s for index in clauses for s in frame_speech(context, index)]
    framed = kept_on(context, framed)
    framed.sort(key=lambda s: s.rule != "parenthesis")
    framed.extend(s for index in clauses for s in phrase_speech(context, index))
    framed.extend(s for index in clauses for s in demnach_speech(context, index))
    speeches = quote_speech(context, framed)
    walk = Walk(context, _hosts(context, speeches))
    walk.run()
    free = [s for s in walk.free if s.message]
    return walk.found, [*(s for s in speeches if s.message), *free, *quoted_within(context, free, speeches)]


def _hosts(context: Context, speeches: Sequence[Speech]) -> dict[int, Speech]:
    """The speech that a clause is the outermost one of; the first rule that names somebody wins."""
    hosts: dict[int, Speech] = {}
    for speech in speeches:
        if speech.rule == "infinitive":
            continue
        for host in speech.clauses:
            if speech.rule != "complement" or context.clauses[host].kind != ClauseKind.INFINITIVE:
                hosts.setdefault(host, speech)
    return hosts
