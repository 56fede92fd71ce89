"""Reports' rows at hand: a rebuild reads each report twice, and of the ledger once.

For entries and conflicts of all reports one has to know first who acts for whom in all of them; so rows are kept in a file of their
own meanwhile, in the form in which they go to another process.
"""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from zusage.workflow.derive.alone import UNJUDGED, Loaded, Packed


class Spool:
    """Keeps the rows of reports on which nobody has judged; the file goes with it.

    Where the disk is full no more are kept, and the others are read from the ledger again.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._file = TemporaryFile(buffering=0, prefix="zusage-")  # noqa: SIM115 - closed by `__exit__`
        self._end, self._is_full = 0, False
        self._places: dict[str, tuple[int, int, int]] = {}

    def __enter__(self) -> Self:
        """Nothing to do."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Throw the file away."""
        self._file.close()

    def keep(self, loaded: Loaded) -> Loaded | Packed:
        """Keep a report; return it in the form in which it is quickly handed on."""
        if loaded.carried is not UNJUDGED:
            return loaded
        packed = Packed.of(loaded)
        if self._has_written(packed.content):
            self._places[packed.report] = self._end, len(packed.content), packed.arrival
            self._end += len(packed.content)
        return packed

    def _has_written(self, content: bytes) -> bool:
        try:
            self._is_full = self._is_full or self._file.write(content) != len(content)
        except OSError:
            self._is_full = True
        return not self._is_full

    def find(self, names: Sequence[str]) -> list[Packed]:
        """Return those of some reports that are kept."""
        found = []
        for name in names:
            if (there := self._places.get(name)) is not None:
                start, length, arrival = there
                self._file.seek(start)
                found.append(Packed(name, self._file.read(length), arrival))
        return found
