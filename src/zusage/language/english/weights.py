"""The trained weights: found in the package ``zusage-english``, read once, kept.

Uses numpy and `zusage.errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from zusage.errors import ZusageError
from zusage.language.english.features import TABLES
from zusage.language.english.layers import Array, Network, lay_out

_HINT: Final = "install it with: pip install zusage-english"


class ModelError(ZusageError):
    """The weights of the English parser are missing or not of this version."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Tables and layers as float32, and what the output columns mean.

    ``vocabulary`` maps a normalised word to its row in ``words``; ``spellings`` are in the order of `features.TABLES`;
    ``layers`` has every other array under its name in training, ``network`` the same as they are multiplied.
    """

    vocabulary: dict[str, int]
    words: Array
    spellings: tuple[Array, ...]
    layers: Mapping[str, Array]
    network: Network
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    vectors: dict[str, Array] = field(default_factory=dict, repr=False, compare=False)
    """Finished vectors of words met before, each with what it adds to itself and its neighbours: most words have been met."""
    lemmas: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)
    """Lemmas of words met before, by word and tag."""


def find_weights() -> Path:
    """Return the file with the weights.

    Raises:
        ModelError: The package that carries it is not installed.
    """
    try:
        package: Any = import_module("zusage_english")
    except ModuleNotFoundError as error:
        raise ModelError(
            "zusage_english", "the package with the English parser's weights is missing", hint=_HINT
        ) from error
    path = Path(package.path())
    if not path.is_file():
        raise ModelError(path, "the file with the English parser's weights is missing", hint=_HINT)
    return path


@cache
def load_weights() -> Weights:
    """Return the installed weights, read on first use.

    Raises:
        ModelError: They are missing or were made for another version of the network.
    """
    return read_weights(find_weights())


def read_weights(path: Path) -> Weights:
    """Return the weights in a file that ``training/english-parser`` wrote.

    Raises:
        ModelError: The file is no such file.
    """
    try:
        with np.load(path) as stored:
            arrays = {name: stored[name] for name in stored.files}
        spellings = tuple(_table(arrays, f"spelling.{index}.weight") for index in range(len(TABLES)))
        words = _names(arrays, "words")
        layers = {
            name: np.ascontiguousarray(values, dtype=np.float32)
            for name, values in arrays.items()
            if values.dtype == np.float16
        }
        return Weights(
            vocabulary={word: row for row, word in enumerate(words, start=1)},
            words=_table(arrays, "word.weight"),
            spellings=spellings,
            layers=layers,
            network=lay_out(layers),
            upos=_names(arrays, "upos"),
            xpos=_names(arrays, "xpos"),
            labels=_names(arrays, "labels"),
        )
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(path, "this is no file of weights for the English parser", hint=_HINT) from error


def _table(arrays: Mapping[str, NDArray[Any]], name: str) -> Array:
    values: Array = arrays[name + ".q"].astype(np.float32) * arrays[name + ".s"]
    return values


def _names(arrays: Mapping[str, NDArray[Any]], name: str) -> tuple[str, ...]:
    return tuple(arrays["names." + name].tobytes().decode("utf-8").split("\n"))
