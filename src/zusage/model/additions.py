"""What somebody asks to be added by a page or a program, and what came of it. Standard library only."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import StrEnum

from zusage.errors import ZusageError

PASTED = "pasted text"
"""What a text without an address is called."""


class State(StrEnum):
    """How far an addition is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is to be added: the address of a page or feed, a text with what is known of it, or a file.

    ``packed`` are the file's bytes, as `packed` has written them.
    """

    address: str = ""
    text: str = ""
    title: str = ""
    outlet: str = ""
    published_on: str = ""
    language: str = ""
    file_name: str = ""
    packed: str = ""

    @property
    def name(self) -> str:
        """What it is called while it is added."""
        if self.packed:
            return self.file_name
        return self.address if not self.text.strip() else self.title or PASTED

    @property
    def is_fetched(self) -> bool:
        """Whether it has to be fetched first."""
        return not self.packed and not self.text.strip()

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return zlib.decompress(b64decode(self.packed))


def packed(content: bytes) -> str:
    """Write a file's bytes as letters, so that they can wait in the ledger beside what was typed."""
    return b64encode(zlib.compress(content, 6)).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of one report; ``error`` is why there is none."""

    resource: str
    report: str | None = None
    title: str = ""
    change: str = ""
    statements: int = 0
    notes: tuple[str, ...] = ()
    error: ZusageError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Something that is being added for somebody, and what came of it so far.

    ``tries``: how often it was begun; more than once where a server stopped meanwhile. ``more`` reports are not listed.
    ``error``: why it failed as a whole. ``given`` has the text only until it is done.
    """

    id: str
    who: str
    name: str
    given: Given
    asked_at: str
    state: State = State.WAITING
    tries: int = 0
    lines: tuple[Line, ...] = ()
    more: int = 0
    error: ZusageError | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is not finished."""
        return self.state in {State.WAITING, State.RUNNING}
