"""STTS tags for a sentence: the most probable sequence over the words' candidates, then rules for what it gets wrong.

A Viterbi search over trigrams with the transitions of the Hanover Tagger; most words have one candidate, so that the
search is short. Uses `words`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zusage.language.german.words import Candidates, Transitions, find_candidates, load_model, tag_names

_WIDTH = 8
_LOWEST = -1e12

_State = tuple[int, int]


def find_tags(words: Sequence[str]) -> list[str]:
    """Return one STTS tag for each word of a sentence, in order."""
    if not words:
        return []
    model = load_model()
    transitions = model.transitions
    row: dict[_State, float] = {model.start: 0.0}
    back: list[Mapping[_State, _State]] = []
    first = True
    single = model.start
    for word in words:
        candidates = find_candidates(word, first)
        first = first and not word[0].isalnum()
        if len(candidates) == 1 and len(row) == 1:
            grown = (single[1], candidates[0][0])
            back.append({grown: single})
            row, single = {grown: 0.0}, grown
            continue
        row, pointers = _step(row, candidates, transitions)
        back.append(pointers)
        single = next(iter(row))
    end = model.end
    final = max(row, key=lambda state: row[state] + transitions[state[0]][state[1]][end])
    return _trace(back, final)


def _step(
    row: dict[_State, float],
    candidates: Candidates,
    transitions: Transitions,
) -> tuple[dict[_State, float], dict[_State, _State]]:
    """Extend the rows of states by one word."""
    new: dict[_State, float] = {}
    pointers: dict[_State, _State] = {}
    for state, score in row.items():
        before = state[1]
        follows = transitions[state[0]][before]
        for tag, weight in candidates:
            total = score + weight + follows[tag]
            grown = (before, tag)
            if total > new.get(grown, _LOWEST):
                new[grown] = total
                pointers[grown] = state
    if len(new) > _WIDTH:
        kept = sorted(new, key=new.__getitem__, reverse=True)[:_WIDTH]
        new = {state: new[state] for state in kept}
    return new, pointers


def _trace(back: list[Mapping[_State, _State]], state: _State) -> list[str]:
    names = tag_names()
    tags: list[str] = []
    for pointers in reversed(back):
        tags.append(names[state[1]])
        state = pointers[state]
    tags.reverse()
    return tags
