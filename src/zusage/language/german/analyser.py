"""The German analysis from text to clauses: sentences, tokens, tags, phrases, fields, roles.

Uses the modules beside it, `zusage.language.sentences` and `zusage.language.quotation`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from zusage.language.analysis import Analysis, Clause, Pos, QuotedRun, Sentence, Token
from zusage.language.german.assembly import build_clauses
from zusage.language.german.chunks import Chunker
from zusage.language.german.fields import find_clauses
from zusage.language.german.lexicon import read_table
from zusage.language.german.moods import settle_moods
from zusage.language.german.names import Words
from zusage.language.german.repairs import repair_tags
from zusage.language.german.segments import find_segments
from zusage.language.german.tagging import find_tags
from zusage.language.german.tokens import find_tokens
from zusage.language.german.words import find_lemma, strip_genitive
from zusage.language.quotation import quoted_tokens
from zusage.language.sentences import split_sentences

_LONGEST = 250

_Tagged = tuple[list[tuple[int, int]], list[str]]


def analyse(text: str) -> Analysis:
    """Return sentences, tokens, phrases and clauses of a German text.

    Never fails on a text; an empty one gives an empty analysis. Time is linear in the length of the text.
    """
    tokens: list[Token] = []
    words = Words([], [], [], [])
    runs = _add_tokens(text, _tag(text), tokens, words)
    quoted = quoted_tokens(text, tokens)
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    for number, run in enumerate(runs):
        found = _analyse_sentence(words, run, first=len(clauses), sentence=number)
        indices = tuple(range(len(clauses), len(clauses) + len(found)))
        clauses.extend(found)
        sentences.append(Sentence(*run, indices, _is_quoted(run, quoted, words)))
    settle_moods(clauses, sentences, tokens)
    return Analysis(text, "de", tuple(tokens), tuple(sentences), tuple(clauses), quoted, _children(clauses))


def _add_tokens(text: str, pieces: Iterable[_Tagged], tokens: list[Token], words: Words) -> list[tuple[int, int]]:
    """Make the tokens of all sentences and return the runs to analyse."""
    parts = _parts_of_speech()
    tagged = list(pieces)
    names = {
        text[start:end] for spans, tags in tagged for (start, end), tag in zip(spans, tags, strict=True) if tag == "NE"
    }
    runs: list[tuple[int, int]] = []
    for spans, tags in tagged:
        first = len(tokens)
        for place, ((start, end), tag) in enumerate(zip(spans, tags, strict=True)):
            form = text[start:end]
            lemma = find_lemma(form, tag)
            if tag == "NE" and lemma == form and form[-1] == "s" and (form[:-1] in names or _leads_noun(tags, place)):
                lemma = strip_genitive(form)
            tokens.append(Token(form, start, end, lemma, parts.get(tag, Pos.X), tag))
            words.text.append(form)
            words.lower.append(form.lower())
            words.tags.append(tag)
            words.lemmas.append(lemma)
        runs.append((first, len(tokens)))
    return runs


def _tag(text: str) -> Iterator[_Tagged]:
    """Yield the offsets and tags of each sentence; a run without stops (a table, a list of names) comes in pieces."""
    for run in split_sentences(text, "de"):
        spans = find_tokens(text, *run)
        for piece in _limit(text, spans):
            forms = [text[start:end] for start, end in piece]
            tags = find_tags(forms)
            repair_tags(forms, tags)
            yield piece, tags


def _leads_noun(tags: Sequence[str], place: int) -> bool:
    """Tell whether a lone name stands right before a noun: "Beispiels Ministerin"."""
    before = tags[place - 1] if place else ""
    after = tags[place + 1] if place + 1 < len(tags) else ""
    if before in {"NE", "ART", "ADJA"}:
        return False
    return after == "NN" or (after == "ADJA" and place + 2 < len(tags) and tags[place + 2] == "NN")


@cache
def _parts_of_speech() -> Mapping[str, Pos]:
    """Return the universal part of speech of each STTS tag."""
    return {tag: Pos(name) for tag, name in read_table("stts.tsv")}


def _limit(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Cut a long run at a comma or semicolon into pieces that can be analysed in linear time."""
    start = 0
    while len(spans) - start > _LONGEST:
        end = start + _LONGEST
        cut = next((at + 1 for at in range(end - 1, start + _LONGEST // 2, -1) if text[spans[at][0]] in ",;|"), end)
        yield spans[start:cut]
        start = cut
    if start < len(spans):
        yield spans[start:]


def _analyse_sentence(words: Words, run: tuple[int, int], *, first: int, sentence: int) -> list[Clause]:
    start, end = run
    chunks = Chunker(words, end).find_chunks(start)
    segments = find_segments(words, chunks, start, end)
    question = words.text[end - 1] == "?" or (end - start > 1 and words.text[end - 2] == "?")
    drafts = find_clauses(words, segments, question)
    return build_clauses(drafts, chunks, words, first=first, sentence=sentence, question=question)


def _is_quoted(run: tuple[int, int], quoted: Sequence[QuotedRun], words: Words) -> bool:
    """Tell whether all words of a sentence stand in quotation marks."""
    start, end = run
    while start < end and words.tags[start][0] == "$":
        start += 1
    while end > start and words.tags[end - 1][0] == "$":
        end -= 1
    at = bisect_right(quoted, start, key=lambda part: part.start) - 1
    return start < end and at >= 0 and end <= quoted[at].end


def _children(clauses: Sequence[Clause]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in clauses]
    for number, clause in enumerate(clauses):
        if clause.parent is not None:
            below[clause.parent].append(number)
    return tuple(tuple(numbers) for numbers in below)
