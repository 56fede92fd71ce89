"""Web archives: the pages in a WARC, and captures as a WARC.

Records are read one after another, never the whole archive. Where a gzip member or a record is broken, the next one that
begins is looked for, and the gap is a `Failure`.

Source: ISO 28500:2017, WARC 1.1.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import uuid
import zlib
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from typing import BinaryIO

from zusage.errors import InputError
from zusage.intake.fetching.decompression import Inflater
from zusage.intake.source import Failure, Source
from zusage.model.report import Capture

_MEMBER = b"\x1f\x8b\x08"
_BEGIN = re.compile(rb"WARC/1\.[01]\r?\n")
_PIECE = 1 << 18
_GZIP = 16 + zlib.MAX_WBITS
_HEAD = 64_000
"""Bytes within which a record's head ends."""

_NAMESPACE = uuid.UUID("6c0a4a5e-7a64-5b0e-9d0c-5a7573616765")
_NO_TIME = "1970-01-01T00:00:00Z"
"""For what has no time of its own."""

_PAGES = ("text/html", "application/xhtml", "text/plain", "")


@dataclass(frozen=True, slots=True)
class Record:
    """A record's head, names in lower case, and its block."""

    head: Mapping[str, str]
    block: bytes


def read_archive(file: BinaryIO, resource: str, *, limit: int) -> Iterator[Source | Failure]:
    """Yield the pages of an archive: what servers answered with status 200 and text; ``limit`` in bytes a page."""
    for number, found in enumerate(_read_records(file, resource, limit), 1):
        if isinstance(found, Failure):
            yield found
            continue
        where = f"{resource}:{number}"
        kind, address = found.head.get("warc-type", ""), found.head.get("warc-target-uri", "").strip("<>")
        if kind == "response" and address.startswith(("http://", "https://")):
            yield from _open_response(found, address, where, limit)
        elif kind == "resource" and found.head.get("content-type", "").startswith(_PAGES[:3]):
            yield _make_source(found, address, where, {"content-type": found.head["content-type"]}, found.block)


def _open_response(record: Record, address: str, where: str, limit: int) -> Iterator[Source | Failure]:
    """Take a server's answer apart; what is no page, or no success, is passed over."""
    try:
        response = HTTPResponse(_Wire(record.block))  # type: ignore[arg-type]  # it needs nothing of a socket but its file
        response.begin()
        if response.status != 200:  # noqa: PLR2004 - HTTP
            return
        headers = {name.lower(): value for name, value in response.getheaders()}
        kind = headers.get("content-type", "").lower()
        if not kind.startswith(_PAGES[:3]) and kind:
            return
        inflater = Inflater(headers.get("content-encoding", ""), limit)
        inflater.feed(response.read())
        content = inflater.finish()
    except OverflowError:
        yield _fail(where, address, f"has more than {limit:,} bytes")
    except (HTTPException, ValueError, zlib.error, EOFError) as problem:
        yield _fail(where, address, f"is a broken answer: {' '.join(str(problem).split()) or type(problem).__name__}")
    else:
        yield _make_source(record, address, where, headers, content)


def _make_source(record: Record, address: str, where: str, headers: Mapping[str, str], content: bytes) -> Source:
    kind = "plain" if headers.get("content-type", "").lower().startswith("text/plain") else "page"
    return Source(
        address or where,
        content,
        kind=kind,
        address=address or None,
        fetched_at=record.head.get("warc-date"),
        headers={"content-type": headers.get("content-type", ""), "archive": where},
    )


def _fail(where: str, address: str, problem: str) -> Failure:
    return Failure(where, InputError(f"{where} ({address})", problem, hint="the rest of the archive goes on"))


class _Wire:
    """What `HTTPResponse` reads from."""

    def __init__(self, content: bytes) -> None:
        self._file = BytesIO(content)

    def makefile(self, *_: object) -> BinaryIO:
        return self._file


class _Parser:
    """Cuts records out of bytes as they arrive, and finds the next one after what is none."""

    def __init__(self, resource: str, most: int) -> None:
        """``most``: bytes above which a record's block is passed over."""
        self._resource, self._most = resource, most
        self._buffer = bytearray()
        self._skip = 0
        self._taken: list[Record] = []

    def feed(self, piece: bytes) -> Iterator[Record | Failure]:
        """Take the next bytes and yield the records that they complete."""
        passed = min(self._skip, len(piece))
        self._skip -= passed
        self._buffer += piece[passed:]
        while (begin := _BEGIN.search(self._buffer)) is not None:
            if self._buffer[: begin.start()].strip():
                yield _broken(self._resource, "is broken between two records")
            del self._buffer[: begin.start()]
            end = self._buffer.find(b"\r\n\r\n", 0, _HEAD)
            if end < 0 and len(self._buffer) < _HEAD:
                return
            head = _read_head(bytes(self._buffer[:end])) if end >= 0 else {}
            length = head.get("content-length", "")
            if not length.isdigit():
                del self._buffer[: begin.end() - begin.start()]
                continue
            if not self._take(head, end + 4, int(length)):
                return
            yield from self._taken

    def reset(self) -> None:
        """Forget what has begun: the bytes after it are missing."""
        self._buffer.clear()
        self._skip = 0

    def finish(self) -> Iterator[Failure]:
        """Say whether something is left over."""
        if self._buffer.strip() or self._skip:
            yield _broken(self._resource, "ends in the middle of a record")

    def _take(self, head: Mapping[str, str], start: int, size: int) -> bool:
        """Take a record whose head is known; False where its block has not arrived."""
        self._taken = []
        end = start + size
        if size > self._most:
            self._skip = max(0, end - len(self._buffer))
            del self._buffer[:end]
            return True
        if len(self._buffer) < end:
            return False
        self._taken = [Record(head, bytes(self._buffer[start:end]))]
        del self._buffer[:end]
        return True


