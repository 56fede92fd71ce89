"""The tagger and parser network in numpy: word rows in, scores out.

Residual convolutions over three words, then gated recurrences in both directions whose gates do not look at the
state, so that everything but two element-wise operations per step is a matrix product over all words of all sentences
(minGRU, Feng et al. 2024); sentences lie side by side without padding (`Packing`). Arcs are scored by a bilinear form
(Dozat and Manning 2017). ``training/english-parser/network.py`` has the same arithmetic in PyTorch. Uses numpy only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zusage.language.english.features import spelling_rows, word_row
from zusage.language.english.weights import Array, Weights

_EPSILON: Final = np.float32(1e-5)
Places = NDArray[np.intp]

_CONVOLUTIONS: Final = 2
_RECURRENCES: Final = 3
_MOST_VECTORS: Final = 30_000
"""Words whose vectors are kept, about 15 MB."""


@dataclass(frozen=True, slots=True)
class Packing:
    """The words of sentences side by side without padding: all first words, all second words, and so on.

    Sentences come in falling order of length, so that those that go on at a place are the first ones. ``starts``: where the
    words of each place begin, and the end; ``sentence`` and ``place``: what a packed word is; ``before`` and ``behind``: the
    packed neighbours of a word, the number of words where there is none; ``mirrored``: the word as far from the other end of
    its sentence.
    """

    starts: tuple[int, ...]
    sentence: Places
    place: Places
    before: Places
    behind: Places
    mirrored: Places

    @property
    def size(self) -> int:
        """How many words there are."""
        return self.starts[-1]

    def grid(self, first: int, last: int, lengths: Places) -> Places:
        """Return the packed words of some sentences (sentence, place), the number of words where a sentence has ended."""
        places = np.arange(int(lengths[first]))
        grid = np.array(self.starts[: len(places)])[None] + np.arange(first, last)[:, None]
        return np.where(places[None] < lengths[first:last, None], grid, self.size)


def pack(lengths: Places) -> Packing:
    """Pack sentences of such lengths, longest first."""
    counts = (lengths[None] > np.arange(int(lengths[0]))[:, None]).sum(1)
    starts = np.concatenate(([0], counts.cumsum()))
    size = int(starts[-1])
    place = np.repeat(np.arange(len(counts)), counts)
    sentence = np.arange(size) - starts[place]
    before = np.where(place > 0, starts[place - 1] + sentence, size)
    behind = np.where(place + 1 < lengths[sentence], starts[place + 1] + sentence, size)
    mirrored = starts[lengths[sentence] - 1 - place] + sentence
    return Packing(tuple(starts.tolist()), sentence, place, before, behind, mirrored)


def embed_words(weights: Weights, words: Sequence[str]) -> Array:
    """Return one normalised vector for each (distinct) word: (words, width); common words' vectors are kept."""
    kept = weights.vectors
    if len(kept) > _MOST_VECTORS:
        kept.clear()
    missing = [word for word in words if word not in kept]
    if missing:
        kept.update(zip(missing, _embed(weights, missing), strict=True))
    return np.array([kept[word] for word in words])


def _embed(weights: Weights, words: Sequence[str]) -> Array:
    rows = np.array([spelling_rows(word) for word in words], dtype=np.intp)
    vectors = weights.words[[word_row(word, weights.vocabulary) for word in words]]
    for column, table in enumerate(weights.spellings):
        vectors = vectors + table[rows[:, column]]
    return _normalise(weights.layers, "first", vectors)


def read_words(weights: Weights, words: Array, packing: Packing) -> Array:
    """Run the network over packed words; returns their vectors (words + 1, width), that of the root last."""
    layers, x = weights.layers, words
    for index in range(_CONVOLUTIONS):
        x = x + _convolve(layers, f"convolutions.{index}", x, packing)
    with np.errstate(over="ignore"):
        for index in range(_RECURRENCES):
            x += _recur(layers, f"recurrences.{index}", x, packing)
    return np.concatenate((_normalise(layers, "last", x), layers["root"][None]))


