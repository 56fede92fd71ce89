"""A report's features as JSON text and back, and the numbers by which its neighbours are found."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from zusage.ledger.payload import compact, read_json
from zusage.model.values import MeetingKind
from zusage.reconcile import Features
from zusage.reconcile.marks import Marks
from zusage.reconcile.shingles import Numbers64
from zusage.reconcile.stories import Key, keys_of

ANYWHEN = frozenset({"meeting", "event"})
"""Sorts of marks that bring reports together however far apart they came out."""

_BYTES, _TOO_MANY = 8, 4
"""Bytes of a digest that make a mark's number, and bits of them that are left off: it has to fit into 64 bits with a sign."""


def encode_features(features: Features) -> str:
    """Write features as JSON text."""
    marks = features.marks
    return compact(
        [
            [features.published, features.day, features.place, features.kind, features.event],
            [dict(marks.places), dict(marks.names), [*marks.numbers.items()]],
            sorted(features.persons),
            sorted(features.pledges),
            sorted(features.recipients),
            sorted(features.topics),
            sorted(features.circles),
            dict(features.modes),
        ]
    )


@lru_cache(maxsize=4096)
def decode_features(report: str, written: str) -> Features:
    """Make features of what `encode_features` wrote; kept, since neighbours are looked at again and again."""
    plain, marks, persons, pledges, recipients, topics, circles, modes = read_json(written)
    published, day, place, kind, event = plain
    return Features(
        report=report,
        published=published,
        day=day,
        place=place,
        kind=MeetingKind(kind) if kind else None,
        event=event,
        marks=Marks(marks[0], marks[1], dict(map(tuple, marks[2]))),
        persons=frozenset(persons),
        pledges=frozenset(map(tuple, pledges)),
        recipients=frozenset(recipients),
        topics=frozenset(map(tuple, topics)),
        circles=frozenset(circles),
        modes=modes,
    )


@lru_cache(maxsize=1 << 15)
def number_of(key: Key) -> int:
    """Return the number under which a mark is kept."""
    start = hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).digest()[:_BYTES]
    return int.from_bytes(start) >> _TOO_MANY


def encode_numbers(bands: Numbers64) -> bytes:
    """Write the numbers of a text's bands, 8 bytes each."""
    return bands.astype("<u8").tobytes()


def band_numbers(written: bytes) -> list[int]:
    """Return a text's bands of what `encode_numbers` wrote, each once, as numbers that a database can hold."""
    return sorted(set(np.frombuffer(written, dtype="<i8").tolist()))


def mark_numbers(features: Features) -> NDArray[np.int64]:
    """Return the numbers of a report's marks, each once."""
    return np.array(sorted({number_of(key) for key in keys_of(features)}), dtype=np.int64)