def _read_records(file: BinaryIO, resource: str, limit: int) -> Iterator[Record | Failure]:
    parser = _Parser(resource, 4 * limit)
    first = file.read(len(_MEMBER))
    file.seek(0)
    pieces = _unpack(file, resource) if first == _MEMBER else iter(lambda: file.read(_PIECE), b"")
    for piece in pieces:
        if isinstance(piece, Failure):
            parser.reset()
            yield piece
        else:
            yield from parser.feed(piece)
    yield from parser.finish()


def _unpack(file: BinaryIO, resource: str) -> Iterator[bytes | Failure]:
    """Unpack gzip members one after another; a broken one is a failure, and the next one that begins is looked for."""
    start = 0
    while True:
        file.seek(start)
        inflate, read, packed = zlib.decompressobj(_GZIP), 0, b""
        try:
            while not inflate.eof:
                packed = inflate.unconsumed_tail or file.read(_PIECE)
                read += 0 if inflate.unconsumed_tail else len(packed)
                if not packed:
                    break
                yield inflate.decompress(packed, _PIECE)
        except zlib.error:
            yield _broken(resource, f"is broken in the member at byte {start:,}")
            start = _find_member(file, start + 1)
        else:
            if not inflate.eof and read:
                yield _broken(resource, f"ends in the middle of the member at byte {start:,}")
            start += read - len(inflate.unused_data) if inflate.eof else read
            start = _find_member(file, start) if inflate.eof else -1
        if start < 0:
            return


def _find_member(file: BinaryIO, start: int) -> int:
    """Return where the next gzip member begins, -1 if there is none."""
    file.seek(start)
    tail = b""
    at = start
    while piece := file.read(_PIECE):
        found = (tail + piece).find(_MEMBER)
        if found >= 0:
            return at - len(tail) + found
        at += len(piece)
        tail = (tail + piece)[-2:]
    return -1


def _read_head(head: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in head.decode("utf-8", "replace").split("\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _broken(resource: str, problem: str) -> Failure:
    return Failure(resource, InputError(resource, problem, hint="what can be read is read; get the archive again"))


def write_archive(file: BinaryIO, captures: Iterable[Capture], *, software: str, packed: bool) -> int:
    """Write captures as a WARC, each a member of its own where it is packed; return how many.

    Bodies are written as they were read, unpacked; the same captures give the same bytes.
    """
    info = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    first = _write_record(
        "warcinfo", software, {"WARC-Date": _NO_TIME, "Content-Type": "application/warc-fields"}, info
    )
    file.write(gzip.compress(first, mtime=0) if packed else first)
    count = 0
    for capture in captures:
        record = _write_capture(capture)
        file.write(gzip.compress(record, mtime=0) if packed else record)
        count += 1
    return count


def _write_capture(capture: Capture) -> bytes:
    kind = capture.headers.get("content-type") or "application/octet-stream"
    when = f"{capture.captured_at[:19].rstrip('Z')}Z" if capture.captured_at else _NO_TIME
    if capture.address is None:
        name = f"urn:sha256:{capture.id}"
        head = {"WARC-Date": when, "WARC-Target-URI": name, "Content-Type": kind}
        return _write_record("resource", name, head, capture.content)
    digest = b32encode(hashlib.sha1(capture.content, usedforsecurity=False).digest()).decode("ascii")
    head = {"WARC-Date": when, "WARC-Target-URI": capture.address, "WARC-Payload-Digest": f"sha1:{digest}"}
    head |= {"Content-Type": "application/http;msgtype=response"}
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(capture.content)}\r\n\r\n"
    return _write_record("response", capture.id, head, answer.encode("utf-8") + capture.content)


def _write_record(kind: str, name: str, head: Mapping[str, str], block: bytes) -> bytes:
    """Write a record; its id is made from its kind and name, so that it stays the same."""
    identity = uuid.uuid5(_NAMESPACE, f"{kind} {name}")
    lines = {"WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{identity}>", **head, "Content-Length": str(len(block))}
    written = "".join(f"{key}: {' '.join(value.split())}\r\n" for key, value in lines.items())
    return f"WARC/1.1\r\n{written}\r\n".encode() + block + b"\r\n\r\n"
