"""Undoing a server's compression piece by piece, up to a limit: a bomb is given up as soon as it is known to be one."""

from __future__ import annotations

import zlib

_GZIP = 16 + zlib.MAX_WBITS
_PIECE = 1 << 16


class Inflater:
    """Takes a body as it arrives and collects what it unpacks to; ``limit`` is in bytes."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Prepare for "", "identity", "gzip" or "deflate".

        Raises:
            ValueError: it is another one.
        """
        self._kind = encoding.strip().lower()
        if self._kind not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise ValueError(encoding)
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._packed = self._kind not in {"", "identity"}
        self._inflate = zlib.decompressobj(_GZIP if "gzip" in self._kind else zlib.MAX_WBITS)
        self._first = True

    def feed(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises:
            OverflowError: it is more than the limit.
            zlib.error: it is not packed as the server says.
        """
        if not self._packed:
            self._keep(piece)
            return
        while piece:
            if self._inflate.eof:  # several members one after another
                self._inflate = zlib.decompressobj(_GZIP)
            self._keep(self._unpack(piece))
            while self._inflate.unconsumed_tail:
                self._keep(self._inflate.decompress(self._inflate.unconsumed_tail, _PIECE))
            piece = self._inflate.unused_data if "gzip" in self._kind else b""

    def finish(self) -> bytes:
        """Return all of it.

        Raises:
            EOFError: it ends in the middle.
        """
        if self._packed and self._parts and not self._inflate.eof:
            raise EOFError
        return b"".join(self._parts)

    def _unpack(self, piece: bytes) -> bytes:
        try:
            found = self._inflate.decompress(piece, _PIECE)
        except zlib.error:
            if self._kind != "deflate" or not self._first:
                raise
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers send it without its head
            found = self._inflate.decompress(piece, _PIECE)
        self._first = False
        return found

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise OverflowError
        if part:
            self._parts.append(part)
