"""What a person looks for: words that have to be there, "words in a row", and -words that must not be; and where they are.

Uses `zusage.language.terms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zusage.errors import InputError
from zusage.language.terms import Term, find_known, find_words, terms_of_word
from zusage.model.quote import Span

MOST_WORDS = 20
"""Words that a question has at most."""

_PART = re.compile(r'(-)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))')

Phrase = tuple[tuple[str, ...], ...]
"""Words in a row, each with every term that it can have; a single word is a row of one."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a text has to have, all of it, and what it must not have."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...] = ()


def parse_question(words: str) -> Question:
    """Read a question: ``Häuser "security guarantees" -Truppen``.

    A word with a hyphen or a number with a unit is a row of its parts.

    Raises:
        InputError: there is nothing to look for, or too much.
    """
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for minus, quoted, plain in _PART.findall(words):
        row = find_words(quoted or plain)
        if row:
            (unwanted if minus else wanted).append(tuple(terms_of_word(word) for word in row))
    resource = f"search for “{words.strip()[:40]}”"
    if not wanted:
        raise InputError(resource, "names nothing to look for", hint="name a word that the reports have")
    if sum(len(row) for row in (*wanted, *unwanted)) > MOST_WORDS:
        raise InputError(resource, f"has more than {MOST_WORDS} words", hint="name fewer")
    return Question(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def find_marks(text: str, language: str, question: Question) -> Iterator[Span]:
    """Yield the runs of a text that a question asks for, in order; a compound is a run as a whole."""
    longest = max(len(row) for row in question.wanted)
    known = {each for row in question.wanted for alternatives in row for each in alternatives}
    window: list[Term] = []
    end = 0
    for term in find_known(text, language, known):
        if term is None:  # most words of a text: no row goes over them
            window = []
            continue
        window = [*window[-longest + 1 :], term] if longest > 1 else [term]
        for row in question.wanted:
            if len(row) <= len(window) and _fits(window[-len(row) :], row):
                start = max(window[-len(row)].start, end)
                if start < term.end:
                    yield Span(start, term.end)
                    end = term.end


def _fits(terms: Sequence[Term], row: Phrase) -> bool:
    """Say whether words are those of a row; parts of compounds count only for a single word."""
    if len(row) == 1:
        return terms[0].word in row[0] or any(each in row[0] for each in terms[0].more)
    return all(term.word in alternatives for term, alternatives in zip(terms, row, strict=True))
