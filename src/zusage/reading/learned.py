"""What was learned: weights packaged as data beside the modules that use them, and one digest of all of them.

Statements that were read with other weights are another reader's: the digest is part of a reader's fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib import resources
from typing import Any, Final

PACKAGED: Final = (
    "weights.json",
    "effort.json",
    "topics.json",
    "pairs/weights.json",
    "overall/weights.json",
    "attendance/weights.json",
    "tellers/weights.json",
    "sums/weights.json",
    "meetings/weights.json",
    "terms/weights.json",
    "sieve/weights.json",
    "sieve/sentences.json",
)
"""The files, from the package of reading on."""


def load_learned(path: str) -> Any:
    """One of the files as it was written; who loads it knows what it holds."""
    return json.loads(_content(path))


@lru_cache(maxsize=1)
def learned_fingerprint() -> str:
    """A digest of all files."""
    digest = hashlib.sha256()
    for path in PACKAGED:
        digest.update(_content(path))
    return digest.hexdigest()[:16]


def _content(path: str) -> bytes:
    return resources.files(__package__).joinpath(path).read_bytes()
