"""Write the weighted mean of two files of weights, the second being the first trained further.

    python training/english-parser/blend.py OLD.npz NEW.npz SHARE OUT.npz

Weights between a network and what further training made of it parse general text as well as the first and the new
turns as well as the second. Words that only NEW knows begin from OLD's row of unknown words.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np


def read(path: Path) -> dict[str, np.ndarray]:
    """Return the arrays of a file, its tables as float32."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    for name in [name for name in arrays if name.endswith(".q")]:
        arrays[name[:-2]] = arrays.pop(name).astype(np.float32) * arrays.pop(name[:-2] + ".s")
    return arrays


def blend(old: dict[str, np.ndarray], new: dict[str, np.ndarray], share: float) -> dict[str, np.ndarray]:
    """Return the arrays of the file to write."""
    known = {word: row for row, word in enumerate(old["names.words"].tobytes().decode().split("\n"), start=1)}
    words = new["names.words"].tobytes().decode().split("\n")
    old["word.weight"] = old["word.weight"][[0, *(known.get(word, 0) for word in words)]]
    arrays: dict[str, np.ndarray] = {}
    for name, values in new.items():
        if name.startswith("names."):
            arrays[name] = values
            continue
        mixed = (1 - share) * old[name].astype(np.float32) + share * values.astype(np.float32)
        if values.dtype == np.float32:
            scale = np.maximum(np.abs(mixed).max(1, keepdims=True), 1e-8) / 127
            arrays[name + ".q"], arrays[name + ".s"] = np.round(mixed / scale).astype(np.int8), scale.astype(np.float32)
        else:
            arrays[name] = mixed.astype(np.float16)
    return arrays


def main() -> None:
    """Read the command line and write the file."""
    first, second, share, out = sys.argv[1:]
    np.savez_compressed(out, **blend(read(Path(first)), read(Path(second)), float(share)))


if __name__ == "__main__":
    main()
