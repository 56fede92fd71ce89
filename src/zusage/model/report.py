"""Captures, texts, reports and readings: what came in, and what one reader found in it.

Ids are made from content, never from times, so that the same thing added twice, on two machines, in any order, is one
row. Standard library only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from zusage.model.quote import Span
from zusage.model.records import record
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.model.values import SourceKind


def digest(content: bytes | str) -> str:
    """SHA-256 of bytes, or of a text's UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content).hexdigest()


@record(frozen=True, slots=True)
class Capture:
    """Bytes as fetched or handed in."""

    content: bytes
    address: str | None = None
    captured_at: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def id(self) -> str:
        """Digest of the bytes."""
        return digest(self.content)


@record(frozen=True, slots=True)
class Furniture:
    """A run of a text that is not the report itself: job ads, comment rules, "read next"; marked, never deleted."""

    span: Span
    rule: str


class _Named:
    """Room for an id that is made once: it is asked for again and again."""

    __slots__ = ("_id",)
    _id: str


@record(frozen=True, slots=True, kw_only=True)
class Report(_Named):
    """A published text as a person speaks of it, with what its metadata say.

    ``name`` is the id that an input file gives it (or None); ``language`` an ISO 639-1 code; ``published_on`` an ISO day
    or None, with ``published_how`` it was found; ``byline`` names who wrote it; ``flags`` say what a person should look
    at (days that disagree); ``synthetic`` marks texts written for samples and training. ``first_text`` is the digest of
    the text that the report was first known by, where a later extractor made another one of the same bytes.
    """

    text: str
    language: str
    title: str = ""
    name: str | None = None
    address: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published_on: str | None = None
    published_how: str | None = None
    credit: str | None = None
    source_kind: SourceKind | None = None
    genre: str | None = None
    event: str | None = None
    synthetic: bool = False
    furniture: tuple[Furniture, ...] = ()
    flags: tuple[str, ...] = ()
    first_text: str | None = None

    @property
    def id(self) -> str:
        """16 hexadecimal digits of the digest of the address (or given name) and the text first known."""
        try:
            return self._id
        except AttributeError:
            made = digest(f"{self.address or self.name or ''}\n{self.first_text or digest(self.text)}")[:16]
            object.__setattr__(self, "_id", made)
            return made


@record(frozen=True, slots=True)
class Reader:
    """Who read: name and version of the code, fingerprint of lexicons and dossier."""

    name: str
    version: str
    fingerprint: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in one report, in the report's order; it exists even if it found nothing."""

    report: Report
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    reader: Reader | None = None
    notes: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements: commitments, positions, meetings, attendance."""
        return (*self.commitments, *self.positions, *self.meetings, *self.attendance)
