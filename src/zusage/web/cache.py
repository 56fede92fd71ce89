"""Answers that were worked out, kept as they go over the wire until the ledger changes."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

MOST_BYTES = 64_000_000
"""How much is kept in memory; what was asked for longest ago goes first."""

_WORTH_PACKING = 600
"""Bytes from which on an answer is packed."""


@dataclass(frozen=True)
class Answer:
    """A whole answer: bytes, their kind, and headers of its own."""

    body: bytes
    media_type: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """The entity tag: weak, because the same bytes are sent packed and not packed."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:24]}"'

    @cached_property
    def packed(self) -> bytes | None:
        """The bytes packed by gzip; None where that gains nothing."""
        if len(self.body) < _WORTH_PACKING:
            return None
        return gzip.compress(self.body, 6, mtime=0)

    @property
    def size(self) -> int:
        """Bytes that are kept for it."""
        return len(self.body) + len(self.packed or b"")


class Cache:
    """Answers by revision, address and audience; bounded in bytes, safe for threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Begin empty."""
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._bytes = 0
        self._most = most_bytes
        self._lock = Lock()

    def get(self, key: Hashable) -> Answer | None:
        """The answer for a key, if it is kept."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer; one that is larger than a tenth of the room is not kept."""
        size = answer.size
        if size > self._most // 10:
            return
        with self._lock:
            before = self._answers.pop(key, None)
            self._bytes += size - (before.size if before else 0)
            self._answers[key] = answer
            while self._bytes > self._most:
                _, oldest = self._answers.popitem(last=False)
                self._bytes -= oldest.size
