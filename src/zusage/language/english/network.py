"""The tagger and parser network in numpy: word rows in, scores out.

Residual convolutions over three words, then gated recurrences in both directions whose gates do not look at the
state, so that everything but two element-wise operations per step is a matrix product over all words of a batch
(minGRU, Feng et al. 2024). Arcs are scored by a bilinear form (Dozat and Manning 2017). ``training/english-
parser/network.py`` has the same arithmetic in PyTorch. Uses numpy only.
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
_CONVOLUTIONS: Final = 2
_RECURRENCES: Final = 3
_MOST_VECTORS: Final = 30_000
"""Words whose vectors are kept, about 15 MB."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network makes of a batch of sentences, padded to the longest.

    ``vectors`` (time, batch, width); ``upos`` and ``xpos`` (batch, time) are the numbers of the best tags; ``arcs``
    (batch, dependent, head) with head 0 the root and padding at minus infinity.
    """

    vectors: Array
    upos: NDArray[np.intp]
    xpos: NDArray[np.intp]
    arcs: Array


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


def score_sentences(weights: Weights, embedded: Array, rows: Sequence[NDArray[np.intp]]) -> Scores:
    """Run the network over sentences given as rows of ``embedded``."""
    lengths = np.array([len(row) for row in rows])
    longest = int(lengths.max())
    live = np.arange(longest)[:, None] < lengths[None]
    padded = np.zeros((longest, len(rows)), dtype=np.intp)
    for column, row in enumerate(rows):
        padded[: len(row), column] = row
    mask = live.astype(np.float32)[..., None]
    x = embedded[padded] * mask
    for index in range(_CONVOLUTIONS):
        x += _convolve(weights.layers, f"convolutions.{index}", x, mask)
    with np.errstate(over="ignore"):
        for index in range(_RECURRENCES):
            x += _recur(weights.layers, f"recurrences.{index}", x, mask)
    x = _normalise(weights.layers, "last", x)
    arcs = _score_arcs(weights.layers, x)
    arcs[:, :, 1:][np.broadcast_to(~live.T[:, None, :], arcs[:, :, 1:].shape)] = -np.inf
    upos = _linear(weights.layers, "upos", x).argmax(-1).T
    xpos = _linear(weights.layers, "xpos", x).argmax(-1).T
    return Scores(x, upos, xpos, arcs)


def choose_labels(weights: Weights, vectors: Array, heads: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the number of the best label (batch, time) for heads (batch, time), 0 being the root."""
    layers = weights.layers
    nodes = _with_root(layers, vectors)
    head = _linear(layers, "label_head", nodes)
    dependent = _linear(layers, "label_dependent", nodes[:, 1:])
    chosen = np.take_along_axis(head, heads[..., None], axis=1)
    pair = np.concatenate((np.maximum(dependent + chosen, 0), dependent * chosen), axis=-1)
    best: NDArray[np.intp] = _linear(layers, "label_out", pair).argmax(-1)
    return best


def _linear(layers: Mapping[str, Array], name: str, x: Array) -> Array:
    weight = layers[name + ".weight"]
    flat = x.reshape(-1, weight.shape[1]) @ weight.T
    flat += layers[name + ".bias"]
    return flat.reshape(*x.shape[:-1], weight.shape[0])


def _normalise(layers: Mapping[str, Array], name: str, x: Array) -> Array:
    centred: Array = x - x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", centred, centred)[..., None] / np.float32(x.shape[-1])
    centred /= np.sqrt(spread + _EPSILON)
    centred *= layers[name + ".weight"]
    centred += layers[name + ".bias"]
    return centred


def _convolve(layers: Mapping[str, Array], name: str, x: Array, mask: Array) -> Array:
    y = _normalise(layers, name + ".norm", x) * mask
    width = y.shape[-1]
    window = np.zeros((*y.shape[:2], 3 * width), dtype=np.float32)
    window[1:, :, :width] = y[:-1]
    window[:, :, width : 2 * width] = y
    window[:-1, :, 2 * width :] = y[1:]
    mixed = _linear(layers, name + ".mix", window)
    return np.maximum(mixed, 0, out=mixed)


def _recur(layers: Mapping[str, Array], name: str, x: Array, mask: Array) -> Array:
    gates = _linear(layers, name + ".gates", _normalise(layers, name + ".norm", x))
    double = gates.shape[-1] // 2
    update, state = gates[..., :double], gates[..., double:]
    np.exp(np.negative(update, out=update), out=update)
    update += 1
    np.divide(mask, update, out=update)
    states = state * update
    keep = np.subtract(1, update)
    half = double // 2
    _scan(keep[..., :half], states[..., :half])
    _scan(keep[::-1, :, half:], states[::-1, :, half:])
    return _linear(layers, name + ".out", np.tanh(states, out=states))


def _scan(keep: Array, states: Array) -> None:
    """Turn additions into states in place: state[t] = keep[t] * state[t-1] + addition[t]."""
    carried = np.empty_like(states[0])
    for step in range(1, len(states)):
        np.multiply(keep[step], states[step - 1], out=carried)
        states[step] += carried


def _with_root(layers: Mapping[str, Array], x: Array) -> Array:
    """Return (batch, 1 + time, width) with the vector of the root first."""
    nodes = np.empty((x.shape[1], x.shape[0] + 1, x.shape[2]), dtype=np.float32)
    nodes[:, 0] = layers["root"]
    nodes[:, 1:] = x.transpose(1, 0, 2)
    return nodes


def _score_arcs(layers: Mapping[str, Array], x: Array) -> Array:
    nodes = _with_root(layers, x)
    head = _leak(_linear(layers, "arc_head", nodes))
    dependent = _leak(_linear(layers, "arc_dependent", nodes[:, 1:]))
    scores: Array = np.matmul(dependent @ layers["arc_weight"], head.transpose(0, 2, 1), dtype=np.float32)
    scores += _linear(layers, "arc_bias", head).transpose(0, 2, 1)
    return scores


def _leak(x: Array) -> Array:
    leaked: Array = np.maximum(x, np.float32(0.1) * x)
    return leaked
