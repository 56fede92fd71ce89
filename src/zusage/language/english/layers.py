"""The layers of the network as they are multiplied: one matrix for layers that read the same vectors, norms worked in.

A norm takes the mean from a vector, divides by its spread, and gives every place a weight and an offset of its own. All but
the division are linear: they are worked into the layer that reads the vector, once, when the weights are loaded. Matrices
stand side by side in memory as inputs by outputs, which is quickest for the few words of a report. Uses numpy only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

CONVOLUTIONS: Final = 2
RECURRENCES: Final = 3
READ_OUT: Final = ("upos", "xpos", "arc_head", "arc_dependent", "label_head", "label_dependent")
"""Layers that read the network's last vectors, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A matrix (inputs, outputs) and what is added."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        """Map vectors: (words, inputs) to (words, outputs)."""
        mixed: Array = x @ self.weight
        mixed += self.bias
        return mixed


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The layers of a recurrence, first those of scaled words: gates, and states to be added; then the output.

    Gates and states are two layers, so that what is done with each word by word goes through memory in one run.
    """

    gates: Layer
    states: Layer
    out: Layer


@dataclass(frozen=True, slots=True)
class Network:
    """All layers behind the embedding.

    ``convolutions``: for each what a scaled word adds to the next word, to itself and to the word before it, side by side.
    ``recurrences``: see `Recurrence`. ``read_out``: the layers of `READ_OUT` in one, of which
    ``columns`` says where each ends.
    """

    convolutions: tuple[Layer, ...]
    recurrences: tuple[Recurrence, ...]
    read_out: Layer
    columns: tuple[tuple[int, int], ...]
    arcs: Array
    arc_bias: Layer
    labels: Layer


def lay_out(layers: Mapping[str, Array]) -> Network:
    """Lay out the layers of training, by their names there.

    Raises:
        KeyError: One is missing.
    """
    read_out = [_plain(layers, name) for name in READ_OUT]
    ends = accumulate((len(layer.bias) for layer in read_out), initial=0)
    return Network(
        convolutions=tuple(_convolution(layers, f"convolutions.{index}") for index in range(CONVOLUTIONS)),
        recurrences=tuple(_recurrence(layers, f"recurrences.{index}") for index in range(RECURRENCES)),
        read_out=_beside(read_out),
        columns=tuple(pairwise(ends)),
        arcs=layers["arc_weight"],
        arc_bias=_plain(layers, "arc_bias"),
        labels=_plain(layers, "label_out"),
    )


def _plain(layers: Mapping[str, Array], name: str) -> Layer:
    return Layer(np.ascontiguousarray(layers[f"{name}.weight"].T), layers[f"{name}.bias"])


def _recurrence(layers: Mapping[str, Array], name: str) -> Recurrence:
    both = _with_norm(layers, f"{name}.norm", _plain(layers, f"{name}.gates"))
    weights, biases = np.split(both.weight, 2, axis=1), np.split(both.bias, 2)
    gates, states = (Layer(np.ascontiguousarray(weight), bias) for weight, bias in zip(weights, biases, strict=True))
    return Recurrence(gates, states, _plain(layers, f"{name}.out"))


def _with_norm(layers: Mapping[str, Array], norm: str, layer: Layer) -> Layer:
    """A layer that reads what a norm has only scaled: the norm's mean, weight and offset are worked in."""
    weight = layers[f"{norm}.weight"][:, None].astype(np.float64) * layer.weight
    bias = layers[f"{norm}.bias"].astype(np.float64) @ layer.weight + layer.bias
    return Layer((weight - weight.mean(0)).astype(np.float32), bias.astype(np.float32))


def _convolution(layers: Mapping[str, Array], name: str) -> Layer:
    """A layer over three words, as what each word adds at the three places; what is added to every word goes with its own."""
    mix = _plain(layers, f"{name}.mix")
    nothing = np.zeros_like(mix.bias)
    before, own, behind = np.split(mix.weight, 3)
    parts = ((before, nothing), (own, mix.bias), (behind, nothing))
    return _beside([_with_norm(layers, f"{name}.norm", Layer(weight, bias)) for weight, bias in parts])


def _beside(layers: Sequence[Layer]) -> Layer:
    """Make one layer of several that read the same."""
    weight = np.concatenate([layer.weight for layer in layers], axis=1)
    return Layer(np.ascontiguousarray(weight), np.concatenate([layer.bias for layer in layers]))
