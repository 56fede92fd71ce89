"""Norms worked into the layers that read them: the same numbers as one after the other."""

from __future__ import annotations

import numpy as np

from zusage.language.english.layers import READ_OUT, Array, lay_out
from zusage.language.english.network import _normalise, _scale
from zusage.language.english.weights import load_weights

WORDS = 20


def some_vectors() -> Array:
    found: Array = np.random.default_rng(7).normal(0.3, 2.0, (WORDS, 128)).astype(np.float32)
    return found


def linear(name: str, x: Array) -> Array:
    layers = load_weights().layers
    found: Array = x @ layers[f"{name}.weight"].T + layers[f"{name}.bias"]
    return found


def test_gates_and_states_of_a_recurrence_read_what_its_norm_gives() -> None:
    weights, x = load_weights(), some_vectors()
    for index, layer in enumerate(weights.network.recurrences):
        plain = linear(f"recurrences.{index}.gates", _normalise(weights.layers, f"recurrences.{index}.norm", x))
        found = np.concatenate((layer.gates(_scale(x)), layer.states(_scale(x))), axis=1)
        np.testing.assert_allclose(found, plain, rtol=1e-3, atol=1e-4)


def test_what_three_words_add_is_what_the_convolution_makes_of_them() -> None:
    weights, x = load_weights(), some_vectors()
    for index, layer in enumerate(weights.network.convolutions):
        normed = _normalise(weights.layers, f"convolutions.{index}.norm", x)
        window = np.concatenate((normed[:-2], normed[1:-1], normed[2:]), axis=1)
        to_next, own, to_last = np.split(layer(_scale(x)), 3, axis=1)
        plain = linear(f"convolutions.{index}.mix", window)
        np.testing.assert_allclose(to_next[:-2] + own[1:-1] + to_last[2:], plain, rtol=1e-3, atol=1e-4)


def test_columns_are_those_of_their_layers() -> None:
    weights, x = load_weights(), some_vectors()
    mixed = weights.network.read_out(x)
    for name, (start, end) in zip(READ_OUT, weights.network.columns, strict=True):
        np.testing.assert_allclose(mixed[:, start:end], linear(name, x), rtol=1e-3, atol=1e-4)


def test_vectors_that_are_the_same_everywhere_are_scaled_without_a_fault() -> None:
    assert np.isfinite(_scale(np.full((2, 128), 12.3, dtype=np.float32))).all()


def test_layers_are_laid_out_side_by_side_in_memory() -> None:
    network = lay_out(load_weights().layers)
    for layer in (*network.convolutions, network.read_out, network.labels, network.recurrences[0].gates):
        assert layer.weight.flags.c_contiguous
