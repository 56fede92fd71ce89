"""STTS tags for a sentence: the most probable sequence over the words' candidates, then rules for what it gets wrong.

A Viterbi search over trigrams with the transitions of the Hanover Tagger; most words have one candidate, so that the
search is short. Uses `words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.german.words import Candidates, Transitions, find_candidates, load_model, tag_names

_WIDTH = 8

_Row = list[tuple[int, int, float, int]]
"""The ways to a word that are followed up: the tag before the last, the last, the weight, which of the ways before goes on."""


def find_tags(words: Sequence[str]) -> list[str]:
    """Return one STTS tag for each word of a sentence, in order."""
    if not words:
        return []
    model = load_model()
    transitions, end = model.transitions, model.end
    row: _Row = [(*model.start, 0.0, 0)]
    rows: list[_Row] = []
    first = True
    for word in words:
        candidates = find_candidates(word, first)
        first = first and not word[0].isalnum()
        if len(row) > 1:
            row = _step(row, candidates, transitions)
        elif len(candidates) == 1:
            row = [(row[0][1], candidates[0][0], 0.0, 0)]
        else:
            before, last, weight, _ = row[0]
            follows = transitions[before][last]
            row = [(last, tag, weight + own + follows[tag], 0) for tag, own in candidates]
        if len(row) > _WIDTH:
            row = sorted(row, key=_weight, reverse=True)[:_WIDTH]
        rows.append(row)
    totals = [weight + transitions[before][last][end] for before, last, weight, _ in row]
    return _trace(rows, totals.index(max(totals)))


def _step(row: _Row, candidates: Candidates, transitions: Transitions) -> _Row:
    """Extend ways by one word: of those that end in the same two tags the best."""
    new: _Row = []
    places: dict[int, int] = {}
    for number, (before, last, weight, _) in enumerate(row):
        follows, at = transitions[before][last], places.get(last)
        if at is None:
            places[last] = len(new)
            for tag, own in candidates:
                new.append((last, tag, weight + own + follows[tag], number))
            continue
        for place, (tag, own) in enumerate(candidates, at):
            total = weight + own + follows[tag]
            if total > new[place][2]:
                new[place] = (last, tag, total, number)
    return new


def _weight(way: tuple[int, int, float, int]) -> float:
    return way[2]


def _trace(rows: list[_Row], number: int) -> list[str]:
    """Follow the ways back from one of the last."""
    names = tag_names()
    tags: list[str] = []
    for row in reversed(rows):
        way = row[number]
        tags.append(names[way[1]])
        number = way[3]
    tags.reverse()
    return tags
