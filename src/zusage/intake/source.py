"""Where reports come from: files, folders, standard input. One source is one file's bytes with its name.

What cannot be read is a `Failure`, not an exception, so that the other sources go on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import BinaryIO

from zusage.errors import InputError, ZusageError

FORMS = {
    ".txt": "plain",
    ".md": "plain",
    ".json": "record",
    ".jsonl": "record",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".eml": "mail",
}
"""What a file's suffix says about it; ``record`` is the codebook's format."""

SUFFIXES = tuple(FORMS)

STDIN = "-"
STDIN_NAME = "standard input"

BYTES_PER_CHARACTER = 4
"""The most bytes that one character takes in UTF-8, so that a limit of characters bounds what is loaded."""

_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes; ``resource`` is its name as messages and the ledger show it.

    ``kind`` is one of the values of `FORMS`, None for what the name or the first signs say. ``address`` and
    ``fetched_at`` tell where and when it was fetched, ``headers`` what the server said, ``feed_day`` the day that a feed
    gives.
    """

    resource: str
    content: bytes
    kind: str | None = None
    address: str | None = None
    fetched_at: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    feed_day: str | None = None

    @property
    def form(self) -> str:
        """What it is: by its kind, its name, or its first signs where it has no name that tells."""
        if self.kind is not None:
            return self.kind
        by_name = FORMS.get(PurePath(self.resource).suffix.lower())
        if by_name is not None and self.resource != STDIN_NAME:
            return by_name
        first = self.content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        if first[:1] in (b"{", b"["):
            return "record" if self.resource == STDIN_NAME else "plain"
        return "page" if first.lower().startswith(_MARKUP) else "plain"


@dataclass(frozen=True, slots=True)
class Failure:
    """A source or a report that could not be read, and why."""

    resource: str
    error: ZusageError


def find_sources(names: Iterable[str], stdin: BinaryIO, *, limit: int) -> Iterator[Source | Failure]:
    """Yield the sources of file names, folders (their files with a known suffix) and ``-``, in the order given.

    ``limit`` is the size in characters above which a file is refused before it is loaded.
    """
    for name in names:
        if name == STDIN:
            yield Source(STDIN_NAME, stdin.read(limit * BYTES_PER_CHARACTER + 1))
        else:
            yield from _find_in(Path(name), limit)


def _find_in(path: Path, limit: int) -> Iterator[Source | Failure]:
    if not path.is_dir():
        yield _load(path, limit)
        return
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    if not found:
        yield _fail(path, "holds no report", f"reports are files ending in {' '.join(SUFFIXES)}")
    yield from (_load(file, limit) for file in found)


def _load(path: Path, limit: int) -> Source | Failure:
    try:
        if not path.exists():
            return _fail(path, "does not exist", "check the name")
        many = FORMS.get(path.suffix.lower()) == "record" and path.is_file()
        most = limit * BYTES_PER_CHARACTER
        with path.open("rb") as file:  # a pipe or a device has no size, and may have no end
            content = file.read() if many else file.read(most + 1)
        if not many and len(content) > most:
            return _fail(path, f"has more than {limit:,} characters", "give one report per file")
        return Source(name_of(path), content)
    except OSError as problem:
        return _fail(path, f"cannot be read: {(problem.strerror or str(problem)).lower()}", "check its permissions")


def _fail(path: Path, problem: str, hint: str) -> Failure:
    return Failure(name_of(path), InputError(name_of(path), problem, hint=hint))


def name_of(path: Path) -> str:
    r"""Return a file's name as messages and the ledger have it: bytes of it that are no UTF-8 as ``\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
