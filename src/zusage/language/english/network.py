"""The tagger and parser network in numpy: word rows in, scores out.

Residual convolutions over three words, then gated recurrences in both directions whose gates do not look at the
state, so that everything but two element-wise operations per step is a matrix product over all words of all sentences
(minGRU, Feng et al. 2024); sentences lie side by side without padding (`Packing`). Arcs are scored by a bilinear form
(Dozat and Manning 2017). ``training/english-parser/network.py`` has the same arithmetic in PyTorch. Uses numpy only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from zusage.language.english.features import spelling_rows, word_row
from zusage.language.english.layers import Array, Recurrence
from zusage.language.english.weights import Weights

_EPSILON: Final = np.float32(1e-5)
Places = NDArray[np.intp]

_MOST_VECTORS: Final = 15_000
"""Words whose vectors are kept, about 30 MB."""


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
    """Return for each (distinct) word its normalised vector and what it adds in the first convolution: (words, 4 * width).

    Those of common words are kept.
    """
    kept = weights.vectors
    if len(kept) > _MOST_VECTORS:
        kept.clear()
    missing = [word for word in words if word not in kept]
    if missing:
        kept.update(zip(missing, _embed(weights, missing), strict=True))
    return np.concatenate([kept[word] for word in words]).reshape(len(words), -1)


def _embed(weights: Weights, words: Sequence[str]) -> Array:
    rows = np.array([spelling_rows(word) for word in words], dtype=np.intp)
    vectors = weights.words[[word_row(word, weights.vocabulary) for word in words]]
    for column, table in enumerate(weights.spellings):
        vectors = vectors + table[rows[:, column]]
    vectors = _normalise(weights.layers, "first", vectors)
    return np.concatenate((vectors, weights.network.convolutions[0](_scale(vectors))), axis=1)


def read_words(weights: Weights, embedded: Array, rows: Places, packing: Packing) -> Array:
    """Run the network over packed words, given as rows of `embed_words`; the root's vector comes last: (words + 1, width)."""
    width = weights.words.shape[1]
    x, added = embedded[rows, :width], _with_none(embedded[:, width:])
    x += _convolve(added, np.append(rows, len(embedded)), packing)
    places = np.arange(packing.size + 1)
    for convolution in weights.network.convolutions[1:]:
        x += _convolve(_with_none(convolution(_scale(x))), places, packing)
    with np.errstate(over="ignore"):
        for layer in weights.network.recurrences:
            x += _recur(layer, x, packing)
    return np.concatenate((_normalise(weights.layers, "last", x), weights.layers["root"][None]))


class ReadOut(NamedTuple):
    """What is read out of the vectors of packed words and the root, in the order of `layers.READ_OUT`."""

    upos: Array
    xpos: Array
    arc_head: Array
    arc_dependent: Array
    label_head: Array
    label_dependent: Array


def read_out(weights: Weights, vectors: Array) -> ReadOut:
    """Return what words and root are as tags, heads and dependents."""
    mixed = weights.network.read_out(vectors)
    upos, xpos, *others = [mixed[:, start:end] for start, end in weights.network.columns]
    arc_head, arc_dependent, label_head, label_dependent = others
    return ReadOut(upos, xpos, arc_head, arc_dependent, label_head, label_dependent)


def choose_tags(found: ReadOut) -> tuple[Places, Places]:
    """Return the numbers of the best tags of packed words: universal ones, Penn ones."""
    return found.upos[:-1].argmax(-1), found.xpos[:-1].argmax(-1)


class Arcs:
    """The scores of all arcs of packed words, made for a few sentences at a time, as they grow as the square of length."""

    def __init__(self, weights: Weights, found: ReadOut) -> None:
        """Work out what each word is as a head and as a dependent."""
        network = weights.network
        self._head = _leak(found.arc_head)
        self._dependent = _leak(found.arc_dependent) @ network.arcs
        self._bias = network.arc_bias(self._head)[:, 0]

    def score(self, grid: Places) -> Array:
        """Return scores (sentence, dependent, head), head 0 being the root; padding is minus infinity."""
        root = len(self._bias) - 1
        heads = np.concatenate((np.full((len(grid), 1), root), grid), axis=1)
        scores: Array = np.matmul(self._dependent[grid], self._head[heads].transpose(0, 2, 1), dtype=np.float32)
        bias = self._bias[heads]
        bias[:, 1:][grid == root] = -np.inf
        scores += bias[:, None]
        return scores


def choose_labels(weights: Weights, found: ReadOut, heads: Places) -> Places:
    """Return the number of the best label of each packed word for its packed head."""
    chosen, dependent = found.label_head[heads], found.label_dependent[:-1]
    pair = np.concatenate((np.maximum(dependent + chosen, 0), dependent * chosen), axis=-1)
    best: Places = weights.network.labels(pair).argmax(-1)
    return best


def _normalise(layers: Mapping[str, Array], name: str, x: Array) -> Array:
    centred: Array = x - x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", centred, centred)[..., None] / np.float32(x.shape[-1])
    centred /= np.sqrt(spread + _EPSILON)
    centred *= layers[name + ".weight"]
    centred += layers[name + ".bias"]
    return centred


def _scale(x: Array) -> Array:
    """Divide vectors by their spread: what is left of a norm where all else is worked into the layer that reads them."""
    width = np.float32(x.shape[1])
    mean = x @ np.full(x.shape[1], 1 / width, dtype=np.float32)
    spread = np.maximum(np.einsum("ij,ij->i", x, x) / width - mean * mean, 0)  # rounding could take it under
    scaled: Array = x * (1 / np.sqrt(spread + _EPSILON))[:, None]
    return scaled


def _with_none(added: Array) -> Array:
    """Return what words add, with a last row of what no word adds."""
    return np.concatenate((added, np.zeros((1, added.shape[1]), dtype=np.float32)))


def _convolve(added: Array, rows: Places, packing: Packing) -> Array:
    """Add up what a word and its neighbours add; ``rows``: of packed words, and of none, in ``added``."""
    width = added.shape[1] // 3
    mixed: Array = added[rows[:-1], width : 2 * width]
    mixed += added[rows[packing.before], :width]
    mixed += added[rows[packing.behind], 2 * width :]
    return np.maximum(mixed, 0, out=mixed)


def _recur(layer: Recurrence, x: Array, packing: Packing) -> Array:
    scaled = _scale(x)
    keep, states = layer.gates(scaled), layer.states(scaled)
    np.exp(keep, out=keep)
    keep += 1
    np.divide(1, keep, out=keep)  # what is not updated: one minus the gate
    states *= 1 - keep
    half = states.shape[1] // 2
    for each in (keep, states):  # what goes from the last word to the first stands mirrored: both go the same way
        each[:, half:] = each[packing.mirrored, half:]
    _scan(keep, states, packing.starts)
    states[:, half:] = states[packing.mirrored, half:]
    return layer.out(np.tanh(states, out=states))


def _scan(keep: Array, states: Array, starts: Sequence[int]) -> None:
    """Turn additions into states in place: state[t] = keep[t] * state[t-1] + addition[t], for all sentences that go on."""
    for last, start, end in zip(starts, starts[1:], starts[2:], strict=False):
        here = states[start:end]
        here += keep[start:end] * states[last : last + end - start]


def _leak(x: Array) -> Array:
    leaked: Array = np.maximum(x, np.float32(0.1) * x)
    return leaked
