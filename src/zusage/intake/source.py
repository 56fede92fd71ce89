"""Where reports come from: files, folders, standard input. One source is one file's bytes with its name.

What cannot be read is a `Failure`, not an exception, so that the other sources go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from zusage.errors import InputError, ZusageError

SUFFIXES = (".txt", ".md", ".json", ".jsonl")

STDIN = "-"

BYTES_PER_CHARACTER = 4
"""The most bytes that one character takes in UTF-8, so that a limit of characters bounds what is loaded."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes; ``resource`` is its name as messages and the ledger show it.

    ``is_record``: whether it holds reports in the codebook's format; None for what the name or the first sign says.
    """

    resource: str
    content: bytes
    is_record: bool | None = None

    @property
    def is_json(self) -> bool:
        """Whether it holds reports in the codebook's format: by its name, standard input by its first sign."""
        if self.is_record is not None:
            return self.is_record
        if self.resource.lower().endswith((".json", ".jsonl")):
            return True
        return self.resource == "standard input" and self.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


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
            yield Source("standard input", stdin.read(limit * BYTES_PER_CHARACTER + 1))
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
        many = path.suffix.lower() in (".json", ".jsonl")
        if not many and path.stat().st_size > limit * BYTES_PER_CHARACTER:
            return _fail(path, f"has more than {limit:,} characters", "give one report per file")
        return Source(str(path), path.read_bytes())
    except OSError as problem:
        return _fail(path, f"cannot be read: {(problem.strerror or str(problem)).lower()}", "check its permissions")


def _fail(path: Path, problem: str, hint: str) -> Failure:
    return Failure(str(path), InputError(path, problem, hint=hint))