def choose_tags(weights: Weights, vectors: Array) -> tuple[Places, Places]:
    """Return the numbers of the best tags of packed words: universal ones, Penn ones."""
    words = vectors[:-1]
    return _linear(weights.layers, "upos", words).argmax(-1), _linear(weights.layers, "xpos", words).argmax(-1)


class Arcs:
    """The scores of all arcs of packed words, made for a few sentences at a time, as they grow as the square of length."""

    def __init__(self, weights: Weights, vectors: Array) -> None:
        """Work out what each word is as a head and as a dependent."""
        layers = weights.layers
        self._head = _leak(_linear(layers, "arc_head", vectors))
        self._dependent = _leak(_linear(layers, "arc_dependent", vectors)) @ layers["arc_weight"]
        self._bias = _linear(layers, "arc_bias", self._head)[:, 0]

    def score(self, grid: Places) -> Array:
        """Return scores (sentence, dependent, head), head 0 being the root; padding is minus infinity."""
        root = len(self._bias) - 1
        heads = np.concatenate((np.full((len(grid), 1), root), grid), axis=1)
        scores: Array = np.matmul(self._dependent[grid], self._head[heads].transpose(0, 2, 1), dtype=np.float32)
        bias = self._bias[heads]
        bias[:, 1:][grid == root] = -np.inf
        scores += bias[:, None]
        return scores


def choose_labels(weights: Weights, vectors: Array, heads: Places) -> Places:
    """Return the number of the best label of each packed word for its packed head."""
    layers = weights.layers
    chosen = _linear(layers, "label_head", vectors)[heads]
    dependent = _linear(layers, "label_dependent", vectors[:-1])
    pair = np.concatenate((np.maximum(dependent + chosen, 0), dependent * chosen), axis=-1)
    best: Places = _linear(layers, "label_out", pair).argmax(-1)
    return best


def _linear(layers: Mapping[str, Array], name: str, x: Array) -> Array:
    mixed: Array = x @ layers[name + ".weight"].T
    mixed += layers[name + ".bias"]
    return mixed


def _normalise(layers: Mapping[str, Array], name: str, x: Array) -> Array:
    centred: Array = x - x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", centred, centred)[..., None] / np.float32(x.shape[-1])
    centred /= np.sqrt(spread + _EPSILON)
    centred *= layers[name + ".weight"]
    centred += layers[name + ".bias"]
    return centred


def _convolve(layers: Mapping[str, Array], name: str, x: Array, packing: Packing) -> Array:
    y = np.zeros((packing.size + 1, x.shape[1]), dtype=np.float32)
    y[:-1] = _normalise(layers, name + ".norm", x)
    window = np.concatenate((y[packing.before], y[:-1], y[packing.behind]), axis=1)
    mixed = _linear(layers, name + ".mix", window)
    return np.maximum(mixed, 0, out=mixed)


def _recur(layers: Mapping[str, Array], name: str, x: Array, packing: Packing) -> Array:
    gates = _linear(layers, name + ".gates", _normalise(layers, name + ".norm", x))
    double = gates.shape[-1] // 2
    update, states = gates[:, :double], gates[:, double:]
    np.exp(update, out=update)
    update += 1
    keep = np.divide(1, update, out=update)  # what is not updated: one minus the gate
    states *= 1 - keep
    half = double // 2
    for each in (keep, states):  # what goes from the last word to the first stands mirrored: both go the same way
        each[:, half:] = each[packing.mirrored, half:]
    _scan(keep, states, packing.starts)
    states[:, half:] = states[packing.mirrored, half:]
    return _linear(layers, name + ".out", np.tanh(states, out=states))


def _scan(keep: Array, states: Array, starts: Sequence[int]) -> None:
    """Turn additions into states in place: state[t] = keep[t] * state[t-1] + addition[t], for all sentences that go on."""
    for last, start, end in zip(starts, starts[1:], starts[2:], strict=False):
        here = states[start:end]
        here += keep[start:end] * states[last : last + end - start]


def _leak(x: Array) -> Array:
    leaked: Array = np.maximum(x, np.float32(0.1) * x)
    return leaked
